//! The program `linli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    linli_api::cli::run()
}
