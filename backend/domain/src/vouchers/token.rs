//! Tokens: what the resident's screen shows as a QR code. Each lives a minute, and is signed with the server's key.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Deserializer};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};
use uuid::Uuid;

use crate::Refusal;
use crate::codes::{Code, CodeError};
use crate::ids::VoucherId;

/// How long a token lives.
///
/// Source: rule 4 of the product: a QR code that lives 60 seconds and renews itself.
pub const TOKEN_LIVES: Duration = Duration::seconds(60);

/// How a token begins: no code begins so, as none has an L or a 1.
const PREFIX: &str = "LV1";
/// The voucher's id, the second in which it ends, the signature.
const BYTES: usize = 16 + 8 + 16;

/// A token of a voucher, as it was presented: its signature is yet to be looked at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Token {
    /// Of which voucher.
    pub voucher: VoucherId,
    /// When it ends, in seconds since 1970.
    ends: i64,
    /// Who has no key does not know it.
    signature: [u8; 16],
}

/// A text is no token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("二维码内容无法识别，请重新扫码或输入券码")]
pub struct TokenError;

impl Token {
    /// What is signed: the voucher, and the second in which the token ends.
    pub fn signed_bytes(voucher: VoucherId, expires_at: DateTime<Utc>) -> [u8; 24] {
        bytes_of(voucher, expires_at.timestamp())
    }

    /// The token with its signature.
    pub fn new(voucher: VoucherId, expires_at: DateTime<Utc>, signature: [u8; 16]) -> Self {
        Self { voucher, ends: expires_at.timestamp(), signature }
    }

    /// What its signature has to be of.
    pub fn to_sign(&self) -> [u8; 24] {
        bytes_of(self.voucher, self.ends)
    }

    /// Its signature.
    pub const fn signature(&self) -> &[u8; 16] {
        &self.signature
    }

    /// Whether it is still good; that second itself is too late.
    ///
    /// # Errors
    /// [`Refusal::TokenExpired`].
    pub fn check_time(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        if now.timestamp() < self.ends {
            return Ok(());
        }
        let expired_at = DateTime::from_timestamp(self.ends, 0).unwrap_or(DateTime::<Utc>::MIN_UTC);
        Err(Refusal::TokenExpired { expired_at })
    }
}

fn bytes_of(voucher: VoucherId, ends: i64) -> [u8; 24] {
    let mut bytes = [0; 24];
    let all = voucher.uuid().into_bytes().into_iter().chain(ends.to_be_bytes());
    bytes.iter_mut().zip(all).for_each(|(place, byte)| *place = byte);
    bytes
}

impl fmt::Display for Token {
    /// Capital letters and digits only: a QR code takes half the space for them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PREFIX)?;
        self.to_sign().iter().chain(&self.signature).try_for_each(|byte| write!(f, "{byte:02X}"))
    }
}

impl FromStr for Token {
    type Err = TokenError;

    fn from_str(text: &str) -> Result<Self, TokenError> {
        let digits = text.trim().strip_prefix(PREFIX).ok_or(TokenError)?;
        if digits.len() != 2 * BYTES || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(TokenError);
        }
        let number = |from: usize, to: usize| {
            let part = digits.get(2 * from..2 * to).ok_or(TokenError)?;
            u128::from_str_radix(part, 16).map_err(|_| TokenError)
        };
        let ends = i64::try_from(number(16, 24)?).map_err(|_| TokenError)?;
        let (voucher, signature) = (number(0, 16)?, number(24, BYTES)?);
        Ok(Self {
            voucher: VoucherId::new(Uuid::from_u128(voucher)),
            ends,
            signature: signature.to_be_bytes(),
        })
    }
}

/// What is presented at the counter: the typed code of a voucher, or its token that was scanned.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presented {
    /// The code, however it is typed.
    Code(Code),
    /// The token.
    Token(Token),
}

impl FromStr for Presented {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        text.parse().map(Self::Token).or_else(|_| text.parse().map(Self::Code))
    }
}

impl<'de> Deserialize<'de> for Presented {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'_, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl PartialSchema for Presented {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some("^([2-9A-HJKMNP-Z]{8}|LV1[0-9A-F]{80})$"))
            .examples(["7G2K9QXS"])
            .description(Some(
                "Either the typed code of a voucher (seven signs without 0 O 1 I L and a check character; case, blanks \
                 and hyphens do not matter), or the token that was scanned from the resident's screen.",
            ))
            .into()
    }
}

impl ToSchema for Presented {
    fn name() -> Cow<'static, str> {
        "PresentedCode".into()
    }
}

#[cfg(test)]
mod tests {
    use super::{Presented, TOKEN_LIVES, Token, TokenError};
    use crate::Refusal;
    use crate::codes::Code;
    use crate::ids::VoucherId;
    use chrono::{DateTime, Duration, Utc};
    use proptest::prelude::*;
    use uuid::Uuid;

    const END: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn token() -> Token {
        Token::new(VoucherId::new(Uuid::from_u128(7)), END, [9; 16])
    }

    #[test]
    fn a_token_is_good_until_its_second_ends_it() {
        assert_eq!(TOKEN_LIVES.num_seconds(), 60);
        assert_eq!(token().check_time(END - Duration::milliseconds(1)), Ok(()));
        assert_eq!(token().check_time(END), Err(Refusal::TokenExpired { expired_at: END }));
    }

    #[test]
    fn what_is_no_token_is_read_as_a_code_or_not_at_all() {
        let code = Code::from_random(5);
        assert_eq!(code.as_str().parse(), Ok(Presented::Code(code)));
        assert_eq!(token().to_string().parse(), Ok(Presented::Token(token())));
        for text in ["", "LV1", &token().to_string()[..82], &format!("{}0", token()), "LV1+", "lv1"] {
            assert_eq!(text.parse::<Token>(), Err(TokenError), "{text}");
            assert!(text.parse::<Presented>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_token_is_read_as_it_is_written(id in any::<u128>(), end in 0_i64..4_000_000_000, mac in any::<[u8; 16]>()) {
            let token = Token::new(VoucherId::new(Uuid::from_u128(id)), DateTime::from_timestamp(end, 0).unwrap(), mac);
            prop_assert_eq!(token.to_string().parse(), Ok(token.clone()));
            prop_assert_eq!(token.to_sign(), Token::signed_bytes(token.voucher, DateTime::from_timestamp(end, 0).unwrap()));
        }

        #[test]
        fn no_text_is_too_strange(text in any::<String>()) {
            let _ = text.parse::<Presented>();
            let _ = format!("LV1{text}").parse::<Presented>();
        }
    }
}
