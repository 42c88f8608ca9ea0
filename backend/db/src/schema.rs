//! The tables as the migrations make them; written by `LINLI_WRITE_SCHEMA=1 cargo test -p linli-db --test schema`.

diesel::table! {
    accounts (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        kind -> Text,
        owner_id -> Uuid,
        resident_id -> Nullable<Uuid>,
        posted -> Int8,
        held -> Int8,
        debt -> Int8,
    }
}

diesel::table! {
    activities (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        team_id -> Uuid,
        title -> Text,
        description -> Text,
        category -> Text,
        beneficiary -> Text,
        place -> Text,
        organiser_id -> Uuid,
        rule_code -> Text,
        recruit -> Text,
        state -> Text,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
        settled_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        changed_by -> Uuid,
        cancel_reason -> Nullable<Text>,
        return_reason -> Nullable<Text>,
    }
}

diesel::table! {
    adjustments (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        resident_id -> Uuid,
        points -> Int8,
        reason -> Text,
        state -> Text,
        proposed_by -> Uuid,
        proposed_at -> Timestamptz,
        transfer_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    attendances (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        shift_id -> Uuid,
        resident_id -> Uuid,
        minutes -> Int4,
        recorded_at -> Timestamptz,
        transfer_id -> Nullable<Uuid>,
        no_award -> Nullable<Jsonb>,
        recorded_by -> Nullable<Uuid>,
        source -> Text,
        hardship -> Bool,
    }
}

diesel::table! {
    audit_entries (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        at -> Timestamptz,
        actor_id -> Nullable<Uuid>,
        on_behalf_of -> Nullable<Uuid>,
        action -> Text,
        subject_kind -> Text,
        subject_id -> Uuid,
        before -> Nullable<Jsonb>,
        after -> Nullable<Jsonb>,
        request_id -> Nullable<Uuid>,
        address -> Nullable<Text>,
    }
}

diesel::table! {
    buildings (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        grid_id -> Uuid,
        estate -> Text,
        name -> Text,
        block_head_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    cashiers (community_id, user_id, store_id) {
        community_id -> Uuid,
        store_id -> Uuid,
        user_id -> Uuid,
    }
}

diesel::table! {
    claim_rounds (community_id, claim_id, round) {
        community_id -> Uuid,
        claim_id -> Uuid,
        round -> Int4,
        submitted_by -> Uuid,
        submitted_at -> Timestamptz,
    }
}

diesel::table! {
    claims (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        resident_id -> Uuid,
        rulebook_id -> Uuid,
        rule_code -> Text,
        rule_title -> Text,
        beneficiary_confirms -> Bool,
        began_at -> Timestamptz,
        deed_on -> Date,
        minutes -> Int4,
        level -> Nullable<Text>,
        category -> Nullable<Text>,
        hardship -> Bool,
        description -> Text,
        place -> Text,
        beneficiary_id -> Nullable<Uuid>,
        beneficiary_name -> Nullable<Text>,
        state -> Text,
        round -> Int4,
        reviews_needed -> Int2,
        appeal -> Nullable<Text>,
        points -> Nullable<Int8>,
        explanation -> Nullable<Jsonb>,
        transfer_id -> Nullable<Uuid>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    communities (id) {
        id -> Uuid,
        slug -> Text,
        name -> Text,
        timezone -> Text,
        undo_window_minutes -> Int4,
        created_at -> Timestamptz,
        pickup_days -> Int4,
        opening_days -> Jsonb,
        adjustment_limit -> Int4,
        statement_days -> Int4,
        watch -> Jsonb,
    }
}

diesel::table! {
    confirmations (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        voucher_id -> Uuid,
        store_id -> Uuid,
        cashier_id -> Uuid,
        bill_fen -> Int8,
        discount_fen -> Int8,
        confirmed_at -> Timestamptz,
        undone_at -> Nullable<Timestamptz>,
        undone_by -> Nullable<Uuid>,
        use_number -> Int4,
        spent_points -> Int8,
        corrected_at -> Nullable<Timestamptz>,
        corrected_by -> Nullable<Uuid>,
        correction_reason -> Nullable<Text>,
        corrected_points -> Nullable<Int8>,
        correction_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    credentials (phone, community_id) {
        phone -> Text,
        community_id -> Uuid,
        user_id -> Uuid,
        password_hash -> Text,
        changed_at -> Timestamptz,
    }
}

diesel::table! {
    disputed_lines (community_id, line_id) {
        community_id -> Uuid,
        line_id -> Uuid,
        statement_id -> Uuid,
    }
}

diesel::table! {
    failed_confirmations (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        store_id -> Uuid,
        cashier_id -> Uuid,
        code -> Nullable<Text>,
        voucher_id -> Nullable<Uuid>,
        reason -> Text,
        tried_at -> Timestamptz,
    }
}

diesel::table! {
    funds (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        name -> Text,
        purpose -> Text,
        goal_points -> Nullable<Int8>,
        state -> Text,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    grids (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        name -> Text,
    }
}

diesel::table! {
    holds (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        account_id -> Uuid,
        amount -> Int8,
        state -> Text,
        cause_kind -> Text,
        cause_id -> Uuid,
        placed_at -> Timestamptz,
        closed_at -> Nullable<Timestamptz>,
        parts -> Jsonb,
    }
}

diesel::table! {
    households (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        building_id -> Uuid,
        door -> Text,
        representative_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    idempotency_keys (community_id, caller_id, key) {
        community_id -> Uuid,
        caller_id -> Uuid,
        key -> Text,
        fingerprint -> Bytea,
        status -> Nullable<Int2>,
        location -> Nullable<Text>,
        body -> Nullable<Text>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    import_reversals (community_id, import_id) {
        community_id -> Uuid,
        import_id -> Uuid,
        reason -> Text,
        reversed -> Int4,
        kept -> Int4,
        actor_id -> Uuid,
        reversed_at -> Timestamptz,
    }
}

diesel::table! {
    imports (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        kind -> Text,
        file_name -> Text,
        residents -> Int4,
        households -> Int4,
        balances -> Int4,
        points -> Int8,
        actor_id -> Uuid,
        made_at -> Timestamptz,
    }
}

diesel::table! {
    lots (community_id, account_id, lapses_on) {
        community_id -> Uuid,
        account_id -> Uuid,
        lapses_on -> Date,
        posted -> Int8,
        held -> Int8,
    }
}

diesel::table! {
    memberships (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        team_id -> Uuid,
        resident_id -> Uuid,
        position -> Text,
        state -> Text,
        requested_at -> Timestamptz,
        decided_at -> Nullable<Timestamptz>,
        ended_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    no_shows (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        shift_id -> Uuid,
        resident_id -> Uuid,
        kind -> Text,
        step -> Text,
        transfer_id -> Nullable<Uuid>,
        marked_by -> Uuid,
        marked_at -> Timestamptz,
        appeal -> Nullable<Text>,
        appealed_at -> Nullable<Timestamptz>,
        verdict -> Nullable<Text>,
        note -> Nullable<Text>,
        decided_by -> Nullable<Uuid>,
        decided_at -> Nullable<Timestamptz>,
        appealed_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    notices (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        resident_id -> Uuid,
        subject -> Text,
        content -> Jsonb,
        created_at -> Timestamptz,
        read_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    offers (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        partner_id -> Uuid,
        title -> Text,
        description -> Text,
        kind -> Text,
        min_spend_fen -> Nullable<Int8>,
        save_fen -> Nullable<Int8>,
        percent_off -> Nullable<Int4>,
        max_save_fen -> Nullable<Int8>,
        item -> Nullable<Text>,
        price_points -> Int8,
        quota -> Nullable<Int8>,
        taken -> Int8,
        per_person_limit -> Nullable<Int4>,
        valid_from -> Timestamptz,
        valid_to -> Timestamptz,
        voucher_days -> Int4,
        state -> Text,
        created_at -> Timestamptz,
        conditions -> Jsonb,
        period_quota -> Nullable<Int8>,
        quota_period -> Nullable<Text>,
        uses -> Int4,
        slot_early_minutes -> Nullable<Int4>,
    }
}

diesel::table! {
    order_lines (community_id, order_id, reward_id) {
        community_id -> Uuid,
        order_id -> Uuid,
        reward_id -> Uuid,
        quantity -> Int8,
        unit_points -> Int8,
        replaces_id -> Nullable<Uuid>,
        slot_id -> Nullable<Uuid>,
        reward_kind -> Text,
    }
}

diesel::table! {
    orders (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        resident_id -> Uuid,
        code -> Text,
        state -> Text,
        total_points -> Int8,
        placed_by -> Uuid,
        on_behalf -> Bool,
        placed_at -> Timestamptz,
        ready_at -> Nullable<Timestamptz>,
        closed_at -> Nullable<Timestamptz>,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    pact_marks (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        pact_id -> Uuid,
        month -> Date,
        household_id -> Uuid,
        kept -> Bool,
        note -> Nullable<Text>,
        recorded_by -> Uuid,
        recorded_at -> Timestamptz,
        on_behalf_of -> Nullable<Uuid>,
        resident_id -> Nullable<Uuid>,
        chosen -> Nullable<Text>,
        transfer_id -> Nullable<Uuid>,
        no_award -> Nullable<Jsonb>,
    }
}

diesel::table! {
    pacts (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        building_id -> Uuid,
        month -> Date,
        settled_by -> Nullable<Uuid>,
        settled_at -> Nullable<Timestamptz>,
        rulebook_id -> Nullable<Uuid>,
        rule_code -> Nullable<Text>,
    }
}

diesel::table! {
    partner_managers (community_id, user_id, partner_id) {
        community_id -> Uuid,
        partner_id -> Uuid,
        user_id -> Uuid,
    }
}

diesel::table! {
    partners (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        name -> Text,
        category -> Text,
        promise -> Text,
        contact_name -> Text,
        contact_phone -> Nullable<Text>,
        state -> Text,
        admitted_on -> Date,
    }
}

diesel::table! {
    photos (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        uploaded_by -> Uuid,
        width -> Int4,
        height -> Int4,
        size_bytes -> Int4,
        stored_at -> Nullable<Timestamptz>,
        claim_id -> Nullable<Uuid>,
        place -> Nullable<Int2>,
        created_at -> Timestamptz,
        reward_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    refresh_tokens (token_hash) {
        token_hash -> Bytea,
        session_id -> Uuid,
        issued_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    resident_search_keys (community_id, key, resident_id) {
        community_id -> Uuid,
        key -> Text,
        resident_id -> Uuid,
    }
}

diesel::table! {
    residents (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        name -> Text,
        sort_key -> Text,
        birth_year -> Nullable<Int4>,
        phone -> Nullable<Text>,
        household_id -> Uuid,
        card_code -> Text,
        state -> Text,
        created_at -> Timestamptz,
        pools_since -> Nullable<Timestamptz>,
        import_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    reviews (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        subject_kind -> Text,
        subject_id -> Uuid,
        round -> Int4,
        reviewer_id -> Uuid,
        verdict -> Text,
        note -> Text,
        reviewed_at -> Timestamptz,
    }
}

diesel::table! {
    reward_prices (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        reward_id -> Uuid,
        points -> Int8,
        from_at -> Timestamptz,
        actor_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    reward_search_keys (community_id, key, reward_id) {
        community_id -> Uuid,
        key -> Text,
        reward_id -> Uuid,
    }
}

diesel::table! {
    rewards (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        name -> Text,
        description -> Text,
        age_group -> Text,
        price_points -> Int8,
        stock -> Int8,
        reserved -> Int8,
        state -> Text,
        created_at -> Timestamptz,
        limit_per_quarter -> Nullable<Int8>,
        low_stock_at -> Nullable<Int8>,
        kind -> Text,
    }
}

diesel::table! {
    rule_budgets (community_id, rule_code) {
        community_id -> Uuid,
        rule_code -> Text,
    }
}

diesel::table! {
    rulebooks (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        version -> Int4,
        title -> Text,
        content -> Jsonb,
        in_force_from -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    sealed_transfers (community_id, transfer_id) {
        community_id -> Uuid,
        transfer_id -> Uuid,
        seal_id -> Uuid,
        leaf -> Bytea,
    }
}

diesel::table! {
    seals (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        day -> Date,
        transfers -> Int8,
        root -> Bytea,
        previous -> Bytea,
        hash -> Bytea,
        sealed_at -> Timestamptz,
    }
}

diesel::table! {
    sessions (id) {
        id -> Uuid,
        community_id -> Uuid,
        user_id -> Uuid,
        user_agent -> Text,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        ended_at -> Nullable<Timestamptz>,
        end_reason -> Nullable<Text>,
    }
}

diesel::table! {
    shifts (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        activity_id -> Uuid,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
        capacity -> Int4,
        taken -> Int4,
        recorded_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    signal_rows (community_id, signal_id, row_id) {
        community_id -> Uuid,
        signal_id -> Uuid,
        row_id -> Uuid,
    }
}

diesel::table! {
    signals (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        day -> Date,
        kind -> Text,
        subject -> Text,
        store_id -> Uuid,
        cashier_id -> Nullable<Uuid>,
        resident_id -> Nullable<Uuid>,
        count -> Int8,
        threshold -> Int8,
        found_at -> Timestamptz,
        outcome -> Nullable<Text>,
        note -> Nullable<Text>,
        looked_by -> Nullable<Uuid>,
        looked_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    signups (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        shift_id -> Uuid,
        resident_id -> Uuid,
        state -> Text,
        signed_up_at -> Timestamptz,
        withdrawn_at -> Nullable<Timestamptz>,
        moved_up_at -> Nullable<Timestamptz>,
        checked_in_at -> Nullable<Timestamptz>,
        checked_out_at -> Nullable<Timestamptz>,
        checked_in_by -> Nullable<Uuid>,
        checked_out_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    slots (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        offer_id -> Nullable<Uuid>,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
        seats -> Int4,
        taken -> Int4,
        state -> Text,
        cancel_reason -> Nullable<Text>,
        created_at -> Timestamptz,
        reward_id -> Nullable<Uuid>,
        reward_kind -> Nullable<Text>,
    }
}

diesel::table! {
    statement_lines (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        statement_id -> Uuid,
        store_id -> Uuid,
        kind -> Text,
        at -> Timestamptz,
        code -> Text,
        offer_title -> Text,
        bill_fen -> Int8,
        discount_fen -> Int8,
        points -> Int8,
        cashier_id -> Uuid,
        cashier_name -> Text,
        undone_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    statements (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        store_id -> Uuid,
        month -> Date,
        from_at -> Timestamptz,
        to_at -> Timestamptz,
        confirmations -> Int8,
        corrections -> Int8,
        bill_fen -> Int8,
        discount_fen -> Int8,
        points -> Int8,
        state -> Text,
        closed_at -> Timestamptz,
        closed_by -> Nullable<Uuid>,
        answered_at -> Nullable<Timestamptz>,
        answered_by -> Nullable<Uuid>,
        dispute -> Nullable<Text>,
        settled_at -> Nullable<Timestamptz>,
        settled_by -> Nullable<Uuid>,
        settlement -> Nullable<Text>,
    }
}

diesel::table! {
    stock_movements (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        reward_id -> Uuid,
        kind -> Text,
        quantity -> Int8,
        note -> Text,
        order_id -> Nullable<Uuid>,
        actor_id -> Uuid,
        moved_at -> Timestamptz,
        donor -> Nullable<Text>,
        unit_cost_fen -> Nullable<Int8>,
        stocktake_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    stocktake_lines (community_id, stocktake_id, reward_id) {
        community_id -> Uuid,
        stocktake_id -> Uuid,
        reward_id -> Uuid,
        booked -> Int8,
        counted -> Int8,
    }
}

diesel::table! {
    stocktakes (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        note -> Text,
        actor_id -> Uuid,
        taken_at -> Timestamptz,
    }
}

diesel::table! {
    stores (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        partner_id -> Uuid,
        name -> Text,
        address -> Text,
        state -> Text,
        hours -> Jsonb,
    }
}

diesel::table! {
    teams (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        kind -> Text,
        parent_id -> Nullable<Uuid>,
        name -> Text,
        purpose -> Text,
        state -> Text,
        founded_on -> Date,
    }
}

diesel::table! {
    transfers (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        debit_account_id -> Uuid,
        credit_account_id -> Uuid,
        amount -> Int8,
        code -> Text,
        cause_kind -> Text,
        cause_id -> Uuid,
        rulebook_id -> Nullable<Uuid>,
        rule_code -> Nullable<Text>,
        deed_on -> Nullable<Date>,
        hold_id -> Nullable<Uuid>,
        reverses_id -> Nullable<Uuid>,
        explanation -> Jsonb,
        actor_id -> Nullable<Uuid>,
        on_behalf_of -> Nullable<Uuid>,
        posted_at -> Timestamptz,
        parts -> Jsonb,
    }
}

diesel::table! {
    user_roles (community_id, user_id, role) {
        community_id -> Uuid,
        user_id -> Uuid,
        role -> Text,
    }
}

diesel::table! {
    users (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        name -> Text,
        phone -> Text,
        resident_id -> Nullable<Uuid>,
        disabled_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    verifications (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        began_at -> Timestamptz,
        took_ms -> Int8,
        rows -> Int8,
        drift -> Int8,
        differences -> Jsonb,
        night -> Nullable<Date>,
    }
}

diesel::table! {
    vouchers (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        offer_id -> Uuid,
        resident_id -> Uuid,
        code -> Text,
        state -> Text,
        price_points -> Int8,
        taken_at -> Timestamptz,
        expires_at -> Timestamptz,
        closed_at -> Nullable<Timestamptz>,
        conditions -> Jsonb,
        uses -> Int4,
        used -> Int4,
        deactivation_reason -> Nullable<Text>,
        slot_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    watched_days (community_id, day) {
        community_id -> Uuid,
        day -> Date,
        watched_at -> Timestamptz,
    }
}

diesel::table! {
    wish_ballots (community_id, poll_id, resident_id) {
        community_id -> Uuid,
        poll_id -> Uuid,
        resident_id -> Uuid,
        age_group -> Nullable<Text>,
        suggestion -> Nullable<Text>,
        cast_by -> Uuid,
        cast_at -> Timestamptz,
    }
}

diesel::table! {
    wish_candidates (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        poll_id -> Uuid,
        name -> Text,
        age_group -> Text,
    }
}

diesel::table! {
    wish_choices (community_id, poll_id, resident_id, candidate_id) {
        community_id -> Uuid,
        poll_id -> Uuid,
        resident_id -> Uuid,
        candidate_id -> Uuid,
    }
}

diesel::table! {
    wish_polls (community_id, id) {
        community_id -> Uuid,
        id -> Uuid,
        title -> Text,
        choices -> Int4,
        opens_at -> Timestamptz,
        closes_at -> Timestamptz,
        closed_at -> Nullable<Timestamptz>,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    accounts,
    activities,
    adjustments,
    attendances,
    audit_entries,
    buildings,
    cashiers,
    claim_rounds,
    claims,
    communities,
    confirmations,
    credentials,
    disputed_lines,
    failed_confirmations,
    funds,
    grids,
    holds,
    households,
    idempotency_keys,
    import_reversals,
    imports,
    lots,
    memberships,
    no_shows,
    notices,
    offers,
    order_lines,
    orders,
    pact_marks,
    pacts,
    partner_managers,
    partners,
    photos,
    refresh_tokens,
    resident_search_keys,
    residents,
    reviews,
    reward_prices,
    reward_search_keys,
    rewards,
    rule_budgets,
    rulebooks,
    sealed_transfers,
    seals,
    sessions,
    shifts,
    signal_rows,
    signals,
    signups,
    slots,
    statement_lines,
    statements,
    stock_movements,
    stocktake_lines,
    stocktakes,
    stores,
    teams,
    transfers,
    user_roles,
    users,
    verifications,
    vouchers,
    watched_days,
    wish_ballots,
    wish_candidates,
    wish_choices,
    wish_polls,
);
