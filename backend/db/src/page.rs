//! Lists in keyset order: a page begins after a key, never at an offset.

use uuid::Uuid;

/// Which part of a list is asked for.
#[derive(Debug, Clone)]
pub struct Slice<K = Uuid> {
    /// Begin after this key; none is the beginning.
    pub after: Option<K>,
    /// At most so many.
    pub limit: i64,
}

/// A part of a list.
#[derive(Debug, Clone)]
pub struct Page<T, K = Uuid> {
    /// The items, in order.
    pub items: Vec<T>,
    /// The key after which the next page begins; none if this is the last one.
    pub next: Option<K>,
}

impl<K> Slice<K> {
    /// One more than asked for: whether it exists tells whether there is a next page.
    pub(crate) const fn probe(&self) -> i64 {
        self.limit.saturating_add(1)
    }

    /// Makes the page out of what the probe found.
    pub(crate) fn page<T>(&self, mut found: Vec<T>, key: impl FnOnce(&T) -> K) -> Page<T, K> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = found.len() > limit;
        found.truncate(limit);
        let next = if more { found.last().map(key) } else { None };
        Page { items: found, next }
    }
}

impl<T, K> Page<T, K> {
    /// The same page with each item turned into something else.
    ///
    /// # Errors
    /// The first error of `turn`.
    pub fn try_map<U, E>(self, turn: impl FnMut(T) -> Result<U, E>) -> Result<Page<U, K>, E> {
        let items = self.items.into_iter().map(turn).collect::<Result<_, _>>()?;
        Ok(Page { items, next: self.next })
    }
}

/// The text as LIKE takes it literally.
pub(crate) fn like_literal(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
