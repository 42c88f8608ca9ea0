-- Tenants, and what every later migration leans on. The body of a migration is one DO block (docs/architecture.md, "Schema").
DO $migration$
BEGIN
    -- Called right after each CREATE TABLE of a tenant table: distributes it by its community where Citus is installed.
    CREATE FUNCTION place_tenant_table(p_table text) RETURNS void LANGUAGE plpgsql AS $body$
    BEGIN
        IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
            EXECUTE format('SELECT create_distributed_table(%L, %L)', p_table, 'community_id');
        END IF;
    END
    $body$;

    -- The same for a small table that every node needs whole.
    CREATE FUNCTION place_shared_table(p_table text) RETURNS void LANGUAGE plpgsql AS $body$
    BEGIN
        IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
            EXECUTE format('SELECT create_reference_table(%L)', p_table);
        END IF;
    END
    $body$;

    -- History is written once: the trigger of every append-only table.
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
        RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'restrict_violation';
    END
    $body$;

    CREATE TABLE communities (
        id uuid NOT NULL,
        slug text NOT NULL,
        name text NOT NULL,
        timezone text NOT NULL,
        undo_window_minutes integer NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT communities_pk PRIMARY KEY (id),
        CONSTRAINT communities_slug_key UNIQUE (slug),
        CONSTRAINT communities_slug_check CHECK (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
        CONSTRAINT communities_undo_window_check CHECK (undo_window_minutes BETWEEN 0 AND 1440)
    );
    PERFORM place_shared_table('communities');

    -- The platform's own tenant: where its operators have their accounts.
    INSERT INTO communities (id, slug, name, timezone, undo_window_minutes, created_at)
    VALUES ('00000000-0000-0000-0000-000000000000', 'platform', '平台', 'Asia/Shanghai', 60, now());
END
$migration$;
