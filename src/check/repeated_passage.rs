//! A passage that stood before.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{Case, Hit};
use crate::document::{BlockId, BlockKind};
use crate::span::TextRange;

/// Fewest words: shorter passages recur in honest text.
const FEWEST: usize = 8;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let doc = case.doc;
    let mut first: FxHashMap<u64, TextRange> = FxHashMap::with_capacity_and_hasher(doc.sentences.len(), FxBuildHasher);
    let mut hits = Vec::new();
    let mut repeat = |text: TextRange, tokens: std::ops::Range<u32>| {
        if case.reading.unmarked(&tokens) < FEWEST {
            return None;
        }
        match first.entry(case.reading.wording_of(&tokens)) {
            std::collections::hash_map::Entry::Occupied(before) => {
                (!before.get().overlaps(text)).then(|| *before.get())
            }
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(text);
                None
            }
        }
    };
    for block in 0..doc.blocks.len() as BlockId {
        let b = &doc.blocks[block as usize];
        if !matches!(b.kind, BlockKind::Paragraph | BlockKind::Item) || b.quoted || b.image || b.struck {
            continue;
        }
        let sentences = &doc.sentences[b.sentences.start as usize..b.sentences.end as usize];
        let (Some(one), Some(last)) = (sentences.first(), sentences.last()) else { continue };
        let mut places = Vec::new();
        if sentences.len() > 1 {
            places.extend(repeat(b.text, one.tokens.start..last.tokens.end).map(|before| (b.text, before)));
        }
        if places.is_empty() {
            let own = sentences.iter().filter(|s| !s.placeholder);
            places.extend(own.filter_map(|s| repeat(s.text, s.tokens.clone()).map(|before| (s.text, before))));
        }
        for (text, before) in places {
            hits.push(case.hit(text).beside("first", doc.span_of(before)));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::super::testing::hits;

    const TWICE: &str = "Cashiers count the till by hand each night. Nobody checks the sum.";

    #[test]
    fn a_paragraph_said_again_is_one_finding() {
        let hits = hits("repeated-passage", &format!("{TWICE}\n\nIn between.\n\n{TWICE}\n"));
        assert_eq!(hits.len(), 1);
        assert_eq!(hits[0].related[0].1.start, 0);
    }

    #[test]
    fn a_sentence_said_again_in_other_marks_is_found() {
        let text = "Cashiers count the till by hand each night. Yes.\n\nSo: *cashiers* count the till by hand each night!\n\n\
                    - Cashiers count the till, by hand, each night\n";
        assert_eq!(hits("repeated-passage", text).len(), 2);
    }

    #[test]
    fn short_and_other_sentences_may_recur() {
        let text = "We keep the till.\n\nWe keep the till.\n\nCashiers count the till by hand each morning too.\n\n\
                    Cashiers count the till by hand each night too.\n";
        assert!(hits("repeated-passage", text).is_empty());
    }
}
