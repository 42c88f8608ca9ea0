-- Waiting lists, checking in and out, and marks for who came late or not at all.
DO $migration$
BEGIN
    DROP INDEX signups_open_key;
    ALTER TABLE signups
        -- when a place became free for who had waited for it
        ADD COLUMN moved_up_at timestamptz,
        ADD COLUMN checked_in_at timestamptz,
        ADD COLUMN checked_out_at timestamptz,
        -- the user who did it by hand; null if it was done with the code
        ADD COLUMN checked_in_by uuid,
        ADD COLUMN checked_out_by uuid,
        DROP CONSTRAINT signups_state_check,
        ADD CONSTRAINT signups_state_check CHECK (state IN ('signed_up', 'waiting', 'withdrawn')),
        ADD CONSTRAINT signups_moved_up_check CHECK (moved_up_at IS NULL OR state <> 'waiting'),
        ADD CONSTRAINT signups_checked_in_check CHECK (
            CASE WHEN checked_in_at IS NULL THEN checked_in_by IS NULL ELSE state <> 'waiting' END
        ),
        ADD CONSTRAINT signups_checked_out_check CHECK (
            CASE WHEN checked_out_at IS NULL THEN checked_out_by IS NULL
                 ELSE checked_in_at IS NOT NULL AND checked_in_at <= checked_out_at END
        ),
        ADD CONSTRAINT signups_checked_in_by_fk FOREIGN KEY (community_id, checked_in_by)
            REFERENCES users (community_id, id),
        ADD CONSTRAINT signups_checked_out_by_fk FOREIGN KEY (community_id, checked_out_by)
            REFERENCES users (community_id, id);
    CREATE UNIQUE INDEX signups_open_key ON signups (community_id, shift_id, resident_id) WHERE state <> 'withdrawn';
    CREATE INDEX signups_waiting_idx ON signups (community_id, shift_id, id) WHERE state = 'waiting';

    -- Where the minutes come from: the check-in and check-out, or a person who filled them in afterwards, as all did before.
    ALTER TABLE attendances
        ADD COLUMN source text NOT NULL DEFAULT 'back_filled',
        ADD CONSTRAINT attendances_source_check CHECK (source IN ('automatic', 'back_filled'));

    CREATE TABLE no_shows (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        shift_id uuid NOT NULL,
        resident_id uuid NOT NULL,
        kind text NOT NULL,
        step text NOT NULL,
        -- the deduction
        transfer_id uuid,
        marked_by uuid NOT NULL,
        marked_at timestamptz NOT NULL,
        -- what the resident says against it
        appeal text,
        appealed_at timestamptz,
        verdict text,
        note text,
        decided_by uuid,
        decided_at timestamptz,
        CONSTRAINT no_shows_pk PRIMARY KEY (community_id, id),
        CONSTRAINT no_shows_resident_key UNIQUE (community_id, shift_id, resident_id),
        CONSTRAINT no_shows_shift_fk FOREIGN KEY (community_id, shift_id) REFERENCES shifts (community_id, id),
        CONSTRAINT no_shows_resident_fk FOREIGN KEY (community_id, resident_id)
            REFERENCES residents (community_id, id),
        CONSTRAINT no_shows_transfer_fk FOREIGN KEY (community_id, transfer_id)
            REFERENCES transfers (community_id, id),
        CONSTRAINT no_shows_marked_by_fk FOREIGN KEY (community_id, marked_by) REFERENCES users (community_id, id),
        CONSTRAINT no_shows_decided_by_fk FOREIGN KEY (community_id, decided_by) REFERENCES users (community_id, id),
        CONSTRAINT no_shows_kind_check CHECK (kind IN ('late', 'absent')),
        CONSTRAINT no_shows_step_check CHECK (
            step IN ('notice', 'deduction') AND (step = 'deduction') = (transfer_id IS NOT NULL)
        ),
        CONSTRAINT no_shows_appeal_check CHECK ((appeal IS NULL) = (appealed_at IS NULL)),
        CONSTRAINT no_shows_verdict_check CHECK (
            CASE WHEN verdict IS NULL THEN note IS NULL AND decided_by IS NULL AND decided_at IS NULL
                 ELSE verdict IN ('granted', 'refused') AND appeal IS NOT NULL AND note IS NOT NULL
                      AND decided_by IS NOT NULL AND decided_at IS NOT NULL END
        ),
        -- who marks does not decide about it
        CONSTRAINT no_shows_decider_check CHECK (decided_by <> marked_by)
    );
    PERFORM place_tenant_table('no_shows');
    CREATE INDEX no_shows_resident_idx ON no_shows (community_id, resident_id, id);
END
$migration$;
