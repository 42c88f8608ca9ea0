//! What wish polls decide.

use chrono::{DateTime, Duration, TimeZone, Utc};
use proptest::prelude::{Just, prop, prop_assert_eq, proptest};
use uuid::Uuid;

use super::{Vote, Votes, WishCandidate, WishPoll, WishPollState, group_of};
use crate::Refusal;
use crate::ids::{UserId, WishCandidateId, WishPollId};
use crate::residents::ResidentState;
use crate::residents::tests::resident;
use crate::rewards::AgeGroup;

fn at(hour: i64) -> DateTime<Utc> {
    Utc.timestamp_opt(1_764_000_000, 0).unwrap() + Duration::hours(hour)
}

fn candidate(number: u128) -> WishCandidateId {
    WishCandidateId::new(Uuid::from_u128(number))
}

/// Open from hour 1 to hour 9, two of three.
fn poll() -> WishPoll {
    let one = |number: u128| WishCandidate {
        id: candidate(number),
        name: format!("物品{number}"),
        age_group: AgeGroup::All,
    };
    WishPoll {
        id: WishPollId::new(Uuid::nil()),
        title: "冬季采购".to_owned(),
        choices: 2,
        opens_at: at(1),
        closes_at: at(9),
        closed_at: None,
        candidates: (1..=3).map(one).collect(),
    }
}

fn vote(hour: i64, numbers: &[u128], suggestion: Option<&str>) -> Result<usize, Refusal> {
    let vote = Vote {
        candidates: numbers.iter().map(|number| candidate(*number)).collect(),
        suggestion: suggestion.map(str::to_owned),
    };
    let (voter, by) = (resident(ResidentState::Active), UserId::new(Uuid::nil()));
    let ballot = poll().ballot(&voter, vote, by, (at(hour).date_naive(), at(hour)))?;
    assert_eq!(ballot.age_group, Some(AgeGroup::Youth));
    Ok(ballot.candidates.len())
}

fn place<T: std::fmt::Debug>(refused: Result<T, Refusal>) -> &'static str {
    match refused {
        Err(Refusal::WishPollInvalid { place, .. }) => place,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_poll_is_open_from_its_first_moment_to_before_its_last() {
    let states = [0, 1, 8, 9].map(|hour| poll().state(at(hour)));
    use WishPollState::{Closed, Open, Upcoming};
    assert_eq!(states, [Upcoming, Open, Open, Closed]);
    let early = poll().closed(at(5)).unwrap();
    assert_eq!((early.state(at(4)), early.state(at(5))), (Closed, Closed));
    assert_eq!(early.closed(at(6)), Err(Refusal::WrongState { state: "closed".to_owned() }));
}

#[test]
fn a_ballot_names_as_many_as_the_poll_allows_and_counts_only_while_it_is_open() {
    assert_eq!((vote(1, &[1, 3], None), vote(8, &[2], Some("象棋"))), (Ok(2), Ok(1)));
    assert_eq!(vote(5, &[], Some("象棋")), Ok(0));
    for wrong in [&[1, 2, 3][..], &[1, 1], &[4], &[]] {
        assert_eq!(place(vote(5, wrong, None)), "candidate_ids", "{wrong:?}");
    }
    for hour in [0, 9] {
        let refusal = Refusal::WishPollNotOpen { opens_at: at(1), closes_at: at(9) };
        assert_eq!(vote(hour, &[1], None), Err(refusal));
    }
}

#[test]
fn who_has_moved_away_has_no_vote() {
    let vote = Vote { candidates: vec![candidate(1)], suggestion: None };
    let (gone, by) = (resident(ResidentState::MovedOut), UserId::new(Uuid::nil()));
    let ballot = poll().ballot(&gone, vote, by, (at(2).date_naive(), at(2)));
    assert_eq!(ballot, Err(Refusal::ResidentNotActive));
}

#[test]
fn a_poll_makes_sense() {
    assert!(poll().checked(at(0)).is_ok());
    assert_eq!(place(poll().checked(at(9))), "closes_at");
    assert_eq!(place(WishPoll { opens_at: at(9), ..poll() }.checked(at(0))), "closes_at");
    assert_eq!(place(WishPoll { closes_at: at(9_000), ..poll() }.checked(at(0))), "closes_at");
    assert_eq!(place(WishPoll { choices: 4, ..poll() }.checked(at(0))), "choices");
    let mut twice = poll();
    twice.candidates[1].name = twice.candidates[0].name.clone();
    assert_eq!(place(twice.checked(at(0))), "candidates");
}

#[test]
fn what_somebody_has_voted_on_stays_but_for_what_is_added() {
    assert_eq!(poll().check_change(0, at(5)), Ok(()));
    assert_eq!(poll().check_change(1, at(5)), Err(Refusal::WishPollHasBallots { ballots: 1 }));
    let new = WishCandidate { id: candidate(9), name: "象棋".to_owned(), age_group: AgeGroup::Seniors };
    assert_eq!(poll().check_candidate(&new, at(5)), Ok(()));
    let taken = WishCandidate { name: "物品1".to_owned(), ..new.clone() };
    assert_eq!(poll().check_candidate(&taken, at(5)), Err(Refusal::NameTaken { name: "物品1".to_owned() }));
    let over = Refusal::WrongState { state: "closed".to_owned() };
    assert_eq!(poll().check_candidate(&new, at(9)), Err(over));
}

#[test]
fn there_is_a_result_once_it_is_over() {
    assert_eq!(poll().check_result(at(8)), Err(Refusal::WishPollNotClosed { closes_at: at(9) }));
    assert_eq!(poll().check_result(at(9)), Ok(()));
}

#[test]
fn age_groups_begin_at_18_and_45() {
    let groups =
        [2026, 2009, 2008, 1982, 1981, 1930].map(|year| group_of(year, "2026-11-22".parse().unwrap()));
    use AgeGroup::{Children, Seniors, Youth};
    assert_eq!(groups, [Children, Children, Youth, Youth, Seniors, Seniors]);
}

proptest! {
    #[test]
    fn the_groups_of_voters_add_up_to_all_of_them(
        counts in prop::collection::vec(
            (prop::option::of(prop::sample::select(vec![AgeGroup::Children, AgeGroup::Youth, AgeGroup::Seniors])), 0..1_000_i64),
            0..20,
        ),
        none in Just(Votes::default()),
    ) {
        let mut votes = none;
        for (group, count) in &counts {
            votes.add(*group, *count);
        }
        prop_assert_eq!(votes.total, votes.children + votes.youth + votes.seniors + votes.unknown);
        prop_assert_eq!(votes.total, counts.iter().map(|(_, count)| count).sum::<i64>());
    }
}
