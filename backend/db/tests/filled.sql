-- A community as it was when the foundation was laid (migration 15): one of everything that later migrations touch.
DO $filled$
DECLARE
    c uuid := 'aaaaaaaa-0000-7000-8000-000000000001';
    p text := 'aaaaaaaa-0000-7000-8000-0000000000';
BEGIN
    INSERT INTO communities VALUES (c, 'puan', '普安社区', 'Asia/Shanghai', 60, '2020-01-01');
    INSERT INTO grids VALUES (c, (p || '10')::uuid, '第一网格');
    INSERT INTO buildings VALUES (c, (p || '11')::uuid, (p || '10')::uuid, '江南花山郡', '1栋');
    INSERT INTO households VALUES (c, (p || '12')::uuid, (p || '11')::uuid, '1单元101');
    INSERT INTO residents VALUES (c, (p || '47')::uuid, '王小明', 'wangxiaoming', 1990, NULL, (p || '12')::uuid, 'CARD4747', 'active', '2020-01-01');
    INSERT INTO users VALUES (c, (p || '22')::uuid, '小李', '19900000022', NULL, NULL, '2020-01-01');
    INSERT INTO accounts (community_id, id, kind, owner_id, resident_id, posted, held)
    VALUES (c, (p || '47')::uuid, 'wallet', (p || '47')::uuid, (p || '47')::uuid, 0, 0);
    INSERT INTO accounts (community_id, id, kind, owner_id, posted, held)
    SELECT c, ('aaaaaaaa-0000-7000-8000-000000000' || (150 + k.n))::uuid, k.kind, c, 0, 0
    FROM unnest(ARRAY['issued', 'spent', 'expired', 'deducted', 'adjusted', 'opening']) WITH ORDINALITY AS k(kind, n);
    PERFORM post_transfers(c, '2026-03-01', jsonb_build_array(jsonb_build_object(
        'id', p || '61', 'code', 'opening', 'debit_kind', 'opening', 'debit_owner', c, 'credit_kind', 'wallet',
        'credit_owner', p || '47', 'amount', 100, 'cause_kind', 'resident', 'cause_id', p || '47',
        'explanation', jsonb_build_object('kind', 'opening', 'note', '纸质积分卡')
    )));
    INSERT INTO partners VALUES (c, (p || '71')::uuid, '惠民鲜生', '生鲜', '满减', '周经理', NULL, 'active', '2020-01-01');
    INSERT INTO stores (community_id, id, partner_id, name, address, state)
    VALUES (c, (p || '72')::uuid, (p || '71')::uuid, '花山店', '', 'open');
    INSERT INTO offers (
        community_id, id, partner_id, title, description, kind, item, price_points, taken, valid_from, valid_to,
        voucher_days, state, created_at, min_age
    ) VALUES (
        c, (p || '83')::uuid, (p || '71')::uuid, '尝鲜', '', 'free_item', '一份水果', 8, 2, '2020-01-01', '2099-01-01',
        300, 'open', '2020-01-01', 18
    );
    -- 84 is held, 85 was confirmed
    PERFORM place_holds(c, '2026-03-02', jsonb_build_array(
        jsonb_build_object('id', p || '74', 'owner', p || '47', 'amount', 8, 'cause_kind', 'voucher', 'cause_id', p || '84'),
        jsonb_build_object('id', p || '75', 'owner', p || '47', 'amount', 8, 'cause_kind', 'voucher', 'cause_id', p || '85'),
        jsonb_build_object('id', p || '89', 'owner', p || '47', 'amount', 10, 'cause_kind', 'order', 'cause_id', p || '88')
    ));
    PERFORM post_transfers(c, '2026-03-03', jsonb_build_array(jsonb_build_object(
        'id', p || '62', 'code', 'spend', 'debit_kind', 'wallet', 'debit_owner', p || '47', 'credit_kind', 'spent',
        'credit_owner', c, 'amount', 8, 'cause_kind', 'voucher', 'cause_id', p || '85', 'hold_id', p || '75',
        'explanation', jsonb_build_object('kind', 'voucher', 'partner', '惠民鲜生', 'offer', '尝鲜', 'price', 8)
    )));
    INSERT INTO vouchers VALUES
        (c, (p || '84')::uuid, (p || '83')::uuid, (p || '47')::uuid, 'CODE8484', 'held', 8, (p || '74')::uuid, '2026-03-02', '2099-01-01', NULL),
        (c, (p || '85')::uuid, (p || '83')::uuid, (p || '47')::uuid, 'CODE8585', 'confirmed', 8, (p || '75')::uuid, '2026-03-02', '2099-01-01', '2026-03-03');
    INSERT INTO confirmations VALUES
        (c, (p || '86')::uuid, (p || '85')::uuid, (p || '72')::uuid, (p || '22')::uuid, 0, 0, (p || '62')::uuid, '2026-03-03', NULL, NULL);
    INSERT INTO rewards VALUES (c, (p || '87')::uuid, '彩笔', '', 'children', 10, 10, 1, 'on_shelf', '2020-01-01');
    INSERT INTO stock_movements VALUES (c, (p || '90')::uuid, (p || '87')::uuid, 'bought', 10, '', NULL, (p || '22')::uuid, '2020-01-01');
    INSERT INTO orders VALUES
        (c, (p || '88')::uuid, (p || '47')::uuid, 'CODE8888', 'held', 10, (p || '89')::uuid, (p || '22')::uuid, true, '2026-03-02', NULL, NULL);
    INSERT INTO order_lines VALUES (c, (p || '88')::uuid, (p || '87')::uuid, 1, 10);
    INSERT INTO rulebooks VALUES (c, (p || '60')::uuid, 1, '《管理办法》', '{"rules": [], "caps": []}', '2020-01-01', '2020-01-01');
    INSERT INTO teams VALUES (c, (p || '51')::uuid, 'agency', NULL, '小天使社工机构', '', 'active', '2020-01-01');
    INSERT INTO activities VALUES (
        c, (p || '80')::uuid, (p || '51')::uuid, '楼道清理', '', 'environment', 'public', '1栋', (p || '22')::uuid,
        'CLEAN', 'open', 'running', '2026-03-01 01:00Z', '2026-03-01 03:00Z', NULL, '2020-01-01', (p || '22')::uuid, NULL
    );
    INSERT INTO shifts VALUES (c, (p || '81')::uuid, (p || '80')::uuid, '2026-03-01 01:00Z', '2026-03-01 03:00Z', 20, 1);
    INSERT INTO signups VALUES (c, (p || '82')::uuid, (p || '81')::uuid, (p || '47')::uuid, 'signed_up', '2020-01-01', NULL);
    INSERT INTO attendances VALUES (c, (p || '97')::uuid, (p || '81')::uuid, (p || '47')::uuid, 60, '2026-03-01', NULL, NULL, NULL);
END
$filled$;
