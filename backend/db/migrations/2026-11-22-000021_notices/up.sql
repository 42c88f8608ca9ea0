-- Notices 通知 to residents: what happens to them without their doing.
DO $migration$
BEGIN
    CREATE TABLE notices (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        resident_id uuid NOT NULL,
        -- what it is about, once: a second notice with the same subject is none
        subject text NOT NULL,
        content jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        CONSTRAINT notices_pk PRIMARY KEY (community_id, id),
        CONSTRAINT notices_subject_key UNIQUE (community_id, resident_id, subject),
        CONSTRAINT notices_resident_fk FOREIGN KEY (community_id, resident_id) REFERENCES residents (community_id, id)
    );
    PERFORM place_tenant_table('notices');
    CREATE INDEX notices_resident_idx ON notices (community_id, resident_id, id);
END
$migration$;
