-- One of each kind of thing that operations name in their paths, for the tests that call all operations. Numbers go on
-- from stage.sql:
--   80 activity of team 53, recruiting, 81 its shift, 82 the sign-up of resident 49 for it
--   83 offer of partner 71, free; 84 a voucher of it, held by resident 47; 85 a confirmed voucher, 86 its confirmation
--   87 reward with ten on the shelf, 88 an order of resident 47 for one of them, 89 its hold; 62 a stocktake of it, 63 another reward
--   91…94 the same team's activities: 91 a draft, 92 reviewed, 93 under way, 94 over; 95, 96 the shifts of 93 and 94, 97 an
--      hour of resident 47 in 96; 98 resident 49 asks to join team 53; 99 a draft of an offer; 61 a draft of the rule book; 62 a notice to resident 47
--   201 an activity that goes on now, 202 its shift, 203 and 204 the sign-ups of residents 49 and 47, who has checked in
--   205 a settled activity, 206 its shift, 207 the sign-up of resident 49, who was absent; 208, 209 resident 49 was absent
--      from 96 and 95, and has appealed against the latter
--   210 a fund that resident 44 has given 20 points to, 211 that gift
--   300…302 claims of resident 49, submitted by 22: 300 waits, with photo 303, 301 was returned, 302 refused; 304 a photo of 21's that
--      belongs to nothing; 310 an adjustment of resident 47 that 22 has proposed
--   330 an import of one resident, 331, with the wallet 332
--   350 an offer with slots, 351 and 352 two of these, 353 a voucher of resident 47 for 351; 354 a voucher of 83, confirmed days
--      ago, 355 its confirmation
--   380 the closed statement of store 72 for 2026-09, 381 its line and confirmation, which was undone; 382 that for 2026-08,
--      disputed; 383 a signal of abuse in that store
--   400 the account of resident 401 of household 402, block head of building 403, and 410 its session; 404 the pact of building 11
--      in October, 405 household 12 kept it; 406 rule book, version 3, with a rule for the pact
--   430 an open wish poll with candidates 431 and 432; 433 one that is over, with candidates 434 and 435 and a ballot of resident 47
--   500 a service of the points supermarket, 501 its slot
--   530 a draft of an offer and 531 a draft of the rule book, version 4, which nobody needs
--   540 another draft of an activity, 541 its shift
DO $things$
DECLARE
    c uuid := '{c}-0000-7000-8000-000000000001';
    p text := '{c}-0000-7000-8000-0000000000';
