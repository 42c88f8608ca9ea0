//! `GET /.well-known/jwks.json`: the keys that verify access tokens.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Data;
use actix_web::{HttpResponse, get};

use crate::app::App;

/// The public keys
///
/// Of the access tokens' signatures (EdDSA), as a JSON Web Key Set (RFC 7517).
#[utoipa::path(tag = "sessions", responses((status = 200, description = "JSON Web Key Set", body = Object)))]
#[get("/.well-known/jwks.json")]
pub async fn get_keys(app: Data<App>) -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "max-age=3600")).json(app.keys.public())
}
