//! Activities of the teams, day by day: proposed, reviewed, signed up for, carried out, settled.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc, Weekday};
use linli_db::{Connection, signups};
use linli_domain::activities::Activity;
use linli_domain::ids::{ActivityId, ResidentId, ShiftId};
use linli_domain::roles::Principal;
use linli_domain::signups::SignupState;
use rand::RngExt;
use rand::seq::IndexedRandom;
use serde_json::{Value, json};

use super::attendance::{check_in_and_out, give_back, is_shown, mark_absent};
use super::days::Day;
use super::story::{Story, from_json};
use super::teams::Crew;
use super::town::Town;
use crate::acting::Acting;
use crate::activities::{ActivityJson, NewActivity, call_off, moved, new_activity, recruit, review};
use crate::notices::read_all;
use crate::problem::Problem;
use crate::roster::{NewRoster, replace, settle_roster};
use crate::signups::{SignupJson, new_signup};

/// Places enough for everybody, and places for a few.
const MANY: i64 = 30;
const FEW: i64 = 4;

/// When a shift begins, on the community's clocks.
const MORNING: i64 = 9;
const EVENING: i64 = 19;

/// On how many of the coming days something takes place; on the day after them something is proposed.
const AHEAD: i64 = 3;

/// The activities of one day.
pub(super) async fn run(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    town: &Town,
) -> Result<(), Problem> {
    let count = match day.weekday() {
        Weekday::Sat => 4,
        Weekday::Sun => 3,
        _ => 2,
    };
    let chosen: Vec<&Crew> = town.teams.sample(&mut story.rng, count).collect();
    let mut busy = BTreeSet::new();
    for (place, crew) in chosen.into_iter().enumerate() {
        let shown = place == 0 && is_shown(day);
        let plan = proposal(day, MORNING, (crew, if shown { FEW } else { MANY }));
        let made = propose(connection, story, day.at(-72 + 10), (crew, plan)).await?;
        let shift = announce(connection, story, day.at(-72 + 14), (crew, &made)).await?;
        let wanting = who_want(story, day, (crew, shown, &busy), town);
        let mut people = sign_up(connection, story, (day, day.at(-20)), (shift, &wanting)).await?;
        // One in ten does not come; some come along who did not sign up.
        let mut came: Vec<ResidentId> =
            people.iter().copied().filter(|_| story.rng.random_ratio(9, 10)).collect();
        if !shown {
            let most = usize::try_from(day.growing(1, 8)).unwrap_or(1);
            let count = story.rng.random_range(0..=most);
            busy.extend(wanting);
            let along = others(story, &town.neighbours, count, &busy);
            people.extend(&along);
            came.extend(along);
        }
        carry_out(connection, story, day, (crew, made.id, shift, &came, shown)).await?;
        busy.extend(people);
        story.earners.extend(came);
    }
    Ok(())
}

/// What the coming days bring: on the last day of the history it is announced, and the first sign up; one more waits for its review.
pub(super) async fn look_ahead(
    connection: &mut Connection,
    story: &mut Story,
    last: Day,
    town: &Town,
) -> Result<(), Problem> {
    let chosen: Vec<&Crew> = town.teams.sample(&mut story.rng, town.teams.len()).collect();
    let mut crews = chosen.into_iter();
    let mut busy = BTreeSet::new();
    for (ahead, crew) in (1..=AHEAD).zip(crews.by_ref()) {
        let day = last.later(ahead);
        let plan = proposal(day, if ahead == 1 { EVENING } else { MORNING }, (crew, MANY));
        let made = propose(connection, story, last.at(10), (crew, plan)).await?;
        let shift = announce(connection, story, last.at(14), (crew, &made)).await?;
        let wanting = who_want(story, day, (crew, false, &busy), town);
        sign_up(connection, story, (day, last.at(20)), (shift, &wanting)).await?;
        busy.extend(wanting);
    }
    if let Some(crew) = crews.next() {
        let plan = proposal(last.later(AHEAD + 1), MORNING, (crew, MANY));
        propose(connection, story, last.at(10), (crew, plan)).await?;
    }
    Ok(())
}

/// Proposed by the leader.
async fn propose(
    connection: &mut Connection,
    story: &Story,
    at: DateTime<Utc>,
    (crew, plan): (&Crew, Value),
) -> Result<ActivityJson, Problem> {
    let new: NewActivity = from_json(plan)?;
    new_activity(connection, &story.by(&crew.leader, at), crew.leader.user, &new).await
}

/// Reviewed by the social worker, and an hour later opened for sign-ups. Answers its shift.
async fn announce(
    connection: &mut Connection,
    story: &Story,
    at: DateTime<Utc>,
    (crew, made): (&Crew, &ActivityJson),
) -> Result<ShiftId, Problem> {
    let shift = made.shifts.first().ok_or_else(|| Problem::unexpected("an activity without a shift"))?.id;
    review(connection, &story.by(&story.social_worker, at), &story.social_worker, made.id).await?;
    let opened = story.by(&crew.leader, at + Duration::hours(1));
    recruit(connection, &opened, &crew.leader, made.id).await?;
    Ok(shift)
}

