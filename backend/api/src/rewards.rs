//! Rewards of the points supermarket: created, changed, found.

mod change;
mod create;
mod get;
mod json;
mod list;

pub(crate) use json::RewardJson;

pub(crate) use create::new_reward;
pub(crate) use json::NewReward;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_reward)
        .service(list::list_rewards)
        .service(get::get_reward)
        .service(change::change_reward);
}
