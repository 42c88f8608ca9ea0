//! A cluster for tests: nothing of it survives the process that made it, however that process ends.

use std::fs::{self, DirBuilder};
use std::io::{self, ErrorKind};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use super::Settings;
use super::account::Account;
use super::error::ClusterError;
use super::folders::Folders;
use super::server::Server;

/// Speed for data nobody will miss, and room for many tests at once.
const OPTIONS: [(&str, &str); 9] = [
    ("fsync", "off"),
    ("full_page_writes", "off"),
    ("synchronous_commit", "off"),
    ("wal_level", "minimal"),
    ("max_wal_senders", "0"),
    ("max_wal_size", "256MB"),
    ("max_connections", "500"),
    // In its own folder, and so removed with it after any end.
    ("dynamic_shared_memory_type", "mmap"),
    // Its workers get in the way of copying a template database.
    ("autovacuum", "off"),
];

/// Memory that is a folder, on Linux.
const MEMORY: &str = "/dev/shm";

/// How much of it has to be free, in KiB: twice `max_wal_size`, of which half is for the databases (ten MiB each, and
/// each test drops its own). Containers as a rule have 64 MiB.
const ENOUGH: u64 = 512 * 1024;

/// What [`watchdog.sh`](./watchdog.sh) relies on in the name of a folder it removes.
const PREFIX: &str = "linli-disposable";

/// A throwaway cluster, in memory where there is enough of it.
///
/// It is safe in a `static`, which is never dropped: a watchdog process waits for this one to end, stops the
/// server and removes its folder, after a panic, an abort and a `kill -9` too.
#[derive(Debug)]
pub struct Disposable {
    server: Server,
    _watchdog: Watchdog,
}

impl Disposable {
    /// Makes and starts a cluster with the programs in `binaries`, or with those that are found.
    ///
    /// # Errors
    ///
    /// As [`Cluster::start`](super::Cluster::start).
    pub fn start(binaries: Option<&Path>) -> Result<Self, ClusterError> {
        let folder = make_folder()?;
        let (account, folders, watchdog) = watch(&folder).inspect_err(|_| {
            // Nothing runs in it yet; what is left of it would only be clutter.
            let _left = fs::remove_dir_all(&folder);
        })?;
        // From here on the watchdog clears up, whatever happens.
        let options = OPTIONS.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let settings = Settings { data: folder, binaries: binaries.map(Path::to_path_buf), options };
        let server = Server::open(&settings, account, folders)?;
        server.bring_up()?;
        Ok(Self { server, _watchdog: watchdog })
    }

    /// Returns how to connect to one of its databases, as the key and value string tokio-postgres reads.
    #[must_use]
    pub fn connection(&self, database: &str) -> String {
        self.server.connection(database)
    }

    /// Returns the folder that is removed in the end.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.server.folders().base()
    }
}

/// The process that clears up once this one is gone, or this value is.
#[derive(Debug)]
struct Watchdog(Child);

impl Drop for Watchdog {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // A watchdog that failed cannot be helped from here.
        let _status = self.0.wait();
    }
}

/// Sets a watchdog on `folder`, before there is anything in it to lose.
fn watch(folder: &Path) -> Result<(Account, Folders, Watchdog), ClusterError> {
    let account = Account::for_folder(folder)?;
    account.own(folder)?;
    let folders = Folders::at(folder, &account)?;
    let mut command = account.command("/bin/sh");
    command
        .args(["-c", include_str!("watchdog.sh"), "linli-watchdog"])
        .arg(folders.base())
        .arg(folders.run());
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let child = command.spawn();
    let child = child.map_err(|source| ClusterError::Spawn { program: PathBuf::from("/bin/sh"), source })?;
    Ok((account, folders, Watchdog(child)))
}

fn make_folder() -> Result<PathBuf, ClusterError> {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let memory = has_room(MEMORY).then(|| PathBuf::from(MEMORY));
    let mut failure = None;
    for parent in memory.into_iter().chain([std::env::temp_dir()]) {
        // A process that had this number before may have left its folder behind when the machine went down.
        for _ in 0..100 {
            let number = MADE.fetch_add(1, Ordering::Relaxed);
            let path = parent.join(format!("{PREFIX}-{}-{number}", std::process::id()));
            match DirBuilder::new().mode(0o700).create(&path) {
                Ok(()) => return Ok(path),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(source) => {
                    failure = Some(ClusterError::CannotCreate { path, source });
                    break;
                }
            }
        }
    }
    let taken =
        || ClusterError::CannotCreate { path: std::env::temp_dir(), source: io::Error::other("full") };
    Err(failure.unwrap_or_else(taken))
}

/// Says whether `folder` is memory, and enough of it is free.
fn has_room(folder: &str) -> bool {
    let output = Command::new("df").args(["-Pk", folder]).env("LC_ALL", "C").stderr(Stdio::null()).output();
    output.is_ok_and(|output| {
        free_memory(&String::from_utf8_lossy(&output.stdout)).is_some_and(|free| free > ENOUGH)
    })
}

/// Reads the free KiB out of what `df -Pk` prints, if the file system is in memory.
fn free_memory(df: &str) -> Option<u64> {
    let mut fields = df.lines().nth(1)?.split_whitespace();
    fields.next().filter(|kind| matches!(*kind, "tmpfs" | "shm"))?;
    fields.nth(2)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "Filesystem     1024-blocks  Used Available Capacity Mounted on\n";

    #[test]
    fn only_memory_counts_as_memory() {
        assert_eq!(free_memory(&format!("{HEAD}tmpfs 24597012 0 24597012 0% /dev/shm\n")), Some(24_597_012));
        assert_eq!(free_memory(&format!("{HEAD}shm 65536 12 65524 1% /dev/shm\n")), Some(65_524));
        assert_eq!(free_memory(&format!("{HEAD}/dev/vda 9 1 8 1% /\n")), None);
        assert_eq!(free_memory(""), None);
    }

    #[test]
    fn the_watchdog_removes_only_what_is_named_as_it_expects() {
        assert!(include_str!("watchdog.sh").contains(&format!("*/{PREFIX}-*)")));
    }
}
