//! Dependencies point down only, and are under licences that a community can live with.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

/// The licences that may be linked in; any alternative of a choice will do.
const LICENCES: [&str; 13] = [
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MPL-2.0",
    "Zlib",
    "0BSD",
    "Unicode-3.0",
    "CC0-1.0",
    "Unlicense",
    "BSL-1.0",
    "CDLA-Permissive-2.0",
];

/// What the rules may be written with: times, words, identifiers, hashes, and how they are described.
const DOMAIN: [&str; 9] =
    ["chrono", "chrono-tz", "pinyin", "serde", "sha2", "strum", "thiserror", "utoipa", "uuid"];

/// What would bring a C toolchain, OpenSSL or libpq along.
const BANNED: [&str; 4] = ["aws-lc-sys", "openssl-sys", "pq-sys", "aws-lc-rs"];

/// What cargo knows of the packages for this machine; those for others need not have been fetched.
fn metadata() -> Value {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let version = String::from_utf8(output(Command::new("rustc").arg("-vV"))).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--format-version", "1", "--locked", "--offline"]);
    cargo.args(["--filter-platform", host, "--manifest-path", manifest]);
    serde_json::from_slice(&output(&mut cargo)).unwrap()
}

fn output(command: &mut Command) -> Vec<u8> {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn packages(metadata: &Value) -> Vec<&Value> {
    metadata["packages"].as_array().unwrap().iter().collect()
}

/// The ordinary dependencies of each crate of the workspace.
fn of_workspace(metadata: &Value) -> BTreeMap<String, Vec<String>> {
    let ours = packages(metadata).into_iter().filter(|package| package["source"].is_null());
    let ordinary = |package: &Value| {
        let all = package["dependencies"].as_array().unwrap().iter();
        let names = all.filter(|d| d["kind"].is_null()).map(|d| d["name"].as_str().unwrap().to_owned());
        names.collect::<Vec<_>>()
    };
    ours.map(|package| (package["name"].as_str().unwrap().to_owned(), ordinary(package))).collect()
}

#[test]
fn dependencies_point_down_only() {
    let metadata = metadata();
    let crates = of_workspace(&metadata);
    let forbidden: [(&str, &[&str]); 2] = [
        ("linli-db", &["linli-api", "actix-web", "utoipa", "clap", "reqwest"]),
        // reqwest is there to say who does TLS for the object store.
        ("linli-api", &["linli-tests", "diesel", "diesel-async"]),
    ];
    for (name, words) in forbidden {
        for dependency in &crates[name] {
            assert!(!words.contains(&dependency.as_str()), "{name} depends on {dependency}");
        }
    }
}

#[test]
fn the_domain_needs_nothing_but_values_and_words() {
    let metadata = metadata();
    for dependency in &of_workspace(&metadata)["linli-domain"] {
        assert!(DOMAIN.contains(&dependency.as_str()), "linli-domain depends on {dependency}");
    }
}

#[test]
fn nothing_needs_openssl_libpq_or_a_c_toolchain_of_its_own() {
    // The lock file has the packages of every platform and feature, fetched or not.
    let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock")).unwrap();
    for name in BANNED {
        let found = lock.contains(&format!("name = \"{name}\""));
        assert!(!found, "find who wants {name} with: cargo tree --target all -i {name}");
    }
}

#[test]
fn every_licence_may_be_linked_in() {
    let metadata = metadata();
    for package in packages(&metadata) {
        let licence = package["license"].as_str().unwrap_or_default();
        // "(A OR B) AND C": each part joined by AND needs one alternative that is allowed.
        let parts = licence.replace(['(', ')'], "").replace('/', " OR ");
        let allowed = parts.split(" AND ").all(|part| part.split(" OR ").any(|one| is_allowed(one.trim())));
        assert!(allowed, "{} {}: {licence:?}", package["name"], package["version"]);
    }
}

fn is_allowed(licence: &str) -> bool {
    LICENCES.contains(&licence.split(" WITH ").next().unwrap_or_default())
}
