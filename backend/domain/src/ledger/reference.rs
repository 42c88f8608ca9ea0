//! The ledger said the slow and obvious way: every point for itself. What the rules and the tables do is held against it
//! in tests; no product code uses it.

use chrono::NaiveDate;

use super::{Lapse, Lots, Wallet};
use crate::points::Points;

/// One point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Point {
    /// In which wallet.
    wallet: usize,
    /// The last day on which it can be spent.
    lapse: Lapse,
    /// The hold that it is in.
    held: Option<usize>,
}

/// Points that were spent together: whose, and when each lapses.
type Spent = Vec<(usize, Lapse)>;

/// Points that came into a wallet, left one, or both.
#[derive(Debug, Clone)]
struct Moved {
    /// Out of which wallet.
    from: Option<usize>,
    /// Into which wallet.
    to: Option<usize>,
    /// When each lapses.
    points: Vec<Lapse>,
    /// How many of them, the last ones, were advanced for it.
    advanced: usize,
    /// Whether it was taken back.
    reversed: bool,
}

/// Every point of every wallet, and what happened to them. Wallets, holds, movements and spendings are named by their place.
#[derive(Debug, Clone, Default)]
pub struct Reference {
    points: Vec<Point>,
    debts: Vec<i64>,
    open: Vec<bool>,
    moved: Vec<Moved>,
    spendings: Vec<Option<Spent>>,
}

impl Reference {
    /// So many empty wallets.
    pub fn new(wallets: usize) -> Self {
        Self { debts: vec![0; wallets], ..Self::default() }
    }

    /// How many holds were placed, open or not.
    pub fn holds(&self) -> usize {
        self.open.len()
    }

    /// How many awards, deductions and gifts were posted.
    pub fn moved(&self) -> usize {
        self.moved.len()
    }

    /// How many spendings were posted.
    pub fn spendings(&self) -> usize {
        self.spendings.len()
    }

    /// The wallet at this place, as the rules see it.
    pub fn wallet(&self, wallet: usize) -> Wallet {
        let mut lots = Lots::default();
        for point in self.points.iter().filter(|point| point.wallet == wallet) {
            lots.change(point.lapse, Points::new(1), Points::new(i64::from(point.held.is_some())));
        }
        let debt = self.debts.get(wallet).copied().unwrap_or_default();
        Wallet { lots, debt: Points::new(debt) }
    }

    /// An award; what is owed is paid out of it.
    pub fn earn(&mut self, wallet: usize, points: usize, lapse: Lapse) {
        self.keep((None, Some(wallet)), vec![lapse; points]);
        self.give(wallet, &vec![lapse; points]);
        self.repay(wallet, &vec![lapse; points]);
    }

    /// A hold of points in these wallets, one after the other; false if they have too few.
    pub fn hold(&mut self, wallets: &[usize], points: usize) -> bool {
        let mut places: Vec<usize> = Vec::new();
        for wallet in wallets {
            places.extend(self.available(*wallet));
        }
        if places.len() < points {
            return false;
        }
        let hold = self.open.len();
        self.open.push(true);
        for place in places.into_iter().take(points) {
            if let Some(point) = self.points.get_mut(place) {
                point.held = Some(hold);
            }
        }
        true
    }

    /// Spends what is held; false if it is not.
    pub fn capture(&mut self, hold: usize) -> bool {
        if !self.close(hold) {
            return false;
        }
        let (taken, left): (Vec<Point>, Vec<Point>) =
            self.points.iter().partition(|point| point.held == Some(hold));
        self.points = left;
        let points = taken.iter().map(|point| (point.wallet, point.lapse)).collect();
        self.spendings.push(Some(points));
        true
    }

    /// Gives back what is held; false if it is not.
    pub fn release(&mut self, hold: usize) -> bool {
        let was_open = self.close(hold);
        for point in self.points.iter_mut().filter(|point| point.held == Some(hold)) {
            point.held = None;
        }
        was_open
    }

    /// Takes an award, a deduction or a gift back, spent or not; false if it was taken back before.
    pub fn reverse(&mut self, of: usize) -> bool {
        let Some(moved) = self.moved.get_mut(of).filter(|moved| !moved.reversed) else { return false };
        moved.reversed = true;
        let Moved { from, to, mut points, advanced, .. } = moved.clone();
        if let Some(to) = to {
            self.take(to, &points);
        }
        if let Some(from) = from {
            for _ in 0..advanced {
                if let Some(debt) = self.debts.get_mut(from).filter(|debt| **debt > 0) {
                    *debt = debt.saturating_sub(1);
                    points.pop();
                }
            }
            self.give(from, &points);
        }
        true
    }

