//! Many lines at once.

use linli_db::audit::{self, Entry};
use linli_domain::ids::{AuditEntryId, CommunityId, UserId};
use linli_tests::TestApp;
use serde_json::json;
use uuid::Uuid;

#[tokio::test]
async fn a_statement_takes_more_lines_than_postgresql_takes_parameters() {
    let app = TestApp::start().await;
    let (community, actor) = (CommunityId::new(app.a.id(1)), UserId::new(app.a.id(22)));
    let line = |number: u128| Entry {
        id: AuditEntryId::new(Uuid::from_u128(number)),
        at: app.clock.now(),
        actor: number.is_multiple_of(2).then_some(actor),
        on_behalf_of: None,
        action: "resident.change".to_owned(),
        subject_kind: "resident".to_owned(),
        subject: app.a.id(49),
        before: None,
        after: Some(json!({"number": number.to_string()})),
        request: None,
        address: Some("127.0.0.1".to_owned()),
    };
    let mut connection = app.database.connect().await;
    audit::insert_all(&mut connection, community, (1..=6000).map(line).collect()).await.unwrap();
    audit::insert_all(&mut connection, community, Vec::new()).await.unwrap();
    let alike =
        "SELECT count(*) FROM audit_entries WHERE (actor_id IS NULL) = ((after ->> 'number')::int % 2 = 1)
        AND before IS NULL AND address = '127.0.0.1'";
    assert_eq!(app.database.number(alike).await, 6000);
}
