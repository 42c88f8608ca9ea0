//! The way of an activity from its proposal to its settlement.

use chrono::{DateTime, Duration, Utc};
use strum::VariantArray;
use uuid::Uuid;

use super::{Activity, ActivityState, Attended, Beneficiary, Category, Recruit, Reviewer, Shift};
use crate::Refusal;
use crate::ids::{ActivityId, AttendanceId, ResidentId, ShiftId, TeamId, UserId};
use crate::residents::ResidentState;

pub(crate) const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

pub(crate) fn activity(state: ActivityState) -> Activity {
    Activity {
        id: ActivityId::new(Uuid::nil()),
        team: TeamId::new(Uuid::from_u128(53)),
        title: "周末大扫除".into(),
        description: String::new(),
        category: Category::Environment,
        beneficiary: Beneficiary::TownResidents,
        place: "1栋门口".into(),
        organiser: user(24),
        changed_by: user(24),
        rule_code: "CLEAN".into(),
        recruit: Recruit::Open,
        state,
        starts_at: NOW,
        ends_at: NOW + Duration::hours(2),
        settled_at: None,
        cancel_reason: None,
        return_reason: None,
        created_at: NOW,
    }
}

pub(crate) fn shift(starts_at: DateTime<Utc>, minutes: i64) -> Shift {
    let number = u128::try_from(starts_at.timestamp()).unwrap();
    Shift {
        id: ShiftId::new(Uuid::from_u128(number)),
        activity: ActivityId::new(Uuid::nil()),
        starts_at,
        ends_at: starts_at + Duration::minutes(minutes),
        capacity: 2,
        taken: 0,
        recorded_at: Some(starts_at),
    }
}

fn user(number: u128) -> UserId {
    UserId::new(Uuid::from_u128(number))
}

fn reviewer(number: u128) -> Reviewer {
    Reviewer { user: user(number), resident: Some(ResidentId::new(Uuid::from_u128(47))) }
}

fn over() -> DateTime<Utc> {
    NOW + Duration::hours(2)
}

fn attended(resident: u128, recorded_by: u128) -> Attended {
    Attended {
        id: AttendanceId::new(Uuid::nil()),
        starts_at: NOW,
        came_at: None,
        resident: ResidentId::new(Uuid::from_u128(resident)),
        standing: ResidentState::Active,
        minutes: 60,
        hardship: false,
        recorded_by: Some(user(recorded_by)),
        checked_by: [None; 2],
    }
}

type Act = fn(Activity) -> Result<Activity, Refusal>;

#[test]
fn each_act_has_the_states_it_can_be_done_in() {
    use ActivityState as S;
    let acts: [(Act, &[S], S); 8] = [
        (|a| a.changed(user(24)), &[S::Draft, S::Returned], S::Draft),
        (|a| a.sent_back(user(23), "写明时间".into()), &[S::Draft], S::Returned),
        (|a| a.review(user(23)), &[S::Draft], S::Reviewed),
        (Activity::recruit, &[S::Reviewed], S::Recruiting),
        (Activity::start, &[S::Recruiting], S::Running),
        (Activity::close, &[S::Running], S::Closed),
        (
            |a| a.cancel("下雨".into()),
            &[S::Draft, S::Returned, S::Reviewed, S::Recruiting, S::Running, S::Closed],
            S::Cancelled,
        ),
        (|a| a.settled(reviewer(23), (&[], &[]), over()), &[S::Closed], S::Settled),
    ];
    for (act, from, to) in acts {
        for state in S::VARIANTS {
            let done = act(activity(*state)).map(|activity| activity.state);
            let expected = Err(Refusal::WrongState { state: state.to_string() });
            assert_eq!(done, if from.contains(state) { Ok(to) } else { expected }, "{state} to {to}");
        }
    }
}

#[test]
fn sign_ups_and_rosters_have_their_times() {
    use ActivityState as S;
    for state in S::VARIANTS {
        let activity = activity(*state);
        assert_eq!(activity.check_draft().is_ok(), matches!(state, S::Draft | S::Returned));
        assert_eq!(activity.check_open().is_ok(), matches!(state, S::Recruiting | S::Running));
        assert_eq!(activity.check_recording().is_ok(), matches!(state, S::Running | S::Closed));
    }
}

#[test]
fn nobody_reviews_or_settles_an_activity_of_their_own() {
    let refused = Err(Refusal::ReviewerIsOrganiser);
    assert_eq!(activity(ActivityState::Draft).review(user(24)), refused);
    assert_eq!(activity(ActivityState::Draft).sent_back(user(24), "改期".into()), refused);
    assert_eq!(activity(ActivityState::Closed).settled(reviewer(24), (&[], &[]), over()), refused);
}

#[test]
fn nobody_reviews_what_they_have_changed() {
    let changed = Activity { changed_by: user(23), ..activity(ActivityState::Draft) };
    assert_eq!(changed.clone().review(user(23)), Err(Refusal::ReviewerIsEditor));
    assert_eq!(changed.review(user(22)).unwrap().state, ActivityState::Reviewed);
}

#[test]
fn what_was_sent_back_and_mended_keeps_what_was_to_be_mended() {
    let back = activity(ActivityState::Draft).sent_back(user(23), "写明集合地点".into()).unwrap();
    let mended = back.changed(user(24)).unwrap();
    assert_eq!((mended.state, mended.changed_by), (ActivityState::Draft, user(24)));
    assert_eq!(mended.return_reason.as_deref(), Some("写明集合地点"));
    assert_eq!(mended.review(user(23)).unwrap().state, ActivityState::Reviewed);
}

#[test]
fn nobody_settles_a_roster_they_wrote_or_stand_in() {
    let settle =
        |one| activity(ActivityState::Closed).settled(reviewer(23), (&[], &[attended(48, 24), one]), over());
    assert_eq!(settle(attended(49, 23)), Err(Refusal::ReviewerIsRecorder));
    assert_eq!(settle(attended(47, 24)), Err(Refusal::ReviewerInRoster));
    assert!(settle(attended(49, 24)).is_ok());
    for by_hand in [[Some(user(23)), None], [None, Some(user(23))]] {
        let refused = settle(Attended { checked_by: by_hand, ..attended(49, 24) });
        assert_eq!(refused, Err(Refusal::ReviewerIsRecorder));
    }
}

#[test]
fn nothing_is_settled_while_a_shift_is_not_recorded() {
    let (first, second) =
        (shift(NOW, 60), Shift { recorded_at: None, ..shift(NOW + Duration::hours(1), 60) });
    let settle = |shifts: &[Shift]| {
        activity(ActivityState::Closed).settled(reviewer(23), (shifts, &[attended(49, 24)]), over())
    };
    let refused = Err(Refusal::ShiftNotRecorded { shift: second.id, starts_at: second.starts_at });
    assert_eq!(settle(&[first.clone(), second]), refused);
    assert!(settle(&[first]).is_ok());
}

#[test]
fn nothing_is_settled_before_the_last_shift_is_over() {
    let early = over() - Duration::seconds(1);
    let refused = activity(ActivityState::Closed).settled(reviewer(23), (&[], &[]), early);
    assert_eq!(refused, Err(Refusal::ShiftNotOver { ends_at: over() }));
}

#[test]
fn a_settled_activity_knows_when() {
    let settled = activity(ActivityState::Closed).settled(reviewer(23), (&[], &[]), over()).unwrap();
    assert_eq!(settled.settled_at, Some(over()));
}
