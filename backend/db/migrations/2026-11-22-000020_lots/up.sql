-- Lots: the points of a wallet that lapse on the same day. Transfers and holds say which lots they move; debts are figures
-- of the wallet.
DO $migration$
BEGIN
    CREATE TABLE lots (
        community_id uuid NOT NULL,
        account_id uuid NOT NULL,
        -- the last day on which the points can be spent; 9999-12-31 for those that do not lapse
        lapses_on date NOT NULL,
        posted bigint NOT NULL,
        held bigint NOT NULL,
        CONSTRAINT lots_pk PRIMARY KEY (community_id, account_id, lapses_on),
        CONSTRAINT lots_account_fk FOREIGN KEY (community_id, account_id) REFERENCES accounts (community_id, id),
        CONSTRAINT lots_held_check CHECK (held >= 0),
        CONSTRAINT lots_available_check CHECK (posted - held >= 0)
    );
    PERFORM place_tenant_table('lots');
    CREATE INDEX lots_lapsing_idx ON lots (community_id, lapses_on, account_id) WHERE posted > held;

    -- What there is was earned this year, and lapses at the end of the next: the default of every rule book.
    INSERT INTO lots (community_id, account_id, lapses_on, posted, held)
    SELECT community_id, id, make_date(extract(year FROM now())::int + 1, 12, 31), posted, held
    FROM accounts WHERE posted > 0;

    -- Of which lots how much, as {"2027-12-31": 5, …}. A new column of what is written once is filled once.
    ALTER TABLE transfers ADD COLUMN parts jsonb;
    ALTER TABLE transfers DISABLE TRIGGER transfers_append_only;
    UPDATE transfers SET parts = jsonb_build_object(extract(year FROM now())::int + 1 || '-12-31', amount);
    ALTER TABLE transfers ENABLE TRIGGER transfers_append_only;
    ALTER TABLE transfers ALTER COLUMN parts SET NOT NULL;
    ALTER TABLE holds ADD COLUMN parts jsonb;
    UPDATE holds SET parts = jsonb_build_object(extract(year FROM now())::int + 1 || '-12-31', amount);
    ALTER TABLE holds ALTER COLUMN parts SET NOT NULL;
    CREATE INDEX holds_cause_idx ON holds (community_id, cause_id) WHERE state = 'held';

    -- Since when the household may spend the resident's points too 合户使用; empty while it may not.
    ALTER TABLE residents ADD COLUMN pools_since timestamptz;

    -- A voucher or an order may hold points of several wallets: its holds and spendings are found by what they are for.
    ALTER TABLE vouchers DROP COLUMN hold_id;
    ALTER TABLE orders DROP COLUMN hold_id;
    ALTER TABLE confirmations DROP COLUMN transfer_id;

    -- Debts 欠分: what was taken back after it had been spent; later awards pay it first.
    ALTER TABLE accounts
        ADD COLUMN debt bigint NOT NULL DEFAULT 0,
        ADD CONSTRAINT accounts_debt_check CHECK (debt >= 0 AND (kind = 'wallet' OR debt = 0)),
        DROP CONSTRAINT accounts_kind_check,
        ADD CONSTRAINT accounts_kind_check CHECK (
            kind IN ('wallet', 'issued', 'spent', 'expired', 'deducted', 'adjusted', 'opening', 'owed')
        );
    INSERT INTO accounts (community_id, id, kind, owner_id, posted, held)
    SELECT c.id, gen_random_uuid(), 'owed', c.id, 0, 0
    FROM communities c
    WHERE EXISTS (SELECT 1 FROM accounts a WHERE a.community_id = c.id AND a.kind = 'issued');
    ALTER TABLE transfers
        DROP CONSTRAINT transfers_code_check,
        ADD CONSTRAINT transfers_code_check CHECK (
            code IN ('earn', 'spend', 'expire', 'adjust', 'deduct', 'reverse', 'opening', 'owe', 'repay', 'give')
        );

    -- Wallets as they stand: {"<resident>": {"debt": 0, "lots": {"2027-12-31": {"posted": 5, "held": 2}}}, …}.
    CREATE FUNCTION wallets_of(p_community uuid, p_owners uuid[]) RETURNS jsonb LANGUAGE sql STABLE AS $body$
        SELECT coalesce(jsonb_object_agg(a.owner_id, jsonb_build_object(
            'debt', a.debt,
            'lots', (
                SELECT coalesce(
                    jsonb_object_agg(l.lapses_on, jsonb_build_object('posted', l.posted, 'held', l.held)), '{}'
                )
                FROM lots l
                WHERE l.community_id = p_community AND l.account_id = a.id AND l.posted > 0
            )
        )), '{}')
        FROM accounts a
        WHERE a.community_id = p_community AND a.kind = 'wallet' AND a.owner_id = ANY (p_owners)
    $body$;

    -- One wallet with what is held of it, the oldest first: one statement, so that both always fit together.
    CREATE FUNCTION wallet_with_holds(p_community uuid, p_owner uuid) RETURNS jsonb LANGUAGE sql STABLE AS $body$
        SELECT jsonb_build_object(
            'wallet', wallets_of(p_community, ARRAY[p_owner]) -> p_owner::text,
            'pooled', (
                SELECT r.pools_since IS NOT NULL FROM residents r
                WHERE r.community_id = p_community AND r.id = p_owner
            ),
            'holds', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', h.id, 'resident', p_owner, 'parts', h.parts, 'cause_kind', h.cause_kind,
                    'cause_id', h.cause_id, 'placed_at', h.placed_at
                ) ORDER BY h.id), '[]')
                FROM holds h JOIN accounts a ON a.community_id = p_community AND a.id = h.account_id
                WHERE h.community_id = p_community AND h.state = 'held' AND a.owner_id = p_owner AND a.kind = 'wallet'
            )
        )
    $body$;

    -- Wallets as they stand, locked until the transaction ends, in the order of their accounts as every posting locks them.
    CREATE FUNCTION lock_wallets(p_community uuid, p_owners uuid[]) RETURNS jsonb LANGUAGE plpgsql AS $body$
    BEGIN
        PERFORM 1
        FROM accounts a
        WHERE a.community_id = p_community AND a.kind = 'wallet' AND a.owner_id = ANY (p_owners)
        ORDER BY a.id
        FOR NO KEY UPDATE;
        -- A statement of its own: it sees what those did that held the locks before.
        RETURN wallets_of(p_community, p_owners);
    END
    $body$;

    -- Posts transfers, one or a thousand, in one round trip; answers a status for each, in order:
    --   posted | no_account | not_enough | not_held | already_reversed | already_opened
    -- The parts of a transfer say which lots of the wallets it moves. A transfer with a hold captures it, with its parts.
    -- Of a lot that would be overdrawn, the debit that would do it and the later ones in this call are refused; points
    -- that another wallet gives in this call cannot be spent in it.
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
            SELECT x.*, d.id AS debit_id, d.kind = 'wallet' AS from_wallet, c.id AS credit_id,
                   c.kind = 'wallet' AS to_wallet,
                   CASE
                       WHEN d.id IS NULL OR c.id IS NULL THEN 'no_account'
                       WHEN x.hold_id IS NOT NULL AND (
                           row_number() OVER (PARTITION BY x.hold_id ORDER BY x.ordinal) > 1
                           OR NOT EXISTS (
                               SELECT 1 FROM holds h
                               WHERE h.community_id = p_community AND h.id = x.hold_id AND h.state = 'held'
                                 AND h.account_id = d.id AND h.parts = x.parts
                           )
                       ) THEN 'not_held'
                       WHEN x.reverses_id IS NOT NULL AND (
                           row_number() OVER (PARTITION BY x.reverses_id ORDER BY x.ordinal) > 1
                           OR EXISTS (
                               SELECT 1 FROM transfers t
                               WHERE t.community_id = p_community AND t.reverses_id = x.reverses_id
                           )
                       ) THEN 'already_reversed'
                       -- Opening balances 期初积分 are brought in once.
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
                amount bigint, parts jsonb, cause_kind text, cause_id uuid, rulebook_id uuid, rule_code text,
                deed_on date, hold_id uuid, reverses_id uuid, explanation jsonb, actor_id uuid, on_behalf_of uuid
            )) WITH ORDINALITY AS x(
                id, code, debit_kind, debit_owner, credit_kind, credit_owner,
                amount, parts, cause_kind, cause_id, rulebook_id, rule_code,
                deed_on, hold_id, reverses_id, explanation, actor_id, on_behalf_of, ordinal
            )
            LEFT JOIN accounts d ON d.community_id = p_community AND d.owner_id = x.debit_owner
                AND d.kind = x.debit_kind
            LEFT JOIN accounts c ON c.community_id = p_community AND c.owner_id = x.credit_owner
                AND c.kind = x.credit_kind
        ), part AS MATERIALIZED (
            SELECT p.ordinal, p.debit_id, p.credit_id, p.from_wallet, p.to_wallet, p.hold_id,
                   e.key::date AS lapses_on, e.value::bigint AS points
            FROM posting p, LATERAL jsonb_each_text(p.parts) AS e
            WHERE p.refusal IS NULL
        ), change AS (
            SELECT ordinal, debit_id AS account_id, lapses_on, -points AS change
            FROM part WHERE from_wallet AND hold_id IS NULL
            UNION ALL
            SELECT ordinal, credit_id, lapses_on, points
            FROM part WHERE to_wallet AND NOT from_wallet
        ), running AS (
            SELECT c.ordinal, c.account_id, c.lapses_on, c.change, coalesce(l.posted - l.held, 0)
                   + sum(c.change) OVER (PARTITION BY c.account_id, c.lapses_on ORDER BY c.ordinal) AS left_over
            FROM change c
            LEFT JOIN lots l ON l.community_id = p_community AND l.account_id = c.account_id
                AND l.lapses_on = c.lapses_on
        ), overdrawn AS (
            SELECT DISTINCT ordinal
            FROM (
                SELECT ordinal, change,
                       min(left_over) OVER (PARTITION BY account_id, lapses_on ORDER BY ordinal) AS lowest
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
        ), moved AS MATERIALIZED (
            SELECT account_id, lapses_on, sum(posted) AS posted, sum(held) AS held
            FROM (
                SELECT debit_id AS account_id, lapses_on, -points AS posted,
                       CASE WHEN hold_id IS NULL THEN 0 ELSE -points END AS held, ordinal
                FROM part WHERE from_wallet
                UNION ALL
                SELECT credit_id, lapses_on, points, 0, ordinal FROM part WHERE to_wallet
            ) s
            WHERE ordinal NOT IN (SELECT ordinal FROM overdrawn)
            GROUP BY account_id, lapses_on
        ), filled AS (
            INSERT INTO lots (community_id, account_id, lapses_on, posted, held)
            SELECT p_community, m.account_id, m.lapses_on, coalesce(l.posted, 0) + m.posted, coalesce(l.held, 0) + m.held
            FROM moved m
            LEFT JOIN lots l ON l.community_id = p_community AND l.account_id = m.account_id
                AND l.lapses_on = m.lapses_on
            ON CONFLICT (community_id, account_id, lapses_on) DO UPDATE SET posted = EXCLUDED.posted, held = EXCLUDED.held
        ), owed AS (
            SELECT account_id, sum(debt) AS debt
            FROM (
                SELECT credit_id AS account_id, amount AS debt
                FROM decided WHERE status = 'posted' AND debit_kind = 'owed' AND to_wallet
                UNION ALL
                SELECT debit_id, -amount FROM decided WHERE status = 'posted' AND credit_kind = 'owed' AND from_wallet
            ) s
            GROUP BY account_id
        ), balanced AS (
            UPDATE accounts a
            SET posted = a.posted + n.posted, held = a.held + n.held, debt = a.debt + coalesce(o.debt, 0)
            FROM (
                SELECT account_id, sum(posted) AS posted, sum(held) AS held FROM moved GROUP BY account_id
            ) n LEFT JOIN owed o USING (account_id)
            WHERE a.community_id = p_community AND a.id = n.account_id
        ), written AS (
            INSERT INTO transfers (
                community_id, id, debit_account_id, credit_account_id, amount, parts, code, cause_kind, cause_id,
                rulebook_id, rule_code, deed_on, hold_id, reverses_id, explanation, actor_id, on_behalf_of, posted_at
            )
            SELECT p_community, id, debit_id, credit_id, amount, parts, code, cause_kind, cause_id,
                   rulebook_id, rule_code, deed_on, hold_id, reverses_id, explanation, actor_id, on_behalf_of, p_now
            FROM decided WHERE status = 'posted' ORDER BY ordinal
        )
        SELECT array_agg(status ORDER BY ordinal) INTO statuses FROM decided;
        RETURN coalesce(statuses, ARRAY[]::text[]);
    END
    $body$;

    -- Holds points of wallets; a status for each, in order: held | no_account | not_enough.
    CREATE OR REPLACE FUNCTION place_holds(p_community uuid, p_now timestamptz, p_holds jsonb)
    RETURNS text[] LANGUAGE plpgsql AS $body$
    DECLARE
        statuses text[];
    BEGIN
        PERFORM 1
        FROM accounts a
        WHERE a.community_id = p_community AND a.kind = 'wallet' AND a.owner_id IN (
            SELECT x.owner FROM jsonb_to_recordset(p_holds) AS x(owner uuid)
        )
        ORDER BY a.id
        FOR NO KEY UPDATE;

        WITH hold AS MATERIALIZED (
            SELECT x.*, a.id AS account_id
            FROM ROWS FROM (jsonb_to_recordset(p_holds) AS (
                id uuid, owner uuid, amount bigint, parts jsonb, cause_kind text, cause_id uuid
            )) WITH ORDINALITY AS x(id, owner, amount, parts, cause_kind, cause_id, ordinal)
            LEFT JOIN accounts a ON a.community_id = p_community AND a.owner_id = x.owner AND a.kind = 'wallet'
        ), part AS MATERIALIZED (
            SELECT h.ordinal, h.account_id, e.key::date AS lapses_on, e.value::bigint AS points
            FROM hold h, LATERAL jsonb_each_text(h.parts) AS e
        ), overdrawn AS (
            SELECT DISTINCT ordinal
            FROM (
                SELECT p.ordinal, coalesce(l.posted - l.held, 0)
                       - sum(p.points) OVER (PARTITION BY p.account_id, p.lapses_on ORDER BY p.ordinal) AS left_over
                FROM part p
                LEFT JOIN lots l ON l.community_id = p_community AND l.account_id = p.account_id
                    AND l.lapses_on = p.lapses_on
            ) r
            WHERE left_over < 0
        ), decided AS MATERIALIZED (
            SELECT h.*, CASE WHEN h.account_id IS NULL THEN 'no_account'
                             WHEN o.ordinal IS NOT NULL THEN 'not_enough' ELSE 'held' END AS status
            FROM hold h LEFT JOIN overdrawn o USING (ordinal)
        ), filled AS (
            UPDATE lots l SET held = l.held + m.points
            FROM (
                SELECT p.account_id, p.lapses_on, sum(p.points) AS points
                FROM part p JOIN decided d USING (ordinal)
                WHERE d.status = 'held'
                GROUP BY p.account_id, p.lapses_on
            ) m
            WHERE l.community_id = p_community AND l.account_id = m.account_id AND l.lapses_on = m.lapses_on
        ), balanced AS (
            UPDATE accounts a SET held = a.held + n.amount
            FROM (SELECT account_id, sum(amount) AS amount FROM decided WHERE status = 'held' GROUP BY account_id) n
            WHERE a.community_id = p_community AND a.id = n.account_id
        ), written AS (
            INSERT INTO holds (community_id, id, account_id, amount, parts, state, cause_kind, cause_id, placed_at)
            SELECT p_community, id, account_id, amount, parts, 'held', cause_kind, cause_id, p_now
            FROM decided WHERE status = 'held' ORDER BY ordinal
        )
        SELECT array_agg(status ORDER BY ordinal) INTO statuses FROM decided;
        RETURN coalesce(statuses, ARRAY[]::text[]);
    END
    $body$;

    -- Gives held points back; a status for each, in order: released | not_held.
    CREATE OR REPLACE FUNCTION release_holds(p_community uuid, p_now timestamptz, p_holds uuid[])
    RETURNS text[] LANGUAGE plpgsql AS $body$
    DECLARE
        statuses text[];
    BEGIN
        PERFORM 1
        FROM accounts a
        WHERE a.community_id = p_community AND a.id IN (
            SELECT h.account_id FROM holds h WHERE h.community_id = p_community AND h.id = ANY (p_holds)
        )
        ORDER BY a.id
        FOR NO KEY UPDATE;

        WITH released AS (
            UPDATE holds h SET state = 'released', closed_at = p_now
            WHERE h.community_id = p_community AND h.id = ANY (p_holds) AND h.state = 'held'
            RETURNING h.id, h.account_id, h.amount, h.parts
        ), filled AS (
            UPDATE lots l SET held = l.held - m.points
            FROM (
                SELECT r.account_id, e.key::date AS lapses_on, sum(e.value::bigint) AS points
                FROM released r, LATERAL jsonb_each_text(r.parts) AS e
                GROUP BY r.account_id, e.key
            ) m
            WHERE l.community_id = p_community AND l.account_id = m.account_id AND l.lapses_on = m.lapses_on
        ), balanced AS (
            UPDATE accounts a SET held = a.held - n.amount
            FROM (SELECT account_id, sum(amount) AS amount FROM released GROUP BY account_id) n
            WHERE a.community_id = p_community AND a.id = n.account_id
        )
        SELECT array_agg(CASE WHEN r.id IS NULL OR x.place > 1 THEN 'not_held' ELSE 'released' END ORDER BY x.ordinal)
        INTO statuses
        FROM (
            SELECT u.id, u.ordinal, row_number() OVER (PARTITION BY u.id ORDER BY u.ordinal) AS place
            FROM unnest(p_holds) WITH ORDINALITY AS u(id, ordinal)
        ) x LEFT JOIN released r USING (id);
        RETURN coalesce(statuses, ARRAY[]::text[]);
    END
    $body$;
END
$migration$;
