//! Signing up, waiting, moving up, withdrawing.

use std::collections::BTreeSet;

use super::{Applicant, Engagement, Signup, SignupState, Waiting, moved_up};
use crate::Refusal;
use crate::activities::tests::{NOW, activity, shift};
use crate::activities::{Activity, ActivityState, Recruit, Shift};
use crate::ids::{ActivityId, ResidentId, ShiftId, SignupId};
use crate::residents::ResidentState;
use crate::residents::tests::resident;
use chrono::Duration;
use proptest::prelude::*;
use uuid::Uuid;

fn ahead() -> Shift {
    shift(NOW + Duration::hours(1), 60)
}

fn sign_up(
    (activity, shift): (&Activity, &Shift),
    standing: ResidentState,
    (is_member, is_signed_up): (bool, bool),
) -> Result<Signup, Refusal> {
    let resident = resident(standing);
    let who = Applicant { resident: &resident, is_member, is_signed_up, waits: false, elsewhere: &[] };
    Signup::new(SignupId::new(Uuid::nil()), (activity, shift), who, NOW)
}

#[test]
fn a_resident_signs_up_once_while_there_is_a_place() {
    let (open, shift) = (activity(ActivityState::Recruiting), ahead());
    let (full, active) = (Shift { taken: 2, ..ahead() }, ResidentState::Active);
    let made = sign_up((&open, &shift), active, (false, false)).unwrap();
    assert_eq!(made.state, SignupState::SignedUp);
    assert_eq!(sign_up((&open, &shift), active, (false, true)), Err(Refusal::AlreadySignedUp));
    assert_eq!(sign_up((&open, &full), active, (false, false)), Err(Refusal::ShiftFull));
}

#[test]
fn nobody_signs_up_too_early_too_late_or_after_leaving() {
    let (open, shift, active) = (activity(ActivityState::Running), ahead(), ResidentState::Active);
    let begun = Shift { starts_at: NOW, ..ahead() };
    assert_eq!(sign_up((&open, &begun), active, (false, false)), Err(Refusal::ShiftStarted));
    let gone = sign_up((&open, &shift), ResidentState::MovedOut, (false, false));
    assert_eq!(gone, Err(Refusal::ResidentNotActive));
    let early = sign_up((&activity(ActivityState::Reviewed), &shift), active, (false, false));
    assert_eq!(early, Err(Refusal::WrongState { state: "reviewed".into() }));
}

#[test]
fn an_activity_for_the_team_is_for_its_members() {
    let of_team = Activity { recruit: Recruit::Team, ..activity(ActivityState::Recruiting) };
    let (shift, active) = (ahead(), ResidentState::Active);
    assert_eq!(sign_up((&of_team, &shift), active, (false, false)), Err(Refusal::NotAMember));
    assert!(sign_up((&of_team, &shift), active, (true, false)).is_ok());
}

#[test]
fn a_place_is_given_back_once_until_the_shift_begins() {
    let (open, shift) = (activity(ActivityState::Recruiting), ahead());
    let made = sign_up((&open, &shift), ResidentState::Active, (false, false)).unwrap();
    assert_eq!(made.clone().withdraw(&shift, shift.starts_at), Err(Refusal::ShiftStarted));
    let withdrawn = made.withdraw(&shift, NOW).unwrap();
    assert_eq!(withdrawn.withdraw(&shift, NOW), Err(Refusal::WrongState { state: "withdrawn".into() }));
}

/// A place of a resident in another shift, from so many minutes on for so many.
fn place_elsewhere(resident: u128, from: i64, minutes: i64) -> Engagement {
    let starts_at = NOW + Duration::minutes(from);
    Engagement {
        resident: ResidentId::new(Uuid::from_u128(resident)),
        shift: ShiftId::new(Uuid::from_u128(999)),
        activity: ActivityId::new(Uuid::from_u128(998)),
        title: "夜间巡逻".into(),
        starts_at,
        ends_at: starts_at + Duration::minutes(minutes),
    }
}

fn wants(shift: &Shift, waits: bool, elsewhere: &[Engagement]) -> Result<Signup, Refusal> {
    let resident = resident(ResidentState::Active);
    let who = Applicant { resident: &resident, is_member: false, is_signed_up: false, waits, elsewhere };
    let open = activity(ActivityState::Recruiting);
    Signup::new(SignupId::new(Uuid::nil()), (&open, shift), who, NOW)
}

#[test]
fn who_would_wait_gets_a_place_while_there_is_one_and_waits_after_that() {
    assert_eq!(wants(&ahead(), true, &[]).unwrap().state, SignupState::SignedUp);
    let full = Shift { taken: 2, ..ahead() };
    let waiting = wants(&full, true, &[]).unwrap();
    assert_eq!(waiting.state, SignupState::Waiting);
    assert_eq!(waiting.withdraw(&full, NOW).unwrap().state, SignupState::Withdrawn);
}

