-- Claims are asked for by rule and by day, beside residents and states.
DO $migration$
BEGIN
    CREATE INDEX claims_rule_idx ON claims (community_id, rule_code, id);
    CREATE INDEX claims_day_idx ON claims (community_id, deed_on, id);
END
$migration$;
