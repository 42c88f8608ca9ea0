//! `linli community create`.
use super::settings::DatabaseArgs;
#[derive(clap::Args)]
pub(super) struct NewCommunityArgs {
    #[command(flatten)]
    database: DatabaseArgs,
}
pub(super) fn create(args: &NewCommunityArgs) -> Result<(), String> {
    args.database.check().map(drop)
}
