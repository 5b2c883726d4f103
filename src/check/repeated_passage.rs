//! A passage that stood before.

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::{Case, Hit};
use crate::document::{BlockId, BlockKind};
use crate::span::TextRange;

/// Fewest words: shorter passages recur in honest text.
const FEWEST: usize = 8;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let doc = case.doc;
    let mut first: FxHashMap<u64, (TextRange, Option<u32>)> =
        FxHashMap::with_capacity_and_hasher(doc.sentences.len(), FxBuildHasher);
    let (mut hits, mut told) = (Vec::new(), FxHashSet::default());
    // Two options may have the same advantage, and two flows the same step: an item of one sentence recurs in another list,
    // and a numbered one where the step is taken again.
    let ordered = |list: Option<u32>| list.is_some_and(|list| doc.lists[list as usize].ordered);
    let mut repeat = |text: TextRange, tokens: std::ops::Range<u32>, list: Option<u32>| {
        if case.reading.unmarked(&tokens) < FEWEST {
            return None;
        }
        match first.entry(case.reading.wording_of(&tokens)) {
            std::collections::hash_map::Entry::Occupied(before) => {
                let (stood, of) = *before.get();
                let elsewhere = list.is_some() && of.is_some() && (list != of || ordered(list));
                (!elsewhere && !stood.overlaps(text)).then_some(stood)
            }
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert((text, list));
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
        let list = b.list.filter(|_| sentences.len() == 1 && b.kind == BlockKind::Item);
        let mut places = Vec::new();
        if sentences.len() > 1 {
            places.extend(repeat(b.text, one.tokens.start..last.tokens.end, None).map(|before| (b.text, before)));
        }
        if places.is_empty() {
            let own = sentences.iter().filter(|s| !s.placeholder);
            places.extend(own.filter_map(|s| repeat(s.text, s.tokens.clone(), list).map(|before| (s.text, before))));
        }
        for (text, before) in places {
            // Told once, however often it comes again.
            if !told.insert(before.start) {
                continue;
            }
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
        assert_eq!(hits("repeated-passage", text).len(), 1);
    }

    #[test]
    fn two_lists_may_share_an_item_and_one_list_may_not() {
        let item = "- No extra work for the cashiers at the end of a shift\n";
        let apart =
            format!("## Count by weight\n\n{item}- Costs a scale\n\n## Count by camera\n\n{item}- Costs a camera\n");
        assert!(hits("repeated-passage", &apart).is_empty());
        assert_eq!(hits("repeated-passage", &format!("{item}- Costs a scale\n{item}")).len(), 1);
    }

    #[test]
    fn a_step_may_be_taken_twice() {
        let step = "1. Wait until the cashier of the morning shift has come in\n";
        let steps = format!("{step}2. Count the till\n3. Print the slip\n{step}");
        assert!(hits("repeated-passage", &steps).is_empty());
    }

    #[test]
    fn short_and_other_sentences_may_recur() {
        let text = "We keep the till.\n\nWe keep the till.\n\nCashiers count the till by hand each morning too.\n\n\
                    Cashiers count the till by hand each night too.\n";
        assert!(hits("repeated-passage", text).is_empty());
    }
}
