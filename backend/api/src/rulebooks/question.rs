//! A deed whose award is asked for, and the answer, as they are sent.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use linli_domain::activities::Category;
use linli_domain::calendar::nearest_moment;
use linli_domain::ids::{ResidentId, RulebookId};
use linli_domain::points::Points;
use linli_domain::rulebooks::{AwardExplanation, Deed};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Day, Moment, Name, Text, Whole};
use crate::problem::Problem;

/// A deed whose award is asked for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AwardQuestion {
    /// The rule it falls under.
    pub rule_code: Text<1, 20>,
    /// The community's day of the deed; not beside `starts_at`, which tells the day.
    pub on: Option<Day>,
    /// When it began; what of it was at night is known only then.
    pub starts_at: Option<Moment>,
    /// When it ended: a day later at most. Not beside `minutes`.
    pub ends_at: Option<Moment>,
    /// How long it took; counts for rules by the hour, and is 0 unless given.
    pub minutes: Option<Whole<0, 1440>>,
    /// Its level, for rules by level.
    pub level: Option<Name>,
    /// What kind of volunteer work it was.
    pub category: Option<Category>,
    /// Whether it was done under hardship 艰苦条件; not unless given.
    pub hardship: Option<bool>,
    /// Whose deed: caps then count what this resident and the household earned before, and the rule must be for them.
    pub resident_id: Option<ResidentId>,
    /// Under which version, which may be a draft; the one in force at the deed unless given.
    pub rulebook_id: Option<RulebookId>,
}

/// What a deed would earn.
#[derive(Serialize, ToSchema)]
pub struct AwardPreview {
    /// The points; 0 if a cap or the budget leaves nothing.
    pub points: Points,
    /// The version it was worked out by.
    pub rulebook_id: RulebookId,
    /// Why exactly these, in values.
    pub explanation: AwardExplanation,
    /// The same as a sentence.
    pub text: String,
}

impl AwardQuestion {
    /// The deed, and the moment whose rule book judges it.
    ///
    /// # Errors
    /// A problem that names the field if day, beginning, end and length do not fit.
    pub fn deed(&self, timezone: Tz, now: DateTime<Utc>) -> Result<(Deed, DateTime<Utc>), Problem> {
        let (rule, minutes) = (self.rule_code.as_str(), self.minutes()?);
        let (deed, at) = match (self.on, self.starts_at.map(Moment::get)) {
            (None, Some(began)) => (Deed::at(rule, began, minutes, timezone), began),
            (Some(on), None) => {
                let deed = Deed { minutes, ..Deed::on(rule, on.get()) };
                (deed, nearest_moment(on.get(), timezone, now))
            }
            (Some(_), Some(_)) => return Err(Problem::field("on", "已填开始时间，不要再填日期")),
            (None, None) => return Err(Problem::field("on", "请填写日期或开始时间")),
        };
        let level = self.level.as_ref().map(|level| level.as_str().to_owned());
        let (category, hardship) = (self.category, self.hardship.unwrap_or_default());
        Ok((Deed { level, category, hardship, ..deed }, at))
    }

    fn minutes(&self) -> Result<i64, Problem> {
        let given = self.minutes.map(Whole::get);
        let Some(ends_at) = self.ends_at else { return Ok(given.unwrap_or_default()) };
        if given.is_some() {
            return Err(Problem::field("minutes", "已填结束时间，不要再填时长"));
        }
        let Some(starts_at) = self.starts_at else {
            return Err(Problem::field("starts_at", "请填写开始时间"));
        };
        let lasted = ends_at.get().signed_duration_since(starts_at.get()).num_minutes();
        if !(0..=1440).contains(&lasted) || ends_at.get() < starts_at.get() {
            return Err(Problem::field("ends_at", "应晚于开始时间，且不超过 24 小时"));
        }
        Ok(lasted)
    }
}
