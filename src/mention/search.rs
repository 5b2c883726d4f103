//! One walk over the tokens of a document, looking for the phrases of the lexicon.

use std::ops::Range;

use super::quantity::{Quantity, QuantityKind};
use super::{ConceptSet, Hit, Reading};
use crate::document::{Token, TokenKind};
use crate::lexicon::pattern::QuantityClass;
use crate::lexicon::tables::{
    A_QUANTITY, ALONE, ARGUMENT_SHIFT, AT_END, AT_START, COUNT_SHIFT, Entry, GAP, ONE_OF, OPTIONAL, QUANTITY,
    SURE_SHIFT, View, WordId, key,
};
use crate::lexicon::{Concept, Lexicon};
use crate::span::TextRange;

/// A stretch of tokens with the lexicon's id of each, in which phrases are looked for.
struct Stretch<'a> {
    tables: View<'a>,
    tokens: &'a [Token],
    words: &'a [WordId],
    quantities: &'a [Quantity],
    text: &'a str,
    present: Present,
}

/// The words of the stretch at hand, as bits: a word that stands in it is always told, one that does not seldom.
#[derive(Default)]
struct Present([u64; 8]);

impl Present {
    fn of(words: &[WordId]) -> Self {
        let mut present = Self::default();
        for &word in words {
            present.0[(word >> 6 & 7) as usize] |= 1 << (word & 63);
        }
        present
    }

    fn holds(&self, word: WordId) -> bool {
        self.0[(word >> 6 & 7) as usize] >> (word & 63) & 1 == 1
    }

    /// True when what an entry needs stands in the stretch.
    fn meets(&self, need: u32, code: &[u32]) -> bool {
        if need & ONE_OF == 0 {
            return need == 0 || self.holds(need);
        }
        let at = (need & !ONE_OF) as usize;
        code[at + 1..=at + code[at] as usize].iter().any(|&word| self.holds(word))
    }
}

/// What is found in a stretch.
struct Found<'h> {
    set: ConceptSet,
    hits: &'h mut Vec<Hit>,
}

impl Found<'_> {
    /// Notes a phrase. Of those that say a concept in one place, whose hits begin at `here`, the longest stands for all.
    fn add(&mut self, here: usize, concept: u32, text: TextRange) {
        let concept = Concept::ALL[concept as usize];
        self.set.add(concept);
        match self.hits[here..].iter_mut().find(|hit| hit.concept == concept) {
            Some(hit) if hit.text.end < text.end => hit.text = text,
            Some(_) => {}
            None => self.hits.push(Hit { concept, text }),
        }
    }
}

impl Reading<'_> {
    pub(super) fn search(&mut self, lexicon: &Lexicon) {
        let doc = self.doc;
        let tables = lexicon.tables().view();
        let lower = doc.lower.as_bytes();
        let mut words: Vec<WordId> = Vec::with_capacity(doc.tokens.len());
        for token in &doc.tokens {
            let (start, end) = (token.text.start as usize, token.text.end as usize);
            let key = key(lower, start, end);
            self.wordings.push((token.kind != TokenKind::Mark).then_some(key));
            words.push(tables.word(key, lower, start, end));
        }
        let mut next = 0;
        for sentence in &doc.sentences {
            let first = next;
            while self.quantities.get(next).is_some_and(|q| q.text.start < sentence.text.end) {
                next += 1;
            }
            self.quantities_of.push(first as u32..next as u32);
            let within = sentence.tokens.start as usize..sentence.tokens.end as usize;
            let stretch = Stretch {
                tables,
                present: Present::of(&words[within.clone()]),
                tokens: &doc.tokens[within.clone()],
                words: &words[within],
                quantities: &self.quantities[first..next],
                text: &doc.text,
            };
            let start = self.hits.len() as u32;
            self.sets.push(stretch.search(&mut self.hits));
            self.hits_of.push(start..self.hits.len() as u32);
        }
        let mut hits = Vec::new();
        for block in &doc.blocks {
            let within = block.label_tokens.start as usize..block.label_tokens.end as usize;
            if within.is_empty() {
                self.labels.push(ConceptSet::default());
                continue;
            }
            hits.clear();
            let present = Present::of(&words[within.clone()]);
            let (tokens, words) = (&doc.tokens[within.clone()], &words[within]);
            let label = Stretch { tables, tokens, words, quantities: &[], text: &doc.text, present };
            self.labels.push(label.search(&mut hits));
        }
    }
}

