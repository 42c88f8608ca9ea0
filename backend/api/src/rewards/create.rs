//! `POST /rewards`: a new reward in the supermarket.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, photos, rewards};
use linli_domain::Refusal;
use linli_domain::points::Points;
use linli_domain::rewards::{Reward, RewardKind, RewardState};

use super::json::{Limit, LowStock, NewReward, RewardJson};
use super::keep_price;
use super::picture::check_picture;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Add a reward
///
/// It has no stock yet: what is bought or donated is entered as a stock movement. A service has none at all: it takes place in
/// slots.
#[utoipa::path(
    tag = "rewards",
    request_body = NewReward,
    responses((status = 201, body = RewardJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken, Kind::RewardIsService]))),
)]
#[post("/rewards")]
pub async fn create_reward(by: By<Desk>, command: Command, app: Data<App>) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewReward| {
        let reward = new_reward(connection, acting, body).await?;
        Reply::created(format!("/api/v1/rewards/{}", reward.id), &RewardJson::from(&reward))
    });
    done.await
}

pub(crate) async fn new_reward(
    connection: &mut Connection,
    acting: &Acting,
    new: &NewReward,
) -> Result<Reward, Problem> {
    let reward = Reward {
        id: acting.id(),
        kind: new.kind.unwrap_or(RewardKind::Goods),
        name: new.name.as_str().to_owned(),
        description: new.description.clone().map(String::from).unwrap_or_default(),
        age_group: new.age_group,
        price: Points::new(new.price_points.get()),
        stock: 0,
        reserved: 0,
        state: new.state.unwrap_or(RewardState::OnShelf),
        limit_per_quarter: new.limit_per_quarter.map(Limit::get),
        low_stock_at: new.low_stock_at.map(LowStock::get),
        photo: new.photo_id,
    };
    reward.check()?;
    if let Some(photo) = reward.photo {
        check_picture(connection, acting, (photo, reward.id)).await?;
    }
    if !rewards::insert(connection, acting.community, &reward, acting.now).await? {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: reward.name }));
    }
    if reward.photo.is_some() {
        photos::show_reward(connection, acting.community, (reward.id, reward.photo)).await?;
    }
    keep_price(connection, acting, &reward).await?;
    acting.audit(connection, reward.id, Change::made("reward.create", &RewardJson::from(&reward))).await?;
    Ok(reward)
}
