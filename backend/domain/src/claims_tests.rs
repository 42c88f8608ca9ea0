//! Claims: what is asked of them, who may review them, what follows.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use chrono_tz::Asia::Shanghai;
use proptest::prelude::*;
use uuid::Uuid;

use super::{Beneficiary, Claim, ClaimState, History, Next, Report, Reviewer, terms};
use crate::Refusal;
use crate::ids::{BuildingId, ClaimId, HouseholdId, ResidentId, ReviewId, UserId};
use crate::points::Points;
use crate::reviews::{Review, Verdict};
use crate::rulebooks::samples::{book, rule, version};
use crate::rulebooks::{Basis, Deed, Earner, Eligibility, Evidence, Missed, Reviewers, Rule, Version};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn resident(number: u128) -> ResidentId {
    ResidentId::new(Uuid::from_u128(number))
}

fn user(number: u128) -> UserId {
    UserId::new(Uuid::from_u128(number))
}

fn household(number: u128) -> HouseholdId {
    HouseholdId::new(Uuid::from_u128(number))
}

fn earner() -> Earner {
    let building = BuildingId::new(Uuid::nil());
    Earner { household: household(1), building, birth_year: Some(1990), teams: Vec::new() }
}

/// Rules of the kinds that claims meet.
fn rules() -> Version {
    let above = Reviewers::TwoAbove { points: Points::new(6) };
    let elder =
        Rule { beneficiary_confirms: true, reviewers: above, ..rule("ELDER", Basis::Hour, 3, Vec::new()) };
    let clean = Rule { evidence: Evidence::Photo, ..rule("CLEAN", Basis::Act, 2, Vec::new()) };
    let old = Eligibility { min_age: Some(60), ..Eligibility::default() };
    let grey = Rule { eligibility: old, ..rule("GREY", Basis::Act, 2, Vec::new()) };
    version(book(vec![elder, clean, grey], Vec::new()))
}

fn report(code: &str, minutes: i64) -> Report {
    let began_at = at("2026-11-20T01:00:00Z");
    let deed = Deed::at(code, began_at, minutes, Shanghai);
    let beneficiary = Some(Beneficiary::Resident(resident(2)));
    Report { deed, began_at, description: "陪李奶奶看病".into(), place: "".into(), beneficiary }
}

fn judged(report: &Report, photos: usize, now: &str) -> Result<u8, Refusal> {
    let of = (resident(1), &earner());
    terms(&rules(), of, (report, photos), (Shanghai, at(now))).map(|terms| terms.reviews_needed)
}

fn claim(needed: u8) -> Claim {
    let report = report("ELDER", 60);
    let of = (resident(1), &earner());
    let now = at("2026-11-22T00:00:00Z");
    let mut terms = terms(&rules(), of, (&report, 0), (Shanghai, now)).unwrap();
    terms.reviews_needed = needed;
    Claim::submitted((ClaimId::new(Uuid::nil()), resident(1)), (report, terms), now)
}

fn review(reviewer: u128, round: i32, verdict: Verdict) -> Review {
    let (id, at) = (ReviewId::new(Uuid::nil()), at("2026-11-22T00:00:00Z"));
    Review { id, round, reviewer: user(reviewer), verdict, note: "不清楚".into(), at }
}

fn history(reviews: Vec<Review>) -> History {
    History { household: household(1), submitters: BTreeSet::from([user(9)]), reviews }
}

fn stranger(number: u128) -> Reviewer {
    Reviewer { user: user(number), resident: None, household: None }
}

#[test]
fn a_deed_is_claimed_once_it_is_over() {
    let (claimed, ends_at) = (report("ELDER", 60), at("2026-11-20T02:00:00Z"));
    assert_eq!(judged(&claimed, 0, "2026-11-20T01:59:59Z"), Err(Refusal::DeedNotOver { ends_at }));
    assert_eq!(judged(&claimed, 0, "2026-11-20T02:00:00Z"), Ok(1));
}

#[test]
fn what_the_rule_asks_for_has_to_be_there() {
    let judged = |code, minutes, photos| judged(&report(code, minutes), photos, "2026-11-22T00:00:00Z");
    let title = |code: &str| code.to_owned();
    assert_eq!(judged("ELDER", 0, 0), Err(Refusal::DeedLengthMissing { rule_title: title("ELDER") }));
    assert_eq!(judged("CLEAN", 0, 0), Err(Refusal::PhotoMissing { rule_title: title("CLEAN") }));
    assert_eq!(judged("CLEAN", 0, 1), Ok(1));
    let missed = Missed::TooYoung { min_age: 60 };
    assert_eq!(judged("GREY", 0, 0), Err(Refusal::NotEligible { rule_title: title("GREY"), missed }));
    assert_eq!(judged("SING", 0, 0), Err(Refusal::UnknownRule { code: title("SING") }));
}

#[test]
fn two_must_agree_to_more_than_the_figure_of_the_rule() {
    let needed = |minutes| judged(&report("ELDER", minutes), 0, "2026-11-22T00:00:00Z").unwrap();
    assert_eq!([needed(120), needed(140)], [1, 2]);
}

#[test]
fn nobody_is_the_beneficiary_of_a_deed_of_their_own() {
    let own = Report { beneficiary: Some(Beneficiary::Resident(resident(1))), ..report("ELDER", 60) };
    assert_eq!(judged(&own, 0, "2026-11-22T00:00:00Z"), Err(Refusal::BeneficiaryIsClaimant));
}

