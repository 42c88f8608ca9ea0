//! A cluster from its first start to its last stop.

use std::path::Path;
use std::process::Command;

use diesel_async::SimpleAsyncConnection;
use linli_db::cluster::Cluster;

use super::{Scratch, connect, server_of, value_of};

fn kill(pid: &str) {
    let status = Command::new("kill").args(["-9", pid]).status().expect("kill is installed");
    assert!(status.success(), "process {pid} is there to be killed");
}

fn no_server_in(folder: &Path) -> bool {
    !folder.join("data/postmaster.pid").exists()
}

#[tokio::test]
async fn a_cluster_keeps_what_was_written_through_a_kill_and_a_restart() {
    let scratch = Scratch::new("kill");
    let settings = scratch.settings("li's data 100% $HOME");
    let cluster = Cluster::start(&settings).expect("it starts");
    assert!(!cluster.was_adopted());
    let connection = cluster.connection("postgres");
    connect(&connection)
        .await
        .batch_execute("CREATE TABLE kept AS SELECT '邻里' AS value")
        .await
        .expect("kept");

    kill(&server_of(&settings.data));
    let again = Cluster::start(&settings).expect("it starts after a kill");
    assert!(!again.was_adopted());
    assert_eq!(value_of(&connection, "SELECT value FROM kept").await, "邻里");

    again.stop().expect("the first one still uses it");
    assert_eq!(value_of(&connection, "SELECT value FROM kept").await, "邻里");
    cluster.stop().expect("it stops");
    assert!(no_server_in(&settings.data));
}

#[tokio::test]
async fn a_running_cluster_is_shared_and_the_last_one_stops_it() {
    let scratch = Scratch::new("shared");
    let settings = scratch.settings("data");
    let first = Cluster::start(&settings).expect("it starts");
    let second = Cluster::start(&settings).expect("it is adopted");
    assert!(second.was_adopted());
    first.stop().expect("it only leaves");
    assert_eq!(value_of(&second.connection("postgres"), "SELECT 'up' AS value").await, "up");
    drop(second);
    assert!(no_server_in(&settings.data));
}

#[tokio::test]
async fn many_who_start_at_once_get_one_cluster() {
    let scratch = Scratch::new("crowd");
    let settings = scratch.settings("data");
    let starts: Vec<_> = (0..8)
        .map(|_| settings.clone())
        .map(|settings| std::thread::spawn(move || Cluster::start(&settings).expect("it starts")))
        .collect();
    let clusters: Vec<_> = starts.into_iter().map(|start| start.join().expect("no panic")).collect();
    assert_eq!(clusters.iter().filter(|cluster| !cluster.was_adopted()).count(), 1);
    drop(clusters);
    assert!(no_server_in(&settings.data));
}

#[tokio::test]
async fn the_server_is_durable_utf8_in_utc_and_not_on_the_network() {
    let scratch = Scratch::new("settings");
    let mut settings = scratch.settings("data");
    settings.options = vec![("work_mem".to_owned(), "5MB".to_owned())];
    let cluster = Cluster::start(&settings).expect("it starts");
    let connection = cluster.connection("postgres");
    for (name, value) in [
        ("fsync", "on"),
        ("listen_addresses", ""),
        ("server_encoding", "UTF8"),
        ("TimeZone", "UTC"),
        ("max_connections", "100"),
        ("work_mem", "5MB"),
    ] {
        let shown = value_of(&connection, &format!("SELECT current_setting('{name}') AS value")).await;
        assert_eq!(shown, value, "{name}");
    }
    let collation = "SELECT datcollate::text AS value FROM pg_database WHERE datname = 'postgres'";
    assert_eq!(value_of(&connection, collation).await, "C.UTF-8");
}

#[tokio::test]
async fn a_path_too_long_for_a_socket_is_no_obstacle() {
    let scratch = Scratch::new("deep");
    let settings = scratch.settings(&"x".repeat(120));
    let cluster = Cluster::start(&settings).expect("it starts");
    let connection = cluster.connection("postgres");
    assert!(connection.starts_with("host=/tmp/linli-"), "{connection}");
    assert_eq!(value_of(&connection, "SELECT 'up' AS value").await, "up");
    let socket =
        connection.split_whitespace().next().and_then(|host| host.strip_prefix("host=")).expect("a host");
    cluster.stop().expect("it stops");
    assert!(!Path::new(socket).exists(), "the folder of the socket is gone");
}
