//! How much waits for somebody at the desk.

/// How many things of each kind wait for somebody who guides teams; the desk's own for the desk only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Claims before the reviewers, appeals included.
    pub claims: i64,
    /// Requests to join a team.
    pub memberships: i64,
    /// Activities that nobody has reviewed.
    pub activities: i64,
    /// Activities that are over, whose rosters are to be settled.
    pub rosters: i64,
    /// Pacts of the month that is recorded now, to be settled.
    pub pacts: i64,
    /// Appeals against marks of having been late or absent.
    pub no_shows: i64,
    /// What waits for the desk; none for others.
    pub desk: Option<AtDesk>,
}

/// How many things wait that the desk alone sees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AtDesk {
    /// Adjustments that a second person decides about.
    pub adjustments: i64,
    /// Statements that a partner disputes.
    pub statements: i64,
    /// Signals that nobody has looked into.
    pub signals: i64,
    /// Orders to be made ready.
    pub orders_held: i64,
    /// Orders to be picked up.
    pub orders_ready: i64,
}
