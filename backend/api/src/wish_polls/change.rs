//! `PATCH /wish-polls/{id}`: changing a poll in which nobody has voted.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, wish_polls};
use linli_domain::ids::WishPollId;
use linli_domain::wish_polls::WishPoll;

use super::json::{WishPollChange, WishPollJson};
use super::{refused, shown};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::input::Moment;
use crate::problem::{Kind, Problem};

/// Change a wish poll
///
/// Until the first ballot. What is left out stays.
#[utoipa::path(
    tag = "wish-polls",
    params(("id" = WishPollId, Path)),
    request_body = WishPollChange,
    responses((status = 200, body = WishPollJson)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState, Kind::WishPollHasBallots])),
    ),
)]
#[patch("/wish-polls/{id}")]
pub async fn change_wish_poll(
    by: By<Desk>,
    id: Path<WishPollId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &WishPollChange| {
        Reply::ok(&change(connection, acting, *id, body).await?)
    });
    done.await
}

async fn change(
    connection: &mut Connection,
    acting: &Acting,
    id: WishPollId,
    change: &WishPollChange,
) -> Result<WishPollJson, Problem> {
    let before = wish_polls::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let was = shown(connection, acting, &before).await?;
    before.check_change(was.ballots, acting.now)?;
    let candidates = change.candidates.as_ref();
    let candidates = candidates.map(|new| new.iter().map(|one| one.candidate(acting)).collect::<Vec<_>>());
    let after = WishPoll {
        title: change.title.clone().map_or_else(|| before.title.clone(), String::from),
        choices: change.choices.map_or(before.choices, |choices| choices.small()),
        opens_at: change.opens_at.map_or(before.opens_at, Moment::get),
        closes_at: change.closes_at.map_or(before.closes_at, Moment::get),
        candidates: candidates.clone().unwrap_or_else(|| before.candidates.clone()),
        ..before
    };
    let after = after.checked(acting.now).map_err(refused)?;
    wish_polls::update(connection, acting.community, &after).await?;
    if let Some(new) = candidates {
        wish_polls::replace_candidates(connection, acting.community, id, &new).await?;
    }
    let is = WishPollJson::new(&after, was.ballots, acting.now);
    acting.audit(connection, id, Change::changed("wish_poll.change", &was, &is)).await?;
    Ok(is)
}
