//! One walk over the tokens of a document, looking for the phrases of the lexicon.

use std::ops::Range;

use super::quantity::{Quantity, QuantityKind};
use super::{ConceptSet, Hit, Made, Reading, tense};
use crate::document::{Token, TokenKind};
use crate::lexicon::pattern::QuantityClass;
use crate::lexicon::tables::{
    A_QUANTITY, ALONE, ARGUMENT_SHIFT, AT_END, COUNT_SHIFT, Entry, GAP, ONE_OF, OPENING, OPTIONAL, QUANTITY,
    SURE_SHIFT, View, WordBits, WordId, key, word_bit,
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
}

/// The words that come behind the token at hand.
#[derive(Default)]
struct Coming(WordBits);

impl Coming {
    #[inline]
    fn add(&mut self, word: WordId) {
        let (place, bit) = word_bit(word);
        self.0[place] |= bit;
    }

    /// True when what an entry needs comes.
    #[inline]
    fn meets(&self, need: u32, code: &[u32]) -> bool {
        let need = need & !OPENING;
        if need & ONE_OF == 0 {
            let (place, bit) = word_bit(need);
            return need == 0 || self.0[place] & bit != 0;
        }
        let at = (need & !ONE_OF) as usize;
        self.0.iter().zip(&code[at..at + self.0.len()]).fold(0, |any, (mine, needed)| any | mine & needed) != 0
    }
}

/// What a token is, as bits.
#[derive(Clone, Copy)]
struct Traits(u8);

impl Traits {
    /// A word or a number. Below it stands the tense of a word.
    const COUNTED: u8 = 1 << 2;
    const ADDRESS: u8 = 1 << 3;
    const CODE: u8 = 1 << 4;

    #[inline]
    fn of(token: &Token, key: u64, word: &[u8]) -> Self {
        let mut traits = if token.code { Self::CODE } else { 0 };
        match token.kind {
            TokenKind::Word => traits |= Self::COUNTED | tense::of(key, word),
            TokenKind::Number => traits |= Self::COUNTED,
            TokenKind::Address => traits |= Self::ADDRESS,
            TokenKind::Mark => {}
        }
        Self(traits)
    }

    /// What a sentence is of these.
    fn together(all: &[Self]) -> Made {
        let any = all.iter().fold(0, |any, traits| any | traits.0);
        Made {
            words: all.iter().map(|traits| u32::from(traits.0 & Self::COUNTED != 0)).sum(),
            address: any & Self::ADDRESS != 0,
            code: any & Self::CODE != 0,
            past: any & tense::PAST != 0,
            present: any & tense::PRESENT != 0,
        }
    }
}

/// What is found in a stretch.
struct Found<'h> {
    set: ConceptSet,
    hits: &'h mut Vec<Hit>,
}

impl Found<'_> {
    /// Notes a phrase. Of those that say a concept in one place, whose hits begin at `here`, the longest stands for all.
    #[inline]
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
        let mut traits: Vec<Traits> = Vec::with_capacity(doc.tokens.len());
        for token in &doc.tokens {
            let (start, end) = (token.text.start as usize, token.text.end as usize);
            let key = key(lower, start, end);
            self.wordings.push((token.kind != TokenKind::Mark).then_some(key));
            words.push(tables.word(key, lower, start, end));
            traits.push(Traits::of(token, key, &lower[start..end]));
        }
        let mut next = 0;
        for sentence in &doc.sentences {
            let first = next;
            while self.quantities.get(next).is_some_and(|q| q.text.start < sentence.text.end) {
                next += 1;
            }
            self.quantities_of.push(first as u32..next as u32);
            let before = self.quantities[first..next].iter().take_while(|q| q.text.start < sentence.text.start);
            self.labelled.push((first + before.count()) as u32);
            let within = sentence.tokens.start as usize..sentence.tokens.end as usize;
            self.made.push(Traits::together(&traits[within.clone()]));
            let quantities = &self.quantities[first..next];
            let stretch = Stretch {
                tables,
                tokens: &doc.tokens[within.clone()],
                words: &words[within],
                quantities,
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
            let (tokens, words) = (&doc.tokens[within.clone()], &words[within]);
            let label = Stretch { tables, tokens, words, quantities: &[], text: &doc.text };
            self.labels.push(label.search(&mut hits));
        }
    }
}

