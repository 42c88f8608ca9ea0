-- What the rules keep stands in the tables too: parts add up, a deduction belongs to one no-show, consent ends with the
-- household it was given in.
DO $migration$
BEGIN
    -- The points of all lots together; none if a lot has none or less.
    CREATE FUNCTION parts_total(p_parts jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT AS $body$
        SELECT coalesce(CASE WHEN bool_and(p.value::bigint > 0) THEN sum(p.value::bigint)::bigint END, 0)
        FROM jsonb_each_text(p_parts) AS p
    $body$;
    ALTER TABLE transfers ADD CONSTRAINT transfers_parts_check CHECK (amount = parts_total(parts));
    ALTER TABLE holds ADD CONSTRAINT holds_parts_check CHECK (amount = parts_total(parts));

    CREATE UNIQUE INDEX no_shows_transfer_key ON no_shows (community_id, transfer_id);

    -- Who shares points with a household 合户使用 shares them with that household, as long as they live there.
    CREATE FUNCTION residents_end_pooling() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
        NEW.pools_since := NULL;
        RETURN NEW;
    END
    $body$;
    CREATE TRIGGER residents_end_pooling BEFORE UPDATE ON residents
        FOR EACH ROW WHEN (NEW.household_id <> OLD.household_id OR NEW.state <> 'active')
        EXECUTE FUNCTION residents_end_pooling();

    -- What is given to funds and by them, for their totals.
    CREATE INDEX transfers_gifts_idx ON transfers (community_id, cause_id) WHERE code = 'give';
END
$migration$;
