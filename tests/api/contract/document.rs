//! The document itself.

use linli_tests::operations;

#[test]
fn the_checked_in_document_is_what_the_code_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../openapi.yaml");
    let written = linli_api::openapi::yaml().unwrap();
    if std::env::var_os("LINLI_WRITE_OPENAPI").is_some() {
        std::fs::write(path, &written).unwrap();
    }
    let checked_in = std::fs::read_to_string(path).unwrap();
    assert!(
        checked_in == written,
        "stale: run LINLI_WRITE_OPENAPI=1 cargo test -p linli-tests --test api document"
    );
}

#[test]
fn every_operation_has_a_summary_and_is_named_after_verb_and_resource() {
    for operation in operations() {
        assert!(operation.spec["summary"].as_str().is_some_and(|s| s.len() > 3), "{}", operation.id);
        assert!(operation.id.contains('_'), "{}", operation.id);
        assert_eq!(operation.spec["tags"].as_array().map(Vec::len), Some(1), "{}", operation.id);
    }
}

#[test]
fn no_two_operations_have_one_name() {
    let mut ids: Vec<String> = operations().into_iter().map(|operation| operation.id).collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn every_reference_leads_somewhere() {
    let document = serde_json::to_value(linli_api::openapi::document()).unwrap();
    let mut open = vec![&document];
    while let Some(value) = open.pop() {
        if let Some(reference) = value["$ref"].as_str() {
            let pointer = reference.strip_prefix('#').expect("a reference into this document");
            assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
        }
        match value {
            serde_json::Value::Object(fields) => open.extend(fields.values()),
            serde_json::Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
}
