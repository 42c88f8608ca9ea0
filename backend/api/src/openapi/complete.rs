//! What every operation has in common, added to the document.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use utoipa::openapi::extensions::ExtensionsBuilder;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, Required, ResponseBuilder};

use crate::problem::Kind;

/// Completes every operation of the document.
pub(super) fn complete(document: &mut OpenApi) {
    for item in document.paths.paths.values_mut() {
        for (operation, changes) in operations(item) {
            complete_operation(operation, changes);
        }
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (&mut Operation, bool)> {
    let reading = item.get.iter_mut().map(|operation| (operation, false));
    let changing = [&mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
    reading.chain(changing.into_iter().flatten().map(|operation| (operation, true)))
}

fn complete_operation(operation: &mut Operation, changes: bool) {
    let signed_in = !extension(operation, "x-roles").is_empty();
    // A question too long for a query: it has a body like a command, but changes nothing and takes no key.
    let only_reads = is_marked(operation, "x-reads");
    let mut kinds: BTreeSet<Kind> =
        extension(operation, "x-problems").iter().filter_map(|word| word.parse().ok()).collect();
    kinds.extend([Kind::Internal, Kind::Unavailable]);
    if signed_in {
        operation.security = Some(vec![SecurityRequirement::new("bearer", Vec::<String>::new())]);
        kinds.extend([Kind::NotSignedIn, Kind::Forbidden]);
    }
    let parameters = operation.parameters.get_or_insert_default();
    if parameters.iter().any(|parameter| is_in(parameter, &ParameterIn::Path)) {
        kinds.insert(Kind::NotFound);
    }
    if parameters.iter().any(|parameter| is_in(parameter, &ParameterIn::Query)) {
        kinds.insert(Kind::InvalidInput);
    }
    if signed_in && changes && !only_reads {
        parameters.push(idempotency_key());
        kinds.extend([Kind::IdempotencyKeyMissing, Kind::IdempotencyKeyReused, Kind::RequestInProgress]);
    }
    // Every command reads its body, if only to see that it is empty; renewing and ending a session do not.
    if changes && (signed_in || operation.request_body.is_some()) {
        kinds.extend([
            Kind::MalformedBody,
            Kind::BodyTooLarge,
            Kind::UnsupportedMediaType,
            Kind::RequestTimeout,
        ]);
        kinds.insert(Kind::InvalidInput);
    }
    describe(operation, &kinds);
}

fn extension(operation: &Operation, name: &str) -> Vec<String> {
    let found = operation.extensions.as_ref().and_then(|extensions| extensions.get(name));
    let words = found.and_then(Value::as_array).into_iter().flatten();
    words.filter_map(|word| word.as_str().map(str::to_owned)).collect()
}

fn is_marked(operation: &Operation, name: &str) -> bool {
    let found = operation.extensions.as_ref().and_then(|extensions| extensions.get(name));
    found.and_then(Value::as_bool).unwrap_or_default()
}

fn is_in(parameter: &RefOr<Parameter>, place: &ParameterIn) -> bool {
    matches!(parameter, RefOr::T(parameter) if parameter.parameter_in == *place)
}

fn idempotency_key() -> RefOr<Parameter> {
    let schema = ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(100));
    let parameter = ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some(
            "The caller's own name for this request; the same again gets the first answer again.",
        ))
        .schema(Some(schema));
    RefOr::T(parameter.build())
}

/// A response for each status, which names its kinds; and the whole list as `x-problems`.
fn describe(operation: &mut Operation, kinds: &BTreeSet<Kind>) {
    let mut by_status: BTreeMap<u16, Vec<Kind>> = BTreeMap::new();
    for kind in kinds {
        by_status.entry(kind.status().as_u16()).or_default().push(*kind);
    }
    for (status, kinds) in by_status {
        let lines = kinds.iter().map(|kind| format!("- `{kind}`: {}", kind.title_en()));
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
        let response = ResponseBuilder::new()
            .description(lines.collect::<Vec<_>>().join("\n"))
            .content("application/problem+json", content)
            .build();
        operation.responses.responses.insert(status.to_string(), response.into());
    }
    let words: Vec<String> = kinds.iter().map(ToString::to_string).collect();
    let extension = ExtensionsBuilder::new().add("x-problems", json!(words)).build();
    match &mut operation.extensions {
        Some(extensions) => extensions.merge(extension),
        none => *none = Some(extension),
    }
}
