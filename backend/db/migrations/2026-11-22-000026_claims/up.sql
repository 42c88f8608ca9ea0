-- Claims 申报: a resident's own report of a good deed, with photos; and what reviewers say about it.
DO $migration$
BEGIN
    CREATE TABLE claims (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        resident_id uuid NOT NULL,
        -- the version in force when the deed began, and its rule
        rulebook_id uuid NOT NULL,
        rule_code text NOT NULL,
        rule_title text NOT NULL,
        -- whether the beneficiary's word counts as a review
        beneficiary_confirms boolean NOT NULL,
        began_at timestamptz NOT NULL,
        -- the community's day on which it began
        deed_on date NOT NULL,
        minutes integer NOT NULL,
        level text,
        category text,
        hardship boolean NOT NULL,
        description text NOT NULL,
        place text NOT NULL,
        -- for whom it was done: a resident, or somebody by name
        beneficiary_id uuid,
        beneficiary_name text,
        state text NOT NULL,
        -- grows each time it is submitted again, and with the appeal
        round integer NOT NULL,
        -- how many different people must accept it in one round
        reviews_needed smallint NOT NULL,
        -- what the resident says against a refusal
        appeal text,
        -- what it earned, once it is accepted; no transfer if that is nothing
        points bigint,
        explanation jsonb,
        transfer_id uuid,
        created_at timestamptz NOT NULL,
        CONSTRAINT claims_pk PRIMARY KEY (community_id, id),
        CONSTRAINT claims_resident_fk FOREIGN KEY (community_id, resident_id) REFERENCES residents (community_id, id),
        CONSTRAINT claims_rulebook_fk FOREIGN KEY (community_id, rulebook_id) REFERENCES rulebooks (community_id, id),
        CONSTRAINT claims_beneficiary_fk FOREIGN KEY (community_id, beneficiary_id)
            REFERENCES residents (community_id, id),
        CONSTRAINT claims_transfer_fk FOREIGN KEY (community_id, transfer_id) REFERENCES transfers (community_id, id),
        CONSTRAINT claims_transfer_key UNIQUE (community_id, transfer_id),
        CONSTRAINT claims_minutes_check CHECK (minutes BETWEEN 0 AND 1440),
        CONSTRAINT claims_level_check CHECK (length(level) BETWEEN 1 AND 60),
        CONSTRAINT claims_description_check CHECK (length(description) BETWEEN 2 AND 500),
        CONSTRAINT claims_place_check CHECK (length(place) <= 100),
        CONSTRAINT claims_beneficiary_check CHECK (
            (beneficiary_id IS NULL OR beneficiary_name IS NULL) AND beneficiary_id <> resident_id
            AND length(beneficiary_name) BETWEEN 1 AND 60
        ),
        CONSTRAINT claims_state_check CHECK (
            state IN ('submitted', 'returned', 'refused', 'appealed', 'accepted', 'withdrawn')
        ),
        CONSTRAINT claims_round_check CHECK (round >= 1),
        CONSTRAINT claims_reviews_needed_check CHECK (reviews_needed BETWEEN 1 AND 2),
        CONSTRAINT claims_appeal_check CHECK (
            CASE WHEN appeal IS NULL THEN state <> 'appealed'
                 ELSE state IN ('appealed', 'accepted', 'refused') AND round > 1 END
        ),
        CONSTRAINT claims_points_check CHECK (
            CASE WHEN state = 'accepted'
                 THEN points >= 0 AND explanation IS NOT NULL AND (points > 0) = (transfer_id IS NOT NULL)
                 ELSE points IS NULL AND explanation IS NULL AND transfer_id IS NULL END
        )
    );
    PERFORM place_tenant_table('claims');
    -- a deed is claimed once; what was refused is appealed against, not claimed again
    CREATE UNIQUE INDEX claims_deed_key ON claims (community_id, resident_id, rule_code, began_at)
        WHERE state <> 'withdrawn';
    CREATE INDEX claims_state_idx ON claims (community_id, state, id);
    CREATE INDEX claims_resident_idx ON claims (community_id, resident_id, id);
    CREATE INDEX claims_beneficiary_idx ON claims (community_id, beneficiary_id, id) WHERE beneficiary_id IS NOT NULL;

    -- Each time a claim was put before the reviewers: at first, again after it was mended, and by appeal.
    CREATE TABLE claim_rounds (
        community_id uuid NOT NULL,
        claim_id uuid NOT NULL,
        round integer NOT NULL,
        submitted_by uuid NOT NULL,
        submitted_at timestamptz NOT NULL,
        CONSTRAINT claim_rounds_pk PRIMARY KEY (community_id, claim_id, round),
        CONSTRAINT claim_rounds_claim_fk FOREIGN KEY (community_id, claim_id) REFERENCES claims (community_id, id),
        CONSTRAINT claim_rounds_submitted_by_fk FOREIGN KEY (community_id, submitted_by)
            REFERENCES users (community_id, id)
    );
    PERFORM place_tenant_table('claim_rounds');
    CREATE TRIGGER claim_rounds_append_only BEFORE UPDATE OR DELETE ON claim_rounds
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE photos (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        uploaded_by uuid NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        size_bytes integer NOT NULL,
        -- when both pictures were in the object store; before that nobody sees it
        stored_at timestamptz,
        -- what it belongs to, and in which place; as long as it belongs to nothing, to who uploaded it
        claim_id uuid,
        place smallint,
        created_at timestamptz NOT NULL,
        CONSTRAINT photos_pk PRIMARY KEY (community_id, id),
        CONSTRAINT photos_uploaded_by_fk FOREIGN KEY (community_id, uploaded_by) REFERENCES users (community_id, id),
        CONSTRAINT photos_claim_fk FOREIGN KEY (community_id, claim_id) REFERENCES claims (community_id, id),
        CONSTRAINT photos_place_key UNIQUE (community_id, claim_id, place),
        CONSTRAINT photos_size_check CHECK (width > 0 AND height > 0 AND size_bytes > 0),
        CONSTRAINT photos_claim_check CHECK (
            CASE WHEN claim_id IS NULL THEN place IS NULL ELSE place BETWEEN 1 AND 6 AND stored_at IS NOT NULL END
        )
    );
    PERFORM place_tenant_table('photos');
    CREATE INDEX photos_loose_idx ON photos (community_id, uploaded_by, created_at) WHERE claim_id IS NULL;

    -- What somebody says about something that needs one or two pairs of eyes.
    CREATE TABLE reviews (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        round integer NOT NULL,
        reviewer_id uuid NOT NULL,
        verdict text NOT NULL,
        note text NOT NULL,
        reviewed_at timestamptz NOT NULL,
        CONSTRAINT reviews_pk PRIMARY KEY (community_id, id),
        -- two are two different people
        CONSTRAINT reviews_reviewer_key UNIQUE (community_id, subject_kind, subject_id, round, reviewer_id),
        CONSTRAINT reviews_reviewer_fk FOREIGN KEY (community_id, reviewer_id) REFERENCES users (community_id, id),
        CONSTRAINT reviews_subject_check CHECK (subject_kind IN ('claim')),
        CONSTRAINT reviews_verdict_check CHECK (verdict IN ('accept', 'return', 'refuse')),
        CONSTRAINT reviews_note_check CHECK (
            length(note) <= 200 AND (verdict = 'accept' OR length(note) >= 2)
        )
    );
    PERFORM place_tenant_table('reviews');
    CREATE TRIGGER reviews_append_only BEFORE UPDATE OR DELETE ON reviews
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- Maker and checker: nobody reviews a claim of their own or one they put before the reviewers, and an appeal is decided
    -- by somebody who has taken no part before.
    CREATE FUNCTION check_review() RETURNS trigger LANGUAGE plpgsql AS $body$
    DECLARE
        subject claims%ROWTYPE;
    BEGIN
        SELECT * INTO subject FROM claims
        WHERE community_id = NEW.community_id AND id = NEW.subject_id FOR NO KEY UPDATE;
        IF NOT FOUND OR subject.round <> NEW.round OR subject.state NOT IN ('submitted', 'appealed') THEN
            RAISE EXCEPTION 'reviews_open_check: no such claim waits in round %', NEW.round
                USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (
            SELECT FROM claim_rounds r
            WHERE r.community_id = NEW.community_id AND r.claim_id = NEW.subject_id AND r.submitted_by = NEW.reviewer_id
        ) OR EXISTS (
            SELECT FROM users u
            WHERE u.community_id = NEW.community_id AND u.id = NEW.reviewer_id AND u.resident_id = subject.resident_id
        ) THEN
            RAISE EXCEPTION 'reviews_maker_check: who makes a claim does not review it'
                USING ERRCODE = 'check_violation';
        END IF;
        IF subject.state = 'appealed' AND EXISTS (
            SELECT FROM reviews r
            WHERE r.community_id = NEW.community_id AND r.subject_kind = 'claim' AND r.subject_id = NEW.subject_id
                AND r.round < NEW.round AND r.reviewer_id = NEW.reviewer_id
        ) THEN
            RAISE EXCEPTION 'reviews_appeal_check: an appeal is decided by somebody else'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END
    $body$;
    CREATE TRIGGER reviews_maker_checker BEFORE INSERT ON reviews
        FOR EACH ROW WHEN (NEW.subject_kind = 'claim') EXECUTE FUNCTION check_review();

    -- A claim is accepted by as many different people as it needs, and stays as it is then.
    CREATE FUNCTION check_claim() RETURNS trigger LANGUAGE plpgsql AS $body$
    DECLARE
        accepted bigint;
        others bigint;
    BEGIN
        IF TG_OP = 'UPDATE' AND OLD.state IN ('accepted', 'withdrawn') THEN
            RAISE EXCEPTION 'claims_final_check: a claim that is % stays as it is', OLD.state
                USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.state IN ('accepted', 'refused') AND (TG_OP = 'INSERT' OR OLD.state <> NEW.state) THEN
            SELECT count(DISTINCT reviewer_id) FILTER (WHERE verdict = 'accept'),
                count(*) FILTER (WHERE verdict <> 'accept')
            INTO accepted, others
            FROM reviews
            WHERE community_id = NEW.community_id AND subject_kind = 'claim' AND subject_id = NEW.id
                AND round = NEW.round;
            IF NEW.state = 'accepted' AND (accepted < NEW.reviews_needed OR others > 0) OR
               NEW.state = 'refused' AND others = 0 THEN
                RAISE EXCEPTION 'claims_reviews_check: % without the reviews it needs', NEW.state
                    USING ERRCODE = 'check_violation';
            END IF;
        END IF;
        RETURN NEW;
    END
    $body$;
    CREATE TRIGGER claims_reviewed BEFORE INSERT OR UPDATE ON claims
        FOR EACH ROW EXECUTE FUNCTION check_claim();

    -- a claim is awarded once
    CREATE UNIQUE INDEX transfers_claim_key ON transfers (community_id, cause_id)
        WHERE code = 'earn' AND cause_kind = 'claim';
END
$migration$;
