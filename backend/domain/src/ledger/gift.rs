//! Gifts 赠送: points given to another resident.

use super::posting::{Cause, CauseKind, Posting, Side, TransferCode};
use super::{Explanation, Wallet};
use crate::Refusal;
use crate::ids::{ResidentId, TransferId};
use crate::points::Points;

/// Returns the transfer by which `giver` gives points to `receiver`. They lapse when they would have: nothing lives longer
/// by being passed on.
///
/// # Errors
/// [`Refusal::GiftToOneself`], [`Refusal::NotEnoughPoints`].
pub fn gift(
    (giver, wallet): (ResidentId, &Wallet),
    receiver: ResidentId,
    points: Points,
    id: TransferId,
    note: String,
) -> Result<Posting, Refusal> {
    if giver == receiver {
        return Err(Refusal::GiftToOneself);
    }
    let sides = (Side::Wallet(giver), Side::Wallet(receiver));
    let cause = Cause::new(CauseKind::Resident, giver);
    Ok(Posting::plain(id, TransferCode::Give, sides, wallet.draw(points)?, cause, Explanation::Gift { note }))
}
