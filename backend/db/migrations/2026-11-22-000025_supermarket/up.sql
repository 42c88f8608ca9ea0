-- The points supermarket in full: pick-up days, limits, opening days, costs and donors, prices,
-- stocktakes, substitutes.
DO $migration$
BEGIN
    -- How long goods lie ready, and on which days the counter is open: {"month_days": [15], "weekdays": ["sat"]}.
    ALTER TABLE communities
        ADD COLUMN pickup_days integer NOT NULL DEFAULT 14,
        ADD COLUMN opening_days jsonb NOT NULL DEFAULT '{"month_days": [], "weekdays": []}',
        ADD CONSTRAINT communities_pickup_days_check CHECK (pickup_days BETWEEN 1 AND 365);

    -- Orders end with their time. Those that are open now get their days from now on.
    ALTER TABLE orders
        ADD COLUMN expires_at timestamptz,
        DROP CONSTRAINT orders_state_check,
        ADD CONSTRAINT orders_state_check CHECK (state IN ('held', 'ready', 'picked_up', 'cancelled', 'expired'));
    UPDATE orders SET expires_at = CASE
        WHEN state IN ('held', 'ready') THEN greatest(placed_at, now()) + interval '14 days'
        ELSE coalesce(ready_at, placed_at) + interval '14 days'
    END;
    ALTER TABLE orders ALTER COLUMN expires_at SET NOT NULL;
    CREATE INDEX orders_due_idx ON orders (community_id, expires_at) WHERE state IN ('held', 'ready');

    ALTER TABLE rewards
        -- how many one resident may have in a quarter of the year
        ADD COLUMN limit_per_quarter bigint,
        -- staff are told when no more than so many are left
        ADD COLUMN low_stock_at bigint,
        ADD CONSTRAINT rewards_limit_check CHECK (limit_per_quarter > 0),
        ADD CONSTRAINT rewards_low_stock_check CHECK (low_stock_at >= 0);

    -- What a reward cost from which moment on; the last one is what it costs now.
    CREATE TABLE reward_prices (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        reward_id uuid NOT NULL,
        points bigint NOT NULL,
        from_at timestamptz NOT NULL,
        -- nobody known for the prices from before there were versions
        actor_id uuid,
        CONSTRAINT reward_prices_pk PRIMARY KEY (community_id, id),
        CONSTRAINT reward_prices_reward_fk FOREIGN KEY (community_id, reward_id) REFERENCES rewards (community_id, id),
        CONSTRAINT reward_prices_actor_fk FOREIGN KEY (community_id, actor_id) REFERENCES users (community_id, id),
        CONSTRAINT reward_prices_points_check CHECK (points > 0)
    );
    PERFORM place_tenant_table('reward_prices');
    CREATE INDEX reward_prices_reward_idx ON reward_prices (community_id, reward_id, id);
    INSERT INTO reward_prices (community_id, id, reward_id, points, from_at, actor_id)
    SELECT community_id, id, id, price_points, created_at, NULL FROM rewards;
    CREATE TRIGGER reward_prices_append_only BEFORE UPDATE OR DELETE ON reward_prices
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER reward_prices_never_emptied BEFORE TRUNCATE ON reward_prices
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- Stocktakes 盘点: many rewards counted in one act.
    CREATE TABLE stocktakes (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        note text NOT NULL,
        actor_id uuid NOT NULL,
        taken_at timestamptz NOT NULL,
        CONSTRAINT stocktakes_pk PRIMARY KEY (community_id, id),
        CONSTRAINT stocktakes_actor_fk FOREIGN KEY (community_id, actor_id) REFERENCES users (community_id, id)
    );
    PERFORM place_tenant_table('stocktakes');
    CREATE TRIGGER stocktakes_append_only BEFORE UPDATE OR DELETE ON stocktakes
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE stocktake_lines (
        community_id uuid NOT NULL,
        stocktake_id uuid NOT NULL,
        reward_id uuid NOT NULL,
        -- what the books said, and what was there
        booked bigint NOT NULL,
        counted bigint NOT NULL,
        CONSTRAINT stocktake_lines_pk PRIMARY KEY (community_id, stocktake_id, reward_id),
        CONSTRAINT stocktake_lines_stocktake_fk FOREIGN KEY (community_id, stocktake_id)
            REFERENCES stocktakes (community_id, id),
        CONSTRAINT stocktake_lines_reward_fk FOREIGN KEY (community_id, reward_id)
            REFERENCES rewards (community_id, id),
        CONSTRAINT stocktake_lines_counted_check CHECK (booked >= 0 AND counted >= 0)
    );
    PERFORM place_tenant_table('stocktake_lines');
    CREATE INDEX stocktake_lines_reward_idx ON stocktake_lines (community_id, reward_id);
    CREATE TRIGGER stocktake_lines_append_only BEFORE UPDATE OR DELETE ON stocktake_lines
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

    ALTER TABLE stock_movements
        ADD COLUMN donor text,
        -- what one cost the community, in fen
        ADD COLUMN unit_cost_fen bigint,
        ADD COLUMN stocktake_id uuid,
        ADD CONSTRAINT stock_movements_stocktake_fk FOREIGN KEY (community_id, stocktake_id)
            REFERENCES stocktakes (community_id, id),
        ADD CONSTRAINT stock_movements_donor_check CHECK (donor IS NULL OR kind = 'donated'),
        ADD CONSTRAINT stock_movements_cost_check CHECK (unit_cost_fen IS NULL OR (kind = 'bought' AND unit_cost_fen >= 0)),
        ADD CONSTRAINT stock_movements_stocktake_check CHECK (stocktake_id IS NULL OR kind = 'counted');

    ALTER TABLE order_lines
        -- what was ordered, where the desk gave something else for it
        ADD COLUMN replaces_id uuid,
        ADD CONSTRAINT order_lines_replaces_fk FOREIGN KEY (community_id, replaces_id)
            REFERENCES rewards (community_id, id);
END
$migration$;
