//! Sizes, opening sentences, and where SQL may stand.

use std::fs;
use std::path::{Path, PathBuf};

struct Source {
    path: PathBuf,
    text: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// All Rust files but the generated one.
fn sources() -> Vec<Source> {
    let (mut found, mut folders) = (Vec::new(), vec![root().join("backend"), root().join("tests")]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("target") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !path.ends_with("schema.rs")
            {
                found.push(Source { text: fs::read_to_string(&path).unwrap(), path });
            }
        }
    }
    assert!(found.len() > 100, "the sources are found");
    found
}

#[test]
fn files_stay_small() {
    let mut sizes: Vec<(usize, PathBuf)> =
        sources().into_iter().map(|s| (s.text.lines().count(), s.path)).collect();
    sizes.sort();
    let (most, longest) = sizes.last().unwrap();
    assert!(*most <= 400, "{} has {most} lines", longest.display());
    assert!(sizes[sizes.len() / 2].0 <= 90, "the median file has {} lines", sizes[sizes.len() / 2].0);
    let (nine_in_ten, path) = &sizes[sizes.len() * 9 / 10];
    assert!(*nine_in_ten <= 250, "one in ten files is longer than 250 lines: {}", path.display());
}

#[test]
fn every_module_begins_with_a_sentence() {
    for source in sources() {
        let first = source.text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 6, "{}: {first:?}", source.path.display());
    }
}

#[test]
fn all_sql_is_in_linli_db() {
    let api = sources().into_iter().filter(|source| !source.path.starts_with(root().join("backend/db")));
    for source in api.filter(|source| source.path.starts_with(root().join("backend"))) {
        for word in ["diesel", "sql_query", "SELECT ", "UPDATE ", "INSERT INTO"] {
            assert!(!source.text.contains(word), "{} has {word:?}", source.path.display());
        }
    }
}

#[test]
fn the_domain_asks_neither_the_clock_nor_the_world() {
    for source in sources().into_iter().filter(|s| s.path.starts_with(root().join("backend/domain"))) {
        let clocks = ["Utc::now", "Local::now", "Instant::now", "SystemTime", "now_v7", "new_v4"];
        let world = ["std::env", "std::fs", "std::net", "async fn", "rand::"];
        for word in clocks.into_iter().chain(world) {
            assert!(!source.text.contains(word), "{} has {word:?}", source.path.display());
        }
    }
}
