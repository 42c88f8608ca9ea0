-- Adjustments that need a second person of the desk.
DO $migration$
BEGIN
    ALTER TABLE communities
        -- so many points one person adjusts alone
        ADD COLUMN adjustment_limit integer NOT NULL DEFAULT 200,
        ADD CONSTRAINT communities_adjustment_limit_check CHECK (adjustment_limit BETWEEN 0 AND 10000);

    CREATE TABLE adjustments (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        resident_id uuid NOT NULL,
        -- what the wallet gains; negative if it loses
        points bigint NOT NULL,
        reason text NOT NULL,
        state text NOT NULL,
        proposed_by uuid NOT NULL,
        proposed_at timestamptz NOT NULL,
        transfer_id uuid,
        CONSTRAINT adjustments_pk PRIMARY KEY (community_id, id),
        CONSTRAINT adjustments_resident_fk FOREIGN KEY (community_id, resident_id)
            REFERENCES residents (community_id, id),
        CONSTRAINT adjustments_proposed_by_fk FOREIGN KEY (community_id, proposed_by)
            REFERENCES users (community_id, id),
        CONSTRAINT adjustments_transfer_fk FOREIGN KEY (community_id, transfer_id)
            REFERENCES transfers (community_id, id),
        CONSTRAINT adjustments_transfer_key UNIQUE (community_id, transfer_id),
        CONSTRAINT adjustments_points_check CHECK (points <> 0),
        CONSTRAINT adjustments_reason_check CHECK (length(reason) BETWEEN 2 AND 200),
        CONSTRAINT adjustments_state_check CHECK (
            state IN ('proposed', 'confirmed', 'refused') AND (state = 'confirmed') = (transfer_id IS NOT NULL)
        )
    );
    PERFORM place_tenant_table('adjustments');
    CREATE INDEX adjustments_state_idx ON adjustments (community_id, state, id);
    CREATE INDEX adjustments_resident_idx ON adjustments (community_id, resident_id, id);

    ALTER TABLE reviews
        DROP CONSTRAINT reviews_subject_check,
        ADD CONSTRAINT reviews_subject_check CHECK (
            subject_kind = 'claim' OR subject_kind = 'adjustment' AND verdict <> 'return'
        );

    -- Maker and checker: nobody reviews an adjustment that they have proposed, or one of their own wallet.
    CREATE FUNCTION check_adjustment_review() RETURNS trigger LANGUAGE plpgsql AS $body$
    DECLARE
        subject adjustments%ROWTYPE;
    BEGIN
        SELECT * INTO subject FROM adjustments
        WHERE community_id = NEW.community_id AND id = NEW.subject_id FOR NO KEY UPDATE;
        IF NOT FOUND OR subject.state <> 'proposed' THEN
            RAISE EXCEPTION 'reviews_open_check: no such adjustment waits' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.reviewer_id = subject.proposed_by OR EXISTS (
            SELECT FROM users u
            WHERE u.community_id = NEW.community_id AND u.id = NEW.reviewer_id AND u.resident_id = subject.resident_id
        ) THEN
            RAISE EXCEPTION 'reviews_maker_check: who proposes an adjustment does not confirm it'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END
    $body$;
    CREATE TRIGGER reviews_adjustment_maker_checker BEFORE INSERT ON reviews
        FOR EACH ROW WHEN (NEW.subject_kind = 'adjustment') EXECUTE FUNCTION check_adjustment_review();

    -- No points are adjusted above the limit but those that one has proposed and another has confirmed.
    CREATE FUNCTION check_adjustment() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
        IF NEW.amount <= (SELECT adjustment_limit FROM communities WHERE id = NEW.community_id) THEN
            RETURN NEW;
        END IF;
        IF NOT EXISTS (
            SELECT FROM adjustments a
            JOIN reviews r ON r.community_id = a.community_id AND r.subject_kind = 'adjustment' AND r.subject_id = a.id
                AND r.verdict = 'accept' AND r.reviewer_id <> a.proposed_by
            JOIN accounts w ON w.community_id = a.community_id AND w.kind = 'wallet' AND w.owner_id = a.resident_id
                AND w.id = CASE WHEN a.points > 0 THEN NEW.credit_account_id ELSE NEW.debit_account_id END
            WHERE a.community_id = NEW.community_id AND NEW.cause_kind = 'adjustment' AND a.id = NEW.cause_id
                AND a.state = 'proposed' AND abs(a.points) = NEW.amount
        ) THEN
            RAISE EXCEPTION 'transfers_adjustment_check: an adjustment of % needs two people', NEW.amount
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END
    $body$;
    CREATE TRIGGER transfers_adjustment BEFORE INSERT ON transfers
        FOR EACH ROW WHEN (NEW.code = 'adjust') EXECUTE FUNCTION check_adjustment();

    -- an adjustment is posted once
    CREATE UNIQUE INDEX transfers_adjustment_key ON transfers (community_id, cause_id)
        WHERE code = 'adjust' AND cause_kind = 'adjustment';
END
$migration$;
