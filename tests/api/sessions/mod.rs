//! Signing in, staying signed in, signing out.

mod create;
mod end;
mod own_password;
mod refresh;
mod token;
