//! Rewards of the points supermarket: created, changed, found.

mod change;
mod create;
mod get;
mod json;
mod list;
mod picture;
mod prices;

pub(crate) use json::RewardJson;

pub(crate) use change::change;
pub(crate) use create::new_reward;
pub(crate) use json::{NewReward, RewardChangeJson};

use linli_db::{Connection, rewards};
use linli_domain::rewards::{Reward, RewardPrice};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::acting::Acting;
use crate::problem::Problem;

/// Keeps what a locked reward costs from now on.
async fn keep_price(connection: &mut Connection, acting: &Acting, reward: &Reward) -> Result<(), Problem> {
    let last = rewards::last_price_from(connection, acting.community, reward.id).await?;
    let from = RewardPrice::next_from(last, acting.now);
    let (id, points, actor) = (acting.ids.id(from), reward.price, acting.actor);
    let price = RewardPrice { id, reward: reward.id, points, from, actor };
    Ok(rewards::insert_price(connection, acting.community, &price).await?)
}

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_reward)
        .service(list::list_rewards)
        .service(get::get_reward)
        .service(change::change_reward)
        .service(prices::list_reward_prices);
}
