//! Lists as they are sent: a page of items and an opaque cursor to the next.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use linli_db::{Page, Slice};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::Whole;
use crate::problem::Problem;

/// How many items a page has unless the caller says otherwise.
const USUAL: i64 = 50;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListOf<T> {
    /// The items, in the order of the list.
    pub items: Vec<T>,
    /// Pass this as `cursor` for the next page; none on the last one.
    pub next_cursor: Option<String>,
}

/// How many items a page may have.
pub type Limit = Whole<1, 200>;

/// Reads where a page begins out of the query parameters `cursor` and `limit`.
///
/// # Errors
/// `invalid-input` if the cursor is none that a list of this kind gave out.
pub fn slice<K: DeserializeOwned>(cursor: Option<&str>, limit: Option<Limit>) -> Result<Slice<K>, Problem> {
    let after = cursor.map(read).transpose()?;
    Ok(Slice { after, limit: limit.map_or(USUAL, Limit::get) })
}

fn read<K: DeserializeOwned>(cursor: &str) -> Result<K, Problem> {
    let fault = || Problem::field("cursor", "翻页标记无效，请从第一页重新开始");
    let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| fault())?;
    let text = String::from_utf8(bytes).map_err(|_| fault())?;
    if text.contains("\\u0000") {
        return Err(fault());
    }
    serde_json::from_str(&text).map_err(|_| fault())
}

/// Turns a page of values into the list that is sent.
pub fn list_of<T, K: Serialize, U>(page: Page<T, K>, show: impl FnMut(T) -> U) -> ListOf<U> {
    let cursor = |key: K| serde_json::to_vec(&key).map(|bytes| URL_SAFE_NO_PAD.encode(bytes));
    ListOf {
        items: page.items.into_iter().map(show).collect(),
        next_cursor: page.next.and_then(|key| cursor(key).ok()),
    }
}

/// The two query parameters of every list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListParams {
    /// `next_cursor` of the page before.
    pub cursor: Option<String>,
    /// At most so many items; 50 unless given.
    pub limit: Option<Limit>,
}
