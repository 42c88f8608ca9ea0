//! Claims of team leaders, every third day: accepted, returned and mended, refused and appealed about, taken back; the last
//! ones wait.

use chrono::Duration;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use linli_db::{Connection, residents};
use linli_domain::codes::Code;
use linli_domain::ids::{ClaimId, PhotoId};
use linli_domain::roles::Principal;
use serde_json::{Value, json};

use super::days::Day;
use super::story::{Story, from_json};
use super::teams::Crew;
use crate::claims::{self, ClaimAppeal, NewClaim, NewReview};
use crate::photos::{PhotoStore, keep, pictures};
use crate::problem::Problem;

/// A claim is made on one day in so many.
const EACH: i64 = 3;
/// Those of the last days wait.
const WAITING: i64 = 12;
/// The day on which a claim has a photo, as the last one has.
const SHOWN: i64 = 60;

/// A deed: the rule, how long it took in minutes, what was done, where, for whom.
type Done = (&'static str, i64, &'static str, &'static str, Option<&'static str>);

const DEEDS: [Done; 6] = [
    ("ELDER", 90, "陪楼上独居老人去医院复查，帮忙取药", "康民诊所", None),
    ("MEDIATE", 0, "调解两户邻居因漏水引起的纠纷，双方签了和解书", "百姓说事点", None),
    ("SORT", 0, "早高峰在垃圾投放点指导分类", "江南花山郡", None),
    ("WISH", 0, "帮老人完成微心愿：拍一张全家福", "利民小区", Some("孙爷爷")),
    ("CLEAN", 60, "清理单元楼道堆放的杂物", "普安还建楼", None),
    ("IDEA", 0, "建议在单元门口加装扶手，已被采纳", "老旧小区片区", None),
];

/// The claim of a day, if it has one.
pub(super) async fn run(
    connection: &mut Connection,
    story: &Story,
    day: Day,
    (crews, photos): (&[Crew], &PhotoStore),
) -> Result<(), Problem> {
    let number = usize::try_from(day.number / EACH).map_err(Problem::unexpected)?;
    let chosen = DEEDS.get(number % DEEDS.len()).zip(crews.get(number % crews.len().max(1)));
    let Some((done, crew)) = chosen.filter(|_| day.number % EACH == 0) else { return Ok(()) };
    let leader = &crew.leader;
    let card = match done.0 {
        "ELDER" => Some(helped(connection, story, crew).await?),
        _ => None,
    };
    let mut shown = Vec::new();
    if day.number == SHOWN || day.left() < EACH {
        let at = story.by(leader, day.at(19));
        shown.push(keep(connection, &at, photos, &pictures(&view(number)?)?).await?.id);
    }
    let deed = report(day, done, (card, &shown));
    let Some(resident) = leader.resident else { return Ok(()) };
    let new: NewClaim = from_json(json!({ "deed": deed }))?;
    let at = story.by(leader, day.at(19));
    let made = claims::claim(connection, &at, leader, (resident, &new.deed)).await?;
    if day.left() < WAITING {
        return Ok(());
    }
    goes_on(connection, story, day, (leader, made.id, number, deed)).await
}

fn report(
    day: Day,
    (rule_code, minutes, description, place, beneficiary): &Done,
    (card, photos): (Option<Code>, &[PhotoId]),
) -> Value {
    json!({
        "rule_code": rule_code, "began_at": day.at(7), "minutes": minutes, "description": description,
        "place": place, "beneficiary_name": beneficiary, "beneficiary_card_code": card, "photos": photos,
    })
}

/// The member card of somebody of the team, who was helped.
async fn helped(connection: &mut Connection, story: &Story, crew: &Crew) -> Result<Code, Problem> {
    let first = crew.members.first().ok_or_else(|| Problem::unexpected("a team of nobody"))?;
    let found = residents::find(connection, story.community, *first).await?.ok_or_else(Problem::not_found)?;
    Ok(found.card)
}

/// What becomes of a claim on the same evening; whatever moves points does so at nine.
async fn goes_on(
    connection: &mut Connection,
    story: &Story,
    day: Day,
    (leader, id, number, deed): (&Principal, ClaimId, usize, Value),
) -> Result<(), Problem> {
    let (staff, social_worker) = (&story.staff, &story.social_worker);
    let mut steps = Steps { connection, story, day, id };
    match number % DEEDS.len() {
        2 => {
            steps.say(staff, 30, ("return", "请补充是哪个投放点")).await?;
            let at = story.by(leader, day.at(20));
            let mended = from_json(json!({ "deed": deed })).map(|new: NewClaim| new.deed)?;
            claims::resubmit(steps.connection, &at, leader, (id, &mended)).await?;
            steps.say(social_worker, 120, ("accept", "")).await
        }
        3 => {
            steps.say(staff, 30, ("refuse", "没有找到这位老人的心愿登记")).await?;
            let reason: ClaimAppeal = from_json(json!({"reason": "心愿是在议事会上提的，有会议记录"}))?;
            claims::appeal(steps.connection, &story.by(leader, day.at(20)), leader, (id, &reason)).await?;
            let granted = number % (2 * DEEDS.len()) == 3;
            let verdict = if granted {
                ("accept", "已核对会议记录")
            } else {
                ("refuse", "会议记录中没有这一条")
            };
            steps.say(social_worker, 120, verdict).await
        }
        4 if number % (2 * DEEDS.len()) == 4 => {
            claims::withdraw(steps.connection, &story.by(leader, day.at(20)), leader, id).await.map(drop)
        }
        1 | 5 => {
            steps.say(staff, 30, ("accept", "情况属实")).await?;
            steps.say(social_worker, 120, ("accept", "")).await
        }
        _ => steps.say(staff, 120, ("accept", "")).await,
    }
}

struct Steps<'a> {
    connection: &'a mut Connection,
    story: &'a Story,
    day: Day,
    id: ClaimId,
}

impl Steps<'_> {
    /// Somebody reviews the claim so many minutes after seven in the evening.
    async fn say(
        &mut self,
        who: &Principal,
        minutes: i64,
        (verdict, note): (&str, &str),
    ) -> Result<(), Problem> {
        let review: NewReview = from_json(json!({ "verdict": verdict, "note": note }))?;
        let mut at = self.story.by(who, self.day.at(19));
        at.now += Duration::minutes(minutes);
        claims::review(self.connection, &at, who, (self.id, &review)).await.map(drop)
    }
}

/// A small picture: a path between lawns under the sky.
fn view(number: usize) -> Result<Vec<u8>, Problem> {
    let shade = u8::try_from(number % 40).unwrap_or_default();
    let pixel = |x: u32, y: u32| match (x, y) {
        (_, 0..48) => Rgb([150, 190, 230 - shade]),
        (70..90, _) => Rgb([190, 180, 165]),
        _ => Rgb([90, 150 + shade, 80]),
    };
    let mut bytes = std::io::Cursor::new(Vec::new());
    let image = DynamicImage::from(RgbImage::from_fn(160, 120, pixel));
    image.write_to(&mut bytes, ImageFormat::Png).map_err(Problem::unexpected)?;
    Ok(bytes.into_inner())
}
