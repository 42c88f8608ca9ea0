//! Who is acting, when, and for whom: what every use case is told, and every change is signed with.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use linli_db::{Connection, audit};
use linli_domain::codes::Code;
use linli_domain::ids::{CommunityId, Id, ResidentId, UserId};
use linli_domain::residents::{Phone, masked_phone};
use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};
use serde::Serialize;
use serde_json::Value;
use uuid::{Builder, ContextV7, Timestamp, Uuid};

use crate::problem::Problem;

/// How many codes are tried.
const CODES: u32 = 3;

/// Where identifiers and codes come from.
#[derive(Clone)]
pub struct Ids(Source);

#[derive(Clone)]
enum Source {
    /// The system's randomness.
    System,
    /// A seed: the same identifiers every time, for the demonstration data.
    Seeded(Arc<Mutex<StdRng>>),
}

static IN_ORDER: Mutex<ContextV7> = Mutex::new(ContextV7::new());

impl Ids {
    /// Identifiers that nobody can foresee.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// The same identifiers for the same seed.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(Arc::new(Mutex::new(StdRng::seed_from_u64(seed)))))
    }

    fn random(&self) -> [u8; 10] {
        let mut bytes = [0; 10];
        match &self.0 {
            Source::System => rand::rng().fill_bytes(&mut bytes),
            Source::Seeded(rng) => rng.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes),
        }
        bytes
    }

    /// A new identifier whose place in the order of identifiers is `at`.
    pub fn id<T>(&self, at: DateTime<Utc>) -> Id<T> {
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
        let uuid = match &self.0 {
            Source::Seeded(_) => Builder::from_unix_timestamp_millis(millis, &self.random()).into_uuid(),
            Source::System => {
                let nanos = at.timestamp_subsec_nanos();
                Uuid::new_v7(Timestamp::from_unix(&IN_ORDER, millis / 1000, nanos))
            }
        };
        Id::new(uuid)
    }

    /// A new code for a card, a voucher or an order.
    pub fn code(&self) -> Code {
        let random = match &self.0 {
            Source::System => rand::rng().random(),
            Source::Seeded(rng) => rng.lock().unwrap_or_else(PoisonError::into_inner).random(),
        };
        Code::from_random(random)
    }
}

/// Who is acting, when, and for whom.
#[derive(Clone)]
pub struct Acting {
    /// In which community.
    pub community: CommunityId,
    /// Who; none if the program itself.
    pub actor: Option<UserId>,
    /// In whose place, when staff act at the counter.
    pub on_behalf_of: Option<ResidentId>,
    /// When.
    pub now: DateTime<Utc>,
    /// The request, as the logs name it.
    pub request: Option<Uuid>,
    /// From which address.
    pub address: Option<String>,
    /// Where new identifiers come from.
    pub ids: Ids,
}

/// A change, as the audit log keeps it.
pub struct Change<'a> {
    /// What was done: `<kind>.<verb>`, e.g. `resident.change`.
    pub action: &'a str,
    /// The thing before, as far as it changed.
    pub before: Option<Value>,
    /// The thing after.
    pub after: Option<Value>,
}

impl<'a> Change<'a> {
    /// A thing that came to be.
    pub fn made(action: &'a str, after: &impl Serialize) -> Self {
        Self { action, before: None, after: kept(after) }
    }

    /// A thing that changed.
    pub fn changed(action: &'a str, before: &impl Serialize, after: &impl Serialize) -> Self {
        Self { action, before: kept(before), after: kept(after) }
    }

    /// A thing that is no more.
    pub fn ended(action: &'a str, before: &impl Serialize) -> Self {
        Self { action, before: kept(before), after: None }
    }
}

/// A thing as the audit log keeps it: whatever its JSON says, no phone number in full.
fn kept(thing: &impl Serialize) -> Option<Value> {
    serde_json::to_value(thing).ok().map(without_phones)
}

