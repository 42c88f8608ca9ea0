//! Photos: uploaded, checked by what is in them, kept without anything that the camera wrote into them.

mod create;
mod get;
mod json;
mod picture;
mod remove;
mod store;
mod thumbnail;
mod upload;

#[cfg(test)]
mod picture_tests;

pub(crate) use json::PhotoJson;
pub use picture::{Pictures, pictures};
pub(crate) use remove::remove_loose;
pub use store::{Bucket, PhotoStore, choose_tls};
pub(crate) use upload::keep;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(create::create_photo).service(get::get_photo).service(thumbnail::get_photo_thumbnail);
}
