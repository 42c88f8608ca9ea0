//! Between which accounts a transfer may go, and what a reversal may move: the data base refuses anything else.

use linli_db::ledger;
use linli_domain::ledger::{Posting, Side, SystemAccount, TransferCode};
use linli_tests::TestApp;

use super::{balance, community, deducted, earned, parts, post, resident, reversing};
use SystemAccount::{Adjusted, Deducted, Donated, Expired, Issued, Opening, Owed, Spent};

/// Posts, and says the sentence by which the data base refuses it.
async fn refused(app: &TestApp, postings: &[Posting]) -> String {
    let connection = &mut app.database.connect().await;
    let answer = ledger::post(connection, community(app), postings, app.clock.now()).await;
    format!("{:?}", answer.expect_err("it is refused"))
}

#[tokio::test]
async fn each_code_moves_points_between_its_own_accounts_only() {
    let app = TestApp::start().await;
    let (wallet, other) = (Side::Wallet(resident(&app, 47)), Side::Wallet(resident(&app, 49)));
    let unlawful = [
        (TransferCode::Spend, wallet, Side::System(Expired)),
        (TransferCode::Expire, wallet, Side::System(Spent)),
        (TransferCode::Adjust, Side::System(Issued), wallet),
        (TransferCode::Adjust, wallet, other),
        (TransferCode::Deduct, wallet, Side::System(Adjusted)),
        (TransferCode::Opening, Side::System(Issued), wallet),
        (TransferCode::Opening, wallet, Side::System(Opening)),
        (TransferCode::Owe, Side::System(Issued), wallet),
        (TransferCode::Repay, wallet, Side::System(Spent)),
        (TransferCode::Give, wallet, Side::System(Deducted)),
        (TransferCode::Give, Side::System(Issued), Side::System(Donated)),
        (TransferCode::Give, Side::System(Owed), wallet),
    ];
    for (code, debit, credit) in unlawful {
        let posting = Posting { code, debit, credit, ..deducted(resident(&app, 47), 5) };
        let refusal = refused(&app, &[posting]).await;
        assert!(refusal.contains("transfers_accounts_check"), "{code} {debit:?} {credit:?}: {refusal}");
    }
}

#[tokio::test]
async fn one_award_out_of_a_wrong_account_refuses_the_whole_call() {
    let app = TestApp::start().await;
    let of = resident(&app, 47);
    let wrong = Posting { debit: Side::System(Adjusted), ..earned(&app, of, 5) };
    let refusal = refused(&app, &[earned(&app, of, 5), wrong]).await;
    assert!(refusal.contains("transfers_accounts_check: posting 2"), "{refusal}");
    assert_eq!(balance(&app, of).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_reversal_moves_back_what_was_moved_and_nothing_else() {
    let app = TestApp::start().await;
    let award = earned(&app, resident(&app, 47), 5);
    post(&app, std::slice::from_ref(&award)).await;
    let unlike = [
        Posting { credit: Side::System(Spent), ..reversing(&award) },
        Posting { debit: Side::Wallet(resident(&app, 49)), ..reversing(&award) },
        Posting { debit: award.debit, credit: award.credit, ..reversing(&award) },
        Posting { parts: parts(4), ..reversing(&award) },
        Posting { parts: parts(6), ..reversing(&award) },
    ];
    for reversal in unlike {
        let refusal = refused(&app, std::slice::from_ref(&reversal)).await;
        assert!(refusal.contains("transfers_reversal_check"), "{reversal:?}: {refusal}");
    }
    post(&app, &[reversing(&award)]).await;
    assert_eq!(balance(&app, resident(&app, 47)).await, (100, 0));
}

#[tokio::test]
async fn a_reversal_is_not_reversed() {
    let app = TestApp::start().await;
    let award = earned(&app, resident(&app, 47), 5);
    let reversal = reversing(&award);
    post(&app, &[award]).await;
    post(&app, std::slice::from_ref(&reversal)).await;
    let refusal = refused(&app, &[reversing(&reversal)]).await;
    assert!(refusal.contains("transfers_reversal_check"), "{refusal}");
    assert_eq!(balance(&app, resident(&app, 47)).await, (100, 0));
}
