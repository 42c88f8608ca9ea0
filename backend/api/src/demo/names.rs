//! Names that nobody has in particular.

use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;

/// Surnames, the common ones more often.
const SURNAMES: [&str; 48] = [
    "王", "王", "王", "李", "李", "李", "张", "张", "张", "刘", "刘", "陈", "陈", "杨", "杨", "黄", "赵",
    "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "林", "罗", "郑", "梁", "谢", "宋", "唐",
    "许", "韩", "冯", "邓", "曹", "彭", "曾", "萧", "田", "董", "袁", "潘", "蔡", "余",
];

/// Given names of those born before 1965, before 2000, and since.
const OLD: [&str; 40] = [
    "建国", "秀英", "桂兰", "志强", "玉兰", "国庆", "淑珍", "桂英", "建华", "秀兰", "德福", "金花", "长林",
    "翠兰", "文明", "玉珍", "凤英", "春梅", "福生", "桂香", "树林", "兰英", "大海", "水生", "红英", "汉生",
    "菊香", "正义", "素珍", "定国", "爱华", "家财", "腊梅", "友才", "银枝", "光明", "秋菊", "永福", "金莲",
    "保国",
];
const GROWN: [&str; 48] = [
    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超",
    "秀丽", "霞", "平", "刚", "桂芳", "小红", "志明", "海燕", "建军", "晓东", "晓燕", "文博", "雪梅", "国强",
    "小龙", "丹丹", "佳佳", "婷婷", "俊杰", "思琪", "晓明", "雅琴", "宏伟", "春燕", "立新", "雨欣", "志鹏",
    "少华", "慧敏", "彦斌", "丽华",
];
const YOUNG: [&str; 40] = [
    "子轩", "梓涵", "浩然", "欣怡", "宇航", "诗涵", "一诺", "梓萱", "子墨", "雨桐", "奕辰", "思源", "语嫣",
    "俊熙", "可馨", "宇轩", "若曦", "沐阳", "艺涵", "子睿", "佳怡", "皓轩", "梦瑶", "天佑", "依诺", "晨曦",
    "乐瑶", "书瑶", "嘉懿", "睿哲", "安琪", "博文", "锦程", "米乐", "清妍", "知远", "星辰", "念安", "景行",
    "舒窈",
];

/// A surname.
pub(super) fn surname(rng: &mut StdRng) -> &'static str {
    SURNAMES.choose(rng).copied().unwrap_or("王")
}

/// A given name as people of that year were called.
pub(super) fn given_name(rng: &mut StdRng, birth_year: i32) -> String {
    let pool: &[&str] = match birth_year {
        ..1965 => &OLD,
        1965..2000 => &GROWN,
        _ => &YOUNG,
    };
    let name = pool.choose(rng).copied().unwrap_or("平");
    // Two of one sign make a name too: 伟 and 军 are 伟军.
    if name.chars().count() == 1 && rng.random_ratio(1, 2) {
        let second = GROWN.iter().take(20).filter(|n| n.chars().count() == 1).collect::<Vec<_>>();
        return format!("{name}{}", second.choose(rng).copied().copied().unwrap_or_default());
    }
    name.to_owned()
}
