-- What figures count, said once: the shifts that are settled, and the acts of residents that were accepted. Both are functions of days
-- and no views, so that an index finds those of a period however long the history is; PostgreSQL puts their text into the query.
DO $migration$
BEGIN
    -- The shifts of settled activities that began on one of these days of the community.
    CREATE FUNCTION settled_shifts(p_community uuid, p_from date, p_until date)
    RETURNS TABLE (shift_id uuid, activity_id uuid, team_id uuid, held_on date) LANGUAGE sql STABLE AS $body$
        SELECT s.id, v.id, v.team_id, (s.starts_at AT TIME ZONE o.timezone)::date
        FROM communities o
        JOIN shifts s ON s.community_id = p_community
            AND s.starts_at >= p_from::timestamp AT TIME ZONE o.timezone
            AND s.starts_at < (p_until + 1)::timestamp AT TIME ZONE o.timezone
        JOIN activities v ON v.community_id = p_community AND v.id = s.activity_id AND v.state = 'settled'
        WHERE o.id = p_community
    $body$;

    -- Who did something on one of these days that was accepted, with or without points: what earned points that were not taken back
    -- since, and what earned none in a settled roster, as an accepted claim, or as a pact that was kept.
    CREATE FUNCTION accepted_acts(p_community uuid, p_from date, p_until date)
    RETURNS TABLE (resident_id uuid, done_on date) LANGUAGE sql STABLE AS $body$
        SELECT w.resident_id, t.deed_on
        FROM transfers t
        JOIN accounts w ON w.community_id = p_community AND w.id = t.credit_account_id
        WHERE t.community_id = p_community AND t.code = 'earn' AND t.deed_on BETWEEN p_from AND p_until
          AND NOT EXISTS (
              SELECT FROM transfers r
              WHERE r.community_id = p_community AND r.reverses_id = t.id AND r.reverses_id IS NOT NULL
          )
        UNION ALL
        SELECT a.resident_id, s.held_on
        FROM settled_shifts(p_community, p_from, p_until) s
        JOIN attendances a ON a.community_id = p_community AND a.shift_id = s.shift_id AND a.transfer_id IS NULL
        UNION ALL
        SELECT c.resident_id, c.deed_on
        FROM claims c
        WHERE c.community_id = p_community AND c.deed_on BETWEEN p_from AND p_until AND c.state = 'accepted'
          AND c.transfer_id IS NULL
        UNION ALL
        -- kept until the last day of the month
        SELECT m.resident_id, (p.month + interval '1 month - 1 day')::date
        FROM pacts p
        JOIN pact_marks m ON m.community_id = p_community AND m.pact_id = p.id AND m.kept
            AND m.transfer_id IS NULL AND m.resident_id IS NOT NULL
        WHERE p.community_id = p_community AND p.settled_at IS NOT NULL
          AND (p.month + interval '1 month - 1 day')::date BETWEEN p_from AND p_until
    $body$;

    CREATE INDEX transfers_earned_idx ON transfers (community_id, deed_on) INCLUDE (id, credit_account_id) WHERE code = 'earn';

    -- the requests to join that wait, in all teams
    CREATE INDEX memberships_state_idx ON memberships (community_id, state, id);
END
$migration$;
