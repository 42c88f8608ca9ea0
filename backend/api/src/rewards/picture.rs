//! The picture of a reward: a photo that the desk has uploaded and that belongs to nothing else.

use linli_db::{Connection, photos};
use linli_domain::ids::{PhotoId, RewardId};
use linli_domain::photos::PhotoOf;

use crate::acting::Acting;
use crate::problem::Problem;

/// Whether a photo, which is locked, can be the picture of a reward: it is the caller's own and belongs to nothing, or is the
/// picture already. What somebody shows with a claim is never shown to everybody.
///
/// # Errors
/// `invalid-input` at `photo_id`.
pub(super) async fn check_picture(
    connection: &mut Connection,
    acting: &Acting,
    (photo, reward): (PhotoId, RewardId),
) -> Result<(), Problem> {
    let found = photos::lock_all(connection, acting.community, &[photo]).await?;
    let user = acting.user()?;
    let fits = found.get(&photo).is_some_and(|photo| photo.can_join(PhotoOf::Reward(reward), user));
    if fits { Ok(()) } else { Err(Problem::unknown_reference("photo_id")) }
}