fn proposal(day: Day, begins: i64, (crew, capacity): (&Crew, i64)) -> Value {
    let (category, beneficiary) = match crew.team.rule {
        "CLEAN" | "SORT" => ("environment", "public"),
        "ELDER" => ("special_care", "old_people"),
        "PATROL" => ("public_safety", "public"),
        "MEET" => ("civility", "town_residents"),
        _ => ("community_service", "town_residents"),
    };
    json!({
        "team_id": crew.id, "title": crew.team.activity, "description": crew.team.purpose,
        "category": category, "beneficiary": beneficiary, "place": crew.team.place,
        "rule_code": crew.team.rule, "recruit": "open",
        "shifts": [{"starts_at": day.at(begins), "ends_at": day.at(begins + 2), "capacity": capacity}],
    })
}

/// Members of the team and, more of them as the months go by, neighbours; nobody who is elsewhere that day.
fn who_want(
    story: &mut Story,
    day: Day,
    (crew, shown, busy): (&Crew, bool, &BTreeSet<ResidentId>),
    town: &Town,
) -> Vec<ResidentId> {
    let count = story.rng.random_range(if shown { 5..8 } else { 4..8 });
    let mut wanting = others(story, &crew.members, count, busy);
    if !shown {
        let most = usize::try_from(day.growing(1, 10)).unwrap_or(1);
        let count = story.rng.random_range(0..=most);
        let taken: BTreeSet<ResidentId> = busy.iter().chain(&wanting).copied().collect();
        wanting.extend(others(story, &town.neighbours, count, &taken));
    }
    wanting
}

/// So many of these people, but for those who are taken.
fn others(
    story: &mut Story,
    people: &[ResidentId],
    count: usize,
    taken: &BTreeSet<ResidentId>,
) -> Vec<ResidentId> {
    let spare = count.saturating_add(taken.len());
    let chosen = people.sample(&mut story.rng, spare).copied().filter(|one| !taken.contains(one));
    chosen.take(count).collect()
}

/// If not all have a place, the first gives it back. Answers those who have one.
async fn sign_up(
    connection: &mut Connection,
    story: &Story,
    (day, at): (Day, DateTime<Utc>),
    (shift, wanting): (ShiftId, &[ResidentId]),
) -> Result<Vec<ResidentId>, Problem> {
    let mut made = Vec::new();
    for resident in wanting {
        let acting = story.by(&story.staff, at).on_behalf_of(Some(*resident));
        made.push(new_signup(connection, &acting, (shift, *resident), true).await?);
    }
    let waits = made.iter().any(|one| one.state == SignupState::Waiting);
    if let Some(first) = made.first().filter(|_| waits) {
        give_back(connection, story, (day, first.id)).await?;
    }
    let placed = signups::of_shift(connection, story.community, shift).await?;
    let has_place = |one: &SignupJson| placed.iter().any(|placed| placed.resident == one.resident_id);
    Ok(made.iter().filter(|one| has_place(one)).map(|one| one.resident_id).collect())
}

/// Begun and closed by the leader, who has read what came until then, and keeps the roster; settled by the social worker in the evening.
async fn carry_out(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    (crew, id, shift, came, shown): (&Crew, ActivityId, ShiftId, &[ResidentId], bool),
) -> Result<(), Problem> {
    let at = story.by(&crew.leader, day.at(9));
    if let Some(leader) = crew.leader.resident {
        read_all(connection, &at, (leader, None)).await?;
    }
    step(connection, &at, &crew.leader, (id, "activity.start"), Activity::start).await?;
    if shown {
        check_in_and_out(connection, story, (day, id, shift), came).await?;
    }
    let attendances: Vec<Value> = came
        .iter()
        .map(|resident| {
            let minutes = story.rng.random_range(3..=4) * 30;
            json!({"resident_id": resident, "minutes": (!shown).then_some(minutes)})
        })
        .collect();
    let roster: NewRoster = from_json(json!({ "attendances": attendances }))?;
    let at = story.by(&crew.leader, day.at(12));
    replace(connection, &at, &crew.leader, (shift, &roster.attendances)).await?;
    step(connection, &at, &crew.leader, (id, "activity.close"), Activity::close).await?;
    let at = story.by(&story.social_worker, day.at(18));
    if came.is_empty() {
        return call_off(connection, &at, &story.social_worker, (id, "无人到场")).await.map(drop);
    }
    settle_roster(connection, &at, &story.social_worker, id).await?;
    mark_absent(connection, story, (day, id)).await
}

async fn step(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    act: (ActivityId, &str),
    how: impl FnOnce(Activity) -> Result<Activity, linli_domain::Refusal>,
) -> Result<(), Problem> {
    moved(connection, acting, who, act, how).await.map(drop)
}
