//! What the house style promises of the code itself.

mod dependencies;
mod files;
