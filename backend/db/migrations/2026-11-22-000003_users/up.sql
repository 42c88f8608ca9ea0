-- Who signs in. Global look-ups (by phone, by token) have tables of their own, keyed by what they are looked up by.
DO $migration$
BEGIN
    CREATE TABLE users (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        phone text NOT NULL,
        resident_id uuid,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT users_pk PRIMARY KEY (community_id, id),
        CONSTRAINT users_phone_key UNIQUE (community_id, phone),
        CONSTRAINT users_resident_key UNIQUE (community_id, resident_id),
        CONSTRAINT users_community_fk FOREIGN KEY (community_id) REFERENCES communities (id),
        CONSTRAINT users_resident_fk FOREIGN KEY (community_id, resident_id) REFERENCES residents (community_id, id)
    );
    PERFORM place_tenant_table('users');

    -- Offices only: being a resident, team leader, cashier or partner manager follows from those tables.
    CREATE TABLE user_roles (
        community_id uuid NOT NULL,
        user_id uuid NOT NULL,
        role text NOT NULL,
        CONSTRAINT user_roles_pk PRIMARY KEY (community_id, user_id, role),
        CONSTRAINT user_roles_user_fk FOREIGN KEY (community_id, user_id) REFERENCES users (community_id, id),
        CONSTRAINT user_roles_role_check CHECK (
            role IN ('platform_operator', 'community_administrator', 'staff', 'social_worker')
        ),
        CONSTRAINT user_roles_operator_check CHECK (
            (role = 'platform_operator') = (community_id = '00000000-0000-0000-0000-000000000000')
        )
    );
    PERFORM place_tenant_table('user_roles');

    -- One password for each phone and community: an account in one community opens nothing in another.
    CREATE TABLE credentials (
        phone text NOT NULL,
        community_id uuid NOT NULL,
        user_id uuid NOT NULL,
        password_hash text NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT credentials_pk PRIMARY KEY (phone, community_id)
    );
    PERFORM place_shared_table('credentials');
    CREATE INDEX credentials_user_idx ON credentials (community_id, user_id);

    -- A session is a family of refresh tokens.
    CREATE TABLE sessions (
        id uuid NOT NULL,
        community_id uuid NOT NULL,
        user_id uuid NOT NULL,
        user_agent text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text,
        CONSTRAINT sessions_pk PRIMARY KEY (id),
        CONSTRAINT sessions_end_check CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
        CONSTRAINT sessions_end_reason_check CHECK (end_reason IN ('signed_out', 'token_reused', 'access_changed'))
    );
    PERFORM place_shared_table('sessions');
    CREATE INDEX sessions_user_idx ON sessions (community_id, user_id);

    CREATE TABLE refresh_tokens (
        token_hash bytea NOT NULL,
        session_id uuid NOT NULL,
        issued_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT refresh_tokens_pk PRIMARY KEY (token_hash),
        CONSTRAINT refresh_tokens_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id)
    );
    PERFORM place_shared_table('refresh_tokens');
    CREATE INDEX refresh_tokens_session_idx ON refresh_tokens (session_id);
END
$migration$;
