//! What a cluster gets over by itself, and what it refuses in a sentence.

use std::fs;

use linli_db::cluster::{Cluster, ClusterError, Settings};

use super::Scratch;

#[test]
fn a_half_made_cluster_is_made_anew() {
    let scratch = Scratch::new("half");
    let settings = scratch.settings("data");
    drop(Cluster::start(&settings).expect("it starts"));
    fs::rename(settings.data.join("data"), settings.data.join("data.init"))
        .expect("as initdb would leave it");
    fs::remove_file(settings.data.join("data.init/PG_VERSION")).expect("as initdb would leave it");
    drop(Cluster::start(&settings).expect("it starts again"));
    assert!(settings.data.join("data/PG_VERSION").exists());
    assert!(!settings.data.join("data.init").exists());
}

#[test]
fn the_pid_of_a_dead_server_may_belong_to_somebody_else_by_now() {
    let scratch = Scratch::new("pid");
    let settings = scratch.settings("data");
    drop(Cluster::start(&settings).expect("it starts"));
    let ours = format!("{}\n{}\n", std::process::id(), settings.data.join("data").display());
    fs::write(settings.data.join("data/postmaster.pid"), ours).expect("the folder can be written to");
    let cluster = Cluster::start(&settings).expect("it starts all the same");
    assert!(!cluster.was_adopted());
}

#[test]
fn a_folder_that_cannot_be_used_is_refused_in_a_sentence() {
    let scratch = Scratch::new("refused");
    let refusal = |settings: &Settings| Cluster::start(settings).expect_err("it is refused").to_string();

    let file = scratch.settings("file");
    fs::write(&file.data, "").expect("a file");
    assert!(refusal(&file).contains("cannot be made"));

    let foreign = scratch.settings("foreign");
    drop(Cluster::start(&foreign).expect("it starts"));
    fs::remove_file(foreign.data.join("data/PG_VERSION")).expect("it was there");
    assert!(refusal(&foreign).contains("they are not a PostgreSQL cluster"));
    fs::write(foreign.data.join("data/PG_VERSION"), "12\n").expect("it can be written");
    assert!(refusal(&foreign).contains("was made by PostgreSQL 12, which was not found"));

    let mut nowhere = scratch.settings("nowhere");
    nowhere.binaries = Some(scratch.0.join("no-such-folder"));
    assert!(refusal(&nowhere).contains("no-such-folder (no such folder)"));
}

#[test]
fn a_setting_the_server_does_not_know_is_named() {
    let scratch = Scratch::new("setting");
    let mut settings = scratch.settings("data");
    settings.options.push(("max_connections".to_owned(), "plenty".to_owned()));
    let error = Cluster::start(&settings).expect_err("it is refused");
    assert!(matches!(error, ClusterError::Start { .. }), "{error:?}");
    assert!(error.to_string().contains("max_connections"), "{error}");
}
