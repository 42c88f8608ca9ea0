//! Drafting, changing, opening and closing.

use chrono::{DateTime, Duration, Utc};

use super::{Draft, OfferChange};
use crate::Refusal;
use crate::calendar::Period;
use crate::hours::{Hours, OpenSpan};
use crate::ids::{OfferId, PartnerId};
use crate::money::Fen;
use crate::offers::{Conditions, Offer, OfferState, PeriodQuota, Provider, SlotTerms, Terms};
use crate::points::Points;
use crate::rulebooks::Eligibility;
use uuid::Uuid;

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

fn provider(active: bool) -> Provider {
    Provider { id: PartnerId::new(Uuid::nil()), name: "惠民鲜生".to_owned(), active }
}

fn written() -> Draft {
    Draft {
        title: "满60减20".to_owned(),
        description: String::new(),
        terms: Terms::SpendAndSave { min_spend_fen: Fen::new(6000), save_fen: Fen::new(2000) },
        price: Points::new(15),
        quota: Some(10),
        per_person_limit: None,
        period_quota: None,
        conditions: Conditions::default(),
        uses: 1,
        slots: None,
        valid_from: NOW,
        valid_to: NOW + Duration::days(30),
        voucher_days: 7,
    }
}

fn draft(draft: Draft) -> Result<Offer, Refusal> {
    Offer::draft(OfferId::new(Uuid::nil()), provider(true), draft, NOW)
}

fn place(refused: Result<Offer, Refusal>) -> &'static str {
    match refused {
        Err(Refusal::OfferInvalid { place, .. }) => place,
        other => panic!("{other:?}"),
    }
}

#[test]
fn figures_that_do_not_fit_one_another_are_named() {
    let terms = Terms::SpendAndSave { min_spend_fen: Fen::new(100), save_fen: Fen::new(101) };
    assert_eq!(place(draft(Draft { terms, ..written() })), "terms.save_fen");
    assert_eq!(place(draft(Draft { valid_to: NOW, ..written() })), "valid_to");
    let eligibility = Eligibility { min_age: Some(75), max_age: Some(12), ..Eligibility::default() };
    let conditions = Conditions { eligibility, ..Conditions::default() };
    assert_eq!(place(draft(Draft { conditions, ..written() })), "eligibility.max_age");
    let period_quota = Some(PeriodQuota { period: Period::Ever, vouchers: 5 });
    assert_eq!(place(draft(Draft { period_quota, ..written() })), "period_quota.period");
}

#[test]
fn only_a_partner_of_the_programme_makes_offers() {
    let id = OfferId::new(Uuid::nil());
    assert_eq!(Offer::draft(id, provider(false), written(), NOW), Err(Refusal::PartnerNotActive));
    let suspended = Offer { partner: provider(false), ..draft(written()).unwrap() };
    assert_eq!(suspended.clone().open(), Err(Refusal::PartnerNotActive));
    assert_eq!(suspended.change(OfferChange::default(), None), Err(Refusal::PartnerNotActive));
}

#[test]
fn a_draft_opens_closes_and_opens_again() {
    let open = draft(written()).unwrap().open().unwrap();
    assert_eq!(open.clone().open(), Err(Refusal::WrongState { state: "open".to_owned() }));
    let closed = open.close().unwrap();
    assert_eq!(closed.clone().close(), Err(Refusal::WrongState { state: "closed".to_owned() }));
    assert_eq!(closed.open().unwrap().state, OfferState::Open);
}

#[test]
fn what_was_promised_stays_once_the_offer_was_open() {
    let open = draft(written()).unwrap().open().unwrap();
    let dearer = OfferChange { price: Some(Points::new(30)), ..OfferChange::default() };
    assert_eq!(draft(written()).unwrap().change(dearer.clone(), None).unwrap().price, Points::new(30));
    assert_eq!(open.clone().change(dearer, None), Err(Refusal::WrongState { state: "open".to_owned() }));
    let more =
        OfferChange { quota: Some(None), valid_to: Some(NOW + Duration::days(60)), ..Default::default() };
    assert_eq!(open.change(more, None).unwrap().quota, None);
}

