//! 1 + 6 + 14: the agency, the core teams, and the teams derived from them.

use linli_db::Connection;
use linli_domain::ids::{ResidentId, TeamId};
use linli_domain::memberships::Position;
use linli_domain::residents::Resident;
use linli_domain::roles::{Principal, Role};
use linli_domain::teams::TeamKind;
use rand::RngExt;
use rand::seq::IndexedRandom;
use serde_json::json;

use super::accounts::{further_phone, phone_of};
use super::story::{Story, from_json};
use crate::memberships::{new_membership, place};
use crate::problem::Problem;
use crate::teams::{NewTeam, new_team};

/// The place among the teams of the one whose leader's account is shown: the one for cleaning.
pub(super) const SHOWN: usize = 3;

/// The agency.
const AGENCY: (&str, &str) = ("小天使社工机构", "指导全部志愿队伍");

/// A team, what it is for, the rule its activities earn by, and what they are called.
pub(super) struct Team {
    pub(super) name: &'static str,
    pub(super) purpose: &'static str,
    /// The core team it derives from; none for a core team.
    pub(super) parent: Option<&'static str>,
    pub(super) rule: &'static str,
    pub(super) activity: &'static str,
    pub(super) place: &'static str,
}

const fn core(
    name: &'static str,
    purpose: &'static str,
    rule: &'static str,
    activity: &'static str,
    place: &'static str,
) -> Team {
    Team { name, purpose, parent: None, rule, activity, place }
}

const fn derived(
    parent: &'static str,
    name: &'static str,
    purpose: &'static str,
    rule: &'static str,
    activity: &'static str,
    place: &'static str,
) -> Team {
    Team { name, purpose, parent: Some(parent), rule, activity, place }
}

/// The core teams, then the derived ones.
pub(super) const TEAMS: [Team; 20] = [
    core("红色先锋队", "党员带头服务", "VOLUNTEER", "党员先锋服务日", "开放式暖心吧"),
    core("银龄互助队", "低龄老人帮高龄老人", "ELDER", "上门探望高龄老人", "利民小区"),
    core("邻里调解队", "调解邻里矛盾", "MEET", "邻里议事协商会", "百姓说事点"),
    core("绿色家园队", "清洁与垃圾分类", "CLEAN", "清洁家园行动", "江南花山郡"),
    core("平安巡逻队", "夜间巡逻", "PATROL", "平安巡逻", "普安还建楼"),
    core("亲子成长队", "家庭一起做公益", "VOLUNTEER", "亲子公益半日", "亲子活动角"),
    derived("红色先锋队", "反诈宣传队", "防范电信诈骗", "VOLUNTEER", "反诈宣传进楼栋", "江南花山郡"),
    derived("红色先锋队", "暑托志愿队", "暑期照看儿童", "VOLUNTEER", "社区托管班", "亲子活动角"),
    derived("红色先锋队", "外卖骑手先锋队", "骑手随手拍隐患", "PATROL", "骑手流动巡查", "普安还建楼"),
    derived("银龄互助队", "暖心送餐队", "为行动不便的老人送餐", "ELDER", "暖心送餐", "老旧小区片区"),
    derived("银龄互助队", "义剪队", "为老人义务理发", "ELDER", "老人义剪", "开放式暖心吧"),
    derived("银龄互助队", "家电义修队", "义务修理家电", "VOLUNTEER", "家电义修日", "街坊共创角"),
    derived("邻里调解队", "文明养宠宣传队", "劝导文明养宠", "VOLUNTEER", "文明养宠宣传", "江南花山郡"),
    derived("邻里调解队", "停车疏导队", "疏导停车", "VOLUNTEER", "停车秩序疏导", "利民小区"),
    derived("绿色家园队", "垃圾分类督导队", "督导垃圾分类", "SORT", "垃圾分类督导", "人才公寓"),
    derived("绿色家园队", "楼道美化队", "清理美化楼道", "CLEAN", "楼道清理美化", "普安还建楼"),
    derived("绿色家园队", "花草认养队", "认养公共花草", "CLEAN", "花草认养日", "江南花山郡"),
    derived("平安巡逻队", "广场舞文明队", "约定广场舞时间与音量", "MEET", "广场舞文明公约议事", "百姓说事点"),
    derived("亲子成长队", "书香伴读队", "陪孩子读书", "VOLUNTEER", "书香伴读", "亲子活动角"),
    derived("亲子成长队", "乒羽乐队", "带孩子打球", "VOLUNTEER", "乒羽公益课", "街坊共创角"),
];

/// A team of the story.
pub(super) struct Crew {
    pub(super) id: TeamId,
    pub(super) team: &'static Team,
    pub(super) leader: Principal,
    pub(super) members: Vec<ResidentId>,
}

/// Founds the teams with their leaders, who have accounts, and their members; the family is in the one that is shown.
pub(super) async fn found(
    connection: &mut Connection,
    story: &mut Story,
    (leaders, volunteers, family): (&[Resident], &[ResidentId], &[ResidentId]),
    hash: &str,
) -> Result<Vec<Crew>, Problem> {
    let agency = NewTeamOf { kind: TeamKind::Agency, parent: None, name: AGENCY.0, purpose: AGENCY.1 };
    let agency = found_one(connection, story, agency).await?;
    let mut crews: Vec<Crew> = Vec::new();
    for (number, (team, leader)) in TEAMS.iter().zip(leaders).enumerate() {
        let core =
            team.parent.and_then(|name| crews.iter().find(|crew| crew.team.name == name)).map(|crew| crew.id);
        let (kind, parent) = core.map_or((TeamKind::Core, agency), |core| (TeamKind::Derived, core));
        let new = NewTeamOf { kind, parent: Some(parent), name: team.name, purpose: team.purpose };
        let id = found_one(connection, story, new).await?;
        let phone =
            if number == SHOWN { phone_of(Role::TeamLeader).to_owned() } else { further_phone(number) };
        let mut account =
            story.open_account(connection, (&leader.name, &phone), Some(leader.id), hash).await?;
        account.teams.insert(id);
        let size = story.rng.random_range(18..60);
        let chosen = volunteers.sample(&mut story.rng, size).copied();
        let mut members: Vec<ResidentId> = chosen.filter(|one| !family.contains(one)).collect();
        if number == SHOWN {
            members.extend(family);
        }
        join(connection, story, (id, leader.id), &members).await?;
        crews.push(Crew { id, team, leader: account, members });
    }
    Ok(crews)
}

struct NewTeamOf {
    kind: TeamKind,
    parent: Option<TeamId>,
    name: &'static str,
    purpose: &'static str,
}

async fn found_one(connection: &mut Connection, story: &Story, new: NewTeamOf) -> Result<TeamId, Problem> {
    let NewTeamOf { kind, parent, name, purpose } = new;
    let new: NewTeam =
        from_json(json!({"kind": kind, "parent_id": parent, "name": name, "purpose": purpose}))?;
    Ok(new_team(connection, &story.setting_up(), &new).await?.id)
}

/// The leader and the members are taken in by the desk.
async fn join(
    connection: &mut Connection,
    story: &Story,
    (team, leader): (TeamId, ResidentId),
    members: &[ResidentId],
) -> Result<(), Problem> {
    let acting = |resident| story.setting_up().on_behalf_of(Some(resident));
    let led = new_membership(connection, &acting(leader), (team, leader), true).await?;
    place(connection, &story.setting_up(), led.id, Position::Leader).await?;
    for member in members {
        new_membership(connection, &acting(*member), (team, *member), true).await?;
    }
    Ok(())
}
