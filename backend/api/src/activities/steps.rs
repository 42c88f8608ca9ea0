//! What the use cases of activities have in common.

use linli_db::{Connection, activities, rulebooks, shifts, users};
use linli_domain::Refusal;
use linli_domain::activities::{Activity, NewShift, Shift, Span, check_shifts, span_of};
use linli_domain::ids::ActivityId;
use linli_domain::notices::NoticeContent;
use linli_domain::roles::Principal;
use linli_domain::rulebooks::check_rule as check_rule_at;

use super::json::{ActivityJson, NewShiftJson};
use crate::acting::{Acting, Change};
use crate::notices::tell_all;
use crate::problem::{Kind, Problem};

/// Proposed shifts that make sense, and from when to when they last.
pub(super) fn planned(new: &[NewShiftJson]) -> Result<(Vec<NewShift>, Span), Problem> {
    let shifts: Vec<NewShift> = new.iter().map(NewShift::from).collect();
    check_shifts(&shifts)
        .map_err(|(place, refusal)| Problem::refused_at(format!("shifts[{place}].ends_at"), refusal))?;
    let span = span_of(&shifts).ok_or_else(|| Problem::field("shifts", "必填"))?;
    Ok((shifts, span))
}

/// The planned shifts as those of an activity, in the order in which they begin.
pub(super) fn shifts_of(activity: ActivityId, acting: &Acting, planned: &[NewShift]) -> Vec<Shift> {
    let mut planned = planned.to_vec();
    planned.sort_by_key(|shift| shift.starts_at);
    let shift = |new: NewShift| Shift {
        id: acting.id(),
        activity,
        starts_at: new.starts_at,
        ends_at: new.ends_at,
        capacity: new.capacity,
        taken: 0,
        recorded_at: None,
    };
    planned.into_iter().map(shift).collect()
}

/// Whether the rule books in force at these shifts all have this rule.
pub(super) async fn check_rule(
    connection: &mut Connection,
    acting: &Acting,
    code: &str,
    shifts: &[Shift],
) -> Result<(), Problem> {
    let begin = || shifts.iter().map(|shift| shift.starts_at);
    let Some(span) = begin().min().zip(begin().max()) else { return Ok(()) };
    let versions = rulebooks::in_force_between(connection, acting.community, span).await?;
    check_rule_at(&versions, code, begin()).map_err(|refusal| Problem::refused_at("rule_code", refusal))
}

/// Moves an activity to another state, if `who` guides its team and the rules let `act` happen.
pub(crate) async fn moved(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, action): (ActivityId, &str),
    act: impl FnOnce(Activity) -> Result<Activity, Refusal>,
) -> Result<ActivityJson, Problem> {
    let before = activities::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_guide(before.team) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let after = act(before.clone())?;
    activities::update(connection, acting.community, &after).await?;
    let shifts = shifts::of(connection, acting.community, &[id]).await?;
    let names = activities::names(connection, acting.community, &after).await?;
    let after = ActivityJson::of(&after, &names, &shifts);
    let change = Change::changed(action, &ActivityJson::of(&before, &names, &shifts), &after);
    acting.audit(connection, id, change).await?;
    Ok(after)
}

/// Tells who proposed an activity what became of it, if that is a resident.
pub(super) async fn tell_organiser(
    connection: &mut Connection,
    acting: &Acting,
    activity: &ActivityJson,
    (subject, content): (String, NoticeContent),
) -> Result<(), Problem> {
    let Some(organiser) = activity.organiser_id else { return Ok(()) };
    let organiser = users::find(connection, acting.community, organiser).await?;
    let resident = organiser.and_then(|organiser| organiser.resident);
    tell_all(connection, acting, resident.map(|resident| (resident, subject, content))).await?;
    Ok(())
}
