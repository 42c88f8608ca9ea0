-- Budgets of rules: those who award by a rule with a budget take turns, and find quickly what it has given.
DO $migration$
BEGIN
    -- A row a rule, to be locked. What of the budget is used is the sum of the rule's transfers: no figure that could drift.
    CREATE TABLE rule_budgets (
        community_id uuid NOT NULL,
        rule_code text NOT NULL,
        CONSTRAINT rule_budgets_pk PRIMARY KEY (community_id, rule_code),
        CONSTRAINT rule_budgets_community_fk FOREIGN KEY (community_id) REFERENCES communities (id)
    );
    PERFORM place_tenant_table('rule_budgets');

    CREATE INDEX transfers_rule_idx ON transfers (community_id, rule_code, deed_on) INCLUDE (id, amount)
        WHERE code = 'earn';
END
$migration$;
