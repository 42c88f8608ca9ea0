//! `GET /residents.xlsx`: the list of residents as a workbook.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use linli_db::{Connection, Slice, residents, transaction};
use linli_domain::Refusal;
use linli_domain::ids::{BuildingId, GridId, HouseholdId, ImportId};
use linli_domain::residents::ResidentState;
use linli_domain::statements::WORKBOOK_LINES;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::IntoParams;

use super::list::lapsing;
use super::workbook::{Line, make};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::input::{Day, Params, Text, days_between};
use crate::problem::{Kind, Problem};
use crate::workbook::{WORKBOOK, send};

/// Which residents; as `GET /residents` has them.
#[derive(Deserialize, Serialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ResidentWorkbookParams {
    /// The beginning of a name, of a given name, of pinyin initials (`wxm`), of the last four digits of the phone, or
    /// of a card code.
    search: Option<Text<1, 40>>,
    /// Of this household.
    household_id: Option<HouseholdId>,
    /// Of this building.
    building_id: Option<BuildingId>,
    /// Of this grid.
    grid_id: Option<GridId>,
    /// Of this standing.
    state: Option<ResidentState>,
    /// Who came by this import.
    import_id: Option<ImportId>,
    /// Who did something from this day of the community on that was accepted.
    from: Option<Day>,
    /// Who did something up to this day that was accepted.
    until: Option<Day>,
    /// Whose points lapse from today on up to this day, unless they are spent.
    lapsing_until: Option<Day>,
}

/// Residents as a workbook
///
/// What `GET /residents` shows with the same filters, with addresses, phone numbers masked alike. Up to 20,000 residents. Who
/// exported which of them is kept in the audit log.
#[utoipa::path(
    tag = "residents",
    params(ResidentWorkbookParams),
    responses((status = 200, content_type = WORKBOOK, body = Vec<u8>)),
    extensions(("x-roles" = json!(Guides::ALLOWED)), ("x-problems" = json!([Kind::ListTooLong]))),
)]
#[get("/residents.xlsx")]
pub async fn export_residents(
    by: By<Guides>,
    Params(params): Params<ResidentWorkbookParams>,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let mut connection = app.connection().await?;
    let asked = json!(params);
    let filter = residents::Filter {
        search: params.search.map(String::from),
        household: params.household_id,
        building: params.building_id,
        grid: params.grid_id,
        state: params.state,
        import: params.import_id,
        active: days_between(params.from, params.until),
        lapsing: lapsing(&mut connection, &by, params.lapsing_until).await?,
    };
    let lines = transaction(&mut connection, async |connection| {
        export(connection, &by.acting(), (&filter, asked)).await
    });
    let lines = lines.await?;
    drop(connection);
    send("residents", move || make(&lines)).await
}

/// What a filter lets through; nobody has it without a line in the audit log.
async fn export(
    connection: &mut Connection,
    acting: &Acting,
    (filter, asked): (&residents::Filter, serde_json::Value),
) -> Result<Vec<Line>, Problem> {
    let all = Slice { after: None, limit: WORKBOOK_LINES };
    let found = residents::list(connection, acting.community, filter, &all).await?;
    if found.next.is_some() {
        return Err(Refusal::ListTooLong { most: WORKBOOK_LINES }.into());
    }
    let exported = json!({ "filter": asked, "residents": found.items.len() });
    let change = Change::made("community.export_residents", &exported);
    acting.audit(connection, acting.community, change).await?;
    Ok(found.items)
}
