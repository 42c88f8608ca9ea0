//! Answers against the schemas of the document: what is required is there, nothing else is, and all has its type.

use serde_json::{Map, Value};

use crate::samples::resolve;

/// What of a value is not as its schema says, each with its place.
pub(crate) fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk(schema, value, "", &mut found);
    found
}

fn walk(schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    let schema = resolve(schema);
    if let Some(choices) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
        let tried: Vec<Vec<String>> = choices.iter().map(|choice| faults(choice, value)).collect();
        if tried.iter().all(|faults| !faults.is_empty()) {
            found.push(format!("{place}: {value} is none of its choices: {tried:?}"));
        }
        return;
    }
    if let Some(parts) = schema["allOf"].as_array() {
        return walk(&merged(parts), value, place, found);
    }
    if schema["enum"].as_array().is_some_and(|words| !words.contains(value)) {
        found.push(format!("{place}: {value} is no word of {}", schema["enum"]));
    }
    if !has_type(&schema["type"], value) {
        found.push(format!("{place}: {value} is no {}", schema["type"]));
    }
    match value {
        Value::Object(fields) => object(&schema, fields, place, found),
        Value::Array(items) if !schema["items"].is_null() => {
            for (number, item) in items.iter().enumerate() {
                walk(&schema["items"], item, &format!("{place}[{number}]"), found);
            }
        }
        Value::Number(number) => {
            let (least, most) = (schema["minimum"].as_f64(), schema["maximum"].as_f64());
            let number = number.as_f64().unwrap();
            if least.is_some_and(|least| number < least) || most.is_some_and(|most| number > most) {
                found.push(format!("{place}: {number} is out of its bounds"));
            }
        }
        _ => {}
    }
}

fn object(schema: &Value, fields: &Map<String, Value>, place: &str, found: &mut Vec<String>) {
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !fields.contains_key(name) {
            found.push(format!("{place}.{name} is missing"));
        }
    }
    // An object of which nothing is said may have anything.
    let Some(known) = schema["properties"].as_object() else { return };
    for (name, value) in fields {
        match known.get(name) {
            Some(of) => walk(of, value, &format!("{place}.{name}"), found),
            None => found.push(format!("{place}.{name} is not in the document")),
        }
    }
}

/// One schema of the parts that a value has to fit all of.
fn merged(parts: &[Value]) -> Value {
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for part in parts.iter().map(resolve) {
        let part = part["allOf"].as_array().map_or(part.clone(), |parts| merged(parts));
        properties.extend(part["properties"].as_object().cloned().unwrap_or_default());
        required.extend(part["required"].as_array().cloned().unwrap_or_default());
    }
    serde_json::json!({"type": "object", "properties": properties, "required": required})
}

fn has_type(kinds: &Value, value: &Value) -> bool {
    let is = |kind: &Value| match kind.as_str().unwrap_or_default() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    };
    kinds.as_array().map_or_else(|| is(kinds), |kinds| kinds.iter().any(is))
}

#[cfg(test)]
mod tests {
    use super::faults;
    use serde_json::json;

    #[test]
    fn what_does_not_fit_is_found() {
        let schema = json!({
            "type": "object", "required": ["name"],
            "properties": {
                "name": {"type": "string"},
                "left": {"type": ["integer", "null"], "minimum": 0},
                "kind": {"oneOf": [{"type": "null"}, {"type": "string", "enum": ["a"]}]},
                "parts": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"}}}},
            },
        });
        let good = json!({"name": "x", "left": null, "kind": "a", "parts": [{"id": "1"}]});
        assert_eq!(faults(&schema, &good), Vec::<String>::new());
        let bad = [
            json!({}),
            json!({"name": null}),
            json!({"name": "x", "other": 1}),
            json!({"name": "x", "left": -1}),
            json!({"name": "x", "left": 1.5}),
            json!({"name": "x", "kind": "b"}),
            json!({"name": "x", "parts": [{"no": 1}]}),
            json!([]),
        ];
        for value in bad {
            assert_eq!(faults(&schema, &value).len(), 1, "{value}");
        }
    }
}
