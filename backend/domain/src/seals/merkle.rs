//! Merkle trees as RFC 6962 (Certificate Transparency) has them: leaves and nodes are hashed differently, and a node without
//! a neighbour moves up as it is.

use super::Hash;

/// A tree that grows leaf by leaf and keeps no more of them than the way up: a million leaves need twenty hashes.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// Whole subtrees, the highest first, each of another height.
    peaks: Vec<Peak>,
    count: i64,
    /// From the leaf whose path is wanted upwards.
    path: Vec<Step>,
}

#[derive(Debug, Clone, Copy)]
struct Peak {
    height: u32,
    hash: Hash,
    /// Whether the leaf whose path is wanted is below it.
    wanted: bool,
}

/// What a hash is joined with on the way from a leaf to the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// With this one, which comes before it.
    Left(Hash),
    /// With this one, which comes after it.
    Right(Hash),
}

impl Hash {
    /// The leaf of these bytes.
    pub fn leaf(bytes: &[u8]) -> Self {
        Self::of(&[&[0], bytes])
    }

    fn node(left: Self, right: Self) -> Self {
        Self::of(&[&[1], left.as_bytes(), right.as_bytes()])
    }
}

impl Tree {
    /// Adds a leaf after the others.
    pub fn push(&mut self, leaf: Hash) {
        self.grow(Peak { height: 0, hash: leaf, wanted: false });
    }

    /// Adds the leaf whose path is wanted.
    pub fn push_wanted(&mut self, leaf: Hash) {
        self.grow(Peak { height: 0, hash: leaf, wanted: true });
    }

    fn grow(&mut self, mut peak: Peak) {
        while let Some(left) = self.peaks.pop_if(|left| left.height == peak.height) {
            self.path.extend(step(left, peak));
            peak = join(left, peak);
        }
        self.peaks.push(peak);
        self.count = self.count.saturating_add(1);
    }

    /// How many leaves there are.
    pub const fn count(&self) -> i64 {
        self.count
    }

    /// The root; of no leaves it is the hash of nothing.
    pub fn root(&self) -> Hash {
        self.top().0
    }

    /// What the wanted leaf is joined with on the way to the root, from the leaf upwards.
    pub fn path(&self) -> Vec<Step> {
        self.path.iter().copied().chain(self.top().1).collect()
    }

    fn top(&self) -> (Hash, Vec<Step>) {
        let mut steps = Vec::new();
        let top = self.peaks.iter().rev().copied().reduce(|right, left| {
            steps.extend(step(left, right));
            join(left, right)
        });
        (top.map_or_else(|| Hash::of(&[]), |top| top.hash), steps)
    }
}

impl Extend<Hash> for Tree {
    fn extend<T: IntoIterator<Item = Hash>>(&mut self, leaves: T) {
        leaves.into_iter().for_each(|leaf| self.push(leaf));
    }
}

fn join(left: Peak, right: Peak) -> Peak {
    let (hash, wanted) = (Hash::node(left.hash, right.hash), left.wanted || right.wanted);
    Peak { height: left.height.saturating_add(1), hash, wanted }
}

fn step(left: Peak, right: Peak) -> Option<Step> {
    match (left.wanted, right.wanted) {
        (true, _) => Some(Step::Right(right.hash)),
        (_, true) => Some(Step::Left(left.hash)),
        _ => None,
    }
}

/// The root to which a path leads from a leaf: what whoever checks a proof computes.
pub fn root_through(leaf: Hash, path: &[Step]) -> Hash {
    path.iter().fold(leaf, |hash, step| match step {
        Step::Left(left) => Hash::node(*left, hash),
        Step::Right(right) => Hash::node(hash, *right),
    })
}

#[cfg(test)]
#[path = "merkle_tests.rs"]
mod merkle_tests;
