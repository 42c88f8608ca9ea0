//! `GET /wish-polls/{id}/result`: what came of a poll.

use std::cmp::Reverse;

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::wish_polls;
use linli_domain::ids::WishPollId;
use linli_domain::wish_polls::WishCandidate;

use super::json::{WishCandidateJson, WishCandidateResult, WishPollResult};
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::{Kind, Problem};

/// The result of a wish poll
///
/// Once it is over, for everybody: how many voted for what, in all and by the age group that they were of when they voted.
#[utoipa::path(
    tag = "wish-polls",
    params(("id" = WishPollId, Path)),
    responses((status = 200, body = WishPollResult)),
    extensions(("x-roles" = json!(Anyone::ALLOWED)), ("x-problems" = json!([Kind::WishPollNotClosed]))),
)]
#[get("/wish-polls/{id}/result")]
pub async fn get_wish_poll_result(
    by: By<Anyone>,
    id: Path<WishPollId>,
    app: Data<App>,
) -> Result<Json<WishPollResult>, Problem> {
    let mut connection = app.connection().await?;
    let poll = wish_polls::find(&mut connection, by.community(), *id).await?;
    let poll = poll.ok_or_else(Problem::not_found)?;
    poll.check_result(by.now)?;
    let ballots = wish_polls::ballots(&mut connection, by.community(), &[poll.id]).await?;
    let votes = wish_polls::votes(&mut connection, by.community(), poll.id).await?;
    let result = |one: &WishCandidate| WishCandidateResult {
        candidate: WishCandidateJson::from(one),
        votes: votes.get(&one.id).copied().unwrap_or_default(),
    };
    let mut candidates: Vec<_> = poll.candidates.iter().map(result).collect();
    candidates.sort_by_key(|one| Reverse(one.votes.total));
    Ok(Json(WishPollResult { ballots: ballots.get(&poll.id).copied().unwrap_or_default(), candidates }))
}
