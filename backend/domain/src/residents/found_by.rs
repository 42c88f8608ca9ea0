//! What a resident is found by.

use std::collections::BTreeSet;

use crate::names::name_keys;

/// Everything a resident is found by when its beginning is typed: what the name is found by, the last four digits of the phone,
/// the code of the member card.
pub fn search_keys(name: &str, phone: Option<&str>, card_code: &str) -> BTreeSet<String> {
    let mut keys = name_keys(name);
    if let Some(phone) = phone {
        keys.extend(phone.len().checked_sub(4).and_then(|start| phone.get(start..)).map(str::to_owned));
    }
    keys.insert(card_code.to_lowercase());
    keys
}

#[cfg(test)]
mod tests {
    use super::search_keys;

    #[test]
    fn a_resident_is_found_by_name_given_name_initials_digits_and_card() {
        let keys = search_keys("王小明", Some("19900001234"), "7G2K9QXM");
        for key in ["王小明", "小明", "明", "wxm", "xm", "1234", "7g2k9qxm"] {
            assert!(keys.contains(key), "{key} in {keys:?}");
        }
    }
}
