-- The points ledger: accounts, transfers, holds. See docs/architecture.md, "The ledger".
DO $migration$
BEGIN
    CREATE TABLE accounts (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        -- whose: the resident of a wallet, the community of a system account
        owner_id uuid NOT NULL,
        resident_id uuid,
        posted bigint NOT NULL,
        held bigint NOT NULL,
        CONSTRAINT accounts_pk PRIMARY KEY (community_id, id),
        CONSTRAINT accounts_owner_key UNIQUE (community_id, owner_id, kind),
        CONSTRAINT accounts_community_fk FOREIGN KEY (community_id) REFERENCES communities (id),
        CONSTRAINT accounts_resident_fk FOREIGN KEY (community_id, resident_id)
            REFERENCES residents (community_id, id),
        CONSTRAINT accounts_kind_check CHECK (
            kind IN ('wallet', 'issued', 'spent', 'expired', 'deducted', 'adjusted', 'opening')
        ),
        CONSTRAINT accounts_owner_check CHECK (
            CASE kind WHEN 'wallet' THEN resident_id IS NOT NULL AND owner_id = resident_id
                      ELSE resident_id IS NULL AND owner_id = community_id END
        ),
        CONSTRAINT accounts_held_check CHECK (held >= 0),
        CONSTRAINT accounts_available_check CHECK (posted - held >= 0),
        -- System accounts are sums of their transfers; a figure here would be a row everybody queues behind.
        CONSTRAINT accounts_system_check CHECK (kind = 'wallet' OR (posted = 0 AND held = 0))
    );
    PERFORM place_tenant_table('accounts');

    CREATE TABLE holds (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        amount bigint NOT NULL,
        state text NOT NULL,
        cause_kind text NOT NULL,
        cause_id uuid NOT NULL,
        placed_at timestamptz NOT NULL,
        closed_at timestamptz,
        CONSTRAINT holds_pk PRIMARY KEY (community_id, id),
        CONSTRAINT holds_account_fk FOREIGN KEY (community_id, account_id) REFERENCES accounts (community_id, id),
        CONSTRAINT holds_amount_check CHECK (amount > 0),
        CONSTRAINT holds_state_check CHECK (state IN ('held', 'captured', 'released')),
        CONSTRAINT holds_closed_check CHECK ((state = 'held') = (closed_at IS NULL)),
        CONSTRAINT holds_cause_check CHECK (cause_kind IN ('voucher', 'order'))
    );
    PERFORM place_tenant_table('holds');
    CREATE INDEX holds_open_idx ON holds (community_id, account_id) WHERE state = 'held';

    CREATE TABLE transfers (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        debit_account_id uuid NOT NULL,
        credit_account_id uuid NOT NULL,
        amount bigint NOT NULL,
        code text NOT NULL,
        -- what caused it
        cause_kind text NOT NULL,
        cause_id uuid NOT NULL,
        -- the rule that gave it, in the version in force at the deed, and the community's day of the deed
        rulebook_id uuid,
        rule_code text,
        deed_on date,
        hold_id uuid,
        reverses_id uuid,
        explanation jsonb NOT NULL,
        actor_id uuid,
        on_behalf_of uuid,
        posted_at timestamptz NOT NULL,
        CONSTRAINT transfers_pk PRIMARY KEY (community_id, id),
        -- reversed at most once, captured at most once
        CONSTRAINT transfers_reverses_key UNIQUE (community_id, reverses_id),
        CONSTRAINT transfers_hold_key UNIQUE (community_id, hold_id),
        CONSTRAINT transfers_debit_fk FOREIGN KEY (community_id, debit_account_id)
            REFERENCES accounts (community_id, id),
        CONSTRAINT transfers_credit_fk FOREIGN KEY (community_id, credit_account_id)
            REFERENCES accounts (community_id, id),
        CONSTRAINT transfers_rulebook_fk FOREIGN KEY (community_id, rulebook_id)
            REFERENCES rulebooks (community_id, id),
        CONSTRAINT transfers_hold_fk FOREIGN KEY (community_id, hold_id) REFERENCES holds (community_id, id),
        CONSTRAINT transfers_reverses_fk FOREIGN KEY (community_id, reverses_id)
            REFERENCES transfers (community_id, id),
        CONSTRAINT transfers_amount_check CHECK (amount > 0),
        CONSTRAINT transfers_sides_check CHECK (debit_account_id <> credit_account_id),
        CONSTRAINT transfers_code_check CHECK (
            code IN ('earn', 'spend', 'expire', 'adjust', 'deduct', 'reverse', 'opening')
        ),
        CONSTRAINT transfers_earn_check CHECK (
            (code = 'earn') = (rule_code IS NOT NULL AND rulebook_id IS NOT NULL AND deed_on IS NOT NULL)
        ),
        CONSTRAINT transfers_reverse_check CHECK ((code = 'reverse') = (reverses_id IS NOT NULL))
    );
    PERFORM place_tenant_table('transfers');
    CREATE INDEX transfers_debit_idx ON transfers (community_id, debit_account_id, id);
    CREATE INDEX transfers_credit_idx ON transfers (community_id, credit_account_id, id);
    CREATE INDEX transfers_cause_idx ON transfers (community_id, cause_id, id);
    CREATE INDEX transfers_deed_idx ON transfers (community_id, credit_account_id, deed_on) WHERE code = 'earn';
    CREATE TRIGGER transfers_append_only BEFORE UPDATE OR DELETE ON transfers
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER transfers_never_emptied BEFORE TRUNCATE ON transfers
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- Posts transfers, one or a thousand, in one round trip; answers a status for each, in order:
    --   posted | no_account | not_enough | not_held | already_reversed
    -- A transfer with a hold captures it. Of a wallet that would be overdrawn, the debit that would do it and the
    -- later ones in this call are refused; points that another wallet gives in this call cannot be spent in it.
    CREATE FUNCTION post_transfers(p_community uuid, p_now timestamptz, p_postings jsonb)
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

    -- Holds points of wallets; a status for each, in order: held | no_account | not_enough.
    CREATE FUNCTION place_holds(p_community uuid, p_now timestamptz, p_holds jsonb)
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
            SELECT x.*, a.id AS account_id,
                   CASE
                       WHEN a.id IS NULL THEN 'no_account'
                       WHEN a.posted - a.held
                            < sum(x.amount) OVER (PARTITION BY x.owner ORDER BY x.ordinal) THEN 'not_enough'
                       ELSE 'held'
                   END AS status
            FROM ROWS FROM (jsonb_to_recordset(p_holds) AS (
                id uuid, owner uuid, amount bigint, cause_kind text, cause_id uuid
            )) WITH ORDINALITY AS x(id, owner, amount, cause_kind, cause_id, ordinal)
            LEFT JOIN accounts a ON a.community_id = p_community AND a.owner_id = x.owner AND a.kind = 'wallet'
        ), balanced AS (
            UPDATE accounts a SET held = a.held + n.amount
            FROM (SELECT account_id, sum(amount) AS amount FROM hold WHERE status = 'held' GROUP BY account_id) n
            WHERE a.community_id = p_community AND a.id = n.account_id
        ), written AS (
            INSERT INTO holds (community_id, id, account_id, amount, state, cause_kind, cause_id, placed_at)
            SELECT p_community, id, account_id, amount, 'held', cause_kind, cause_id, p_now
            FROM hold WHERE status = 'held' ORDER BY ordinal
        )
        SELECT array_agg(status ORDER BY ordinal) INTO statuses FROM hold;
        RETURN coalesce(statuses, ARRAY[]::text[]);
    END
    $body$;

    -- Gives held points back; a status for each, in order: released | not_held.
    CREATE FUNCTION release_holds(p_community uuid, p_now timestamptz, p_holds uuid[])
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
            RETURNING h.id, h.account_id, h.amount
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
