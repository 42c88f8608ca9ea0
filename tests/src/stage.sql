-- One community. Identifiers are {c}-0000-7000-8000-<number>:
--    1 the community
--   10 grid, 11 building, 12 household
--   20…29 users: 21 administrator, 22 staff, 23 social worker, 24 team leader, 25 partner manager, 26 cashier,
--         27 resident; 31…37 the session of each
--   44 the resident who leads team 53, 47 the resident with account 27, 48 an old resident without a phone (born
--      1945), 49 a second resident; all have a wallet (144, 147, 148, 149) with 100 points
--   51 agency, 52 core team, 53 derived team
--   60 rule book, version 1, in force since 2020
--   71 partner, 72 its store; 73 a second partner, 74 its store
DO $stage$
DECLARE
    c uuid := '{c}-0000-7000-8000-000000000001';
    n int;
BEGIN
    INSERT INTO communities VALUES (c, '{slug}', '{slug}社区', 'Asia/Shanghai', 60, '2020-01-01');
    INSERT INTO grids VALUES (c, '{c}-0000-7000-8000-000000000010', '第一网格');
    INSERT INTO buildings VALUES (c, '{c}-0000-7000-8000-000000000011', '{c}-0000-7000-8000-000000000010', '江南花山郡', '1栋');
    INSERT INTO households VALUES (c, '{c}-0000-7000-8000-000000000012', '{c}-0000-7000-8000-000000000011', '1单元101');
    INSERT INTO residents VALUES
        (c, '{c}-0000-7000-8000-000000000044', '陈队长', 'chenduizhang', 1970, '199{d}0000044', '{c}-0000-7000-8000-000000000012', '{card44}', 'active', '2020-01-01'),
        (c, '{c}-0000-7000-8000-000000000047', '王小明', 'wangxiaoming', 1990, '199{d}0000027', '{c}-0000-7000-8000-000000000012', '{card47}', 'active', '2020-01-01'),
        (c, '{c}-0000-7000-8000-000000000048', '李奶奶', 'linainai', 1945, NULL, '{c}-0000-7000-8000-000000000012', '{card48}', 'active', '2020-01-01'),
        (c, '{c}-0000-7000-8000-000000000049', '赵大海', 'zhaodahai', 1985, '199{d}0000049', '{c}-0000-7000-8000-000000000012', '{card49}', 'active', '2020-01-01');
    INSERT INTO accounts (community_id, id, kind, owner_id, resident_id, posted, held)
    SELECT c, r.id, 'wallet', r.id, r.id, 0, 0 FROM residents r WHERE r.community_id = c;
    INSERT INTO accounts (community_id, id, kind, owner_id, posted, held)
    SELECT c, ('{c}-0000-7000-8000-000000000' || (150 + k.n))::uuid, k.kind, c, 0, 0
    FROM unnest(ARRAY['issued', 'spent', 'expired', 'deducted', 'adjusted', 'opening', 'owed', 'donated']) WITH ORDINALITY AS k(kind, n);
    PERFORM post_transfers(c, '2020-01-01', jsonb_agg(jsonb_build_object(
        'id', ('{c}-0000-7000-8000-000000000' || (160 + r.n))::uuid, 'code', 'opening', 'debit_kind', 'opening',
        'debit_owner', c, 'credit_kind', 'wallet', 'credit_owner', r.id, 'amount', 100, 'parts', '{"2099-12-31": 100}'::jsonb, 'cause_kind', 'resident',
        'cause_id', r.id, 'explanation', jsonb_build_object('kind', 'opening', 'note', '纸质积分卡')
    )))
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM residents WHERE community_id = c) r;

    FOR n IN 21..27 LOOP
        INSERT INTO users VALUES (
            c, ('{c}-0000-7000-8000-0000000000' || n)::uuid, '用户' || n, '199{d}00000' || n,
            CASE n WHEN 24 THEN '{c}-0000-7000-8000-000000000044'::uuid WHEN 27 THEN '{c}-0000-7000-8000-000000000047'::uuid END,
            NULL, '2020-01-01'
        );
        INSERT INTO credentials VALUES
            ('199{d}00000' || n, c, ('{c}-0000-7000-8000-0000000000' || n)::uuid, '{hash}', '2020-01-01');
        INSERT INTO sessions (id, community_id, user_id, user_agent, created_at, expires_at) VALUES
            (('{c}-0000-7000-8000-0000000000' || (n + 10))::uuid, c, ('{c}-0000-7000-8000-0000000000' || n)::uuid, 'stage', '2020-01-01', '2999-01-01');
    END LOOP;
    INSERT INTO user_roles VALUES
        (c, '{c}-0000-7000-8000-000000000021', 'community_administrator'),
        (c, '{c}-0000-7000-8000-000000000022', 'staff'),
        (c, '{c}-0000-7000-8000-000000000023', 'social_worker');

    INSERT INTO teams VALUES
        (c, '{c}-0000-7000-8000-000000000051', 'agency', NULL, '小天使社工机构', '指导志愿队伍', 'active', '2020-01-01'),
        (c, '{c}-0000-7000-8000-000000000052', 'core', '{c}-0000-7000-8000-000000000051', '绿色家园队', '清洁、垃圾分类', 'active', '2020-01-01'),
        (c, '{c}-0000-7000-8000-000000000053', 'derived', '{c}-0000-7000-8000-000000000052', '楼道美化队', '美化楼道', 'active', '2020-01-01');
    INSERT INTO memberships VALUES
        (c, '{c}-0000-7000-8000-000000000054', '{c}-0000-7000-8000-000000000053', '{c}-0000-7000-8000-000000000044', 'leader', 'active', '2020-01-01', '2020-01-01', NULL);

    INSERT INTO rulebooks VALUES (c, '{c}-0000-7000-8000-000000000060', 1, '《治理积分管理办法》', '{
        "rules": [
            {"code": "CLEAN", "title": "清洁家园", "basis": "hour", "points": 2, "caps": [{"period": "day", "points": 6}], "check": "队长"},
            {"code": "MEET", "title": "参与议事", "basis": "act", "points": 2, "caps": [{"period": "week", "points": 4}], "check": "签到名册"}
        ],
        "caps": [{"period": "month", "points": 60}],
        "giving": {"per_month": 150},
        "noshow": {"notices": 2, "points": 1, "late_minutes": 15}
    }', '2020-01-01', '2020-01-01');

    INSERT INTO partners VALUES
        (c, '{c}-0000-7000-8000-000000000071', '惠民鲜生', '生鲜', '满减', '周经理', NULL, 'active', '2020-01-01'),
        (c, '{c}-0000-7000-8000-000000000073', '普安公益咖啡', '咖啡', '免费咖啡', '吴店长', NULL, 'active', '2020-01-01');
    INSERT INTO stores VALUES
        (c, '{c}-0000-7000-8000-000000000072', '{c}-0000-7000-8000-000000000071', '花山店', '花山路1号', 'open'),
        (c, '{c}-0000-7000-8000-000000000074', '{c}-0000-7000-8000-000000000073', '咖啡角', '服务中心一楼', 'open');
    INSERT INTO partner_managers VALUES
        (c, '{c}-0000-7000-8000-000000000071', '{c}-0000-7000-8000-000000000025');
    INSERT INTO cashiers VALUES
        (c, '{c}-0000-7000-8000-000000000072', '{c}-0000-7000-8000-000000000026');
END
$stage$;
