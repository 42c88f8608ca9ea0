//! The command line.

mod community;
mod database;
mod password;
mod photos;
mod serve;
mod settings;
mod signals;
mod telemetry;
mod user;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use community::NewCommunityArgs;
use settings::{DatabaseArgs, DemoArgs, ServerArgs};
use user::{AccountArgs, NewUserArgs};

/// Linli 邻里: community partners, volunteer teams and points.
#[derive(Parser)]
#[command(name = "linli", version, about, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API and its documentation until told to stop; migrates the data base first
    Serve(Box<ServerArgs>),
    /// Bring the data base to the schema of this program
    Migrate(DatabaseArgs),
    /// Load the demonstration community, unless it is there; print its sign-ins and figures
    Demo(DemoArgs),
    /// Communities, the tenants
    #[command(subcommand)]
    Community(CommunityCommand),
    /// Accounts of people
    #[command(subcommand)]
    User(UserCommand),
    /// The points ledger
    #[command(subcommand)]
    Ledger(LedgerCommand),
    /// Print the OpenAPI document
    Openapi,
}

#[derive(Subcommand)]
enum CommunityCommand {
    /// Create a community and its first administrator
    Create(NewCommunityArgs),
}

#[derive(Subcommand)]
enum UserCommand {
    /// Create an account in a community
    Create(NewUserArgs),
    /// Disable an account: it is signed out everywhere and cannot sign in
    Disable(AccountArgs),
    /// Enable an account that was disabled
    Enable(AccountArgs),
    /// Give an account a new password: it is signed out everywhere
    Password(AccountArgs),
}

#[derive(Subcommand)]
enum LedgerCommand {
    /// Recompute every balance, hold, stock, quota and seal; print the drift, which must be 0
    Verify(DatabaseArgs),
}

/// Runs the program; answers its exit code.
pub fn run() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Serve(args) => serve::serve(&args),
        Command::Migrate(args) => database::migrate(&args),
        Command::Demo(args) => serve::demo(&args),
        Command::Community(CommunityCommand::Create(args)) => community::create(&args),
        Command::User(UserCommand::Create(args)) => user::create(&args),
        Command::User(UserCommand::Disable(args)) => user::disable(&args, true),
        Command::User(UserCommand::Enable(args)) => user::disable(&args, false),
        Command::User(UserCommand::Password(args)) => user::new_password(&args),
        Command::Ledger(LedgerCommand::Verify(args)) => {
            return verify::verify(&args).unwrap_or_else(|reason| {
                fail(reason);
                ExitCode::from(verify::NOT_VERIFIED)
            });
        }
        Command::Openapi => crate::openapi::yaml().map(|document| print!("{document}")),
    };
    outcome.map_or_else(fail, |()| ExitCode::SUCCESS)
}

/// One line that says what is wrong, and a non-zero exit code.
fn fail(reason: String) -> ExitCode {
    eprintln!("linli: {reason}");
    ExitCode::FAILURE
}