    /// Gives a spending back, with the days on which it lapses; false if that was done before.
    pub fn refund(&mut self, spending: usize) -> bool {
        let Some(points) = self.spendings.get_mut(spending).and_then(Option::take) else { return false };
        for (wallet, lapse) in points {
            self.give(wallet, &[lapse]);
        }
        true
    }

    /// Takes points whether they are there or not; what is not would have lapsed at `lapse`.
    pub fn deduct(&mut self, wallet: usize, points: usize, lapse: Lapse) {
        let mut taken: Vec<Lapse> = (0..points).map_while(|_| self.take_one(wallet)).collect();
        let advanced = points.saturating_sub(taken.len());
        taken.resize(points, lapse);
        if let Some(debt) = self.debts.get_mut(wallet) {
            *debt = debt.saturating_add(i64::try_from(advanced).unwrap_or(i64::MAX));
        }
        self.moved.push(Moved { from: Some(wallet), to: None, points: taken, advanced, reversed: false });
    }

    /// A gift from one wallet to another; false if there are too few.
    pub fn gift(&mut self, from: usize, to: usize, points: usize) -> bool {
        let places = self.available(from);
        if places.len() < points {
            return false;
        }
        let mut given = Vec::new();
        for place in places.into_iter().take(points) {
            if let Some(point) = self.points.get_mut(place) {
                point.wallet = to;
                given.push(point.lapse);
            }
        }
        self.keep((Some(from), Some(to)), given);
        true
    }

    /// Takes what has lapsed on this day and is not held.
    pub fn expire(&mut self, today: NaiveDate) {
        self.points.retain(|point| point.held.is_some() || !point.lapse.is_over(today));
    }

    fn give(&mut self, wallet: usize, lapses: &[Lapse]) {
        self.points.extend(lapses.iter().map(|lapse| Point { wallet, lapse: *lapse, held: None }));
    }

    fn repay(&mut self, wallet: usize, with: &[Lapse]) {
        for lapse in with {
            let Some(debt) = self.debts.get_mut(wallet).filter(|debt| **debt > 0) else { return };
            *debt = debt.saturating_sub(1);
            let paid =
                |point: &Point| point.wallet == wallet && point.lapse == *lapse && point.held.is_none();
            if let Some(place) = self.points.iter().position(paid) {
                self.points.swap_remove(place);
            }
        }
    }

    fn keep(&mut self, (from, to): (Option<usize>, Option<usize>), points: Vec<Lapse>) {
        self.moved.push(Moved { from, to, points, advanced: 0, reversed: false });
    }

    /// Takes what was given first, as long as there is any of it; of the rest, what lapses first.
    fn take(&mut self, wallet: usize, given: &[Lapse]) {
        let mut missing = 0_usize;
        for lapse in given {
            match self.available(wallet).into_iter().find(|place| self.lapse_at(*place) == Some(*lapse)) {
                Some(place) => drop(self.points.swap_remove(place)),
                None => missing = missing.saturating_add(1),
            }
        }
        for _ in 0..missing {
            if let (None, Some(debt)) = (self.take_one(wallet), self.debts.get_mut(wallet)) {
                *debt = debt.saturating_add(1);
            }
        }
    }

    /// Takes what lapses first, and says when it would have; nothing if there is nothing.
    fn take_one(&mut self, wallet: usize) -> Option<Lapse> {
        let place = self.available(wallet).first().copied()?;
        Some(self.points.swap_remove(place).lapse)
    }

    fn close(&mut self, hold: usize) -> bool {
        self.open.get_mut(hold).is_some_and(|open| std::mem::replace(open, false))
    }

    /// The places of the points of a wallet that are not held, what lapses first first.
    fn available(&self, wallet: usize) -> Vec<usize> {
        let free = |(place, point): (usize, &Point)| {
            (point.wallet == wallet && point.held.is_none()).then_some((point.lapse, place))
        };
        let mut places: Vec<(Lapse, usize)> = self.points.iter().enumerate().filter_map(free).collect();
        places.sort_unstable();
        places.into_iter().map(|(_, place)| place).collect()
    }

    fn lapse_at(&self, place: usize) -> Option<Lapse> {
        self.points.get(place).map(|point| point.lapse)
    }
}
