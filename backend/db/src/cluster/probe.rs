//! Whether a server is up: asked of the server, because its pid file outlives it.

use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::MetadataExt;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

/// How long a server that took the connection may think about its answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// PostgreSQL's frontend/backend protocol, version 3.0.
const PROTOCOL: u32 = 3 << 16;

/// SQLSTATE `cannot_connect_now`: starting up, recovering or shutting down.
const CANNOT_CONNECT_NOW: &str = "57P03";

/// What came back from the socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// The server takes connections.
    Ready,
    /// Somebody is there, and not ready.
    Busy,
    /// Nobody is there.
    Silent,
}

/// Asks whoever listens at `socket` for a connection.
pub(super) fn ask(socket: &Path) -> Answer {
    let Ok(stream) = UnixStream::connect(socket) else {
        return Answer::Silent;
    };
    match converse(stream) {
        Ok(answer) => answer,
        // It hung up without a word: gone, or about to go.
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Answer::Silent,
        Err(_) => Answer::Busy,
    }
}

fn converse(mut stream: UnixStream) -> io::Result<Answer> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.write_all(&startup_message())?;
    let mut kind = [0];
    stream.read_exact(&mut kind)?;
    if kind != *b"E" {
        return Ok(Answer::Ready);
    }
    let mut text = Vec::new();
    // An error is the last thing said: the server closes the connection after it.
    stream.take(8192).read_to_end(&mut text)?;
    let refused = String::from_utf8_lossy(&text).contains(CANNOT_CONNECT_NOW);
    Ok(if refused { Answer::Busy } else { Answer::Ready })
}

fn startup_message() -> Vec<u8> {
    let words = b"user\0postgres\0database\0postgres\0\0";
    // The length counts itself and the version.
    let length = u32::try_from(words.len()).unwrap_or_default() + 8;
    [length.to_be_bytes().as_slice(), &PROTOCOL.to_be_bytes(), words].concat()
}

/// Removes a lock file of the server of `data` when the process it names is dead, or is something else by
/// now.
///
/// PostgreSQL does so itself as long as the number is free. After a crash of the machine it may be anybody's,
/// and in a container without an init process a dead server is never reaped; PostgreSQL then refuses to start
/// for good.
pub(super) fn discard_stale(lock: &Path, data: &Path) -> io::Result<()> {
    let Ok(text) = fs::read_to_string(lock) else {
        return Ok(());
    };
    let Some(pid) = text.lines().next().and_then(|line| line.trim().parse().ok()) else {
        return Ok(());
    };
    if may_serve(pid, data) {
        return Ok(());
    }
    tracing::warn!(pid, lock = %lock.display(), "removing the lock of a PostgreSQL that is gone");
    match fs::remove_file(lock) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Says whether process `pid` can be the server of `data`, which works in that folder as long as it lives.
fn may_serve(pid: u32, data: &Path) -> bool {
    let process = Path::new("/proc").join(pid.to_string());
    match (fs::metadata(process.join("cwd")), fs::metadata(data)) {
        (Ok(its), Ok(data)) => (its.dev(), its.ino()) == (data.dev(), data.ino()),
        // A dead process nobody has reaped has an entry, and no working folder.
        (Err(error), _) if error.kind() == ErrorKind::NotFound => !process.exists(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_at_a_socket_that_is_not_there() {
        assert_eq!(ask(Path::new("/nonexistent/.s.PGSQL.5432")), Answer::Silent);
    }

    #[test]
    fn a_request_for_a_connection_says_its_length() {
        let message = startup_message();
        let (length, rest) = message.split_first_chunk().expect("four bytes of length");
        assert_eq!(usize::try_from(u32::from_be_bytes(*length)), Ok(message.len()));
        assert_eq!(rest.first_chunk(), Some(&[0, 3, 0, 0]));
    }

    #[test]
    fn a_pid_file_is_kept_unless_its_process_is_known_to_be_another() {
        let ours = std::process::id();
        let here = std::env::current_dir().expect("tests run in a folder");
        assert!(may_serve(ours, &here));
        assert!(!may_serve(ours, Path::new("/")));
        assert!(may_serve(u32::MAX, &here));
    }
}
