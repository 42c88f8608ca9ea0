-- Funds 公益基金: causes of the community that residents give points to.
DO $migration$
BEGIN
    CREATE TABLE funds (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        purpose text NOT NULL,
        -- what it is to reach; none for as much as comes
        goal_points bigint,
        state text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT funds_pk PRIMARY KEY (community_id, id),
        CONSTRAINT funds_community_fk FOREIGN KEY (community_id) REFERENCES communities (id),
        CONSTRAINT funds_name_key UNIQUE (community_id, name),
        CONSTRAINT funds_goal_check CHECK (goal_points > 0),
        CONSTRAINT funds_state_check CHECK (state IN ('open', 'closed'))
    );
    PERFORM place_tenant_table('funds');

    -- What is given to funds goes to one account of the community; which fund, the transfer's cause says.
    ALTER TABLE accounts
        DROP CONSTRAINT accounts_kind_check,
        ADD CONSTRAINT accounts_kind_check CHECK (
            kind IN ('wallet', 'issued', 'spent', 'expired', 'deducted', 'adjusted', 'opening', 'owed', 'donated')
        );
    INSERT INTO accounts (community_id, id, kind, owner_id, posted, held)
    SELECT c.id, gen_random_uuid(), 'donated', c.id, 0, 0
    FROM communities c
    WHERE EXISTS (SELECT 1 FROM accounts a WHERE a.community_id = c.id AND a.kind = 'issued');
END
$migration$;
