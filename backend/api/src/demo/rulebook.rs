//! 《普安社区治理积分管理办法》, version 1, as far as rules by act and by hour with caps per resident express it.

use linli_domain::calendar::Period::{self, Day, Month, Week};
use linli_domain::points::Points;
use linli_domain::rulebooks::Basis::{self, Act, Hour};
use linli_domain::rulebooks::{Cap, Rule, Rulebook};

/// The name of the rule book.
pub(super) const TITLE: &str = "《普安社区治理积分管理办法》";

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

/// What version 1 says.
pub(super) fn book() -> Rulebook {
    let cap = |(period, points)| Cap { period, points: Points::new(points) };
    let rule = |(code, title, basis, points, limit, check): Line| Rule {
        code: code.to_owned(),
        title: title.to_owned(),
        basis,
        points: Points::new(points),
        caps: limit.into_iter().map(cap).collect(),
        check: check.to_owned(),
    };
    Rulebook { rules: LINES.into_iter().map(rule).collect(), caps: vec![cap((Month, 60))] }
}
