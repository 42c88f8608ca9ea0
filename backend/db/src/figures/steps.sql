-- What happened in a community ($1) from the day $2 to the day $3, by days, weeks or months ($4) as far as they lie in it; the moments at
-- which these days begin and end are $5 and $6. Steps in which nothing happened are left out.
WITH clock AS (
    SELECT timezone FROM communities WHERE id = $1
)
SELECT greatest(date_trunc($4, day)::date, $2) AS first, sum(participants)::bigint AS participants, sum(issued)::bigint AS issued,
       sum(spent)::bigint AS spent, sum(services)::bigint AS services
FROM (
    SELECT greatest(date_trunc($4, a.done_on)::date, $2) AS day, count(DISTINCT a.resident_id) AS participants, 0::bigint AS issued,
           0::bigint AS spent, 0::bigint AS services
    FROM accepted_acts($1, $2, $3) a
    JOIN residents r ON r.community_id = $1 AND r.id = a.resident_id AND r.state = 'active'
    GROUP BY 1
    UNION ALL
    SELECT (t.posted_at AT TIME ZONE timezone)::date, 0,
           CASE i.id WHEN t.debit_account_id THEN t.amount WHEN t.credit_account_id THEN -t.amount ELSE 0 END,
           CASE s.id WHEN t.credit_account_id THEN t.amount WHEN t.debit_account_id THEN -t.amount ELSE 0 END, 0
    FROM clock, accounts i
    JOIN accounts s ON s.community_id = $1 AND s.owner_id = $1 AND s.kind = 'spent'
    JOIN transfers t ON t.community_id = $1 AND t.posted_at >= $5 AND t.posted_at < $6
    WHERE i.community_id = $1 AND i.owner_id = $1 AND i.kind = 'issued'
    UNION ALL
    SELECT (confirmed_at AT TIME ZONE timezone)::date, 0, 0, 0, 1
    FROM clock, confirmations
    WHERE community_id = $1 AND confirmed_at >= $5 AND confirmed_at < $6 AND undone_at IS NULL AND corrected_at IS NULL
) happened
GROUP BY 1
