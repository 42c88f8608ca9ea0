//! The OpenAPI document as a contract: no answer may have a status, a kind of problem
//! or a body that it does not describe.

use std::sync::LazyLock;

use actix_web::dev::ResourceDef;
use reqwest::Method;
use serde_json::Value;

use crate::samples::resolve;
use crate::{Answer, schema};

/// An operation of the document.
#[derive(Debug, Clone)]
pub struct Operation {
    /// `GET`, `POST` …
    pub method: Method,
    /// The path with its parameters in braces.
    pub path: String,
    /// Its `operationId`.
    pub id: String,
    /// The roles that may call it; none if nobody has to sign in.
    pub roles: Vec<String>,
    /// All of it.
    pub spec: Value,
}

pub(crate) static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::to_value(linli_api::openapi::document()).expect("the document"));

static OPERATIONS: LazyLock<Vec<(ResourceDef, Operation)>> = LazyLock::new(|| {
    let paths = DOCUMENT["paths"].as_object().expect("paths");
    let of_path = |(path, item): (&String, &Value)| {
        let methods = item.as_object().expect("methods").clone();
        let path = path.clone();
        methods.into_iter().map(move |(method, spec)| operation(&path, &method, spec))
    };
    paths.iter().flat_map(of_path).map(|op| (ResourceDef::new(op.path.as_str()), op)).collect()
});

fn operation(path: &str, method: &str, spec: Value) -> Operation {
    Operation {
        method: method.to_uppercase().parse().expect("a method"),
        path: path.to_owned(),
        id: spec["operationId"].as_str().expect("an operationId").to_owned(),
        roles: words(&spec["x-roles"]),
        spec,
    }
}

fn words(list: &Value) -> Vec<String> {
    let list = list.as_array().into_iter().flatten();
    list.map(|word| word.as_str().expect("a word").to_owned()).collect()
}

/// Every operation of the document.
pub fn operations() -> Vec<Operation> {
    OPERATIONS.iter().map(|(_, operation)| operation.clone()).collect()
}

/// Panics if an answer is none that the document allows.
pub(crate) fn check(method: &Method, path: &str, answer: &Answer) {
    let bare = path.split('?').next().unwrap_or_default();
    let fits = |(resource, operation): &&(ResourceDef, Operation)| {
        operation.method == *method && resource.is_match(bare)
    };
    let Some((_, operation)) = OPERATIONS.iter().find(fits) else {
        return;
    };
    let stated = &operation.spec["responses"][answer.status.to_string()];
    assert!(
        !stated.is_null(),
        "{method} {path} answered {}, not in the document: {}",
        answer.status,
        answer.text
    );
    let kind = if answer.status < 400 { "application/json" } else { "application/problem+json" };
    let schema = &resolve(stated)["content"][kind]["schema"];
    if !schema.is_null() {
        let faults = schema::faults(schema, &answer.json);
        assert!(faults.is_empty(), "{method} {path} answered {}: {faults:#?}", answer.text);
    }
    if answer.status < 400 {
        return;
    }
    let kind = answer.json["kind"].as_str().unwrap_or_default();
    let content = answer.header("content-type").unwrap_or_default();
    assert_eq!(content, "application/problem+json", "{method} {path}: {}", answer.text);
    let kinds = words(&operation.spec["x-problems"]);
    assert!(kinds.iter().any(|known| known == kind), "{method} {path}: `{kind}` is not in the document");
}
