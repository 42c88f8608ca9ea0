//! When a day is sealed, what of, and what its hash covers.

use super::{Fault, Hash, Seal, TransferRecord, Tree, next_day, span};
use crate::ids::{AccountId, CommunityId, Id, SealId, TransferId};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Asia::Shanghai;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn id<T>(number: u128) -> Id<T> {
    Id::new(Uuid::from_u128(number))
}

fn record() -> TransferRecord {
    TransferRecord {
        community: id(1),
        id: id(2),
        debit_account: id(3),
        credit_account: id(4),
        amount: 5,
        parts: r#"{"2027-12-31": 5}"#.into(),
        code: "earn".into(),
        cause_kind: "attendance".into(),
        cause: Uuid::from_u128(6),
        rulebook: Some(id(7)),
        rule_code: Some("CLEAN".into()),
        deed_on: Some(day("2026-11-20")),
        hold: None,
        reverses: None,
        explanation: r#"{"kind": "award"}"#.into(),
        actor: Some(id(8)),
        on_behalf_of: None,
        posted_at: at("2026-11-20T01:02:03.000004Z"),
    }
}

fn seal() -> Seal {
    let sealed_at = at("2026-11-20T17:00:00Z");
    Seal {
        id: id(9),
        day: day("2026-11-20"),
        transfers: 0,
        root: Tree::default().root(),
        previous: None,
        sealed_at,
    }
}

#[test]
fn a_day_is_sealed_when_it_has_been_over_for_an_hour() {
    let next = |last: Option<&str>, now| next_day(last.map(day), at(now), Shanghai);
    let (early, late) = ("2026-11-20T16:59:59Z", "2026-11-20T17:00:00Z");
    assert_eq!(next(None, early), Some(day("2026-11-19")));
    assert_eq!(next(None, late), Some(day("2026-11-20")));
    assert_eq!(next(Some("2026-11-19"), early), None);
    assert_eq!(next(Some("2026-11-19"), late), Some(day("2026-11-20")));
    assert_eq!(next(Some("2026-11-20"), late), None);
}

#[test]
fn no_day_is_passed_over() {
    let next = next_day(Some(day("2026-11-01")), at("2026-11-20T17:00:00Z"), Shanghai);
    assert_eq!(next, Some(day("2026-11-02")));
}

#[test]
fn a_seal_covers_its_day_and_what_came_late_the_day_before_and_the_first_one_all_that_was() {
    let end = at("2026-11-20T16:00:00Z");
    assert_eq!(span(day("2026-11-20"), true, Shanghai), (None, end));
    assert_eq!(span(day("2026-11-20"), false, Shanghai), (Some(at("2026-11-18T16:00:00Z")), end));
}

#[test]
fn the_text_of_a_transfer_is_the_same_for_ever() {
    let text = "linli-transfer-1
community_id 36:00000000-0000-0000-0000-000000000001
id 36:00000000-0000-0000-0000-000000000002
debit_account_id 36:00000000-0000-0000-0000-000000000003
credit_account_id 36:00000000-0000-0000-0000-000000000004
amount 1:5
parts 17:{\"2027-12-31\": 5}
code 4:earn
cause_kind 10:attendance
cause_id 36:00000000-0000-0000-0000-000000000006
rulebook_id 36:00000000-0000-0000-0000-000000000007
rule_code 5:CLEAN
deed_on 10:2026-11-20
hold_id -
reverses_id -
explanation 17:{\"kind\": \"award\"}
actor_id 36:00000000-0000-0000-0000-000000000008
on_behalf_of -
posted_at 27:2026-11-20T01:02:03.000004Z
";
    assert_eq!(record().text(), text);
    assert_eq!(record().leaf(), Hash::leaf(text.as_bytes()));
}

#[test]
fn whatever_changes_about_a_transfer_changes_its_leaf() {
    let changes: [fn(&mut TransferRecord); 18] = [
        |one| one.community = CommunityId::new(Uuid::nil()),
        |one| one.id = TransferId::new(Uuid::nil()),
        |one| one.debit_account = AccountId::new(Uuid::nil()),
        |one| one.credit_account = AccountId::new(Uuid::nil()),
        |one| one.amount = 50,
        |one| one.parts = r#"{"2027-12-31": 6}"#.into(),
        |one| one.code = "opening".into(),
        |one| one.cause_kind = "order".into(),
        |one| one.cause = Uuid::nil(),
        |one| one.rulebook = None,
        // The same signs, but one moved into the next column.
        |one| one.rule_code = Some("CLEAN\ndeed_on 10:2026-11-20".into()),
        |one| one.deed_on = None,
        |one| one.hold = Some(id(2)),
        |one| one.reverses = Some(id(2)),
        |one| one.explanation = "{}".into(),
        |one| one.actor = None,
        |one| one.on_behalf_of = Some(id(2)),
        |one| one.posted_at = at("2026-11-20T01:02:03.000005Z"),
    ];
    let mut leaves: Vec<String> = changes
        .into_iter()
        .map(|change| {
            let mut changed = record();
            change(&mut changed);
            changed.leaf().to_string()
        })
        .collect();
    leaves.push(record().leaf().to_string());
    leaves.sort();
    leaves.dedup();
    assert_eq!(leaves.len(), 19);
}

#[test]
fn whatever_changes_about_a_seal_changes_its_hash() {
    let changes: [fn(&mut Seal); 6] = [
        |one| one.id = SealId::new(Uuid::nil()),
        |one| one.day = day("2026-11-21"),
        |one| one.transfers = 1,
        |one| one.root = Hash::of(&[b"other"]),
        |one| one.previous = Some(Hash::of(&[b"other"])),
        |one| one.sealed_at = at("2026-11-20T17:00:00.000001Z"),
    ];
    for change in changes {
        let mut changed = seal();
        change(&mut changed);
        assert_ne!(changed.hash(id(1)), seal().hash(id(1)), "{changed:?}");
    }
    assert_ne!(seal().hash(id(2)), seal().hash(id(1)));
}

#[test]
fn what_does_not_fit_about_a_seal_is_named() {
    let (fine, empty) = (seal(), Tree::default());
    let hash = fine.hash(id(1));
    assert_eq!(fine.faults(None, &empty, hash, hash), []);
    let mut fuller = Tree::default();
    fuller.push(Hash::leaf(b"one"));
    let other = Hash::of(&[b"other"]);
    let all = fine.faults(Some(other), &fuller, other, hash);
    let names: Vec<(String, i64, i64)> = all.into_iter().map(|(f, a, b)| (f.to_string(), a, b)).collect();
    let named = |name: &str, stored, computed| (name.to_owned(), stored, computed);
    let told = [named("transfers", 0, 1), named("root", 0, 1), named("previous", 0, 1), named("hash", 0, 1)];
    assert_eq!(names, told);
    assert_eq!(Fault::Hash.to_string(), "hash");
}

#[test]
fn a_hash_is_read_as_it_is_written() {
    let hash = Hash::of(&[b"some", b"thing"]);
    assert_eq!(hash.to_string().parse(), Ok(hash));
    assert_eq!(Hash::try_from(hash.as_bytes()), Ok(hash));
    for wrong in ["", "0", "zz", &"0".repeat(63), &"0".repeat(66)] {
        assert!(wrong.parse::<Hash>().is_err(), "{wrong}");
    }
}
