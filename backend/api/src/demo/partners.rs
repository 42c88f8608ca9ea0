//! The twelve partners, what they promise, and what they offer for points.

use std::collections::BTreeSet;

use chrono::Duration;
use chrono_tz::Asia::Shanghai;
use linli_db::Connection;
use linli_domain::activities::Every;
use linli_domain::ids::{OfferId, PartnerId, StoreId};
use linli_domain::partners::{Partner as Admitted, Store};
use linli_domain::roles::{Principal, Role};
use serde_json::{Value, json};

use super::accounts::{further_phone, name_of, phone_of};
use super::partner_terms::{Way, plan_classes, terms_of};
use super::story::{Story, from_json, phone};
use crate::offers::{NewOffer, draft, open};
use crate::partners::{NewPartner, name_manager, new_partner};
use crate::problem::Problem;
use crate::stores::{NewStore, name_cashier, new_store};

/// A partner with its store and its offers.
struct Partner {
    name: &'static str,
    category: &'static str,
    promise: &'static str,
    store: &'static str,
    offers: &'static [Offer],
}

/// An offer.
pub(super) struct Offer {
    pub(super) title: &'static str,
    pub(super) kind: OfferKind,
    pub(super) points: i64,
    pub(super) quota: Option<i64>,
    pub(super) per_person: Option<i32>,
    pub(super) min_age: Option<i32>,
    pub(super) way: Way,
}

