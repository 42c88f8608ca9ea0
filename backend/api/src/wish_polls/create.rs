//! `POST /wish-polls`: opening a poll, now or later.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, wish_polls};
use linli_domain::wish_polls::WishPoll;

use super::json::{NewWishPoll, WishPollJson};
use super::refused;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::Problem;

/// Open a wish poll
///
/// With what the supermarket could buy next. It begins and ends by its times.
#[utoipa::path(
    tag = "wish-polls",
    request_body = NewWishPoll,
    responses((status = 201, body = WishPollJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([]))),
)]
#[post("/wish-polls")]
pub async fn create_wish_poll(
    by: By<Desk>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewWishPoll| {
        let poll = create(connection, acting, body).await?;
        Reply::created(format!("/api/v1/wish-polls/{}", poll.id), &poll)
    });
    done.await
}

pub(crate) async fn create(
    connection: &mut Connection,
    acting: &Acting,
    new: &NewWishPoll,
) -> Result<WishPollJson, Problem> {
    let poll = WishPoll {
        id: acting.id(),
        title: new.title.as_str().to_owned(),
        choices: new.choices.small(),
        opens_at: new.opens_at.get(),
        closes_at: new.closes_at.get(),
        closed_at: None,
        candidates: new.candidates.iter().map(|one| one.candidate(acting)).collect(),
    };
    let poll = poll.checked(acting.now).map_err(refused)?;
    wish_polls::insert(connection, acting.community, &poll).await?;
    let made = WishPollJson::new(&poll, 0, acting.now);
    acting.audit(connection, poll.id, Change::made("wish_poll.create", &made)).await?;
    Ok(made)
}
