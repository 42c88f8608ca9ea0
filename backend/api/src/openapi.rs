//! The OpenAPI document, written by the code.
//!
//! Handlers say what is particular to them: their answer, the roles that may call them (`x-roles`), the kinds of
//! problems their rules have (`x-problems`), whether they change nothing in spite of their method (`x-reads`). What
//! follows from that is added here, the same way for all.

mod complete;

use std::sync::LazyLock;

use actix_web::App;
use linli_domain::codes::Code;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{Components, OpenApi};
use utoipa::{OpenApi as _, ToSchema};
use utoipa_actix_web::AppExt;

use crate::http::api;
use crate::input::{Day, Moment, Text, Word};
use crate::paging::Limit;
use crate::problem::{Body, FieldError, Kind};

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Linli 邻里",
        version = "1",
        description = include_str!("openapi/description.md"),
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    components(schemas(Body<'static>, Kind, FieldError)),
)]
struct Base;

/// The whole document, made once.
pub fn document() -> &'static OpenApi {
    static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(make);
    &DOCUMENT
}

fn make() -> OpenApi {
    let (_, mut document) =
        App::new().into_utoipa_app().openapi(Base::openapi()).configure(api).split_for_parts();
    let bearer =
        SecurityScheme::Http(Http::builder().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build());
    let components = document.components.get_or_insert_default();
    components.add_security_scheme("bearer", bearer);
    // What only query parameters are made of is not collected by itself.
    add::<Limit>(components);
    add::<Text<1, 40>>(components);
    add::<Day>(components);
    add::<Moment>(components);
    add::<Code>(components);
    add::<Word>(components);
    complete::complete(&mut document);
    document
}

fn add<T: ToSchema>(components: &mut Components) {
    components.schemas.insert(T::name().into_owned(), T::schema());
}

/// The document as `openapi.yaml` has it.
///
/// # Errors
/// If it cannot be written as YAML.
pub fn yaml() -> Result<String, String> {
    // By way of a sorted tree: the extensions of an operation have no order of their own.
    let tree = serde_json::to_value(document()).map_err(|error| error.to_string())?;
    serde_norway::to_string(&tree).map_err(|error| error.to_string())
}
