//! What others than staff see of a resident.

/// The name as a stranger sees it: the first sign, then a star for each further one (王小明 → 王**).
pub fn masked_name(name: &str) -> String {
    name.chars().enumerate().map(|(place, sign)| if place == 0 { sign } else { '*' }).collect()
}

/// The phone number by default: 13812345678 → 138****5678.
pub fn masked_phone(phone: &str) -> String {
    let signs: Vec<char> = phone.chars().collect();
    let head = signs.iter().take(3);
    let tail = signs.iter().skip(signs.len().saturating_sub(4));
    head.chain(['*', '*', '*', '*'].iter()).chain(tail).collect()
}

#[cfg(test)]
mod tests {
    use super::{masked_name, masked_phone};

    #[test]
    fn a_masked_name_keeps_the_family_name_only() {
        assert_eq!(masked_name("王小明"), "王**");
        assert_eq!(masked_name(""), "");
    }

    #[test]
    fn a_masked_phone_keeps_three_and_four_digits() {
        assert_eq!(masked_phone("19900001234"), "199****1234");
    }
}
