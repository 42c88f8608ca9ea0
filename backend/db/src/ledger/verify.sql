-- Every running figure of community $1 beside the sum of the rows behind it; only those that differ.
SELECT figure, id, stored, computed
FROM (
    SELECT 'wallet.posted' AS figure, a.id, a.posted AS stored,
           coalesce(c.amount, 0)::bigint - coalesce(d.amount, 0)::bigint AS computed
    FROM accounts a
    LEFT JOIN (
        SELECT credit_account_id AS id, sum(amount) AS amount
        FROM transfers WHERE community_id = $1 GROUP BY credit_account_id
    ) c ON c.id = a.id
    LEFT JOIN (
        SELECT debit_account_id AS id, sum(amount) AS amount
        FROM transfers WHERE community_id = $1 GROUP BY debit_account_id
    ) d ON d.id = a.id
    WHERE a.community_id = $1 AND a.kind = 'wallet'

    UNION ALL
    SELECT 'wallet.held', a.id, a.held, coalesce(h.amount, 0)::bigint
    FROM accounts a
    LEFT JOIN (
        SELECT account_id, sum(amount) AS amount
        FROM holds WHERE community_id = $1 AND state = 'held' GROUP BY account_id
    ) h ON h.account_id = a.id
    WHERE a.community_id = $1

    UNION ALL
    SELECT 'wallet.available', a.id, a.posted - a.held, 0
    FROM accounts a
    WHERE a.community_id = $1 AND a.posted - a.held < 0

    -- a captured hold has its transfer, of its amount and out of its wallet; another one has none
    UNION ALL
    SELECT 'hold.captured', h.id, CASE WHEN h.state = 'captured' THEN h.amount ELSE 0 END, coalesce(t.amount, 0)
    FROM holds h
    LEFT JOIN transfers t ON t.community_id = $1 AND t.hold_id = h.id AND t.debit_account_id = h.account_id
    WHERE h.community_id = $1

    -- points go between the accounts that the transfer's code is for
    UNION ALL
    SELECT 'transfer.accounts', t.id, t.amount, 0
    FROM transfers t
    JOIN accounts d ON d.community_id = $1 AND d.id = t.debit_account_id
    JOIN accounts c ON c.community_id = $1 AND c.id = t.credit_account_id
    WHERE t.community_id = $1 AND NOT transfer_is_lawful(t.code, d.kind, c.kind)

    -- a reversal moves what it reverses, back
    UNION ALL
    SELECT 'transfer.reversal', r.id, r.amount,
           CASE WHEN r.debit_account_id = t.credit_account_id AND r.credit_account_id = t.debit_account_id
                     AND t.code NOT IN ('expire', 'reverse', 'owe', 'repay')
                THEN t.amount ELSE 0 END
    FROM transfers r JOIN transfers t ON t.community_id = $1 AND t.id = r.reverses_id
    WHERE r.community_id = $1

    -- an award moves what its explanation says
    UNION ALL
    SELECT 'transfer.explanation', t.id, t.amount, coalesce(t.explanation->'awarded', '0')::bigint
    FROM transfers t
    WHERE t.community_id = $1 AND t.explanation->>'kind' = 'award'

    -- what is moved or held is the sum of its parts
    UNION ALL
    SELECT 'transfer.parts', t.id, t.amount, (SELECT coalesce(sum(value::bigint), 0) FROM jsonb_each_text(t.parts))::bigint
    FROM transfers t
    WHERE t.community_id = $1

    UNION ALL
    SELECT 'hold.parts', h.id, h.amount, (SELECT coalesce(sum(value::bigint), 0) FROM jsonb_each_text(h.parts))::bigint
    FROM holds h
    WHERE h.community_id = $1

    -- the points of each lot, as the parts of all transfers make them
    UNION ALL
    SELECT 'lot.posted', coalesce(l.account_id, m.account_id), coalesce(l.posted, 0), coalesce(m.points, 0)::bigint
    FROM (SELECT account_id, lapses_on, posted FROM lots WHERE community_id = $1) l
    FULL JOIN (
        SELECT s.account_id, e.key::date AS lapses_on, sum(s.sign * e.value::bigint) AS points
        FROM (
            SELECT t.credit_account_id AS account_id, 1 AS sign, t.parts FROM transfers t WHERE t.community_id = $1
            UNION ALL
            SELECT t.debit_account_id, -1, t.parts FROM transfers t WHERE t.community_id = $1
        ) s
        JOIN accounts a ON a.community_id = $1 AND a.id = s.account_id AND a.kind = 'wallet',
        LATERAL jsonb_each_text(s.parts) AS e
        GROUP BY s.account_id, e.key::date
    ) m USING (account_id, lapses_on)

    UNION ALL
    SELECT 'lot.held', coalesce(l.account_id, m.account_id), coalesce(l.held, 0), coalesce(m.points, 0)::bigint
    FROM (SELECT account_id, lapses_on, held FROM lots WHERE community_id = $1) l
    FULL JOIN (
        SELECT h.account_id, e.key::date AS lapses_on, sum(e.value::bigint) AS points
        FROM holds h, LATERAL jsonb_each_text(h.parts) AS e
        WHERE h.community_id = $1 AND h.state = 'held'
        GROUP BY h.account_id, e.key::date
    ) m USING (account_id, lapses_on)

    UNION ALL
    SELECT 'wallet.debt', a.id, a.debt, coalesce(o.amount, 0)::bigint
    FROM accounts a
    LEFT JOIN (
        SELECT account_id, sum(amount) AS amount
        FROM (
            SELECT credit_account_id AS account_id, amount FROM transfers WHERE community_id = $1 AND code = 'owe'
            UNION ALL
            SELECT debit_account_id, -amount FROM transfers WHERE community_id = $1 AND code = 'repay'
        ) s
        GROUP BY account_id
    ) o ON o.account_id = a.id
    WHERE a.community_id = $1

    UNION ALL
    SELECT 'reward.stock', r.id, r.stock, coalesce(m.quantity, 0)::bigint
    FROM rewards r
    LEFT JOIN (
        SELECT reward_id, sum(quantity) AS quantity
        FROM stock_movements WHERE community_id = $1 GROUP BY reward_id
    ) m ON m.reward_id = r.id
    WHERE r.community_id = $1

    -- what a reward costs is its last price
    UNION ALL
    SELECT 'reward.price', r.id, r.price_points, coalesce((
        SELECT p.points FROM reward_prices p
        WHERE p.community_id = $1 AND p.reward_id = r.id ORDER BY p.from_at DESC, p.id DESC LIMIT 1
    ), 0)
    FROM rewards r
    WHERE r.community_id = $1

    -- a stocktake has moved what it found missing or more
    UNION ALL
    SELECT 'stocktake.difference', l.stocktake_id, l.counted - l.booked, coalesce(m.quantity, 0)::bigint
    FROM stocktake_lines l
    LEFT JOIN stock_movements m
        ON m.community_id = $1 AND m.stocktake_id = l.stocktake_id AND m.reward_id = l.reward_id
    WHERE l.community_id = $1

    UNION ALL
    SELECT 'reward.reserved', r.id, r.reserved, coalesce(o.quantity, 0)::bigint
    FROM rewards r
    LEFT JOIN (
        SELECT l.reward_id, sum(l.quantity) AS quantity
        FROM order_lines l JOIN orders o ON o.community_id = $1 AND o.id = l.order_id
        WHERE l.community_id = $1 AND o.state IN ('held', 'ready') AND l.slot_id IS NULL
        GROUP BY l.reward_id
    ) o ON o.reward_id = r.id
    WHERE r.community_id = $1

    -- what an order costs is what its lines add up to
    UNION ALL
    SELECT 'order.total', o.id, o.total_points, coalesce(l.points, 0)::bigint
    FROM orders o
    LEFT JOIN (
        SELECT order_id, sum(quantity * unit_points) AS points
        FROM order_lines WHERE community_id = $1 GROUP BY order_id
    ) l ON l.order_id = o.id
    WHERE o.community_id = $1

    -- an open order or voucher holds its price, a finished one does not
    UNION ALL
    SELECT 'order.hold', o.id, CASE WHEN o.state IN ('held', 'ready') THEN o.total_points ELSE 0 END,
           coalesce(h.amount, 0)::bigint
    FROM orders o LEFT JOIN (
        SELECT cause_id, sum(amount) AS amount FROM holds
        WHERE community_id = $1 AND state = 'held' AND cause_kind = 'order' GROUP BY cause_id
    ) h ON h.cause_id = o.id
    WHERE o.community_id = $1

    UNION ALL
    SELECT 'voucher.hold', v.id, CASE WHEN v.state IN ('held', 'undone') THEN v.price_points ELSE 0 END,
           coalesce(h.amount, 0)::bigint
    FROM vouchers v LEFT JOIN (
        SELECT cause_id, sum(amount) AS amount FROM holds
        WHERE community_id = $1 AND state = 'held' AND cause_kind = 'voucher' GROUP BY cause_id
    ) h ON h.cause_id = v.id
    WHERE v.community_id = $1

    -- an order that was picked up and a voucher that was confirmed have spent their price, no other one has
    UNION ALL
    SELECT 'order.spent', o.id, CASE WHEN o.state = 'picked_up' THEN o.total_points ELSE 0 END,
           coalesce(t.amount, 0)::bigint
    FROM orders o LEFT JOIN (
        SELECT cause_id, sum(CASE code WHEN 'spend' THEN amount ELSE -amount END) AS amount FROM transfers
        WHERE community_id = $1 AND cause_kind = 'order' GROUP BY cause_id
    ) t ON t.cause_id = o.id
    WHERE o.community_id = $1

    UNION ALL
    SELECT 'voucher.spent', v.id, CASE WHEN v.used > 0 THEN v.price_points ELSE 0 END,
           coalesce(t.amount, 0)::bigint
    FROM vouchers v LEFT JOIN (
        SELECT cause_id, sum(CASE code WHEN 'spend' THEN amount ELSE -amount END) AS amount FROM transfers
        WHERE community_id = $1 AND cause_kind = 'voucher' GROUP BY cause_id
    ) t ON t.cause_id = v.id
    WHERE v.community_id = $1

    -- as many confirmations of a voucher stand as it was used
    UNION ALL
    SELECT 'voucher.used', v.id, v.used, coalesce(c.standing, 0)
    FROM vouchers v
    LEFT JOIN (
        SELECT voucher_id, count(*) AS standing
        FROM confirmations WHERE community_id = $1 AND undone_at IS NULL AND corrected_at IS NULL GROUP BY voucher_id
    ) c ON c.voucher_id = v.id
    WHERE v.community_id = $1

    -- its confirmations have spent its price, and their corrections given it back, as its transfers did
    UNION ALL
    SELECT 'confirmation.spent', v.id, coalesce(c.points, 0)::bigint, CASE WHEN v.used > 0 THEN v.price_points ELSE 0 END
    FROM vouchers v
    LEFT JOIN (
        SELECT voucher_id, sum(spent_points - coalesce(corrected_points, 0)) AS points
        FROM confirmations WHERE community_id = $1 AND undone_at IS NULL GROUP BY voucher_id
    ) c ON c.voucher_id = v.id
    WHERE v.community_id = $1

    -- a closed month says what its lines add up to, and they say what happened
    UNION ALL
    SELECT f.figure, s.id, f.stored, f.computed
    FROM statements s
    CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE l.undone_at IS NULL AND l.kind = 'confirmation') AS confirmations,
               count(*) FILTER (WHERE l.undone_at IS NULL AND l.kind = 'correction') AS corrections,
               coalesce(sum(l.bill_fen) FILTER (WHERE l.undone_at IS NULL), 0)::bigint AS bill_fen,
               coalesce(sum(l.discount_fen) FILTER (WHERE l.undone_at IS NULL), 0)::bigint AS discount_fen,
               coalesce(sum(l.points) FILTER (WHERE l.undone_at IS NULL), 0)::bigint AS points
        FROM statement_lines l WHERE l.community_id = $1 AND l.statement_id = s.id
    ) t
    CROSS JOIN LATERAL (VALUES
        ('statement.confirmations', s.confirmations, t.confirmations),
        ('statement.corrections', s.corrections, t.corrections),
        ('statement.bill', s.bill_fen, t.bill_fen),
        ('statement.discount', s.discount_fen, t.discount_fen),
        ('statement.points', s.points, t.points)
    ) AS f (figure, stored, computed)
    WHERE s.community_id = $1

    -- each line that stands is there, and each that is there stands; what has no place in its closed month either
    UNION ALL
    SELECT 'statement_line.points', coalesce(l.id, n.id), coalesce(l.points, -1), coalesce(n.points, -1)
    FROM (SELECT id, points FROM statement_lines WHERE community_id = $1 AND undone_at IS NULL) l
    FULL JOIN (
        SELECT n.id, n.points
        FROM store_lines n JOIN statements s ON s.community_id = $1 AND s.store_id = n.store_id
            AND s.from_at <= n.at AND n.at < s.to_at
        WHERE n.community_id = $1 AND n.undone_at IS NULL
    ) n USING (id)

    UNION ALL
    SELECT 'statement_line.discount', l.id, l.discount_fen, n.discount_fen
    FROM statement_lines l JOIN store_lines n ON n.community_id = $1 AND n.id = l.id
    WHERE l.community_id = $1

    -- vouchers that count: held and not used, or used at least once
    UNION ALL
    SELECT 'offer.taken', o.id, o.taken, coalesce(v.taken, 0)
    FROM offers o
    LEFT JOIN (
        SELECT offer_id, count(*) AS taken
        FROM vouchers
        WHERE community_id = $1 AND (state IN ('held', 'undone') OR used > 0)
        GROUP BY offer_id
    ) v ON v.offer_id = o.id
    WHERE o.community_id = $1

    -- an import has made as many residents, or balances of as many points, as it says
    UNION ALL
    SELECT 'import.residents', i.id, i.residents, count(r.id)
    FROM imports i LEFT JOIN residents r ON r.community_id = $1 AND r.import_id = i.id
    WHERE i.community_id = $1
    GROUP BY i.id, i.residents

    UNION ALL
    SELECT 'import.points', i.id, i.points, coalesce(t.points, 0)::bigint
    FROM imports i
    LEFT JOIN (
        SELECT cause_id, sum(amount) AS points FROM transfers
        WHERE community_id = $1 AND code = 'opening' AND cause_kind = 'import' GROUP BY cause_id
    ) t ON t.cause_id = i.id
    WHERE i.community_id = $1

    -- seats of vouchers that count, and of orders that were not given back
    UNION ALL
    SELECT 'slot.taken', s.id, s.taken, coalesce(t.taken, 0)
    FROM slots s
    LEFT JOIN (
        SELECT slot_id, count(*) AS taken
        FROM (
            SELECT slot_id FROM vouchers
            WHERE community_id = $1 AND slot_id IS NOT NULL AND (state IN ('held', 'undone') OR used > 0)
            UNION ALL
            SELECT l.slot_id FROM order_lines l JOIN orders o ON o.community_id = $1 AND o.id = l.order_id
            WHERE l.community_id = $1 AND l.slot_id IS NOT NULL AND o.state IN ('held', 'ready', 'picked_up')
        ) seats
        GROUP BY slot_id
    ) t ON t.slot_id = s.id
    WHERE s.community_id = $1

    -- what a no-show cost was deducted from its resident, and given back if the appeal was granted
    UNION ALL
    SELECT 'no_show.deducted', n.id, 1, count(t.id)
    FROM no_shows n
    LEFT JOIN transfers t ON t.community_id = $1 AND t.id = n.transfer_id AND t.code = 'deduct' AND t.cause_id = n.id
    WHERE n.community_id = $1 AND n.step = 'deduction'
    GROUP BY n.id

    UNION ALL
    SELECT 'no_show.given_back', n.id, 1, count(t.id)
    FROM no_shows n
    LEFT JOIN transfers t ON t.community_id = $1 AND t.reverses_id = n.transfer_id
    WHERE n.community_id = $1 AND n.step = 'deduction' AND n.verdict = 'granted'
    GROUP BY n.id

    -- no fund has given more than it was given
    UNION ALL
    SELECT 'fund.left', f.id, least(x.left_over, 0), 0
    FROM funds f
    JOIN (
        SELECT t.cause_id, sum(CASE WHEN c.kind = 'wallet' THEN -t.amount ELSE t.amount END)::bigint AS left_over
        FROM transfers t
        JOIN accounts c ON c.community_id = $1 AND c.id = t.credit_account_id
        WHERE t.community_id = $1 AND t.code = 'give' AND NOT EXISTS (
            SELECT 1 FROM transfers r WHERE r.community_id = $1 AND r.reverses_id = t.id AND r.reverses_id IS NOT NULL
        )
        GROUP BY t.cause_id
    ) x ON x.cause_id = f.id
    WHERE f.community_id = $1

    -- what an accepted claim earned was awarded to its resident, once
    UNION ALL
    SELECT 'claim.awarded', c.id, c.points, coalesce(sum(t.amount), 0)::bigint
    FROM claims c
    LEFT JOIN transfers t ON t.community_id = $1 AND t.cause_id = c.id AND t.cause_kind = 'claim' AND t.code = 'earn'
        AND t.id = c.transfer_id AND t.credit_account_id IN (
            SELECT id FROM accounts WHERE community_id = $1 AND kind = 'wallet' AND owner_id = c.resident_id
        )
    WHERE c.community_id = $1 AND c.state = 'accepted'
    GROUP BY c.id, c.points

    UNION ALL
    SELECT 'shift.taken', s.id, s.taken, coalesce(u.taken, 0)
    FROM shifts s
    LEFT JOIN (
        SELECT shift_id, count(*) AS taken
        FROM signups WHERE community_id = $1 AND state = 'signed_up' GROUP BY shift_id
    ) u ON u.shift_id = s.id
    WHERE s.community_id = $1
) figures
WHERE stored <> computed
ORDER BY figure, id
