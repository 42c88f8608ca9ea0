//! Photos: uploaded by somebody, whose they are until they are attached to something.

use chrono::{DateTime, Utc};

use crate::Refusal;
use crate::ids::{ClaimId, PhotoId, UserId};

/// How many photos somebody may have uploaded that belong to nothing yet.
pub const MOST_LOOSE: i64 = 30;

/// How many photos a claim has at most.
pub const MOST_OF_CLAIM: usize = 6;

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
    /// The claim it is attached to.
    pub claim: Option<ClaimId>,
    /// When it was uploaded.
    pub created_at: DateTime<Utc>,
}

impl Photo {
    /// Whether this person can attach it to a claim: who uploaded it, to one; and where it is, it may stay.
    pub fn can_join(&self, claim: ClaimId, user: UserId) -> bool {
        self.claim.map_or(self.uploaded_by == user, |its| its == claim)
    }
}

/// Whether somebody who has so many photos that belong to nothing may upload another one.
///
/// # Errors
/// [`Refusal::TooManyPhotos`].
pub const fn check_loose(loose: i64) -> Result<(), Refusal> {
    if loose < MOST_LOOSE { Ok(()) } else { Err(Refusal::TooManyPhotos { most: MOST_LOOSE }) }
}
