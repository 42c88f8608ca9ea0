-- The points supermarket 积分超市: rewards, their stock, and orders 兑换单.
DO $migration$
BEGIN
    CREATE TABLE rewards (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        description text NOT NULL,
        age_group text NOT NULL,
        price_points bigint NOT NULL,
        -- on hand, and of that promised to open orders
        stock bigint NOT NULL,
        reserved bigint NOT NULL,
        state text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT rewards_pk PRIMARY KEY (community_id, id),
        CONSTRAINT rewards_name_key UNIQUE (community_id, name),
        CONSTRAINT rewards_community_fk FOREIGN KEY (community_id) REFERENCES communities (id),
        CONSTRAINT rewards_age_group_check CHECK (age_group IN ('children', 'youth', 'seniors', 'all')),
        CONSTRAINT rewards_price_check CHECK (price_points > 0),
        CONSTRAINT rewards_stock_check CHECK (reserved >= 0 AND stock - reserved >= 0),
        CONSTRAINT rewards_state_check CHECK (state IN ('on_shelf', 'off_shelf'))
    );
    PERFORM place_tenant_table('rewards');

    CREATE TABLE orders (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        resident_id uuid NOT NULL,
        code text NOT NULL,
        state text NOT NULL,
        total_points bigint NOT NULL,
        hold_id uuid NOT NULL,
        -- the user who placed it; staff at the counter act on behalf of the resident
        placed_by uuid NOT NULL,
        on_behalf boolean NOT NULL,
        placed_at timestamptz NOT NULL,
        ready_at timestamptz,
        closed_at timestamptz,
        CONSTRAINT orders_pk PRIMARY KEY (community_id, id),
        CONSTRAINT orders_code_key UNIQUE (community_id, code),
        CONSTRAINT orders_resident_fk FOREIGN KEY (community_id, resident_id) REFERENCES residents (community_id, id),
        CONSTRAINT orders_hold_fk FOREIGN KEY (community_id, hold_id) REFERENCES holds (community_id, id),
        CONSTRAINT orders_placed_by_fk FOREIGN KEY (community_id, placed_by) REFERENCES users (community_id, id),
        CONSTRAINT orders_state_check CHECK (state IN ('held', 'ready', 'picked_up', 'cancelled')),
        CONSTRAINT orders_closed_check CHECK ((state IN ('held', 'ready')) = (closed_at IS NULL)),
        CONSTRAINT orders_total_check CHECK (total_points > 0)
    );
    PERFORM place_tenant_table('orders');
    CREATE INDEX orders_resident_idx ON orders (community_id, resident_id, id);
    CREATE INDEX orders_state_idx ON orders (community_id, state, id);

    CREATE TABLE order_lines (
        community_id uuid NOT NULL,
        order_id uuid NOT NULL,
        reward_id uuid NOT NULL,
        quantity bigint NOT NULL,
        unit_points bigint NOT NULL,
        CONSTRAINT order_lines_pk PRIMARY KEY (community_id, order_id, reward_id),
        CONSTRAINT order_lines_order_fk FOREIGN KEY (community_id, order_id) REFERENCES orders (community_id, id),
        CONSTRAINT order_lines_reward_fk FOREIGN KEY (community_id, reward_id) REFERENCES rewards (community_id, id),
        CONSTRAINT order_lines_quantity_check CHECK (quantity > 0),
        CONSTRAINT order_lines_price_check CHECK (unit_points > 0)
    );
    PERFORM place_tenant_table('order_lines');
    CREATE INDEX order_lines_reward_idx ON order_lines (community_id, reward_id);

    -- Every change of stock; a reward's stock is the sum of its movements.
    CREATE TABLE stock_movements (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        reward_id uuid NOT NULL,
        kind text NOT NULL,
        quantity bigint NOT NULL,
        note text NOT NULL,
        order_id uuid,
        actor_id uuid NOT NULL,
        moved_at timestamptz NOT NULL,
        CONSTRAINT stock_movements_pk PRIMARY KEY (community_id, id),
        CONSTRAINT stock_movements_reward_fk FOREIGN KEY (community_id, reward_id)
            REFERENCES rewards (community_id, id),
        CONSTRAINT stock_movements_order_fk FOREIGN KEY (community_id, order_id) REFERENCES orders (community_id, id),
        CONSTRAINT stock_movements_actor_fk FOREIGN KEY (community_id, actor_id) REFERENCES users (community_id, id),
        CONSTRAINT stock_movements_quantity_check CHECK (
            CASE kind WHEN 'bought' THEN quantity > 0 WHEN 'donated' THEN quantity > 0
                      WHEN 'given_out' THEN quantity < 0 WHEN 'lost' THEN quantity < 0
                      WHEN 'counted' THEN quantity <> 0 ELSE false END
        ),
        CONSTRAINT stock_movements_order_check CHECK ((kind = 'given_out') = (order_id IS NOT NULL))
    );
    PERFORM place_tenant_table('stock_movements');
    CREATE INDEX stock_movements_reward_idx ON stock_movements (community_id, reward_id, id);
    CREATE TRIGGER stock_movements_append_only BEFORE UPDATE OR DELETE ON stock_movements
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER stock_movements_never_emptied BEFORE TRUNCATE ON stock_movements
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
END
$migration$;
