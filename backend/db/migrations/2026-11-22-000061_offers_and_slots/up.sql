-- The vouchers of an offer and those who have a seat in a slot are listed page by page; drafts of offers can be deleted.
DO $migration$
BEGIN
    CREATE INDEX vouchers_of_offer_idx ON vouchers (community_id, offer_id, id);
    DROP INDEX vouchers_slot_idx;
    CREATE INDEX vouchers_slot_idx ON vouchers (community_id, slot_id, id) WHERE slot_id IS NOT NULL;
    DROP INDEX order_lines_slot_idx;
    CREATE INDEX order_lines_slot_idx ON order_lines (community_id, slot_id, order_id) WHERE slot_id IS NOT NULL;

    -- What residents have seen stays; published rule books are kept by a trigger of their own.
    CREATE TRIGGER offers_opened_stay BEFORE DELETE ON offers
        FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION refuse_change();
END
$migration$;
