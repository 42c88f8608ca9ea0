//! What holds for every operation of the OpenAPI document.

mod bad_input;
mod document;
mod objects;
mod replays;
mod requests;
mod roles;
