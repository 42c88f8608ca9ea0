//! 《普安社区治理积分管理办法》, version 1, against the code: one test for each line of the table, in its order. The book is
//! the one that the demonstration community drafts and publishes.

use chrono::{DateTime, Utc};
use chrono_tz::Asia::Shanghai;
use serde_json::Value;

use super::samples::{records, resident, version};
use super::{Deed, Earned, Evidence, Giving, Records, Rulebook, Stars, Version, award};
use crate::Refusal;
use crate::ledger::{Expiry, Lapse};
use crate::points::Points;

/// The book of the demonstration.
fn book() -> Rulebook {
    let file: Value = serde_json::from_str(include_str!("../../../api/src/demo/rulebook.json")).unwrap();
    serde_json::from_value(file["book"].clone()).unwrap()
}

/// A month of somebody's, or a household's, life under the book.
struct Life {
    version: Version,
    records: Records,
}

/// Residents 11 and 12 share a household with 13 to 16; resident 21 has one of their own.
fn life() -> Life {
    Life { version: version(book()), records: records(&[11, 12, 13, 14, 15, 16, 21], &[]) }
}

impl Life {
    /// What a deed of a resident earns; it counts from then on.
    fn earns(&mut self, who: u128, deed: &Deed) -> i64 {
        let given = award(&self.version, deed, &self.records.of(resident(who)).unwrap()).unwrap();
        let earned = Earned { rule_code: deed.rule_code.clone(), on: deed.on, points: given.points };
        self.records.add(resident(who), earned);
        given.points.get()
    }

    /// What deeds of one resident earn, one after another.
    fn earn(&mut self, deeds: &[Deed]) -> Vec<i64> {
        deeds.iter().map(|deed| self.earns(11, deed)).collect()
    }
}

fn on(rule: &str, day: &str) -> Deed {
    Deed::on(rule, day.parse().unwrap())
}

/// So many hours of the morning of a day, from eight o'clock on.
fn hours(rule: &str, day: &str, hours: i64) -> Deed {
    from(rule, &format!("{day}T08:00:00+08:00"), hours * 60)
}

fn from(rule: &str, begin: &str, minutes: i64) -> Deed {
    let begin: DateTime<Utc> = begin.parse().unwrap();
    Deed::at(rule, begin, minutes, Shanghai)
}

fn line(code: &str) -> String {
    book().rule(code).unwrap().to_string()
}

#[test]
fn the_book_makes_sense_and_has_these_lines() {
    assert_eq!(book().check(), Ok(()));
    let codes: Vec<String> = book().rules.into_iter().map(|rule| rule.code).collect();
    let table = ["PACT", "CLEAN", "ELDER", "MEDIATE", "MEET", "IDEA", "SORT", "PATROL", "VOLUNTEER", "WISH"];
    assert_eq!(codes, table);
}

/// | PACT | 守约: a household keeps the neighbourhood pact for a month | 3 a household | 1 a month a household | block head |
#[test]
fn pact_earns_a_household_three_points_a_month_whoever_gets_them() {
    assert_eq!(line("PACT"), "守约（PACT）：每户每次 3 分；每户每月最多 3 分；一人审核（楼栋长）");
    let mut life = life();
    assert_eq!(life.earns(11, &on("PACT", "2026-03-31")), 3);
    assert_eq!(life.earns(12, &on("PACT", "2026-03-31")), 0);
    assert_eq!(life.earns(21, &on("PACT", "2026-03-31")), 3);
    assert_eq!(life.earns(12, &on("PACT", "2026-04-30")), 3);
}

/// | CLEAN | 清洁家园 | 2 an hour | 6 a day | team leader |
#[test]
fn clean_earns_two_an_hour_and_six_a_day() {
    assert_eq!(line("CLEAN"), "清洁家园（CLEAN）：每小时 2 分；每人每日最多 6 分；一人审核（队长）");
    let deeds = [
        hours("CLEAN", "2026-03-02", 2),
        hours("CLEAN", "2026-03-02", 2),
        hours("CLEAN", "2026-03-02", 2),
        hours("CLEAN", "2026-03-03", 2),
    ];
    assert_eq!(life().earn(&deeds), [4, 2, 0, 4]);
}

