//! `linli user create`.
use super::settings::DatabaseArgs;
#[derive(clap::Args)]
pub(super) struct NewUserArgs {
    #[command(flatten)]
    database: DatabaseArgs,
}
pub(super) fn create(args: &NewUserArgs) -> Result<(), String> {
    args.database.check().map(drop)
}
