-- What came of recomputing everything: once a night by the program, and whenever somebody runs `linli ledger verify`.
DO $migration$
BEGIN
    CREATE TABLE verifications (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        began_at timestamptz NOT NULL,
        took_ms bigint NOT NULL,
        -- how many rows were looked at
        rows bigint NOT NULL,
        -- how many figures differ, and the first of them: [{"figure": …, "id": …, "stored": …, "computed": …}]
        drift bigint NOT NULL,
        differences jsonb NOT NULL,
        -- the community's day on which the program did it by itself; null when somebody ran it
        night date,
        CONSTRAINT verifications_pk PRIMARY KEY (community_id, id),
        -- once a night, however many processes there are
        CONSTRAINT verifications_night_key UNIQUE (community_id, night),
        CONSTRAINT verifications_community_fk FOREIGN KEY (community_id) REFERENCES communities (id),
        CONSTRAINT verifications_figures_check CHECK (took_ms >= 0 AND rows >= 0 AND drift >= 0),
        CONSTRAINT verifications_differences_check CHECK (
            jsonb_typeof(differences) = 'array' AND jsonb_array_length(differences) = least(drift, 100)
        )
    );
    PERFORM place_tenant_table('verifications');
    CREATE TRIGGER verifications_append_only BEFORE UPDATE OR DELETE ON verifications
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER verifications_never_emptied BEFORE TRUNCATE ON verifications
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
END
$migration$;
