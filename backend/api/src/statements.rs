//! Statements 对账单 of stores: day and month, as lists and as workbooks; closed, agreed to, disputed, settled.

mod account;
mod agree;
mod close;
mod dispute;
mod due;
mod export_partner;
mod export_store;
mod get;
mod get_store;
mod json;
mod list;
mod settle;
mod workbook;

pub(crate) use agree::agree;
pub(crate) use dispute::dispute;
pub(crate) use due::close_due;
pub(crate) use json::{NewDispute, NewSettlement};
pub(crate) use settle::settle;
pub(crate) use workbook::{WORKBOOK, as_file, head, local};

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(get_store::get_store_statement)
        .service(export_store::export_store_statement)
        .service(export_partner::export_partner_statement)
        .service(close::close_statement)
        .service(list::list_statements)
        .service(get::get_statement)
        .service(agree::agree_statement)
        .service(dispute::dispute_statement)
        .service(settle::settle_statement);
}
