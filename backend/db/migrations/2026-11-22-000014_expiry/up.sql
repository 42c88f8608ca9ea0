-- Vouchers end with their time, and a balance from before Linli is brought in once.
DO $migration$
BEGIN
    -- What is due: the hourly job looks at nothing else.
    CREATE INDEX vouchers_due_idx ON vouchers (community_id, expires_at) WHERE state IN ('held', 'undone');

    -- Not unique: an opening balance that was reversed may be brought in again, and transfers never change.
    CREATE INDEX transfers_opening_idx ON transfers (community_id, credit_account_id) WHERE code = 'opening';

    -- As before (see the migration of the ledger), with one status more: already_opened, if the wallet has an opening
    -- balance that was not reversed, or an earlier one in this call.
    CREATE OR REPLACE FUNCTION post_transfers(p_community uuid, p_now timestamptz, p_postings jsonb)
    RETURNS text[] LANGUAGE plpgsql AS $body$
    DECLARE
        statuses text[];
    BEGIN
        PERFORM 1
        FROM accounts a
        WHERE a.community_id = p_community AND a.kind = 'wallet' AND a.owner_id IN (
            SELECT x.debit_owner FROM jsonb_to_recordset(p_postings) AS x(debit_owner uuid)
            UNION ALL
            SELECT x.credit_owner FROM jsonb_to_recordset(p_postings) AS x(credit_owner uuid)
        )
        ORDER BY a.id
        FOR NO KEY UPDATE;

        WITH posting AS MATERIALIZED (
            SELECT x.*, d.id AS debit_id, d.kind = 'wallet' AS from_wallet, d.posted - d.held AS available,
                   c.id AS credit_id, c.kind = 'wallet' AS to_wallet,
                   CASE
                       WHEN d.id IS NULL OR c.id IS NULL THEN 'no_account'
                       WHEN x.hold_id IS NOT NULL AND (
                           row_number() OVER (PARTITION BY x.hold_id ORDER BY x.ordinal) > 1
                           OR NOT EXISTS (
                               SELECT 1 FROM holds h
                               WHERE h.community_id = p_community AND h.id = x.hold_id AND h.state = 'held'
                                 AND h.account_id = d.id AND h.amount = x.amount
                           )
                       ) THEN 'not_held'
                       WHEN x.reverses_id IS NOT NULL AND (
                           row_number() OVER (PARTITION BY x.reverses_id ORDER BY x.ordinal) > 1
                           OR EXISTS (
                               SELECT 1 FROM transfers t
                               WHERE t.community_id = p_community AND t.reverses_id = x.reverses_id
                           )
                       ) THEN 'already_reversed'
                       WHEN x.code = 'opening' AND (
                           row_number() OVER (PARTITION BY x.code, x.credit_owner ORDER BY x.ordinal) > 1
                           OR EXISTS (
                               SELECT 1 FROM transfers t
                               WHERE t.community_id = p_community AND t.credit_account_id = c.id
                                 AND t.code = 'opening' AND NOT EXISTS (
                                     SELECT 1 FROM transfers r
                                     WHERE r.community_id = p_community AND r.reverses_id = t.id
                                 )
                           )
                       ) THEN 'already_opened'
                   END AS refusal
            FROM ROWS FROM (jsonb_to_recordset(p_postings) AS (
                id uuid, code text, debit_kind text, debit_owner uuid, credit_kind text, credit_owner uuid,
                amount bigint, cause_kind text, cause_id uuid, rulebook_id uuid, rule_code text, deed_on date,
                hold_id uuid, reverses_id uuid, explanation jsonb, actor_id uuid, on_behalf_of uuid
            )) WITH ORDINALITY AS x(
                id, code, debit_kind, debit_owner, credit_kind, credit_owner,
                amount, cause_kind, cause_id, rulebook_id, rule_code, deed_on,
                hold_id, reverses_id, explanation, actor_id, on_behalf_of, ordinal
            )
            LEFT JOIN accounts d ON d.community_id = p_community AND d.owner_id = x.debit_owner
                AND d.kind = x.debit_kind
            LEFT JOIN accounts c ON c.community_id = p_community AND c.owner_id = x.credit_owner
                AND c.kind = x.credit_kind
        ), change AS (
            SELECT ordinal, debit_id AS account_id, available, -amount AS change
            FROM posting WHERE refusal IS NULL AND from_wallet AND hold_id IS NULL
            UNION ALL
            SELECT p.ordinal, p.credit_id, a.posted - a.held, p.amount
            FROM posting p JOIN accounts a ON a.community_id = p_community AND a.id = p.credit_id
            WHERE p.refusal IS NULL AND p.to_wallet AND NOT p.from_wallet
        ), running AS (
            SELECT ordinal, account_id, change, available
                   + sum(change) OVER (PARTITION BY account_id ORDER BY ordinal) AS left_over
            FROM change
        ), overdrawn AS (
            SELECT ordinal
            FROM (
                SELECT ordinal, change,
                       min(left_over) OVER (PARTITION BY account_id ORDER BY ordinal) AS lowest
                FROM running
            ) r
            WHERE change < 0 AND lowest < 0
        ), decided AS MATERIALIZED (
            SELECT p.*, coalesce(p.refusal, CASE WHEN o.ordinal IS NULL THEN 'posted' ELSE 'not_enough' END) AS status
            FROM posting p LEFT JOIN overdrawn o USING (ordinal)
        ), captured AS (
            UPDATE holds h SET state = 'captured', closed_at = p_now
            FROM decided p
            WHERE h.community_id = p_community AND h.id = p.hold_id AND p.status = 'posted'
        ), balanced AS (
            UPDATE accounts a SET posted = a.posted + n.posted, held = a.held - n.held
            FROM (
                SELECT account_id, sum(posted) AS posted, sum(held) AS held
                FROM (
                    SELECT debit_id AS account_id, -amount AS posted,
                           CASE WHEN hold_id IS NULL THEN 0 ELSE amount END AS held
                    FROM decided WHERE status = 'posted' AND from_wallet
                    UNION ALL
                    SELECT credit_id, amount, 0 FROM decided WHERE status = 'posted' AND to_wallet
                ) s
                GROUP BY account_id
            ) n
            WHERE a.community_id = p_community AND a.id = n.account_id
        ), written AS (
            INSERT INTO transfers (
                community_id, id, debit_account_id, credit_account_id, amount, code, cause_kind, cause_id,
                rulebook_id, rule_code, deed_on, hold_id, reverses_id, explanation, actor_id, on_behalf_of, posted_at
            )
            SELECT p_community, id, debit_id, credit_id, amount, code, cause_kind, cause_id,
                   rulebook_id, rule_code, deed_on, hold_id, reverses_id, explanation, actor_id, on_behalf_of, p_now
            FROM decided WHERE status = 'posted' ORDER BY ordinal
        )
        SELECT array_agg(status ORDER BY ordinal) INTO statuses FROM decided;
        RETURN coalesce(statuses, ARRAY[]::text[]);
    END
    $body$;
END
$migration$;
