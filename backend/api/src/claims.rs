//! Claims 申报: reported by residents, reviewed by somebody else, awarded.

mod appeal;
mod award;
mod create;
mod get;
mod json;
mod list;
mod notify;
mod report;
mod resubmit;
mod review;
mod show;
mod withdraw;

pub(crate) use appeal::appeal;
pub(crate) use create::{NewClaim, claim};
pub(crate) use json::{ClaimAppeal, NewReview};
pub(crate) use resubmit::resubmit;
pub(crate) use review::review;
pub(crate) use withdraw::withdraw;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_claim)
        .service(list::list_claims)
        .service(get::get_claim)
        .service(resubmit::resubmit_claim)
        .service(withdraw::withdraw_claim)
        .service(appeal::appeal_claim)
        .service(review::review_claim);
}
