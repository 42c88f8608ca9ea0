-- Daily seals: the root of the day's transfers, chained to the day before. See docs/decisions/0011-seals.md.
DO $migration$
BEGIN
    CREATE TABLE seals (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        -- the community's day
        day date NOT NULL,
        -- how many transfers there are under the root
        transfers bigint NOT NULL,
        root bytea NOT NULL,
        -- the hash of the seal before; empty for the first one
        previous bytea NOT NULL,
        -- over all the other columns
        hash bytea NOT NULL,
        sealed_at timestamptz NOT NULL,
        CONSTRAINT seals_pk PRIMARY KEY (community_id, id),
        CONSTRAINT seals_day_key UNIQUE (community_id, day),
        -- a chain, not a tree: one seal is the first, and each is followed by one at most
        CONSTRAINT seals_previous_key UNIQUE (community_id, previous),
        CONSTRAINT seals_community_fk FOREIGN KEY (community_id) REFERENCES communities (id),
        CONSTRAINT seals_transfers_check CHECK (transfers >= 0),
        CONSTRAINT seals_hashes_check CHECK (
            octet_length(root) = 32 AND octet_length(hash) = 32 AND octet_length(previous) IN (0, 32)
        )
    );
    PERFORM place_tenant_table('seals');
    CREATE TRIGGER seals_append_only BEFORE UPDATE OR DELETE ON seals
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER seals_never_emptied BEFORE TRUNCATE ON seals
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE TABLE sealed_transfers (
        community_id uuid NOT NULL,
        transfer_id uuid NOT NULL,
        -- no foreign key: a seal is written after its leaves, which make its root, in the same transaction
        seal_id uuid NOT NULL,
        leaf bytea NOT NULL,
        CONSTRAINT sealed_transfers_pk PRIMARY KEY (community_id, transfer_id),
        CONSTRAINT sealed_transfers_transfer_fk FOREIGN KEY (community_id, transfer_id)
            REFERENCES transfers (community_id, id),
        CONSTRAINT sealed_transfers_leaf_check CHECK (octet_length(leaf) = 32)
    );
    PERFORM place_tenant_table('sealed_transfers');
    CREATE INDEX sealed_transfers_seal_idx ON sealed_transfers (community_id, seal_id, transfer_id);
    CREATE TRIGGER sealed_transfers_append_only BEFORE UPDATE OR DELETE ON sealed_transfers
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER sealed_transfers_never_emptied BEFORE TRUNCATE ON sealed_transfers
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- The transfers of a day.
    CREATE INDEX transfers_posted_idx ON transfers (community_id, posted_at);
END
$migration$;
