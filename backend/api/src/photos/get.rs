//! `GET /photos/{id}`: the picture.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use linli_db::{Connection, claims, photos};
use linli_domain::ids::PhotoId;
use linli_domain::photos::Photo;

use super::json::PictureBody;
use super::store::Size;
use crate::app::App;
use crate::auth::{By, ResidentOrGuides, Roles};
use crate::problem::{Kind, Problem};

/// A photo
///
/// As JPEG, for whoever may see what it is attached to; until it is attached, for who uploaded it.
#[utoipa::path(
    tag = "photos",
    params(("id" = PhotoId, Path)),
    responses((status = 200, body = PictureBody, content_type = "image/jpeg")),
    extensions(("x-roles" = json!(ResidentOrGuides::ALLOWED))),
)]
#[get("/photos/{id}")]
pub async fn get_photo(
    by: By<ResidentOrGuides>,
    id: Path<PhotoId>,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    picture(&app, &by, (*id, Size::Whole)).await
}

/// A picture, for whoever may see it. It never changes, but who may see it does.
pub(super) async fn picture(
    app: &App,
    by: &By<ResidentOrGuides>,
    (id, size): (PhotoId, Size),
) -> Result<HttpResponse, Problem> {
    let mut connection = app.connection().await?;
    let photo = photos::find(&mut connection, by.community(), id).await?.ok_or_else(Problem::not_found)?;
    if !may_see(&mut connection, by, &photo).await? {
        return Err(Problem::of(Kind::Forbidden));
    }
    // The store may be slow; the connection is somebody else's meanwhile.
    drop(connection);
    let picture = app.photos.get(by.community(), id, size).await?;
    let mut response = HttpResponse::Ok();
    response.insert_header((CONTENT_TYPE, "image/jpeg"));
    response.insert_header((CACHE_CONTROL, "private, max-age=600"));
    Ok(response.body(picture))
}

async fn may_see(
    connection: &mut Connection,
    by: &By<ResidentOrGuides>,
    photo: &Photo,
) -> Result<bool, Problem> {
    let Some(claim) = photo.claim else { return Ok(photo.uploaded_by == by.principal.user) };
    let claim = claims::find(connection, by.community(), claim).await?;
    Ok(claim.is_some_and(|claim| by.principal.may_see_claim(&claim)))
}
