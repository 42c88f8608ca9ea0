-- Indexes that queries need, and none that they do not.
DO $migration$
BEGIN
    -- one resident's memberships; the transfers of one kind; all sign-ups of a shift, withdrawn ones too
    CREATE INDEX memberships_resident_idx ON memberships (community_id, resident_id, id);
    CREATE INDEX transfers_code_idx ON transfers (community_id, code, id);
    CREATE INDEX signups_shift_idx ON signups (community_id, shift_id);
    -- sessions that are over, which are forgotten after a while
    CREATE INDEX sessions_over_idx ON sessions (LEAST(expires_at, ended_at));

    DROP INDEX attendances_person_idx;
    DROP INDEX order_lines_reward_idx;
    DROP INDEX credentials_user_idx;
END
$migration$;
