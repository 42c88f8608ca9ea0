//! Where PostgreSQL's programs are.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::account::Account;
use super::error::ClusterError;

/// The oldest major version Linli's SQL is written for: the one of Debian 12.
const OLDEST: u32 = 15;

/// Folders with a folder for each major version, and what stands before its number: Debian's and Ubuntu's
/// packages, and those of postgresql.org for Fedora and Red Hat.
const SYSTEM: [(&str, &str); 2] = [("/usr/lib/postgresql", ""), ("/usr", "pgsql-")];

/// The programs of one PostgreSQL.
#[derive(Debug, Clone)]
pub(super) struct Binaries {
    folder: PathBuf,
    major: u32,
}

impl Binaries {
    /// Finds programs that `account` can run: in `explicit` if it is given, else in the usual places.
    ///
    /// A cluster in `data` that was made by major version `made_by` is only understood by that version.
    pub(super) fn find(
        explicit: Option<&Path>,
        account: &Account,
        data: &Path,
        made_by: Option<u32>,
    ) -> Result<Self, ClusterError> {
        let mut looked = Vec::new();
        for folder in explicit.map_or_else(candidates, |folder| vec![folder.to_owned()]) {
            match examine(&folder, account) {
                Ok(found) if made_by.is_none_or(|major| major == found.major) => return Ok(found),
                Ok(found) => looked.push(format!("{} (version {})", folder.display(), found.major)),
                Err(why) => looked.push(format!("{} ({why})", folder.display())),
            }
        }
        let looked = looked.join(", ");
        Err(match made_by {
            Some(made_by) => ClusterError::OtherVersion { path: data.to_owned(), made_by, looked },
            None => ClusterError::NoBinaries { looked },
        })
    }

    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub(super) fn major(&self) -> u32 {
        self.major
    }
}

/// Returns the places to look at, in the order they are preferred in.
fn candidates() -> Vec<PathBuf> {
    let beside = std::env::current_exe().ok();
    let beside = beside.and_then(|executable| Some(executable.parent()?.join("postgres/bin")));
    let mut installed = Vec::new();
    for (folder, prefix) in SYSTEM {
        let names = fs::read_dir(folder).into_iter().flatten().flatten();
        let names = names.filter_map(|entry| entry.file_name().into_string().ok());
        installed.extend(
            majors(names, prefix).map(|(major, name)| (major, Path::new(folder).join(name).join("bin"))),
        );
    }
    installed.sort_by_key(|(major, _)| std::cmp::Reverse(*major));
    let installed = installed.into_iter().map(|(_, folder)| folder);
    let mut folders: Vec<_> = beside.into_iter().chain(installed).collect();
    folders.extend(on_the_path().filter(|folder| !folders.contains(folder)));
    folders
}

fn majors(names: impl Iterator<Item = String>, prefix: &str) -> impl Iterator<Item = (u32, String)> {
    names.filter_map(move |name| Some((name.strip_prefix(prefix)?.parse().ok()?, name)))
}

/// Returns the folder of the `postgres` a shell would run, with links followed to where its siblings are.
fn on_the_path() -> Option<PathBuf> {
    let output =
        Command::new("/bin/sh").args(["-c", "command -v postgres"]).stderr(Stdio::null()).output().ok()?;
    let program = PathBuf::from(String::from_utf8(output.stdout).ok()?.trim_end());
    Some(fs::canonicalize(program).ok()?.parent()?.to_owned())
}

/// Checks that all programs are in `folder` and that `account` can run them, or says why not.
fn examine(folder: &Path, account: &Account) -> Result<Binaries, String> {
    let folder = fs::canonicalize(folder).map_err(|_| "no such folder".to_owned())?;
    if let Some(missing) = ["initdb", "pg_ctl", "postgres"].iter().find(|name| !folder.join(name).exists()) {
        return Err(format!("without {missing}"));
    }
    let output = account.command(folder.join("postgres")).arg("--version").output();
    let output = output.map_err(|error| format!("{} cannot run it: {error}", account.name()))?;
    if !output.status.success() {
        return Err(format!("postgres says {}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    match major(&String::from_utf8_lossy(&output.stdout)) {
        Some(major) if major >= OLDEST => Ok(Binaries { folder, major }),
        Some(major) => Err(format!("version {major} is too old")),
        None => Err("of an unknown version".to_owned()),
    }
}

/// Reads `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`, or `18beta1` at the end of it.
fn major(version: &str) -> Option<u32> {
    let (_, number) = version.split_once("(PostgreSQL) ")?;
    let digits = number.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_postgres_prints() {
        assert_eq!(major("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(major("postgres (PostgreSQL) 18.4\n"), Some(18));
        assert_eq!(major("postgres (PostgreSQL) 19beta2\n"), Some(19));
        assert_eq!(major("mysqld Ver 8"), None);
    }

    #[test]
    fn folders_that_are_no_version_are_passed_over() {
        let names = || ["15", "9.6", "lib", "pgsql-17", "pgsql-"].into_iter().map(str::to_owned);
        assert_eq!(majors(names(), "").map(|(major, _)| major).collect::<Vec<_>>(), [15]);
        assert_eq!(majors(names(), "pgsql-").collect::<Vec<_>>(), [(17, "pgsql-17".to_owned())]);
    }
}
