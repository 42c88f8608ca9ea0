//! Activities of the teams, day by day: proposed, reviewed, signed up for, carried out, settled.

use std::collections::BTreeSet;

use linli_db::{Connection, signups};
use linli_domain::activities::Activity;
use linli_domain::ids::{ActivityId, ResidentId, ShiftId};
use linli_domain::roles::Principal;
use linli_domain::signups::SignupState;
use rand::RngExt;
use rand::seq::IndexedRandom;
use serde_json::{Value, json};

use super::attendance::{check_in_and_out, give_back, is_shown, mark_absent};
use super::story::{Day, Story, from_json};
use super::teams::Crew;
use crate::acting::Acting;
use crate::activities::{NewActivity, call_off, moved, new_activity, review};
use crate::problem::Problem;
use crate::roster::{NewRoster, replace, settle_roster};
use crate::signups::{SignupJson, new_signup};

/// Places enough for everybody, and places for a few.
const MANY: i64 = 30;
const FEW: i64 = 4;

/// The activities of one day.
pub(super) async fn run(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    crews: &[Crew],
) -> Result<(), Problem> {
    let chosen: Vec<&Crew> = crews.sample(&mut story.rng, 3).collect();
    let mut busy = BTreeSet::new();
    for (place, crew) in chosen.into_iter().enumerate() {
        let shown = place == 0 && is_shown(day);
        let (activity, shift) = prepare(connection, story, day, (crew, shown)).await?;
        let people = sign_up(connection, story, day, (crew, shift, &busy)).await?;
        // One in ten does not come.
        let came: Vec<ResidentId> =
            people.iter().copied().filter(|_| story.rng.random_ratio(9, 10)).collect();
        carry_out(connection, story, day, (crew, activity, shift, &came, shown)).await?;
        busy.extend(people);
        story.earners.extend(came);
    }
    Ok(())
}

/// Proposed three days before by the leader, reviewed by the social worker, opened for sign-ups.
async fn prepare(
    connection: &mut Connection,
    story: &Story,
    day: Day,
    (crew, shown): (&Crew, bool),
) -> Result<(ActivityId, ShiftId), Problem> {
    let new: NewActivity = from_json(proposal(day, crew, if shown { FEW } else { MANY }))?;
    let acting = story.by(&crew.leader, day.at(-72 + 10));
    let made = new_activity(connection, &acting, crew.leader.user, &new).await?;
    let shift = made.shifts.first().ok_or_else(|| Problem::unexpected("an activity without a shift"))?.id;
    let at = story.by(&story.social_worker, day.at(-72 + 14));
    review(connection, &at, &story.social_worker, made.id).await?;
    let at = story.by(&crew.leader, day.at(-72 + 15));
    step(connection, &at, &crew.leader, (made.id, "activity.recruit"), Activity::recruit).await?;
    Ok((made.id, shift))
}

fn proposal(day: Day, crew: &Crew, capacity: i64) -> Value {
    let (category, beneficiary) = match crew.team.rule {
        "CLEAN" | "SORT" => ("environment", "public"),
        "ELDER" => ("special_care", "old_people"),
        "PATROL" => ("public_safety", "public"),
        "MEDIATE" | "MEET" => ("civility", "town_residents"),
        _ => ("community_service", "town_residents"),
    };
    json!({
        "team_id": crew.id, "title": crew.team.activity, "description": crew.team.purpose,
        "category": category, "beneficiary": beneficiary, "place": crew.team.place,
        "rule_code": crew.team.rule, "recruit": "open",
        "shifts": [{"starts_at": day.at(9), "ends_at": day.at(11), "capacity": capacity}],
    })
}

/// More of them as the months go by; members of the team who are not elsewhere that day. If not all have a place, the first
/// gives it back. Answers those who have one.
async fn sign_up(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    (crew, shift, busy): (&Crew, ShiftId, &BTreeSet<ResidentId>),
) -> Result<Vec<ResidentId>, Problem> {
    let most = usize::try_from(day.growing(6, 16)).unwrap_or(6);
    let count = story.rng.random_range(5..=most);
    let free: Vec<ResidentId> = crew.members.iter().copied().filter(|one| !busy.contains(one)).collect();
    let mut made = Vec::new();
    for resident in free.sample(&mut story.rng, count) {
        let acting = story.by(&story.staff, day.at(-20)).on_behalf_of(Some(*resident));
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

/// Begun and closed by the leader, who keeps the roster; settled by the social worker in the evening.
async fn carry_out(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    (crew, id, shift, came, shown): (&Crew, ActivityId, ShiftId, &[ResidentId], bool),
) -> Result<(), Problem> {
    let at = story.by(&crew.leader, day.at(9));
    step(connection, &at, &crew.leader, (id, "activity.start"), Activity::start).await?;
    if shown {
        check_in_and_out(connection, story, (day, id, shift), came).await?;
    }
    let attendances: Vec<Value> = came
        .iter()
        .map(|resident| {
            let minutes = story.rng.random_range(2..=4) * 30;
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