/// What an offer gives.
pub(super) enum OfferKind {
    /// At least so many yuan, so many off.
    SpendAndSave(i64, i64),
    /// So many percent off.
    Percent(i32),
    /// Something free of charge.
    Free(&'static str),
}

const fn offer(title: &'static str, kind: OfferKind, points: i64, quota: Option<i64>) -> Offer {
    Offer { title, kind, points, quota, per_person: None, min_age: None, way: Way::Any }
}

impl Offer {
    /// The same, used in this way.
    const fn used(self, way: Way) -> Self {
        Self { way, ..self }
    }
}

impl OfferKind {
    /// The terms as they are sent.
    fn terms(&self) -> Value {
        match self {
            Self::SpendAndSave(spend, save) => {
                json!({"kind": "spend_and_save", "min_spend_fen": spend * 100, "save_fen": save * 100})
            }
            Self::Percent(percent) => json!({"kind": "percent", "percent_off": percent}),
            Self::Free(item) => json!({"kind": "free_item", "item": item}),
        }
    }
}

use OfferKind::{Free, Percent, SpendAndSave};

/// The partners.
const PARTNERS: [Partner; 12] = [
    Partner {
        name: "惠民鲜生",
        category: "生鲜",
        promise: "积分专享满减",
        store: "惠民鲜生花山店",
        offers: &[
            offer("生鲜满 60 减 20", SpendAndSave(60, 20), 15, None),
            offer("生鲜满 30 减 8", SpendAndSave(30, 8), 6, None),
        ],
    },
    Partner {
        name: "普安公益咖啡",
        category: "咖啡",
        promise: "免费咖啡 500 杯，双周手冲课 10 个名额",
        store: "普安公益咖啡角",
        offers: &[
            offer("公益咖啡一杯", Free("现磨咖啡一杯"), 8, Some(500)).used(Way::Daily),
            offer("手冲咖啡课", Free("手冲咖啡课一节"), 12, None).used(Way::Class(Every::Fortnight, 10)),
        ],
    },
    Partner {
        name: "小荷花家电",
        category: "家电维修",
        promise: "为 75 岁以上居民免费检修，每年 120 次",
        store: "小荷花维修点",
        offers: &[Offer {
            title: "高龄居民家电免费检修",
            kind: Free("上门检修一次"),
            points: 0,
            quota: Some(120),
            per_person: Some(2),
            min_age: Some(75),
            way: Way::Any,
        }],
    },
    Partner {
        name: "墨池艺术",
        category: "艺术培训",
        promise: "每周一节公益书法课，20 个名额",
        store: "墨池艺术教室",
        offers: &[offer("公益书法课", Free("书法课一节"), 10, None).used(Way::Class(Every::Week, 20))],
    },
    Partner {
        name: "童跃亲子运动",
        category: "亲子运动",
        promise: "周末亲子运动，15 个家庭",
        store: "童跃运动馆",
        offers: &[offer("周末亲子运动", Free("亲子运动一场"), 12, None).used(Way::Class(Every::Week, 15))],
    },
    Partner {
        name: "悦读书屋",
        category: "文化休闲",
        promise: "读书会，图书九折",
        store: "悦读书屋",
        offers: &[offer("图书九折", Percent(10), 4, None)],
    },
    Partner {
        name: "众康健身",
        category: "健身体育",
        promise: "日卡每月 60 张",
        store: "众康健身馆",
        offers: &[
            offer("健身日卡", Free("健身日卡一张"), 10, None).used(Way::Monthly(60)),
            offer("健身五次卡", Free("健身五次"), 45, Some(100)).used(Way::Card(5)),
        ],
    },
    Partner {
        name: "羽动球馆",
        category: "健身体育",
        promise: "工作日上午羽毛球一小时",
        store: "羽动球馆",
        offers: &[offer("羽毛球一小时", Free("场地一小时"), 12, Some(200)).used(Way::Mornings)],
    },
    Partner {
        name: "康民诊所",
        category: "医疗保健",
        promise: "每月义诊，30 个名额",
        store: "康民诊所",
        offers: &[offer("义诊", Free("义诊一次"), 5, None).used(Way::Class(Every::Month, 30))],
    },
    Partner {
        name: "巧手理发",
        category: "义剪",
        promise: "每月 40 次，75 岁以上免费",
        store: "巧手理发店",
        offers: &[
            offer("理发", Free("理发一次"), 20, None).used(Way::Monthly(40)),
            Offer {
                title: "高龄居民免费理发",
                kind: Free("理发一次"),
                points: 0,
                quota: Some(120),
                per_person: Some(3),
                min_age: Some(75),
                way: Way::Any,
            },
        ],
    },
    Partner {
        name: "洁邻家政",
        category: "家政",
        promise: "每月 20 次一小时保洁",
        store: "洁邻家政服务点",
        offers: &[offer("家政保洁一小时", Free("保洁一小时"), 40, None).used(Way::Monthly(20))],
    },
    Partner {
        name: "普安物业",
        category: "物业",
        promise: "停车小时券与小维修",
        store: "普安物业服务中心",
        offers: &[offer("停车小时券", Free("停车两小时"), 10, None)],
    },
];

/// A store of the story: who works there, and what can be used there.
pub(super) struct Counter {
    pub(super) id: StoreId,
    pub(super) cashier: Principal,
    pub(super) manager: Principal,
    pub(super) offers: Vec<(OfferId, &'static Offer)>,
}

/// Admits the partners, each with a store, its people and its open offers.
pub(super) async fn admit(
    connection: &mut Connection,
    story: &mut Story,
    hash: &str,
) -> Result<Vec<Counter>, Problem> {
    let (acting, mut counters) = (story.setting_up(), Vec::new());
    for (number, partner) in PARTNERS.iter().enumerate() {
        let contact = if number == 0 {
            name_of(Role::PartnerManager).to_owned()
        } else {
            format!("{}负责人", partner.name)
        };
        let new: NewPartner = from_json(json!({
            "name": partner.name, "category": partner.category, "promise": partner.promise, "contact_name": contact,
        }))?;
        let admitted = new_partner(connection, &acting, &new).await?;
        let hours = opening_hours(partner.category);
        let new: NewStore =
            from_json(json!({"name": partner.store, "address": "江夏经济开发区普安社区", "hours": hours}))?;
        let store = new_store(connection, &acting, admitted.id, &new).await?;
        let (cashier, manager) = people(connection, story, (number, &admitted, &store), hash).await?;
        let mut offers = Vec::new();
        for offer in partner.offers {
            offers.push((open_one(connection, story, admitted.id, offer).await?, offer));
        }
        counters.push(Counter { id: store.id, cashier, manager, offers });
    }
    Ok(counters)
}

/// The manager and the cashier; those of the first partner are the accounts that are shown.
async fn people(
    connection: &mut Connection,
    story: &Story,
    (number, partner, store): (usize, &Admitted, &Store),
    hash: &str,
) -> Result<(Principal, Principal), Problem> {
    let phones = if number == 0 {
        (phone_of(Role::PartnerManager).to_owned(), phone_of(Role::Cashier).to_owned())
    } else {
        (further_phone(30 + number), further_phone(50 + number))
    };
    let manager = (partner.contact_name.as_str(), phones.0.as_str());
    let mut manager = story.open_account(connection, manager, None, hash).await?;
    let acting = story.setting_up();
    name_manager(connection, &acting, partner.id, &phone(&phones.0)?).await?;
    let cashier =
        if number == 0 { name_of(Role::Cashier).to_owned() } else { format!("{}店员", partner.name) };
    let mut cashier = story.open_account(connection, (&cashier, &phones.1), None, hash).await?;
    name_cashier(connection, &acting, store.id, &phone(&phones.1)?).await?;
    cashier.stores = BTreeSet::from([store.id]);
    manager.partners = BTreeSet::from([partner.id]);
    Ok((cashier, manager))
}

/// Drafts an offer and opens it.
async fn open_one(
    connection: &mut Connection,
    story: &Story,
    partner: PartnerId,
    offer: &Offer,
) -> Result<OfferId, Problem> {
    let acting = story.setting_up();
    let mut new = json!({
        "partner_id": partner, "title": offer.title, "terms": offer.kind.terms(), "price_points": offer.points,
        "quota": offer.quota, "per_person_limit": offer.per_person,
        "valid_from": acting.now, "valid_to": acting.now + Duration::days(730), "voucher_days": 14,
    });
    new.as_object_mut().into_iter().for_each(|new| new.extend(terms_of(offer.way, offer.min_age)));
    let new: NewOffer = from_json(new)?;
    let drafted = draft(connection, &acting, &story.staff, &new).await?;
    let opened = open(connection, &acting, (&story.staff, drafted.id)).await?;
    plan_classes(connection, &acting, (opened.id, Shanghai), offer.way).await?;
    Ok(opened.id)
}

/// Every day from eight in the morning to ten at night; the property company's office on working days only.
fn opening_hours(category: &str) -> Value {
    if category == "物业" {
        return json!([{"weekdays": ["mon", "tue", "wed", "thu", "fri"], "from": "08:30", "to": "17:30"}]);
    }
    json!([{"weekdays": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "from": "08:00", "to": "22:00"}])
}
