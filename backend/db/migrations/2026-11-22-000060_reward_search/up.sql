-- What a reward is found by as somebody types: its name from each of its signs on, and its pinyin initials.
DO $migration$
BEGIN
    CREATE TABLE reward_search_keys (
        community_id uuid NOT NULL,
        key text COLLATE "C" NOT NULL,
        reward_id uuid NOT NULL,
        CONSTRAINT reward_search_keys_pk PRIMARY KEY (community_id, key, reward_id),
        CONSTRAINT reward_search_keys_reward_fk FOREIGN KEY (community_id, reward_id)
            REFERENCES rewards (community_id, id)
    );
    PERFORM place_tenant_table('reward_search_keys');
    CREATE INDEX reward_search_keys_reward_idx ON reward_search_keys (community_id, reward_id);
    -- Rewards from before are found by their names; PostgreSQL knows no pinyin, and their initials come with their next change.
    INSERT INTO reward_search_keys (community_id, key, reward_id)
    SELECT DISTINCT r.community_id, substr(lower(r.name), place), r.id
    FROM rewards r CROSS JOIN LATERAL generate_series(1, length(r.name)) AS place;
END
$migration$;
