-- A proposal can be sent back to be mended, and activities are asked for by the days of their shifts.
DO $migration$
BEGIN
    ALTER TABLE activities
        -- what was to be mended when it was sent back last
        ADD COLUMN return_reason text,
        DROP CONSTRAINT activities_state_check,
        ADD CONSTRAINT activities_state_check CHECK (
            state IN ('draft', 'returned', 'reviewed', 'recruiting', 'running', 'closed', 'settled', 'cancelled')
        ),
        ADD CONSTRAINT activities_returned_check CHECK (state <> 'returned' OR return_reason IS NOT NULL);
    CREATE INDEX shifts_starts_idx ON shifts (community_id, starts_at, activity_id);
END
$migration$;
