//! `GET /confirmations`: the list of a day or of several, with what it adds up to.

use actix_web::get;
use actix_web::web::{Data, Json};
use chrono::NaiveDate;
use linli_db::confirmations::{DayFilter, list, totals};
use linli_domain::calendar::DaySpan;
use linli_domain::ids::StoreId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::{ConfirmationJson, ConfirmationsOfDays};
use super::stores_of;
use crate::app::App;
use crate::auth::{By, MerchantsOrDesk, Roles};
use crate::communities::own_community;
use crate::input::{Day, Params};
use crate::paging::{Limit, list_of, slice};
use crate::problem::Problem;

/// Which confirmations.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ConfirmationParams {
    /// In this store; in all that the caller sees unless given.
    store_id: Option<StoreId>,
    /// On this day of the community; today unless given.
    day: Option<Day>,
    /// Instead of one day: from this day on, up to `until`; 366 days at most.
    from: Option<Day>,
    /// Up to this day; today unless given.
    until: Option<Day>,
    /// True for those that stand only: neither undone nor corrected.
    standing: Option<bool>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

impl ConfirmationParams {
    fn span(&self, today: NaiveDate) -> Result<DaySpan, Problem> {
        let asked = (self.day.map(Day::get), self.from.map(Day::get), self.until.map(Day::get));
        let (first, last) = match asked {
            (Some(_), Some(_), _) | (Some(_), _, Some(_)) => {
                return Err(Problem::field("day", "某一天和时段只能指明一个"));
            }
            (day, None, None) => (day.unwrap_or(today), day.unwrap_or(today)),
            (None, None, Some(_)) => return Err(Problem::field("from", "请指明从哪一天开始")),
            (None, Some(first), last) => (first, last.unwrap_or(today)),
        };
        DaySpan::between(first, last).map_err(|fault| Problem::field("until", fault.to_string()))
    }
}

/// The confirmations of a day, or of several
///
/// The newest first, with those that were undone unless only those that stand are asked for; the totals are without them.
/// Merchants see their own stores.
#[utoipa::path(
    tag = "confirmations",
    params(ConfirmationParams),
    responses((status = 200, body = ConfirmationsOfDays)),
    extensions(("x-roles" = json!(MerchantsOrDesk::ALLOWED))),
)]
#[get("/confirmations")]
pub async fn list_confirmations(
    by: By<MerchantsOrDesk>,
    Params(params): Params<ConfirmationParams>,
    app: Data<App>,
) -> Result<Json<ConfirmationsOfDays>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let stores = stores_of(&by.principal, params.store_id)?;
    let mut connection = app.connection().await?;
    let community = own_community(&mut connection, by.community()).await?;
    let span = params.span(community.day_of(by.now))?;
    let (from, to) = span.moments(community.timezone);
    let filter = DayFilter { stores, from, to, standing: params.standing.unwrap_or_default() };
    let totals = totals(&mut connection, community.id, &filter).await?.into();
    let page = list(&mut connection, community.id, &filter, &slice).await?;
    let window = community.undo_window();
    let list = list_of(page, |(one, whole)| ConfirmationJson::new(&one, &whole, window));
    Ok(Json(ConfirmationsOfDays { from: span.first(), until: span.last(), totals, list }))
}
