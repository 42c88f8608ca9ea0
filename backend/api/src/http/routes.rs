//! Every route there is.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, DefaultHeaders, from_fn};
use actix_web::{App as ActixApp, Error, web};
use utoipa::openapi::OpenApi;
use utoipa_actix_web::AppExt;
use utoipa_actix_web::service_config::ServiceConfig;

use super::metrics::Metrics;
use super::unknown::{Paths, unknown};
use super::{docs, health, metrics, observe, pages};
use crate::app::App;
use crate::{
    activities, adjustments, audit, awards, buildings, claims, communities, confirmations, figures, funds,
    grids, households, imports, ledger, me, memberships, no_shows, notices, offers, orders, pacts, partners,
    photos, residents, rewards, roster, rulebooks, seals, sessions, shifts, signals, signups, slots,
    statements, stock_movements, stocktakes, stores, teams, users, verifications, vouchers, waiting,
    wish_polls,
};

/// What each resource brings along.
const RESOURCES: &[fn(&mut ServiceConfig<'_>)] = &[
    activities::configure,
    adjustments::configure,
    audit::configure,
    awards::configure,
    buildings::configure,
    claims::configure,
    communities::configure,
    confirmations::configure,
    figures::configure,
    funds::configure,
    grids::configure,
    households::configure,
    imports::configure,
    ledger::configure,
    me::configure,
    memberships::configure,
    no_shows::configure,
    notices::configure,
    offers::configure,
    orders::configure,
    pacts::configure,
    partners::configure,
    photos::configure,
    residents::configure,
    rewards::configure,
    roster::configure,
    rulebooks::configure,
    seals::configure,
    sessions::configure,
    shifts::configure,
    signals::configure,
    signups::configure,
    slots::configure,
    statements::configure,
    stock_movements::configure,
    stocktakes::configure,
    stores::configure,
    teams::configure,
    users::configure,
    verifications::configure,
    vouchers::configure,
    waiting::configure,
    wish_polls::configure,
];

/// The operations of the API.
pub fn api(config: &mut ServiceConfig<'_>) {
    let empty = utoipa_actix_web::scope("/api/v1");
    config.service(RESOURCES.iter().fold(empty, |scope, resource| scope.configure(resource)));
    config.service(sessions::get_keys);
}

/// No script but ours; wasm is the scanner's, the camera's picture a stream, and antd writes its styles into the page.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
                      style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
                      media-src 'self' blob: mediastream:; connect-src 'self'; worker-src 'self'; \
                      object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/// The whole application, as a server runs it.
pub fn application(
    app: App,
    figures: Metrics,
    document: OpenApi,
) -> ActixApp<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    let paths = web::Data::new(Paths::of(&document));
    let headers = DefaultHeaders::new()
        .add(("X-Content-Type-Options", "nosniff"))
        .add(("Referrer-Policy", "same-origin"))
        .add(("Permissions-Policy", "camera=(self), microphone=(), geolocation=()"))
        .add(("Content-Security-Policy", POLICY));
    ActixApp::new()
        .into_utoipa_app()
        .app_data(web::Data::new(app))
        .app_data(web::Data::new(figures))
        .app_data(paths)
        .configure(api)
        .into_app()
        .service(health::get_live)
        .service(health::get_ready)
        .service(metrics::get_metrics)
        .configure(move |config| docs::configure(config, document))
        .configure(pages::configure)
        .default_service(web::to(unknown))
        .wrap(from_fn(observe::observe))
        .wrap(Compress::default())
        .wrap(headers)
}
