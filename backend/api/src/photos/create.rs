//! `POST /photos`: uploading a photo.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::Connection;
use linli_domain::photos::Photo;

use super::json::{PhotoJson, PictureBody};
use super::upload::{announce, stored};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Picture, Reply, Upload};
use crate::problem::{Kind, Problem};

/// Upload a photo
///
/// The body is the picture itself: JPEG, PNG or WebP, 10 MiB and thirty million pixels at most; what it is, its content says.
/// It is turned upright and written anew as a JPEG of 1600 pixels a side at most, with nothing of what the camera wrote into
/// it. Until it is attached to something (`photos` of a claim, `photo_id` of a reward) only who uploaded it sees it; a day later
/// it is removed.
#[utoipa::path(
    tag = "photos",
    request_body(
        description = "The picture",
        content((PictureBody = "image/jpeg"), (PictureBody = "image/png"), (PictureBody = "image/webp")),
    ),
    responses((status = 201, body = PhotoJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([Kind::TooManyPhotos])),
    ),
)]
#[post("/photos")]
pub async fn create_photo(
    by: By<ResidentOrDesk>,
    upload: Upload<Picture>,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let id = upload.id(&app, &by)?;
    let pictures = app.photos.decode(upload.bytes()).await?;
    let announced = (id, by.principal.user, &pictures);
    let photo = announce(&mut *app.connection().await?, &by.acting(), announced).await?;
    app.photos.put(by.community(), photo.id, &pictures).await?;
    let work = async |connection: &mut Connection, acting: &Acting, photo: &Photo| {
        let shown = stored(connection, acting, photo.id).await?;
        Reply::created(format!("/api/v1/photos/{}", shown.id), &shown)
    };
    upload.run(&app, &by, async |_| Ok(photo), work).await
}
