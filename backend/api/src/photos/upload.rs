//! Uploading a photo: announced first, so that wherever it breaks off, a job knows what is to be removed; then its pictures
//! are stored; and only then is it there.

use linli_db::{Connection, photos};
use linli_domain::ids::{PhotoId, UserId};
use linli_domain::photos::{Photo, check_loose};
use serde_json::json;

use super::{PhotoJson, PhotoStore, Pictures};
use crate::acting::{Acting, Change};
use crate::problem::Problem;

/// Announces a photo of somebody who has not too many that belong to nothing. One that is known is sent again: it is announced
/// already, and no further one.
///
/// # Errors
/// `too-many-photos`.
pub(super) async fn announce(
    connection: &mut Connection,
    acting: &Acting,
    (id, by, pictures): (PhotoId, UserId, &Pictures),
) -> Result<Photo, Problem> {
    if !photos::is_known(connection, acting.community, id).await? {
        check_loose(photos::count_loose(connection, acting.community, by).await?)?;
    }
    let number = |figure: u32| i32::try_from(figure).map_err(Problem::unexpected);
    let photo = Photo {
        id,
        uploaded_by: by,
        width: number(pictures.width)?,
        height: number(pictures.height)?,
        size_bytes: i32::try_from(pictures.picture.len()).map_err(Problem::unexpected)?,
        of: None,
        created_at: acting.now,
    };
    photos::announce(connection, acting.community, &photo).await?;
    Ok(photo)
}

/// The pictures of an announced photo are stored: from now on it is there.
pub(super) async fn stored(
    connection: &mut Connection,
    acting: &Acting,
    id: PhotoId,
) -> Result<PhotoJson, Problem> {
    let photo = photos::stored(connection, acting.community, (id, acting.now)).await?;
    let photo = photo.ok_or_else(|| Problem::unexpected("a photo that nobody announced"))?;
    let facts = json!({"width": photo.width, "height": photo.height, "size_bytes": photo.size_bytes});
    acting.audit(connection, id, Change::made("photo.upload", &facts)).await?;
    Ok(photo.into())
}

/// All of it at once, for whoever is no request.
///
/// # Errors
/// Those of the steps.
pub(crate) async fn keep(
    connection: &mut Connection,
    acting: &Acting,
    store: &PhotoStore,
    pictures: &Pictures,
) -> Result<PhotoJson, Problem> {
    let photo = announce(connection, acting, (acting.id(), acting.user()?, pictures)).await?;
    store.put(acting.community, photo.id, pictures).await?;
    stored(connection, acting, photo.id).await
}
