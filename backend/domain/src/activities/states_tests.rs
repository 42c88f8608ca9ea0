//! The way of an activity from its proposal to its settlement.

use chrono::{DateTime, Duration, Utc};
use strum::VariantArray;
use uuid::Uuid;

use super::{Activity, ActivityState, Beneficiary, Category, Recruit, Shift};
use crate::Refusal;
use crate::ids::{ActivityId, ShiftId, TeamId, UserId};

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
        rule_code: "CLEAN".into(),
        recruit: Recruit::Open,
        state,
        starts_at: NOW,
        ends_at: NOW + Duration::hours(2),
        settled_at: None,
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
    }
}

fn user(number: u128) -> UserId {
    UserId::new(Uuid::from_u128(number))
}

type Act = fn(Activity) -> Result<Activity, Refusal>;

#[test]
fn each_act_has_the_states_it_can_be_done_in() {
    use ActivityState as S;
    let acts: [(Act, &[S], S); 6] = [
        (|a| a.review(user(23)), &[S::Draft], S::Reviewed),
        (Activity::recruit, &[S::Reviewed], S::Recruiting),
        (Activity::start, &[S::Recruiting], S::Running),
        (Activity::close, &[S::Running], S::Closed),
        (Activity::cancel, &[S::Draft, S::Reviewed, S::Recruiting, S::Running], S::Cancelled),
        (|a| a.settled(user(23), NOW), &[S::Closed], S::Settled),
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
        assert_eq!(activity.check_draft().is_ok(), *state == S::Draft);
        assert_eq!(activity.check_open().is_ok(), matches!(state, S::Recruiting | S::Running));
        assert_eq!(activity.check_recording().is_ok(), matches!(state, S::Running | S::Closed));
    }
}

#[test]
fn nobody_reviews_or_settles_an_activity_of_their_own() {
    let refused = Err(Refusal::ReviewerIsOrganiser);
    assert_eq!(activity(ActivityState::Draft).review(user(24)), refused);
    assert_eq!(activity(ActivityState::Closed).settled(user(24), NOW), refused);
}

#[test]
fn a_settled_activity_knows_when() {
    let settled = activity(ActivityState::Closed).settled(user(23), NOW).unwrap();
    assert_eq!(settled.settled_at, Some(NOW));
}
