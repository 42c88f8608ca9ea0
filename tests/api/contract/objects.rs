//! Which thing of the stage stands for each path parameter.

use linli_tests::{Cast, Operation};

/// What a path parameter names, and the number of such a thing in `stage.sql`. The key is the path up to and including
/// the parameter, with earlier parameters as they stand in the document.
const THINGS: &[(&str, u32)] = &[("/api/v1/residents/{id}", 47)];

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
