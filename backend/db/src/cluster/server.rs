//! PostgreSQL as processes: made, brought up and shut down.

use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::Settings;
use super::account::Account;
use super::binaries::Binaries;
use super::error::ClusterError;
use super::folders::Folders;
use super::log::{last_words, length, read_from, turn_over};
use super::making::{SUPERUSER, make, run};
use super::probe::{self, Answer};
use super::quoting::{for_connection, for_shell};

/// How long a server may recover from a crash before it counts as stuck.
const PATIENCE: Duration = Duration::from_secs(120);

/// How long processes of a killed server may take to let go of its memory.
const AFTERMATH: Duration = Duration::from_secs(20);

const PAUSE: Duration = Duration::from_millis(50);

/// The usual settings. No TCP at all, and times the same on every machine.
const OPTIONS: [(&str, &str); 9] = [
    ("listen_addresses", ""),
    ("port", "5432"),
    ("unix_socket_permissions", "0700"),
    ("max_connections", "100"),
    ("shared_buffers", "128MB"),
    ("timezone", "UTC"),
    ("log_timezone", "UTC"),
    // A line every five minutes, for years, in a log that is only turned over at a start.
    ("log_checkpoints", "off"),
    ("log_line_prefix", "%m [%p] "),
];

/// How a server came to be up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrival {
    Adopted,
    Started,
}

/// A server that is there, up or not.
#[derive(Debug)]
pub(super) struct Server {
    account: Account,
    binaries: Binaries,
    folders: Folders,
    options: Vec<(String, String)>,
}

impl Server {
    /// Makes the folders and finds the programs.
    pub(super) fn open(
        settings: &Settings,
        account: Account,
        folders: Folders,
    ) -> Result<Self, ClusterError> {
        folders.prepare(&account)?;
        let binaries = settings.binaries.as_deref();
        let binaries = Binaries::find(binaries, &account, &folders.data(), folders.version()?)?;
        Ok(Self { account, binaries, folders, options: settings.options.clone() })
    }

    pub(super) fn account(&self) -> &Account {
        &self.account
    }

    pub(super) fn folders(&self) -> &Folders {
        &self.folders
    }

    pub(super) fn version(&self) -> u32 {
        self.binaries.major()
    }

    pub(super) fn connection(&self, database: &str) -> String {
        // A path that is not UTF-8 never gets here: its socket is moved to one that is.
        let host = self.folders.run().to_string_lossy();
        let (host, database) = (for_connection(&host), for_connection(database));
        format!("host={host} port=5432 user={SUPERUSER} dbname={database}")
    }

    /// Makes the cluster if there is none, and returns once the server answers.
    pub(super) fn bring_up(&self) -> Result<Arrival, ClusterError> {
        if self.folders.version()?.is_none() {
            let lasting = !self.options.iter().any(|(name, value)| name == "fsync" && value == "off");
            make(&self.folders, &self.account, &self.binaries, lasting)?;
        }
        let begun = Instant::now();
        let log = self.folders.log_file();
        loop {
            match probe::ask(&self.folders.socket()) {
                Answer::Ready => return Ok(Arrival::Adopted),
                Answer::Busy if begun.elapsed() < PATIENCE => {}
                Answer::Busy => return Err(ClusterError::Slow { log, seconds: PATIENCE.as_secs() }),
                Answer::Silent => match self.start()? {
                    None => return Ok(Arrival::Started),
                    Some(said) if is_aftermath(&said) && begun.elapsed() < AFTERMATH => {}
                    Some(said) => return Err(ClusterError::Start { said: last_words(&said), log }),
                },
            }
            sleep(PAUSE);
        }
    }

    /// Starts the server, or returns what the log says about why it did not.
    fn start(&self) -> Result<Option<String>, ClusterError> {
        let data = self.folders.data();
        let locks = [data.join("postmaster.pid"), self.folders.socket_lock()];
        for lock in locks {
            probe::discard_stale(&lock, &data)
                .map_err(|source| ClusterError::Unusable { path: lock, source })?;
        }
        let log = self.folders.log_file();
        let before = turn_over(&log);
        let wait = PATIENCE.as_secs().to_string();
        let output = run(self.pg_ctl("start").args(["--timeout", &wait, "--options", &self.command_line()]))?;
        Ok((!output.status.success()).then(|| read_from(&log, before)))
    }

    /// Ends all connections, stops the server and waits until it is gone.
    pub(super) fn shut_down(&self) -> Result<(), ClusterError> {
        let log = self.folders.log_file();
        let before = length(&log);
        let output = run(self.pg_ctl("stop").args(["--timeout", "60", "--mode", "fast"]))?;
        // pg_ctl also complains when the server is gone already, which is all that was wanted.
        if !output.status.success() && probe::ask(&self.folders.socket()) != Answer::Silent {
            return Err(ClusterError::Stop { said: last_words(&read_from(&log, before)), log });
        }
        self.folders.forget_shallow_run();
        Ok(())
    }

    /// Returns `pg_ctl` with everything it and the server say going to the log.
    ///
    /// The server keeps the output it is started with, so a pipe would never end. The log is opened by its
    /// own user, and both paths stay out of the arguments: `pg_ctl` hands those to a shell, in which a
    /// `$` has a meaning.
    fn pg_ctl(&self, action: &str) -> Command {
        let mut command = self.account.command("/bin/sh");
        command
            .args(["-c", r#"exec "$@" >>log/postgresql.log 2>&1"#, "sh"])
            .arg(self.binaries.program("pg_ctl"));
        command.args([action, "--wait"]).current_dir(self.folders.base()).env("PGDATA", self.folders.data());
        command
    }

    fn command_line(&self) -> String {
        let socket = format!("\"{}\"", self.folders.run().to_string_lossy());
        let own = [("unix_socket_directories", socket.as_str())];
        let given = self.options.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let options = OPTIONS.into_iter().chain(own).chain(given);
        let words = options.map(|(name, value)| format!("-c {}", for_shell(&format!("{name}={value}"))));
        words.collect::<Vec<_>>().join(" ")
    }
}

/// Says whether a start may have failed because the processes of a killed server are still ending. They write to
/// the same log meanwhile, so that all of it has to be looked at.
fn is_aftermath(said: &str) -> bool {
    let locked = said.contains("lock file") && said.contains("already exists");
    locked || said.contains("shared memory block") || said.contains("unexpected postmaster exit")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_killed_server_is_waited_for() {
        assert!(is_aftermath("lock file \"postmaster.pid\" already exists"));
        assert!(is_aftermath("FATAL:  terminating connection due to unexpected postmaster exit"));
        assert!(is_aftermath("pre-existing shared memory block (key 1, ID 2) is still in use"));
        assert!(!is_aftermath("invalid value for parameter \"max_connections\""));
    }
}
