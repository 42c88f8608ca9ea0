//! Races for the one ballot, and for the moment of closing.

use futures::future::{BoxFuture, FutureExt};
use linli_tests::race::{CONTENDERS, race, row, unlocked};
use linli_tests::{Answer, TestApp};
use serde_json::json;

use super::open_poll;

#[tokio::test]
async fn eight_ballots_of_one_resident_at_once_are_one() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    let contenders = (0..CONTENDERS).map(|number| {
        let (poll, who) = (&poll, &app.a.resident);
        async move { poll.vote(who, &[number % 3, (number + 1) % 3], json!({})).await }
    });
    for answer in race(&app, &row("wish_polls", poll.id), contenders).await {
        answer.ok();
    }
    assert_eq!(app.a.resident.get(&poll.path).await.ok()["ballots"], 1);
    assert_eq!(app.database.number("SELECT count(*) FROM wish_choices").await, 2);
}

#[tokio::test]
async fn without_the_turns_eight_would_vote_for_one_and_the_key_lets_one_through() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    let (community, resident, user) = (app.a.id(1), app.a.id(47), app.a.id(27));
    let write = format!(
        "INSERT INTO wish_ballots VALUES ('{community}', '{}', '{resident}', 'youth', NULL, '{user}', now())",
        poll.id
    );
    let read = "SELECT count(*) = 0 AS allowed FROM wish_ballots";
    unlocked(&app, read, |_| write.clone()).await.caught_by("wish_ballots_pk", 1);
}

#[tokio::test]
async fn who_votes_while_the_poll_is_closed_is_counted_or_told() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    let close = format!("{}/close", poll.path);
    let contenders = (0..5).map(|number| -> BoxFuture<'_, Answer> {
        match [44, 47, 48, 49].get(number) {
            Some(resident) => poll.vote_for(&app, *resident, &[0]).boxed(),
            None => app.a.staff.post(&close, json!({})).boxed(),
        }
    });
    let mut answers = race(&app, &row("wish_polls", poll.id), contenders).await;
    let closed = answers.pop().unwrap().ok();
    let counted = answers.into_iter().filter(|answer| {
        let told = answer.status == 409 && answer.json["kind"] == "wish-poll-not-open";
        assert!(told || answer.status == 200, "{}", answer.text);
        !told
    });
    let counted = i64::try_from(counted.count()).unwrap();
    assert_eq!(closed["ballots"], counted, "nobody is added to what closing has told");
    let result = app.a.resident.get(&format!("{}/result", poll.path)).await.ok();
    assert_eq!(result["candidates"][0]["votes"]["total"], counted);
}

/// No constraint knows that a poll is over: nothing but the lock keeps votes out.
#[tokio::test]
async fn without_the_lock_ballots_are_cast_after_the_poll_was_closed() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    let (community, user) = (app.a.id(1), app.a.id(27));
    let write = |contender: usize| match [44, 47, 48, 49].get(contender.wrapping_sub(4)) {
        Some(resident) => format!(
            "INSERT INTO wish_ballots VALUES ('{community}', '{}', '{}', 'youth', NULL, '{user}', now())",
            poll.id,
            app.a.id(*resident)
        ),
        None => format!("UPDATE wish_polls SET closed_at = opens_at WHERE id = '{}'", poll.id),
    };
    let read = format!("SELECT closed_at IS NULL AS allowed FROM wish_polls WHERE id = '{}'", poll.id);
    unlocked(&app, &read, write).await.caught_by_nothing();
}
