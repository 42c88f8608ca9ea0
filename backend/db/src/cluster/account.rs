//! The user PostgreSQL runs as: whoever started Linli, but never root.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::error::ClusterError;

/// Whom root starts the server as, in the order of preference.
const SERVICE_USERS: [&str; 2] = ["postgres", "nobody"];

/// The user the server runs as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Account {
    name: String,
    uid: u32,
    gid: u32,
    /// Whether this process is root and has to become that user.
    becomes: bool,
}

impl Account {
    /// Returns whom to run the server in `base` as.
    ///
    /// A cluster that exists keeps the user it was made by, or installing Debian's package, which adds
    /// `postgres`, would lock `nobody` out of the cluster it made before.
    pub(super) fn for_folder(base: &Path) -> Result<Self, ClusterError> {
        let passwd = fs::read_to_string("/etc/passwd").unwrap_or_default();
        if let Some(uid) = effective_uid().filter(|uid| *uid != 0) {
            return Ok(Self { name: name_of(&passwd, uid), uid, gid: 0, becomes: false });
        }
        let owner = fs::metadata(base.join("data")).ok().filter(|data| data.uid() != 0);
        if let Some(data) = owner {
            let name = name_of(&passwd, data.uid());
            return Ok(Self { name, uid: data.uid(), gid: data.gid(), becomes: true });
        }
        let entry = SERVICE_USERS.iter().find_map(|user| entries(&passwd).find(|entry| entry.name == *user));
        let entry = entry.ok_or(ClusterError::NoAccount)?;
        Ok(Self { name: entry.name.to_owned(), uid: entry.uid, gid: entry.gid, becomes: true })
    }

    /// Returns `program` as this user, out of reach of Ctrl-C, and of the environment: `PGDATA`, `PGHOST`,
    /// `LC_ALL` and their like would change what it does.
    pub(super) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("PATH", "/usr/local/bin:/usr/bin:/bin").env("LC_ALL", "C");
        // The working folder of root is as a rule closed to the user.
        command.current_dir("/").process_group(0).stdin(Stdio::null());
        if self.becomes {
            command.uid(self.uid).gid(self.gid);
        }
        command
    }

    /// Makes a file or folder this user's, if it is not already.
    pub(super) fn own(&self, path: &Path) -> Result<(), ClusterError> {
        if !self.becomes {
            return Ok(());
        }
        std::os::unix::fs::lchown(path, Some(self.uid), Some(self.gid))
            .map_err(|source| ClusterError::Unusable { path: path.to_owned(), source })
    }

    /// Checks that a folder is this user's.
    pub(super) fn owns(&self, path: &Path, meta: &fs::Metadata) -> Result<(), ClusterError> {
        if meta.uid() == self.uid {
            return Ok(());
        }
        let passwd = fs::read_to_string("/etc/passwd").unwrap_or_default();
        let owner = name_of(&passwd, meta.uid());
        Err(ClusterError::NotOurs { path: path.to_owned(), owner, wanted: self.name.clone() })
    }

    /// Checks that this user can enter a folder, by trying: modes alone say nothing about access lists.
    pub(super) fn reaches(&self, folder: &Path) -> Result<(), ClusterError> {
        if !self.becomes || self.enters(folder)? {
            return Ok(());
        }
        let mut way: Vec<&Path> = folder.ancestors().collect();
        way.reverse();
        for step in way {
            if !self.enters(step)? {
                return Err(ClusterError::OutOfReach { path: step.to_owned(), user: self.name.clone() });
            }
        }
        Ok(())
    }

    fn enters(&self, folder: &Path) -> Result<bool, ClusterError> {
        let mut command = self.command("/bin/sh");
        command.args(["-c", r#"cd -- "$1""#, "sh"]).arg(folder).stdout(Stdio::null()).stderr(Stdio::null());
        let status = command.status();
        let status =
            status.map_err(|source| ClusterError::Spawn { program: PathBuf::from("/bin/sh"), source })?;
        Ok(status.success())
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn uid(&self) -> u32 {
        self.uid
    }

    pub(super) fn is_other_than_ours(&self) -> bool {
        self.becomes
    }
}

/// Says whether this process has root's rights.
#[must_use]
pub fn running_as_root() -> bool {
    effective_uid().is_none_or(|uid| uid == 0)
}

/// Returns the effective user of this process; the standard library has no call for it.
fn effective_uid() -> Option<u32> {
    if let Ok(status) = fs::read_to_string("/proc/self/status") {
        return uid_in_status(&status);
    }
    // No /proc: macOS and the BSDs.
    let output = Command::new("id").arg("-u").output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

fn uid_in_status(status: &str) -> Option<u32> {
    let line = status.lines().find_map(|line| line.strip_prefix("Uid:"))?;
    // Real, effective, saved, file system.
    line.split_whitespace().nth(1)?.parse().ok()
}

struct Entry<'a> {
    name: &'a str,
    uid: u32,
    gid: u32,
}

fn entries(passwd: &str) -> impl Iterator<Item = Entry<'_>> {
    passwd.lines().filter_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        let uid = fields.nth(1)?.parse().ok()?;
        let gid = fields.next()?.parse().ok()?;
        Some(Entry { name, uid, gid })
    })
}

fn name_of(passwd: &str, uid: u32) -> String {
    let entry = entries(passwd).find(|entry| entry.uid == uid);
    entry.map_or_else(|| format!("user {uid}"), |entry| entry.name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSWD: &str =
        "root:x:0:0:root:/root:/bin/bash\n# a remark\npostgres:x:101:104:,,,:/var/lib:/bin/sh\n";

    #[test]
    fn the_effective_user_is_the_second_number() {
        let status = "Name:\tlinli\nUid:\t1000\t0\t1000\t1000\nGid:\t1000\t1000\t1000\t1000\n";
        assert_eq!(uid_in_status(status), Some(0));
        assert_eq!(uid_in_status("Name:\tlinli\n"), None);
    }

    #[test]
    fn the_list_of_users_is_read_and_its_odd_lines_are_passed_over() {
        let postgres = entries(PASSWD).find(|entry| entry.name == "postgres").expect("it is listed");
        assert_eq!((postgres.uid, postgres.gid), (101, 104));
        assert_eq!(entries(PASSWD).count(), 2);
    }

    #[test]
    fn a_user_without_a_name_is_called_by_number() {
        assert_eq!(name_of(PASSWD, 101), "postgres");
        assert_eq!(name_of(PASSWD, 12345), "user 12345");
    }
}
