-- Signals of abuse for staff: patterns in what was confirmed, looked for once a day. Opening hours of stores.
DO $migration$
BEGIN
    -- From which figures on a pattern is a signal; what is not named has its default.
    ALTER TABLE communities ADD COLUMN watch jsonb NOT NULL DEFAULT '{}';

    -- When a store is open: [{"days": ["mon"], "from": "09:00", "to": "21:00"}]; empty is not stated.
    ALTER TABLE stores
        ADD COLUMN hours jsonb NOT NULL DEFAULT '[]',
        ADD CONSTRAINT stores_hours_check CHECK (jsonb_typeof(hours) = 'array');

    CREATE TABLE signals (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        -- the community's day
        day date NOT NULL,
        kind text NOT NULL,
        -- whom it is about, in one word: store, cashier and resident, as far as there is one
        subject text NOT NULL,
        store_id uuid NOT NULL,
        cashier_id uuid,
        resident_id uuid,
        count bigint NOT NULL,
        -- from how many on it was a signal then
        threshold bigint NOT NULL,
        found_at timestamptz NOT NULL,
        outcome text,
        note text,
        looked_by uuid,
        looked_at timestamptz,
        CONSTRAINT signals_pk PRIMARY KEY (community_id, id),
        CONSTRAINT signals_subject_key UNIQUE (community_id, day, kind, subject),
        CONSTRAINT signals_store_fk FOREIGN KEY (community_id, store_id) REFERENCES stores (community_id, id),
        CONSTRAINT signals_cashier_fk FOREIGN KEY (community_id, cashier_id) REFERENCES users (community_id, id),
        CONSTRAINT signals_resident_fk FOREIGN KEY (community_id, resident_id) REFERENCES residents (community_id, id),
        CONSTRAINT signals_looked_by_fk FOREIGN KEY (community_id, looked_by) REFERENCES users (community_id, id),
        CONSTRAINT signals_kind_check CHECK (
            kind IN ('burst', 'same_pair', 'own_store', 'outside_hours', 'unknown_codes')
        ),
        CONSTRAINT signals_count_check CHECK (threshold > 0 AND count >= threshold),
        CONSTRAINT signals_outcome_check CHECK (
            CASE WHEN outcome IS NULL THEN note IS NULL AND looked_by IS NULL AND looked_at IS NULL
                 ELSE outcome IN ('dismissed', 'acted') AND length(note) BETWEEN 2 AND 200
                      AND looked_by IS NOT NULL AND looked_at IS NOT NULL END
        )
    );
    PERFORM place_tenant_table('signals');
    CREATE INDEX signals_open_idx ON signals (community_id, id) WHERE outcome IS NULL;

    -- What is behind a signal: confirmations, or for unknown codes failed ones.
    CREATE TABLE signal_rows (
        community_id uuid NOT NULL,
        signal_id uuid NOT NULL,
        row_id uuid NOT NULL,
        CONSTRAINT signal_rows_pk PRIMARY KEY (community_id, signal_id, row_id),
        CONSTRAINT signal_rows_signal_fk FOREIGN KEY (community_id, signal_id) REFERENCES signals (community_id, id)
    );
    PERFORM place_tenant_table('signal_rows');

    -- The days that were looked at, whatever was found.
    CREATE TABLE watched_days (
        community_id uuid NOT NULL,
        day date NOT NULL,
        watched_at timestamptz NOT NULL,
        CONSTRAINT watched_days_pk PRIMARY KEY (community_id, day),
        CONSTRAINT watched_days_community_fk FOREIGN KEY (community_id) REFERENCES communities (id)
    );
    PERFORM place_tenant_table('watched_days');

    -- The tries of a day.
    CREATE INDEX failed_confirmations_day_idx ON failed_confirmations (community_id, tried_at);
END
$migration$;
