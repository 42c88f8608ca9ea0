//! What no route answers: a path that does not exist, or a method that it does not have.

use std::collections::BTreeSet;

use actix_web::dev::ResourceDef;
use actix_web::http::header::ALLOW;
use actix_web::{HttpRequest, HttpResponse, web};
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::PathItem;

use crate::problem::{Kind, Problem};

/// The paths there are, with their methods.
pub struct Paths(Vec<(ResourceDef, BTreeSet<&'static str>)>);

impl Paths {
    /// The paths of a document.
    pub fn of(document: &OpenApi) -> Self {
        let path = |(path, item): (&String, &PathItem)| (ResourceDef::new(path.as_str()), methods(item));
        Self(document.paths.paths.iter().map(path).collect())
    }

    fn methods_of(&self, path: &str) -> BTreeSet<&'static str> {
        let matching = self.0.iter().filter(|(resource, _)| resource.is_match(path));
        matching.flat_map(|(_, methods)| methods.iter().copied()).collect()
    }
}

fn methods(item: &PathItem) -> BTreeSet<&'static str> {
    let all = [
        ("GET", &item.get),
        ("POST", &item.post),
        ("PUT", &item.put),
        ("PATCH", &item.patch),
        ("DELETE", &item.delete),
    ];
    all.into_iter().filter_map(|(method, operation)| operation.as_ref().map(|_| method)).collect()
}

/// Answers what no route has answered: 405 where the path exists, 404 where it does not.
pub async fn unknown(request: HttpRequest, paths: web::Data<Paths>) -> Result<HttpResponse, Problem> {
    let methods = paths.methods_of(request.path());
    if methods.is_empty() {
        return Err(Problem::not_found());
    }
    let mut response = HttpResponse::from_error(Problem::of(Kind::MethodNotAllowed));
    let allow = methods.into_iter().collect::<Vec<_>>().join(", ");
    if let Ok(allow) = allow.parse() {
        response.headers_mut().insert(ALLOW, allow);
    }
    Ok(response)
}
