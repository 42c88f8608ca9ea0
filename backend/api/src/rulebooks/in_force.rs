//! `GET /rulebooks/in-force`: the version in force at a moment.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::rulebooks;
use linli_domain::Refusal;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::RulebookJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::{Moment, Params};
use crate::problem::{Kind, Problem};

/// At which moment.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct InForceParams {
    /// The moment; now unless given.
    at: Option<Moment>,
}

/// The version in force
///
/// There is exactly one at any moment since the first was published.
#[utoipa::path(
    tag = "rulebooks",
    params(InForceParams),
    responses((status = 200, body = RulebookJson)),
    extensions(
        ("x-roles" = json!(Anyone::ALLOWED)),
        ("x-problems" = json!([Kind::NoRulebookInForce])),
    ),
)]
#[get("/rulebooks/in-force")]
pub async fn get_rulebook_in_force(
    by: By<Anyone>,
    Params(params): Params<InForceParams>,
    app: Data<App>,
) -> Result<Json<RulebookJson>, Problem> {
    let at = params.at.map_or(by.now, Moment::get);
    let version = rulebooks::in_force(&mut *app.connection().await?, by.community(), at).await?;
    let version = version.ok_or(Refusal::NoRulebookInForce)?;
    Ok(Json(RulebookJson::from(&version)))
}
