//! Imports 导入: residents, or balances from before Linli, out of an Excel sheet.

mod create;
mod file;
mod get;
mod json;
mod list;
mod plan;
mod preview;
mod residents;
mod reverse;
mod template;
mod workbook;

pub(crate) use create::bring_in;
pub(crate) use file::read;
pub(crate) use json::{ImportReversalRequest, NewImportParams};
pub(crate) use reverse::reverse;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(preview::preview_import)
        .service(create::create_import)
        .service(list::list_imports)
        .service(get::get_import)
        .service(reverse::reverse_import)
        .service(template::get_import_template);
}