impl Stretch<'_> {
    /// Finds all phrases, from the last token to the first, so that it is known for each which words still come.
    fn search(&self, hits: &mut Vec<Hit>) -> ConceptSet {
        let first = hits.len();
        let mut found = Found { set: ConceptSet::default(), hits };
        let content_start = self.tokens.iter().position(|t| t.kind == TokenKind::Word).unwrap_or(0);
        let mut quantities = self.quantities;
        let mut coming = Coming::default();
        let mut next = 0;
        for (at, &word) in self.words.iter().enumerate().rev() {
            let here = found.hits.len();
            let start = self.tokens[at].text.start;
            let mut begun = None;
            while let Some((last, before)) = quantities.split_last().filter(|(last, _)| last.text.start >= start) {
                quantities = before;
                coming.add(A_QUANTITY);
                begun = Some(last).filter(|last| last.text.start == start);
            }
            let by_word = Rising { one: self.tables.open(word), other: self.tables.followed(word, next) };
            let by_quantity = begun.into_iter().flat_map(|begun| self.begun_by(at, begun));
            for entry in by_word.chain(by_quantity) {
                self.attempt(entry, at, content_start, &coming, here, &mut found);
            }
            coming.add(word);
            next = word;
            found.hits[here..].reverse();
        }
        found.hits[first..].reverse();
        found.set
    }

    /// The entries that a quantity which stands at `at` can begin.
    fn begun_by(&self, at: usize, quantity: &Quantity) -> impl Iterator<Item = Entry> {
        let next = self.words.get(self.past(at, quantity)).copied().unwrap_or(0);
        let all = Rising { one: self.tables.by_quantity, other: self.tables.followed(A_QUANTITY, next) };
        all.filter(|&entry| self.may_begin(quantity, entry))
    }

    /// False for an entry whose first element is a quantity of another class.
    fn may_begin(&self, quantity: &Quantity, [place, _]: Entry) -> bool {
        let first = self.tables.code[place as usize + 1];
        let class = QuantityClass::ALL.get((first >> ARGUMENT_SHIFT) as usize);
        first & (0b11 | OPTIONAL) != QUANTITY || class.is_none_or(|&class| is_of(quantity, class))
    }

    /// Notes the phrase of an entry where it stands at `at`. Most need a word that does not come.
    #[inline]
    fn attempt(
        &self,
        [place, need]: Entry,
        at: usize,
        content_start: usize,
        coming: &Coming,
        here: usize,
        found: &mut Found<'_>,
    ) {
        if need & ALONE != 0 {
            found.add(here, need & 0xffff, self.text(at, at + (need >> COUNT_SHIFT & 0b11) as usize));
        } else if (need & OPENING == 0 || at <= content_start) && coming.meets(need, self.tables.code) {
            self.verify(place, at, here, found);
        }
    }

    /// Notes a phrase where what is still open of it stands at `at` too.
    fn verify(&self, place: u32, at: usize, here: usize, found: &mut Found<'_>) {
        let head = self.tables.code[place as usize];
        let (count, sure) = (head >> COUNT_SHIFT & 0xff, head >> SURE_SHIFT & 0b11);
        if let Some(end) = self.matches(place as usize + 1, count, at + sure as usize, head & AT_END != 0) {
            found.add(here, head & 0xffff, self.text(at, end));
        }
    }

    /// The text from one token to before another.
    #[inline]
    fn text(&self, from: usize, to: usize) -> TextRange {
        TextRange::new(self.tokens[from].text.start, self.tokens[to - 1].text.end)
    }

    /// The token just past a match from `at` on of the `count` elements that stand at `place` in the code, and that nothing
    /// but closing marks may follow where it stands at the end.
    fn matches(&self, mut place: usize, mut count: u32, mut at: usize, at_end: bool) -> Option<usize> {
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
                        .find_map(|next| self.matches(place, count, next, at_end));
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
                    if let Some(end) = self.matches(place, count, next, at_end) {
                        return Some(end);
                    }
                }
                Some(next) => at = next,
                None if element & OPTIONAL != 0 => {}
                None => return None,
            }
        }
        (!at_end || self.closes(at)).then_some(at)
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

/// Two rising lists as one.
struct Rising<'t> {
    one: &'t [Entry],
    other: &'t [Entry],
}

impl Iterator for Rising<'_> {
    type Item = Entry;

    #[inline]
    fn next(&mut self) -> Option<Entry> {
        let list = match (self.one.first(), self.other.first()) {
            (Some(mine), Some(theirs)) if theirs[0] < mine[0] => &mut self.other,
            (Some(_), _) => &mut self.one,
            _ => &mut self.other,
        };
        let (first, rest) = list.split_first()?;
        *list = rest;
        Some(*first)
    }
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
