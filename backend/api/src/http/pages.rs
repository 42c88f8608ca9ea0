//! The web client, served by the program itself: the desk under `/staff`, the phone under `/phone`.

use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, ETAG, HeaderMap, IF_NONE_MATCH, VARY,
};
use actix_web::web::ServiceConfig;
use actix_web::{HttpRequest, HttpResponse, Route, guard, web};
use rust_embed::{EmbeddedFile, RustEmbed};

/// What `npm run build` has made; nothing where the client was not built.
#[derive(RustEmbed)]
#[folder = "../../frontend/dist"]
#[allow_missing = true]
struct Pages;

/// The build's own compressed copies of a file, the smallest first.
const COPIES: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// The pages and their files. Every address of an application is its page: it knows its way itself.
pub(super) fn configure(config: &mut ServiceConfig) {
    config.route("/", read().to(|request: HttpRequest| async move { answer(&request, "index.html") }));
    for application in ["staff", "phone"] {
        let page = move |request: HttpRequest| async move {
            let file = request.path().trim_start_matches('/').to_owned();
            let known = Pages::get(&file).is_some();
            answer(&request, if known { file } else { format!("{application}/index.html") }.as_str())
        };
        config.route(&format!("/{application}"), read().to(page));
        config.route(&format!("/{application}/{{_:.*}}"), read().to(page));
    }
    let file = |request: HttpRequest| async move {
        let file = request.path().trim_start_matches('/').to_owned();
        answer(&request, &file)
    };
    config.route("/assets/{_:.*}", read().to(file));
    let own = Pages::iter().filter(|file| !file.contains('/') && file != "index.html");
    for name in own.filter(|file| !COPIES.iter().any(|(_, ending)| file.ends_with(ending))) {
        config.route(&format!("/{name}"), read().to(file));
    }
}

/// A route for those who read.
fn read() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

fn answer(request: &HttpRequest, file: &str) -> HttpResponse {
    let Some(whole) = Pages::get(file) else { return HttpResponse::NotFound().finish() };
    let tag = format!("\"{}\"", hash(&whole));
    // A file with a hash in its name never changes; of all others the browser asks whether they did.
    let lasts = if file.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = HttpResponse::Ok();
    response
        .content_type(whole.metadata.mimetype())
        .insert_header((CACHE_CONTROL, lasts))
        .insert_header((VARY, "Accept-Encoding"))
        .insert_header((ETAG, tag.clone()));
    if request.headers().get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return HttpResponse::NotModified()
            .insert_header((ETAG, tag))
            .insert_header((CACHE_CONTROL, lasts))
            .finish();
    }
    match smaller(request.headers(), file) {
        Some((encoding, copy)) => {
            response.insert_header((CONTENT_ENCODING, encoding)).body(copy.data.into_owned())
        }
        None => response.body(whole.data.into_owned()),
    }
}

/// The smallest copy that the client can read.
fn smaller(headers: &HeaderMap, file: &str) -> Option<(&'static str, EmbeddedFile)> {
    let accepted = headers.get(ACCEPT_ENCODING)?.to_str().ok()?;
    let reads = |encoding: &str| accepted.split(',').any(|one| one.trim() == encoding);
    let copy =
        |(encoding, ending): (&'static str, &str)| Some((encoding, Pages::get(&format!("{file}{ending}"))?));
    COPIES.into_iter().filter(|(encoding, _)| reads(encoding)).find_map(copy)
}

fn hash(file: &EmbeddedFile) -> String {
    file.metadata.sha256_hash().iter().map(|byte| format!("{byte:02x}")).collect()
}
