-- Slots 场次: when something takes place, and for how many.
DO $migration$
BEGIN
    CREATE TABLE slots (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        offer_id uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        seats integer NOT NULL,
        -- seats of vouchers that were taken and not given back
        taken integer NOT NULL,
        state text NOT NULL,
        cancel_reason text,
        created_at timestamptz NOT NULL,
        CONSTRAINT slots_pk PRIMARY KEY (community_id, id),
        CONSTRAINT slots_offer_fk FOREIGN KEY (community_id, offer_id) REFERENCES offers (community_id, id),
        CONSTRAINT slots_span_check CHECK (starts_at < ends_at),
        CONSTRAINT slots_seats_check CHECK (seats BETWEEN 1 AND 10000 AND taken BETWEEN 0 AND seats),
        CONSTRAINT slots_state_check CHECK (state IN ('open', 'cancelled')),
        CONSTRAINT slots_cancel_check CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
    );
    PERFORM place_tenant_table('slots');
    CREATE INDEX slots_offer_idx ON slots (community_id, offer_id, starts_at, id);

    ALTER TABLE vouchers
        ADD COLUMN slot_id uuid,
        ADD CONSTRAINT vouchers_slot_fk FOREIGN KEY (community_id, slot_id) REFERENCES slots (community_id, id);
    CREATE INDEX vouchers_slot_idx ON vouchers (community_id, slot_id) WHERE slot_id IS NOT NULL;
END
$migration$;
