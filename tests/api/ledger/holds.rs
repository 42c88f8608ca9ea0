//! `hold`, capture and `release`.

use futures::future::join_all;
use linli_domain::ids::{HoldId, ResidentId};
use linli_domain::ledger::{Posting, PostingStatus};
use linli_tests::TestApp;
use uuid::Uuid;

use super::{balance, capturing, deducted, held, hold, parts, post, release, resident};
use PostingStatus::{Held, NoAccount, NotEnough, NotHeld, Posted, Released};

#[tokio::test]
async fn what_is_held_cannot_be_held_or_taken_again() {
    let app = TestApp::start().await;
    let of = resident(&app, 47);
    let requests = [held(of, 70), held(of, 40), held(ResidentId::new(Uuid::now_v7()), 1)];
    assert_eq!(hold(&app, &requests).await, [Held, NotEnough, NoAccount]);
    assert_eq!(balance(&app, of).await, (100, 70));
    assert_eq!(post(&app, &[deducted(of, 31)]).await, [NotEnough]);
    assert_eq!(post(&app, &[deducted(of, 30)]).await, [Posted]);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_hold_is_captured_once_and_then_neither_released_nor_captured() {
    let app = TestApp::start().await;
    let request = held(resident(&app, 47), 70);
    hold(&app, std::slice::from_ref(&request)).await;
    let statuses = post(&app, &[capturing(&request), capturing(&request)]).await;
    assert_eq!(statuses, [Posted, NotHeld]);
    assert_eq!(post(&app, &[capturing(&request)]).await, [NotHeld]);
    assert_eq!(release(&app, &[request.id]).await, [NotHeld]);
    assert_eq!(balance(&app, request.resident).await, (30, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_hold_is_released_once_and_then_not_captured() {
    let app = TestApp::start().await;
    let request = held(resident(&app, 47), 70);
    hold(&app, std::slice::from_ref(&request)).await;
    let unknown = HoldId::new(Uuid::now_v7());
    let statuses = release(&app, &[unknown, request.id, request.id]).await;
    assert_eq!(statuses, [NotHeld, Released, NotHeld]);
    assert_eq!(post(&app, &[capturing(&request)]).await, [NotHeld]);
    assert_eq!(balance(&app, request.resident).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_hold_is_captured_out_of_its_own_wallet_and_whole() {
    let app = TestApp::start().await;
    let request = held(resident(&app, 47), 70);
    hold(&app, std::slice::from_ref(&request)).await;
    let part = Posting { parts: parts(69), ..capturing(&request) };
    let other = Posting { debit: deducted(resident(&app, 49), 1).debit, ..capturing(&request) };
    assert_eq!(post(&app, &[part]).await, [NotHeld]);
    assert_eq!(post(&app, &[other]).await, [NotHeld]);
    assert_eq!(balance(&app, request.resident).await, (100, 70));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn of_captures_and_releases_at_once_one_comes_through() {
    let app = TestApp::start().await;
    let request = held(resident(&app, 47), 70);
    hold(&app, std::slice::from_ref(&request)).await;
    let captures = [(); 4].map(|()| [capturing(&request)]);
    let released = join_all((0..4).map(|_| release(&app, std::slice::from_ref(&request.id))));
    let captured = join_all(captures.iter().map(|capture| post(&app, capture)));
    let (released, captured) = futures::join!(released, captured);
    let statuses = [released.concat(), captured.concat()].concat();
    assert_eq!(statuses.iter().filter(|status| **status == NotHeld).count(), 7);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn of_eight_holds_of_all_the_points_one_is_placed() {
    let app = TestApp::start().await;
    let requests = [(); 8].map(|()| [held(resident(&app, 47), 100)]);
    let statuses = join_all(requests.iter().map(|request| hold(&app, request))).await.concat();
    assert_eq!(statuses.iter().filter(|status| **status == Held).count(), 1);
    assert_eq!(statuses.iter().filter(|status| **status == NotEnough).count(), 7);
    assert_eq!(app.drift(&app.a).await, []);
}
