//! `POST /imports`: importing a sheet, all of it or nothing.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use linli_db::{Connection, expect_many, imports};
use linli_domain::ids::ResidentId;
use linli_domain::imports::{Balances, Import};
use linli_domain::ledger::Posting;
use serde_json::json;

use super::file::{Workbook, read};
use super::json::{ImportJson, NewImportParams};
use super::plan::{Plan, plan};
use super::residents::register;
use super::workbook::Sheet;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{self, Reply, Upload};
use crate::input::Params;
use crate::ledger::{lapse_of_today, post_all};
use crate::problem::Problem;

/// Import residents or opening balances
///
/// All of the sheet or, if anything is wrong with it, nothing: the problem names the first hundred places, and
/// `/import-previews` a thousand. Households that are not there yet are made in their buildings; residents without a member
/// card in the sheet get one. Balances go to who has the member card, or the phone and the name, once for each resident, and
/// nobody brings along a balance of their own.
#[utoipa::path(
    tag = "imports",
    params(NewImportParams),
    request_body(
        content = Workbook,
        content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    responses((status = 201, body = ImportJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[post("/imports")]
pub async fn create_import(
    by: By<Desk>,
    request: HttpRequest,
    upload: Upload<command::Workbook>,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let Params(params) = Params::<NewImportParams>::of(&request)?;
    let own = by.principal.resident;
    let work = async |connection: &mut Connection, acting: &Acting, sheet: &Sheet| {
        let import = bring_in(connection, acting, (&params, own), sheet).await?;
        let shown = ImportJson::from((import, by.principal.name.clone(), None));
        Reply::created(format!("/api/v1/imports/{}", shown.id), &shown)
    };
    upload.run(&app, &by, async |file| read(file, params.kind).await, work).await
}

/// Imports a sheet; the number of statements does not grow with its lines.
pub(crate) async fn bring_in(
    connection: &mut Connection,
    acting: &Acting,
    (params, own): (&NewImportParams, Option<ResidentId>),
    sheet: &Sheet,
) -> Result<Import, Problem> {
    expect_many(connection).await?;
    let plan = plan(connection, acting, (params.kind, sheet, own), true).await?.whole()?;
    let import = Import {
        id: acting.id(),
        kind: params.kind,
        file_name: params.file_name.as_str().to_owned(),
        made: plan.made(),
        actor: acting.user()?,
        made_at: acting.now,
        reversal: None,
    };
    imports::insert(connection, acting.community, &import).await?;
    match plan {
        Plan::Residents(newcomers, known) => {
            register(connection, acting, &import, (newcomers, known)).await?;
        }
        Plan::Balances(balances) => open(connection, acting, &import, (&balances, own)).await?,
    }
    let after = json!({ "kind": import.kind, "file_name": import.file_name, "made": import.made });
    acting.audit(connection, import.id, Change::made("import.create", &after)).await?;
    Ok(import)
}

/// Posts the balances, in one call.
async fn open(
    connection: &mut Connection,
    acting: &Acting,
    import: &Import,
    (balances, own): (&Balances, Option<ResidentId>),
) -> Result<(), Problem> {
    let lapse = lapse_of_today(connection, acting).await?;
    let own = linli_db::residents::own(connection, acting.community, own).await?;
    let posting =
        |line: &linli_domain::imports::OpeningLine| line.posting(import, (&own, lapse), acting.id());
    let postings: Vec<Posting> = balances.0.iter().map(posting).collect::<Result<_, _>>()?;
    post_all(connection, acting, postings).await
}
