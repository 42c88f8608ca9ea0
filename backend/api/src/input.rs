//! What comes in, parsed into values that are right by construction. A type says its limits once, for the parser and
//! for the OpenAPI document alike.

mod body;
mod change;
mod day;
mod many;
mod new_password;
mod object;
mod params;
mod password;
mod text;
mod time;
mod union;
mod whole;
mod word;

pub use body::{Accepts, Empty, PICTURE, WORKBOOK, parse, read_any, read_body};
pub use change::changed;
pub use day::{Day, days_between};
pub use many::Many;
pub use new_password::NewPassword;
pub use object::object;
pub use params::Params;
pub use password::Password;
pub use text::Text;
pub use time::Moment;
pub use union::{needed, none_of};
pub use whole::Whole;
pub use word::Word;

/// A name of something: 1 to 60 characters.
pub type Name = Text<1, 60>;
/// A line or a few: up to 500 characters, possibly none.
pub type Note = Text<0, 500>;
/// A reason that somebody else will read: 2 to 200 characters.
pub type Reason = Text<2, 200>;
