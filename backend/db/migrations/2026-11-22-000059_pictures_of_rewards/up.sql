-- A reward may have one picture. A photo belongs to one thing at most: what shows a claim never shows a reward, and the other way
-- round, so that a photo of a claim cannot be made readable by naming it as a picture.
DO $migration$
BEGIN
    ALTER TABLE photos
        ADD COLUMN reward_id uuid,
        ADD CONSTRAINT photos_reward_fk FOREIGN KEY (community_id, reward_id) REFERENCES rewards (community_id, id),
        -- one picture a reward; and how it is found
        ADD CONSTRAINT photos_reward_key UNIQUE (community_id, reward_id),
        ADD CONSTRAINT photos_reward_check CHECK (reward_id IS NULL OR (claim_id IS NULL AND stored_at IS NOT NULL));
    DROP INDEX photos_loose_idx;
    CREATE INDEX photos_loose_idx ON photos (community_id, uploaded_by, created_at)
        WHERE claim_id IS NULL AND reward_id IS NULL;
END
$migration$;
