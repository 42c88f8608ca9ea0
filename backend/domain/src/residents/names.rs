//! What a resident is ordered and found by.

use std::collections::BTreeSet;

use pinyin::{ToPinyin, ToPinyinMulti};

/// At most so many ways to read a name are kept; names with more signs of several readings do not occur.
const READINGS: usize = 16;

/// The key that lists are ordered by: the name in pinyin, signs without one as they are.
pub fn sort_key(name: &str) -> String {
    name.chars()
        .map(|sign| sign.to_pinyin().map_or_else(|| sign.to_lowercase().collect(), |p| p.plain().to_owned()))
        .collect()
}

/// Everything a resident is found by when its beginning is typed: the name from each of its signs on, its pinyin
/// initials in every reading (曾 is zeng and ceng), the last four digits of the phone, the code of the member card.
pub fn search_keys(name: &str, phone: Option<&str>, card_code: &str) -> BTreeSet<String> {
    let lower = name.to_lowercase();
    let mut keys: BTreeSet<String> = from_each_on(&lower).collect();
    keys.extend(initials(name).iter().flat_map(|letters| from_each_on(letters)));
    if let Some(phone) = phone {
        keys.extend(phone.len().checked_sub(4).and_then(|start| phone.get(start..)).map(str::to_owned));
    }
    keys.insert(card_code.to_lowercase());
    keys
}

fn from_each_on(text: &str) -> impl Iterator<Item = String> {
    text.char_indices().filter_map(|(place, _)| text.get(place..)).map(str::to_owned)
}

fn initials(name: &str) -> Vec<String> {
    name.chars().fold(vec![String::new()], |readings, sign| {
        let letters = first_letters(sign);
        readings
            .iter()
            .flat_map(|before| letters.iter().map(move |letter| format!("{before}{letter}")))
            .take(READINGS)
            .collect()
    })
}

fn first_letters(sign: char) -> BTreeSet<char> {
    let Some(readings) = sign.to_pinyin_multi() else {
        return sign.to_lowercase().take(1).collect();
    };
    readings.into_iter().filter_map(|reading| reading.plain().chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::{search_keys, sort_key};

    #[test]
    fn names_are_ordered_by_pinyin() {
        let mut names = ["张伟", "李娜", "王芳", "陈强"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["陈强", "李娜", "王芳", "张伟"]);
    }

    #[test]
    fn a_resident_is_found_by_name_given_name_initials_digits_and_card() {
        let keys = search_keys("王小明", Some("19900001234"), "7G2K9QXM");
        for key in ["王小明", "小明", "明", "wxm", "xm", "1234", "7g2k9qxm"] {
            assert!(keys.contains(key), "{key} in {keys:?}");
        }
    }

    #[test]
    fn a_sign_with_two_readings_is_found_by_both() {
        let keys = search_keys("曾丽", None, "7G2K9QXM");
        assert!(keys.contains("zl") && keys.contains("cl"), "{keys:?}");
    }
}
