-- Who lives where: grid 网格 → building 楼栋 → household 户 → resident.
DO $migration$
BEGIN
    CREATE TABLE grids (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        CONSTRAINT grids_pk PRIMARY KEY (community_id, id),
        CONSTRAINT grids_name_key UNIQUE (community_id, name),
        CONSTRAINT grids_community_fk FOREIGN KEY (community_id) REFERENCES communities (id)
    );
    PERFORM place_tenant_table('grids');

    CREATE TABLE buildings (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        grid_id uuid NOT NULL,
        estate text NOT NULL,
        name text NOT NULL,
        CONSTRAINT buildings_pk PRIMARY KEY (community_id, id),
        CONSTRAINT buildings_name_key UNIQUE (community_id, estate, name),
        CONSTRAINT buildings_grid_fk FOREIGN KEY (community_id, grid_id) REFERENCES grids (community_id, id)
    );
    PERFORM place_tenant_table('buildings');
    CREATE INDEX buildings_grid_idx ON buildings (community_id, grid_id);

    CREATE TABLE households (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        building_id uuid NOT NULL,
        door text NOT NULL,
        CONSTRAINT households_pk PRIMARY KEY (community_id, id),
        CONSTRAINT households_door_key UNIQUE (community_id, building_id, door),
        CONSTRAINT households_building_fk FOREIGN KEY (community_id, building_id)
            REFERENCES buildings (community_id, id)
    );
    PERFORM place_tenant_table('households');

    CREATE TABLE residents (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        -- the name in pinyin, in which lists are ordered
        sort_key text COLLATE "C" NOT NULL,
        -- the year only: what age rules need, and no more than that
        birth_year integer,
        phone text,
        household_id uuid NOT NULL,
        card_code text NOT NULL,
        state text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT residents_pk PRIMARY KEY (community_id, id),
        CONSTRAINT residents_card_code_key UNIQUE (community_id, card_code),
        CONSTRAINT residents_household_fk FOREIGN KEY (community_id, household_id)
            REFERENCES households (community_id, id),
        CONSTRAINT residents_state_check CHECK (state IN ('active', 'moved_out', 'deceased')),
        CONSTRAINT residents_birth_year_check CHECK (birth_year BETWEEN 1900 AND 2200)
    );
    PERFORM place_tenant_table('residents');
    CREATE INDEX residents_sort_idx ON residents (community_id, sort_key, id);
    CREATE INDEX residents_household_idx ON residents (community_id, household_id);

    -- What a resident can be found by: name from any character on, pinyin initials, last four digits, card code.
    CREATE TABLE resident_search_keys (
        community_id uuid NOT NULL,
        key text COLLATE "C" NOT NULL,
        resident_id uuid NOT NULL,
        CONSTRAINT resident_search_keys_pk PRIMARY KEY (community_id, key, resident_id),
        CONSTRAINT resident_search_keys_resident_fk FOREIGN KEY (community_id, resident_id)
            REFERENCES residents (community_id, id)
    );
    PERFORM place_tenant_table('resident_search_keys');
    CREATE INDEX resident_search_keys_resident_idx ON resident_search_keys (community_id, resident_id);
END
$migration$;
