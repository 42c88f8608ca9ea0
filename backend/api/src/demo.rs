//! The demonstration community: Pu'an 普安社区, as the case describes it, with a year behind it.
//!
//! What happens in it happens by the same use cases as requests and jobs do, in the order of time; only who lives there is
//! stored in bulk, as it stood when the community was founded. All of it comes from a seed: the same on the same day.

mod accounts;
mod activities;
mod adjustments;
mod attendance;
mod claims;
mod days;
mod imports;
mod later;
mod names;
mod night;
mod orders;
mod pacts;
mod partner_terms;
mod partners;
mod people;
mod pictures;
mod points;
mod rewards;
mod rulebook;
mod services;
mod signals;
mod statements;
mod story;
mod teams;
mod town;
mod vouchers;
mod wish_polls;

pub use accounts::sign_ins;

use chrono::{DateTime, Utc};
use linli_db::{Connection, Slice, communities, figures, migrations, transaction};
use secrecy::SecretString;

use crate::auth::hash_password;
use crate::photos::PhotoStore;
use crate::problem::Problem;

use days::{Day, Days};
use story::Story;
use town::Town;

/// The slug of the demonstration community.
const SLUG: &str = "puan";

/// How many days of history there are, unless fewer are asked for.
pub const YEAR: u16 = 365;

/// Makes the demonstration community with so many days of history, all of it or nothing; leaves it alone if it is there.
///
/// # Errors
/// In words, if it could not be made, or if the data base holds other communities: everybody can read the passwords of the
/// demonstration, the platform operator's among them.
pub async fn ensure(
    connection: &mut Connection,
    photos: &PhotoStore,
    now: DateTime<Utc>,
    days: u16,
) -> Result<(), String> {
    let first = Slice { after: None, limit: 2 };
    let found = communities::list(connection, &first).await.map_err(|error| error.to_string())?.items;
    if found.iter().any(|community| !story::is_demonstration(community)) {
        return Err(
            "the data base holds other communities, and the passwords of the demonstration are published: \
                    load it into a data base of its own"
                .to_owned(),
        );
    }
    if !found.is_empty() {
        return Ok(());
    }
    tracing::info!(days, "making the demonstration community, which takes a minute or two");
    let days = Days::until(now, days);
    let made = async {
        let hash = hash_password(SecretString::from(accounts::PASSWORD)).await?;
        transaction(connection, async |connection| make(connection, photos, (&days, now), &hash).await).await
    };
    made.await.map_err(|problem: Problem| format!("the demonstration community: {}", problem.sentence()))
}

/// How much there is of everything in the demonstration community, a line for each kind.
///
/// # Errors
/// In words, if the data base does not answer.
pub async fn figures(connection: &mut Connection) -> Result<String, String> {
    let counted = async {
        let found = communities::list(connection, &Slice { after: None, limit: 1 }).await?.items;
        let Some(community) = found.first() else { return Ok(Vec::new()) };
        figures::of(connection, community.id).await
    };
    let counted = counted.await.map_err(|error: linli_db::Error| error.to_string())?;
    Ok(counted.into_iter().map(|(figure, count)| format!("{figure:<40} {count:>6}\n")).collect())
}

async fn make(
    connection: &mut Connection,
    photos: &PhotoStore,
    (days, now): (&Days, DateTime<Utc>),
    hash: &str,
) -> Result<(), Problem> {
    let mut story = Story::begin(connection, days, hash).await?;
    let mut town = Town::found(connection, &mut story, (days, photos), hash).await?;
    signals::set(connection, &story).await?;
    for day in days.iter() {
        // The tables grow ever more slowly in proportion.
        if day.number.count_ones() <= 1 {
            migrations::analyze(connection).await?;
        }
        live(connection, &mut story, day, &mut town).await?;
        later::run_until(connection, &mut story, day.at(21)).await?;
        claims::run(connection, &story, day, (&town.teams, photos)).await?;
    }
    activities::look_ahead(connection, &mut story, days.yesterday(), &town).await?;
    later::run_until(connection, &mut story, now).await?;
    night::keep_house(connection, &story.acting(now)).await?;
    signals::answer(connection, &story, now).await
}

/// One day, in the order of its hours: a line for each kind of happening. In between happens what earlier days brought about.
async fn live(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    town: &mut Town,
) -> Result<(), Problem> {
    later::run_until(connection, story, day.at(2)).await?;
    night::keep_house(connection, &story.acting(day.at(2))).await?;
    statements::close(connection, story, day, &town.stores).await?;
    if day.is_first_of_month() {
        live_monthly(connection, story, day, town).await?;
    }
    imports::run(connection, story, day, &town.newcomers).await?;
    wish_polls::run(connection, story, day, (&mut town.polls, &mut town.shelf)).await?;
    later::run_until(connection, story, day.at(18)).await?;
    activities::run(connection, story, day, town).await?;
    later::run_until(connection, story, day.at(19)).await?;
    vouchers::run(connection, story, day, &town.stores).await?;
    later::run_until(connection, story, day.at(20)).await?;
    orders::run(connection, story, day, &town.shelf).await
}

/// What happens on the first day of a month, before the evening.
async fn live_monthly(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    town: &mut Town,
) -> Result<(), Problem> {
    later::run_until(connection, story, day.at(9)).await?;
    rulebook::revise(connection, story, day).await?;
    rewards::take_stock(connection, story, day, &town.shelf).await?;
    rewards::buy(connection, story, day, &town.shelf).await?;
    rewards::change_price(connection, story, day, &mut town.shelf).await?;
    later::run_until(connection, story, day.at(11)).await?;
    points::deduct_some(connection, story, day).await?;
    points::give_some(connection, story, day, town).await?;
    points::use_funds(connection, story, day, town).await?;
    adjustments::run(connection, story, day).await?;
    orders::run_pooled(connection, story, day, town).await?;
    later::run_until(connection, story, day.at(15)).await?;
    services::run(connection, story, day, &town.services).await?;
    later::run_until(connection, story, day.at(16)).await?;
    pacts::run(connection, story, day, &town.blocks).await
}
