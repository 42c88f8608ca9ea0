//! Codes that are in use already.

use linli_api::{Acting, Ids, Kind};
use linli_db::{Connection, residents};
use linli_domain::codes::Code;
use linli_domain::ids::{CommunityId, HouseholdId};
use linli_domain::residents::{Resident, ResidentState};
use linli_tests::TestApp;

/// The program, whose first code is that of the card of a resident.
async fn first_code_is_in_use(app: &TestApp) -> (Acting, Code) {
    let acting = Acting::program(CommunityId::new(app.a.id(1)), app.clock.now());
    let taken = Ids::seeded(7).code();
    assert!(insert(&mut app.database.connect().await, &acting, &taken).await.unwrap());
    (Acting { ids: Ids::seeded(7), ..acting }, taken)
}

async fn insert(connection: &mut Connection, acting: &Acting, card: &Code) -> Result<bool, linli_db::Error> {
    let household = HouseholdId::new("aaaaaaaa-0000-7000-8000-000000000012".parse().unwrap());
    let ids = Ids::system();
    let resident = Resident {
        id: ids.id(acting.now),
        name: "曾丽".to_owned(),
        birth_year: None,
        phone: None,
        household,
        card: card.clone(),
        state: ResidentState::Active,
    };
    residents::insert(connection, acting.community, &[(resident, ids.id(acting.now))], acting.now).await
}

#[tokio::test]
async fn a_code_that_is_in_use_is_replaced_by_another_one() {
    let app = TestApp::start().await;
    let (acting, taken) = first_code_is_in_use(&app).await;
    let connection = &mut app.database.connect().await;
    let store = async |connection: &mut Connection, card: &Code| insert(connection, &acting, card).await;
    let code = acting.with_new_code(connection, acting.ids.code(), store).await.unwrap();
    assert_ne!(code, taken);
    let found = residents::find_by_card(connection, acting.community, &code).await.unwrap();
    assert_eq!(found.unwrap().name, "曾丽");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn only_codes_that_are_all_in_use_are_a_fault() {
    let app = TestApp::start().await;
    let (acting, taken) = first_code_is_in_use(&app).await;
    let connection = &mut app.database.connect().await;
    let store = async |connection: &mut Connection, _: &Code| insert(connection, &acting, &taken).await;
    let problem = acting.with_new_code(connection, acting.ids.code(), store).await.unwrap_err();
    assert_eq!(problem.kind(), Kind::Internal);
    assert_eq!(app.a.staff.get("/residents").await.items().len(), 5);
}
