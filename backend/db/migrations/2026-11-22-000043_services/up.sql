-- Services 服务 of the points supermarket: rewards that take place in slots instead of having a stock.
DO $migration$
BEGIN
    ALTER TABLE rewards
        ADD COLUMN kind text NOT NULL DEFAULT 'goods',
        ADD CONSTRAINT rewards_kind_check CHECK (kind IN ('goods', 'service')),
        ADD CONSTRAINT rewards_service_check CHECK (
            kind = 'goods' OR (stock = 0 AND reserved = 0 AND low_stock_at IS NULL)
        ),
        -- what slots and lines of orders refer to with the kind that they take
        ADD CONSTRAINT rewards_kind_key UNIQUE (community_id, id, kind);
    CREATE FUNCTION rewards_keep_kind() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
        RAISE EXCEPTION 'the kind of reward % stays what it is', OLD.id;
    END
    $body$;
    CREATE TRIGGER rewards_keep_kind BEFORE UPDATE ON rewards
        FOR EACH ROW WHEN (NEW.kind <> OLD.kind) EXECUTE FUNCTION rewards_keep_kind();

    -- A slot is of an offer or of a service.
    ALTER TABLE slots
        ALTER COLUMN offer_id DROP NOT NULL,
        ADD COLUMN reward_id uuid,
        ADD COLUMN reward_kind text GENERATED ALWAYS AS (CASE WHEN reward_id IS NOT NULL THEN 'service' END) STORED,
        ADD CONSTRAINT slots_of_check CHECK (num_nonnulls(offer_id, reward_id) = 1),
        ADD CONSTRAINT slots_reward_key UNIQUE (community_id, reward_id, id),
        ADD CONSTRAINT slots_reward_fk FOREIGN KEY (community_id, reward_id, reward_kind)
            REFERENCES rewards (community_id, id, kind);
    CREATE INDEX slots_reward_idx ON slots (community_id, reward_id, starts_at, id) WHERE reward_id IS NOT NULL;

    -- A line with a slot is one seat for a service, a line without is goods.
    ALTER TABLE order_lines
        DROP CONSTRAINT order_lines_reward_fk,
        ADD COLUMN slot_id uuid,
        ADD COLUMN reward_kind text NOT NULL
            GENERATED ALWAYS AS (CASE WHEN slot_id IS NULL THEN 'goods' ELSE 'service' END) STORED,
        ADD CONSTRAINT order_lines_seat_check CHECK (slot_id IS NULL OR (quantity = 1 AND replaces_id IS NULL)),
        ADD CONSTRAINT order_lines_slot_fk FOREIGN KEY (community_id, reward_id, slot_id)
            REFERENCES slots (community_id, reward_id, id),
        ADD CONSTRAINT order_lines_reward_fk FOREIGN KEY (community_id, reward_id, reward_kind)
            REFERENCES rewards (community_id, id, kind);
    CREATE INDEX order_lines_slot_idx ON order_lines (community_id, slot_id) WHERE slot_id IS NOT NULL;
    CREATE UNIQUE INDEX order_lines_seat_key ON order_lines (community_id, order_id) WHERE slot_id IS NOT NULL;
END
$migration$;
