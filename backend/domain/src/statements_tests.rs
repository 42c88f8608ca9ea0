//! When months close, and what may be said to them then.

use chrono::{DateTime, Duration, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::{Answer, Settlement, Statement, StatementState, StatementTotals};
use crate::Refusal;
use crate::calendar::Month;
use crate::communities::Community;
use crate::communities::tests::community;
use crate::ids::{StatementId, StoreId, UserId};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn user(number: u128) -> UserId {
    UserId::new(Uuid::from_u128(number))
}

fn closed() -> Statement {
    Statement {
        id: StatementId::new(Uuid::nil()),
        store: StoreId::new(Uuid::nil()),
        month: month("2026-03"),
        span: (at("2026-02-28T16:00:00Z"), at("2026-03-31T16:00:00Z")),
        totals: StatementTotals::default(),
        state: StatementState::Closed,
        closed_at: at("2026-04-02T00:00:00Z"),
        closed_by: None,
        answer: None,
        settlement: None,
    }
}

fn says(dispute: Option<&str>) -> Answer {
    Answer { by: user(1), at: at("2026-04-03T00:00:00Z"), dispute: dispute.map(str::to_owned) }
}

fn settlement(by: u128) -> Settlement {
    Settlement { by: user(by), at: at("2026-04-04T00:00:00Z"), note: "已核实".to_owned() }
}

#[test]
fn a_month_can_be_closed_when_nothing_in_it_can_be_undone_any_more() {
    let hour = Community { undo_window_minutes: 0, ..community() };
    assert_eq!(hour.closable_at(month("2026-03")), at("2026-03-31T17:00:00Z"));
    let day = Community { undo_window_minutes: 1440, ..community() };
    let closable_at = at("2026-04-01T16:00:00Z");
    assert_eq!(day.closable_at(month("2026-03")), closable_at);
    let early = day.check_closable(month("2026-03"), closable_at - Duration::seconds(1));
    assert_eq!(early, Err(Refusal::MonthNotClosable { closable_at }));
    assert_eq!(day.check_closable(month("2026-03"), closable_at), Ok(()));
}

#[test]
fn the_program_closes_it_some_days_into_the_next_month() {
    let five = Community { statement_days: 5, ..community() };
    assert_eq!(five.closes_at(month("2026-03")), at("2026-04-05T16:00:00Z"));
    assert_eq!(five.last_due(at("2026-04-05T15:59:59Z")), month("2026-02"));
    assert_eq!(five.last_due(at("2026-04-05T16:00:00Z")), month("2026-03"));
    let one = Community { statement_days: 1, undo_window_minutes: 1440, ..community() };
    assert_eq!(one.closes_at(month("2026-03")), at("2026-04-01T16:00:00Z"));
}

#[test]
fn the_partner_answers_once() {
    let agreed = closed().answered(says(None)).unwrap();
    assert_eq!(agreed.state, StatementState::Agreed);
    let refused = Err(Refusal::WrongState { state: "agreed".to_owned() });
    assert_eq!(agreed.clone().answered(says(Some("少了一笔"))), refused);
    assert_eq!(agreed.settled(settlement(2)), refused);
}

#[test]
fn a_dispute_is_settled_once_and_by_somebody_else() {
    let disputed = closed().answered(says(Some("少了一笔"))).unwrap();
    assert_eq!(disputed.state, StatementState::Disputed);
    assert_eq!(disputed.clone().settled(settlement(1)), Err(Refusal::OwnDispute));
    let settled = disputed.settled(settlement(2)).unwrap();
    assert_eq!(settled.state, StatementState::Settled);
    let refused = Err(Refusal::WrongState { state: "settled".to_owned() });
    assert_eq!(settled.clone().settled(settlement(2)), refused);
    assert_eq!(settled.answered(says(None)), refused);
}

#[test]
fn nobody_settles_what_was_not_disputed() {
    let refused = Err(Refusal::WrongState { state: "closed".to_owned() });
    assert_eq!(closed().settled(settlement(2)), refused);
}

proptest! {
    #[test]
    fn what_the_program_closes_can_be_closed_and_nothing_is_left_over(
        hours in 0_i64..30_000, window in 0_i32..=1440, days in 1_i32..=28,
    ) {
        let community =
            Community { undo_window_minutes: window, statement_days: days, ..community() };
        let now = at("2026-01-15T00:00:00Z") + Duration::hours(hours);
        let last = community.last_due(now);
        prop_assert!(community.closes_at(last) <= now && now < community.closes_at(last.next()));
        prop_assert_eq!(community.check_closable(last, now), Ok(()));
    }
}
