-- Statements of stores: a month is closed once and says the same for ever. See docs/decisions/0016-closed-months.md.
DO $migration$
BEGIN
    -- For how many days of the next month a statement stays open.
    ALTER TABLE communities
        ADD COLUMN statement_days integer NOT NULL DEFAULT 5,
        ADD CONSTRAINT communities_statement_days_check CHECK (statement_days BETWEEN 1 AND 28);

    -- The lines of a store, in the order of time.
    CREATE INDEX confirmations_store_idx ON confirmations (community_id, store_id, confirmed_at, id);

    -- The lines of statements as they are now: the one place that says what a line is. A closed month has copies.
    CREATE VIEW store_lines AS
    SELECT c.community_id, c.store_id, c.id, 'confirmation'::text AS kind, c.confirmed_at AS at,
           '****' || right(v.code, 4) AS code, o.title AS offer_title, c.bill_fen, c.discount_fen,
           c.spent_points AS points, c.cashier_id, u.name AS cashier_name, c.undone_at
    FROM confirmations c
    JOIN vouchers v ON v.community_id = c.community_id AND v.id = c.voucher_id
    JOIN offers o ON o.community_id = v.community_id AND o.id = v.offer_id
    JOIN users u ON u.community_id = c.community_id AND u.id = c.cashier_id
    UNION ALL
    -- taken back by the desk, in the month in which that was done
    SELECT c.community_id, c.store_id, c.correction_id, 'correction', c.corrected_at,
           '****' || right(v.code, 4), o.title, -c.bill_fen, -c.discount_fen,
           -c.corrected_points, c.corrected_by, u.name, NULL
    FROM confirmations c
    JOIN vouchers v ON v.community_id = c.community_id AND v.id = c.voucher_id
    JOIN offers o ON o.community_id = v.community_id AND o.id = v.offer_id
    JOIN users u ON u.community_id = c.community_id AND u.id = c.corrected_by
    WHERE c.corrected_at IS NOT NULL;

    CREATE TABLE statements (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        store_id uuid NOT NULL,
        -- its first day
        month date NOT NULL,
        -- the moments between which the month lay in the community's time zone
        from_at timestamptz NOT NULL,
        to_at timestamptz NOT NULL,
        -- what its lines add up to, without those that were undone
        confirmations bigint NOT NULL,
        corrections bigint NOT NULL,
        bill_fen bigint NOT NULL,
        discount_fen bigint NOT NULL,
        points bigint NOT NULL,
        state text NOT NULL,
        closed_at timestamptz NOT NULL,
        -- nobody: the program itself
        closed_by uuid,
        answered_at timestamptz,
        answered_by uuid,
        -- why the partner does not agree
        dispute text,
        settled_at timestamptz,
        settled_by uuid,
        settlement text,
        CONSTRAINT statements_pk PRIMARY KEY (community_id, id),
        CONSTRAINT statements_month_key UNIQUE (community_id, store_id, month),
        CONSTRAINT statements_store_fk FOREIGN KEY (community_id, store_id) REFERENCES stores (community_id, id),
        CONSTRAINT statements_closed_by_fk FOREIGN KEY (community_id, closed_by) REFERENCES users (community_id, id),
        CONSTRAINT statements_answered_by_fk FOREIGN KEY (community_id, answered_by)
            REFERENCES users (community_id, id),
        CONSTRAINT statements_settled_by_fk FOREIGN KEY (community_id, settled_by) REFERENCES users (community_id, id),
        CONSTRAINT statements_month_check CHECK (extract(day FROM month) = 1 AND from_at < to_at),
        CONSTRAINT statements_figures_check CHECK (confirmations >= 0 AND corrections >= 0),
        CONSTRAINT statements_texts_check CHECK (
            coalesce(length(dispute) BETWEEN 2 AND 200, true) AND coalesce(length(settlement) BETWEEN 2 AND 200, true)
        ),
        CONSTRAINT statements_answer_check CHECK (
            (answered_at IS NULL) = (answered_by IS NULL)
            AND (settled_at IS NULL) = (settled_by IS NULL) AND (settled_at IS NULL) = (settlement IS NULL)
        ),
        CONSTRAINT statements_state_check CHECK (
            CASE state
                WHEN 'closed' THEN answered_at IS NULL AND dispute IS NULL AND settled_at IS NULL
                WHEN 'agreed' THEN answered_at IS NOT NULL AND dispute IS NULL AND settled_at IS NULL
                WHEN 'disputed' THEN answered_at IS NOT NULL AND dispute IS NOT NULL AND settled_at IS NULL
                WHEN 'settled' THEN answered_at IS NOT NULL AND dispute IS NOT NULL AND settled_at IS NOT NULL
                ELSE false
            END
        ),
        -- who disputes does not settle
        CONSTRAINT statements_settler_check CHECK (settled_by <> answered_by)
    );
    PERFORM place_tenant_table('statements');
    CREATE INDEX statements_state_idx ON statements (community_id, state, id);

    -- Only what is said to a closed month is added to it, one step after the other.
    CREATE FUNCTION keep_statement() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
        IF TG_OP = 'UPDATE' THEN
            IF (to_jsonb(NEW) - ARRAY['state', 'answered_at', 'answered_by', 'dispute', 'settled_at', 'settled_by', 'settlement'])
                = (to_jsonb(OLD) - ARRAY['state', 'answered_at', 'answered_by', 'dispute', 'settled_at', 'settled_by', 'settlement'])
                AND (OLD.state, NEW.state) IN (('closed', 'agreed'), ('closed', 'disputed'), ('disputed', 'settled'))
                AND (OLD.state = 'closed' OR (NEW.answered_at, NEW.answered_by, NEW.dispute)
                    IS NOT DISTINCT FROM (OLD.answered_at, OLD.answered_by, OLD.dispute))
            THEN
                RETURN NEW;
            END IF;
        END IF;
        RAISE EXCEPTION 'a closed statement stays as it is: % refused', TG_OP USING ERRCODE = 'restrict_violation';
    END
    $body$;
    CREATE TRIGGER statements_kept BEFORE UPDATE OR DELETE ON statements
        FOR EACH ROW EXECUTE FUNCTION keep_statement();
    CREATE TRIGGER statements_never_emptied BEFORE TRUNCATE ON statements
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- The lines of closed months, as they were then.
    CREATE TABLE statement_lines (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        -- no foreign key: a statement is written after its lines, which make its figures, in the same transaction
        statement_id uuid NOT NULL,
        store_id uuid NOT NULL,
        kind text NOT NULL,
        at timestamptz NOT NULL,
        code text NOT NULL,
        offer_title text NOT NULL,
        bill_fen bigint NOT NULL,
        discount_fen bigint NOT NULL,
        points bigint NOT NULL,
        cashier_id uuid NOT NULL,
        cashier_name text NOT NULL,
        undone_at timestamptz,
        -- so that nothing is a line of two statements
        CONSTRAINT statement_lines_pk PRIMARY KEY (community_id, id),
        CONSTRAINT statement_lines_store_fk FOREIGN KEY (community_id, store_id) REFERENCES stores (community_id, id),
        CONSTRAINT statement_lines_cashier_fk FOREIGN KEY (community_id, cashier_id) REFERENCES users (community_id, id),
        CONSTRAINT statement_lines_kind_check CHECK (kind IN ('confirmation', 'correction')),
        CONSTRAINT statement_lines_sign_check CHECK (
            CASE kind WHEN 'confirmation' THEN bill_fen >= 0 AND discount_fen >= 0 AND points >= 0
                      ELSE bill_fen <= 0 AND discount_fen <= 0 AND points <= 0 AND undone_at IS NULL END
        )
    );
    PERFORM place_tenant_table('statement_lines');
    CREATE INDEX statement_lines_statement_idx ON statement_lines (community_id, statement_id);
    CREATE INDEX statement_lines_store_idx ON statement_lines (community_id, store_id, at, id);
    CREATE FUNCTION keep_statement_lines() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
        IF EXISTS (SELECT FROM statements s WHERE s.community_id = NEW.community_id AND s.id = NEW.statement_id) THEN
            RAISE EXCEPTION 'the month is closed: no further line' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END
    $body$;
    CREATE TRIGGER statement_lines_complete BEFORE INSERT ON statement_lines
        FOR EACH ROW EXECUTE FUNCTION keep_statement_lines();
    CREATE TRIGGER statement_lines_append_only BEFORE UPDATE OR DELETE ON statement_lines
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER statement_lines_never_emptied BEFORE TRUNCATE ON statement_lines
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- The lines that a partner names in a dispute.
    CREATE TABLE disputed_lines (
        community_id uuid NOT NULL,
        line_id uuid NOT NULL,
        statement_id uuid NOT NULL,
        CONSTRAINT disputed_lines_pk PRIMARY KEY (community_id, line_id),
        CONSTRAINT disputed_lines_line_fk FOREIGN KEY (community_id, line_id)
            REFERENCES statement_lines (community_id, id),
        CONSTRAINT disputed_lines_statement_fk FOREIGN KEY (community_id, statement_id)
            REFERENCES statements (community_id, id)
    );
    PERFORM place_tenant_table('disputed_lines');
    CREATE INDEX disputed_lines_statement_idx ON disputed_lines (community_id, statement_id);
    CREATE TRIGGER disputed_lines_append_only BEFORE UPDATE OR DELETE ON disputed_lines
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER disputed_lines_never_emptied BEFORE TRUNCATE ON disputed_lines
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- Nothing happens any more in a month that is closed. Who closes it holds the store FOR UPDATE: whoever changes a
    -- confirmation waits for that here, or is waited for, and then sees what came of it.
    CREATE FUNCTION keep_closed_month() RETURNS trigger LANGUAGE plpgsql AS $body$
    DECLARE
        line confirmations;
        moment timestamptz;
    BEGIN
        IF TG_OP = 'INSERT' THEN line := NEW; ELSE line := OLD; END IF;
        moment := CASE TG_ARGV[0] WHEN 'corrected' THEN NEW.corrected_at ELSE line.confirmed_at END;
        PERFORM FROM stores s WHERE s.community_id = line.community_id AND s.id = line.store_id FOR KEY SHARE;
        IF EXISTS (
            SELECT FROM statements s
            WHERE s.community_id = line.community_id AND s.store_id = line.store_id
              AND s.from_at <= moment AND moment < s.to_at
        ) THEN
            RAISE EXCEPTION 'the month is closed: % refused', TG_OP USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END
    $body$;
    CREATE TRIGGER confirmations_month_kept BEFORE INSERT OR DELETE ON confirmations
        FOR EACH ROW EXECUTE FUNCTION keep_closed_month('confirmed');
    CREATE TRIGGER confirmations_line_kept BEFORE UPDATE ON confirmations
        FOR EACH ROW WHEN (
            (NEW.voucher_id, NEW.store_id, NEW.cashier_id, NEW.bill_fen, NEW.discount_fen, NEW.spent_points, NEW.confirmed_at,
             NEW.undone_at)
            IS DISTINCT FROM
            (OLD.voucher_id, OLD.store_id, OLD.cashier_id, OLD.bill_fen, OLD.discount_fen, OLD.spent_points, OLD.confirmed_at,
             OLD.undone_at)
        ) EXECUTE FUNCTION keep_closed_month('confirmed');
    -- A correction is a line of the month in which it is made, and stays as it is.
    CREATE TRIGGER confirmations_correction_kept BEFORE UPDATE ON confirmations
        FOR EACH ROW WHEN (OLD.corrected_at IS NULL AND NEW.corrected_at IS NOT NULL)
        EXECUTE FUNCTION keep_closed_month('corrected');
    CREATE TRIGGER confirmations_correction_stands BEFORE UPDATE ON confirmations
        FOR EACH ROW WHEN (
            OLD.corrected_at IS NOT NULL
            AND (NEW.corrected_at, NEW.corrected_by, NEW.corrected_points, NEW.correction_id)
                IS DISTINCT FROM (OLD.corrected_at, OLD.corrected_by, OLD.corrected_points, OLD.correction_id)
        ) EXECUTE FUNCTION refuse_change();
END
$migration$;
