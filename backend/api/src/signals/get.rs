//! `GET /signals/{id}`: a signal with what is behind it.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{confirmations, signals};
use linli_domain::ids::SignalId;

use super::json::{SignalJson, SignalWithRows};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::communities::own_community;
use crate::confirmations::{ConfirmationJson, FailedConfirmationJson};
use crate::problem::Problem;

/// How many rows behind a signal are shown.
const SHOWN: i64 = 200;

/// A signal of abuse
///
/// With the confirmations, or the failed ones, that are behind it.
#[utoipa::path(
    tag = "signals",
    params(("id" = SignalId, Path)),
    responses((status = 200, body = SignalWithRows)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/signals/{id}")]
pub async fn get_signal(
    by: By<Desk>,
    id: Path<SignalId>,
    app: Data<App>,
) -> Result<Json<SignalWithRows>, Problem> {
    let mut connection = app.connection().await?;
    let found = signals::find(&mut connection, by.community(), *id).await?;
    let listed = found.ok_or_else(Problem::not_found)?;
    let window = own_community(&mut connection, by.community()).await?.undo_window();
    let used = confirmations::behind(&mut connection, by.community(), *id, SHOWN).await?;
    let failed = confirmations::failed_behind(&mut connection, by.community(), *id, SHOWN).await?;
    Ok(Json(SignalWithRows {
        signal: SignalJson::from(listed),
        confirmations: used.iter().map(|(one, whole)| ConfirmationJson::new(one, whole, window)).collect(),
        failed_confirmations: failed
            .into_iter()
            .map(FailedConfirmationJson::try_from)
            .collect::<Result<_, _>>()?,
    }))
}
