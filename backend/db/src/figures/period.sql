-- The figures of a community ($1) of the days from $4 to $5, and of those from $2 to $3, which come before; the moments at which these
-- days begin and end are $8 and $9, and $6 and $7. Points that lapse from $10 to $11. Each kind of row is read once.
SELECT registered.*, taking_part.*, held.*, worked.*, moved.*, served.*, lapsing.*
FROM (
    SELECT count(*) AS registered FROM residents WHERE community_id = $1 AND state = 'active'
) registered, (
    SELECT count(DISTINCT a.resident_id) FILTER (WHERE a.done_on >= $4) AS participants,
           count(DISTINCT a.resident_id) FILTER (WHERE a.done_on <= $3) AS participants_before
    FROM accepted_acts($1, $2, $5) a
    JOIN residents r ON r.community_id = $1 AND r.id = a.resident_id AND r.state = 'active'
) taking_part, (
    SELECT count(DISTINCT s.team_id) FILTER (WHERE s.held_on >= $4) AS teams,
           count(DISTINCT s.team_id) FILTER (WHERE s.held_on <= $3) AS teams_before,
           count(DISTINCT s.activity_id) FILTER (WHERE s.held_on >= $4) AS activities,
           count(DISTINCT s.activity_id) FILTER (WHERE s.held_on <= $3) AS activities_before
    FROM settled_shifts($1, $2, $5) s
) held, (
    SELECT coalesce(sum(a.minutes) FILTER (WHERE s.held_on >= $4), 0)::bigint AS minutes,
           coalesce(sum(a.minutes) FILTER (WHERE s.held_on <= $3), 0)::bigint AS minutes_before
    FROM settled_shifts($1, $2, $5) s
    JOIN attendances a ON a.community_id = $1 AND a.shift_id = s.shift_id
) worked, (
    -- out of an account of the community, and back into it by reversals; or the other way round
    SELECT coalesce(sum(t.amount) FILTER (WHERE t.posted_at >= $8 AND t.debit_account_id = i.id), 0)::bigint AS issued,
           coalesce(sum(t.amount) FILTER (WHERE t.posted_at >= $8 AND t.credit_account_id = i.id), 0)::bigint AS issued_reversed,
           coalesce(sum(t.amount) FILTER (WHERE t.posted_at < $7 AND t.debit_account_id = i.id), 0)::bigint AS issued_before,
           coalesce(sum(t.amount) FILTER (WHERE t.posted_at < $7 AND t.credit_account_id = i.id), 0)::bigint
               AS issued_reversed_before,
           coalesce(sum(t.amount) FILTER (WHERE t.posted_at >= $8 AND t.credit_account_id = s.id), 0)::bigint AS spent,
           coalesce(sum(t.amount) FILTER (WHERE t.posted_at >= $8 AND t.debit_account_id = s.id), 0)::bigint AS spent_reversed,
           coalesce(sum(t.amount) FILTER (WHERE t.posted_at < $7 AND t.credit_account_id = s.id), 0)::bigint AS spent_before,
           coalesce(sum(t.amount) FILTER (WHERE t.posted_at < $7 AND t.debit_account_id = s.id), 0)::bigint
               AS spent_reversed_before,
           coalesce(sum(t.amount) FILTER (WHERE t.posted_at >= $8 AND t.code = 'expire'), 0)::bigint AS lapsed,
           coalesce(sum(t.amount) FILTER (WHERE t.posted_at < $7 AND t.code = 'expire'), 0)::bigint AS lapsed_before
    FROM accounts i
    JOIN accounts s ON s.community_id = $1 AND s.owner_id = $1 AND s.kind = 'spent'
    JOIN transfers t ON t.community_id = $1 AND t.posted_at >= $6 AND t.posted_at < $9
    WHERE i.community_id = $1 AND i.owner_id = $1 AND i.kind = 'issued'
) moved, (
    SELECT count(*) FILTER (WHERE confirmed_at >= $8) AS services, count(*) FILTER (WHERE confirmed_at < $7) AS services_before
    FROM confirmations
    WHERE community_id = $1 AND confirmed_at >= $6 AND confirmed_at < $9 AND undone_at IS NULL AND corrected_at IS NULL
) served, (
    SELECT coalesce(sum(posted - held), 0)::bigint AS lapsing
    FROM lots
    WHERE community_id = $1 AND posted > held AND lapses_on BETWEEN $10 AND $11
) lapsing
