-- Activities of teams: shifts, sign-ups, and the attendances that earn.
DO $migration$
BEGIN
    CREATE TABLE activities (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        team_id uuid NOT NULL,
        title text NOT NULL,
        description text NOT NULL,
        category text NOT NULL,
        beneficiary text NOT NULL,
        place text NOT NULL,
        -- the user who proposed it and answers for it
        organiser_id uuid NOT NULL,
        -- the rule its attendances earn by
        rule_code text NOT NULL,
        recruit text NOT NULL,
        state text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        settled_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT activities_pk PRIMARY KEY (community_id, id),
        CONSTRAINT activities_team_fk FOREIGN KEY (community_id, team_id) REFERENCES teams (community_id, id),
        CONSTRAINT activities_organiser_fk FOREIGN KEY (community_id, organiser_id)
            REFERENCES users (community_id, id),
        CONSTRAINT activities_recruit_check CHECK (recruit IN ('open', 'team')),
        CONSTRAINT activities_state_check CHECK (
            state IN ('draft', 'reviewed', 'recruiting', 'running', 'closed', 'settled', 'cancelled')
        ),
        CONSTRAINT activities_settled_check CHECK ((state = 'settled') = (settled_at IS NOT NULL)),
        CONSTRAINT activities_time_check CHECK (starts_at < ends_at)
    );
    PERFORM place_tenant_table('activities');
    CREATE INDEX activities_state_idx ON activities (community_id, state, starts_at, id);
    CREATE INDEX activities_starts_idx ON activities (community_id, starts_at, id);
    CREATE INDEX activities_team_idx ON activities (community_id, team_id, starts_at, id);

    CREATE TABLE shifts (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        activity_id uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        capacity integer NOT NULL,
        -- places taken by sign-ups
        taken integer NOT NULL,
        CONSTRAINT shifts_pk PRIMARY KEY (community_id, id),
        CONSTRAINT shifts_activity_fk FOREIGN KEY (community_id, activity_id) REFERENCES activities (community_id, id),
        CONSTRAINT shifts_time_check CHECK (starts_at < ends_at),
        CONSTRAINT shifts_taken_check CHECK (taken BETWEEN 0 AND capacity)
    );
    PERFORM place_tenant_table('shifts');
    CREATE INDEX shifts_activity_idx ON shifts (community_id, activity_id, starts_at);

    CREATE TABLE signups (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        shift_id uuid NOT NULL,
        resident_id uuid NOT NULL,
        state text NOT NULL,
        signed_up_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        CONSTRAINT signups_pk PRIMARY KEY (community_id, id),
        CONSTRAINT signups_shift_fk FOREIGN KEY (community_id, shift_id) REFERENCES shifts (community_id, id),
        CONSTRAINT signups_resident_fk FOREIGN KEY (community_id, resident_id) REFERENCES residents (community_id, id),
        CONSTRAINT signups_state_check CHECK (state IN ('signed_up', 'withdrawn')),
        CONSTRAINT signups_withdrawn_check CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL))
    );
    PERFORM place_tenant_table('signups');
    CREATE UNIQUE INDEX signups_open_key ON signups (community_id, shift_id, resident_id) WHERE state = 'signed_up';
    CREATE INDEX signups_resident_idx ON signups (community_id, resident_id, id);

    CREATE TABLE attendances (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        shift_id uuid NOT NULL,
        resident_id uuid NOT NULL,
        minutes integer NOT NULL,
        recorded_at timestamptz NOT NULL,
        -- set when the activity is settled: the transfer, or why nothing was awarded
        transfer_id uuid,
        no_award jsonb,
        CONSTRAINT attendances_pk PRIMARY KEY (community_id, id),
        CONSTRAINT attendances_resident_key UNIQUE (community_id, shift_id, resident_id),
        CONSTRAINT attendances_shift_fk FOREIGN KEY (community_id, shift_id) REFERENCES shifts (community_id, id),
        CONSTRAINT attendances_resident_fk FOREIGN KEY (community_id, resident_id)
            REFERENCES residents (community_id, id),
        CONSTRAINT attendances_transfer_fk FOREIGN KEY (community_id, transfer_id)
            REFERENCES transfers (community_id, id),
        CONSTRAINT attendances_minutes_check CHECK (minutes BETWEEN 0 AND 1440),
        CONSTRAINT attendances_award_check CHECK (transfer_id IS NULL OR no_award IS NULL)
    );
    PERFORM place_tenant_table('attendances');
    CREATE INDEX attendances_person_idx ON attendances (community_id, resident_id);
END
$migration$;
