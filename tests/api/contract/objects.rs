//! Which thing of the stage stands for each path parameter.

use linli_tests::{Cast, Operation};

/// What a path parameter names, and the number of such a thing in `stage.sql` or `things.sql`. The key is the path up to and including
/// the parameter, with earlier parameters as they stand in the document.
const THINGS: &[(&str, u32)] = &[
    ("/api/v1/activities/{id}", 80),
    ("/api/v1/buildings/{id}", 11),
    ("/api/v1/communities/{id}", 1),
    ("/api/v1/confirmations/{id}", 86),
    ("/api/v1/grids/{id}", 10),
    ("/api/v1/households/{id}", 12),
    ("/api/v1/memberships/{id}", 54),
    ("/api/v1/offers/{id}", 83),
    ("/api/v1/orders/{id}", 88),
    ("/api/v1/partners/{id}", 71),
    ("/api/v1/partners/{id}/managers/{user_id}", 25),
    ("/api/v1/residents/{id}", 47),
    ("/api/v1/rewards/{id}", 87),
    ("/api/v1/rulebooks/{id}", 60),
    ("/api/v1/shifts/{id}", 81),
    ("/api/v1/signups/{id}", 82),
    ("/api/v1/stores/{id}", 72),
    ("/api/v1/stores/{id}/cashiers/{user_id}", 26),
    ("/api/v1/teams/{id}", 53),
    ("/api/v1/transfers/{id}", 161),
    ("/api/v1/users/{id}", 22),
    ("/api/v1/vouchers/{id}", 84),
];

/// The path of an operation with its parameters replaced by things of a community.
pub fn path_in(operation: &Operation, cast: &Cast) -> String {
    let (mut done, mut path) = (0, String::new());
    for (at, _) in operation.path.match_indices('}') {
        let known = &operation.path[..=at];
        let Some((_, number)) = THINGS.iter().find(|(thing, _)| *thing == known) else {
            panic!("{known} is missing from the table of things")
        };
        let from = operation.path[done..].find('{').map(|place| done + place).unwrap();
        path.push_str(&operation.path[done..from]);
        path.push_str(&cast.id(*number).to_string());
        done = at + 1;
    }
    path.push_str(&operation.path[done..]);
    path
}