fn without_phones(value: Value) -> Value {
    match value {
        Value::String(text) if text.parse::<Phone>().is_ok() => Value::String(masked_phone(&text)),
        Value::Array(items) => items.into_iter().map(without_phones).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(name, value)| (name, without_phones(value))).collect()
        }
        other => other,
    }
}

impl Acting {
    /// The program itself, from the command line or a job.
    pub const fn program(community: CommunityId, now: DateTime<Utc>) -> Self {
        Self {
            community,
            actor: None,
            on_behalf_of: None,
            now,
            request: None,
            address: None,
            ids: Ids::system(),
        }
    }

    /// The same person, at work in another community.
    #[must_use]
    pub fn within(&self, community: CommunityId) -> Self {
        Self { community, ..self.clone() }
    }

    /// A new identifier.
    pub fn id<T>(&self) -> Id<T> {
        self.ids.id(self.now)
    }

    /// Stores something under the code that was drawn for it, or under another one while `store` answers that it is in
    /// use; answers the code it has. A community with a hundred thousand codes draws a used one once in some hundred
    /// thousand times; three in a row are a fault.
    ///
    /// # Errors
    /// What `store` answers; `internal` if every code that was drawn is in use.
    pub async fn with_new_code(
        &self,
        connection: &mut Connection,
        mut code: Code,
        mut store: impl AsyncFnMut(&mut Connection, &Code) -> Result<bool, linli_db::Error>,
    ) -> Result<Code, Problem> {
        for _ in 0..CODES {
            if store(connection, &code).await? {
                return Ok(code);
            }
            code = self.ids.code();
        }
        Err(Problem::unexpected("no free code"))
    }

    /// Who, where a row has to name a user.
    ///
    /// # Errors
    /// If it is the program itself.
    pub fn user(&self) -> Result<UserId, Problem> {
        self.actor.ok_or_else(|| Problem::unexpected("no user is acting"))
    }

    /// The same, acting in a resident's place.
    #[must_use]
    pub fn on_behalf_of(mut self, resident: Option<ResidentId>) -> Self {
        self.on_behalf_of = resident;
        self
    }

    /// Writes the line of a change into the audit log, in the transaction of the change.
    ///
    /// # Errors
    /// If the data base does not answer.
    pub async fn audit<T>(
        &self,
        connection: &mut Connection,
        subject: Id<T>,
        change: Change<'_>,
    ) -> Result<(), linli_db::Error> {
        audit::insert(connection, self.community, self.line(subject, change)).await
    }

    /// Writes the lines of changes that were made together, in one statement.
    ///
    /// # Errors
    /// If the data base does not answer.
    pub async fn audit_all<T>(
        &self,
        connection: &mut Connection,
        changes: impl IntoIterator<Item = (Id<T>, Change<'_>)>,
    ) -> Result<(), linli_db::Error> {
        let lines = changes.into_iter().map(|(subject, change)| self.line(subject, change)).collect();
        audit::insert_all(connection, self.community, lines).await
    }

    fn line<T>(&self, subject: Id<T>, change: Change<'_>) -> audit::Entry {
        let kind = change.action.split_once('.').map_or(change.action, |(kind, _)| kind);
        audit::Entry {
            id: self.id(),
            at: self.now,
            actor: self.actor,
            on_behalf_of: self.on_behalf_of,
            action: change.action.to_owned(),
            subject_kind: kind.to_owned(),
            subject: subject.uuid(),
            before: change.before,
            after: change.after,
            request: self.request,
            address: self.address.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Change;
    use serde_json::json;

    #[test]
    fn no_phone_number_reaches_the_audit_log_in_full() {
        let thing = json!({"phone": "19900001234", "people": [{"phone": "19900001234", "points": 5}]});
        let change = Change::changed("user.change", &thing, &thing);
        let kept = json!({"phone": "199****1234", "people": [{"phone": "199****1234", "points": 5}]});
        assert_eq!((change.before, change.after), (Some(kept.clone()), Some(kept)));
    }
}
