-- What there is in a community ($1), kind by kind, and how many residents did something in each quarter of the year:
-- at least one act that was accepted, with or without points.
WITH acts AS (
    SELECT resident_id, done_on FROM accepted_acts($1, '-infinity', 'infinity')
), figures AS (
    SELECT 1 AS place, 'residents' AS figure, count(*) AS count
    FROM residents WHERE community_id = $1 AND state = 'active'
    UNION ALL
    SELECT 2, 'activities ' || state, count(*) FROM activities WHERE community_id = $1 GROUP BY state
    UNION ALL
    SELECT 3, 'attendances', count(*) FROM attendances WHERE community_id = $1
    UNION ALL
    SELECT 4, 'transfers ' || code, count(*) FROM transfers WHERE community_id = $1 GROUP BY code
    UNION ALL
    SELECT 5, 'vouchers ' || state, count(*) FROM vouchers WHERE community_id = $1 GROUP BY state
    UNION ALL
    SELECT 6, 'orders ' || state, count(*) FROM orders WHERE community_id = $1 GROUP BY state
    UNION ALL
    SELECT 7, 'no-shows ' || step || coalesce(', appeal ' || verdict, ''), count(*)
    FROM no_shows WHERE community_id = $1 GROUP BY step, verdict
    UNION ALL
    SELECT 8, 'stocktakes', count(*) FROM stocktakes WHERE community_id = $1
    UNION ALL
    SELECT 9, 'notices', count(*) FROM notices WHERE community_id = $1
    UNION ALL
    SELECT 10, 'seals', count(*) FROM seals WHERE community_id = $1
    UNION ALL
    SELECT 11, 'imports ' || i.kind || CASE WHEN r.import_id IS NULL THEN '' ELSE ', reversed' END, count(*)
    FROM imports i
    LEFT JOIN import_reversals r ON r.community_id = i.community_id AND r.import_id = i.id
    WHERE i.community_id = $1 GROUP BY i.kind, r.import_id IS NULL
    UNION ALL
    SELECT 12, 'wish polls', count(*) FROM wish_polls WHERE community_id = $1
    UNION ALL
    SELECT 13, 'wish ballots', count(*) FROM wish_ballots WHERE community_id = $1
    UNION ALL
    SELECT 14, 'active residents ' || to_char(done_on, 'YYYY "quarter" Q'), count(DISTINCT resident_id)
    FROM acts GROUP BY 2
)
SELECT figure, count FROM figures ORDER BY place, figure
