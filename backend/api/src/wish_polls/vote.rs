//! `PUT /wish-polls/{id}/ballot`: voting, and voting otherwise.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, put};
use linli_db::{Connection, residents, wish_polls};
use linli_domain::ids::{ResidentId, WishCandidateId, WishPollId};
use linli_domain::wish_polls::WishPoll;

use super::json::{NewWishBallot, WishBallotReceipt};
use super::refused;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::problem::{Kind, Problem};

/// Vote in a wish poll
///
/// A resident has one ballot; who votes again, while the poll is open, puts another in its place. The desk votes in the
/// place of the resident whom it names. Who voted for what is kept for the voter alone: results are figures.
#[utoipa::path(
    tag = "wish-polls",
    params(("id" = WishPollId, Path)),
    request_body = NewWishBallot,
    responses((status = 200, body = WishBallotReceipt)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([Kind::WishPollNotOpen, Kind::ResidentNotActive])),
    ),
)]
#[put("/wish-polls/{id}/ballot")]
pub async fn replace_wish_ballot(
    by: By<ResidentOrDesk>,
    id: Path<WishPollId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewWishBallot| {
        let resident = by.resident(body.resident_id)?;
        let acting = acting.clone().on_behalf_of(by.in_place_of(resident));
        Reply::ok(&cast(connection, &acting, (*id, resident), body).await?)
    });
    done.await
}

pub(crate) async fn cast(
    connection: &mut Connection,
    acting: &Acting,
    (id, resident): (WishPollId, ResidentId),
    new: &NewWishBallot,
) -> Result<WishBallotReceipt, Problem> {
    let poll = wish_polls::lock_to_vote(connection, acting.community, id).await?;
    let poll = poll.ok_or_else(Problem::not_found)?;
    check_candidates(&poll, &new.candidate_ids)?;
    let voter = residents::find(connection, acting.community, resident).await?;
    let voter = voter.ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    let today = own_community(connection, acting.community).await?.day_of(acting.now);
    let ballot = poll.ballot(&voter, new.vote(), acting.user()?, (today, acting.now)).map_err(refused)?;
    wish_polls::cast(connection, acting.community, &ballot).await?;
    // What the ballot says stands neither in the answer nor in the audit log, which others read.
    let receipt = WishBallotReceipt { poll_id: id, resident_id: resident, cast_at: ballot.cast_at };
    acting.audit(connection, id, Change::made("wish_poll.vote", &receipt)).await?;
    Ok(receipt)
}

/// Whether the ballot names candidates of the poll: of those that it does not know, the place of the first.
fn check_candidates(poll: &WishPoll, named: &[WishCandidateId]) -> Result<(), Problem> {
    let unknown = |id: &WishCandidateId| poll.candidates.iter().all(|one| one.id != *id);
    match named.iter().position(unknown) {
        Some(place) => Err(Problem::unknown_reference(format!("candidate_ids[{place}]"))),
        None => Ok(()),
    }
}
