-- Vouchers 券 in full: conditions of an offer and what was promised of them, several uses, corrections, deactivation.
DO $migration$
BEGIN
    ALTER TABLE offers
        -- when, where, for whom and how often its vouchers are used: Conditions of the domain
        ADD COLUMN conditions jsonb NOT NULL DEFAULT '{}',
        -- how many vouchers there are in each month, or another period, beside those there are in all
        ADD COLUMN period_quota bigint,
        ADD COLUMN quota_period text,
        -- how often one voucher can be used
        ADD COLUMN uses integer NOT NULL DEFAULT 1,
        -- of an offer with slots 场次: from how many minutes before one begins its vouchers can be used
        ADD COLUMN slot_early_minutes integer;
    UPDATE offers SET conditions = jsonb_build_object('eligibility', jsonb_build_object('min_age', min_age, 'max_age', max_age))
    WHERE min_age IS NOT NULL OR max_age IS NOT NULL;
    ALTER TABLE offers
        DROP CONSTRAINT offers_age_check,
        DROP COLUMN min_age,
        DROP COLUMN max_age,
        ADD CONSTRAINT offers_conditions_check CHECK (jsonb_typeof(conditions) = 'object'),
        ADD CONSTRAINT offers_period_quota_check CHECK (
            (period_quota IS NULL) = (quota_period IS NULL)
            AND coalesce(period_quota > 0 AND quota_period IN ('day', 'week', 'month', 'quarter', 'year'), true)
        ),
        ADD CONSTRAINT offers_uses_check CHECK (uses BETWEEN 1 AND 100 AND (uses = 1 OR slot_early_minutes IS NULL)),
        ADD CONSTRAINT offers_slot_early_check CHECK (slot_early_minutes BETWEEN 0 AND 1440);

    ALTER TABLE vouchers
        -- the conditions when it was taken: it stays good by them, however the offer's change
        ADD COLUMN conditions jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN uses integer NOT NULL DEFAULT 1,
        -- of these uses, those that stand
        ADD COLUMN used integer NOT NULL DEFAULT 0,
        ADD COLUMN deactivation_reason text;
    UPDATE vouchers SET used = 1 WHERE state = 'confirmed';
    UPDATE vouchers v SET conditions = o.conditions FROM offers o
    WHERE o.community_id = v.community_id AND o.id = v.offer_id AND o.conditions <> '{}';
    ALTER TABLE vouchers
        DROP CONSTRAINT vouchers_state_check,
        DROP CONSTRAINT vouchers_closed_check,
        ADD CONSTRAINT vouchers_state_check CHECK (
            state IN ('held', 'undone', 'in_use', 'confirmed', 'released', 'expired', 'deactivated')
        ),
        ADD CONSTRAINT vouchers_closed_check CHECK ((state IN ('held', 'undone', 'in_use')) = (closed_at IS NULL)),
        ADD CONSTRAINT vouchers_conditions_check CHECK (jsonb_typeof(conditions) = 'object'),
        ADD CONSTRAINT vouchers_uses_check CHECK (uses BETWEEN 1 AND 100),
        ADD CONSTRAINT vouchers_used_check CHECK (
            CASE state
                WHEN 'confirmed' THEN used = uses
                WHEN 'in_use' THEN used BETWEEN 1 AND uses - 1
                WHEN 'expired' THEN used BETWEEN 0 AND uses - 1
                ELSE used = 0
            END
        ),
        ADD CONSTRAINT vouchers_deactivation_check CHECK ((state = 'deactivated') = (deactivation_reason IS NOT NULL));
    DROP INDEX vouchers_due_idx;
    CREATE INDEX vouchers_due_idx ON vouchers (community_id, expires_at) WHERE state IN ('held', 'undone', 'in_use');
    -- what was taken of an offer in a period
    CREATE INDEX vouchers_taken_idx ON vouchers (community_id, offer_id, taken_at);

    ALTER TABLE confirmations
        -- which of the voucher's uses it is
        ADD COLUMN use_number integer NOT NULL DEFAULT 1,
        -- the points that were spent by it: the price of the whole voucher by its first use, none by the others
        ADD COLUMN spent_points bigint,
        -- taken back by the desk after the time to undo it: it stands in its own month, its correction in a later one
        ADD COLUMN corrected_at timestamptz,
        ADD COLUMN corrected_by uuid,
        ADD COLUMN correction_reason text,
        ADD COLUMN corrected_points bigint,
        ADD COLUMN correction_id uuid;
    UPDATE confirmations c SET spent_points = v.price_points FROM vouchers v
    WHERE v.community_id = c.community_id AND v.id = c.voucher_id;
    DROP INDEX confirmations_standing_key;
    ALTER TABLE confirmations
        ALTER COLUMN spent_points SET NOT NULL,
        ADD CONSTRAINT confirmations_corrected_by_fk FOREIGN KEY (community_id, corrected_by)
            REFERENCES users (community_id, id),
        ADD CONSTRAINT confirmations_use_check CHECK (use_number BETWEEN 1 AND 100),
        ADD CONSTRAINT confirmations_spent_check CHECK (spent_points >= 0),
        ADD CONSTRAINT confirmations_corrected_check CHECK (
            num_nonnulls(corrected_at, corrected_by, correction_reason, corrected_points, correction_id) IN (0, 5)
            AND (corrected_at IS NULL OR undone_at IS NULL)
            AND coalesce(corrected_points BETWEEN 0 AND spent_points, true)
        );
    -- Each use of a voucher has one confirmation that stands.
    CREATE UNIQUE INDEX confirmations_standing_key ON confirmations (community_id, voucher_id, use_number)
        WHERE undone_at IS NULL AND corrected_at IS NULL;
    CREATE INDEX confirmations_corrected_idx ON confirmations (community_id, corrected_at)
        WHERE corrected_at IS NOT NULL;

    -- A token that is none leads to no voucher, and so to no code.
    ALTER TABLE failed_confirmations ALTER COLUMN code DROP NOT NULL;
END
$migration$;
