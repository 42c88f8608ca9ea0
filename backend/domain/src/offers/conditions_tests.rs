//! Stores, eligibility and limits.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Asia::Shanghai;
use proptest::prelude::*;
use uuid::Uuid;

use super::{Conditions, Limit, Past, check_limits};
use crate::Refusal;
use crate::calendar::{Local, Period, day_of};
use crate::ids::{BuildingId, HouseholdId, ResidentId, StoreId};
use crate::rulebooks::{Earner, Eligibility, Missed, Per};

fn local(text: &str) -> Local {
    Local { now: text.parse().unwrap(), timezone: Shanghai }
}

fn resident(number: u128) -> ResidentId {
    ResidentId::new(Uuid::from_u128(number))
}

fn store(number: u128) -> StoreId {
    StoreId::new(Uuid::from_u128(number))
}

fn earner() -> Earner {
    Earner {
        household: HouseholdId::new(Uuid::nil()),
        building: BuildingId::new(Uuid::from_u128(1)),
        birth_year: Some(1990),
        teams: Vec::new(),
    }
}

fn use_in(conditions: &Conditions, number: u128) -> Result<(), Refusal> {
    conditions.check_use(store(number), (resident(1), &earner()), &[], local("2026-11-25T04:00:00Z"))
}

#[test]
fn where_no_store_is_named_all_of_the_partner_s_will_do() {
    assert_eq!(use_in(&Conditions::default(), 9), Ok(()));
    let one = Conditions { stores: vec![store(1)], ..Conditions::default() };
    assert_eq!(use_in(&one, 1), Ok(()));
    assert_eq!(use_in(&one, 9), Err(Refusal::WrongStore));
}

#[test]
fn an_offer_is_for_whom_a_rule_would_be() {
    let of = |eligibility| Conditions { eligibility, ..Conditions::default() };
    let elsewhere =
        Eligibility { buildings: vec![BuildingId::new(Uuid::from_u128(2))], ..Default::default() };
    assert_eq!(use_in(&of(elsewhere), 1), Err(Refusal::NotForResident { missed: Missed::OtherBuilding }));
    let old = Eligibility { min_age: Some(75), ..Eligibility::default() };
    assert_eq!(use_in(&of(old), 1), Err(Refusal::AgeNotEligible));
}

fn limit(period: Period, per: Per, times: i64) -> Limit {
    Limit { period, per, times }
}

#[test]
fn a_limit_counts_the_resident_or_the_household_in_the_community_s_period() {
    // Half past midnight on 1 December in Wuhan.
    let now = local("2026-11-30T16:30:00Z");
    let had = |who: u128, hours: i64| Past { resident: resident(who), at: now.now - Duration::hours(hours) };
    let check = |limits: &[Limit], past: &[Past]| check_limits(limits, past, resident(1), now);
    let monthly = limit(Period::Month, Per::Resident, 1);
    assert_eq!(check(&[monthly], &[had(1, 1)]), Ok(()), "that was in November");
    let refused = Refusal::LimitReached { period: Period::Month, per: Per::Resident, limit: 1 };
    assert_eq!(check(&[monthly], &[had(1, 0)]), Err(refused));
    assert_eq!(check(&[monthly], &[had(2, 0)]), Ok(()), "that was another's");
    let of_all = limit(Period::Week, Per::Household, 2);
    assert!(check(&[monthly, of_all], &[had(2, 0), had(3, 20)]).is_err());
}

#[test]
fn conditions_that_make_no_sense_are_named() {
    let place = |conditions: Conditions| match conditions.check() {
        Err(Refusal::OfferInvalid { place, .. }) => place,
        other => panic!("{other:?}"),
    };
    let daily = limit(Period::Day, Per::Resident, 1);
    assert_eq!(place(Conditions { limits: vec![daily, daily], ..Default::default() }), "limits");
    let ever = limit(Period::Ever, Per::Resident, 1);
    assert_eq!(place(Conditions { limits: vec![ever], ..Default::default() }), "limits");
    assert_eq!(place(Conditions { stores: vec![store(1), store(1)], ..Default::default() }), "stores");
    let eligibility = Eligibility { min_age: Some(60), max_age: Some(18), ..Default::default() };
    assert_eq!(place(Conditions { eligibility, ..Default::default() }), "eligibility.max_age");
}

#[test]
fn what_was_stored_before_there_were_conditions_is_read_as_none() {
    assert_eq!(serde_json::from_str::<Conditions>("{}").unwrap(), Conditions::default());
}

fn any_limit() -> impl Strategy<Value = Limit> {
    let periods = vec![Period::Day, Period::Week, Period::Month, Period::Quarter, Period::Year, Period::Ever];
    let per = prop::sample::select(vec![Per::Resident, Per::Household]);
    (prop::sample::select(periods), per, 1_i64..4).prop_map(|(period, per, times)| limit(period, per, times))
}

proptest! {
    /// Whoever asks each time before taking one never has more in a period than its limit.
    #[test]
    fn no_period_ever_holds_more_than_its_limit(
        limits in prop::collection::vec(any_limit(), 1..4),
        steps in prop::collection::vec((1_u128..4, 0_i64..60), 1..60),
    ) {
        let mut now = "2026-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap();
        let mut past: Vec<Past> = Vec::new();
        for (who, hours) in steps {
            now += Duration::hours(hours);
            let here = Local { now, timezone: Shanghai };
            let allowed = check_limits(&limits, &past, resident(who), here).is_ok();
            // The same by days: how many lie in the period of today.
            let fits = limits.iter().all(|limit| {
                let had = past.iter().filter(|one| {
                    let mine = limit.per == Per::Household || one.resident == resident(who);
                    mine && limit.period.same(day_of(one.at, Shanghai), here.today())
                });
                i64::try_from(had.count()).unwrap() < limit.times
            });
            prop_assert_eq!(allowed, fits);
            if allowed {
                past.push(Past { resident: resident(who), at: now });
            }
        }
    }
}
