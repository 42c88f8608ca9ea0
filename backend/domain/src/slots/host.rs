//! What takes place in slots: an offer of a partner, or a service of the points supermarket.

use super::{Plan, invalid};
use crate::Refusal;
use crate::ids::{OfferId, RewardId};
use crate::offers::Offer;
use crate::rewards::Reward;

/// What a slot is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotOf {
    /// An offer: vouchers take its seats.
    Offer(OfferId),
    /// A service of the points supermarket: orders take its seats.
    Reward(RewardId),
}

/// What takes place in slots, with its terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Host {
    /// An offer.
    Offer(Box<Offer>),
    /// A reward.
    Reward(Reward),
}

impl From<Offer> for Host {
    fn from(offer: Offer) -> Self {
        Self::Offer(Box::new(offer))
    }
}

impl From<Reward> for Host {
    fn from(reward: Reward) -> Self {
        Self::Reward(reward)
    }
}

impl Host {
    /// What its slots are of.
    pub fn of(&self) -> SlotOf {
        match self {
            Self::Offer(offer) => SlotOf::Offer(offer.id),
            Self::Reward(reward) => SlotOf::Reward(reward.id),
        }
    }

    /// What it is called.
    pub fn title(&self) -> &str {
        match self {
            Self::Offer(offer) => &offer.title,
            Self::Reward(reward) => &reward.name,
        }
    }

    /// Whether it has slots, and new ones now.
    pub(super) fn check_new(&self) -> Result<(), Refusal> {
        match self {
            Self::Offer(offer) if !offer.partner.active => Err(Refusal::PartnerNotActive),
            Self::Offer(offer) => offer.slots.ok_or(Refusal::OfferWithoutSlots).map(drop),
            Self::Reward(reward) => reward.check_service(),
        }
    }

    /// Whether one can be then: an offer has its days, the supermarket none that end.
    pub(super) fn check_time(&self, plan: Plan) -> Result<(), Refusal> {
        match self {
            Self::Offer(offer) if plan.starts_at < offer.valid_from || plan.ends_at > offer.valid_to => {
                Err(invalid("starts_at", "场次应在优惠的有效期内"))
            }
            Self::Offer(_) | Self::Reward(_) => Ok(()),
        }
    }
}
