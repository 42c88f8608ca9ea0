//! The demonstration community: Pu'an 普安社区, as the case describes it, with some months behind it.
//!
//! Everything is made by the same use cases and posting code as requests are, from a seed: the same on the same day.

mod accounts;
mod activities;
mod names;
mod orders;
mod partners;
mod people;
mod rewards;
mod rulebook;
mod story;
mod teams;
mod vouchers;

pub use accounts::sign_ins;

use chrono::{DateTime, Utc};
use linli_db::{Connection, communities, migrations, transaction};
use secrecy::SecretString;

use crate::app::App;
use crate::auth::hash_password;
use crate::problem::Problem;

use story::{Days, Story};

/// The slug of the demonstration community.
const SLUG: &str = "puan";

/// Everything is one transaction, in which PostgreSQL does not look at its tables by itself.
const ANALYZED_EACH: i64 = 10;

/// Makes the demonstration community, all of it or nothing; leaves it alone if it is there.
///
/// # Errors
/// In words, if it could not be made.
pub async fn ensure(app: &App) -> Result<(), String> {
    let mut connection = app.pool.get().await.map_err(|error| error.to_string())?;
    if communities::find_by_slug(&mut connection, SLUG).await.map_err(|error| error.to_string())?.is_some() {
        return Ok(());
    }
    let now = app.clock.now();
    let made = async {
        let hash = hash_password(SecretString::from(accounts::PASSWORD)).await?;
        transaction(&mut connection, async |connection| make(connection, now, &hash).await).await
    };
    made.await.map_err(|problem: Problem| format!("the demonstration community: {}", problem.sentence()))
}

async fn make(connection: &mut Connection, now: DateTime<Utc>, hash: &str) -> Result<(), Problem> {
    let days = Days::until(now);
    let mut story = Story::begin(connection, &days, hash).await?;
    rulebook::publish(connection, &mut story).await?;
    let people = people::people(&story.acting(days.first()), &mut story.rng, days.year());
    let leaders = people.take_leaders(teams::TEAMS.len());
    people.settle(connection, &story).await?;
    let teams = teams::found(connection, &mut story, &people, &leaders, hash).await?;
    let resident =
        people.resident_with_account().ok_or_else(|| Problem::unexpected("nobody to sign in as"))?;
    story.open_resident_account(connection, &resident, hash).await?;
    let stores = partners::admit(connection, &mut story, hash).await?;
    let shelf = rewards::fill(connection, &story).await?;
    for day in days.iter() {
        if day.number % ANALYZED_EACH == 0 {
            migrations::analyze(connection).await?;
        }
        activities::run(connection, &mut story, day, &teams).await?;
        vouchers::run(connection, &mut story, day, &stores).await?;
        orders::run(connection, &mut story, day, &shelf).await?;
    }
    Ok(())
}