impl Stretch<'_> {
    fn search(&self, hits: &mut Vec<Hit>) -> ConceptSet {
        let mut found = Found { set: ConceptSet::default(), hits };
        let content_start = self.tokens.iter().position(|t| t.kind == TokenKind::Word).unwrap_or(0);
        let mut quantities = self.quantities;
        for (at, token) in self.tokens.iter().enumerate() {
            let here = found.hits.len();
            let mut attempt = |entry: &Entry| self.attempt(*entry, at, content_start, here, &mut found);
            let word = self.words[at];
            if word != 0 {
                let next = self.words.get(at + 1).copied().unwrap_or(0);
                let (open, followed) = (self.tables.open(word), self.tables.followed(word, next));
                if followed.is_empty() {
                    open.iter().for_each(&mut attempt);
                } else {
                    each_rising(open, followed, &mut attempt);
                }
            }
            while let Some((quantity, rest)) = quantities.split_first() {
                if quantity.text.start > token.text.start {
                    break;
                }
                if quantity.text.start == token.text.start {
                    let next = self.words.get(self.past(at, quantity)).copied().unwrap_or(0);
                    let (open, followed) = (self.tables.by_quantity, self.tables.followed(A_QUANTITY, next));
                    each_rising(open, followed, |entry| {
                        if self.may_begin(quantity, *entry) {
                            attempt(entry);
                        }
                    });
                    break;
                }
                quantities = rest;
            }
        }
        found.set
    }

    /// False for an entry whose first element is a quantity of another class.
    fn may_begin(&self, quantity: &Quantity, [place, _]: Entry) -> bool {
        let first = self.tables.code[place as usize + 1];
        let class = QuantityClass::ALL.get((first >> ARGUMENT_SHIFT) as usize);
        first & (0b11 | OPTIONAL) != QUANTITY || class.is_none_or(|&class| is_of(quantity, class))
    }

    /// Notes the phrase of an entry where it stands at `at`.
    fn attempt(&self, [place, need]: Entry, at: usize, content_start: usize, here: usize, found: &mut Found<'_>) {
        let start = self.tokens[at].text.start;
        let text = |end: usize| TextRange::new(start, self.tokens[end - 1].text.end);
        if need & ALONE != 0 {
            return found.add(here, need & 0xffff, text(at + (need >> COUNT_SHIFT & 0b11) as usize));
        }
        let code = self.tables.code;
        if !self.present.meets(need, code) {
            return;
        }
        let head = code[place as usize];
        if head & AT_START != 0 && at > content_start {
            return;
        }
        let (count, sure) = (head >> COUNT_SHIFT & 0xff, head >> SURE_SHIFT & 0b11);
        if let Some(end) = self.matches(place as usize + 1, count, at + sure as usize)
            && (head & AT_END == 0 || self.closes(end))
        {
            found.add(here, head & 0xffff, text(end));
        }
    }

    /// The token just past a match from `at` on of the `count` elements that stand at `place` in the code.
    fn matches(&self, mut place: usize, mut count: u32, mut at: usize) -> Option<usize> {
        while count > 0 {
            let element = self.tables.code[place];
            let argument = element >> ARGUMENT_SHIFT;
            place += 1;
            count -= 1;
            let step = match element & 0b11 {
                GAP => {
                    let skips = at + (argument & 0xff) as usize..=at + (argument >> 8) as usize;
                    return skips
                        .take_while(|&next| next <= self.tokens.len())
                        .find_map(|next| self.matches(place, count, next));
                }
                QUANTITY => self.quantity_at(at, QuantityClass::ALL[argument as usize]),
                _ => {
                    let words = &self.tables.code[place..place + argument as usize];
                    place += argument as usize;
                    self.words.get(at).is_some_and(|word| words.contains(word)).then(|| at + 1)
                }
            };
            match step {
                // What may be left out is first taken, then left out.
                Some(next) if element & OPTIONAL != 0 => {
                    if let Some(end) = self.matches(place, count, next) {
                        return Some(end);
                    }
                }
                Some(next) => at = next,
                None if element & OPTIONAL != 0 => {}
                None => return None,
            }
        }
        Some(at)
    }

    /// The token just past a quantity of a class that begins at `at`.
    fn quantity_at(&self, at: usize, class: QuantityClass) -> Option<usize> {
        let start = self.tokens.get(at)?.text.start;
        let found = self.quantities.binary_search_by(|q| q.text.start.cmp(&start)).ok()?;
        let quantity = &self.quantities[found];
        is_of(quantity, class).then(|| self.past(at, quantity))
    }

    /// The token just past a quantity that begins at `at`.
    fn past(&self, at: usize, quantity: &Quantity) -> usize {
        let past = self.tokens[at..].iter().position(|t| t.text.start >= quantity.text.end);
        past.map_or(self.tokens.len(), |p| at + p)
    }

    /// True when nothing but closing marks follows.
    fn closes(&self, end: usize) -> bool {
        self.tokens[end..].iter().all(|t| {
            t.kind == TokenKind::Mark && matches!(&self.text[range(t.text)], "." | ":" | "?" | "!" | ")" | "\"" | "*")
        })
    }
}

/// Walks two rising lists as one.
fn each_rising<'a>(mut one: &'a [Entry], mut other: &'a [Entry], mut f: impl FnMut(&Entry)) {
    while let (Some(mine), Some(theirs)) = (one.first(), other.first()) {
        let list = if theirs < mine { &mut other } else { &mut one };
        f(&list[0]);
        *list = &list[1..];
    }
    one.iter().chain(other).for_each(f);
}

fn is_of(quantity: &Quantity, class: QuantityClass) -> bool {
    match class {
        QuantityClass::Any => true,
        QuantityClass::Number => quantity.kind == QuantityKind::Number,
        QuantityClass::Percent => matches!(quantity.kind, QuantityKind::Percent | QuantityKind::PercentagePoints),
        QuantityClass::Money => matches!(quantity.kind, QuantityKind::Money(_)),
        QuantityClass::Duration => quantity.kind == QuantityKind::Duration,
        QuantityClass::Date => quantity.kind.is_date(),
    }
}

fn range(text: TextRange) -> Range<usize> {
    text.start as usize..text.end as usize
}
