//! What can keep a private cluster from running, each in a sentence that names the remedy.

use std::io;
use std::path::PathBuf;

/// Why the private cluster could not be started or stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ClusterError {
    /// No PostgreSQL of a version Linli works with is installed.
    #[error(
        "No PostgreSQL 15 or newer was found. Looked at: {looked}. Install one (Debian and Ubuntu: apt-get \
         install postgresql), set LINLI_PG_BIN to the folder of its initdb, pg_ctl and postgres, or set \
         DATABASE_URL to use a server you run yourself."
    )]
    NoBinaries {
        /// The places, each with what was wrong with it.
        looked: String,
    },
    /// The data was written by a major version that is not installed any more.
    #[error(
        "{} was made by PostgreSQL {made_by}, which was not found. Looked at: {looked}. Install PostgreSQL \
         {made_by}, set LINLI_PG_BIN to the folder of its programs, or set LINLI_DATA to an empty folder to \
         begin anew.",
        .path.display()
    )]
    OtherVersion {
        /// The folder of the data.
        path: PathBuf,
        /// The major version that wrote it.
        made_by: u32,
        /// The places, each with what was wrong with it.
        looked: String,
    },
    /// A folder could not be made.
    #[error(
        "The folder {} cannot be made: {source}. Make it yourself, or set LINLI_DATA to another one.",
        .path.display()
    )]
    CannotCreate {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file or folder is there, and this process may not use it.
    #[error(
        "{} cannot be used: {source}. Give this user the right to write there, or set LINLI_DATA to another \
         folder.",
        .path.display()
    )]
    Unusable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A folder belongs to somebody else.
    #[error(
        "{} belongs to {owner}, and PostgreSQL would run as {wanted}. Start Linli as the user who made it, \
         hand all of it over (chown -R {wanted}), or set LINLI_DATA to another folder.",
        .path.display()
    )]
    NotOurs {
        /// The folder.
        path: PathBuf,
        /// Whose it is.
        owner: String,
        /// Whose it should be.
        wanted: String,
    },
    /// The user the server runs as cannot get to its folder.
    #[error(
        "PostgreSQL does not run as root but as {user}, who may not enter {}. Open that folder (chmod o+x), \
         or set LINLI_DATA to a folder {user} can reach, such as /var/lib/linli.",
        .path.display()
    )]
    OutOfReach {
        /// The first folder on the way that is closed.
        path: PathBuf,
        /// Who cannot enter it.
        user: String,
    },
    /// The place of the cluster holds something else.
    #[error(
        "{} holds files, and they are not a PostgreSQL cluster. Move them away, or set LINLI_DATA to \
         another folder.",
        .path.display()
    )]
    NotACluster {
        /// The folder.
        path: PathBuf,
    },
    /// Root has nobody to run the server as.
    #[error(
        "PostgreSQL refuses to run as root, and there is no user postgres or nobody in /etc/passwd. Add one \
         (useradd --system postgres), or start Linli as an ordinary user."
    )]
    NoAccount,
    /// The user has a number and no name, as in a container started with `--user 12345`.
    #[error(
        "The user with the number {uid} has no entry in /etc/passwd, without which PostgreSQL cannot make a \
         cluster. Start Linli as a user that has one, or set DATABASE_URL to use a server you run yourself."
    )]
    NamelessUser {
        /// The number of the user.
        uid: u32,
    },
    /// `initdb` gave up.
    #[error("PostgreSQL could not make a cluster in {}: {said}", .path.display())]
    Initdb {
        /// Where it was to be.
        path: PathBuf,
        /// Its last words.
        said: String,
    },
    /// The server did not come up.
    #[error("PostgreSQL did not start: {said} (all of it is in {})", .log.display())]
    Start {
        /// The log of the server.
        log: PathBuf,
        /// Its last words.
        said: String,
    },
    /// The server is up and takes no connections.
    #[error(
        "PostgreSQL is still starting up or shutting down after {seconds} seconds; {} says why.",
        .log.display()
    )]
    Slow {
        /// The log of the server.
        log: PathBuf,
        /// How long it was waited for.
        seconds: u64,
    },
    /// The server did not go down.
    #[error("PostgreSQL did not stop: {said} (all of it is in {})", .log.display())]
    Stop {
        /// The log of the server.
        log: PathBuf,
        /// The last words of `pg_ctl`.
        said: String,
    },
    /// A program could not be run at all.
    #[error("{} could not be run: {source}.", .program.display())]
    Spawn {
        /// The program.
        program: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}
