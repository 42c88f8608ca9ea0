//! `GET /me`: who is signed in, and its own password.

mod change_password;

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_domain::ids::{BuildingId, CommunityId, PartnerId, ResidentId, StoreId, TeamId, UserId};
use linli_domain::roles::Role;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::communities::own_community;
use crate::problem::Problem;

/// The signed-in person.
#[derive(Serialize, ToSchema)]
pub struct Me {
    /// The account.
    pub user_id: UserId,
    /// The person's name.
    pub name: String,
    /// The community of the account.
    pub community_id: CommunityId,
    /// Its name.
    pub community_name: String,
    /// What the person is in it.
    pub roles: Vec<Role>,
    /// The resident, if the account is a resident's.
    pub resident_id: Option<ResidentId>,
    /// The teams that the person leads.
    pub team_ids: Vec<TeamId>,
    /// The buildings whose block head the person is.
    pub building_ids: Vec<BuildingId>,
    /// The partners that the person manages.
    pub partner_ids: Vec<PartnerId>,
    /// The stores that the person confirms vouchers in.
    pub store_ids: Vec<StoreId>,
}

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(get_me).service(change_password::change_own_password);
}

/// Who is signed in
///
/// The person with all that it is in its community at this moment.
#[utoipa::path(
    tag = "sessions",
    responses((status = 200, body = Me)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/me")]
pub async fn get_me(by: By<Anyone>, app: Data<App>) -> Result<Json<Me>, Problem> {
    let community = own_community(&mut *app.connection().await?, by.community()).await?;
    let who = by.principal;
    Ok(Json(Me {
        user_id: who.user,
        name: who.name,
        community_id: who.community,
        community_name: community.name,
        roles: who.roles.into_iter().collect(),
        resident_id: who.resident,
        team_ids: who.teams.into_iter().collect(),
        building_ids: who.buildings.into_iter().collect(),
        partner_ids: who.partners.into_iter().collect(),
        store_ids: who.stores.into_iter().collect(),
    }))
}
