//! A PostgreSQL cluster of Linli's own: made at the first start, reached by a socket only its user can open.
//!
//! A community that has no database server starts `linli serve` and has one. Processes that share a folder
//! share the cluster: the first one starts it, the last one to leave stops it, and one that was killed leaves
//! it running for the next one to take over.

mod account;
mod binaries;
mod disposable;
mod error;
mod folders;
mod lease;
mod log;
mod making;
mod probe;
mod quoting;
mod server;

use std::path::{Path, PathBuf};

pub use account::running_as_root;
pub use disposable::Disposable;
pub use error::ClusterError;

use account::Account;
use folders::Folders;
use lease::{Gate, Lease};
use server::{Arrival, Server};

/// What a cluster is started with.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder that holds the cluster: `data/`, `run/` and `log/` are made in it.
    pub data: PathBuf,
    /// The folder of `initdb`, `pg_ctl` and `postgres`; searched for when it is not given.
    pub binaries: Option<PathBuf>,
    /// Server settings beyond the usual ones, as `("work_mem", "16MB")`; the last word on a name counts.
    pub options: Vec<(String, String)>,
}

impl Settings {
    /// Returns the settings of a durable cluster in `data`, run by whatever PostgreSQL is found.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Self { data: data.into(), binaries: None, options: Vec::new() }
    }
}

/// A running cluster and this process's share in it.
///
/// Dropping it is the same as [`Cluster::stop`], except that an error only goes to the log.
#[derive(Debug)]
pub struct Cluster {
    server: Server,
    lease: Option<Lease>,
    adopted: bool,
}

impl Cluster {
    /// Makes the cluster when there is none, starts it when it is not up, and waits until it answers.
    ///
    /// Blocks for a quarter of a second as a rule, for some seconds the first time.
    ///
    /// # Errors
    ///
    /// When no suitable PostgreSQL is found, when the folder cannot be used, or when the server does not
    /// start: one sentence each, which says what to do.
    pub fn start(settings: &Settings) -> Result<Self, ClusterError> {
        let account = Account::for_folder(&settings.data)?;
        let folders = Folders::at(&settings.data, &account)?;
        // Two processes that start together would otherwise both find no cluster, and both make one.
        let _gate = Gate::pass(&folders, &account)?;
        let lease = Lease::take(&folders, &account)?;
        let server = Server::open(settings, account, folders)?;
        let adopted = server.bring_up()? == Arrival::Adopted;
        let folder = server.folders().base().display();
        let version = server.version();
        tracing::info!(%folder, adopted, version, "the private PostgreSQL cluster is up");
        Ok(Self { server, lease: Some(lease), adopted })
    }

    /// Returns how to connect to one of its databases, as the key and value string tokio-postgres reads.
    #[must_use]
    pub fn connection(&self, database: &str) -> String {
        self.server.connection(database)
    }

    /// Says whether the server was already up, left behind by an earlier process or shared with another one.
    #[must_use]
    pub fn was_adopted(&self) -> bool {
        self.adopted
    }

    /// Stops the server and waits for it, unless another process still uses it: then it is left to that one.
    ///
    /// Open connections are ended; what they had not committed is rolled back.
    ///
    /// # Errors
    ///
    /// When the server does not stop within a minute.
    pub fn stop(mut self) -> Result<(), ClusterError> {
        self.leave()
    }

    fn leave(&mut self) -> Result<(), ClusterError> {
        let Some(lease) = self.lease.take() else {
            return Ok(());
        };
        let _gate = Gate::pass(self.server.folders(), self.server.account())?;
        if lease.give_up()? {
            return self.server.shut_down();
        }
        tracing::info!("the private PostgreSQL cluster is left to the other processes that use it");
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Err(error) = self.leave() {
            tracing::error!(%error, "the private PostgreSQL cluster was not stopped");
        }
    }
}

/// Returns where a cluster lives when nobody says otherwise.
///
/// Root gets `/var/lib/linli`, because the server runs as another user, who cannot reach into root's home.
/// Everybody else gets the folder the XDG Base Directory Specification names: `$XDG_DATA_HOME/linli`, or
/// `~/.local/share/linli`. Without a home it is `linli-data` in the working folder.
#[must_use]
pub fn default_data_folder(root: bool, home: Option<&Path>, xdg: Option<&Path>) -> PathBuf {
    if root {
        return PathBuf::from("/var/lib/linli");
    }
    // The specification wants a relative value ignored.
    let shared = xdg.filter(|path| path.is_absolute()).map(Path::to_path_buf);
    let shared =
        shared.or_else(|| home.filter(|path| path.is_absolute()).map(|home| home.join(".local/share")));
    shared.map_or_else(|| PathBuf::from("linli-data"), |folder| folder.join("linli"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_keeps_its_cluster_where_another_user_can_reach_it() {
        let folder = default_data_folder(true, Some(Path::new("/root")), None);
        assert_eq!(folder, Path::new("/var/lib/linli"));
    }

    #[test]
    fn everybody_else_keeps_it_where_the_desktop_says() {
        let home = Some(Path::new("/home/li"));
        let folder = |xdg: Option<&str>| default_data_folder(false, home, xdg.map(Path::new));
        assert_eq!(folder(None), Path::new("/home/li/.local/share/linli"));
        assert_eq!(folder(Some("/srv/li")), Path::new("/srv/li/linli"));
        assert_eq!(folder(Some("relative")), Path::new("/home/li/.local/share/linli"));
        assert_eq!(folder(Some("")), Path::new("/home/li/.local/share/linli"));
        assert_eq!(default_data_folder(false, None, None), Path::new("linli-data"));
    }
}
