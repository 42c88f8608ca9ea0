//! `GET /statements/{id}`: a closed statement.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{Connection, statements};
use linli_domain::ids::{CommunityId, StatementId};

use super::json::StatementWithDispute;
use super::list::closed;
use crate::app::App;
use crate::auth::{By, MerchantsOrDesk, Roles};
use crate::problem::{Kind, Problem};

/// A closed statement
///
/// With what was said to it. Its lines: `GET /stores/{id}/statement` with its month.
#[utoipa::path(
    tag = "statements",
    params(("id" = StatementId, Path)),
    responses((status = 200, body = StatementWithDispute)),
    extensions(("x-roles" = json!(MerchantsOrDesk::ALLOWED))),
)]
#[get("/statements/{id}")]
pub async fn get_statement(
    by: By<MerchantsOrDesk>,
    id: Path<StatementId>,
    app: Data<App>,
) -> Result<Json<StatementWithDispute>, Problem> {
    let shown = show(&mut *app.connection().await?, by.community(), *id).await?;
    if !by.principal.may_see_store(shown.statement.store_id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    Ok(Json(shown))
}

/// The statement as it stands.
///
/// # Errors
/// `not-found`.
pub(super) async fn show(
    connection: &mut Connection,
    community: CommunityId,
    id: StatementId,
) -> Result<StatementWithDispute, Problem> {
    let standing = statements::find(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    let disputed_lines = statements::disputed_lines(connection, community, id).await?;
    Ok(StatementWithDispute { statement: closed(standing)?, disputed_lines })
}
