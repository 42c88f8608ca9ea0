//! The program as a person starts it: the built binary, its exit codes and its words.

mod create;
mod demo;
mod faults;
mod killed;
mod log;
mod serve;
