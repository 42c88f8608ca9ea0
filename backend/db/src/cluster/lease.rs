//! Who uses a cluster, told by locks the kernel lets go of however a process ends.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::account::Account;
use super::error::ClusterError;
use super::folders::Folders;

/// Held while a cluster is made, started or stopped: one process at a time.
#[derive(Debug)]
pub(super) struct Gate {
    _file: File,
}

impl Gate {
    /// Waits for whoever is starting or stopping the cluster.
    pub(super) fn pass(folders: &Folders, account: &Account) -> Result<Self, ClusterError> {
        let path = folders.base().join("start.lock");
        let file = open(&path, account)?;
        file.lock().map_err(|source| unusable(&path, source))?;
        Ok(Self { _file: file })
    }
}

/// Held for as long as a process uses the cluster; any number of processes can.
#[derive(Debug)]
pub(super) struct Lease {
    path: PathBuf,
    file: File,
}

impl Lease {
    pub(super) fn take(folders: &Folders, account: &Account) -> Result<Self, ClusterError> {
        let path = folders.base().join("users.lock");
        let file = open(&path, account)?;
        file.lock_shared().map_err(|source| unusable(&path, source))?;
        Ok(Self { path, file })
    }

    /// Ends the use, and says whether it was the last one. The gate has to be held, or somebody may just be
    /// coming.
    pub(super) fn give_up(self) -> Result<bool, ClusterError> {
        self.file.unlock().map_err(|source| unusable(&self.path, source))?;
        match self.file.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(source)) => Err(unusable(&self.path, source)),
        }
    }
}

fn open(path: &Path, account: &Account) -> Result<File, ClusterError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).mode(0o600);
    let file = match options.clone().create_new(true).open(path) {
        Ok(file) => {
            account.own(path)?;
            Ok(file)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            fs::symlink_metadata(path).and_then(|meta| {
                // Root may be in a folder of somebody who put a link here.
                if meta.is_file() {
                    options.open(path)
                } else {
                    Err(io::Error::from(ErrorKind::InvalidInput))
                }
            })
        }
        Err(error) => Err(error),
    };
    file.map_err(|source| unusable(path, source))
}

fn unusable(path: &Path, source: io::Error) -> ClusterError {
    ClusterError::Unusable { path: path.to_owned(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_one_to_leave_knows_it() {
        let folder = std::env::temp_dir().join(format!("linli-lease-{}", std::process::id()));
        fs::create_dir(&folder).expect("a folder of its own");
        let path = folder.join("users.lock");
        let lease = || {
            let file =
                OpenOptions::new().create(true).truncate(false).write(true).open(&path).expect("a file");
            file.lock_shared().expect("locks are shared");
            Lease { path: path.clone(), file }
        };
        let (first, second) = (lease(), lease());
        assert!(!first.give_up().expect("it can be told"));
        assert!(second.give_up().expect("it can be told"));
        fs::remove_dir_all(folder).expect("nobody needs it");
    }
}
