//! `post`: one call, one or a thousand transfers, a status for each.

use futures::future::join_all;
use linli_domain::ids::ResidentId;
use linli_domain::ledger::{Posting, PostingStatus};
use linli_tests::TestApp;
use uuid::Uuid;

use super::{balance, deducted, earned, post, resident, reversing};
use PostingStatus::{AlreadyReversed, NoAccount, NotEnough, Posted};

#[tokio::test]
async fn a_thousand_postings_of_one_call_have_a_status_each_in_order() {
    let app = TestApp::start().await;
    let residents = [44, 47, 48, 49].map(|number| resident(&app, number));
    let stranger = ResidentId::new(Uuid::now_v7());
    let posting = |place: usize| -> (Posting, PostingStatus) {
        let of = residents[place % 4];
        match place % 10 {
            0 => (deducted(of, 100_000), NotEnough),
            1 => (earned(&app, stranger, 1), NoAccount),
            2 => (deducted(stranger, 1), NoAccount),
            _ => (earned(&app, of, 3), Posted),
        }
    };
    let (postings, expected): (Vec<_>, Vec<_>) = (0..1_000).map(posting).unzip();
    assert_eq!(post(&app, &postings).await, expected);
    let mut total = 0;
    for of in residents {
        total += balance(&app, of).await.0;
    }
    assert_eq!(total, 4 * 100 + 700 * 3);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_debit_that_would_overdraw_and_later_ones_are_refused_and_others_posted() {
    let app = TestApp::start().await;
    let (one, other) = (resident(&app, 47), resident(&app, 49));
    let postings = [
        deducted(one, 60),
        deducted(one, 50),
        deducted(other, 100),
        earned(&app, one, 30),
        deducted(one, 1),
        deducted(other, 1),
    ];
    let statuses = post(&app, &postings).await;
    assert_eq!(statuses, [Posted, NotEnough, Posted, Posted, NotEnough, NotEnough]);
    assert_eq!((balance(&app, one).await, balance(&app, other).await), ((70, 0), (0, 0)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn points_that_come_first_in_a_call_can_be_taken_in_it() {
    let app = TestApp::start().await;
    let one = resident(&app, 47);
    let statuses = post(&app, &[earned(&app, one, 50), deducted(one, 150)]).await;
    assert_eq!(statuses, [Posted, Posted]);
    assert_eq!(balance(&app, one).await, (0, 0));
}

#[tokio::test]
async fn a_transfer_is_reversed_once_in_one_call_as_in_two() {
    let app = TestApp::start().await;
    let award = earned(&app, resident(&app, 47), 5);
    post(&app, std::slice::from_ref(&award)).await;
    let statuses = post(&app, &[reversing(&award), reversing(&award)]).await;
    assert_eq!(statuses, [Posted, AlreadyReversed]);
    assert_eq!(post(&app, &[reversing(&award)]).await, [AlreadyReversed]);
    assert_eq!(balance(&app, resident(&app, 47)).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn of_eight_reversals_at_once_one_is_posted() {
    let app = TestApp::start().await;
    let award = earned(&app, resident(&app, 47), 5);
    post(&app, std::slice::from_ref(&award)).await;
    let reversals = [(); 8].map(|()| [reversing(&award)]);
    let statuses = join_all(reversals.iter().map(|reversal| post(&app, reversal))).await.concat();
    assert_eq!(statuses.iter().filter(|status| **status == Posted).count(), 1);
    assert_eq!(statuses.iter().filter(|status| **status == AlreadyReversed).count(), 7);
    assert_eq!(balance(&app, resident(&app, 47)).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn wallets_named_in_opposite_orders_do_not_wait_for_one_another_for_ever() {
    let app = TestApp::start().await;
    let residents = [44, 47, 48, 49].map(|number| resident(&app, number));
    let call = |turn: usize| -> Vec<Posting> {
        let mut order: Vec<ResidentId> = residents.repeat(10);
        order.rotate_left(turn % 4);
        if turn % 2 == 1 {
            order.reverse();
        }
        order.into_iter().map(|of| earned(&app, of, 1)).collect()
    };
    let calls: Vec<_> = (0..8).map(call).collect();
    let statuses = join_all(calls.iter().map(|call| post(&app, call))).await.concat();
    assert!(statuses.iter().all(|status| *status == Posted));
    assert_eq!(balance(&app, resident(&app, 47)).await, (180, 0));
    assert_eq!(app.drift(&app.a).await, []);
}
