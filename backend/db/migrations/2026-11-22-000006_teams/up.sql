-- Volunteer teams in the 1+6+N tree: agency, core, derived.
DO $migration$
BEGIN
    CREATE TABLE teams (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        parent_id uuid,
        name text NOT NULL,
        purpose text NOT NULL,
        state text NOT NULL,
        founded_on date NOT NULL,
        CONSTRAINT teams_pk PRIMARY KEY (community_id, id),
        CONSTRAINT teams_name_key UNIQUE (community_id, name),
        CONSTRAINT teams_community_fk FOREIGN KEY (community_id) REFERENCES communities (id),
        CONSTRAINT teams_parent_fk FOREIGN KEY (community_id, parent_id) REFERENCES teams (community_id, id),
        CONSTRAINT teams_kind_check CHECK (kind IN ('agency', 'core', 'derived')),
        CONSTRAINT teams_root_check CHECK ((kind = 'agency') = (parent_id IS NULL)),
        CONSTRAINT teams_state_check CHECK (state IN ('active', 'dissolved'))
    );
    PERFORM place_tenant_table('teams');
    CREATE INDEX teams_parent_idx ON teams (community_id, parent_id);

    CREATE TABLE memberships (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        team_id uuid NOT NULL,
        resident_id uuid NOT NULL,
        position text NOT NULL,
        state text NOT NULL,
        requested_at timestamptz NOT NULL,
        decided_at timestamptz,
        ended_at timestamptz,
        CONSTRAINT memberships_pk PRIMARY KEY (community_id, id),
        CONSTRAINT memberships_team_fk FOREIGN KEY (community_id, team_id) REFERENCES teams (community_id, id),
        CONSTRAINT memberships_resident_fk FOREIGN KEY (community_id, resident_id)
            REFERENCES residents (community_id, id),
        CONSTRAINT memberships_position_check CHECK (position IN ('member', 'leader')),
        CONSTRAINT memberships_state_check CHECK (state IN ('requested', 'active', 'refused', 'ended')),
        CONSTRAINT memberships_leader_check CHECK (position = 'member' OR state IN ('active', 'ended'))
    );
    PERFORM place_tenant_table('memberships');
    CREATE UNIQUE INDEX memberships_open_key ON memberships (community_id, resident_id, team_id)
        WHERE state IN ('requested', 'active');
    CREATE INDEX memberships_team_idx ON memberships (community_id, team_id, id);
END
$migration$;
