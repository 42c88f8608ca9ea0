//! Which thing of the stage stands for each path parameter.

use linli_tests::samples::sample;
use linli_tests::workbook::{MEDIA, workbook};
use linli_tests::{Cast, Operation, stage};
use serde_json::Value;

/// What a path parameter names, and the number of such a thing in `stage.sql` or `things.sql`. The key is the path up to and including
/// the parameter, with earlier parameters as they stand in the document; or a whole path, or an operation, that needs a thing of its own.
const THINGS: &[(&str, u32)] = &[
    // Who deletes a thing leaves it to nobody else.
    ("delete_activity", 540),
    ("delete_offer", 530),
    ("delete_rulebook", 531),
    // Steps that a thing of its kind takes only in the right state.
    ("/api/v1/activities/{id}/close", 93),
    ("/api/v1/activities/{id}/recruit", 92),
    ("/api/v1/activities/{id}/review", 91),
    ("/api/v1/activities/{id}/settle", 94),
    ("/api/v1/activities/{id}/start", 80),
    ("/api/v1/activities/{id}/copy", 80),
    ("/api/v1/activities/{id}/no-shows", 205),
    ("/api/v1/activities/{id}/repeat", 80),
    ("/api/v1/no-shows/{id}/decide", 209),
    ("/api/v1/claims/{id}/resubmit", 301),
    ("/api/v1/claims/{id}/appeal", 302),
    ("/api/v1/shifts/{id}/check-in", 202),
    ("/api/v1/shifts/{id}/check-out", 202),
    ("/api/v1/confirmations/{id}/correct", 355),
    ("/api/v1/offers/{id}/slots", 350),
    ("/api/v1/rewards/{id}/slots", 500),
    ("/api/v1/vouchers/{id}/move", 353),
    ("/api/v1/memberships/{id}/approve", 98),
    ("/api/v1/memberships/{id}/refuse", 98),
    ("/api/v1/offers/{id}/open", 99),
    ("/api/v1/shifts/{id}/roster", 95),
    ("/api/v1/activities/{id}", 91),
    ("/api/v1/adjustments/{id}", 310),
    ("/api/v1/buildings/{id}", 11),
    ("/api/v1/claims/{id}", 300),
    ("/api/v1/communities/{id}", 1),
    ("/api/v1/confirmations/{id}", 86),
    ("/api/v1/funds/{id}", 210),
    ("/api/v1/grids/{id}", 10),
    ("/api/v1/households/{id}", 12),
    ("/api/v1/imports/{id}", 330),
    ("/api/v1/memberships/{id}", 54),
    ("/api/v1/notices/{id}", 62),
    ("/api/v1/no-shows/{id}", 208),
    ("/api/v1/offers/{id}", 83),
    ("/api/v1/orders/{id}", 88),
    ("/api/v1/pacts/{id}", 404),
    ("/api/v1/partners/{id}", 71),
    ("/api/v1/partners/{id}/managers/{user_id}", 25),
    ("/api/v1/photos/{id}", 303),
    ("/api/v1/residents/{id}", 47),
    ("/api/v1/rewards/{id}", 87),
    ("/api/v1/rulebooks/{id}", 61),
    ("/api/v1/shifts/{id}", 81),
    ("/api/v1/signups/{id}", 82),
    ("/api/v1/signals/{id}", 383),
    ("/api/v1/statements/{id}/settle", 382),
    ("/api/v1/statements/{id}", 380),
    ("/api/v1/slots/{id}", 352),
    ("/api/v1/stocktakes/{id}", 62),
    ("/api/v1/stores/{id}", 72),
    ("/api/v1/stores/{id}/cashiers/{user_id}", 26),
    ("/api/v1/teams/{id}", 53),
    ("/api/v1/transfers/{id}", 161),
    ("/api/v1/users/{id}", 22),
    ("/api/v1/vouchers/{id}", 84),
    ("/api/v1/wish-polls/{id}/result", 433),
    ("/api/v1/wish-polls/{id}", 430),
];

/// What an identifier in a body or a query names, by its field's name.
const NAMED: &[(&str, u32)] = &[
    ("activity_id", 80),
    ("block_head_id", 47),
    ("building_id", 11),
    ("candidate_ids", 431),
    ("buildings", 11),
    ("grid_id", 10),
    ("household_id", 12),
    ("line_ids", 381),
    ("parent_id", 52),
    ("partner_id", 71),
    ("photo_id", 304),
    ("photos", 304),
    ("representative_id", 47),
    ("resident_id", 47),
    ("reward_id", 87),
    ("rulebook_id", 60),
    ("shift_id", 81),
    ("slot_id", 352),
    ("since", 60),
    ("store_id", 72),
    ("stores", 72),
    ("with_reward_id", 63),
    ("team_id", 53),
    ("up_to", 62),
    ("teams", 53),
    ("user_id", 23),
];

