//! `POST /notices/read`: taking note of all there is.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, notices, residents};
use linli_domain::ids::{NoticeId, ResidentId};
use serde_json::json;

use super::json::{NoticesRead, ReadNotices};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::problem::Problem;

/// Mark all notices as read
///
/// Up to the one that is named: what came after it was not seen yet. By the resident, or by the desk that has told the
/// resident.
#[utoipa::path(
    tag = "notices",
    request_body = ReadNotices,
    responses((status = 200, body = NoticesRead)),
    extensions(("x-roles" = json!(ResidentOrDesk::ALLOWED))),
)]
#[post("/notices/read")]
pub async fn read_all_notices(
    by: By<ResidentOrDesk>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &ReadNotices| {
        let resident = by.resident(body.resident_id)?;
        let acting = acting.clone().on_behalf_of(by.in_place_of(resident));
        Reply::ok(&read_all(connection, &acting, (resident, body.up_to)).await?)
    });
    done.await
}

/// Takes note of a resident's notices, of all unless up to one.
pub(crate) async fn read_all(
    connection: &mut Connection,
    acting: &Acting,
    (resident, up_to): (ResidentId, Option<NoticeId>),
) -> Result<NoticesRead, Problem> {
    let known = residents::find(connection, acting.community, resident).await?;
    known.ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    if let Some(up_to) = up_to {
        let seen = notices::lock(connection, acting.community, up_to).await?;
        seen.filter(|seen| seen.resident == resident).ok_or_else(|| Problem::unknown_reference("up_to"))?;
    }
    let of = (resident, up_to);
    let read = notices::read_all(connection, acting.community, of, acting.now).await?;
    acting.audit(connection, resident, Change::made("notice.read_all", &json!({ "read": read }))).await?;
    Ok(NoticesRead { read })
}
