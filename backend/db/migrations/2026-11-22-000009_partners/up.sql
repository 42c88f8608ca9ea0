-- Partners 合伙人, their stores, the people who work there, and what they offer.
DO $migration$
BEGIN
    CREATE TABLE partners (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        category text NOT NULL,
        promise text NOT NULL,
        contact_name text NOT NULL,
        contact_phone text,
        state text NOT NULL,
        admitted_on date NOT NULL,
        CONSTRAINT partners_pk PRIMARY KEY (community_id, id),
        CONSTRAINT partners_name_key UNIQUE (community_id, name),
        CONSTRAINT partners_community_fk FOREIGN KEY (community_id) REFERENCES communities (id),
        CONSTRAINT partners_state_check CHECK (state IN ('active', 'suspended', 'ended'))
    );
    PERFORM place_tenant_table('partners');

    CREATE TABLE stores (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        partner_id uuid NOT NULL,
        name text NOT NULL,
        address text NOT NULL,
        state text NOT NULL,
        CONSTRAINT stores_pk PRIMARY KEY (community_id, id),
        CONSTRAINT stores_name_key UNIQUE (community_id, partner_id, name),
        CONSTRAINT stores_partner_fk FOREIGN KEY (community_id, partner_id) REFERENCES partners (community_id, id),
        CONSTRAINT stores_state_check CHECK (state IN ('open', 'closed'))
    );
    PERFORM place_tenant_table('stores');

    CREATE TABLE partner_managers (
        community_id uuid NOT NULL,
        partner_id uuid NOT NULL,
        user_id uuid NOT NULL,
        CONSTRAINT partner_managers_pk PRIMARY KEY (community_id, user_id, partner_id),
        CONSTRAINT partner_managers_partner_fk FOREIGN KEY (community_id, partner_id)
            REFERENCES partners (community_id, id),
        CONSTRAINT partner_managers_user_fk FOREIGN KEY (community_id, user_id) REFERENCES users (community_id, id)
    );
    PERFORM place_tenant_table('partner_managers');
    CREATE INDEX partner_managers_partner_idx ON partner_managers (community_id, partner_id);

    CREATE TABLE cashiers (
        community_id uuid NOT NULL,
        store_id uuid NOT NULL,
        user_id uuid NOT NULL,
        CONSTRAINT cashiers_pk PRIMARY KEY (community_id, user_id, store_id),
        CONSTRAINT cashiers_store_fk FOREIGN KEY (community_id, store_id) REFERENCES stores (community_id, id),
        CONSTRAINT cashiers_user_fk FOREIGN KEY (community_id, user_id) REFERENCES users (community_id, id)
    );
    PERFORM place_tenant_table('cashiers');
    CREATE INDEX cashiers_store_idx ON cashiers (community_id, store_id);

    CREATE TABLE offers (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        partner_id uuid NOT NULL,
        title text NOT NULL,
        description text NOT NULL,
        kind text NOT NULL,
        -- spend_and_save: at least so much, so much off; percent: so much off, at most so much; free_item: what
        min_spend_fen bigint,
        save_fen bigint,
        percent_off integer,
        max_save_fen bigint,
        item text,
        price_points bigint NOT NULL,
        quota bigint,
        -- vouchers that count against the quota: taken and not given back
        taken bigint NOT NULL,
        per_person_limit integer,
        min_age integer,
        max_age integer,
        valid_from timestamptz NOT NULL,
        valid_to timestamptz NOT NULL,
        -- how long a voucher may be used once taken
        voucher_days integer NOT NULL,
        state text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT offers_pk PRIMARY KEY (community_id, id),
        CONSTRAINT offers_partner_fk FOREIGN KEY (community_id, partner_id) REFERENCES partners (community_id, id),
        CONSTRAINT offers_kind_check CHECK (
            CASE kind
                WHEN 'spend_and_save' THEN min_spend_fen > 0 AND save_fen > 0 AND save_fen <= min_spend_fen
                    AND percent_off IS NULL AND max_save_fen IS NULL AND item IS NULL
                WHEN 'percent' THEN percent_off BETWEEN 1 AND 99 AND coalesce(max_save_fen > 0, true)
                    AND min_spend_fen IS NULL AND save_fen IS NULL AND item IS NULL
                WHEN 'free_item' THEN item IS NOT NULL
                    AND min_spend_fen IS NULL AND save_fen IS NULL AND percent_off IS NULL AND max_save_fen IS NULL
                ELSE false
            END
        ),
        CONSTRAINT offers_price_check CHECK (price_points >= 0),
        CONSTRAINT offers_quota_check CHECK (taken >= 0 AND coalesce(taken <= quota, true)),
        CONSTRAINT offers_limit_check CHECK (per_person_limit > 0),
        CONSTRAINT offers_age_check CHECK (min_age >= 0 AND max_age >= 0 AND coalesce(min_age <= max_age, true)),
        CONSTRAINT offers_valid_check CHECK (valid_from < valid_to),
        CONSTRAINT offers_voucher_days_check CHECK (voucher_days BETWEEN 1 AND 366),
        CONSTRAINT offers_state_check CHECK (state IN ('draft', 'open', 'closed'))
    );
    PERFORM place_tenant_table('offers');
    CREATE INDEX offers_partner_idx ON offers (community_id, partner_id, id);
    CREATE INDEX offers_state_idx ON offers (community_id, state, id);
END
$migration$;
