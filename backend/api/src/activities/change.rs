//! `PATCH /activities/{id}`: changing a draft, or mending one that was sent back.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, activities, shifts};
use linli_domain::activities::Activity;
use linli_domain::ids::ActivityId;
use linli_domain::roles::Principal;

use super::json::{ActivityChange, ActivityJson};
use super::steps::{check_rule, planned, shifts_of};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Change a draft
///
/// What is left out stays. What was sent back waits for its review again. Once it is reviewed, an activity stays as it was
/// reviewed.
#[utoipa::path(
    tag = "activities",
    params(("id" = ActivityId, Path)),
    request_body = ActivityChange,
    responses((status = 200, body = ActivityJson)),
    extensions(
        ("x-roles" = json!(Leaders::ALLOWED)),
        ("x-problems" = json!([
            Kind::WrongState, Kind::NoRulebookInForce, Kind::TwoReviewersNeeded, Kind::PhotoNeeded,
        ])),
    ),
)]
#[patch("/activities/{id}")]
pub async fn change_activity(
    by: By<Leaders>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &ActivityChange| {
        Reply::ok(&change(connection, acting, &by.principal, (*id, body)).await?)
    });
    done.await
}

async fn change(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, change): (ActivityId, &ActivityChange),
) -> Result<ActivityJson, Problem> {
    let community = acting.community;
    let before = activities::lock(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_guide(before.team) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let mut after = changed(before.clone().changed(acting.user()?)?, change);
    let old_shifts = shifts::of(connection, community, &[id]).await?;
    let mut new_shifts = old_shifts.clone();
    if let Some(new) = &change.shifts {
        let (planned, span) = planned(new)?;
        (after.starts_at, after.ends_at) = span;
        new_shifts = shifts_of(id, acting, &planned);
    }
    check_rule(connection, acting, &after.rule_code, &new_shifts).await?;
    if change.shifts.is_some() {
        shifts::delete_of(connection, community, id).await?;
        shifts::insert(connection, community, &new_shifts).await?;
    }
    activities::update(connection, community, &after).await?;
    let names = activities::names(connection, community, &after).await?;
    let before = ActivityJson::of(&before, &names, &old_shifts);
    let after = ActivityJson::of(&after, &names, &new_shifts);
    acting.audit(connection, id, Change::changed("activity.change", &before, &after)).await?;
    Ok(after)
}

fn changed(before: Activity, change: &ActivityChange) -> Activity {
    let text = |new: Option<&str>, old: String| new.map_or(old, str::to_owned);
    Activity {
        title: text(change.title.as_ref().map(|title| title.as_str()), before.title),
        description: text(change.description.as_ref().map(|text| text.as_str()), before.description),
        category: change.category.unwrap_or(before.category),
        beneficiary: change.beneficiary.unwrap_or(before.beneficiary),
        place: text(change.place.as_ref().map(|place| place.as_str()), before.place),
        rule_code: text(change.rule_code.as_ref().map(|code| code.as_str()), before.rule_code),
        recruit: change.recruit.unwrap_or(before.recruit),
        ..before
    }
}