/// Values that the document alone does not give: operation, field, and what to send in it.
const VALUES: &[(&str, &str, &str)] = &[
    ("change_own_password", "current_password", r#""linli-stage""#),
    ("check_in", "resident_id", OTHER_RESIDENT),
    ("check_out", "resident_id", RESIDENT),
    ("add_cashier", "phone", r#""199{d}0000027""#),
    ("add_manager", "phone", r#""199{d}0000027""#),
    ("change_rulebook", "book", BOOK),
    ("create_activity", "rule_code", r#""CLEAN""#),
    ("create_activity", "shifts", SHIFTS),
    ("create_adjustment", "points", "-1"),
    ("create_claim", "resident_id", RESIDENT),
    ("create_claim", "deed", DEED),
    ("resubmit_claim", "rule_code", r#""MEET""#),
    ("create_awards", "items", AWARDS),
    ("create_community", "slug", r#""xinan""#),
    ("create_confirmation", "code", r#""{code84}""#),
    ("create_fund_gift", "resident_id", RESIDENT),
    ("create_fund_grant", "resident_id", OTHER_RESIDENT),
    ("create_confirmations", "items", r#"[{"code": "{code84}"}]"#),
    ("create_gift", "resident_id", RESIDENT),
    ("create_gift", "to_card_code", r#""{card48}""#),
    ("create_membership", "resident_id", RESIDENT),
    ("create_offer", "valid_to", r#""2099-01-01T00:00:00Z""#),
    ("create_order", "resident_id", RESIDENT),
    ("create_rulebook", "book", BOOK),
    ("create_signup", "resident_id", RESIDENT),
    ("create_reward_slots", "starts_at", r#""2098-02-01T01:00:00Z""#),
    ("create_reward_slots", "ends_at", r#""2098-02-01T03:00:00Z""#),
    ("create_slots", "starts_at", r#""2098-02-01T01:00:00Z""#),
    ("create_slots", "ends_at", r#""2098-02-01T03:00:00Z""#),
    ("create_voucher", "resident_id", RESIDENT),
    ("create_wish_poll", "closes_at", r#""2026-12-25T00:00:00Z""#),
    ("create_wish_poll", "opens_at", r#""2026-12-01T00:00:00Z""#),
    ("create_wish_poll", "candidates", CANDIDATES),
    ("read_all_notices", "resident_id", RESIDENT),
    ("replace_wish_ballot", "resident_id", RESIDENT),
    ("look_up_voucher", "code", r#""{code84}""#),
    ("preview_award", "on", r#""2026-03-02""#),
    ("replace_roster", "attendances", ROSTER),
];

const RESIDENT: &str = r#""{c}-0000-7000-8000-000000000047""#;
const AWARDS: &str =
    r#"[{"resident_id": "{c}-0000-7000-8000-000000000047", "rule_code": "MEET", "on": "2026-06-01"}]"#;
const OTHER_RESIDENT: &str = r#""{c}-0000-7000-8000-000000000049""#;
const SHIFTS: &str =
    r#"[{"starts_at": "2098-01-01T01:00:00Z", "ends_at": "2098-01-01T03:00:00Z", "capacity": 9}]"#;
const DEED: &str =
    r#"{"rule_code": "MEET", "began_at": "2026-06-01T08:00:00Z", "description": "参加停车议事会"}"#;
const CANDIDATES: &str =
    r#"[{"name": "跳绳", "age_group": "children"}, {"name": "象棋", "age_group": "seniors"}]"#;
const BOOK: &str = r#"{"rules": [{"code": "CLEAN", "title": "清洁", "basis": "hour", "points": 2, "caps": [], "check": "队长"}], "caps": []}"#;
const ROSTER: &str = r#"[{"resident_id": "{c}-0000-7000-8000-000000000047", "minutes": 60}]"#;

/// The thing of a community that a field names.
pub fn named_in(field: &str, cast: &Cast) -> String {
    let Some((_, number)) = NAMED.iter().find(|(name, _)| *name == field) else {
        panic!("{field} is missing from the table of names")
    };
    cast.id(*number).to_string()
}

/// The smallest body that an operation takes, with things of a community in it.
pub fn body_in(operation: &Operation, schema: &Value, cast: &Cast) -> Value {
    let mut body = sample(schema, "", &|field| named_in(field, cast));
    for (_, field, value) in VALUES.iter().filter(|(id, _, _)| *id == operation.id) {
        let value = value.replace("{c}", cast.prefix).replace("{code84}", stage::card(84).as_str());
        let value = value.replace("{card48}", stage::card(48).as_str());
        let value = value.replace("{d}", if cast.prefix == stage::A { "1" } else { "2" });
        body[*field] = serde_json::from_str(&value).unwrap_or_else(|error| panic!("{value}: {error}"));
    }
    body
}

/// What an operation that takes a workbook is sent: the query, and the workbook.
pub fn upload(operation: &Operation) -> Option<(&'static str, Vec<u8>)> {
    let takes = &operation.spec["requestBody"]["content"][MEDIA];
    let headers = ["姓名", "小区", "楼栋", "门牌号"];
    let line = ["另一位", "江南花山郡", "1栋", "1单元101"];
    (!takes.is_null()).then(|| ("?kind=residents&file_name=x.xlsx", workbook(&[headers, line])))
}

/// The path of an operation with its parameters replaced by something that is nowhere.
pub fn path_to_nothing(operation: &Operation) -> String {
    let part = |part| if str::starts_with(part, '{') { "ffffffff-0000-7000-8000-000000000000" } else { part };
    operation.path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// The path of an operation with its parameters replaced by things of a community.
pub fn path_in(operation: &Operation, cast: &Cast) -> String {
    let (mut done, mut path) = (0, String::new());
    for (at, _) in operation.path.match_indices('}') {
        let known = &operation.path[..=at];
        let fits =
            |(thing, _): &&(&str, u32)| *thing == operation.id || *thing == operation.path || *thing == known;
        let Some((_, number)) = THINGS.iter().find(fits) else {
            panic!("{known} is missing from the table of things")
        };
        let from = operation.path[done..].find('{').map(|place| done + place).unwrap();
        path.push_str(&operation.path[done..from]);
        path.push_str(&cast.id(*number).to_string());
        done = at + 1;
    }
    path.push_str(&operation.path[done..]);
    path
}
