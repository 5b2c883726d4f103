//! A text → every nine words in a row of it, as hashes. The build script uses this file too, for the texts of the rubric.

use super::wording::Wordings;
use crate::document::TokenKind;
use crate::document::tokens::tokenize;
use crate::lexicon::tables::key;
use crate::span::TextRange;

/// How many words in a row tell a passage.
pub(crate) const IN_A_ROW: usize = 9;
/// How many of them are no numbers: a scale or a row of figures is the same in many documents.
const FEWEST_WORDS: usize = 7;

/// Calls `add` with the hash of every nine words in a row.
pub(crate) fn rows(text: &str, add: impl FnMut(u64)) {
    let lower = text.to_ascii_lowercase();
    let mut tokens = Vec::new();
    tokenize(&lower, TextRange::new(0, lower.len() as u32), &[], &mut tokens);
    tokens.retain(|token| token.kind != TokenKind::Mark);
    let mut wordings = Wordings::with_capacity(tokens.len());
    for token in &tokens {
        wordings.push(Some(key(lower.as_bytes(), token.text.start as usize, token.text.end as usize)));
    }
    let words = |end: usize| {
        tokens[end - IN_A_ROW..end].iter().filter(|token| token.kind == TokenKind::Word).count() >= FEWEST_WORDS
    };
    let rows = (IN_A_ROW..=tokens.len()).filter(|&end| words(end));
    rows.map(|end| wordings.between(end - IN_A_ROW, end)).for_each(add);
}

/// The place of a row in a table of so many slots, a power of two, where the search for it begins.
pub(crate) fn slot(row: u64, slots: usize) -> usize {
    (row.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & (slots - 1)
}
