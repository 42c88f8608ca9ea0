-- A roster is settled once every shift of it is recorded, and stays as it was settled; who appeals does not decide; and what
-- the rules keep about no-shows, orders and stocktakes stands in the tables too.
DO $migration$
BEGIN
    -- when who came to it was recorded last, if anybody; null before that was done
    ALTER TABLE shifts ADD COLUMN recorded_at timestamptz;
    UPDATE shifts s SET recorded_at = coalesce(
        (SELECT max(a.recorded_at) FROM attendances a WHERE a.community_id = s.community_id AND a.shift_id = s.id),
        (SELECT y.settled_at FROM activities y
         WHERE y.community_id = s.community_id AND y.id = s.activity_id AND y.state = 'settled')
    );

    CREATE FUNCTION attendances_keep_settled() RETURNS trigger LANGUAGE plpgsql AS $body$
    DECLARE
        v_one attendances := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
    BEGIN
        IF EXISTS (
            SELECT FROM shifts s
            JOIN activities a ON a.community_id = s.community_id AND a.id = s.activity_id
            WHERE s.community_id = v_one.community_id AND s.id = v_one.shift_id AND a.state = 'settled'
        ) THEN
            RAISE EXCEPTION 'the roster is settled' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END
    $body$;
    CREATE TRIGGER attendances_settled BEFORE INSERT OR UPDATE OR DELETE ON attendances
        FOR EACH ROW EXECUTE FUNCTION attendances_keep_settled();

    ALTER TABLE no_shows
        -- the user who filed the appeal; null for appeals from before this was kept
        ADD COLUMN appealed_by uuid,
        ADD CONSTRAINT no_shows_appealed_by_fk FOREIGN KEY (community_id, appealed_by)
            REFERENCES users (community_id, id),
        ADD CONSTRAINT no_shows_appealed_by_check CHECK (appealed_by IS NULL OR appeal IS NOT NULL),
        -- who files an appeal does not decide about it
        ADD CONSTRAINT no_shows_appeal_decider_check CHECK (decided_by <> appealed_by),
        -- coming late costs nothing
        ADD CONSTRAINT no_shows_late_check CHECK (kind <> 'late' OR step = 'notice');

    ALTER TABLE orders ADD CONSTRAINT orders_ready_check CHECK (
        CASE state WHEN 'held' THEN ready_at IS NULL WHEN 'ready' THEN ready_at IS NOT NULL ELSE true END
    );

    CREATE TRIGGER stocktakes_never_emptied BEFORE TRUNCATE ON stocktakes
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER stocktake_lines_never_emptied BEFORE TRUNCATE ON stocktake_lines
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
END
$migration$;
