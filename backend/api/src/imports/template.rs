//! `GET /import-template`: an empty sheet, so that staff know the columns.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, get};
use linli_domain::codes::Code;
use linli_domain::imports::{Column, ImportKind};
use rust_xlsxwriter::{Color, Format, Workbook as NewWorkbook, XlsxError};
use serde::Deserialize;
use utoipa::IntoParams;

use super::file::Workbook;
use crate::auth::{By, Desk, Roles};
use crate::input::Params;
use crate::problem::{Kind, Problem};

const MEDIA: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Which template.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct TemplateParams {
    /// For what kind of import.
    kind: ImportKind,
}

/// A template for an import
///
/// A workbook with the columns in its first sheet, to be filled in, and an example in the second. A star marks what is required;
/// for balances, the member card is enough, or the phone with the name.
#[utoipa::path(
    tag = "imports",
    params(TemplateParams),
    responses((
        status = 200,
        body = Workbook,
        content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::InvalidInput]))),
)]
#[get("/import-template")]
pub async fn get_import_template(_by: By<Desk>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let Params(TemplateParams { kind }) = Params::of(&request)?;
    let file = template(kind).map_err(Problem::unexpected)?;
    let name = format!("attachment; filename=\"linli-{kind}.xlsx\"");
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, MEDIA))
        .insert_header((CONTENT_DISPOSITION, name))
        .body(file))
}

fn template(kind: ImportKind) -> Result<Vec<u8>, XlsxError> {
    // Text: a phone number or a card is no figure to be rounded.
    let text = Format::new().set_num_format("@");
    let bold = Format::new().set_bold().set_background_color(Color::RGB(0x00E2_EFDA));
    let mut workbook = NewWorkbook::new();
    for name in ["填写 Fill in", "示例 Example"] {
        let sheet = workbook.add_worksheet().set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (place, (column, required)) in (0..).zip(Column::of(kind)) {
            let star = if *required { " *" } else { "" };
            sheet.set_column_width(place, 20)?.set_column_format(place, &text)?;
            sheet.write_with_format(
                0,
                place,
                format!("{} {}{star}", column.chinese(), column.english()),
                &bold,
            )?;
        }
    }
    let example = workbook.worksheet_from_index(1)?;
    for (place, (column, _)) in (0..).zip(Column::of(kind)) {
        example.write(1, place, example_of(*column))?;
    }
    workbook.save_to_buffer()
}

fn example_of(column: Column) -> String {
    match column {
        Column::Name => "张三".to_owned(),
        Column::Phone => "19900001234".to_owned(),
        Column::BirthYear => "1958".to_owned(),
        Column::Estate => "江南花山郡".to_owned(),
        Column::Building => "3栋".to_owned(),
        Column::Door => "1单元502".to_owned(),
        Column::CardCode => Code::from_random(0).to_string(),
        Column::Points => "35".to_owned(),
        Column::LapsesOn => "2027-12-31".to_owned(),
        Column::Note => "纸质积分卡".to_owned(),
    }
}
