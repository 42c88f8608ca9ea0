//! The documentation page, served by the program itself, and the page that leads to it.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::ServiceConfig;
use actix_web::{HttpRequest, HttpResponse, Responder, web};
use rust_embed::RustEmbed;
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::{Config, SwaggerUi};

#[derive(RustEmbed)]
#[folder = "../../frontend/pages"]
struct Pages;

/// `/docs/`, `/openapi.json`, and `/`.
pub(super) fn configure(config: &mut ServiceConfig, document: OpenApi) {
    let ui = SwaggerUi::new("/docs/{_:.*}")
        .url("/openapi.json", document)
        .config(Config::new(["/openapi.json"]).validator_url("none"));
    config.service(ui);
    for file in Pages::iter() {
        let path = if file == "index.html" { "/".to_owned() } else { format!("/{file}") };
        config.route(&path, web::get().to(move |request: HttpRequest| page(request, file.clone())));
    }
}

async fn page(_: HttpRequest, file: std::borrow::Cow<'static, str>) -> impl Responder {
    match Pages::get(&file) {
        Some(page) => HttpResponse::Ok()
            .content_type(page.metadata.mimetype())
            .insert_header((CACHE_CONTROL, "no-cache"))
            .body(page.data.into_owned()),
        None => HttpResponse::NotFound().finish(),
    }
}
