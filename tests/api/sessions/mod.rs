//! Signing in, staying signed in, signing out.

mod create;
mod end;
mod refresh;
mod token;
