//! Who can sign in to the demonstration community: one account for every role, and those that its history needs.

use linli_domain::roles::Role;

/// The password of every account of the demonstration.
pub(super) const PASSWORD: &str = "linli-demo";

/// An account that is shown when the server starts.
pub(super) struct Account {
    pub(super) role: Role,
    pub(super) title: &'static str,
    pub(super) name: &'static str,
    pub(super) phone: &'static str,
}

const fn account(role: Role, title: &'static str, name: &'static str, phone: &'static str) -> Account {
    Account { role, title, name, phone }
}

/// One for every role.
pub(super) const ACCOUNTS: [Account; 9] = [
    account(Role::PlatformOperator, "平台运营", "平台运营", "19900000001"),
    account(Role::CommunityAdministrator, "社区管理员", "张主任", "19900000002"),
    account(Role::Staff, "社区工作者", "李晓敏", "19900000003"),
    account(Role::SocialWorker, "社工", "陈静", "19900000004"),
    account(Role::TeamLeader, "队长", "刘桂芳", "19900000005"),
    account(Role::BlockHead, "楼栋长", "孙建华", "19900000009"),
    account(Role::PartnerManager, "合伙人负责人", "周经理", "19900000006"),
    account(Role::Cashier, "店员", "小吴", "19900000007"),
    account(Role::Resident, "居民", "何海燕", "19900000008"),
];

/// The phone number of the account with this role.
pub(super) fn phone_of(role: Role) -> &'static str {
    ACCOUNTS.iter().find(|account| account.role == role).map_or("", |account| account.phone)
}

/// The name of the account with this role.
pub(super) fn name_of(role: Role) -> &'static str {
    ACCOUNTS.iter().find(|account| account.role == role).map_or("", |account| account.name)
}

/// The account number `number` of those that are not shown: leaders, managers and cashiers.
pub(super) fn further_phone(number: usize) -> String {
    format!("1990000{:04}", 20 + number)
}

/// How to sign in, as the server prints it.
#[must_use]
pub fn sign_ins() -> String {
    let line = |account: &Account| {
        format!(
            "{:<24} {}  {PASSWORD}  {}（{}）\n",
            account.role.to_string(),
            account.phone,
            account.name,
            account.title
        )
    };
    let lines: String = ACCOUNTS.iter().map(line).collect();
    format!("Sign in (role, phone, password):\n{lines}")
}
