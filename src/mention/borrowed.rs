//! Words of the rubric itself, found in a document.
//!
//! A passage is known by eight words in a row, so that no honest sentence is taken for one, and a copy with a changed end is
//! still one.

use rustc_hash::FxHashSet;

use super::Reading;
use super::wording::Wordings;
use crate::document::tokens::tokenize;
use crate::document::{SentenceId, TokenKind};
use crate::lexicon::tables::key;
use crate::span::{Span, TextRange};

/// How many words in a row tell a passage.
const IN_A_ROW: usize = 8;
/// How many of them are no numbers: a scale or a row of figures is the same in many documents.
const FEWEST_WORDS: usize = 6;
/// Most marks among them.
const MOST_MARKS: usize = 16;

/// Every eight words in a row of some texts.
#[derive(Debug, Default)]
pub struct OwnTexts(FxHashSet<u64>);

impl OwnTexts {
    /// Adds a text.
    pub fn add(&mut self, text: &str) {
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
        self.0.extend(rows.map(|end| wordings.between(end - IN_A_ROW, end)));
    }
}

impl Reading<'_> {
    /// The sentences that begin or end with words of these texts, alone or with their neighbours: the places of each run of
    /// them.
    pub fn borrowed(&self, texts: &OwnTexts) -> Vec<Vec<Span>> {
        let doc = self.doc;
        let mut runs: Vec<Vec<Span>> = Vec::new();
        // The last sentence taken, and up to which token all sentences are.
        let (mut last, mut until): (Option<SentenceId>, u32) = (None, 0);
        for &sentence in &self.written {
            let tokens = &doc.sentences[sentence as usize].tokens;
            if let Some(end) = self.row_from(tokens.start).filter(|&end| self.is_of(texts, tokens.start, end)) {
                until = until.max(end);
            }
            let told = tokens.start < until
                || self.row_to(tokens.end).is_some_and(|start| self.is_of(texts, start, tokens.end));
            if !told || tokens.is_empty() {
                continue;
            }
            let span = doc.span_of(doc.sentences[sentence as usize].text);
            match runs.last_mut() {
                Some(run) if last.is_some_and(|last| last + 1 == sentence) => run.push(span),
                _ => runs.push(vec![span]),
            }
            last = Some(sentence);
        }
        runs
    }

    fn is_of(&self, texts: &OwnTexts, start: u32, end: u32) -> bool {
        texts.0.contains(&self.wording_of(&(start..end)))
    }

    /// Where the row of words that begins with a token ends.
    fn row_from(&self, start: u32) -> Option<u32> {
        let most = (start + (IN_A_ROW + MOST_MARKS) as u32).min(self.doc.tokens.len() as u32);
        (start + IN_A_ROW as u32..=most).find(|&end| self.unmarked(&(start..end)) == IN_A_ROW)
    }

    /// Where the row of words that ends before a token begins.
    fn row_to(&self, end: u32) -> Option<u32> {
        let least = end.saturating_sub((IN_A_ROW + MOST_MARKS) as u32);
        (least..=end.saturating_sub(IN_A_ROW as u32)).rev().find(|&start| self.unmarked(&(start..end)) == IN_A_ROW)
    }
}
