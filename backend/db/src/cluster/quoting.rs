//! Values on their way through a shell and through a connection string.

use std::borrow::Cow;

/// Returns `text` as one word for `sh`.
pub(super) fn for_shell(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// Returns `text` as a value of a key and value connection string.
pub(super) fn for_connection(text: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_for_the_shell_survives_quotes_and_dollars() {
        assert_eq!(for_shell(""), "''");
        assert_eq!(for_shell("a $b `c`"), "'a $b `c`'");
        assert_eq!(for_shell("o'clock"), r"'o'\''clock'");
    }

    #[test]
    fn a_connection_value_is_quoted_only_when_it_must_be() {
        assert_eq!(for_connection("/var/lib/linli/run"), "/var/lib/linli/run");
        assert_eq!(for_connection(""), "''");
        assert_eq!(for_connection("/home/li/my data"), "'/home/li/my data'");
        assert_eq!(for_connection(r"/o'clock\x"), r"'/o\'clock\\x'");
        assert_eq!(for_connection("/邻里"), "'/邻里'");
    }
}
