-- Who changed a proposal and who wrote a roster, for those who check it; who guides a team as things stand now.
DO $migration$
BEGIN
    -- the user who changed the proposal last; at first who proposed it
    ALTER TABLE activities ADD COLUMN changed_by uuid;
    -- why it was called off; those called off before gave no reason
    ALTER TABLE activities ADD COLUMN cancel_reason text;
    UPDATE activities SET changed_by = organiser_id;
    ALTER TABLE activities ALTER COLUMN changed_by SET NOT NULL;
    ALTER TABLE activities ADD CONSTRAINT activities_changed_by_fk FOREIGN KEY (community_id, changed_by)
        REFERENCES users (community_id, id);
    ALTER TABLE activities ADD CONSTRAINT activities_cancelled_check
        CHECK (cancel_reason IS NULL OR state = 'cancelled');

    -- the user who wrote it into the roster; null in rosters from before this was kept
    ALTER TABLE attendances ADD COLUMN recorded_by uuid;
    ALTER TABLE attendances ADD CONSTRAINT attendances_recorded_by_fk FOREIGN KEY (community_id, recorded_by)
        REFERENCES users (community_id, id);

    -- As before, but who leads a team is registered, and the team at work.
    CREATE OR REPLACE FUNCTION principal_of(p_community uuid, p_user uuid, p_session uuid, p_now timestamptz)
    RETURNS jsonb LANGUAGE sql STABLE AS $body$
        SELECT jsonb_build_object(
            'name', u.name,
            'resident', u.resident_id,
            'offices', ARRAY(
                SELECT r.role FROM user_roles r WHERE r.community_id = p_community AND r.user_id = p_user
            ),
            'teams', ARRAY(
                SELECT m.team_id FROM memberships m
                JOIN teams t ON t.community_id = p_community AND t.id = m.team_id
                JOIN residents r ON r.community_id = p_community AND r.id = m.resident_id
                WHERE m.community_id = p_community AND m.resident_id = u.resident_id
                  AND m.state = 'active' AND m.position = 'leader' AND t.state = 'active' AND r.state = 'active'
            ),
            'partners', ARRAY(
                SELECT p.partner_id FROM partner_managers p WHERE p.community_id = p_community AND p.user_id = p_user
            ),
            'stores', ARRAY(
                SELECT c.store_id FROM cashiers c WHERE c.community_id = p_community AND c.user_id = p_user
            ),
            'managed_stores', ARRAY(
                SELECT s.id FROM partner_managers p
                JOIN stores s ON s.community_id = p_community AND s.partner_id = p.partner_id
                WHERE p.community_id = p_community AND p.user_id = p_user
            )
        )
        FROM users u
        WHERE u.community_id = p_community AND u.id = p_user AND u.disabled_at IS NULL
          AND EXISTS (
              SELECT 1 FROM sessions s
              WHERE s.id = p_session AND s.community_id = p_community AND s.user_id = p_user
                AND s.ended_at IS NULL AND s.expires_at > p_now
          )
    $body$;
END
$migration$;
