//! Who may call an operation: sets of roles, named in the handler's signature and in the OpenAPI document.

use linli_domain::roles::Role;

/// A set of roles, any of which will do.
pub trait Roles {
    /// The roles.
    const ALLOWED: &'static [Role];
}

/// Everybody who is signed in.
pub enum Anyone {}
/// Platform operators.
pub enum Operators {}
/// Community administrators.
pub enum Administrators {}
/// The community's desk: administrators and staff.
pub enum Desk {}
/// The desk and the social workers.
pub enum Guides {}
/// The desk, the social workers and the team leaders; which team, the rules say.
pub enum Leaders {}
/// The desk and the block heads; which building, the rules say.
pub enum BlockHeads {}
/// The desk, the social workers and the block heads; which building, the rules say.
pub enum GuidesOrBlockHeads {}
/// The desk and the partner managers; which partner, the rules say.
pub enum Managers {}
/// Partner managers, and nobody in their place; which partner, the rules say.
pub enum PartnerManagers {}
/// Cashiers and partner managers; which store, the rules say.
pub enum Merchants {}
/// Cashiers and partner managers for their stores, and the desk for all.
pub enum MerchantsOrDesk {}
/// Residents, and the desk in their place.
pub enum ResidentOrDesk {}
/// Residents, the desk and the social workers; which resident, the rules say.
pub enum ResidentOrGuides {}
/// Residents, and who guides teams; which resident or team, the rules say.
pub enum ResidentOrLeaders {}

impl Roles for Anyone {
    const ALLOWED: &'static [Role] = &[
        Role::PlatformOperator,
        Role::CommunityAdministrator,
        Role::Staff,
        Role::SocialWorker,
        Role::TeamLeader,
        Role::BlockHead,
        Role::PartnerManager,
        Role::Cashier,
        Role::Resident,
    ];
}

impl Roles for Operators {
    const ALLOWED: &'static [Role] = &[Role::PlatformOperator];
}

impl Roles for Administrators {
    const ALLOWED: &'static [Role] = &[Role::CommunityAdministrator];
}

impl Roles for Desk {
    const ALLOWED: &'static [Role] = &[Role::CommunityAdministrator, Role::Staff];
}

impl Roles for Guides {
    const ALLOWED: &'static [Role] = &[Role::CommunityAdministrator, Role::Staff, Role::SocialWorker];
}

impl Roles for Leaders {
    const ALLOWED: &'static [Role] =
        &[Role::CommunityAdministrator, Role::Staff, Role::SocialWorker, Role::TeamLeader];
}

impl Roles for BlockHeads {
    const ALLOWED: &'static [Role] = &[Role::CommunityAdministrator, Role::Staff, Role::BlockHead];
}

impl Roles for GuidesOrBlockHeads {
    const ALLOWED: &'static [Role] =
        &[Role::CommunityAdministrator, Role::Staff, Role::SocialWorker, Role::BlockHead];
}

impl Roles for Managers {
    const ALLOWED: &'static [Role] = &[Role::CommunityAdministrator, Role::Staff, Role::PartnerManager];
}

impl Roles for PartnerManagers {
    const ALLOWED: &'static [Role] = &[Role::PartnerManager];
}

impl Roles for Merchants {
    const ALLOWED: &'static [Role] = &[Role::PartnerManager, Role::Cashier];
}

impl Roles for MerchantsOrDesk {
    const ALLOWED: &'static [Role] =
        &[Role::CommunityAdministrator, Role::Staff, Role::PartnerManager, Role::Cashier];
}

impl Roles for ResidentOrDesk {
    const ALLOWED: &'static [Role] = &[Role::CommunityAdministrator, Role::Staff, Role::Resident];
}

impl Roles for ResidentOrGuides {
    const ALLOWED: &'static [Role] =
        &[Role::CommunityAdministrator, Role::Staff, Role::SocialWorker, Role::Resident];
}

impl Roles for ResidentOrLeaders {
    const ALLOWED: &'static [Role] =
        &[Role::CommunityAdministrator, Role::Staff, Role::SocialWorker, Role::TeamLeader, Role::Resident];
}
