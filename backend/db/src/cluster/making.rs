//! A new cluster: made by `initdb`, all of it or nothing.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::account::Account;
use super::binaries::Binaries;
use super::error::ClusterError;
use super::folders::{Folders, make_private};
use super::log::last_words;

/// The database superuser. Only the socket leads to it, and only its system user can open that.
pub(super) const SUPERUSER: &str = "postgres";

/// Makes a cluster, under another name until it is whole: an `initdb` that was interrupted leaves half of
/// one.
///
/// One that is not `lasting` is not written through to the disk.
pub(super) fn make(
    folders: &Folders,
    account: &Account,
    binaries: &Binaries,
    lasting: bool,
) -> Result<(), ClusterError> {
    let half = folders.data_in_the_making();
    let unusable = |source| ClusterError::Unusable { path: half.clone(), source };
    if half.exists() {
        fs::remove_dir_all(&half).map_err(unusable)?;
    }
    make_private(&half, account)?;
    let output = run(&mut initdb(&half, account, binaries, lasting))?;
    if !output.status.success() {
        // What it made is of no use, and the next attempt would remove it anyway.
        let _left = fs::remove_dir_all(&half);
        let said = String::from_utf8_lossy(&output.stderr);
        if said.contains("look up effective user ID") {
            return Err(ClusterError::NamelessUser { uid: account.uid() });
        }
        return Err(ClusterError::Initdb { path: folders.data(), said: last_words(&said) });
    }
    fs::rename(&half, folders.data()).map_err(unusable)?;
    tracing::info!(data = %folders.data().display(), "made a PostgreSQL cluster");
    Ok(())
}

fn initdb(folder: &Path, account: &Account, binaries: &Binaries, lasting: bool) -> Command {
    let mut command = account.command(binaries.program("initdb"));
    // C.UTF-8 is in every Linux, and orders by code point; text in Chinese is ordered by the queries that
    // show it.
    command.args(["--encoding=UTF8", "--locale=C.UTF-8", "--auth-local=trust", "--auth-host=reject"]);
    command.args(["--username", SUPERUSER, "--pgdata"]).arg(folder);
    command.arg(if lasting { "--data-checksums" } else { "--no-sync" });
    command
}

/// Runs a program to its end.
pub(super) fn run(command: &mut Command) -> Result<Output, ClusterError> {
    command.output().map_err(|source| ClusterError::Spawn { program: command.get_program().into(), source })
}
