//! Asking for a password: at the terminal without showing it, or from a pipe.

use std::io::{BufRead, IsTerminal, stdin};

/// The password that a person types, or the first line of standard input.
pub(super) fn ask() -> Result<String, String> {
    if stdin().is_terminal() {
        return rpassword::prompt_password("Password: ").map_err(|error| format!("no password: {error}"));
    }
    let mut line = String::new();
    stdin().lock().read_line(&mut line).map_err(|error| format!("no password: {error}"))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
