//! Drafting, changing, opening and closing.

use chrono::{DateTime, Duration, Utc};

use super::{Draft, OfferChange};
use crate::Refusal;
use crate::ids::{OfferId, PartnerId};
use crate::money::Fen;
use crate::offers::{Ages, Offer, OfferState, Provider, Terms};
use crate::points::Points;
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
        ages: Ages::default(),
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
    let ages = Ages { min: Some(75), max: Some(12) };
    assert_eq!(place(draft(Draft { ages, ..written() })), "max_age");
}

#[test]
fn only_a_partner_of_the_programme_makes_offers() {
    let id = OfferId::new(Uuid::nil());
    assert_eq!(Offer::draft(id, provider(false), written(), NOW), Err(Refusal::PartnerNotActive));
    let suspended = Offer { partner: provider(false), ..draft(written()).unwrap() };
    assert_eq!(suspended.clone().open(), Err(Refusal::PartnerNotActive));
    assert_eq!(suspended.change(OfferChange::default()), Err(Refusal::PartnerNotActive));
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
    assert_eq!(draft(written()).unwrap().change(dearer.clone()).unwrap().price, Points::new(30));
    assert_eq!(open.clone().change(dearer), Err(Refusal::WrongState { state: "open".to_owned() }));
    let more =
        OfferChange { quota: Some(None), valid_to: Some(NOW + Duration::days(60)), ..Default::default() };
    assert_eq!(open.change(more).unwrap().quota, None);
}

#[test]
fn once_the_offer_was_open_it_ends_later_but_not_earlier() {
    let end = written().valid_to;
    let ends = |valid_to| OfferChange { valid_to: Some(valid_to), ..OfferChange::default() };
    let (earlier, later) = (ends(end - Duration::seconds(1)), ends(end + Duration::seconds(1)));
    let drafted = draft(written()).unwrap();
    assert!(drafted.clone().change(earlier.clone()).is_ok());
    let open = drafted.open().unwrap();
    for offer in [open.clone(), open.close().unwrap()] {
        assert_eq!(place(offer.clone().change(earlier.clone())), "valid_to");
        assert_eq!(offer.clone().change(ends(end)).unwrap().valid_to, end);
        assert!(offer.change(later.clone()).unwrap().valid_to > end);
    }
}

#[test]
fn the_quota_is_not_less_than_what_was_taken() {
    let offer = Offer { taken: 6, ..draft(written()).unwrap().open().unwrap() };
    let quota = |quota| OfferChange { quota: Some(Some(quota)), ..OfferChange::default() };
    assert_eq!(offer.clone().change(quota(5)), Err(Refusal::QuotaBelowTaken { taken: 6 }));
    assert_eq!(offer.change(quota(6)).unwrap().quota_left(), Some(0));
}
