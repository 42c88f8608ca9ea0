-- Vouchers 券 and their confirmations 核销.
DO $migration$
BEGIN
    CREATE TABLE vouchers (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        offer_id uuid NOT NULL,
        resident_id uuid NOT NULL,
        code text NOT NULL,
        state text NOT NULL,
        price_points bigint NOT NULL,
        -- the hold of its price; none for a free voucher
        hold_id uuid,
        taken_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        closed_at timestamptz,
        CONSTRAINT vouchers_pk PRIMARY KEY (community_id, id),
        CONSTRAINT vouchers_code_key UNIQUE (community_id, code),
        CONSTRAINT vouchers_offer_fk FOREIGN KEY (community_id, offer_id) REFERENCES offers (community_id, id),
        CONSTRAINT vouchers_resident_fk FOREIGN KEY (community_id, resident_id)
            REFERENCES residents (community_id, id),
        CONSTRAINT vouchers_hold_fk FOREIGN KEY (community_id, hold_id) REFERENCES holds (community_id, id),
        CONSTRAINT vouchers_state_check CHECK (state IN ('held', 'confirmed', 'undone', 'released', 'expired')),
        CONSTRAINT vouchers_closed_check CHECK ((state IN ('held', 'undone')) = (closed_at IS NULL)),
        CONSTRAINT vouchers_hold_check CHECK ((price_points = 0) = (hold_id IS NULL))
    );
    PERFORM place_tenant_table('vouchers');
    CREATE INDEX vouchers_resident_idx ON vouchers (community_id, resident_id, id);
    CREATE INDEX vouchers_offer_idx ON vouchers (community_id, offer_id, resident_id);

    CREATE TABLE confirmations (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        voucher_id uuid NOT NULL,
        store_id uuid NOT NULL,
        cashier_id uuid NOT NULL,
        bill_fen bigint NOT NULL,
        discount_fen bigint NOT NULL,
        transfer_id uuid,
        confirmed_at timestamptz NOT NULL,
        undone_at timestamptz,
        undone_by uuid,
        CONSTRAINT confirmations_pk PRIMARY KEY (community_id, id),
        CONSTRAINT confirmations_voucher_fk FOREIGN KEY (community_id, voucher_id)
            REFERENCES vouchers (community_id, id),
        CONSTRAINT confirmations_store_fk FOREIGN KEY (community_id, store_id) REFERENCES stores (community_id, id),
        CONSTRAINT confirmations_cashier_fk FOREIGN KEY (community_id, cashier_id) REFERENCES users (community_id, id),
        CONSTRAINT confirmations_undone_by_fk FOREIGN KEY (community_id, undone_by)
            REFERENCES users (community_id, id),
        CONSTRAINT confirmations_transfer_fk FOREIGN KEY (community_id, transfer_id)
            REFERENCES transfers (community_id, id),
        CONSTRAINT confirmations_bill_check CHECK (bill_fen >= 0 AND discount_fen BETWEEN 0 AND bill_fen),
        CONSTRAINT confirmations_undone_check CHECK ((undone_at IS NULL) = (undone_by IS NULL))
    );
    PERFORM place_tenant_table('confirmations');
    -- One voucher, one confirmation that stands.
    CREATE UNIQUE INDEX confirmations_standing_key ON confirmations (community_id, voucher_id)
        WHERE undone_at IS NULL;
    -- The lists and totals of a day; what a community confirms in one is few enough to pick a store's out of.
    CREATE INDEX confirmations_day_idx ON confirmations (community_id, confirmed_at);

    -- A confirmation that failed is kept with its reason.
    CREATE TABLE failed_confirmations (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        store_id uuid NOT NULL,
        cashier_id uuid NOT NULL,
        code text NOT NULL,
        voucher_id uuid,
        reason text NOT NULL,
        tried_at timestamptz NOT NULL,
        CONSTRAINT failed_confirmations_pk PRIMARY KEY (community_id, id),
        CONSTRAINT failed_confirmations_store_fk FOREIGN KEY (community_id, store_id)
            REFERENCES stores (community_id, id),
        CONSTRAINT failed_confirmations_cashier_fk FOREIGN KEY (community_id, cashier_id)
            REFERENCES users (community_id, id)
    );
    PERFORM place_tenant_table('failed_confirmations');
    CREATE INDEX failed_confirmations_store_idx ON failed_confirmations (community_id, store_id, id);
END
$migration$;