/// | ELDER | 帮扶老人 | 3 an hour | 9 a day | beneficiary or team leader |
#[test]
fn elder_earns_three_an_hour_and_nine_a_day() {
    assert_eq!(line("ELDER"), "帮扶老人（ELDER）：每小时 3 分；每人每日最多 9 分；一人审核（受益人或队长）");
    assert_eq!(life().earn(&[hours("ELDER", "2026-03-02", 1), hours("ELDER", "2026-03-02", 4)]), [3, 6]);
}

/// | MEDIATE | 矛盾调解 | 5 a case | 10 a week | two reviewers |
#[test]
fn mediate_earns_five_a_case_and_ten_a_week_and_takes_two_reviewers() {
    assert_eq!(line("MEDIATE"), "矛盾调解（MEDIATE）：每次 5 分；每人每周最多 10 分；两人审核（两名审核人）");
    let deeds = ["2026-03-02", "2026-03-04", "2026-03-08", "2026-03-09"].map(|day| on("MEDIATE", day));
    assert_eq!(life().earn(&deeds), [5, 5, 0, 5]);
    assert_eq!(book().rule("MEDIATE").unwrap().reviewers.needed(Points::new(5)), 2);
}

/// | MEET | 参与议事 | 2 a meeting | 4 a week | roster |
#[test]
fn meet_earns_two_a_meeting_and_four_a_week() {
    assert_eq!(line("MEET"), "参与议事（MEET）：每次 2 分；每人每周最多 4 分；一人审核（签到名册）");
    let deeds = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-09"].map(|day| on("MEET", day));
    assert_eq!(life().earn(&deeds), [2, 2, 0, 2]);
}

/// | IDEA | suggestion adopted | 10 | 30 a quarter | two reviewers |
#[test]
fn idea_earns_ten_and_thirty_a_quarter_and_takes_two_reviewers() {
    assert_eq!(line("IDEA"), "建议被采纳（IDEA）：每次 10 分；每人每季度最多 30 分；两人审核（两名审核人）");
    let days = ["2026-01-05", "2026-02-05", "2026-03-05", "2026-03-31", "2026-04-01"];
    assert_eq!(life().earn(&days.map(|day| on("IDEA", day))), [10, 10, 10, 0, 10]);
    assert_eq!(book().rule("IDEA").unwrap().reviewers.needed(Points::new(10)), 2);
}

/// | SORT | 垃圾分类宣传, sorting | 1 a day | household 5 a day | grid worker |
#[test]
fn sort_earns_one_a_day_and_a_household_five() {
    assert_eq!(
        line("SORT"),
        "垃圾分类（SORT）：每次 1 分；每人每日最多 1 分；每户每日最多 5 分；一人审核（网格员）"
    );
    let mut life = life();
    assert_eq!(life.earns(11, &on("SORT", "2026-03-02")), 1);
    assert_eq!(life.earns(11, &on("SORT", "2026-03-02")), 0);
    let family = [12, 13, 14, 15, 16].map(|who| life.earns(who, &on("SORT", "2026-03-02")));
    assert_eq!(family, [1, 1, 1, 1, 0]);
    assert_eq!(life.earns(21, &on("SORT", "2026-03-02")), 1);
}

