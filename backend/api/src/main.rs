//! The program `linli`.
fn main() {}
