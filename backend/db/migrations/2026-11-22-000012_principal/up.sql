-- Who is asking: everything a person is at this moment, in one round trip for each request.
DO $migration$
BEGIN
    -- Empty if the session has ended or the account is disabled.
    CREATE FUNCTION principal_of(p_community uuid, p_user uuid, p_session uuid, p_now timestamptz)
    RETURNS jsonb LANGUAGE sql STABLE AS $body$
        SELECT jsonb_build_object(
            'name', u.name,
            'resident', u.resident_id,
            'offices', ARRAY(
                SELECT r.role FROM user_roles r WHERE r.community_id = p_community AND r.user_id = p_user
            ),
            'teams', ARRAY(
                SELECT m.team_id FROM memberships m
                WHERE m.community_id = p_community AND m.resident_id = u.resident_id
                  AND m.state = 'active' AND m.position = 'leader'
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
