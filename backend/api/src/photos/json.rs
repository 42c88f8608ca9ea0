//! Photos as they are sent.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use linli_domain::ids::PhotoId;
use linli_domain::photos::Photo;
use serde::Serialize;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

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

/// A picture in the body of a request or an answer, in a document that knows no other word for it.
pub struct PictureBody;

impl PartialSchema for PictureBody {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)))
            .description(Some("The bytes of a picture"))
            .into()
    }
}

impl ToSchema for PictureBody {
    fn name() -> Cow<'static, str> {
        "Picture".into()
    }
}
