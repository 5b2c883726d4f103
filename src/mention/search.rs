//! One walk over the tokens of a document, looking for the phrases of the lexicon.

use std::ops::Range;

use super::quantity::{Quantity, QuantityKind};
use super::{ConceptSet, Hit, Reading};
use crate::document::{Token, TokenKind, tokens};
use crate::lexicon::Lexicon;
use crate::lexicon::pattern::{Element, Pattern, QuantityClass};
use crate::span::TextRange;

/// A stretch of tokens with the lexicon's id of each, in which phrases are looked for.
struct Stretch<'a> {
    tokens: &'a [Token],
    words: &'a [u32],
    quantities: &'a [Quantity],
    text: &'a str,
    present: &'a Present,
}

/// The words of the stretch at hand.
struct Present {
    /// Per word of the lexicon, the last stretch that it stood in.
    last: Vec<u32>,
    stretch: u32,
}

impl Present {
    fn new(lexicon: &Lexicon) -> Self {
        Self { last: vec![0; lexicon.size()], stretch: 0 }
    }

    fn set(&mut self, words: &[u32]) {
        self.stretch += 1;
        for &word in words {
            self.last[word as usize] = self.stretch;
        }
    }

    fn any(&self, words: &[u32]) -> bool {
        words.iter().any(|&word| self.last[word as usize] == self.stretch)
    }
}

impl Reading<'_> {
    pub(super) fn search_sentences(&mut self, lexicon: &Lexicon) {
        let doc = self.doc;
        let words: Vec<u32> = doc.tokens.iter().map(|t| lexicon.word(&doc.lower[range(t.text)])).collect();
        let mut present = Present::new(lexicon);
        let mut next = 0;
        for sentence in &doc.sentences {
            let first = next;
            while self.quantities.get(next).is_some_and(|q| q.text.start < sentence.text.end) {
                next += 1;
            }
            self.quantities_of.push(first as u32..next as u32);
            let within = sentence.tokens.start as usize..sentence.tokens.end as usize;
            present.set(&words[within.clone()]);
            let stretch = Stretch {
                tokens: &doc.tokens[within.clone()],
                words: &words[within],
                quantities: &self.quantities[first..next],
                text: &doc.text,
                present: &present,
            };
            let start = self.hits.len() as u32;
            self.sets.push(stretch.search(lexicon, &mut self.hits));
            self.hits_of.push(start..self.hits.len() as u32);
        }
    }

    pub(super) fn search_labels(&mut self, lexicon: &Lexicon) {
        let doc = self.doc;
        let mut present = Present::new(lexicon);
        let mut own_tokens = Vec::new();
        let mut hits = Vec::new();
        self.labels = doc
            .blocks
            .iter()
            .map(|block| {
                let Some(label) = block.label else { return ConceptSet::default() };
                own_tokens.clear();
                hits.clear();
                tokens::tokenize(&doc.text, label, &[], &mut own_tokens);
                let words: Vec<u32> = own_tokens.iter().map(|t| lexicon.word(&doc.lower[range(t.text)])).collect();
                present.set(&words);
                Stretch { tokens: &own_tokens, words: &words, quantities: &[], text: &doc.text, present: &present }
                    .search(lexicon, &mut hits)
            })
            .collect();
    }
}

impl Stretch<'_> {
    fn search(&self, lexicon: &Lexicon, hits: &mut Vec<Hit>) -> ConceptSet {
        let mut set = ConceptSet::default();
        let content_start = self.tokens.iter().position(|t| t.kind == TokenKind::Word).unwrap_or(0);
        let mut quantity = 0;
        for at in 0..self.tokens.len() {
            let start = self.tokens[at].text.start;
            while self.quantities.get(quantity).is_some_and(|q| q.text.start < start) {
                quantity += 1;
            }
            let mut try_pattern = |pattern: &Pattern| {
                if pattern.at_start && at > content_start {
                    return;
                }
                if pattern.needed().is_some_and(|words| !self.present.any(words)) {
                    return;
                }
                let Some(end) = self.matches(&pattern.elements, at) else { return };
                if pattern.at_end && !self.closes(end) {
                    return;
                }
                let text = TextRange::new(start, self.tokens[end - 1].text.end);
                set.add(pattern.concept);
                // The longest phrase that says a concept at a place stands for the others.
                match hits.iter_mut().rev().take_while(|h| h.text.start == start).find(|h| h.concept == pattern.concept)
                {
                    Some(hit) if hit.text.end < text.end => hit.text = text,
                    Some(_) => {}
                    None => hits.push(Hit { concept: pattern.concept, text }),
                }
            };
            if self.words[at] != 0 {
                let next = self.words.get(at + 1).copied().unwrap_or(0);
                lexicon.starting_with(self.words[at], next).for_each(&mut try_pattern);
            }
            if self.quantities.get(quantity).is_some_and(|q| q.text.start == start) {
                lexicon.starting_with_quantity().for_each(&mut try_pattern);
            }
        }
        set
    }

    /// The token just past a match of `elements` from `at` on.
    fn matches(&self, elements: &[Element], at: usize) -> Option<usize> {
        let Some((element, rest)) = elements.split_first() else { return Some(at) };
        let step = match element {
            Element::Words { words, .. } => {
                (self.words.get(at).is_some_and(|w| words.binary_search(w).is_ok())).then(|| at + 1)
            }
            Element::Quantity { class, .. } => self.quantity_at(at, *class),
            Element::Gap { least, most } => {
                return (*least..=*most)
                    .map(|skip| at + skip as usize)
                    .take_while(|&next| next <= self.tokens.len())
                    .find_map(|next| self.matches(rest, next));
            }
        };
        if let Some(end) = step.and_then(|next| self.matches(rest, next)) {
            return Some(end);
        }
        if element.optional() { self.matches(rest, at) } else { None }
    }

    /// The token just past a quantity of a class that begins at `at`.
    fn quantity_at(&self, at: usize, class: QuantityClass) -> Option<usize> {
        let start = self.tokens.get(at)?.text.start;
        let found = self.quantities.binary_search_by(|q| q.text.start.cmp(&start)).ok()?;
        let quantity = &self.quantities[found];
        is_of(quantity, class).then(|| {
            let past = self.tokens[at..].iter().position(|t| t.text.start >= quantity.text.end);
            past.map_or(self.tokens.len(), |p| at + p)
        })
    }

    /// True when nothing but closing marks follows.
    fn closes(&self, end: usize) -> bool {
        self.tokens[end..].iter().all(|t| {
            t.kind == TokenKind::Mark && matches!(&self.text[range(t.text)], "." | ":" | "?" | "!" | ")" | "\"" | "*")
        })
    }
}

fn is_of(quantity: &Quantity, class: QuantityClass) -> bool {
    match class {
        QuantityClass::Any => true,
        QuantityClass::Number => quantity.kind == QuantityKind::Number,
        QuantityClass::Percent => matches!(quantity.kind, QuantityKind::Percent | QuantityKind::PercentagePoints),
        QuantityClass::Money => matches!(quantity.kind, QuantityKind::Money(_)),
        QuantityClass::Duration => quantity.kind == QuantityKind::Duration,
        QuantityClass::Date => {
            matches!(quantity.kind, QuantityKind::Date(_) | QuantityKind::DateRange(..))
        }
    }
}

fn range(text: TextRange) -> Range<usize> {
    text.start as usize..text.end as usize
}
