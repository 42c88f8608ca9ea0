//! Roles: what a person may be in a community, and what follows from it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, VariantArray};
use utoipa::ToSchema;

use crate::activities::{Activity, ActivityState};
use crate::claims::{Claim, ClaimState};
use crate::ids::{BuildingId, CommunityId, PartnerId, ResidentId, StoreId, TeamId, UserId};
use crate::ledger::Side;
use crate::offers::Offer;
use crate::rewards::RewardState;
use crate::slots::Host;

/// What a person is in a community. One person may be several of these.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    VariantArray,
    ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// 平台运营: creates communities; belongs to the platform, not to a community.
    PlatformOperator,
    /// 社区管理员: users, roles, settings, and all that staff may do.
    CommunityAdministrator,
    /// 社区工作者.
    Staff,
    /// 社工: guides teams, reviews activities and rosters.
    SocialWorker,
    /// 队长: leads a team; follows from a membership as leader.
    TeamLeader,
    /// 楼栋长: follows from a building naming the resident.
    BlockHead,
    /// 合伙人负责人: follows from the list of a partner's managers.
    PartnerManager,
    /// 店员: follows from the list of a store's cashiers.
    Cashier,
    /// 居民: follows from the account being a resident's.
    Resident,
}

impl Role {
    /// Whether the role is given by name; the others follow from what the person is.
    pub const fn is_office(self) -> bool {
        matches!(
            self,
            Self::PlatformOperator | Self::CommunityAdministrator | Self::Staff | Self::SocialWorker
        )
    }
}

/// A signed-in person with all that they are in their community, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// The community of the account.
    pub community: CommunityId,
    /// The account.
    pub user: UserId,
    /// The person's name.
    pub name: String,
    /// The resident the account belongs to, if any.
    pub resident: Option<ResidentId>,
    /// All roles.
    pub roles: BTreeSet<Role>,
    /// The teams that the person leads.
    pub teams: BTreeSet<TeamId>,
    /// The buildings whose block head the person is.
    pub buildings: BTreeSet<BuildingId>,
    /// The partners that the person manages.
    pub partners: BTreeSet<PartnerId>,
    /// The stores in which the person is a cashier, or whose partner the person manages.
    pub stores: BTreeSet<StoreId>,
}