BEGIN
    INSERT INTO activities VALUES (
        c, (p || '80')::uuid, (p || '53')::uuid, '楼道清理', '', 'environment', 'public', '1栋', (p || '24')::uuid,
        'CLEAN', 'open', 'recruiting', '2098-01-01 01:00Z', '2098-01-01 03:00Z', NULL, '2020-01-01', (p || '24')::uuid, NULL
    );
    INSERT INTO shifts VALUES
        (c, (p || '81')::uuid, (p || '80')::uuid, '2098-01-01 01:00Z', '2098-01-01 03:00Z', 20, 1);
    INSERT INTO signups VALUES
        (c, (p || '82')::uuid, (p || '81')::uuid, (p || '49')::uuid, 'signed_up', '2020-01-01', NULL);
    INSERT INTO offers (
        community_id, id, partner_id, title, description, kind, item, price_points, taken, valid_from, valid_to,
        voucher_days, state, created_at
    ) VALUES (
        c, (p || '83')::uuid, (p || '71')::uuid, '尝鲜', '', 'free_item', '一份水果', 0, 3, '2020-01-01', '2099-01-01',
        300, 'open', '2020-01-01'
    );
    INSERT INTO offers (
        community_id, id, partner_id, title, description, kind, item, price_points, taken, valid_from, valid_to,
        voucher_days, state, created_at, slot_early_minutes
    ) VALUES (
        c, '{c}-0000-7000-8000-000000000350', (p || '71')::uuid, '烹饪课', '', 'free_item', '烹饪课一节', 0, 1, '2020-01-01',
        '2099-01-01', 300, 'open', '2020-01-01', 30
    );
    INSERT INTO slots VALUES
        (c, '{c}-0000-7000-8000-000000000351', '{c}-0000-7000-8000-000000000350', '2098-01-01 01:00Z', '2098-01-01 03:00Z', 10, 1, 'open', NULL, '2020-01-01'),
        (c, '{c}-0000-7000-8000-000000000352', '{c}-0000-7000-8000-000000000350', '2098-01-08 01:00Z', '2098-01-08 03:00Z', 10, 0, 'open', NULL, '2020-01-01');
    INSERT INTO vouchers (
        community_id, id, offer_id, resident_id, code, state, used, price_points, taken_at, expires_at, closed_at, slot_id
    ) VALUES
        (c, (p || '84')::uuid, (p || '83')::uuid, (p || '47')::uuid, '{code84}', 'held', 0, 0, '{now}'::timestamptz, '{now}'::timestamptz + interval '9 days', NULL, NULL),
        (c, (p || '85')::uuid, (p || '83')::uuid, (p || '49')::uuid, '{code85}', 'confirmed', 1, 0, '{now}'::timestamptz, '{now}'::timestamptz + interval '9 days', '{now}'::timestamptz, NULL),
        (c, '{c}-0000-7000-8000-000000000353', '{c}-0000-7000-8000-000000000350', (p || '47')::uuid, '{code353}', 'held', 0, 0, '{now}'::timestamptz, '2098-01-01 03:00Z', NULL, '{c}-0000-7000-8000-000000000351'),
        (c, '{c}-0000-7000-8000-000000000354', (p || '83')::uuid, (p || '49')::uuid, '{code354}', 'confirmed', 1, 0, '2026-11-20', '2026-11-29', '2026-11-21', NULL);
    INSERT INTO confirmations (
        community_id, id, voucher_id, store_id, cashier_id, bill_fen, discount_fen, spent_points, confirmed_at
    ) VALUES
        (c, (p || '86')::uuid, (p || '85')::uuid, (p || '72')::uuid, (p || '26')::uuid, 0, 0, 0, '{now}'::timestamptz),
        (c, '{c}-0000-7000-8000-000000000355', '{c}-0000-7000-8000-000000000354', (p || '72')::uuid, (p || '26')::uuid, 0, 0, 0, '2026-11-21');
    INSERT INTO confirmations (
        community_id, id, voucher_id, store_id, cashier_id, bill_fen, discount_fen, spent_points, confirmed_at, undone_at, undone_by
    ) VALUES (
        c, '{c}-0000-7000-8000-000000000381', (p || '85')::uuid, (p || '72')::uuid, (p || '26')::uuid, 0, 0, 0,
        '2026-09-10 04:00Z', '2026-09-10 04:10Z', (p || '26')::uuid
    );
    INSERT INTO statement_lines
    SELECT l.community_id, l.id, '{c}-0000-7000-8000-000000000380', l.store_id, l.kind, l.at, l.code, l.offer_title, l.bill_fen,
        l.discount_fen, l.points, l.cashier_id, l.cashier_name, l.undone_at
    FROM store_lines l WHERE l.community_id = c AND l.at < '2026-10-01';
    INSERT INTO statements (
        community_id, id, store_id, month, from_at, to_at, confirmations, corrections, bill_fen, discount_fen, points,
        state, closed_at, answered_at, answered_by, dispute
    ) VALUES
        (c, '{c}-0000-7000-8000-000000000380', (p || '72')::uuid, '2026-09-01', '2026-08-31 16:00Z', '2026-09-30 16:00Z',
         0, 0, 0, 0, 0, 'closed', '2026-10-06', NULL, NULL, NULL),
        (c, '{c}-0000-7000-8000-000000000382', (p || '72')::uuid, '2026-08-01', '2026-07-31 16:00Z', '2026-08-31 16:00Z',
         0, 0, 0, 0, 0, 'disputed', '2026-09-06', '2026-09-07', (p || '25')::uuid, '漏了一笔');
    INSERT INTO signals (
        community_id, id, day, kind, subject, store_id, count, threshold, found_at
    ) VALUES (
        c, '{c}-0000-7000-8000-000000000383', '2026-11-24', 'burst', (p || '72'), (p || '72')::uuid, 12, 10, '2026-11-25'
    );
    INSERT INTO signal_rows VALUES (c, '{c}-0000-7000-8000-000000000383', (p || '86')::uuid);
    INSERT INTO rewards VALUES (c, (p || '87')::uuid, '彩笔', '', 'children', 10, 10, 1, 'on_shelf', '2020-01-01');
    INSERT INTO rewards VALUES (c, (p || '63')::uuid, '粉笔', '', 'children', 5, 10, 0, 'on_shelf', '2020-01-01');
    INSERT INTO reward_prices VALUES
        (c, (p || '63')::uuid, (p || '63')::uuid, 5, '2020-01-01', NULL),
        (c, (p || '87')::uuid, (p || '87')::uuid, 10, '2020-01-01', NULL);
    INSERT INTO rewards (
        community_id, id, kind, name, description, age_group, price_points, stock, reserved, state, created_at
    ) VALUES (
        c, '{c}-0000-7000-8000-000000000500', 'service', '义剪', '', 'seniors', 5, 0, 0, 'on_shelf', '2020-01-01'
    );
    INSERT INTO reward_prices VALUES
        (c, '{c}-0000-7000-8000-000000000500', '{c}-0000-7000-8000-000000000500', 5, '2020-01-01', NULL);
    INSERT INTO slots (community_id, id, reward_id, starts_at, ends_at, seats, taken, state, created_at) VALUES (
        c, '{c}-0000-7000-8000-000000000501', '{c}-0000-7000-8000-000000000500', '2098-01-02 01:00Z', '2098-01-02 03:00Z', 10, 0,
        'open', '2020-01-01'
    );
    INSERT INTO stocktakes VALUES (c, (p || '62')::uuid, '', (p || '22')::uuid, '2020-01-01');
    INSERT INTO stocktake_lines VALUES (c, (p || '62')::uuid, (p || '87')::uuid, 10, 10);
    INSERT INTO stock_movements VALUES
        (c, (p || '64')::uuid, (p || '63')::uuid, 'bought', 10, '', NULL, (p || '22')::uuid, '2020-01-01'),
        (c, (p || '90')::uuid, (p || '87')::uuid, 'bought', 10, '', NULL, (p || '22')::uuid, '2020-01-01');
    PERFORM place_holds(c, '{now}'::timestamptz, jsonb_build_array(jsonb_build_object(
        'id', p || '89', 'owner', p || '47', 'amount', 10, 'parts', '{"2099-12-31": 10}'::jsonb, 'cause_kind', 'order', 'cause_id', p || '88'
    )));
    INSERT INTO orders VALUES
        (c, (p || '88')::uuid, (p || '47')::uuid, '{code88}', 'held', 10, (p || '27')::uuid, false, '{now}'::timestamptz, NULL, NULL, '{now}'::timestamptz + interval '14 days');
    INSERT INTO order_lines VALUES (c, (p || '88')::uuid, (p || '87')::uuid, 1, 10);

    INSERT INTO activities
    SELECT c, (p || one.number)::uuid, (p || '53')::uuid, '楼道清理', '', 'environment', 'public', '1栋', (p || '24')::uuid,
        'CLEAN', 'open', one.state, one.starts_at, one.starts_at + interval '2 hours', NULL, '2020-01-01', (p || '24')::uuid, NULL
    FROM (VALUES
        (91, 'draft', '2098-01-01 01:00Z'::timestamptz), (92, 'reviewed', '2098-01-01 01:00Z'),
        (93, 'running', '2026-11-02 01:00Z'), (94, 'closed', '2026-11-03 01:00Z')
    ) AS one (number, state, starts_at);
    INSERT INTO shifts VALUES
        (c, (p || '95')::uuid, (p || '93')::uuid, '2026-11-02 01:00Z', '2026-11-02 03:00Z', 20, 0),
        (c, (p || '96')::uuid, (p || '94')::uuid, '2026-11-03 01:00Z', '2026-11-03 03:00Z', 20, 0);
    UPDATE shifts SET recorded_at = '{now}' WHERE community_id = c AND id = (p || '96')::uuid;
    INSERT INTO activities VALUES (
        c, '{c}-0000-7000-8000-000000000540', (p || '53')::uuid, '楼道清理', '', 'environment', 'public', '1栋', (p || '24')::uuid,
        'CLEAN', 'open', 'draft', '2098-02-01 01:00Z', '2098-02-01 03:00Z', NULL, '2020-01-01', (p || '24')::uuid, NULL
    );
    INSERT INTO shifts VALUES
        (c, '{c}-0000-7000-8000-000000000541', '{c}-0000-7000-8000-000000000540', '2098-02-01 01:00Z', '2098-02-01 03:00Z', 20, 0);
    INSERT INTO attendances VALUES (c, (p || '97')::uuid, (p || '96')::uuid, (p || '47')::uuid, 60, '{now}', NULL, NULL);
    INSERT INTO memberships VALUES
        (c, (p || '98')::uuid, (p || '53')::uuid, (p || '49')::uuid, 'member', 'requested', '2020-01-01', NULL, NULL);
    INSERT INTO offers (
        community_id, id, partner_id, title, description, kind, item, price_points, taken, valid_from, valid_to,
        voucher_days, state, created_at
    ) VALUES (
        c, (p || '99')::uuid, (p || '71')::uuid, '新尝鲜', '', 'free_item', '一份水果', 0, 0, '2020-01-01', '2099-01-01',
        300, 'draft', '2020-01-01'
    );
    INSERT INTO offers (
        community_id, id, partner_id, title, description, kind, item, price_points, taken, valid_from, valid_to,
        voucher_days, state, created_at
    ) VALUES (
        c, '{c}-0000-7000-8000-000000000530', (p || '71')::uuid, '旧草稿', '', 'free_item', '一份水果', 0, 0, '2020-01-01', '2099-01-01',
        300, 'draft', '2020-01-01'
    );
    INSERT INTO funds VALUES (c, '{c}-0000-7000-8000-000000000210', '暖冬年饭', '为独居老人送年饭', 2000, 'open', '2020-01-01');
    PERFORM post_transfers(c, '2020-01-01', jsonb_build_array(jsonb_build_object(
        'id', '{c}-0000-7000-8000-000000000211', 'code', 'give', 'debit_kind', 'wallet', 'debit_owner', p || '44',
        'credit_kind', 'donated', 'credit_owner', c, 'amount', 20, 'parts', '{"2099-12-31": 20}'::jsonb, 'cause_kind', 'fund',
        'cause_id', '{c}-0000-7000-8000-000000000210', 'explanation', '{"kind": "donation", "fund": "暖冬年饭", "note": ""}'::jsonb
    )));
    INSERT INTO buildings VALUES (c, '{c}-0000-7000-8000-000000000403', (p || '10')::uuid, '江南花山郡', '40栋');
    INSERT INTO households VALUES
        (c, '{c}-0000-7000-8000-000000000402', '{c}-0000-7000-8000-000000000403', '1单元401');
    INSERT INTO residents VALUES (
        c, '{c}-0000-7000-8000-000000000401', '孙建华', 'sunjianhua', 1965, NULL, '{c}-0000-7000-8000-000000000402', '{code401}',
        'active', '2020-01-01'
    );
    INSERT INTO accounts (community_id, id, kind, owner_id, resident_id, posted, held) VALUES (
        c, '{c}-0000-7000-8000-000000000401', 'wallet', '{c}-0000-7000-8000-000000000401', '{c}-0000-7000-8000-000000000401', 0, 0
    );
    UPDATE buildings SET block_head_id = '{c}-0000-7000-8000-000000000401'
    WHERE community_id = c AND id = '{c}-0000-7000-8000-000000000403';
    INSERT INTO users VALUES (
        c, '{c}-0000-7000-8000-000000000400', '孙建华', '19900000400', '{c}-0000-7000-8000-000000000401', NULL, '2020-01-01'
    );
    INSERT INTO sessions (id, community_id, user_id, user_agent, created_at, expires_at) VALUES
        ('{c}-0000-7000-8000-000000000410', c, '{c}-0000-7000-8000-000000000400', 'stage', '2020-01-01', '2999-01-01');
    INSERT INTO pacts VALUES (c, '{c}-0000-7000-8000-000000000404', (p || '11')::uuid, '2026-10-01');
    INSERT INTO pact_marks (community_id, id, pact_id, month, household_id, kept, recorded_by, recorded_at) VALUES (
        c, '{c}-0000-7000-8000-000000000405', '{c}-0000-7000-8000-000000000404', '2026-10-01', (p || '12')::uuid, true,
        (p || '24')::uuid, '{now}'
    );
    INSERT INTO notices VALUES
        (c, (p || '62')::uuid, (p || '47')::uuid, 'points_lapse:2099-12-31:30', '{"kind": "points_lapse", "lapses_on": "2099-12-31", "points": 5}', '{now}', NULL);
    INSERT INTO imports VALUES
        (c, '{c}-0000-7000-8000-000000000330', 'residents', '名册.xlsx', 1, 0, 0, 0, (p || '22')::uuid, '{now}');
    INSERT INTO residents (community_id, id, name, sort_key, household_id, card_code, state, created_at, import_id) VALUES
        (c, '{c}-0000-7000-8000-000000000331', '新居民', 'xinjumin', (p || '12')::uuid, '{code331}', 'active', '{now}', '{c}-0000-7000-8000-000000000330');
    INSERT INTO accounts (community_id, id, kind, owner_id, resident_id, posted, held) VALUES
        (c, '{c}-0000-7000-8000-000000000332', 'wallet', '{c}-0000-7000-8000-000000000331', '{c}-0000-7000-8000-000000000331', 0, 0);
    INSERT INTO rulebooks
    SELECT c, (p || '61')::uuid, 2, title, content, NULL, '2020-01-01' FROM rulebooks WHERE community_id = c;
    INSERT INTO rulebooks
    SELECT c, '{c}-0000-7000-8000-000000000406', 3, title, jsonb_set(content, '{rules}', content -> 'rules' || '{
        "code": "PACT", "title": "守约", "basis": "act", "points": 3, "unit": "household",
        "caps": [{"period": "month", "per": "household", "points": 3}], "check": "楼栋长"
    }'), '2020-02-01', '2020-02-01' FROM rulebooks WHERE community_id = c AND version = 1;
    INSERT INTO rulebooks
    SELECT c, '{c}-0000-7000-8000-000000000531', 4, title, content, NULL, created_at
    FROM rulebooks WHERE community_id = c AND id = (p || '60')::uuid;

    INSERT INTO activities
    SELECT c, ('{c}-0000-7000-8000-000000000' || one.number)::uuid, (p || '53')::uuid, '楼道清理', '', 'environment', 'public', '1栋',
        (p || '24')::uuid, 'CLEAN', 'open', one.state, one.starts_at, one.starts_at + interval '2 hours', one.settled_at,
        '2020-01-01', (p || '24')::uuid, NULL
    FROM (VALUES
        (201, 'running', '2026-11-25 03:50Z'::timestamptz, NULL::timestamptz),
        (205, 'settled', '2026-11-20 01:00Z', '2026-11-21 01:00Z')
    ) AS one (number, state, starts_at, settled_at);
    INSERT INTO shifts VALUES
        (c, '{c}-0000-7000-8000-000000000202', '{c}-0000-7000-8000-000000000201', '2026-11-25 03:50Z', '2026-11-25 05:50Z', 20, 2),
        (c, '{c}-0000-7000-8000-000000000206', '{c}-0000-7000-8000-000000000205', '2026-11-20 01:00Z', '2026-11-20 03:00Z', 20, 1);
    INSERT INTO signups (community_id, id, shift_id, resident_id, state, signed_up_at, checked_in_at) VALUES
        (c, '{c}-0000-7000-8000-000000000203', '{c}-0000-7000-8000-000000000202', (p || '49')::uuid, 'signed_up', '2020-01-01', NULL),
        (c, '{c}-0000-7000-8000-000000000204', '{c}-0000-7000-8000-000000000202', (p || '47')::uuid, 'signed_up', '2020-01-01', '2026-11-25 03:55Z'),
        (c, '{c}-0000-7000-8000-000000000207', '{c}-0000-7000-8000-000000000206', (p || '49')::uuid, 'signed_up', '2020-01-01', NULL);
    INSERT INTO no_shows (community_id, id, shift_id, resident_id, kind, step, marked_by, marked_at, appeal, appealed_at) VALUES
        (c, '{c}-0000-7000-8000-000000000208', (p || '96')::uuid, (p || '49')::uuid, 'absent', 'notice', (p || '23')::uuid, '{now}', NULL, NULL),
        (c, '{c}-0000-7000-8000-000000000209', (p || '95')::uuid, (p || '49')::uuid, 'absent', 'notice', (p || '23')::uuid, '{now}', '当天住院', '{now}');

    INSERT INTO claims (
        community_id, id, resident_id, rulebook_id, rule_code, rule_title, beneficiary_confirms, began_at, deed_on,
        minutes, hardship, description, place, state, round, reviews_needed, created_at
    )
    SELECT c, ('{c}-0000-7000-8000-000000000' || one.number)::uuid, (p || '49')::uuid, (p || '60')::uuid, 'MEET',
        '参与议事', false, one.began_at, one.began_at::date, 0, false, '参加停车议事会', '', 'submitted', 1, 1, '{now}'
    FROM (VALUES
        (300, '2026-11-16 02:00Z'::timestamptz), (301, '2026-11-17 02:00Z'), (302, '2026-11-18 02:00Z')
    ) AS one (number, began_at);
    INSERT INTO claim_rounds
    SELECT c, id, 1, (p || '22')::uuid, '{now}' FROM claims WHERE community_id = c;
    INSERT INTO reviews VALUES
        (c, '{c}-0000-7000-8000-000000000305', 'claim', '{c}-0000-7000-8000-000000000301', 1, (p || '23')::uuid, 'return', '请补充地点', '{now}'),
        (c, '{c}-0000-7000-8000-000000000306', 'claim', '{c}-0000-7000-8000-000000000302', 1, (p || '23')::uuid, 'refuse', '名册里没有', '{now}');
    UPDATE claims SET state = 'returned' WHERE community_id = c AND id = '{c}-0000-7000-8000-000000000301';
    UPDATE claims SET state = 'refused' WHERE community_id = c AND id = '{c}-0000-7000-8000-000000000302';
    INSERT INTO photos VALUES
        (c, '{c}-0000-7000-8000-000000000303', (p || '22')::uuid, 8, 8, 300, '{now}', '{c}-0000-7000-8000-000000000300', 1, '{now}'),
        (c, '{c}-0000-7000-8000-000000000304', (p || '21')::uuid, 8, 8, 300, '{now}', NULL, NULL, '{now}');
    INSERT INTO adjustments VALUES (
        c, '{c}-0000-7000-8000-000000000310', (p || '47')::uuid, 300, '核对积分卡', 'proposed', (p || '22')::uuid, '{now}', NULL
    );
    INSERT INTO wish_polls VALUES
        (c, '{c}-0000-7000-8000-000000000430', '冬季采购心愿', 2, '2026-11-01', '2027-10-01', NULL),
        (c, '{c}-0000-7000-8000-000000000433', '秋季采购心愿', 1, '2020-01-01', '2020-02-01', NULL);
    INSERT INTO wish_candidates VALUES
        (c, '{c}-0000-7000-8000-000000000431', '{c}-0000-7000-8000-000000000430', '跳绳', 'children'),
        (c, '{c}-0000-7000-8000-000000000432', '{c}-0000-7000-8000-000000000430', '象棋', 'seniors'),
        (c, '{c}-0000-7000-8000-000000000434', '{c}-0000-7000-8000-000000000433', '雨伞', 'all'),
        (c, '{c}-0000-7000-8000-000000000435', '{c}-0000-7000-8000-000000000433', '毛巾', 'all');
    INSERT INTO wish_ballots VALUES
        (c, '{c}-0000-7000-8000-000000000433', (p || '47')::uuid, 'youth', NULL, (p || '27')::uuid, '2020-01-02');
    INSERT INTO wish_choices VALUES
        (c, '{c}-0000-7000-8000-000000000433', (p || '47')::uuid, '{c}-0000-7000-8000-000000000434');
END
$things$;
