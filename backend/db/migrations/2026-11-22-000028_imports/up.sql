-- Imports of residents and of opening balances out of Excel sheets, and their reversals. What an import made is found by it:
-- residents by their import, balances by the cause of their transfers.
DO $migration$
BEGIN
    CREATE TABLE imports (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        file_name text NOT NULL,
        -- how much it made
        residents integer NOT NULL,
        households integer NOT NULL,
        balances integer NOT NULL,
        points bigint NOT NULL,
        actor_id uuid NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT imports_pk PRIMARY KEY (community_id, id),
        CONSTRAINT imports_community_fk FOREIGN KEY (community_id) REFERENCES communities (id),
        CONSTRAINT imports_actor_fk FOREIGN KEY (community_id, actor_id) REFERENCES users (community_id, id),
        CONSTRAINT imports_kind_check CHECK (
            CASE kind WHEN 'residents' THEN residents > 0 AND balances = 0 AND points = 0
                      WHEN 'opening_balances' THEN residents = 0 AND households = 0 AND balances > 0 AND points > 0
                      ELSE false END
        ),
        CONSTRAINT imports_households_check CHECK (households BETWEEN 0 AND residents)
    );
    PERFORM place_tenant_table('imports');
    CREATE TRIGGER imports_append_only BEFORE UPDATE OR DELETE ON imports
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER imports_never_emptied BEFORE TRUNCATE ON imports
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- An import is reversed at most once: its reversal has its key.
    CREATE TABLE import_reversals (
        community_id uuid NOT NULL,
        import_id uuid NOT NULL,
        reason text NOT NULL,
        reversed integer NOT NULL,
        kept integer NOT NULL,
        actor_id uuid NOT NULL,
        reversed_at timestamptz NOT NULL,
        CONSTRAINT import_reversals_pk PRIMARY KEY (community_id, import_id),
        CONSTRAINT import_reversals_import_fk FOREIGN KEY (community_id, import_id) REFERENCES imports (community_id, id),
        CONSTRAINT import_reversals_actor_fk FOREIGN KEY (community_id, actor_id) REFERENCES users (community_id, id),
        CONSTRAINT import_reversals_counts_check CHECK (reversed >= 0 AND kept >= 0)
    );
    PERFORM place_tenant_table('import_reversals');
    CREATE TRIGGER import_reversals_append_only BEFORE UPDATE OR DELETE ON import_reversals
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER import_reversals_never_emptied BEFORE TRUNCATE ON import_reversals
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    ALTER TABLE residents
        -- none for who was registered one by one
        ADD COLUMN import_id uuid,
        ADD CONSTRAINT residents_import_fk FOREIGN KEY (community_id, import_id) REFERENCES imports (community_id, id);
    CREATE INDEX residents_import_idx ON residents (community_id, import_id) WHERE import_id IS NOT NULL;
    CREATE INDEX residents_phone_idx ON residents (community_id, phone) WHERE phone IS NOT NULL;
    -- one resident's attendances: whether there are any, and the hours of a lifetime
    CREATE INDEX attendances_resident_idx ON attendances (community_id, resident_id);
END
$migration$;
