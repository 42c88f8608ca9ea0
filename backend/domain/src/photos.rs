//! Photos: uploaded by somebody, whose they are until they are attached to something.

use chrono::{DateTime, Utc};

use crate::Refusal;
use crate::ids::{ClaimId, PhotoId, RewardId, UserId};

/// How many photos somebody may have uploaded that belong to nothing yet.
pub const MOST_LOOSE: i64 = 30;

/// How many photos a claim has at most.
pub const MOST_OF_CLAIM: usize = 6;

/// What a photo is attached to, and with it who may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoOf {
    /// A claim: who may see it.
    Claim(ClaimId),
    /// A reward, whose picture it is: who may see it.
    Reward(RewardId),
}

/// A photo, as it is kept: turned upright, without anything that the camera wrote into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Its identifier.
    pub id: PhotoId,
    /// Who uploaded it.
    pub uploaded_by: UserId,
    /// Its width in pixels.
    pub width: i32,
    /// Its height in pixels.
    pub height: i32,
    /// How many bytes the picture has.
    pub size_bytes: i32,
    /// What it is attached to: one thing at most.
    pub of: Option<PhotoOf>,
    /// When it was uploaded.
    pub created_at: DateTime<Utc>,
}

impl Photo {
    /// Whether this person can attach it to something: who uploaded it, to one thing; and where it is, it may stay.
    pub fn can_join(&self, of: PhotoOf, user: UserId) -> bool {
        self.of.map_or(self.uploaded_by == user, |its| its == of)
    }
}

/// Whether somebody who has so many photos that belong to nothing may upload another one.
///
/// # Errors
/// [`Refusal::TooManyPhotos`].
pub const fn check_loose(loose: i64) -> Result<(), Refusal> {
    if loose < MOST_LOOSE { Ok(()) } else { Err(Refusal::TooManyPhotos { most: MOST_LOOSE }) }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::{Photo, PhotoOf};
    use crate::ids::{ClaimId, PhotoId, RewardId, UserId};

    #[test]
    fn a_photo_joins_one_thing_and_only_by_who_uploaded_it() {
        let [one, two] = [1, 2].map(Uuid::from_u128);
        let (owner, other) = (UserId::new(one), UserId::new(two));
        let (claim, reward) = (PhotoOf::Claim(ClaimId::new(one)), PhotoOf::Reward(RewardId::new(one)));
        let loose = Photo {
            id: PhotoId::new(one),
            uploaded_by: owner,
            width: 8,
            height: 8,
            size_bytes: 9,
            of: None,
            created_at: DateTime::UNIX_EPOCH,
        };
        assert!(loose.can_join(reward, owner) && !loose.can_join(reward, other));
        let claimed = Photo { of: Some(claim), ..loose };
        assert!(claimed.can_join(claim, other) && !claimed.can_join(reward, owner));
        let shown = Photo { of: Some(reward), ..claimed };
        assert!(shown.can_join(reward, other) && !shown.can_join(claim, owner));
        assert!(!shown.can_join(PhotoOf::Reward(RewardId::new(two)), owner));
    }
}
