-- What the things of community $1 are called that $2 (kinds) and $3 (identifiers) name, as far as they have a name.
WITH asked AS MATERIALIZED (
    SELECT DISTINCT kind, id FROM unnest($2, $3) AS x (kind, id)
)
SELECT x.kind, x.id, u.name FROM asked x JOIN users u ON u.community_id = $1 AND u.id = x.id WHERE x.kind = 'user'
UNION ALL
SELECT x.kind, x.id, r.name FROM asked x JOIN residents r ON r.community_id = $1 AND r.id = x.id WHERE x.kind = 'resident'
UNION ALL
SELECT x.kind, x.id, r.name
FROM asked x
JOIN accounts a ON a.community_id = $1 AND a.id = x.id
JOIN residents r ON r.community_id = $1 AND r.id = a.resident_id
WHERE x.kind = 'account'
UNION ALL
SELECT x.kind, x.id, g.name FROM asked x JOIN grids g ON g.community_id = $1 AND g.id = x.id WHERE x.kind = 'grid'
UNION ALL
SELECT x.kind, x.id, b.estate || ' ' || b.name
FROM asked x JOIN buildings b ON b.community_id = $1 AND b.id = x.id WHERE x.kind = 'building'
UNION ALL
SELECT x.kind, x.id, b.estate || ' ' || b.name || ' ' || h.door
FROM asked x
JOIN households h ON h.community_id = $1 AND h.id = x.id
JOIN buildings b ON b.community_id = $1 AND b.id = h.building_id
WHERE x.kind = 'household'
UNION ALL
SELECT x.kind, x.id, b.estate || ' ' || b.name || ' ' || to_char(p.month, 'YYYY-MM')
FROM asked x
JOIN pacts p ON p.community_id = $1 AND p.id = x.id
JOIN buildings b ON b.community_id = $1 AND b.id = p.building_id
WHERE x.kind = 'pact'
UNION ALL
SELECT x.kind, x.id, to_char(m.month, 'YYYY-MM')
FROM asked x JOIN pact_marks m ON m.community_id = $1 AND m.id = x.id WHERE x.kind = 'pact_mark'
UNION ALL
SELECT x.kind, x.id, t.name FROM asked x JOIN teams t ON t.community_id = $1 AND t.id = x.id WHERE x.kind = 'team'
UNION ALL
SELECT x.kind, x.id, t.name || ' · ' || r.name
FROM asked x
JOIN memberships m ON m.community_id = $1 AND m.id = x.id
JOIN teams t ON t.community_id = $1 AND t.id = m.team_id
JOIN residents r ON r.community_id = $1 AND r.id = m.resident_id
WHERE x.kind = 'membership'
UNION ALL
SELECT x.kind, x.id, a.title
FROM asked x JOIN activities a ON a.community_id = $1 AND a.id = x.id WHERE x.kind = 'activity'
UNION ALL
-- the roster of a shift goes by its shift
SELECT x.kind, x.id, a.title
FROM asked x
JOIN shifts s ON s.community_id = $1 AND s.id = x.id
JOIN activities a ON a.community_id = $1 AND a.id = s.activity_id
WHERE x.kind IN ('shift', 'roster')
UNION ALL
SELECT x.kind, x.id, a.title
FROM asked x
JOIN attendances y ON y.community_id = $1 AND y.id = x.id
JOIN shifts s ON s.community_id = $1 AND s.id = y.shift_id
JOIN activities a ON a.community_id = $1 AND a.id = s.activity_id
WHERE x.kind = 'attendance'
UNION ALL
SELECT x.kind, x.id, a.title || ' · ' || r.name
FROM asked x
JOIN signups y ON y.community_id = $1 AND y.id = x.id
JOIN shifts s ON s.community_id = $1 AND s.id = y.shift_id
JOIN activities a ON a.community_id = $1 AND a.id = s.activity_id
JOIN residents r ON r.community_id = $1 AND r.id = y.resident_id
WHERE x.kind = 'signup'
UNION ALL
SELECT x.kind, x.id, a.title || ' · ' || r.name
FROM asked x
JOIN no_shows y ON y.community_id = $1 AND y.id = x.id
JOIN shifts s ON s.community_id = $1 AND s.id = y.shift_id
JOIN activities a ON a.community_id = $1 AND a.id = s.activity_id
JOIN residents r ON r.community_id = $1 AND r.id = y.resident_id
WHERE x.kind = 'no_show'
UNION ALL
SELECT x.kind, x.id, c.rule_title || ' · ' || r.name
FROM asked x
JOIN claims c ON c.community_id = $1 AND c.id = x.id
JOIN residents r ON r.community_id = $1 AND r.id = c.resident_id
WHERE x.kind = 'claim'
UNION ALL
SELECT x.kind, x.id, r.name
FROM asked x
JOIN adjustments a ON a.community_id = $1 AND a.id = x.id
JOIN residents r ON r.community_id = $1 AND r.id = a.resident_id
WHERE x.kind = 'adjustment'
UNION ALL
SELECT x.kind, x.id, r.name
FROM asked x
JOIN notices n ON n.community_id = $1 AND n.id = x.id
JOIN residents r ON r.community_id = $1 AND r.id = n.resident_id
WHERE x.kind = 'notice'
UNION ALL
SELECT x.kind, x.id, f.name FROM asked x JOIN funds f ON f.community_id = $1 AND f.id = x.id WHERE x.kind = 'fund'
UNION ALL
SELECT x.kind, x.id, i.file_name
FROM asked x JOIN imports i ON i.community_id = $1 AND i.id = x.id WHERE x.kind = 'import'
UNION ALL
SELECT x.kind, x.id, b.title || ' v' || b.version
FROM asked x JOIN rulebooks b ON b.community_id = $1 AND b.id = x.id WHERE x.kind = 'rulebook'
UNION ALL
SELECT x.kind, x.id, p.name
FROM asked x JOIN partners p ON p.community_id = $1 AND p.id = x.id WHERE x.kind = 'partner'
UNION ALL
SELECT x.kind, x.id, s.name FROM asked x JOIN stores s ON s.community_id = $1 AND s.id = x.id WHERE x.kind = 'store'
UNION ALL
SELECT x.kind, x.id, s.name || ' ' || to_char(y.month, 'YYYY-MM')
FROM asked x
JOIN statements y ON y.community_id = $1 AND y.id = x.id
JOIN stores s ON s.community_id = $1 AND s.id = y.store_id
WHERE x.kind = 'statement'
UNION ALL
SELECT x.kind, x.id, s.name || ' ' || to_char(y.day, 'YYYY-MM-DD')
FROM asked x
JOIN signals y ON y.community_id = $1 AND y.id = x.id
JOIN stores s ON s.community_id = $1 AND s.id = y.store_id
WHERE x.kind = 'signal'
UNION ALL
SELECT x.kind, x.id, o.title FROM asked x JOIN offers o ON o.community_id = $1 AND o.id = x.id WHERE x.kind = 'offer'
UNION ALL
SELECT x.kind, x.id, o.title || ' · ' || r.name
FROM asked x
JOIN vouchers v ON v.community_id = $1 AND v.id = x.id
JOIN offers o ON o.community_id = $1 AND o.id = v.offer_id
JOIN residents r ON r.community_id = $1 AND r.id = v.resident_id
WHERE x.kind = 'voucher'
UNION ALL
SELECT x.kind, x.id, o.title || ' · ' || r.name
FROM asked x
JOIN confirmations y ON y.community_id = $1 AND y.id = x.id
JOIN vouchers v ON v.community_id = $1 AND v.id = y.voucher_id
JOIN offers o ON o.community_id = $1 AND o.id = v.offer_id
JOIN residents r ON r.community_id = $1 AND r.id = v.resident_id
WHERE x.kind = 'confirmation'
UNION ALL
SELECT x.kind, x.id, r.name
FROM asked x JOIN rewards r ON r.community_id = $1 AND r.id = x.id WHERE x.kind = 'reward'
UNION ALL
SELECT x.kind, x.id, g.goods || ' · ' || r.name
FROM asked x
JOIN orders o ON o.community_id = $1 AND o.id = x.id
JOIN residents r ON r.community_id = $1 AND r.id = o.resident_id
CROSS JOIN LATERAL (
    SELECT string_agg(w.name || '×' || l.quantity, '、' ORDER BY w.id) AS goods
    FROM order_lines l JOIN rewards w ON w.community_id = $1 AND w.id = l.reward_id
    WHERE l.community_id = $1 AND l.order_id = o.id
) g
WHERE x.kind = 'order'
UNION ALL
SELECT x.kind, x.id, coalesce(o.title, w.name)
FROM asked x
JOIN slots s ON s.community_id = $1 AND s.id = x.id
LEFT JOIN offers o ON o.community_id = $1 AND o.id = s.offer_id
LEFT JOIN rewards w ON w.community_id = $1 AND w.id = s.reward_id
WHERE x.kind = 'slot'
UNION ALL
SELECT x.kind, x.id, w.title
FROM asked x JOIN wish_polls w ON w.community_id = $1 AND w.id = x.id WHERE x.kind = 'wish_poll'
UNION ALL
SELECT x.kind, x.id, c.name FROM asked x JOIN communities c ON c.id = $1 AND c.id = x.id WHERE x.kind = 'community'
