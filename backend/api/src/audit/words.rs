//! Acts of the audit log in the words of the desk, for who reads them in a spreadsheet.

/// The kinds of things.
const KINDS: &[(&str, &str)] = &[
    ("activity", "活动"),
    ("adjustment", "积分调整"),
    ("building", "楼栋"),
    ("claim", "申报"),
    ("community", "社区"),
    ("confirmation", "核销"),
    ("fund", "基金"),
    ("grid", "网格"),
    ("household", "户"),
    ("import", "导入"),
    ("membership", "队员"),
    ("no_show", "报名未到"),
    ("notice", "通知"),
    ("offer", "优惠"),
    ("order", "兑换单"),
    ("pact", "守约"),
    ("partner", "合伙人"),
    ("photo", "照片"),
    ("resident", "居民"),
    ("reward", "兑换物品"),
    ("roster", "名册"),
    ("rulebook", "管理办法"),
    ("shift", "班次"),
    ("signal", "异常提示"),
    ("signup", "报名"),
    ("slot", "预约时段"),
    ("statement", "对账单"),
    ("stocktake", "盘点"),
    ("store", "门店"),
    ("team", "队伍"),
    ("transfer", "积分流水"),
    ("user", "账号"),
    ("voucher", "券"),
    ("wish_poll", "心愿征集"),
];

/// What is done to them.
const VERBS: &[(&str, &str)] = &[
    ("add_candidate", "增加候选"),
    ("add_cashier", "增加店员"),
    ("add_manager", "增加负责人"),
    ("adjust", "调整积分"),
    ("agree", "认可"),
    ("appeal", "申诉"),
    ("approve", "同意入队"),
    ("award", "批量发分"),
    ("cancel", "取消"),
    ("change", "修改"),
    ("change_own_password", "修改自己的密码"),
    ("check_in", "签到"),
    ("check_out", "签退"),
    ("close", "结束"),
    ("confirm", "确认"),
    ("correct", "更正"),
    ("create", "新建"),
    ("deactivate", "作废"),
    ("decide", "裁定申诉"),
    ("deduct", "扣分"),
    ("delete", "删除"),
    ("dispute", "提出异议"),
    ("end", "退队"),
    ("expire", "过期"),
    ("export_audit_entries", "导出操作记录"),
    ("export_residents", "导出居民名册"),
    ("give", "赠分"),
    ("grant", "发放"),
    ("mark_no_shows", "登记未到"),
    ("leave", "迁出退回"),
    ("move", "改约"),
    ("move_up", "候补递补"),
    ("open", "上架"),
    ("open_balances", "导入期初积分"),
    ("pick_up", "取货"),
    ("pool", "家庭合用积分"),
    ("position", "调整职务"),
    ("propose", "提出"),
    ("publish", "发布"),
    ("read", "已读"),
    ("read_all", "全部标为已读"),
    ("ready", "备好"),
    ("record", "记录"),
    ("recruit", "开始招募"),
    ("refuse", "不通过"),
    ("release", "退回"),
    ("remove_cashier", "去掉店员"),
    ("remove_manager", "去掉负责人"),
    ("replace", "填写"),
    ("resolve", "处理"),
    ("resubmit", "再次提交"),
    ("reveal", "查看完整信息"),
    ("reverse", "撤回"),
    ("review", "审核"),
    ("send_back", "退回修改"),
    ("settle", "结算"),
    ("start", "开始"),
    ("stock", "调整库存"),
    ("submit", "提交"),
    ("substitute", "换货"),
    ("take", "领取"),
    ("take_over", "转记积分"),
    ("undo", "撤销"),
    ("upload", "上传"),
    ("vote", "投票"),
    ("withdraw", "撤回"),
];

/// An act in words, e.g. 居民：修改 of `resident.change`; what has no word stays as it is.
pub(super) fn word_of(action: &str) -> String {
    let (kind, verb) = action.split_once('.').unwrap_or((action, ""));
    format!("{}：{}", found(KINDS, kind), found(VERBS, verb))
}

fn found<'a>(words: &'a [(&str, &str)], code: &'a str) -> &'a str {
    words.iter().find(|(known, _)| *known == code).map_or(code, |(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::word_of;

    #[test]
    fn an_act_is_said_in_words_and_what_has_none_stays_as_it_is() {
        assert_eq!(word_of("resident.reveal"), "居民：查看完整信息");
        assert_eq!(word_of("robot.dance"), "robot：dance");
    }
}
