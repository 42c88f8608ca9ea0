//! What the program does by itself, in the small hours: the jobs of `crate::jobs`, in their order.

use linli_db::Connection;

use crate::acting::Acting;
use crate::ledger::expire_all_points;
use crate::notices::announce_lapses;
use crate::orders::expire_all_orders;
use crate::problem::Problem;
use crate::seals::seal_days;
use crate::signals::watch_days;
use crate::vouchers::expire_all;

/// Ends what is over, tells residents what will be, seals the days that are, and looks into them for signals of abuse.
pub(super) async fn keep_house(connection: &mut Connection, acting: &Acting) -> Result<(), Problem> {
    expire_all(connection, acting).await?;
    expire_all_orders(connection, acting).await?;
    expire_all_points(connection, acting).await?;
    announce_lapses(connection, acting).await?;
    seal_days(connection, acting).await?;
    watch_days(connection, acting).await.map(drop)
}
