//! `GET /figures`: the programme's figures of a period, against the period before.

use actix_web::get;
use actix_web::web::{Data, Json};
use chrono::NaiveDate;
use linli_db::figures;
use linli_domain::calendar::{DaySpan, Period};
use linli_domain::figures::Step;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::FiguresJson;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::communities::own_community;
use crate::input::{Day, Params};
use crate::problem::Problem;

/// Which period.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct FiguresParams {
    /// Its first day; the first of the month of its last day unless given.
    from: Option<Day>,
    /// Its last day, which is part of it; today unless given.
    until: Option<Day>,
    /// Into which steps it is cut; by days up to 31 of them, by weeks up to 26, by months beyond unless given.
    by: Option<Step>,
}

impl FiguresParams {
    fn span(&self, today: NaiveDate) -> Result<DaySpan, Problem> {
        let last = self.until.map_or(today, Day::get);
        let first = self.from.map_or_else(|| Period::Month.start(last), Day::get);
        DaySpan::between(first, last).map_err(|fault| Problem::field("until", fault.to_string()))
    }
}

/// Figures of a period
///
/// Of 366 days at most, each beside that of a period before. A month, a quarter or a year, whole or from its beginning on, is held
/// against the same days of the one before; any other days against as many directly before. Days are the community's.
#[utoipa::path(
    tag = "figures",
    params(FiguresParams),
    responses((status = 200, body = FiguresJson)),
    extensions(("x-roles" = json!(Guides::ALLOWED))),
)]
#[get("/figures")]
pub async fn get_figures(
    by: By<Guides>,
    Params(params): Params<FiguresParams>,
    app: Data<App>,
) -> Result<Json<FiguresJson>, Problem> {
    let mut connection = app.connection().await?;
    let community = own_community(&mut connection, by.community()).await?;
    let today = community.day_of(by.now);
    let span = params.span(today)?;
    let step = params.by.unwrap_or_else(|| Step::fitting(span));
    let figures = figures::of_period(&mut connection, &community, span, today).await?;
    let steps = figures::by_steps(&mut connection, &community, (span, step)).await?;
    Ok(Json(FiguresJson::new((span, today), &figures, (step, &steps))))
}
