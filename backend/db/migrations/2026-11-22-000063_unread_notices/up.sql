-- How many notices a resident has not read is asked on every screen of the phone.
DO $migration$
BEGIN
    CREATE INDEX notices_unread_idx ON notices (community_id, resident_id, id) WHERE read_at IS NULL;
END
$migration$;
