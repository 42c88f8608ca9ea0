//! The rule book 管理办法: what a deed earns, and why exactly that much.

mod arithmetic;
mod award;
mod basis;
mod book;
mod cap;
mod changes;
mod deed;
mod eligibility;
mod explanation;
mod honours;
mod multiplier;
mod noshow;
mod records;
mod review;
mod rule;
mod version;
mod words;

pub use arithmetic::Arithmetic;
pub use award::{Award, award, single_handed};
pub use basis::{Basis, Level, Unit};
pub use book::{Giving, Lookback, Rulebook};
pub use cap::{Budget, Cap, Per};
pub use changes::{Changes, Clause, ClauseChange, RuleChange, changes};
pub use deed::Deed;
pub use eligibility::{Earner, Eligibility, Missed, TimeInTeam};
pub use explanation::{AwardExplanation, CapCut, CapLeft, CapScope};
pub use honours::{Honours, Stars};
pub use multiplier::{Factor, Multiplier};
pub use noshow::NoShowLadder;
pub use records::{Circumstances, Earned, Records};
pub use review::{Evidence, Reviewers};
pub use rule::Rule;
pub use version::{Version, check_rule, in_force_at};

#[cfg(test)]
#[path = "rulebooks/case_tests.rs"]
mod case_tests;
#[cfg(test)]
#[path = "rulebooks/samples.rs"]
pub(crate) mod samples;
#[cfg(test)]
#[path = "rulebooks/stored_tests.rs"]
mod stored_tests;
