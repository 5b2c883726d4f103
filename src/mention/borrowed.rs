//! Words of the rubric itself, found in a document.
//!
//! A passage is known by nine words in a row, so that no honest sentence is taken for one, and a copy with a changed end is
//! still one.

use rustc_hash::FxHashSet;

use super::Reading;
use super::rows::{IN_A_ROW, rows, slot};
use crate::document::SentenceId;
use crate::span::Span;

/// Most marks among the words of a row.
const MOST_MARKS: usize = 16;

include!(concat!(env!("OUT_DIR"), "/own_rows.rs"));

/// Every nine words in a row of some texts.
#[derive(Debug)]
pub struct OwnTexts(Rows);

#[derive(Debug)]
enum Rows {
    /// Those of the built-in rubric, by their hashes; 0 where there is none.
    BuiltIn(&'static [u64]),
    Added(FxHashSet<u64>),
}

impl OwnTexts {
    /// The texts of the built-in rubric, which the build script has read.
    pub(crate) fn embedded() -> Self {
        Self(Rows::BuiltIn(&OWN_ROWS))
    }

    /// Some texts.
    pub(crate) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut added = FxHashSet::default();
        texts.into_iter().for_each(|text| rows(text, |row| _ = added.insert(row)));
        Self(Rows::Added(added))
    }

    fn has(&self, row: u64) -> bool {
        match &self.0 {
            Rows::Added(rows) => rows.contains(&row),
            Rows::BuiltIn(slots) => {
                let mut at = slot(row, slots.len());
                while slots[at] != 0 && slots[at] != row {
                    at = (at + 1) & (slots.len() - 1);
                }
                slots[at] != 0
            }
        }
    }

    /// All rows, in rising order.
    #[cfg(test)]
    pub(crate) fn rows(&self) -> Vec<u64> {
        let mut all: Vec<u64> = match &self.0 {
            Rows::Added(rows) => rows.iter().copied().collect(),
            Rows::BuiltIn(slots) => slots.iter().copied().filter(|&row| row != 0).collect(),
        };
        all.sort_unstable();
        all
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
            let mut span = doc.span_of(doc.sentences[sentence as usize].text);
            // A label goes with what stands behind it: "Set it against the outside: …" is one text.
            let block = &doc.blocks[self.block_of(sentence) as usize];
            if let Some(label) = block.label.filter(|_| block.sentences.start == sentence) {
                span.start = span.start.min(doc.span_of(label).start);
            }
            match runs.last_mut() {
                Some(run) if last.is_some_and(|last| last + 1 == sentence) => run.push(span),
                _ => runs.push(vec![span]),
            }
            last = Some(sentence);
        }
        runs
    }

    fn is_of(&self, texts: &OwnTexts, start: u32, end: u32) -> bool {
        texts.has(self.wording_of(&(start..end)))
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
