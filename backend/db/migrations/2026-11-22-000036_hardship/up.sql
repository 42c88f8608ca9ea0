-- What was done under hardship 艰苦条件, as who records the roster says; appeals that wait, in the order in which they came.
DO $migration$
BEGIN
    ALTER TABLE attendances ADD COLUMN hardship boolean NOT NULL DEFAULT false;
    CREATE INDEX no_shows_appealed_idx ON no_shows (community_id, appealed_at, id) WHERE appealed_at IS NOT NULL;
END
$migration$;
