//! Clusters that go with their process.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use linli_db::cluster::Disposable;

use super::{binaries, server_of, value_of};

/// Which folder a child of the last test reports on its standard output.
const ANNOUNCEMENT: &str = "the folder is ";

fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(60), "waited for a minute until {what}");
        sleep(Duration::from_millis(20));
    }
}

#[tokio::test]
async fn a_disposable_cluster_goes_with_its_value() {
    let cluster = Disposable::start(binaries().as_deref()).expect("it starts");
    let folder = cluster.folder().to_owned();
    assert_eq!(
        value_of(&cluster.connection("postgres"), "SELECT current_setting('fsync') AS value").await,
        "off"
    );
    drop(cluster);
    assert!(!folder.exists());
}

#[test]
fn a_disposable_cluster_goes_with_its_process_when_that_is_killed() {
    let mut child = Command::new(std::env::current_exe().expect("this test is a program"))
        .args([
            "--exact",
            "disposable::holds_a_disposable_cluster_until_its_input_ends",
            "--ignored",
            "--nocapture",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it can be run again");
    let output = BufReader::new(child.stdout.take().expect("it is a pipe"));
    let folder = output.lines().map_while(Result::ok).find_map(|line| {
        let (_, folder) = line.split_once(ANNOUNCEMENT)?;
        Some(PathBuf::from(folder))
    });
    let folder = folder.expect("the child has a cluster");
    let server = server_of(&folder);
    assert!(folder.exists());

    child.kill().expect("it is there to be killed");
    child.wait().expect("it was killed");
    wait_until("the folder is gone", || !folder.exists());
    let process = Path::new("/proc").join(server);
    wait_until("the server is gone", || fs::metadata(process.join("cwd")).is_err());
}

#[test]
#[ignore = "the other half of the test above, which runs it in a process of its own"]
fn holds_a_disposable_cluster_until_its_input_ends() {
    let cluster = Disposable::start(binaries().as_deref()).expect("it starts");
    println!("{ANNOUNCEMENT}{}", cluster.folder().display());
    let _ended = std::io::read_to_string(std::io::stdin());
}
