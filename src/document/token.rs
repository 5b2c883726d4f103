//! What a text is made of: words, numbers and marks.

use crate::span::TextRange;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with apostrophes inside (`don't`); `'s` is a token of its own; hyphens part words.
    Word,
    /// Starts with a digit: `40`, `1,200.50`, `12k`, `3rd`, `2024-03-01` is three numbers and two hyphens.
    Number,
    /// One mark: `%`, `$`, `→` (also for `->` and `=>`), `(`, `:`.
    Mark,
    /// An address, an e-mail, a file path.
    Address,
}

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Its place in the reading text.
    pub text: TextRange,
    /// What it is.
    pub kind: TokenKind,
    /// It stands in an inline code span.
    pub code: bool,
}
