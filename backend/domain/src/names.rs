//! What a name is ordered and found by, of a person or a thing.

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

/// Everything a name is found by when a part of it is typed: the name from each of its signs on, and its pinyin initials in
/// every reading (曾 is zeng and ceng).
pub fn name_keys(name: &str) -> BTreeSet<String> {
    let lower = name.to_lowercase();
    let initials = initials(name);
    from_each_on(&lower).chain(initials.iter().flat_map(|letters| from_each_on(letters))).collect()
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
    use super::{name_keys, sort_key};

    #[test]
    fn names_are_ordered_by_pinyin() {
        let mut names = ["张伟", "李娜", "王芳", "陈强"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["陈强", "李娜", "王芳", "张伟"]);
    }

    #[test]
    fn a_thing_is_found_by_any_part_of_its_name() {
        let keys = name_keys("大米 5 KG");
        for key in ["大米 5 kg", "米 5 kg", "5 kg", "dm 5 kg", "m 5 kg"] {
            assert!(keys.contains(key), "{key} in {keys:?}");
        }
    }

    #[test]
    fn a_sign_with_two_readings_is_found_by_both() {
        let keys = name_keys("曾丽");
        assert!(keys.contains("zl") && keys.contains("cl"), "{keys:?}");
    }
}
