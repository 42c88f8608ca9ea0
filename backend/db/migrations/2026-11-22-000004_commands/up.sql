-- What every command leaves: its answer under its key, and its line in the audit log.
DO $migration$
BEGIN
    CREATE TABLE idempotency_keys (
        community_id uuid NOT NULL,
        caller_id uuid NOT NULL,
        key text NOT NULL,
        fingerprint bytea NOT NULL,
        -- empty only inside the transaction that is carrying the command out
        status smallint,
        location text,
        body text,
        created_at timestamptz NOT NULL,
        CONSTRAINT idempotency_keys_pk PRIMARY KEY (community_id, caller_id, key),
        CONSTRAINT idempotency_keys_community_fk FOREIGN KEY (community_id) REFERENCES communities (id)
    );
    PERFORM place_tenant_table('idempotency_keys');
    CREATE INDEX idempotency_keys_created_idx ON idempotency_keys (community_id, created_at);

    -- Claims a key for the caller: 'claimed', 'running' (another request holds it) or 'taken' (its answer is stored).
    -- The lock_timeout is how long a second request waits for the first before it is told to come again.
    CREATE FUNCTION claim_idempotency_key(
        p_community uuid, p_caller uuid, p_key text, p_fingerprint bytea, p_now timestamptz
    ) RETURNS text LANGUAGE plpgsql SET lock_timeout = '2s' AS $body$
    BEGIN
        INSERT INTO idempotency_keys (community_id, caller_id, key, fingerprint, created_at)
        VALUES (p_community, p_caller, p_key, p_fingerprint, p_now)
        ON CONFLICT (community_id, caller_id, key) DO NOTHING;
        RETURN CASE WHEN FOUND THEN 'claimed' ELSE 'taken' END;
    EXCEPTION
        WHEN lock_not_available THEN RETURN 'running';
    END
    $body$;

    CREATE TABLE audit_entries (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        at timestamptz NOT NULL,
        -- who; empty when the program itself acted (command line, jobs)
        actor_id uuid,
        -- for whom, when staff acted at the counter in a resident's place
        on_behalf_of uuid,
        action text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        before jsonb,
        after jsonb,
        request_id uuid,
        address text,
        CONSTRAINT audit_entries_pk PRIMARY KEY (community_id, id),
        CONSTRAINT audit_entries_community_fk FOREIGN KEY (community_id) REFERENCES communities (id)
    );
    PERFORM place_tenant_table('audit_entries');
    CREATE INDEX audit_entries_subject_idx ON audit_entries (community_id, subject_id, id);
    CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER audit_entries_never_emptied BEFORE TRUNCATE ON audit_entries
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
END
$migration$;
