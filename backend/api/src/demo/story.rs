//! What the demonstration's history is told with: the days, the staff, the dice.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};
use chrono_tz::{Asia::Shanghai, Tz};
use linli_db::{Connection, users};
use linli_domain::calendar::{Month, day_of, start_of};
use linli_domain::communities::Community;
use linli_domain::ids::{CommunityId, ResidentId};
use linli_domain::residents::{Phone, Resident};
use linli_domain::roles::{Principal, Role};
use linli_domain::users::User;
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::accounts::{PASSWORD, name_of, phone_of};
use super::later::Queue;
use crate::acting::{Acting, Ids};
use crate::communities::{NewCommunity, new_community};
use crate::input::parse;
use crate::problem::Problem;
use crate::users::new_user;

/// How many days of history there are.
pub(super) const LENGTH: i64 = 120;
const SEED: u64 = 2026;

/// The days of the history; the last one is yesterday.
pub(super) struct Days {
    today: NaiveDate,
}

/// A day of the history.
#[derive(Clone, Copy)]
pub(super) struct Day {
    /// How many days have gone before.
    pub(super) number: i64,
    /// Its midnight in the community.
    midnight: DateTime<Utc>,
}

impl Days {
    pub(super) fn until(now: DateTime<Utc>) -> Self {
        Self { today: day_of(now, Shanghai) }
    }

    pub(super) fn year(&self) -> i32 {
        self.today.year()
    }

    /// A week before the first one: when the community was set up.
    pub(super) fn first(&self) -> DateTime<Utc> {
        self.midnight(-7)
    }

    fn midnight(&self, number: i64) -> DateTime<Utc> {
        start_of(self.today - Duration::days(LENGTH - number), Shanghai)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Day> + '_ {
        (0..LENGTH).map(|number| Day { number, midnight: self.midnight(number) })
    }
}

impl Day {
    /// So many hours into the day.
    pub(super) fn at(self, hours: i64) -> DateTime<Utc> {
        self.midnight + Duration::hours(hours)
    }

    /// The month before, if this is the first day of a month.
    pub(super) fn month_over(self) -> Option<Month> {
        let day = day_of(self.midnight, Shanghai);
        (day.day() == 1).then(|| Month::of(day).before(1))
    }

    /// A figure that grows from `from` on the first day to `to` on the last.
    pub(super) const fn growing(self, from: i64, to: i64) -> i64 {
        from + (to - from) * self.number / LENGTH
    }
}

/// The community, its staff, its dice.
pub(super) struct Story {
    pub(super) community: CommunityId,
    pub(super) timezone: Tz,
    pub(super) rng: StdRng,
    pub(super) administrator: Principal,
    pub(super) staff: Principal,
    pub(super) social_worker: Principal,
    /// When the first accounts were made.
    began: DateTime<Utc>,
    ids: Ids,
    /// What is to happen on later days.
    pub(super) queue: Queue,
    /// Those who have earned points.
    pub(super) earners: Vec<ResidentId>,
}

impl Story {
    /// Creates the community with its administrator, staff and social worker, and the platform's operator.
    pub(super) async fn begin(connection: &mut Connection, days: &Days, hash: &str) -> Result<Self, Problem> {
        let (ids, began) = (Ids::seeded(SEED), days.first());
        let platform = Acting { ids: ids.clone(), ..Acting::program(CommunityId::PLATFORM, began) };
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
        let (rng, timezone) = (StdRng::seed_from_u64(SEED), community.timezone);
        let earners = Vec::new();
        Ok(Self {
            community: community.id,
            timezone,
            rng,
            administrator: principal(community.id, &administrator),
            staff,
            social_worker,
            began,
            ids,
            queue: Queue::default(),
            earners,
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

    /// The staff, when everything was set up.
    pub(super) fn setting_up(&self) -> Acting {
        self.by(&self.staff, self.began)
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
