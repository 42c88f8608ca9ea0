//! `GET /photos/{id}/thumbnail`: the picture, small.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use linli_domain::ids::PhotoId;

use super::get::picture;
use super::json::PictureBody;
use super::store::Size;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// A photo's thumbnail
///
/// As JPEG of 320 pixels a side at most, for whoever may see the photo.
#[utoipa::path(
    tag = "photos",
    params(("id" = PhotoId, Path)),
    responses((status = 200, body = PictureBody, content_type = "image/jpeg")),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/photos/{id}/thumbnail")]
pub async fn get_photo_thumbnail(
    by: By<Anyone>,
    id: Path<PhotoId>,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    picture(&app, &by, (*id, Size::Small)).await
}
