-- The rule book 管理办法: versions, each a document of the domain (linli_domain::rulebooks::Rulebook).
DO $migration$
BEGIN
    CREATE TABLE rulebooks (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        version integer NOT NULL,
        title text NOT NULL,
        content jsonb NOT NULL,
        -- empty while a draft. The version in force at t is the one with the latest in_force_from ≤ t: exactly one.
        in_force_from timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT rulebooks_pk PRIMARY KEY (community_id, id),
        CONSTRAINT rulebooks_version_key UNIQUE (community_id, version),
        CONSTRAINT rulebooks_in_force_key UNIQUE (community_id, in_force_from),
        CONSTRAINT rulebooks_version_check CHECK (version > 0),
        CONSTRAINT rulebooks_community_fk FOREIGN KEY (community_id) REFERENCES communities (id)
    );
    PERFORM place_tenant_table('rulebooks');

    -- What is published is never changed: transfers name it.
    CREATE TRIGGER rulebooks_published_stays BEFORE UPDATE OR DELETE ON rulebooks
        FOR EACH ROW WHEN (OLD.in_force_from IS NOT NULL) EXECUTE FUNCTION refuse_change();
END
$migration$;
