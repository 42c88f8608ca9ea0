//! Checking in and out at the place of a shift: when, with which code, and how many minutes follow from it.
//!
//! Source: 《志愿服务记录办法》: hours that are recorded by themselves are kept apart from those filled in afterwards.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use super::{Signup, SignupState};
use crate::Refusal;
use crate::activities::{Activity, Shift, Span};
use crate::ids::UserId;

/// How long before the shift begins people can check in.
const EARLY: Duration = Duration::minutes(30);
/// How long after its end people can still check out, who stand in line for it; the minutes end with the shift.
const OUT_AFTER: Duration = Duration::minutes(30);
/// How long a code is shown.
const SHOWN_SECONDS: i64 = 30;

/// A check-in or a check-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it by hand; none if it was done with the code of the place.
    pub by: Option<UserId>,
}

/// Where the minutes of an attendance come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum MinutesFrom {
    /// From checking in and out with the code of the place.
    Automatic,
    /// From the person who filled them in, or checked the resident in or out by hand.
    BackFilled,
}

/// One of the half minutes in which the same code is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick(i64);

impl Tick {
    /// The tick of this moment.
    pub const fn at(now: DateTime<Utc>) -> Self {
        Self(now.timestamp().div_euclid(SHOWN_SECONDS))
    }

    /// The ticks whose codes are taken at this moment: also that before, for who types slowly, and that after, for clocks
    /// that differ.
    pub const fn taken_at(now: DateTime<Utc>) -> [Self; 3] {
        let Self(number) = Self::at(now);
        [Self(number.saturating_sub(1)), Self(number), Self(number.saturating_add(1))]
    }

    /// Its number, for the code.
    pub const fn number(self) -> i64 {
        self.0
    }

    /// For how many seconds its code is still shown.
    pub const fn seconds_left(now: DateTime<Utc>) -> i64 {
        SHOWN_SECONDS - now.timestamp().rem_euclid(SHOWN_SECONDS)
    }
}

/// What is shown at a place during a tick: six digits to type, and a token to scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceCode {
    /// The digits.
    pub digits: String,
    /// The token.
    pub token: String,
}

impl PlaceCode {
    /// The code that a message authentication code of shift and tick stands for: nobody works it out without the key.
    pub fn of(mac: [u8; 32]) -> Self {
        let [a, b, c, d, rest @ ..] = mac;
        let digits = u32::from_be_bytes([a, b, c, d]) % 1_000_000;
        let token = rest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        Self { digits: format!("{digits:06}"), token }
    }
}

/// Whether what somebody typed or scanned is one of these codes.
///
/// # Errors
/// [`Refusal::WrongPlaceCode`].
pub fn check_code(given: &str, codes: &[PlaceCode]) -> Result<(), Refusal> {
    let known = codes.iter().any(|code| code.digits == given || code.token == given);
    if known { Ok(()) } else { Err(Refusal::WrongPlaceCode) }
}

impl Signup {
    /// The sign-up of somebody who has come.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::NotSignedUp`], [`Refusal::AlreadyChecked`], [`Refusal::OutsideCheckIn`].
    pub fn check_in(self, of: (&Activity, &Shift), check: Check) -> Result<Self, Refusal> {
        let (_, shift) = of;
        self.check_here(of, check.at, (shift.starts_at - EARLY, shift.ends_at))?;
        if let Some(before) = self.checked_in {
            return Err(Refusal::AlreadyChecked { at: before.at });
        }
        Ok(Self { checked_in: Some(check), ..self })
    }

    /// The sign-up of somebody who goes.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::NotSignedUp`], [`Refusal::NotCheckedIn`], [`Refusal::AlreadyChecked`],
    /// [`Refusal::OutsideCheckIn`].
    pub fn check_out(self, of: (&Activity, &Shift), check: Check) -> Result<Self, Refusal> {
        let (_, shift) = of;
        self.check_here(of, check.at, (shift.starts_at - EARLY, shift.ends_at + OUT_AFTER))?;
        if self.checked_in.is_none() {
            return Err(Refusal::NotCheckedIn);
        }
        if let Some(before) = self.checked_out {
            return Err(Refusal::AlreadyChecked { at: before.at });
        }
        Ok(Self { checked_out: Some(check), ..self })
    }

    /// The whole minutes that its resident was there, within the shift, and where they come from: a person, if one said by
    /// hand when the resident came or left. None without check-in and check-out.
    pub fn minutes_there(&self, shift: &Shift) -> Option<(i64, MinutesFrom)> {
        let (came, left) = (self.checked_in?, self.checked_out?);
        let (from, to) = (came.at.max(shift.starts_at), left.at.min(shift.ends_at));
        let by_hand = came.by.is_some() || left.by.is_some();
        let source = if by_hand { MinutesFrom::BackFilled } else { MinutesFrom::Automatic };
        Some((to.signed_duration_since(from).num_minutes().max(0), source))
    }

    fn check_here(
        &self,
        (activity, _): (&Activity, &Shift),
        now: DateTime<Utc>,
        (opens_at, closes_at): Span,
    ) -> Result<(), Refusal> {
        activity.check_under_way()?;
        if self.state != SignupState::SignedUp {
            return Err(Refusal::NotSignedUp);
        }
        if now < opens_at || now > closes_at {
            return Err(Refusal::OutsideCheckIn { opens_at, closes_at });
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "check_in_tests.rs"]
mod tests;
