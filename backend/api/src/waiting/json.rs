//! What waits, as it is sent.

use linli_domain::waiting::{AtDesk, Waiting};
use serde::Serialize;
use utoipa::ToSchema;

/// How many things wait for somebody, kind by kind.
#[derive(Serialize, ToSchema)]
#[schema(as = Waiting)]
pub struct WaitingJson {
    /// Claims before the reviewers, appeals included: `GET /claims?waiting=true`.
    pub claims: i64,
    /// Requests to join a team: `GET /memberships?everybody=true&state=requested`.
    pub memberships: i64,
    /// Activities to be reviewed: `GET /activities?state=draft`.
    pub activities: i64,
    /// Rosters to be settled: `GET /activities?state=closed`.
    pub rosters: i64,
    /// Pacts to be settled of which something is recorded: `GET /pacts?state=open`.
    pub pacts: i64,
    /// Appeals against marks of having been late or absent: `GET /no-show-appeals?state=open`.
    pub no_shows: i64,
    /// Adjustments that a second person decides about: `GET /adjustments?state=proposed`.
    pub adjustments: Option<i64>,
    /// Statements that a partner disputes: `GET /statements?state=disputed`.
    pub statements: Option<i64>,
    /// Signals that nobody has looked into: `GET /signals?state=open`.
    pub signals: Option<i64>,
    /// Orders to be made ready: `GET /orders?state=held`.
    pub orders_held: Option<i64>,
    /// Orders to be picked up: `GET /orders?state=ready`.
    pub orders_ready: Option<i64>,
}

impl From<Waiting> for WaitingJson {
    fn from(waiting: Waiting) -> Self {
        let of_desk = |count: fn(AtDesk) -> i64| waiting.desk.map(count);
        Self {
            claims: waiting.claims,
            memberships: waiting.memberships,
            activities: waiting.activities,
            rosters: waiting.rosters,
            pacts: waiting.pacts,
            no_shows: waiting.no_shows,
            adjustments: of_desk(|desk| desk.adjustments),
            statements: of_desk(|desk| desk.statements),
            signals: of_desk(|desk| desk.signals),
            orders_held: of_desk(|desk| desk.orders_held),
            orders_ready: of_desk(|desk| desk.orders_ready),
        }
    }
}
