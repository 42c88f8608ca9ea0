-- What everybody with an account is, for the list of accounts; the same as principal_of says of one who asks.
DO $migration$
BEGIN
    CREATE FUNCTION account_roles(p_community uuid)
    RETURNS TABLE (user_id uuid, role text) LANGUAGE sql STABLE AS $body$
        SELECT r.user_id, r.role FROM user_roles r WHERE r.community_id = p_community
        UNION ALL
        SELECT u.id, 'resident' FROM users u WHERE u.community_id = p_community AND u.resident_id IS NOT NULL
        UNION ALL
        SELECT u.id, 'team_leader' FROM memberships m
        JOIN users u ON u.community_id = p_community AND u.resident_id = m.resident_id
        JOIN teams t ON t.community_id = p_community AND t.id = m.team_id
        JOIN residents r ON r.community_id = p_community AND r.id = m.resident_id
        WHERE m.community_id = p_community AND m.state = 'active' AND m.position = 'leader'
          AND t.state = 'active' AND r.state = 'active'
        UNION ALL
        SELECT u.id, 'block_head' FROM buildings b
        JOIN users u ON u.community_id = p_community AND u.resident_id = b.block_head_id
        JOIN residents r ON r.community_id = p_community AND r.id = b.block_head_id AND r.state = 'active'
        WHERE b.community_id = p_community
        UNION ALL
        SELECT p.user_id, 'partner_manager' FROM partner_managers p WHERE p.community_id = p_community
        UNION ALL
        SELECT c.user_id, 'cashier' FROM cashiers c WHERE c.community_id = p_community
    $body$;
END
$migration$;
