-- Block heads 楼栋长, representatives of households, and the neighbourhood pact 守约 month by month.
DO $migration$
BEGIN
    ALTER TABLE buildings
        ADD COLUMN block_head_id uuid,
        ADD CONSTRAINT buildings_block_head_fk FOREIGN KEY (community_id, block_head_id)
            REFERENCES residents (community_id, id);
    CREATE INDEX buildings_block_head_idx ON buildings (community_id, block_head_id) WHERE block_head_id IS NOT NULL;

    -- whose wallet gets what the household earns as one; the eldest's if nobody is chosen
    ALTER TABLE households
        ADD COLUMN representative_id uuid,
        ADD CONSTRAINT households_representative_fk FOREIGN KEY (community_id, representative_id)
            REFERENCES residents (community_id, id);
    CREATE INDEX households_representative_idx ON households (community_id, representative_id)
        WHERE representative_id IS NOT NULL;

    -- As before, and the buildings of a block head who is registered.
    CREATE OR REPLACE FUNCTION principal_of(p_community uuid, p_user uuid, p_session uuid, p_now timestamptz)
    RETURNS jsonb LANGUAGE sql STABLE AS $body$
        SELECT jsonb_build_object(
            'name', u.name,
            'resident', u.resident_id,
            'offices', ARRAY(
                SELECT r.role FROM user_roles r WHERE r.community_id = p_community AND r.user_id = p_user
            ),
            'teams', ARRAY(
                SELECT m.team_id FROM memberships m
                JOIN teams t ON t.community_id = p_community AND t.id = m.team_id
                JOIN residents r ON r.community_id = p_community AND r.id = m.resident_id
                WHERE m.community_id = p_community AND m.resident_id = u.resident_id
                  AND m.state = 'active' AND m.position = 'leader' AND t.state = 'active' AND r.state = 'active'
            ),
            'buildings', ARRAY(
                SELECT b.id FROM buildings b
                JOIN residents r ON r.community_id = p_community AND r.id = b.block_head_id AND r.state = 'active'
                WHERE b.community_id = p_community AND b.block_head_id = u.resident_id
            ),
            'partners', ARRAY(
                SELECT p.partner_id FROM partner_managers p WHERE p.community_id = p_community AND p.user_id = p_user
            ),
            'stores', ARRAY(
                SELECT c.store_id FROM cashiers c WHERE c.community_id = p_community AND c.user_id = p_user
            ),
            'managed_stores', ARRAY(
                SELECT s.id FROM partner_managers p
                JOIN stores s ON s.community_id = p_community AND s.partner_id = p.partner_id
                WHERE p.community_id = p_community AND p.user_id = p_user
            )
        )
        FROM users u
        WHERE u.community_id = p_community AND u.id = p_user AND u.disabled_at IS NULL
          AND EXISTS (
              SELECT 1 FROM sessions s
              WHERE s.id = p_session AND s.community_id = p_community AND s.user_id = p_user
                AND s.ended_at IS NULL AND s.expires_at > p_now
          )
    $body$;

    -- The pact in a building in a month: open until it is settled, and never changed after that.
    CREATE TABLE pacts (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        building_id uuid NOT NULL,
        -- its first day
        month date NOT NULL,
        settled_by uuid,
        settled_at timestamptz,
        rulebook_id uuid,
        rule_code text,
        CONSTRAINT pacts_pk PRIMARY KEY (community_id, id),
        CONSTRAINT pacts_month_key UNIQUE (community_id, building_id, month),
        -- for the marks, which repeat the month
        CONSTRAINT pacts_id_month_key UNIQUE (community_id, id, month),
        CONSTRAINT pacts_building_fk FOREIGN KEY (community_id, building_id) REFERENCES buildings (community_id, id),
        CONSTRAINT pacts_settled_by_fk FOREIGN KEY (community_id, settled_by) REFERENCES users (community_id, id),
        CONSTRAINT pacts_rulebook_fk FOREIGN KEY (community_id, rulebook_id) REFERENCES rulebooks (community_id, id),
        CONSTRAINT pacts_month_check CHECK (extract(day FROM month) = 1),
        CONSTRAINT pacts_settled_check CHECK (num_nulls(settled_by, settled_at, rulebook_id, rule_code) IN (0, 4))
    );
    PERFORM place_tenant_table('pacts');

    -- Whether a household kept it: once a month, whichever building it is in.
    CREATE TABLE pact_marks (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        pact_id uuid NOT NULL,
        month date NOT NULL,
        household_id uuid NOT NULL,
        kept boolean NOT NULL,
        note text,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        -- the block head for whom the desk recorded it
        on_behalf_of uuid,
        -- who gets what the household earned, and why this one
        resident_id uuid,
        chosen text,
        transfer_id uuid,
        -- why it earned nothing
        no_award jsonb,
        CONSTRAINT pact_marks_pk PRIMARY KEY (community_id, id),
        CONSTRAINT pact_marks_household_key UNIQUE (community_id, household_id, month),
        CONSTRAINT pact_marks_pact_fk FOREIGN KEY (community_id, pact_id, month) REFERENCES pacts (community_id, id, month),
        CONSTRAINT pact_marks_household_fk FOREIGN KEY (community_id, household_id)
            REFERENCES households (community_id, id),
        CONSTRAINT pact_marks_recorded_by_fk FOREIGN KEY (community_id, recorded_by) REFERENCES users (community_id, id),
        CONSTRAINT pact_marks_on_behalf_of_fk FOREIGN KEY (community_id, on_behalf_of)
            REFERENCES residents (community_id, id),
        CONSTRAINT pact_marks_resident_fk FOREIGN KEY (community_id, resident_id) REFERENCES residents (community_id, id),
        CONSTRAINT pact_marks_transfer_fk FOREIGN KEY (community_id, transfer_id) REFERENCES transfers (community_id, id),
        CONSTRAINT pact_marks_transfer_key UNIQUE (community_id, transfer_id),
        CONSTRAINT pact_marks_note_check CHECK (note <> ''),
        CONSTRAINT pact_marks_chosen_check CHECK (
            (chosen IS NULL) = (resident_id IS NULL) AND chosen IN ('representative', 'eldest')
        ),
        -- only who kept it earns, and somebody gets it
        CONSTRAINT pact_marks_award_check CHECK (
            (transfer_id IS NULL OR (kept AND resident_id IS NOT NULL AND no_award IS NULL))
            AND (no_award IS NULL OR kept)
        )
    );
    PERFORM place_tenant_table('pact_marks');
    CREATE INDEX pact_marks_pact_idx ON pact_marks (community_id, pact_id);

    CREATE TRIGGER pacts_settled_stay BEFORE UPDATE OR DELETE ON pacts
        FOR EACH ROW WHEN (OLD.settled_at IS NOT NULL) EXECUTE FUNCTION refuse_change();

    -- Maker and checker: who recorded a household does not settle it.
    CREATE FUNCTION refuse_own_pact() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
        IF EXISTS (
            SELECT FROM pact_marks m
            WHERE m.community_id = NEW.community_id AND m.pact_id = NEW.id AND m.recorded_by = NEW.settled_by
        ) THEN
            RAISE EXCEPTION 'pacts_settler: pact % was recorded by who settles it', NEW.id
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END
    $body$;
    CREATE TRIGGER pacts_settler BEFORE UPDATE ON pacts
        FOR EACH ROW WHEN (NEW.settled_at IS NOT NULL) EXECUTE FUNCTION refuse_own_pact();

    -- The marks of a settled pact stay. Who changes one keeps the pact from being settled meanwhile.
    CREATE FUNCTION refuse_settled_mark() RETURNS trigger LANGUAGE plpgsql AS $body$
    DECLARE
        mark pact_marks := coalesce(NEW, OLD);
    BEGIN
        PERFORM FROM pacts p
        WHERE p.community_id = mark.community_id AND p.id = mark.pact_id AND p.settled_at IS NULL
        FOR SHARE;
        IF NOT FOUND OR (TG_OP = 'UPDATE' AND OLD.pact_id <> NEW.pact_id) THEN
            RAISE EXCEPTION 'pact_marks of a settled pact stay: % refused', TG_OP USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN mark;
    END
    $body$;
    CREATE TRIGGER pact_marks_settled_stay BEFORE INSERT OR UPDATE OR DELETE ON pact_marks
        FOR EACH ROW EXECUTE FUNCTION refuse_settled_mark();
END
$migration$;
