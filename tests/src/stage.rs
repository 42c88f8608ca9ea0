//! The stage: what every test finds in its data base. Two communities, `A` and `B`, alike in everything; see
//! `stage.sql` for who and what is in them.

use diesel_async::SimpleAsyncConnection;
use linli_db::Connection;
use linli_domain::codes::Code;
use uuid::Uuid;

/// The prefix of all identifiers of the community that tests act in.
pub const A: &str = "aaaaaaaa";
/// The prefix of all identifiers of the other community.
pub const B: &str = "bbbbbbbb";

/// The password of every account on the stage.
pub const PASSWORD: &str = "linli-stage";

/// When every test begins, by its application's clock, which runs on from there: noon in Shanghai on a Wednesday, far from
/// the ends of the day, the week and the month.
pub const NOON: &str = "2026-11-25T04:00:00Z";

/// The identifier number `number` of a community of the stage, as `stage.sql` gives them.
pub fn id(community: &str, number: u32) -> Uuid {
    format!("{community}-0000-7000-8000-{number:012}").parse().unwrap()
}

/// The member card of the resident number `resident`, the same in both communities.
pub fn card(resident: u32) -> Code {
    Code::from_random(resident.into())
}

/// Sets the stage in a migrated data base.
pub async fn set(connection: &mut Connection) {
    let hash = linli_api::auth::hash_password(PASSWORD.into()).await.unwrap();
    for (community, slug, digit) in [(A, "puan", "1"), (B, "linjia", "2")] {
        let mut script = include_str!("stage.sql")
            .replace("{c}", community)
            .replace("{slug}", slug)
            .replace("{d}", digit)
            .replace("{hash}", &hash);
        for resident in [44, 47, 48, 49] {
            script = script.replace(&format!("{{card{resident}}}"), card(resident).as_str());
        }
        connection.batch_execute(&script).await.expect("the stage can be set");
    }
    connection.batch_execute(&include_str!("stage_platform.sql").replace("{hash}", &hash)).await.unwrap();
}

/// Puts one of each kind of thing into both communities; see `things.sql`.
pub async fn set_things(connection: &mut Connection) {
    for community in [A, B] {
        let mut script = include_str!("things.sql").replace("{c}", community).replace("{now}", NOON);
        for thing in [84, 85, 88, 331, 353, 354, 401] {
            script = script.replace(&format!("{{code{thing}}}"), card(thing).as_str());
        }
        connection.batch_execute(&script).await.expect("the things can be set");
    }
}
