//! Photos as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::ids::PhotoId;
use linli_domain::photos::Photo;
use serde::Serialize;
use utoipa::ToSchema;

/// A photo; its pictures are at `/photos/{id}` and `/photos/{id}/thumbnail`.
#[derive(Serialize, ToSchema)]
#[schema(as = Photo)]
pub struct PhotoJson {
    /// The identifier.
    pub id: PhotoId,
    /// Its width in pixels.
    pub width: i32,
    /// Its height in pixels.
    pub height: i32,
    /// How many bytes the picture has.
    pub size_bytes: i32,
    /// When it was uploaded.
    pub created_at: DateTime<Utc>,
}

impl From<Photo> for PhotoJson {
    fn from(photo: Photo) -> Self {
        let Photo { id, width, height, size_bytes, created_at, .. } = photo;
        Self { id, width, height, size_bytes, created_at }
    }
}