#[test]
fn makers_are_no_checkers() {
    let (claim, before) = (claim(1), history(Vec::new()));
    let check = |reviewer| claim.check_reviewer(reviewer, &before);
    assert_eq!(check(stranger(5)), Ok(()));
    assert_eq!(check(stranger(9)), Err(Refusal::ReviewerIsClaimant));
    let own = Reviewer { resident: Some(resident(1)), household: Some(household(1)), ..stranger(5) };
    assert_eq!(check(own), Err(Refusal::ReviewerIsClaimant));
    let spouse = Reviewer { resident: Some(resident(3)), ..own };
    assert_eq!(check(spouse), Err(Refusal::ReviewerInHousehold));
    assert_eq!(check(Reviewer { household: Some(household(2)), ..spouse }), Ok(()));
}

#[test]
fn two_are_two_different_people() {
    let claim = claim(2);
    assert_eq!(claim.next(Verdict::Accept, &history(Vec::new())), Ok(Next::Waits));
    let once = history(vec![review(5, 1, Verdict::Accept)]);
    assert_eq!(claim.check_reviewer(stranger(5), &once), Err(Refusal::AlreadyReviewed));
    assert_eq!(claim.check_reviewer(stranger(6), &once), Ok(()));
    assert_eq!(claim.next(Verdict::Accept, &once), Ok(Next::Accept));
    assert_eq!(claim.next(Verdict::Refuse, &once), Ok(Next::Ended(ClaimState::Refused)));
}

#[test]
fn what_was_said_before_the_claim_was_mended_does_not_count() {
    let before = history(vec![review(5, 1, Verdict::Accept), review(6, 1, Verdict::Return)]);
    let returned = claim(2).ended(ClaimState::Returned);
    let (report, terms) = (returned.report.clone(), returned.terms.clone());
    let mended = returned.mend(report, terms).unwrap();
    assert_eq!((mended.state, mended.round), (ClaimState::Submitted, 2));
    assert_eq!(mended.check_reviewer(stranger(6), &before), Ok(()));
    assert_eq!(mended.next(Verdict::Accept, &before), Ok(Next::Waits));
}

#[test]
fn an_appeal_is_made_once_and_decided_by_somebody_new() {
    let refused = claim(1).ended(ClaimState::Refused);
    let before = history(vec![review(5, 1, Verdict::Refuse)]);
    let appealed = refused.appeal("当天有照片".into()).unwrap();
    assert_eq!(appealed.check_reviewer(stranger(5), &before), Err(Refusal::ReviewerTookPart));
    assert_eq!(appealed.check_reviewer(stranger(6), &before), Ok(()));
    assert_eq!(appealed.next(Verdict::Return, &before), Err(Refusal::AppealNotReturned));
    let again = appealed.ended(ClaimState::Refused);
    assert_eq!(again.appeal("再来".into()), Err(Refusal::AlreadyAppealed));
}

#[test]
fn what_is_decided_is_not_taken_back() {
    for state in [ClaimState::Submitted, ClaimState::Returned] {
        assert_eq!(claim(1).ended(state).withdraw().unwrap().state, ClaimState::Withdrawn);
    }
    for state in [ClaimState::Refused, ClaimState::Appealed, ClaimState::Accepted, ClaimState::Withdrawn] {
        let refusal = Refusal::WrongState { state: state.to_string() };
        assert_eq!(claim(1).ended(state).withdraw(), Err(refusal.clone()));
        assert_eq!(claim(1).ended(state).check_reviewer(stranger(5), &history(Vec::new())).is_err(), {
            state != ClaimState::Appealed
        });
        assert_eq!(claim(1).ended(state).check_returned(), Err(refusal));
    }
}

#[test]
fn a_reason_is_given_to_whoever_is_told_no() {
    let said = |verdict, note: &str| Review { note: note.into(), ..review(5, 1, verdict) }.check();
    assert_eq!(said(Verdict::Accept, ""), Ok(()));
    for verdict in [Verdict::Return, Verdict::Refuse] {
        assert_eq!(said(verdict, "无"), Err(Refusal::ReasonMissing));
        assert_eq!(said(verdict, "不清"), Ok(()));
    }
}

proptest! {
    /// Whoever comes and whatever they say: a claim is accepted by as many different people as it needs, none of them its
    /// maker, and nobody is heard after it is decided.
    #[test]
    fn a_claim_is_accepted_by_enough_different_people(
        needed in 1_u8..=2,
        said in proptest::collection::vec((1_u128..=9, 0_u8..8), 0..20),
    ) {
        let (mut claim, mut before) = (claim(needed), history(Vec::new()));
        let (mut accepted, mut decided) = (BTreeSet::new(), false);
        for (who, what) in said {
            let verdict = match what { 0 => Verdict::Refuse, 1 => Verdict::Return, _ => Verdict::Accept };
            if claim.check_reviewer(stranger(who), &before).is_err() {
                continue;
            }
            prop_assert!(!decided && who != 9);
            prop_assert!(verdict != Verdict::Accept || accepted.insert(who));
            let next = claim.next(verdict, &before).unwrap();
            before.reviews.push(review(who, claim.round, verdict));
            match next {
                Next::Waits => continue,
                Next::Accept => prop_assert_eq!(accepted.len(), usize::from(needed)),
                Next::Ended(state) => prop_assert!(state != ClaimState::Accepted),
            }
            decided = true;
            claim = claim.ended(ClaimState::Accepted);
        }
    }
}
