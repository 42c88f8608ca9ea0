//! `POST /wish-polls/{id}/candidates`: taking up what residents suggest.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, wish_polls};
use linli_domain::Refusal;
use linli_domain::ids::WishPollId;
use linli_domain::wish_polls::WishPoll;

use super::json::{NewWishCandidate, WishPollJson};
use super::shown;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Add a candidate
///
/// Until the poll is over, also when some have voted: they can change their ballots. Suggestions of this name are taken up
/// by it, and are not among the suggestions any more; nobody votes for it by having suggested it.
#[utoipa::path(
    tag = "wish-polls",
    params(("id" = WishPollId, Path)),
    request_body = NewWishCandidate,
    responses((status = 201, body = WishPollJson)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState, Kind::NameTaken])),
    ),
)]
#[post("/wish-polls/{id}/candidates")]
pub async fn add_wish_candidate(
    by: By<Desk>,
    id: Path<WishPollId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewWishCandidate| {
        let poll = add(connection, acting, *id, body).await?;
        Reply::created(format!("/api/v1/wish-polls/{id}"), &poll)
    });
    done.await
}

pub(crate) async fn add(
    connection: &mut Connection,
    acting: &Acting,
    id: WishPollId,
    new: &NewWishCandidate,
) -> Result<WishPollJson, Problem> {
    let mut poll: WishPoll =
        wish_polls::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let candidate = new.candidate(acting);
    poll.check_candidate(&candidate, acting.now).map_err(|refusal| match refusal {
        Refusal::NameTaken { .. } => Problem::refused_at("name", refusal),
        refusal => refusal.into(),
    })?;
    let was = shown(connection, acting, &poll).await?;
    wish_polls::insert_candidates(connection, acting.community, id, std::slice::from_ref(&candidate)).await?;
    poll.candidates.push(candidate);
    let is = WishPollJson::new(&poll, was.ballots, acting.now);
    acting.audit(connection, id, Change::changed("wish_poll.add_candidate", &was, &is)).await?;
    Ok(is)
}
