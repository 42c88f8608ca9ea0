//! `GET /photos/{id}`: the picture.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use linli_db::{Connection, claims, photos, rewards};
use linli_domain::ids::PhotoId;
use linli_domain::photos::{Photo, PhotoOf};

use super::json::PictureBody;
use super::store::Size;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::{Kind, Problem};

/// A photo
///
/// As JPEG, for whoever may see what it is attached to: a claim, or a reward whose picture it is; until it is attached, for who
/// uploaded it.
#[utoipa::path(
    tag = "photos",
    params(("id" = PhotoId, Path)),
    responses((status = 200, body = PictureBody, content_type = "image/jpeg")),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/photos/{id}")]
pub async fn get_photo(by: By<Anyone>, id: Path<PhotoId>, app: Data<App>) -> Result<HttpResponse, Problem> {
    picture(&app, &by, (*id, Size::Whole)).await
}

/// For how long what shows a claim is kept by who has seen it: the picture never changes, but who may see it does.
const KEPT_OF_CLAIM: &str = "private, max-age=600";
/// For how long pictures of rewards are, which are no secret: a shelf is looked at again and again.
const KEPT_OF_REWARD: &str = "private, max-age=86400, immutable";

/// A picture, for whoever may see it.
pub(super) async fn picture(
    app: &App,
    by: &By<Anyone>,
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
    let kept = if matches!(photo.of, Some(PhotoOf::Reward(_))) { KEPT_OF_REWARD } else { KEPT_OF_CLAIM };
    response.insert_header((CONTENT_TYPE, "image/jpeg"));
    response.insert_header((CACHE_CONTROL, kept));
    Ok(response.body(picture))
}

async fn may_see(connection: &mut Connection, by: &By<Anyone>, photo: &Photo) -> Result<bool, Problem> {
    match photo.of {
        None => Ok(photo.uploaded_by == by.principal.user),
        Some(PhotoOf::Claim(claim)) => {
            let claim = claims::find(connection, by.community(), claim).await?;
            Ok(claim.is_some_and(|claim| by.principal.may_see_claim(&claim)))
        }
        Some(PhotoOf::Reward(reward)) => {
            let reward = rewards::find(connection, by.community(), reward).await?;
            Ok(reward.is_some_and(|reward| by.principal.may_see_shelf(reward.state)))
        }
    }
}