impl Principal {
    /// Whether the person has one of these roles.
    pub fn is_any(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.roles.contains(role))
    }

    /// Whether the person works at the community's desk and may act in a resident's place.
    pub fn is_desk(&self) -> bool {
        self.is_any(&[Role::CommunityAdministrator, Role::Staff])
    }

    /// Whether the person may see this resident's own affairs: the resident, the desk, the social workers.
    pub fn may_see(&self, resident: ResidentId) -> bool {
        self.resident == Some(resident) || self.is_desk() || self.is_any(&[Role::SocialWorker])
    }

    /// Whether the person may be told what a deed would earn this resident: who may see the resident, and the team
    /// leaders, who keep the rosters.
    pub fn may_preview_for(&self, resident: ResidentId) -> bool {
        self.may_see(resident) || self.is_any(&[Role::TeamLeader])
    }

    /// Whether the person may act for this resident: the resident, or the desk in the resident's place.
    pub fn may_act_for(&self, resident: ResidentId) -> bool {
        self.resident == Some(resident) || self.is_desk()
    }

    /// Whether the person may have the proof of a transfer between these: the desk of all, residents of what moved their own
    /// points.
    pub fn may_prove(&self, debit: Side, credit: Side) -> bool {
        self.is_desk() || self.resident.is_some_and(|own| [debit, credit].contains(&Side::Wallet(own)))
    }

    /// The resident in whose place the person acts, if it is another person.
    pub fn in_place_of(&self, resident: ResidentId) -> Option<ResidentId> {
        (self.resident != Some(resident)).then_some(resident)
    }

    /// Whether the person guides this team: as its leader, as social worker, or from the desk.
    pub fn may_guide(&self, team: TeamId) -> bool {
        self.teams.contains(&team) || self.is_desk() || self.is_any(&[Role::SocialWorker])
    }

    /// Whether the person may say who kept the pact in this building: its block head, or the desk in the block head's place.
    pub fn may_record_pact(&self, building: BuildingId) -> bool {
        self.buildings.contains(&building) || self.is_desk()
    }

    /// Whether the person may see how the pact was kept in this building: who may record it, and the social workers.
    pub fn may_see_pact(&self, building: BuildingId) -> bool {
        self.may_record_pact(building) || self.is_any(&[Role::SocialWorker])
    }

    /// The buildings whose pact the person sees; none for all of them.
    pub fn buildings_to_see(&self) -> Option<Vec<BuildingId>> {
        let all = self.is_desk() || self.is_any(&[Role::SocialWorker]);
        (!all).then(|| self.buildings.iter().copied().collect())
    }

    /// Whether the person may see this activity: everybody what is announced; who guides the team, and who proposed it,
    /// what is not yet; they, and who has `signed_up`, also what was called off.
    pub fn may_see_activity(&self, activity: &Activity, signed_up: bool) -> bool {
        let proposes = self.may_guide(activity.team) || self.user == activity.organiser;
        match activity.state {
            ActivityState::Draft | ActivityState::Returned | ActivityState::Reviewed => proposes,
            ActivityState::Cancelled => proposes || signed_up,
            ActivityState::Recruiting
            | ActivityState::Running
            | ActivityState::Closed
            | ActivityState::Settled => true,
        }
    }

    /// The teams that the person guides; none for all of them.
    pub fn guided_teams(&self) -> Option<Vec<TeamId>> {
        let all = self.is_desk() || self.is_any(&[Role::SocialWorker]);
        (!all).then(|| self.teams.iter().copied().collect())
    }

    /// Whether the person may end a resident's membership in a team: whoever may act for the resident, and whoever
    /// guides the team.
    pub fn may_end_membership(&self, team: TeamId, resident: ResidentId) -> bool {
        self.may_act_for(resident) || self.may_guide(team)
    }

    /// Whether the person may see this claim: who may see the resident, and the beneficiary whose word counts.
    pub fn may_see_claim(&self, claim: &Claim) -> bool {
        self.may_see(claim.resident) || self.confirms(claim)
    }

    /// Whether reviewing this claim is the person's office: the desk's and the social workers', and until there is an appeal
    /// the beneficiary's whose word counts. Whether it is not one of their own, the claim says.
    pub fn may_review(&self, claim: &Claim) -> bool {
        let confirms = self.confirms(claim) && claim.state != ClaimState::Appealed;
        confirms || self.is_desk() || self.is_any(&[Role::SocialWorker])
    }

    fn confirms(&self, claim: &Claim) -> bool {
        self.resident.is_some() && self.resident == claim.confirmer()
    }

    /// Whether the person may see residents' full names everywhere: the desk and the social workers.
    pub fn may_see_names(&self) -> bool {
        self.is_desk() || self.is_any(&[Role::SocialWorker])
    }

    /// Whether the person may see rewards in this state: what is off the shelf is for the desk only.
    pub fn may_see_shelf(&self, state: RewardState) -> bool {
        state == RewardState::OnShelf || self.is_desk()
    }

    /// Whether the person manages this partner: as its manager, or from the desk.
    pub fn may_manage(&self, partner: PartnerId) -> bool {
        self.partners.contains(&partner) || self.is_desk()
    }

    /// Whether the person sees this offer: everybody what is on offer, its managers and the desk the rest.
    pub fn may_see_offer(&self, offer: &Offer) -> bool {
        offer.is_on_offer() || self.may_manage(offer.partner.id)
    }

    /// Whether the person sees what takes place in slots, and with it its slots.
    pub fn may_see_host(&self, host: &Host) -> bool {
        match host {
            Host::Offer(offer) => self.may_see_offer(offer),
            Host::Reward(reward) => self.may_see_shelf(reward.state),
        }
    }

    /// Whether the person plans, changes and cancels its slots: those of an offer who manages its partner, those of the
    /// supermarket the desk.
    pub fn may_plan(&self, host: &Host) -> bool {
        match host {
            Host::Offer(offer) => self.may_manage(offer.partner.id),
            Host::Reward(_) => self.is_desk(),
        }
    }

    /// Whether the person sees who has a seat in its slots: of an offer who manages its partner, and who works in one of the
    /// partner's `stores` in which its vouchers are used; of a service of the supermarket the desk.
    pub fn may_see_attendees(&self, host: &Host, stores: &[StoreId]) -> bool {
        let works_in =
            |offer: &Offer, store: StoreId| self.may_confirm_in(store) && offer.conditions.are_met_in(store);
        match host {
            Host::Offer(offer) => {
                self.may_manage(offer.partner.id) || stores.iter().any(|store| works_in(offer, *store))
            }
            Host::Reward(_) => self.is_desk(),
        }
    }

    /// The partners whose offers the person sees in every state; none for all of them.
    pub fn managed_partners(&self) -> Option<Vec<PartnerId>> {
        (!self.is_desk()).then(|| self.partners.iter().copied().collect())
    }

    /// Whether the person confirms vouchers in this store: its cashiers, and the managers of its partner.
    pub fn may_confirm_in(&self, store: StoreId) -> bool {
        self.stores.contains(&store)
    }

    /// Whether the person sees what is confirmed in this store: those who do it, and the desk.
    pub fn may_see_store(&self, store: StoreId) -> bool {
        self.may_confirm_in(store) || self.is_desk()
    }

    /// Whether the person speaks for this partner: its managers, and nobody in their place.
    pub fn may_answer_for(&self, partner: PartnerId) -> bool {
        self.partners.contains(&partner)
    }

    /// The stores whose confirmations the person sees; none for all of them.
    pub fn stores_to_see(&self) -> Option<Vec<StoreId>> {
        (!self.is_desk()).then(|| self.stores.iter().copied().collect())
    }

    /// How much of a partner's contact phone the person sees: the desk all of it, those who work with partners a part,
    /// residents nothing.
    pub fn sees_contacts(&self) -> Sight {
        if self.is_desk() {
            Sight::Full
        } else if self.is_any(&[Role::SocialWorker, Role::PartnerManager, Role::Cashier]) {
            Sight::Masked
        } else {
            Sight::Nothing
        }
    }
}

