//! `PATCH /rewards/{id}`: changing a reward, its price and whether it is on the shelf.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, photos, rewards};
use linli_domain::Refusal;
use linli_domain::ids::RewardId;
use linli_domain::rewards::Reward;

use super::json::{RewardChangeJson, RewardJson};
use super::keep_price;
use super::picture::check_picture;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Change a reward
///
/// What is left out stays. Open orders keep the price they were placed at, also of a reward that leaves the shelf. A picture that
/// is replaced or taken away belongs to nothing then, and goes as what nobody attached goes.
#[utoipa::path(
    tag = "rewards",
    params(("id" = RewardId, Path)),
    request_body = RewardChangeJson,
    responses((status = 200, body = RewardJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken, Kind::RewardIsService]))),
)]
#[patch("/rewards/{id}")]
pub async fn change_reward(
    by: By<Desk>,
    id: Path<RewardId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &RewardChangeJson| {
        Reply::ok(&RewardJson::from(&change(connection, acting, *id, body).await?))
    });
    done.await
}

pub(crate) async fn change(
    connection: &mut Connection,
    acting: &Acting,
    id: RewardId,
    change: &RewardChangeJson,
) -> Result<Reward, Problem> {
    let before = rewards::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let after = before.clone().changed(change.into())?;
    let picture = (after.photo != before.photo).then_some(after.photo);
    if let Some(Some(photo)) = picture {
        check_picture(connection, acting, (photo, id)).await?;
    }
    if !rewards::update(connection, acting.community, &after).await? {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: after.name }));
    }
    if let Some(photo) = picture {
        photos::show_reward(connection, acting.community, (id, photo)).await?;
    }
    if after.price != before.price {
        keep_price(connection, acting, &after).await?;
    }
    let line = Change::changed("reward.change", &RewardJson::from(&before), &RewardJson::from(&after));
    acting.audit(connection, id, line).await?;
    Ok(after)
}