#[test]
fn nobody_has_two_places_at_the_same_time() {
    // The shift lasts from minute 60 to 120.
    for (from, minutes, clashes) in
        [(0, 60, false), (120, 60, false), (0, 61, true), (119, 60, true), (70, 5, true)]
    {
        let other = place_elsewhere(1, from, minutes);
        let refusal = Refusal::Clash {
            activity: other.activity,
            title: "夜间巡逻".into(),
            starts_at: other.starts_at,
            ends_at: other.ends_at,
        };
        for waits in [false, true] {
            let made = wants(&ahead(), waits, std::slice::from_ref(&other));
            assert_eq!(made.err(), clashes.then(|| refusal.clone()), "{other:?}");
        }
    }
}

fn queued(resident: u128) -> Signup {
    Signup {
        resident: ResidentId::new(Uuid::from_u128(resident)),
        ..wants(&Shift { taken: 2, ..ahead() }, true, &[]).unwrap()
    }
}

fn up(state: ActivityState, shift: &Shift, elsewhere: Vec<Engagement>) -> Vec<u128> {
    let waiting = Waiting { queue: [5, 3, 4].map(queued).to_vec(), elsewhere, members: BTreeSet::new() };
    let moved = moved_up((&activity(state), shift), waiting, NOW);
    assert!(moved.iter().all(|one| (one.state, one.moved_up_at) == (SignupState::SignedUp, Some(NOW))));
    moved.iter().map(|one| one.resident.uuid().as_u128()).collect()
}

#[test]
fn the_first_of_the_queue_moves_up_unless_elsewhere_at_that_time() {
    let free = Shift { taken: 1, ..ahead() };
    assert_eq!(up(ActivityState::Running, &free, Vec::new()), [5]);
    assert_eq!(up(ActivityState::Running, &free, vec![place_elsewhere(5, 90, 60)]), [3]);
    assert_eq!(up(ActivityState::Running, &free, vec![place_elsewhere(5, 120, 60)]), [5]);
    assert_eq!(up(ActivityState::Running, &Shift { taken: 2, ..ahead() }, Vec::new()), [0u128; 0]);
    assert_eq!(up(ActivityState::Closed, &free, Vec::new()), [0u128; 0]);
    assert_eq!(up(ActivityState::Running, &Shift { starts_at: NOW, ..free }, Vec::new()), [0u128; 0]);
}

#[test]
fn who_has_left_the_team_is_passed_over_where_it_is_for_the_team_only() {
    let (queue, members) =
        ([5, 3, 4].map(queued).to_vec(), BTreeSet::from([ResidentId::new(Uuid::from_u128(4))]));
    let of_team = Activity { recruit: Recruit::Team, ..activity(ActivityState::Running) };
    let free = Shift { taken: 1, ..ahead() };
    let moved = moved_up((&of_team, &free), Waiting { queue, elsewhere: Vec::new(), members }, NOW);
    assert_eq!(moved.iter().map(|one| one.resident.uuid().as_u128()).collect::<Vec<_>>(), [4]);
}

#[test]
fn a_shift_keeps_the_places_that_are_taken() {
    let shift = Shift { taken: 2, ..ahead() };
    assert_eq!(shift.clone().resized(2, NOW).unwrap().capacity, 2);
    assert_eq!(shift.clone().resized(1, NOW), Err(Refusal::CapacityBelowTaken { taken: 2 }));
    assert_eq!(shift.clone().resized(3, shift.starts_at), Err(Refusal::ShiftStarted));
}

proptest! {
    /// However many wait and wherever they are: in their order, as many as there are places, none of them twice.
    #[test]
    fn as_many_move_up_as_there_are_places_and_none_too_many(
        free in 0i32..6, queue in 0u128..9, busy in prop::collection::btree_set(0u128..9, 0..9),
    ) {
        let shift = Shift { capacity: 10, taken: 10 - free, ..ahead() };
        let elsewhere = busy.iter().map(|one| place_elsewhere(*one, 60, 60)).collect();
        let waiting = Waiting { queue: (0..queue).map(queued).collect(), elsewhere, members: BTreeSet::new() };
        let moved = moved_up((&activity(ActivityState::Recruiting), &shift), waiting, NOW);
        let moved: Vec<u128> = moved.iter().map(|one| one.resident.uuid().as_u128()).collect();
        let wanted = (0..queue).filter(|one| !busy.contains(one)).take(shift.free()).collect::<Vec<_>>();
        prop_assert_eq!(moved, wanted);
    }
}
