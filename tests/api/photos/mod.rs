//! Photos: uploaded, read, removed.

mod create;
mod remove;

use std::path::PathBuf;

use linli_tests::TestApp;

/// The folder with the pictures of community A.
fn folder(app: &TestApp) -> PathBuf {
    app.photos.path().join(app.a.id(1).to_string()).join("photos")
}

/// How many pictures there are.
fn pictures(app: &TestApp) -> usize {
    std::fs::read_dir(folder(app)).map_or(0, Iterator::count)
}
