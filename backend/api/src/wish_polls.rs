//! Wish polls 心愿征集: opened and closed by the desk, voted in by residents, counted.

mod add_candidate;
mod change;
mod close;
mod create;
mod get;
mod json;
mod list;
mod result;
mod suggestions;
mod vote;

pub(crate) use add_candidate::add;
pub(crate) use close::close;
pub(crate) use create::create;
pub(crate) use json::{NewWishBallot, NewWishCandidate, NewWishPoll};
pub(crate) use vote::cast;

use linli_db::{Connection, wish_polls};
use linli_domain::Refusal;
use linli_domain::wish_polls::WishPoll;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::acting::Acting;
use crate::problem::Problem;
use json::WishPollJson;

/// The poll as everybody sees it.
async fn shown(
    connection: &mut Connection,
    acting: &Acting,
    poll: &WishPoll,
) -> Result<WishPollJson, Problem> {
    let ballots = wish_polls::ballots(connection, acting.community, &[poll.id]).await?;
    Ok(WishPollJson::new(poll, ballots.get(&poll.id).map_or(0, |votes| votes.total), acting.now))
}

/// A refusal of the poll's rules, at the field that does not fit.
fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::WishPollInvalid { place, .. } => Problem::refused_at(place, refusal),
        refusal => refusal.into(),
    }
}

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_wish_poll)
        .service(list::list_wish_polls)
        .service(get::get_wish_poll)
        .service(change::change_wish_poll)
        .service(vote::replace_wish_ballot)
        .service(result::get_wish_poll_result)
        .service(suggestions::list_wish_suggestions)
        .service(add_candidate::add_wish_candidate)
        .service(close::close_wish_poll);
}
