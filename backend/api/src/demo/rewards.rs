//! What the points supermarket 积分超市 has on its shelves.

use linli_domain::rewards::AgeGroup::{self, All, Children, Seniors, Youth};

/// Name, age group, price in points, stock.
pub(super) const REWARDS: [(&str, AgeGroup, i64, i64); 12] = [
    ("彩笔", Children, 10, 200),
    ("积木玩具", Children, 25, 80),
    ("羽毛球一筒", Youth, 30, 100),
    ("篮球", Youth, 120, 20),
    ("跳绳", Youth, 12, 150),
    ("暖手宝", Seniors, 24, 120),
    ("老花镜", Seniors, 18, 100),
    ("雨伞", All, 20, 160),
    ("大米 5 kg", All, 44, 150),
    ("食用油", All, 60, 90),
    ("洗衣粉", All, 15, 200),
    ("酱油", All, 12, 200),
];