/// How much of a phone number somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// All of it.
    Full,
    /// The first three and the last four digits.
    Masked,
    /// Nothing.
    Nothing,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Principal, Role, Sight};
    use crate::activities::ActivityState;
    use crate::activities::tests::activity;
    use crate::ids::{BuildingId, CommunityId, PartnerId, UserId};
    use strum::VariantArray;
    use uuid::Uuid;

    fn partner(number: u128) -> PartnerId {
        PartnerId::new(Uuid::from_u128(number))
    }

    fn person(roles: &[Role]) -> Principal {
        Principal {
            community: CommunityId::PLATFORM,
            user: UserId::new(Uuid::nil()),
            name: String::new(),
            resident: None,
            roles: roles.iter().copied().collect(),
            teams: BTreeSet::new(),
            buildings: BTreeSet::new(),
            partners: BTreeSet::from([partner(1)]),
            stores: BTreeSet::new(),
        }
    }

    #[test]
    fn a_manager_manages_its_own_partner_and_the_desk_all() {
        let manager = person(&[Role::PartnerManager]);
        assert!(manager.may_manage(partner(1)) && !manager.may_manage(partner(2)));
        assert!(person(&[Role::Staff]).may_manage(partner(2)));
        assert!(!person(&[Role::SocialWorker]).may_manage(partner(2)));
    }

    #[test]
    fn a_block_head_records_the_own_building_and_the_desk_all() {
        let building = |number| BuildingId::new(Uuid::from_u128(number));
        let head = Principal { buildings: BTreeSet::from([building(1)]), ..person(&[Role::BlockHead]) };
        assert!(head.may_record_pact(building(1)) && !head.may_record_pact(building(2)));
        assert!(!head.may_see_pact(building(2)));
        assert_eq!(head.buildings_to_see(), Some(vec![building(1)]));
        let social_worker = person(&[Role::SocialWorker]);
        assert!(social_worker.may_see_pact(building(2)) && !social_worker.may_record_pact(building(2)));
        assert!(person(&[Role::Staff]).may_record_pact(building(2)));
        assert_eq!(social_worker.buildings_to_see(), None);
    }

    #[test]
    fn what_is_not_announced_is_seen_by_who_guides_the_team_or_proposed_it() {
        use ActivityState as S;
        let sees = |who: &Principal, signed_up| -> Vec<S> {
            let states = S::VARIANTS.iter().copied();
            states.filter(|state| who.may_see_activity(&activity(*state), signed_up)).collect()
        };
        let announced = [S::Recruiting, S::Running, S::Closed, S::Settled];
        let (all, resident) = (S::VARIANTS, person(&[Role::Resident]));
        assert_eq!(sees(&resident, false), announced);
        assert_eq!(sees(&resident, true), [announced.as_slice(), &[S::Cancelled]].concat());
        let leader = Principal { teams: BTreeSet::from([activity(S::Draft).team]), ..resident.clone() };
        let organiser = Principal { user: activity(S::Draft).organiser, ..resident };
        for insider in [leader, organiser, person(&[Role::Staff]), person(&[Role::SocialWorker])] {
            assert_eq!(sees(&insider, false), all, "{insider:?}");
        }
    }

    #[test]
    fn residents_see_no_contact_phone_and_the_desk_all_of_it() {
        assert_eq!(person(&[Role::Resident, Role::TeamLeader]).sees_contacts(), Sight::Nothing);
        assert_eq!(person(&[Role::Resident, Role::Cashier]).sees_contacts(), Sight::Masked);
        assert_eq!(person(&[Role::Resident, Role::Staff]).sees_contacts(), Sight::Full);
    }
}
