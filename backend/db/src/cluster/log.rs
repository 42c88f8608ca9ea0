//! The log of the server: kept from growing for ever, and read when something went wrong.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

/// How large a log may be when the server starts before it is put aside.
const LARGE_LOG: u64 = 16 * 1024 * 1024;

/// Begins a new log when the old one has grown large, and returns the length of the current one.
pub(super) fn turn_over(log: &Path) -> u64 {
    let length = length(log);
    if length > LARGE_LOG && fs::rename(log, log.with_extension("log.1")).is_ok() {
        return 0;
    }
    length
}

/// Returns the length of the log; one that is not there has none.
pub(super) fn length(log: &Path) -> u64 {
    fs::metadata(log).map_or(0, |meta| meta.len())
}

/// Reads what was written after `start`.
pub(super) fn read_from(log: &Path, start: u64) -> String {
    let mut bytes = Vec::new();
    let read = File::open(log).and_then(|mut file| {
        file.seek(SeekFrom::Start(start))?;
        file.read_to_end(&mut bytes)
    });
    read.map_or_else(
        |error| format!("its log cannot be read: {error}"),
        |_| String::from_utf8_lossy(&bytes).into(),
    )
}

/// Picks the line that says what went wrong.
pub(super) fn last_words(said: &str) -> String {
    let blame = |line: &str| {
        let (_, reason) = ["PANIC:", "FATAL:", "error:"].iter().find_map(|mark| line.split_once(mark))?;
        Some(reason.trim().to_owned())
    };
    let last = || said.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or("nothing").to_owned();
    said.lines().rev().find_map(blame).unwrap_or_else(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_is_picked_out_of_the_chatter() {
        let log = "waiting for server to start....2026-11-22 09:00:00 UTC [7] FATAL:  out of semaphores\n\
                   2026-11-22 09:00:00 UTC [7] LOG:  database system is shut down\n stopped waiting\n\
                   pg_ctl: could not start server\nExamine the log output.\n";
        assert_eq!(last_words(log), "out of semaphores");
        assert_eq!(last_words("initdb: error: no space left\ninitdb: removing\n"), "no space left");
        assert_eq!(last_words("sh: 1: not found\n\n"), "sh: 1: not found");
        assert_eq!(last_words(""), "nothing");
    }
}
