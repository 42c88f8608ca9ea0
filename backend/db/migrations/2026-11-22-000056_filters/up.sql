-- Transfers and the audit log are asked for by day, and within days by who, by what and by rule. Both lists are in the order of
-- time, so that days are a part of the order and no filter has to look at what lies outside them.
DO $migration$
BEGIN
    DROP INDEX transfers_posted_idx;
    CREATE INDEX transfers_posted_idx ON transfers (community_id, posted_at, id);
    DROP INDEX transfers_code_idx;
    CREATE INDEX transfers_code_idx ON transfers (community_id, code, posted_at, id);
    -- awards alone have a rule, and the program itself is nobody
    CREATE INDEX transfers_rule_posted_idx ON transfers (community_id, rule_code, posted_at, id)
        WHERE rule_code IS NOT NULL;
    CREATE INDEX transfers_actor_idx ON transfers (community_id, actor_id, posted_at, id) WHERE actor_id IS NOT NULL;

    CREATE INDEX audit_entries_at_idx ON audit_entries (community_id, at, id);
    DROP INDEX audit_entries_subject_idx;
    CREATE INDEX audit_entries_subject_idx ON audit_entries (community_id, subject_id, at, id);
    CREATE INDEX audit_entries_kind_idx ON audit_entries (community_id, subject_kind, at, id);
    CREATE INDEX audit_entries_action_idx ON audit_entries (community_id, action, at, id);
    CREATE INDEX audit_entries_actor_idx ON audit_entries (community_id, actor_id, at, id) WHERE actor_id IS NOT NULL;
    CREATE INDEX audit_entries_behalf_idx ON audit_entries (community_id, on_behalf_of, at, id)
        WHERE on_behalf_of IS NOT NULL;
END
$migration$;
