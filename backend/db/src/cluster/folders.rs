//! The folders of a cluster: made, closed to others, and checked before PostgreSQL sees them.

use std::fs::{self, DirBuilder, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::account::Account;
use super::error::ClusterError;

/// The longest path the kernel takes for a socket: 108 bytes with the closing zero, 104 on macOS and the
/// BSDs.
const LONGEST_SOCKET: usize = if cfg!(target_os = "linux") { 107 } else { 103 };

/// Where a folder for the socket goes whose own place is too deep. Not the temporary folder of the
/// environment: two processes have to come to the same place, and that one differs between sessions.
const SHALLOW: &str = "/tmp";

/// The name of PostgreSQL's socket in its folder. The port only shows up in it: nothing listens on TCP.
const SOCKET: &str = ".s.PGSQL.5432";

/// Where everything of a cluster is.
#[derive(Debug, Clone)]
pub(super) struct Folders {
    base: PathBuf,
    run: PathBuf,
}

impl Folders {
    /// Makes `base` if it is missing, and checks that the server's user can enter it.
    pub(super) fn at(base: &Path, account: &Account) -> Result<Self, ClusterError> {
        let base = make_base(base, account)?;
        account.reaches(&base)?;
        let run = socket_folder(&base);
        Ok(Self { base, run })
    }

    /// Makes what is missing in it, and checks that the server's user can use what is there.
    pub(super) fn prepare(&self, account: &Account) -> Result<(), ClusterError> {
        make_private(&self.log(), account)?;
        make_private(&self.run, account)?;
        check_data(&self.data(), account)
    }

    pub(super) fn base(&self) -> &Path {
        &self.base
    }

    pub(super) fn data(&self) -> PathBuf {
        self.base.join("data")
    }

    /// Returns where a cluster is put together, to be renamed once it is whole.
    pub(super) fn data_in_the_making(&self) -> PathBuf {
        self.base.join("data.init")
    }

    pub(super) fn log(&self) -> PathBuf {
        self.base.join("log")
    }

    pub(super) fn log_file(&self) -> PathBuf {
        self.log().join("postgresql.log")
    }

    /// Returns the folder of the socket: `run/`, or a short one under `/tmp`.
    pub(super) fn run(&self) -> &Path {
        &self.run
    }

    pub(super) fn socket(&self) -> PathBuf {
        self.run.join(SOCKET)
    }

    /// Returns the file by which PostgreSQL keeps a second server from the socket.
    pub(super) fn socket_lock(&self) -> PathBuf {
        self.run.join(format!("{SOCKET}.lock"))
    }

    /// Returns the major version that made the cluster; none when there is no cluster yet.
    pub(super) fn version(&self) -> Result<Option<u32>, ClusterError> {
        let file = self.data().join("PG_VERSION");
        match fs::read_to_string(&file) {
            Ok(text) => {
                let unknown = || ClusterError::NotACluster { path: self.data() };
                text.trim().parse().map(Some).map_err(|_| unknown())
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(source) => Err(ClusterError::Unusable { path: file, source }),
        }
    }

    /// Removes the folder of the socket when it is one of those under `/tmp`.
    pub(super) fn forget_shallow_run(&self) {
        if self.run.starts_with(SHALLOW) && !self.run.starts_with(&self.base) {
            // It is only empty when nothing else went wrong, and otherwise it does no harm.
            let _kept = fs::remove_dir(&self.run);
        }
    }
}

/// Makes the folder that holds the others, and returns its true path.
fn make_base(base: &Path, account: &Account) -> Result<PathBuf, ClusterError> {
    let cannot = |path: &Path, source| ClusterError::CannotCreate { path: path.to_owned(), source };
    let base = std::path::absolute(base).map_err(|source| cannot(base, source))?;
    let mut missing: Vec<&Path> = base.ancestors().take_while(|path| !path.exists()).collect();
    missing.reverse();
    for path in missing {
        // Whatever the umask: root's folders have to let the server's user through.
        let mode = if account.is_other_than_ours() { 0o711 } else { 0o700 };
        match DirBuilder::new().mode(0o700).create(path) {
            Ok(()) => fs::set_permissions(path, Permissions::from_mode(mode))
                .map_err(|source| cannot(path, source))?,
            Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => {}
            Err(source) => return Err(cannot(path, source)),
        }
    }
    let whole = fs::canonicalize(&base).map_err(|source| cannot(&base, source))?;
    if !whole.is_dir() {
        return Err(cannot(&whole, io::Error::from(ErrorKind::NotADirectory)));
    }
    Ok(whole)
}

/// Makes a folder only the server's user can enter; one that is there must be that user's already.
pub(super) fn make_private(path: &Path, account: &Account) -> Result<(), ClusterError> {
    let unusable = |source| ClusterError::Unusable { path: path.to_owned(), source };
    match DirBuilder::new().mode(0o700).create(path) {
        Ok(()) => account.own(path)?,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(source) => return Err(unusable(source)),
    }
    // Under /tmp anybody can put a link where this folder should be, so links are not followed.
    let meta = fs::symlink_metadata(path).map_err(unusable)?;
    if !meta.is_dir() {
        return Err(unusable(io::Error::from(ErrorKind::NotADirectory)));
    }
    account.owns(path, &meta)?;
    fs::set_permissions(path, Permissions::from_mode(0o700)).map_err(unusable)
}

fn check_data(data: &Path, account: &Account) -> Result<(), ClusterError> {
    let unusable = |source| ClusterError::Unusable { path: data.to_owned(), source };
    let meta = match fs::metadata(data) {
        Ok(meta) => meta,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(unusable(source)),
    };
    account.owns(data, &meta)?;
    let mut files = fs::read_dir(data).map_err(unusable)?;
    if files.next().is_some() && !data.join("PG_VERSION").exists() {
        return Err(ClusterError::NotACluster { path: data.to_owned() });
    }
    // PostgreSQL refuses a data folder others can look into, as one restored from an archive may be.
    fs::set_permissions(data, Permissions::from_mode(0o700)).map_err(unusable)
}

/// Returns where the socket of the cluster in `base` goes.
///
/// `run/` is too deep for some, and some names cannot be passed on: PostgreSQL and tokio-postgres both split
/// a list of hosts at commas, and a connection string is UTF-8.
fn socket_folder(base: &Path) -> PathBuf {
    let run = base.join("run");
    let fits = run.join(SOCKET).as_os_str().len() <= LONGEST_SOCKET;
    let plain =
        run.to_str().is_some_and(|path| !path.contains([',', '"']) && !path.contains(char::is_control));
    if fits && plain {
        return run;
    }
    Path::new(SHALLOW).join(format!("linli-{:016x}", fingerprint(base.as_os_str().as_bytes())))
}

/// Returns the FNV-1a hash of `bytes`: the same in every build, as the standard library's need not be.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_socket_is_beside_the_data_when_its_path_is_short_enough() {
        assert_eq!(socket_folder(Path::new("/var/lib/linli")), Path::new("/var/lib/linli/run"));
        assert_eq!(socket_folder(Path::new("/home/li/my data")), Path::new("/home/li/my data/run"));
        assert_eq!(socket_folder(Path::new("/邻里")), Path::new("/邻里/run"));
    }

    #[test]
    fn the_limit_is_counted_in_bytes_and_to_the_last_one() {
        let longest = format!("/{}", "x".repeat(LONGEST_SOCKET - SOCKET.len() - "//run/".len()));
        assert_eq!(socket_folder(Path::new(&longest)), Path::new(&longest).join("run"));
        let too_long = format!("{longest}x");
        assert!(socket_folder(Path::new(&too_long)).starts_with("/tmp"));
    }

    #[test]
    fn a_name_that_cannot_be_passed_on_moves_the_socket() {
        let folder = socket_folder(Path::new("/srv/a,b"));
        assert_eq!(folder, socket_folder(Path::new("/srv/a,b")));
        assert_ne!(folder, socket_folder(Path::new("/srv/a,c")));
        assert!(folder.starts_with("/tmp"));
    }

    #[test]
    fn the_fingerprint_is_the_published_one() {
        assert_eq!(fingerprint(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