fn evenings() -> Hours {
    let days = [crate::communities::DayOfWeek::Mon].into();
    Hours(vec![OpenSpan { weekdays: days, from: "18:00".parse().unwrap(), to: "20:00".parse().unwrap() }])
}

#[test]
fn conditions_change_while_the_offer_is_open_and_its_uses_do_not() {
    let open = draft(written()).unwrap().open().unwrap();
    let change = OfferChange { hours: Some(evenings()), ..OfferChange::default() };
    assert_eq!(open.clone().change(change, None).unwrap().conditions.hours, evenings());
    for change in [
        OfferChange { uses: Some(5), ..OfferChange::default() },
        OfferChange { slots: Some(Some(SlotTerms { early_minutes: 30 })), ..OfferChange::default() },
    ] {
        assert_eq!(open.clone().change(change, None), Err(Refusal::WrongState { state: "open".to_owned() }));
    }
}

#[test]
fn a_slot_is_used_once_and_has_its_own_time() {
    let slots = Some(SlotTerms { early_minutes: 30 });
    assert_eq!(place(draft(Draft { slots, uses: 5, ..written() })), "uses");
    let conditions = Conditions { hours: evenings(), ..Conditions::default() };
    assert_eq!(place(draft(Draft { slots, conditions, ..written() })), "hours");
    assert_eq!(draft(Draft { uses: 5, ..written() }).unwrap().uses, 5);
}

#[test]
fn once_the_offer_was_open_it_ends_later_but_not_earlier() {
    let end = written().valid_to;
    let ends = |valid_to| OfferChange { valid_to: Some(valid_to), ..OfferChange::default() };
    let (earlier, later) = (ends(end - Duration::seconds(1)), ends(end + Duration::seconds(1)));
    let drafted = draft(written()).unwrap();
    assert!(drafted.clone().change(earlier.clone(), None).is_ok());
    let open = drafted.open().unwrap();
    for offer in [open.clone(), open.close().unwrap()] {
        assert_eq!(place(offer.clone().change(earlier.clone(), None)), "valid_to");
        assert_eq!(offer.clone().change(ends(end), None).unwrap().valid_to, end);
        assert!(offer.change(later.clone(), None).unwrap().valid_to > end);
    }
}

#[test]
fn the_quota_is_not_less_than_what_was_taken() {
    let offer = Offer { taken: 6, ..draft(written()).unwrap().open().unwrap() };
    let quota = |quota| OfferChange { quota: Some(Some(quota)), ..OfferChange::default() };
    assert_eq!(offer.clone().change(quota(5), None), Err(Refusal::QuotaBelowTaken { taken: 6 }));
    assert_eq!(offer.change(quota(6), None).unwrap().quota_left(), Some(0));
}

#[test]
fn an_offer_stays_valid_for_its_slots() {
    let class = draft(written()).unwrap();
    let (from, to) = (class.valid_from, class.valid_to);
    let hour = Duration::hours(1);
    let moved = |change| class.clone().change(change, Some((from + hour, to - hour)));
    let starts = |at| OfferChange { valid_from: Some(at), ..OfferChange::default() };
    let ends = |at| OfferChange { valid_to: Some(at), ..OfferChange::default() };
    assert!(moved(starts(from + hour)).is_ok() && moved(ends(to - hour)).is_ok());
    let place = |change| match moved(change) {
        Err(Refusal::OfferInvalid { place, .. }) => place,
        other => panic!("{other:?}"),
    };
    assert_eq!((place(starts(from + hour * 2)), place(ends(to - hour * 2))), ("valid_from", "valid_to"));
    let renamed = OfferChange { title: Some("书法课".to_owned()), ..OfferChange::default() };
    assert!(class.change(renamed, Some((from - hour, to))).is_ok());
}

#[test]
fn a_draft_can_be_deleted_and_what_was_open_cannot() {
    let draft = draft(written()).unwrap();
    assert_eq!(draft.check_deletable(), Ok(()));
    let open = draft.open().unwrap();
    assert_eq!(open.check_deletable(), Err(Refusal::WrongState { state: "open".to_owned() }));
    let closed = open.close().unwrap();
    assert_eq!(closed.check_deletable(), Err(Refusal::WrongState { state: "closed".to_owned() }));
}