/// | PATROL | 平安巡逻 | 2 an hour, ×2 from 22:00 to 06:00 | 8 a day | team leader |
#[test]
fn patrol_earns_two_an_hour_twice_as_much_at_night_and_eight_a_day() {
    assert_eq!(
        line("PATROL"),
        "平安巡逻（PATROL）：每小时 2 分；22:00 至 06:00 按 2 倍；每人每日最多 8 分；一人审核（队长）"
    );
    let mut life = life();
    assert_eq!(life.earns(11, &from("PATROL", "2026-03-02T20:00:00+08:00", 60)), 2);
    // An hour of the evening and one of the night.
    assert_eq!(life.earns(12, &from("PATROL", "2026-03-02T21:00:00+08:00", 120)), 6);
    // The day of the deed is the day on which it began: six hours after midnight are cut by its cap.
    assert_eq!(life.earns(13, &from("PATROL", "2026-03-02T23:00:00+08:00", 60)), 4);
    assert_eq!(life.earns(13, &from("PATROL", "2026-03-02T23:59:00+08:00", 361)), 4);
    assert_eq!(life.earns(13, &from("PATROL", "2026-03-03T05:00:00+08:00", 120)), 6);
}

/// | VOLUNTEER | any other volunteer hour | 2 an hour | 6 a day | team leader |
#[test]
fn volunteer_earns_two_an_hour_and_six_a_day() {
    assert_eq!(
        line("VOLUNTEER"),
        "其他志愿服务（VOLUNTEER）：每小时 2 分；每人每日最多 6 分；一人审核（队长）"
    );
    assert_eq!(
        life().earn(&[hours("VOLUNTEER", "2026-03-02", 1), hours("VOLUNTEER", "2026-03-02", 9)]),
        [2, 4]
    );
}

/// | WISH | 微心愿 fulfilled | 5 | 20 a month | beneficiary |
#[test]
fn wish_earns_five_and_twenty_a_month() {
    assert_eq!(line("WISH"), "完成微心愿（WISH）：每次 5 分；每人每月最多 20 分；一人审核（受益人）");
    let days = ["2026-03-01", "2026-03-02", "2026-03-15", "2026-03-20", "2026-03-31", "2026-04-01"];
    assert_eq!(life().earn(&days.map(|day| on("WISH", day))), [5, 5, 5, 5, 0, 5]);
}

/// | NOSHOW | signed up and did not come | −1 (the first two in a year: a notice only) | | roster, can be appealed |
#[test]
fn noshow_is_a_notice_twice_and_then_takes_a_point() {
    let noshow = book().noshow.unwrap();
    let taken: Vec<Option<i64>> =
        (0..4).map(|before| noshow.deduction(before).map(|points| points.get())).collect();
    assert_eq!(taken, [None, None, Some(1), Some(1)]);
    assert_eq!(noshow.to_string(), "报名未到：每年前 2 次只提醒，之后每次扣 1 分；晚到超过 15 分钟记迟到");
}

/// Over all: at most 60 points a month a resident.
#[test]
fn over_all_a_resident_earns_sixty_a_month() {
    let mut life = life();
    let days = ["03-01", "03-02", "03-03", "03-04", "03-05", "03-06", "03-07", "03-31", "04-01"];
    let nine = days.map(|day| hours("ELDER", &format!("2026-{day}"), 3));
    assert_eq!(life.earn(&nine), [9, 9, 9, 9, 9, 9, 6, 0, 9]);
    // What the rest of the family earns is theirs.
    assert_eq!(life.earns(12, &hours("ELDER", "2026-03-31", 3)), 9);
}

/// Points lapse on 31 December of the year after they were earned.
#[test]
fn points_lapse_at_the_end_of_the_next_year() {
    assert_eq!(book().expiry, Expiry::EndOfNextYear {});
    let lapse = book().expiry.lapse("2026-03-02".parse().unwrap());
    assert_eq!(lapse, Lapse::on("2027-12-31".parse().unwrap()));
}

/// What the table leaves open, and the demonstration community has settled.
#[test]
fn of_the_rest_nothing_is_asked() {
    for rule in book().rules {
        assert_eq!((rule.budget, rule.evidence), (None, Evidence::None), "{}", rule.code);
    }
    assert_eq!(book().giving, Some(Giving { per_month: Points::new(20) }));
    assert_eq!(book().stars, Stars::default());
    let refused = award(&version(book()), &on("PARK", "2026-03-02"), &life().records.of_nobody());
    assert_eq!(refused, Err(Refusal::UnknownRule { code: "PARK".into() }));
}
