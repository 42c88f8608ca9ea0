//! The documentation page and the document itself.

use actix_web::web::ServiceConfig;
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::{Config, SwaggerUi};

/// `/docs/`, `/openapi.json`.
pub(super) fn configure(config: &mut ServiceConfig, document: OpenApi) {
    let ui = SwaggerUi::new("/docs/{_:.*}")
        .url("/openapi.json", document)
        .config(Config::new(["/openapi.json"]).validator_url("none"));
    config.service(ui);
}
