//! What a rule book names: buildings and teams of the same community.

use linli_db::{Connection, places, teams};
use linli_domain::ids::{BuildingId, CommunityId, TeamId};
use linli_domain::rulebooks::{Rule, Rulebook};

use crate::problem::Problem;

/// Whether all buildings and teams that rules are limited to are there.
///
/// # Errors
/// A problem that names the first field that names something else.
pub async fn check_named(
    connection: &mut Connection,
    community: CommunityId,
    book: &Rulebook,
) -> Result<(), Problem> {
    let buildings: Vec<BuildingId> =
        book.rules.iter().flat_map(|rule| rule.eligibility.buildings.iter().copied()).collect();
    let teams: Vec<TeamId> =
        book.rules.iter().flat_map(|rule| rule.eligibility.teams.iter().copied()).collect();
    if !buildings.is_empty() {
        let known = places::known_buildings(connection, community, &buildings).await?;
        check(book, "buildings", |rule| {
            rule.eligibility.buildings.iter().position(|id| !known.contains(id))
        })?;
    }
    if !teams.is_empty() {
        let known = teams::known(connection, community, &teams).await?;
        check(book, "teams", |rule| rule.eligibility.teams.iter().position(|id| !known.contains(id)))?;
    }
    Ok(())
}

fn check(book: &Rulebook, field: &str, unknown: impl Fn(&Rule) -> Option<usize>) -> Result<(), Problem> {
    let wrong = book.rules.iter().enumerate().find_map(|(place, rule)| Some((place, unknown(rule)?)));
    wrong.map_or(Ok(()), |(rule, place)| {
        Err(Problem::unknown_reference(format!("book.rules[{rule}].eligibility.{field}[{place}]")))
    })
}
