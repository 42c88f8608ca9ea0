//! Activities of teams; their shifts have a module of their own.

mod list;

pub use list::{ActivityKey, Filter, Viewer, list};

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, Insertable, JoinOnDsl, OptionalExtension, QueryDsl, Queryable,
    Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::activities::{Activity, ActivityState};
use linli_domain::ids::{ActivityId, CommunityId, ShiftId, TeamId, UserId};
use uuid::Uuid;

use crate::error::read;
use crate::schema::{activities, shifts, teams, users};
use crate::{Connection, Error, Result};

/// What an activity names, as people call it.
#[derive(Debug, Clone)]
pub struct Names {
    /// The team that carries it out.
    pub team: String,
    /// Who proposed it.
    pub organiser: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = activities, check_for_backend(diesel::pg::Pg))]
struct Row {
    community_id: Uuid,
    id: Uuid,
    team_id: Uuid,
    title: String,
    description: String,
    category: String,
    beneficiary: String,
    place: String,
    organiser_id: Uuid,
    rule_code: String,
    recruit: String,
    state: String,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    settled_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    changed_by: Uuid,
    cancel_reason: Option<String>,
    return_reason: Option<String>,
}

impl Row {
    fn of(community: CommunityId, activity: &Activity) -> Self {
        Self {
            community_id: community.uuid(),
            id: activity.id.uuid(),
            team_id: activity.team.uuid(),
            title: activity.title.clone(),
            description: activity.description.clone(),
            category: activity.category.to_string(),
            beneficiary: activity.beneficiary.to_string(),
            place: activity.place.clone(),
            organiser_id: activity.organiser.uuid(),
            rule_code: activity.rule_code.clone(),
            recruit: activity.recruit.to_string(),
            state: activity.state.to_string(),
            starts_at: activity.starts_at,
            ends_at: activity.ends_at,
            settled_at: activity.settled_at,
            created_at: activity.created_at,
            changed_by: activity.changed_by.uuid(),
            cancel_reason: activity.cancel_reason.clone(),
            return_reason: activity.return_reason.clone(),
        }
    }

    fn read(self) -> Result<Activity> {
        Ok(Activity {
            id: ActivityId::new(self.id),
            team: TeamId::new(self.team_id),
            title: self.title,
            description: self.description,
            category: read(&self.category)?,
            beneficiary: read(&self.beneficiary)?,
            place: self.place,
            organiser: UserId::new(self.organiser_id),
            changed_by: UserId::new(self.changed_by),
            rule_code: self.rule_code,
            recruit: read(&self.recruit)?,
            state: read(&self.state)?,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            settled_at: self.settled_at,
            cancel_reason: self.cancel_reason,
            return_reason: self.return_reason,
            created_at: self.created_at,
        })
    }
}

/// Stores a new activity.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, activity: &Activity) -> Result<()> {
    diesel::insert_into(activities::table).values(Row::of(community, activity)).execute(connection).await?;
    Ok(())
}

/// Stores new activities. One statement for all.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_all(connection: &mut Connection, community: CommunityId, new: &[Activity]) -> Result<()> {
    let rows: Vec<Row> = new.iter().map(|activity| Row::of(community, activity)).collect();
    diesel::insert_into(activities::table).values(rows).execute(connection).await?;
    Ok(())
}

/// Stores what can change of an activity as it is now: all but its team, its organiser and when it was proposed.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, activity: &Activity) -> Result<()> {
    diesel::update(activities::table.find((community.uuid(), activity.id.uuid())))
        .set((
            activities::title.eq(&activity.title),
            activities::description.eq(&activity.description),
            activities::category.eq(activity.category.to_string()),
            activities::beneficiary.eq(activity.beneficiary.to_string()),
            activities::place.eq(&activity.place),
            activities::rule_code.eq(&activity.rule_code),
            activities::recruit.eq(activity.recruit.to_string()),
            activities::state.eq(activity.state.to_string()),
            activities::starts_at.eq(activity.starts_at),
            activities::ends_at.eq(activity.ends_at),
            activities::settled_at.eq(activity.settled_at),
            activities::changed_by.eq(activity.changed_by.uuid()),
            activities::cancel_reason.eq(&activity.cancel_reason),
            activities::return_reason.eq(&activity.return_reason),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// Takes an activity away whose shifts are gone already.
///
/// # Errors
/// If the data base does not answer.
pub async fn delete(connection: &mut Connection, community: CommunityId, id: ActivityId) -> Result<()> {
    diesel::delete(activities::table.find((community.uuid(), id.uuid()))).execute(connection).await?;
    Ok(())
}

/// What an activity names, as people call it.
///
/// # Errors
/// If the data base does not answer.
pub async fn names(
    connection: &mut Connection,
    community: CommunityId,
    activity: &Activity,
) -> Result<Names> {
    let of_team = users::community_id.eq(teams::community_id).and(users::id.eq(activity.organiser.uuid()));
    let (team, organiser) = teams::table
        .inner_join(users::table.on(of_team))
        .filter(teams::community_id.eq(community.uuid()).and(teams::id.eq(activity.team.uuid())))
        .select((teams::name, users::name))
        .first(connection)
        .await
        .map_err(Error::from)?;
    Ok(Names { team, organiser })
}

/// The activity with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: ActivityId,
) -> Result<Option<Activity>> {
    let row: Option<Row> = activities::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The activity with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: ActivityId,
) -> Result<Option<Activity>> {
    let row: Option<Row> = activities::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The activity with this id, kept from changing until the transaction ends; others may keep it so too.
///
/// # Errors
/// If the data base does not answer.
pub async fn share(
    connection: &mut Connection,
    community: CommunityId,
    id: ActivityId,
) -> Result<Option<Activity>> {
    let row: Option<Row> = activities::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_share()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The activities of these shifts, kept from changing until the transaction ends, in the order of their ids.
///
/// # Errors
/// If the data base does not answer.
pub async fn share_all(connection: &mut Connection, community: CommunityId, those: &[ShiftId]) -> Result<()> {
    let ids: Vec<Uuid> = those.iter().map(|shift| shift.uuid()).collect();
    let of = shifts::table
        .filter(shifts::community_id.eq(community.uuid()).and(shifts::id.eq_any(ids)))
        .select(shifts::activity_id);
    let _: Vec<Uuid> = activities::table
        .filter(activities::community_id.eq(community.uuid()).and(activities::id.eq_any(of)))
        .order(activities::id)
        .select(activities::id)
        .for_share()
        .load(connection)
        .await?;
    Ok(())
}

/// Whether an activity of the team is announced, and neither settled nor called off.
///
/// # Errors
/// If the data base does not answer.
pub async fn is_any_announced(
    connection: &mut Connection,
    community: CommunityId,
    team: TeamId,
) -> Result<bool> {
    let announced = [ActivityState::Recruiting, ActivityState::Running, ActivityState::Closed];
    let found = activities::table
        .filter(activities::community_id.eq(community.uuid()).and(activities::team_id.eq(team.uuid())))
        .filter(activities::state.eq_any(announced.map(|state| state.to_string())));
    Ok(diesel::select(exists(found)).get_result(connection).await?)
}
