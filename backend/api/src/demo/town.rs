//! The community as it is when its history begins: who lives there, and what there is.

use linli_db::{Connection, migrations};
use linli_domain::ids::{FundId, ResidentId};
use linli_domain::roles::Role;

use super::accounts::name_of;
use super::days::Days;
use super::pacts::{self, Block};
use super::partners::{self, Counter};
use super::people::Newcomer;
use super::rewards::{self, Shelf};
use super::services::{self, Service};
use super::story::Story;
use super::teams::{self, Crew};
use super::wish_polls::Polls;
use super::{people, points, rulebook};
use crate::photos::PhotoStore;
use crate::problem::Problem;

/// Who and what there is to happen to.
pub(super) struct Town {
    pub(super) teams: Vec<Crew>,
    pub(super) blocks: Vec<Block>,
    pub(super) stores: Vec<Counter>,
    pub(super) shelf: Shelf,
    pub(super) services: Vec<Service>,
    pub(super) polls: Polls,
    /// Those who moved in last, and are imported.
    pub(super) newcomers: Vec<Newcomer>,
    pub(super) fund: FundId,
    /// Those who can come along to an activity, whether they belong to the team or not; not the leaders.
    pub(super) neighbours: Vec<ResidentId>,
    /// The grown-ups of the household of the resident whose account is shown, who comes first.
    pub(super) family: Vec<ResidentId>,
}

impl Town {
    /// Founds the community, brings along what residents had on paper, and, when the history is about to begin, puts the rule
    /// book in force and opens teams, stores, shelf and fund.
    pub(super) async fn found(
        connection: &mut Connection,
        story: &mut Story,
        (days, photos): (&Days, &PhotoStore),
        hash: &str,
    ) -> Result<Self, Problem> {
        let mut people = people::people(&story.founding(), &mut story.rng, days.year());
        let newcomers = people.take_newcomers();
        let resident = people.resident_with_account(name_of(Role::Resident));
        let resident = resident.ok_or_else(|| Problem::unexpected("nobody to sign in as"))?;
        let leaders = people.take_leaders(teams::TEAMS.len(), teams::SHOWN, name_of(Role::TeamLeader));
        let taken: Vec<_> = leaders.iter().map(|leader| leader.id).chain([resident.id]).collect();
        let heads = people.take_block_heads(&taken, name_of(Role::BlockHead));
        people.settle(connection, story).await?;
        // All is one transaction, in which PostgreSQL does not look at its tables by itself.
        migrations::analyze(connection).await?;
        let polls = Polls::among(people.of_all_ages());
        let family = people.grown_ups_with(&resident);
        let volunteers = people.volunteers().into_iter().map(|one| one.id);
        let neighbours: Vec<ResidentId> =
            volunteers.filter(|one| leaders.iter().all(|leader| leader.id != *one)).collect();
        points::bring_along(connection, story, &neighbours).await?;
        rulebook::publish(connection, story).await?;
        let of = (leaders.as_slice(), neighbours.as_slice(), family.as_slice());
        let teams = teams::found(connection, story, of, hash).await?;
        story.open_resident_account(connection, &resident, hash).await?;
        let blocks = pacts::appoint(connection, story, (&people, heads), hash).await?;
        let stores = partners::admit(connection, story, hash).await?;
        let shelf = rewards::fill(connection, story, photos).await?;
        let services = services::offer(connection, story, (days, photos)).await?;
        let fund = points::set_up_fund(connection, story).await?;
        points::pool(connection, story, &family).await?;
        Ok(Self { teams, blocks, stores, shelf, services, polls, newcomers, fund, neighbours, family })
    }
}
