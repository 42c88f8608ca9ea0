//! Lots: the points of a wallet that lapse on the same day; and parts: what a transfer or a hold moves of each lot.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::points::Points;

/// The last day on which points can be spent; what lapses first comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Lapse(NaiveDate);

impl Lapse {
    /// Points that do not lapse; stored as the last day of the calendar that people write.
    pub const NEVER: Self = Self(match NaiveDate::from_ymd_opt(9999, 12, 31) {
        Some(day) => day,
        None => NaiveDate::MAX,
    });

    /// The end of `day`.
    pub const fn on(day: NaiveDate) -> Self {
        Self(day)
    }

    /// The last day on which the points can be spent; none if they do not lapse.
    pub fn day(self) -> Option<NaiveDate> {
        (self != Self::NEVER).then_some(self.0)
    }

    /// Whether the points have lapsed on `today`.
    pub fn is_over(self, today: NaiveDate) -> bool {
        self.0 < today
    }
}

/// What a transfer or a hold moves of each lot.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Parts(BTreeMap<Lapse, Points>);

impl Parts {
    /// So many points of one lot; nothing if there are none.
    pub fn one(lapse: Lapse, points: Points) -> Self {
        Self(points.is_positive().then_some((lapse, points)).into_iter().collect())
    }

    /// How many points they are together.
    pub fn total(&self) -> Points {
        self.0.values().copied().sum()
    }

    /// Whether they are no points at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lots with their points, in the order in which they lapse.
    pub fn iter(&self) -> impl Iterator<Item = (Lapse, Points)> + '_ {
        self.0.iter().map(|(lapse, points)| (*lapse, *points))
    }

    /// How many points of this lot.
    pub fn of(&self, lapse: Lapse) -> Points {
        self.0.get(&lapse).copied().unwrap_or_default()
    }

    /// These and the others.
    #[must_use]
    pub fn plus(mut self, other: &Self) -> Self {
        for (lapse, points) in other.iter() {
            self.add(lapse, points);
        }
        self
    }

    /// At most so many of these points, what lapses first first.
    #[must_use]
    pub fn first(&self, most: Points) -> Self {
        let mut first = Self::default();
        for (lapse, points) in self.iter() {
            first.add(lapse, points.min(most.minus(first.total())));
        }
        first
    }

    /// These without the others; what is in the others only is left out.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let mut left = Self::default();
        for (lapse, points) in self.iter() {
            left.add(lapse, points.minus(other.of(lapse)));
        }
        left
    }

    fn add(&mut self, lapse: Lapse, points: Points) {
        if points.is_positive() {
            let sum = self.of(lapse).plus(points);
            self.0.insert(lapse, sum);
        }
    }
}

/// A lot of a wallet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lot {
    /// The points in it.
    pub posted: Points,
    /// Of those, held.
    pub held: Points,
}

impl Lot {
    /// What can be spent of it.
    pub const fn available(self) -> Points {
        self.posted.minus(self.held)
    }
}

/// The lots of a wallet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Lots(BTreeMap<Lapse, Lot>);

impl Lots {
    /// The lots, in the order in which they lapse.
    pub fn iter(&self) -> impl Iterator<Item = (Lapse, Lot)> + '_ {
        self.0.iter().map(|(lapse, lot)| (*lapse, *lot))
    }

    /// What can be spent, by lots.
    pub fn available(&self) -> Parts {
        let mut parts = Parts::default();
        for (lapse, lot) in self.iter() {
            parts.add(lapse, lot.available());
        }
        parts
    }

    /// What can be spent of the lots that `parts` names, and no more of each than it says.
    pub fn available_of(&self, parts: &Parts) -> Parts {
        let mut found = Parts::default();
        for (lapse, lot) in self.iter() {
            found.add(lapse, lot.available().min(parts.of(lapse)));
        }
        found
    }

    /// The lots after so much was added to (or, if negative, taken from) the points of one of them and what is held of
    /// them; a lot without points is none.
    pub fn change(&mut self, lapse: Lapse, posted: Points, held: Points) {
        let lot = self.0.get(&lapse).copied().unwrap_or_default();
        let lot = Lot { posted: lot.posted.plus(posted), held: lot.held.plus(held) };
        if lot == Lot::default() {
            self.0.remove(&lapse);
        } else {
            self.0.insert(lapse, lot);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lapse, Lots, Parts};
    use crate::points::Points;
    use chrono::NaiveDate;

    fn on(text: &str) -> Lapse {
        Lapse::on(text.parse().unwrap())
    }

    fn points(points: i64) -> Points {
        Points::new(points)
    }

    #[test]
    fn points_can_be_spent_on_their_last_day_and_not_on_the_next() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert!(!on("2027-12-31").is_over(day("2027-12-31")));
        assert!(on("2027-12-31").is_over(day("2028-01-01")));
        assert!(!Lapse::NEVER.is_over(day("2999-01-01")));
        assert_eq!((on("2027-12-31").day(), Lapse::NEVER.day()), (Some(day("2027-12-31")), None));
    }

    #[test]
    fn parts_are_stored_as_points_by_day() {
        let parts = Parts::one(Lapse::NEVER, points(3)).plus(&Parts::one(on("2027-12-31"), points(5)));
        let stored = serde_json::to_string(&parts).unwrap();
        assert_eq!(stored, r#"{"2027-12-31":5,"9999-12-31":3}"#);
        assert_eq!(serde_json::from_str::<Parts>(&stored).unwrap(), parts);
    }

    #[test]
    fn what_lapses_first_is_taken_first() {
        let parts = Parts::one(Lapse::NEVER, points(3)).plus(&Parts::one(on("2027-12-31"), points(5)));
        assert_eq!(parts.first(points(4)), Parts::one(on("2027-12-31"), points(4)));
        assert_eq!(parts.first(points(6)).of(Lapse::NEVER), points(1));
        assert_eq!(parts.first(points(9)), parts);
        assert_eq!(parts.without(&parts.first(points(6))), Parts::one(Lapse::NEVER, points(2)));
        assert!(parts.first(Points::ZERO).is_empty());
    }

    #[test]
    fn what_is_held_is_not_available() {
        let mut lots = Lots::default();
        lots.change(on("2027-12-31"), points(5), points(4));
        lots.change(Lapse::NEVER, points(2), points(0));
        assert_eq!(lots.available().total(), points(3));
        let asked = Parts::one(on("2027-12-31"), points(5));
        assert_eq!(lots.available_of(&asked), Parts::one(on("2027-12-31"), points(1)));
    }

    #[test]
    fn an_empty_lot_is_no_lot() {
        let mut lots = Lots::default();
        lots.change(Lapse::NEVER, points(2), points(0));
        lots.change(Lapse::NEVER, points(-2), points(0));
        assert_eq!(lots, Lots::default());
    }
}
