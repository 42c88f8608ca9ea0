//! 《普安社区治理积分管理办法》, version 1, as far as rules by act and by hour with caps per resident express it.

use linli_db::Connection;
use linli_domain::calendar::Period::{self, Day, Month, Week};
use linli_domain::rulebooks::Basis::{self, Act, Hour};
use serde_json::{Value, json};

use super::story::{Story, from_json};
use crate::problem::Problem;
use crate::rulebooks::{NewRulebook, Publication, create, publish as publish_draft};

/// The name of the rule book.
const TITLE: &str = "《普安社区治理积分管理办法》";

type Line = (&'static str, &'static str, Basis, i64, Option<(Period, i64)>, &'static str);

const LINES: [Line; 10] = [
    ("PACT", "守约", Act, 3, Some((Month, 3)), "楼栋长"),
    ("CLEAN", "清洁家园", Hour, 2, Some((Day, 6)), "队长"),
    ("ELDER", "帮扶老人", Hour, 3, Some((Day, 9)), "受益人或队长"),
    ("MEDIATE", "矛盾调解", Act, 5, Some((Week, 10)), "两名审核人"),
    ("MEET", "参与议事", Act, 2, Some((Week, 4)), "签到名册"),
    ("IDEA", "建议被采纳", Act, 10, Some((Month, 30)), "两名审核人"),
    ("SORT", "垃圾分类", Act, 1, Some((Day, 1)), "网格员"),
    ("PATROL", "平安巡逻", Hour, 2, Some((Day, 8)), "队长"),
    ("VOLUNTEER", "其他志愿服务", Hour, 2, Some((Day, 6)), "队长"),
    ("WISH", "完成微心愿", Act, 5, Some((Month, 20)), "受益人"),
];

/// Drafts version 1 and puts it in force.
pub(super) async fn publish(connection: &mut Connection, story: &mut Story) -> Result<(), Problem> {
    let rules: Vec<Value> = LINES
        .iter()
        .map(|(code, title, basis, points, cap, check)| {
            let caps: Vec<Value> = cap.iter().map(|(period, most)| json!({"period": period, "points": most})).collect();
            json!({"code": code, "title": title, "basis": basis, "points": points, "caps": caps, "check": check})
        })
        .collect();
    let book = json!({"rules": rules, "caps": [{"period": Month, "points": 60}]});
    let draft: NewRulebook = from_json(json!({"title": TITLE, "book": book}))?;
    let acting = story.setting_up();
    let draft = create(connection, &acting, &draft).await?;
    let from: Publication = from_json(json!({"in_force_from": acting.now}))?;
    publish_draft(connection, &acting, draft.id, &from).await?;
    Ok(())
}
