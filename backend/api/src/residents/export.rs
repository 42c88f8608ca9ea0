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

use super::workbook::{Line, make};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::communities::own_community;
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
    pub(super) search: Option<Text<1, 40>>,
    /// Of this household.
    pub(super) household_id: Option<HouseholdId>,
    /// Of this building.
    pub(super) building_id: Option<BuildingId>,
    /// Of this grid.
    pub(super) grid_id: Option<GridId>,
    /// Of this standing.
    pub(super) state: Option<ResidentState>,
    /// Who came by this import.
    pub(super) import_id: Option<ImportId>,
    /// Who did something from this day of the community on that was accepted.
    pub(super) from: Option<Day>,
    /// Who did something up to this day that was accepted.
    pub(super) until: Option<Day>,
    /// Whose points lapse from today on up to this day, unless they are spent.
    pub(super) lapsing_until: Option<Day>,
}

impl ResidentWorkbookParams {
    /// The filter, as of today.
    ///
    /// # Errors
    /// If the data base does not answer.
    pub(super) async fn read(
        self,
        connection: &mut Connection,
        by: &By<Guides>,
    ) -> Result<residents::Filter, Problem> {
        let lapsing = match self.lapsing_until {
            Some(until) => {
                let today = own_community(connection, by.community()).await?.day_of(by.now);
                Some((today, until.get()))
            }
            None => None,
        };
        Ok(residents::Filter {
            search: self.search.map(String::from),
            household: self.household_id,
            building: self.building_id,
            grid: self.grid_id,
            state: self.state,
            import: self.import_id,
            active: days_between(self.from, self.until),
            lapsing,
        })
    }
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
    let filter = params.read(&mut connection, &by).await?;
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
