//! Queues, check-ins and no-shows of the story, on some of its days.

use chrono::Duration;
use linli_db::{Connection, activities, signups};
use linli_domain::ids::{ActivityId, ResidentId, ShiftId, SignupId};
use linli_domain::signups::Check;
use serde_json::json;

use super::days::Day;
use super::story::{Story, from_json};
use crate::no_shows::{NewAppeal, NewDecision, appeal, decide, mark};
use crate::problem::Problem;
use crate::shifts::checked;
use crate::signups::withdraw;

/// On one day in so many the first activity has few places, and shows the code at its place.
const EACH: i64 = 10;

/// What is said against marks of the last days waits.
const WAITING: i64 = 20;

/// Whether this is such a day.
pub(super) const fn is_shown(day: Day) -> bool {
    day.number % EACH == 0
}

/// Somebody gives the place back the evening before; who waits gets it.
pub(super) async fn give_back(
    connection: &mut Connection,
    story: &Story,
    (day, signup): (Day, SignupId),
) -> Result<(), Problem> {
    let found = signups::find(connection, story.community, signup).await?.ok_or_else(Problem::not_found)?;
    let acting = story.by(&story.staff, day.at(-4)).on_behalf_of(Some(found.resident));
    withdraw(connection, &acting, &found).await.map(drop)
}

/// Those who came check in with the code of the place around nine, the first of them late, and out at eleven.
pub(super) async fn check_in_and_out(
    connection: &mut Connection,
    story: &Story,
    (day, activity, shift): (Day, ActivityId, ShiftId),
    came: &[ResidentId],
) -> Result<(), Problem> {
    let activity = activities::find(connection, story.community, activity).await?;
    let activity = activity.ok_or_else(Problem::not_found)?;
    for (place, resident) in came.iter().enumerate() {
        let minutes = if place == 0 { 20 } else { -5 };
        let acting = story.acting(day.at(9) + Duration::minutes(minutes));
        let check = Check { at: acting.now, by: None };
        let of = (&activity, shift, *resident, "signup.check_in");
        checked(connection, &acting, of, |signup, of| signup.check_in(of, check)).await?;
        let acting = story.acting(day.at(11));
        let check = Check { at: acting.now, by: None };
        let of = (&activity, shift, *resident, "signup.check_out");
        checked(connection, &acting, of, |signup, of| signup.check_out(of, check)).await?;
    }
    Ok(())
}

/// Who did not come is marked by the social worker; on some days one appeals at the desk, and the administrator decides.
pub(super) async fn mark_absent(
    connection: &mut Connection,
    story: &Story,
    (day, activity): (Day, ActivityId),
) -> Result<(), Problem> {
    let at = story.by(&story.social_worker, day.at(18));
    let marked = mark(connection, &at, &story.social_worker, activity).await?;
    let Some(first) = marked.items.first().filter(|_| is_shown(day)) else { return Ok(()) };
    let reason: NewAppeal = from_json(json!({"reason": "当天临时住院，没来得及取消报名"}))?;
    let at = story.by(&story.staff, day.at(18));
    appeal(connection, &at, &story.staff, (first.id, &reason)).await?;
    if day.left() < WAITING {
        return Ok(());
    }
    let (verdict, note) = if day.number % (2 * EACH) == 0 {
        ("granted", "已看病历，不计缺席")
    } else {
        ("refused", "未能提供证明")
    };
    let decision: NewDecision = from_json(json!({"verdict": verdict, "note": note}))?;
    let at = story.by(&story.administrator, day.at(18));
    decide(connection, &at, &story.administrator, (first.id, &decision)).await.map(drop)
}
