//! Bodies made from the OpenAPI document: a right one for each operation, and the wrong ones next to it.

use image::{DynamicImage, ImageFormat};
use serde_json::{Map, Value, json};

use crate::contract::DOCUMENT;

/// A picture of this size, as a phone would send it.
pub fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::new_rgb8(width, height).write_to(&mut bytes, ImageFormat::Jpeg).expect("a picture");
    bytes.into_inner()
}

/// The schema of an operation's body, if it has one.
pub fn body_schema(operation: &Value) -> Option<Value> {
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
    (!schema.is_null()).then(|| resolve(schema))
}

/// Follows `$ref`.
pub fn resolve(schema: &Value) -> Value {
    let Some(name) = schema["$ref"].as_str() else { return schema.clone() };
    let name = name.rsplit('/').next().expect("a name");
    resolve(&DOCUMENT["components"]["schemas"][name])
}

/// Follows `$ref`, and of a choice takes the first that is not null.
pub fn plain(schema: &Value) -> Value {
    let schema = resolve(schema);
    let choices = schema["oneOf"].as_array().or(schema["anyOf"].as_array());
    let choice = choices.and_then(|choices| choices.iter().find(|choice| choice["type"] != "null"));
    choice.map_or_else(|| schema.clone(), plain)
}

/// The smallest value that a schema takes; every identifier in it is `id(name of the field)`.
pub fn sample(schema: &Value, field: &str, id: &dyn Fn(&str) -> String) -> Value {
    let schema = plain(schema);
    if let Some(parts) = schema["allOf"].as_array() {
        let all =
            parts.iter().flat_map(|part| sample(part, field, id).as_object().cloned().unwrap_or_default());
        return Value::Object(all.collect());
    }
    if let Some(example) = schema.get("example").filter(|example| example.is_object()) {
        return example.clone();
    }
    if let Some(first) = schema["enum"].as_array().and_then(|values| values.first()) {
        return first.clone();
    }
    match type_of(&schema).as_str() {
        "object" => object(&schema, id),
        "array" => json!([sample(&schema["items"], field, id)]),
        "integer" | "number" => {
            schema.get("minimum").filter(|least| **least != json!(0)).cloned().unwrap_or(json!(1))
        }
        "boolean" => json!(true),
        _ => text(&schema, field, id),
    }
}

/// The type of a schema; of `[type, "null"]` the first.
pub fn type_of(schema: &Value) -> String {
    let kind = &schema["type"];
    let first = kind.as_array().and_then(|kinds| kinds.iter().find(|kind| **kind != "null"));
    first.unwrap_or(kind).as_str().unwrap_or_default().to_owned()
}

fn object(schema: &Value, id: &dyn Fn(&str) -> String) -> Value {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let fields = schema["properties"].as_object().cloned().unwrap_or_default();
    let needed = fields.into_iter().filter(|(name, _)| required.contains(&name.as_str()));
    let all: Map<String, Value> = needed.map(|(name, of)| (name.clone(), sample(&of, &name, id))).collect();
    Value::Object(all)
}

fn text(schema: &Value, field: &str, id: &dyn Fn(&str) -> String) -> Value {
    let example =
        schema["examples"].as_array().and_then(|examples| examples.first()).or(schema.get("example"));
    if let Some(example) = example {
        return example.clone();
    }
    match schema["format"].as_str() {
        Some("uuid") => json!(id(field)),
        Some("date-time") => json!("2026-06-01T08:00:00Z"),
        Some("date") => json!("2026-06-01"),
        _ => json!("样".repeat(schema["minLength"].as_u64().unwrap_or(1).max(1).try_into().expect("short"))),
    }
}

/// Values that no schema of this type takes.
pub fn wrong_values(schema: &Value) -> Vec<Value> {
    let schema = plain(schema);
    let mut wrong = match type_of(&schema).as_str() {
        "object" => vec![json!("x"), json!(1), json!([1])],
        "array" => vec![json!("x"), json!(1), json!({"x": 1})],
        "integer" => vec![json!("x"), json!(1.5), json!([]), json!(1e300), json!(i64::MIN), json!(i64::MAX)],
        "boolean" => vec![json!("x"), json!(2), json!([])],
        _ => vec![json!(1), json!([]), json!({}), json!("a\u{0}b"), json!("长".repeat(5_000))],
    };
    if schema.get("enum").is_some() || schema.get("format").is_some() {
        wrong.push(json!("no-such-thing"));
    }
    wrong
}
