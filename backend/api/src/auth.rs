//! Signing in, and knowing who asks.

mod by;
mod keys;
mod password;
mod sets;
mod token;
mod tries;

pub use by::{By, address};
pub use keys::{KeyError, Keys};
pub use password::{hash_password, prepare_passwords, verify_password};
pub use sets::{
    Administrators, Anyone, BlockHeads, Desk, Guides, GuidesOrBlockHeads, Leaders, Managers, Merchants,
    MerchantsOrDesk, Operators, PartnerManagers, ResidentOrDesk, ResidentOrGuides, ResidentOrLeaders, Roles,
};
pub use token::{ACCESS_MINUTES, Claims, ISSUER};
pub use tries::Throttle;
