//! Notices as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::ids::{NoticeId, ResidentId};
use linli_domain::notices::{Notice, NoticeContent};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A notice.
#[derive(Serialize, ToSchema)]
#[schema(as = Notice)]
pub struct NoticeJson {
    /// The identifier.
    pub id: NoticeId,
    /// To whom.
    pub resident_id: ResidentId,
    /// What it says, in values.
    pub content: NoticeContent,
    /// The same as a sentence.
    pub text: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it was read.
    pub read_at: Option<DateTime<Utc>>,
}

impl From<Notice> for NoticeJson {
    fn from(notice: Notice) -> Self {
        Self {
            id: notice.id,
            resident_id: notice.resident,
            text: notice.content.to_string(),
            content: notice.content,
            created_at: notice.created_at,
            read_at: notice.read_at,
        }
    }
}

/// How many notices wait for their reader.
#[derive(Serialize, ToSchema)]
pub struct UnreadNotices {
    /// How many were not read.
    pub unread: i64,
}

/// Whose notices were read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadNotices {
    /// The resident, if the desk acts for one; the caller otherwise.
    pub resident_id: Option<ResidentId>,
    /// The newest notice that was seen; all there are unless given.
    pub up_to: Option<NoticeId>,
}

/// What came of reading them.
#[derive(Serialize, ToSchema)]
pub struct NoticesRead {
    /// How many were not read before.
    pub read: usize,
}
