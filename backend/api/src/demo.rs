//! The demonstration community: Pu'an 普安社区, as the case describes it, with some months behind it.
//!
//! What happens in it (teams, memberships, the rule book, goods, activities, vouchers, orders) happens by the same use cases
//! as requests do, in the order of time; who lives there and who the partners are is stored as it stood when the community was set
//! up. All of it comes from a seed: the same on the same day.

mod accounts;
mod activities;
mod attendance;
mod claims;
mod later;
mod names;
mod orders;
mod pacts;
mod partner_terms;
mod partners;
mod people;
mod rewards;
mod rulebook;
mod signals;
mod statements;
mod story;
mod teams;
mod vouchers;

pub use accounts::sign_ins;

use chrono::{DateTime, Utc};
use linli_db::{Connection, Slice, communities, migrations, transaction};
use secrecy::SecretString;

use crate::auth::hash_password;
use crate::photos::PhotoStore;
use crate::problem::Problem;
use crate::seals::seal_days;

use accounts::name_of;
use linli_domain::roles::Role;
use story::{Days, Story};

/// The slug of the demonstration community.
const SLUG: &str = "puan";

/// Everything is one transaction, in which PostgreSQL does not look at its tables by itself.
const ANALYZED_EACH: i64 = 10;

/// Makes the demonstration community, all of it or nothing; leaves it alone if it is there.
///
/// # Errors
/// In words, if it could not be made, or if the data base holds other communities: everybody can read the passwords of the
/// demonstration, the platform operator's among them.
pub async fn ensure(
    connection: &mut Connection,
    photos: &PhotoStore,
    now: DateTime<Utc>,
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
    let made = async {
        let hash = hash_password(SecretString::from(accounts::PASSWORD)).await?;
        transaction(connection, async |connection| make(connection, photos, now, &hash).await).await
    };
    made.await.map_err(|problem: Problem| format!("the demonstration community: {}", problem.sentence()))
}

async fn make(
    connection: &mut Connection,
    photos: &PhotoStore,
    now: DateTime<Utc>,
    hash: &str,
) -> Result<(), Problem> {
    let days = Days::until(now);
    let mut story = Story::begin(connection, &days, hash).await?;
    rulebook::publish(connection, &mut story).await?;
    let mut people = people::people(&story.acting(days.first()), &mut story.rng, days.year());
    let resident = people.resident_with_account(name_of(Role::Resident));
    let resident = resident.ok_or_else(|| Problem::unexpected("nobody to sign in as"))?;
    let leaders = people.take_leaders(teams::TEAMS.len(), teams::SHOWN, name_of(Role::TeamLeader));
    let taken: Vec<_> = leaders.iter().map(|leader| leader.id).chain([resident.id]).collect();
    let heads = people.take_block_heads(&taken, name_of(Role::BlockHead));
    people.settle(connection, &story).await?;
    let teams = teams::found(connection, &mut story, &people, &leaders, hash).await?;
    story.open_resident_account(connection, &resident, hash).await?;
    let blocks = pacts::appoint(connection, &story, (&people, heads), hash).await?;
    let stores = partners::admit(connection, &mut story, hash).await?;
    let shelf = rewards::fill(connection, &story).await?;
    signals::set(connection, &story).await?;
    for day in days.iter() {
        if day.number % ANALYZED_EACH == 0 {
            migrations::analyze(connection).await?;
        }
        live(connection, &mut story, day, (&blocks, &teams, &stores, &shelf)).await?;
        later::run_until(connection, &mut story, day.at(21)).await?;
        claims::run(connection, &story, day, (&teams, photos)).await?;
    }
    later::run_until(connection, &mut story, now).await?;
    seal_days(connection, &story.acting(now)).await?;
    signals::look(connection, &story, now).await?;
    signals::answer(connection, &story, now).await
}

/// One day, in the order of its hours: the day before is sealed at two in the morning, the pact of the month before is settled
/// on the first of a month, points are earned at six in the
/// evening, and spent after that.
async fn live(
    connection: &mut Connection,
    story: &mut Story,
    day: story::Day,
    (blocks, teams, stores, shelf): (
        &[pacts::Block],
        &[teams::Crew],
        &[partners::Counter],
        &[rewards::Priced],
    ),
) -> Result<(), Problem> {
    later::run_until(connection, story, day.at(2)).await?;
    seal_days(connection, &story.acting(day.at(2))).await?;
    signals::look(connection, story, day.at(2)).await?;
    statements::close(connection, story, day, stores).await?;
    rewards::keep(connection, story, day, shelf).await?;
    later::run_until(connection, story, day.at(16)).await?;
    pacts::run(connection, story, day, blocks).await?;
    later::run_until(connection, story, day.at(18)).await?;
    activities::run(connection, story, day, teams).await?;
    later::run_until(connection, story, day.at(19)).await?;
    vouchers::run(connection, story, day, stores).await?;
    later::run_until(connection, story, day.at(20)).await?;
    orders::run(connection, story, day, shelf).await?;
    vouchers::expire(connection, story, day).await
}
