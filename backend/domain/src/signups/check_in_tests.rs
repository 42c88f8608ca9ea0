//! Checking in and out.

use chrono::{DateTime, Duration, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::{Check, PlaceCode, Tick, check_code};
use crate::Refusal;
use crate::activities::tests::{NOW, activity, shift};
use crate::activities::{ActivityState, Shift};
use crate::ids::{ResidentId, SignupId, UserId};
use crate::signups::{MinutesFrom, Signup, SignupState};

/// From minute 60 to minute 180.
fn two_hours() -> Shift {
    shift(NOW + Duration::minutes(60), 120)
}

fn at(minutes: i64) -> Check {
    Check { at: NOW + Duration::minutes(minutes), by: None }
}

fn signup(state: SignupState) -> Signup {
    Signup {
        id: SignupId::new(Uuid::nil()),
        shift: two_hours().id,
        resident: ResidentId::new(Uuid::nil()),
        state,
        signed_up_at: NOW,
        moved_up_at: None,
        withdrawn_at: None,
        checked_in: None,
        checked_out: None,
    }
}

fn check_in(minutes: i64) -> Result<Signup, Refusal> {
    signup(SignupState::SignedUp).check_in((&activity(ActivityState::Running), &two_hours()), at(minutes))
}

fn check_out(signup: Signup, minutes: i64) -> Result<Signup, Refusal> {
    signup.check_out((&activity(ActivityState::Closed), &two_hours()), at(minutes))
}

#[test]
fn people_check_in_from_half_an_hour_before_until_the_end() {
    for (minutes, fine) in [(29, false), (30, true), (60, true), (180, true), (181, false)] {
        let (opens_at, closes_at) = (at(30).at, at(180).at);
        let refusal = (!fine).then_some(Refusal::OutsideCheckIn { opens_at, closes_at });
        assert_eq!(check_in(minutes).err(), refusal, "{minutes}");
    }
}

#[test]
fn people_check_out_once_after_they_checked_in_until_half_an_hour_after_the_end() {
    assert_eq!(check_out(signup(SignupState::SignedUp), 100), Err(Refusal::NotCheckedIn));
    let (opens_at, closes_at) = (at(30).at, at(210).at);
    let refusal = Err(Refusal::OutsideCheckIn { opens_at, closes_at });
    assert_eq!(check_out(check_in(60).unwrap(), 211), refusal);
    let gone = check_out(check_in(60).unwrap(), 210).unwrap();
    assert_eq!(check_out(gone.clone(), 210), Err(Refusal::AlreadyChecked { at: at(210).at }));
    let again = gone.check_in((&activity(ActivityState::Running), &two_hours()), at(100));
    assert_eq!(again, Err(Refusal::AlreadyChecked { at: at(60).at }));
}

#[test]
fn only_who_has_a_place_in_an_activity_under_way_checks_in() {
    for state in [SignupState::Waiting, SignupState::Withdrawn] {
        let refused = signup(state).check_in((&activity(ActivityState::Running), &two_hours()), at(60));
        assert_eq!(refused, Err(Refusal::NotSignedUp));
    }
    let called_off = (&activity(ActivityState::Cancelled), &two_hours());
    let refused = signup(SignupState::SignedUp).check_in(called_off, at(60));
    assert_eq!(refused, Err(Refusal::WrongState { state: "cancelled".into() }));
}

#[test]
fn the_minutes_are_those_of_the_shift_rounded_down() {
    let there = |from, to| check_out(check_in(from).unwrap(), to).unwrap().minutes_there(&two_hours());
    let automatic = |minutes| Some((minutes, MinutesFrom::Automatic));
    assert_eq!(there(40, 200), automatic(120));
    assert_eq!(there(70, 100), automatic(30));
    assert_eq!(there(40, 50), automatic(0));
    assert_eq!(check_in(60).unwrap().minutes_there(&two_hours()), None);
    let mut signup = check_out(check_in(60).unwrap(), 100).unwrap();
    signup.checked_in = Some(Check { at: at(60).at + Duration::seconds(1), by: None });
    assert_eq!(signup.minutes_there(&two_hours()), automatic(39));
}

#[test]
fn minutes_are_automatic_only_if_nobody_checked_in_or_out_by_hand() {
    let by_hand = |minutes| Some(Check { by: Some(UserId::new(Uuid::nil())), ..at(minutes) });
    let whole = check_out(check_in(60).unwrap(), 100).unwrap();
    let filled_in = Some((40, MinutesFrom::BackFilled));
    let came = Signup { checked_in: by_hand(60), ..whole.clone() };
    assert_eq!(came.minutes_there(&two_hours()), filled_in);
    let left = Signup { checked_out: by_hand(100), ..whole.clone() };
    assert_eq!(left.minutes_there(&two_hours()), filled_in);
    assert_eq!(whole.minutes_there(&two_hours()), Some((40, MinutesFrom::Automatic)));
}

fn second(number: i64) -> DateTime<Utc> {
    NOW + Duration::seconds(number)
}

#[test]
fn a_code_is_shown_for_half_a_minute_and_taken_half_a_minute_before_and_after() {
    assert_eq!(Tick::at(second(59)), Tick::at(second(30)));
    assert_ne!(Tick::at(second(60)), Tick::at(second(59)));
    assert_eq!((Tick::seconds_left(second(30)), Tick::seconds_left(second(59))), (30, 1));
    let shown = Tick::at(second(30));
    let taken = |now| Tick::taken_at(second(now)).contains(&shown);
    assert!(taken(0) && taken(30) && taken(89));
    assert!(!taken(-1) && !taken(90));
}

#[test]
fn a_code_is_six_digits_to_type_or_a_token_to_scan() {
    let code = PlaceCode::of([0; 32]);
    assert_eq!((code.digits.as_str(), code.token.len()), ("000000", 32));
    let other = PlaceCode::of([7; 32]);
    let codes = [code.clone(), other.clone()];
    for right in [&code.digits, &code.token, &other.digits, &other.token] {
        assert_eq!(check_code(right, &codes), Ok(()));
    }
    for wrong in ["", "000001", "00000", &code.token[1..]] {
        assert_eq!(check_code(wrong, &codes), Err(Refusal::WrongPlaceCode));
    }
}

proptest! {
    /// Whenever somebody comes and goes: never more minutes than the shift has, nor than lie between the two.
    #[test]
    fn nobody_has_more_minutes_than_the_shift(start in 0i64..600, lasts in 1i64..1440, come in 0i64..200_000, stay in 0i64..200_000) {
        let shift = shift(second(start * 60), lasts);
        let check = |at| Some(Check { at, by: None });
        let (checked_in, checked_out) = (check(second(come)), check(second(come + stay)));
        let signup = Signup { checked_in, checked_out, ..signup(SignupState::SignedUp) };
        let (minutes, _) = signup.minutes_there(&shift).unwrap();
        prop_assert!((0..=shift.minutes()).contains(&minutes));
        prop_assert!(minutes * 60 <= stay);
    }

    #[test]
    fn every_code_has_six_digits(mac in prop::array::uniform32(any::<u8>())) {
        let code = PlaceCode::of(mac);
        prop_assert_eq!(code.digits.len(), 6);
        prop_assert!(code.digits.chars().all(|c| c.is_ascii_digit()));
    }
}
