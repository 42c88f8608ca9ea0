//! The uses of vouchers: those of one that stand, and those of a household that count against limits.

use chrono::{DateTime, Utc};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::confirmations::Standing;
use linli_domain::ids::{CommunityId, ConfirmationId, HouseholdId, OfferId, ResidentId, VoucherId};
use linli_domain::offers::Past;
use linli_domain::points::Points;
use uuid::Uuid;

use super::unless_closed;
use crate::schema::{confirmations, residents, vouchers};
use crate::{Connection, Result};

/// The confirmations of a voucher that stand. Whoever asks has locked the voucher.
///
/// # Errors
/// If the data base does not answer.
pub async fn standing(
    connection: &mut Connection,
    community: CommunityId,
    of: VoucherId,
) -> Result<Vec<Standing>> {
    let rows: Vec<(Uuid, i32)> = confirmations::table
        .filter(confirmations::community_id.eq(community.uuid()).and(confirmations::voucher_id.eq(of.uuid())))
        .filter(confirmations::undone_at.is_null().and(confirmations::corrected_at.is_null()))
        .order(confirmations::id)
        .select((confirmations::id, confirmations::use_number))
        .load(connection)
        .await?;
    let standing = |(id, use_number)| Standing { id: ConfirmationId::new(id), use_number };
    Ok(rows.into_iter().map(standing).collect())
}

/// When those who are registered in a household used vouchers of an offer since a moment. Whoever asks has locked the
/// household.
///
/// # Errors
/// If the data base does not answer.
pub async fn used_by_household(
    connection: &mut Connection,
    community: CommunityId,
    (offer, household): (OfferId, HouseholdId),
    since: DateTime<Utc>,
) -> Result<Vec<Past>> {
    let rows: Vec<(Uuid, DateTime<Utc>)> = confirmations::table
        .inner_join(
            vouchers::table.on(vouchers::community_id
                .eq(confirmations::community_id)
                .and(vouchers::id.eq(confirmations::voucher_id))),
        )
        .inner_join(residents::table.on(
            residents::community_id.eq(vouchers::community_id).and(residents::id.eq(vouchers::resident_id)),
        ))
        .filter(confirmations::community_id.eq(community.uuid()).and(vouchers::offer_id.eq(offer.uuid())))
        .filter(residents::household_id.eq(household.uuid()).and(confirmations::confirmed_at.ge(since)))
        .filter(confirmations::undone_at.is_null().and(confirmations::corrected_at.is_null()))
        .select((vouchers::resident_id, confirmations::confirmed_at))
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|(resident, at)| Past { resident: ResidentId::new(resident), at }).collect())
}

/// Stores that the price of a voucher was spent by this use of it, as the one that spent it is undone.
///
/// # Errors
/// If the data base does not answer; [`crate::Error::MonthClosed`].
pub async fn hand_over_price(
    connection: &mut Connection,
    community: CommunityId,
    to: ConfirmationId,
    price: Points,
) -> Result<()> {
    let statement = diesel::update(confirmations::table.find((community.uuid(), to.uuid())))
        .set(confirmations::spent_points.eq(price.get()));
    unless_closed(statement.execute(connection).await)
}
