//! The tokens of one sentence, by position.

use crate::document::{Token, TokenKind};

/// The tokens of one sentence, by position from 0. A position outside of it reads as an empty word.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    text: &'a str,
    lower: &'a str,
    tokens: &'a [Token],
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str, lower: &'a str, tokens: &'a [Token]) -> Self {
        Self { text, lower, tokens }
    }

    pub(super) fn len(self) -> usize {
        self.tokens.len()
    }

    pub(super) fn token(self, at: usize) -> Option<Token> {
        self.tokens.get(at).copied()
    }

    /// The word as written.
    pub(super) fn raw(self, at: usize) -> &'a str {
        self.slice(self.text, at)
    }

    /// The word in lower case.
    pub(super) fn lower(self, at: usize) -> &'a str {
        self.slice(self.lower, at)
    }

    /// The lower-case word `back` positions before `at`.
    pub(super) fn before(self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.lower(at))
    }

    fn slice(self, text: &'a str, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| &text[t.text.start as usize..t.text.end as usize])
    }

    pub(super) fn is(self, at: usize, kind: TokenKind) -> bool {
        self.tokens.get(at).is_some_and(|t| t.kind == kind)
    }

    pub(super) fn is_number(self, at: usize) -> bool {
        self.is(at, TokenKind::Number)
    }

    pub(super) fn is_word(self, at: usize) -> bool {
        self.is(at, TokenKind::Word)
    }

    /// True when nothing stands between the token at `at` and the one before it.
    pub(super) fn touches(self, at: usize) -> bool {
        self.gap(at) == Some(0)
    }

    /// Bytes between the token at `at` and the one before it.
    pub(super) fn gap(self, at: usize) -> Option<u32> {
        let before = at.checked_sub(1).and_then(|b| self.tokens.get(b))?;
        Some(self.tokens.get(at)?.text.start - before.text.end)
    }

    /// True for a word that begins with a small letter.
    pub(super) fn is_small(self, at: usize) -> bool {
        self.is_word(at) && self.raw(at).bytes().next().is_some_and(|b| b.is_ascii_lowercase())
    }

    /// True for a word that begins with a capital.
    pub(super) fn is_capital(self, at: usize) -> bool {
        self.is_word(at) && self.raw(at).bytes().next().is_some_and(|b| b.is_ascii_uppercase())
    }

    /// True for a small word that looks like the plural of a noun.
    pub(super) fn is_plural(self, at: usize) -> bool {
        let word = self.raw(at);
        self.is_small(at)
            && word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !matches!(word, "this" | "does" | "thus" | "plus" | "versus" | "always" | "was" | "has")
            || matches!(word, "people" | "children" | "staff")
    }
}
