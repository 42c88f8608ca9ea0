//! `GET /wish-polls/{id}`: one poll.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::wish_polls;
use linli_domain::ids::WishPollId;

use super::json::{OwnWishBallot, OwnWishPoll};
use super::shown;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// A wish poll
///
/// With the caller's own ballot, and nobody else's.
#[utoipa::path(
    tag = "wish-polls",
    params(("id" = WishPollId, Path)),
    responses((status = 200, body = OwnWishPoll)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/wish-polls/{id}")]
pub async fn get_wish_poll(
    by: By<Anyone>,
    id: Path<WishPollId>,
    app: Data<App>,
) -> Result<Json<OwnWishPoll>, Problem> {
    let mut connection = app.connection().await?;
    let poll = wish_polls::find(&mut connection, by.community(), *id).await?;
    let poll = poll.ok_or_else(Problem::not_found)?;
    let own_ballot = match by.principal.resident {
        None => None,
        Some(resident) => wish_polls::own_ballot(&mut connection, by.community(), (*id, resident)).await?,
    };
    let poll = shown(&mut connection, &by.acting(), &poll).await?;
    Ok(Json(OwnWishPoll { poll, own_ballot: own_ballot.map(OwnWishBallot::from) }))
}
