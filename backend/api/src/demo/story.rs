//! What the demonstration's history is told with: the staff, the dice, what is to come.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};
use linli_db::{Connection, ledger, users};
use linli_domain::communities::Community;
use linli_domain::ids::{CommunityId, ResidentId};
use linli_domain::points::Points;
use linli_domain::residents::{Phone, Resident};
use linli_domain::roles::{Principal, Role};
use linli_domain::users::User;
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::accounts::{PASSWORD, name_of, phone_of};
use super::days::Days;
use super::later::Queue;
use crate::acting::{Acting, Ids};
use crate::communities::{NewCommunity, new_community};
use crate::input::parse;
use crate::problem::Problem;
use crate::users::new_user;

const SEED: u64 = 2026;
/// How many residents are asked whether they want to spend their points.
const ASKED: usize = 80;

/// The community, its staff, its dice.
pub(super) struct Story {
    pub(super) community: CommunityId,
    pub(super) rng: StdRng,
    pub(super) administrator: Principal,
    pub(super) staff: Principal,
    pub(super) social_worker: Principal,
    /// When the community was founded, and when it was set up to begin.
    founded: DateTime<Utc>,
    set_up: DateTime<Utc>,
    ids: Ids,
    /// What is to happen on later days.
    pub(super) queue: Queue,
    /// Those who have earned points.
    pub(super) earners: Vec<ResidentId>,
}

impl Story {
    /// Creates the community with its administrator, staff and social worker, and the platform's operator.
    pub(super) async fn begin(connection: &mut Connection, days: &Days, hash: &str) -> Result<Self, Problem> {
        let (ids, founded) = (Ids::seeded(SEED), days.founded());
        let platform = Acting { ids: ids.clone(), ..Acting::program(CommunityId::PLATFORM, founded) };
        let new: NewCommunity = from_json(json!({
            "slug": super::SLUG, "name": "普安社区",
            "administrator": {
                "name": name_of(Role::CommunityAdministrator), "phone": phone_of(Role::CommunityAdministrator), "password": PASSWORD,
            },
        }))?;
        let community = new_community(connection, &platform, &new, hash).await?;
        let operator = phone(phone_of(Role::PlatformOperator))?;
        if users::find_by_phone(connection, CommunityId::PLATFORM, &operator).await?.is_none() {
            open_office(connection, &platform, Role::PlatformOperator, hash).await?;
        }
        let administrator = phone(phone_of(Role::CommunityAdministrator))?;
        let administrator = users::find_by_phone(connection, community.id, &administrator).await?;
        let administrator = administrator.ok_or_else(Problem::not_found)?;
        let acting = Acting { community: community.id, ..platform };
        let staff = open_office(connection, &acting, Role::Staff, hash).await?;
        let social_worker = open_office(connection, &acting, Role::SocialWorker, hash).await?;
        Ok(Self {
            community: community.id,
            rng: StdRng::seed_from_u64(SEED),
            administrator: principal(community.id, &administrator),
            staff,
            social_worker,
            founded,
            set_up: days.set_up(),
            ids,
            queue: Queue::default(),
            earners: Vec::new(),
        })
    }

    /// The program itself, setting up.
    pub(super) fn acting(&self, at: DateTime<Utc>) -> Acting {
        Acting { ids: self.ids.clone(), ..Acting::program(self.community, at) }
    }

    /// Somebody, at some time.
    pub(super) fn by(&self, who: &Principal, at: DateTime<Utc>) -> Acting {
        Acting { actor: Some(who.user), ..self.acting(at) }
    }

    /// The staff, when the community was founded.
    pub(super) fn founding(&self) -> Acting {
        self.by(&self.staff, self.founded)
    }

    /// The staff, when everything was set up.
    pub(super) fn setting_up(&self) -> Acting {
        self.by(&self.staff, self.set_up)
    }

    /// Some of those who have earned points and have so many left, with what they have.
    pub(super) async fn who_can_spend(
        &mut self,
        connection: &mut Connection,
        least: Points,
    ) -> Result<Vec<(ResidentId, Points)>, Problem> {
        let asked: BTreeSet<ResidentId> = self.earners.sample(&mut self.rng, ASKED).copied().collect();
        let asked: Vec<ResidentId> = asked.into_iter().collect();
        let wallets = ledger::lock_wallets(connection, self.community, &asked).await?;
        let available = wallets.into_iter().map(|(resident, wallet)| (resident, wallet.available()));
        Ok(available.filter(|(_, points)| *points >= least).collect())
    }

    /// Does something that a rule may refuse (409), as happens to people too. Nothing of it is done then: use cases decide before
    /// they store.
    pub(super) async fn attempt<T>(
        &self,
        connection: &mut Connection,
        work: impl AsyncFnOnce(&mut Connection) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        match work(connection).await {
            Err(problem) if problem.kind().status() == StatusCode::CONFLICT => Ok(None),
            done => done.map(Some),
        }
    }

    /// Opens an account.
    pub(super) async fn open_account(
        &self,
        connection: &mut Connection,
        (name, number): (&str, &str),
        resident: Option<ResidentId>,
        hash: &str,
    ) -> Result<Principal, Problem> {
        let acting = self.setting_up();
        let offices = BTreeSet::new();
        let user = user(&acting, name, phone(number)?, (resident, offices));
        new_user(connection, &acting, &user, hash).await?;
        Ok(principal(self.community, &user))
    }

    /// Opens the account that shows what a resident sees.
    pub(super) async fn open_resident_account(
        &mut self,
        connection: &mut Connection,
        resident: &Resident,
        hash: &str,
    ) -> Result<(), Problem> {
        let account = (resident.name.as_str(), phone_of(Role::Resident));
        self.open_account(connection, account, Some(resident.id), hash).await?;
        self.earners.push(resident.id);
        Ok(())
    }
}

async fn open_office(
    connection: &mut Connection,
    acting: &Acting,
    role: Role,
    hash: &str,
) -> Result<Principal, Problem> {
    let user = user(acting, name_of(role), phone(phone_of(role))?, (None, BTreeSet::from([role])));
    new_user(connection, acting, &user, hash).await?;
    Ok(principal(acting.community, &user))
}

fn user(
    acting: &Acting,
    name: &str,
    phone: Phone,
    (resident, offices): (Option<ResidentId>, BTreeSet<Role>),
) -> User {
    User { id: acting.id(), name: name.to_owned(), phone, resident, offices, disabled_at: None }
}

fn principal(community: CommunityId, user: &User) -> Principal {
    Principal {
        community,
        user: user.id,
        name: user.name.clone(),
        resident: user.resident,
        roles: user.offices.clone(),
        teams: BTreeSet::new(),
        buildings: BTreeSet::new(),
        partners: BTreeSet::new(),
        stores: BTreeSet::new(),
    }
}

/// Whether a community is the demonstration: its identifier is the first that the seed gave.
pub(super) fn is_demonstration(community: &Community) -> bool {
    community.id == Ids::seeded(SEED).id(community.created_at)
}

/// A phone number of the demonstration.
pub(super) fn phone(number: &str) -> Result<Phone, Problem> {
    number.parse().map_err(Problem::unexpected)
}

/// A request as somebody would send it.
pub(super) fn from_json<T: DeserializeOwned>(body: Value) -> Result<T, Problem> {
    parse(body.to_string().as_bytes())
}
