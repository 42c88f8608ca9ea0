//! The roster of an activity as it is shown: who signed up for which shift, who came, and what it earned.

use chrono::{DateTime, Utc};
use diesel::QueryableByName;
use diesel::sql_types::{BigInt, Bool, Integer, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::activities::NoAward;
use linli_domain::ids::{ActivityId, AttendanceId, CommunityId, ResidentId, ShiftId, SignupId};
use linli_domain::ledger::Explanation;
use linli_domain::points::Points;
use linli_domain::signups::MinutesFrom;
use serde_json::Value;
use uuid::Uuid;

use crate::error::{from_json, read};
use crate::{Connection, Page, Result, Slice};

/// The place of a line in the roster: when its shift begins, the shift, the resident.
pub type LineKey = (DateTime<Utc>, Uuid, Uuid);

/// Somebody in a shift: signed up, or there, or both.
#[derive(Debug, Clone)]
pub struct Line {
    /// The shift.
    pub shift: ShiftId,
    /// Who.
    pub resident: ResidentId,
    /// The full name.
    pub name: String,
    /// The place in the shift; none for who came without.
    pub signup: Option<SignupId>,
    /// Who came; none for who did not.
    pub attendance: Option<There>,
    /// When who signed up came to the place.
    pub checked_in_at: Option<DateTime<Utc>>,
    /// When who signed up left it.
    pub checked_out_at: Option<DateTime<Utc>>,
    /// What it earned; none before the roster is settled.
    pub earnings: Option<Earnings>,
}

/// The attendance of somebody who came.
#[derive(Debug, Clone)]
pub struct There {
    /// Its identifier.
    pub id: AttendanceId,
    /// For how many minutes.
    pub minutes: i32,
    /// Where they come from.
    pub source: MinutesFrom,
    /// Whether it was done under hardship 艰苦条件.
    pub hardship: bool,
}

/// What a settled attendance earned, and why exactly that.
#[derive(Debug, Clone)]
pub enum Earnings {
    /// Points.
    Awarded(Points, Explanation),
    /// Nothing.
    NotAwarded(NoAward),
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    shift_id: Uuid,
    #[diesel(sql_type = Timestamptz)]
    starts_at: DateTime<Utc>,
    #[diesel(sql_type = SqlUuid)]
    resident_id: Uuid,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    signup_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    attendance_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Integer>)]
    minutes: Option<i32>,
    #[diesel(sql_type = Nullable<Text>)]
    source: Option<String>,
    #[diesel(sql_type = Nullable<Bool>)]
    hardship: Option<bool>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    checked_in_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    checked_out_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Jsonb>)]
    no_award: Option<Value>,
    #[diesel(sql_type = Nullable<BigInt>)]
    amount: Option<i64>,
    #[diesel(sql_type = Nullable<Jsonb>)]
    explanation: Option<Value>,
}

impl Row {
    fn read(self) -> Result<Line> {
        let earnings = earnings(self.amount.zip(self.explanation), self.no_award)?;
        let attendance = match (self.attendance_id, self.minutes, self.source, self.hardship) {
            (Some(id), Some(minutes), Some(source), Some(hardship)) => {
                Some(There { id: AttendanceId::new(id), minutes, source: read(&source)?, hardship })
            }
            _ => None,
        };
        Ok(Line {
            shift: ShiftId::new(self.shift_id),
            resident: ResidentId::new(self.resident_id),
            name: self.name,
            signup: self.signup_id.map(SignupId::new),
            attendance,
            checked_in_at: self.checked_in_at,
            checked_out_at: self.checked_out_at,
            earnings,
        })
    }
}

/// What an attendance or a household earned, as it is stored: its transfer, or why there is none.
pub(crate) fn earnings(transfer: Option<(i64, Value)>, no_award: Option<Value>) -> Result<Option<Earnings>> {
    Ok(match (transfer, no_award) {
        (Some((amount, why)), _) => Some(Earnings::Awarded(Points::new(amount), from_json(why)?)),
        (None, Some(why)) => Some(Earnings::NotAwarded(from_json(why)?)),
        (None, None) => None,
    })
}

const LINES: &str = "SELECT s.id AS shift_id, s.starts_at, r.id AS resident_id, r.name, g.id AS signup_id, \
         a.id AS attendance_id, a.minutes, a.source, a.hardship, g.checked_in_at, g.checked_out_at, a.no_award, t.amount, \
         t.explanation \
     FROM shifts s \
     CROSS JOIN LATERAL ( \
         SELECT resident_id FROM signups \
         WHERE community_id = s.community_id AND shift_id = s.id AND state = 'signed_up' \
         UNION SELECT resident_id FROM attendances WHERE community_id = s.community_id AND shift_id = s.id \
     ) p \
     JOIN residents r ON r.community_id = s.community_id AND r.id = p.resident_id \
     LEFT JOIN signups g ON g.community_id = s.community_id AND g.shift_id = s.id \
         AND g.resident_id = p.resident_id AND g.state = 'signed_up' \
     LEFT JOIN attendances a ON a.community_id = s.community_id AND a.shift_id = s.id \
         AND a.resident_id = p.resident_id \
     LEFT JOIN transfers t ON t.community_id = s.community_id AND t.id = a.transfer_id \
     WHERE s.community_id = $1 AND s.activity_id = $2 \
         AND ($3 IS NULL OR (s.starts_at, s.id, p.resident_id) > ($3, $4, $5)) \
     ORDER BY s.starts_at, s.id, p.resident_id LIMIT $6";

/// Who stands in the shifts of an activity, in the order in which those begin.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    activity: ActivityId,
    slice: &Slice<LineKey>,
) -> Result<Page<Line, LineKey>> {
    let (starts_at, shift, resident) =
        slice.after.map_or((None, None, None), |(starts_at, shift, resident)| {
            (Some(starts_at), Some(shift), Some(resident))
        });
    let rows: Vec<Row> = diesel::sql_query(LINES)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<SqlUuid, _>(activity.uuid())
        .bind::<Nullable<Timestamptz>, _>(starts_at)
        .bind::<Nullable<SqlUuid>, _>(shift)
        .bind::<Nullable<SqlUuid>, _>(resident)
        .bind::<BigInt, _>(slice.probe())
        .load(connection)
        .await?;
    slice.page(rows, |row| (row.starts_at, row.shift_id, row.resident_id)).try_map(Row::read)
}
