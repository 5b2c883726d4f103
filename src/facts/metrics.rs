//! Reading → how it will be known that it worked.
//!
//! A measure is read from a table, a list, a labelled line or a sentence. What stands around it (a heading, a column, the
//! line that introduces a list) says how little it takes to be believed: under "Success metrics" a name will do, in plain
//! prose it takes words that say that success is judged by it.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::{Facts, Metric, MetricRole, Words};
use crate::document::{BlockId, SentenceId, TokenKind};
use crate::lexicon::stem::singular;
use crate::lexicon::{Concept, lists};
use crate::mention::Reading;
use crate::span::TextRange;
use ground::Grounds;
use value::Values;

mod ground;
mod guardrail;
mod item;
mod name;
mod prose;
mod review;
mod table;
mod value;

#[cfg(test)]
mod tests;

pub(super) fn read(reading: &Reading<'_>, facts: &mut Facts) {
    let mut found = Found {
        reading,
        grounds: Grounds::of(reading),
        metrics: Vec::new(),
        by_name: FxHashMap::default(),
        done: vec![false; reading.doc.blocks.len()],
        current: None,
        guarded: FxHashSet::default(),
    };
    table::read(&mut found);
    item::read(&mut found);
    guardrail::read(&mut found);
    found.take_times_of_headings();
    found.metrics.sort_by_key(|metric| metric.name.text);
    review::read(&found, facts);
    facts.metrics = found.metrics;
}

/// The measures found so far.
struct Found<'r, 'a> {
    reading: &'r Reading<'a>,
    grounds: Grounds,
    metrics: Vec<Metric>,
    by_name: FxHashMap<u64, usize>,
    /// Blocks that have been read as measures or as parts of them.
    done: Vec<bool>,
    /// The measure that was named last, and the block that names it.
    current: Option<(usize, BlockId)>,
    /// Sentences that name a guardrail.
    guarded: FxHashSet<SentenceId>,
}

impl Found<'_, '_> {
    /// Adds a measure, or what is new about one that has been named before; its index.
    fn add(&mut self, name: Words, role: MetricRole, values: Values) -> usize {
        let key = self.key(name.text, role == MetricRole::Guardrail);
        let at = *self.by_name.entry(key).or_insert_with(|| {
            self.metrics.push(Metric {
                name,
                baseline: None,
                restated: Vec::new(),
                target: None,
                timeframe: None,
                source: None,
                owner: None,
                formula: None,
                role,
                vanity: is_vanity(self.reading, name),
                output: says(self.reading, name, Concept::OutputMeasure),
            });
            self.metrics.len() - 1
        });
        let metric = &mut self.metrics[at];
        // A measure is introduced where it is named first.
        if name.text.start < metric.name.text.start {
            metric.name = name;
        }
        if metric.role == MetricRole::Plain {
            metric.role = role;
        }
        if let (Some(known), Some(again)) = (metric.baseline, values.baseline)
            && known.block != again.block
        {
            metric.restated.push(again);
        }
        metric.take(values);
        self.done[name.block as usize] = true;
        if role == MetricRole::Guardrail {
            self.guarded.insert(name.sentence);
        }
        self.current = Some((at, name.block));
        at
    }

    /// "Success criteria (90 days after launch)": the time of a heading holds for every target under it.
    fn take_times_of_headings(&mut self) {
        let doc = self.reading.doc;
        for metric in self.metrics.iter_mut().filter(|m| m.target.is_some() && m.timeframe.is_none()) {
            let section = &doc.sections[doc.blocks[metric.name.block as usize].section as usize];
            let Some(sentence) = section.heading.and_then(|h| table::first_sentence(self.reading, h)) else { continue };
            let timed = self.reading.quantities(sentence).iter().find(|q| q.kind.is_time()).map(|q| q.qualified);
            let phrase = || self.reading.hit(sentence, Concept::WhenPhrase).map(|h| h.text);
            metric.timeframe = timed.or_else(phrase).map(|part| self.reading.words_in(sentence, part));
        }
    }

    /// The same words in another order of marks, articles and case are the same name.
    fn key(&self, name: TextRange, guardrail: bool) -> u64 {
        let mut hasher = FxHasher::default();
        guardrail.hash(&mut hasher);
        let text = self.reading.doc.lower_str(name);
        for word in text.split(|c: char| !c.is_alphanumeric() && c != '%') {
            if !matches!(word, "" | "the" | "a" | "an" | "of" | "our" | "rate") {
                singular(word).hash(&mut hasher);
            }
        }
        hasher.finish()
    }

    /// Part of a sentence as a name: first token that is a word up to the last.
    fn name(&self, sentence: SentenceId, part: TextRange) -> Words {
        self.reading.words_in(sentence, part)
    }

    /// Number of words in part of a sentence.
    fn words_in(&self, sentence: SentenceId, part: TextRange) -> usize {
        let range = &self.reading.doc.sentences[sentence as usize].tokens;
        self.reading.doc.tokens[range.start as usize..range.end as usize]
            .iter()
            .filter(|t| part.contains(t.text) && matches!(t.kind, TokenKind::Word | TokenKind::Number))
            .count()
    }
}

impl Metric {
    fn take(&mut self, values: Values) {
        self.baseline = self.baseline.or(values.baseline);
        self.target = self.target.or(values.target);
        self.timeframe = self.timeframe.or(values.timeframe);
    }
}

/// Bytes between a "per" and what a rate is counted by: `per 100 app sessions`.
const PER_REACH: usize = 16;
/// A name that counts attention or activity, and no share of such, nor something for each: "penalties per 100 sessions"
/// is a rate.
fn is_vanity(reading: &Reading<'_>, name: Words) -> bool {
    let words = reading.doc.lower_str(name.text);
    if !says(reading, name, Concept::VanityMeasure) || lists::NAME_SHARES.iter().any(|share| words.contains(share)) {
        return false;
    }
    // Of a label only the concepts are known, not where they stand.
    if reading.doc.blocks[name.block as usize].label.is_some_and(|label| label.overlaps(name.text)) {
        return !words.contains(" per ");
    }
    let counted = |text: TextRange| {
        let start = name.text.start.min(text.start);
        let before = reading.doc.lower_str(TextRange::new(start, text.start));
        before.rfind("per ").is_none_or(|per| before.len() - per > PER_REACH)
    };
    let mut said = reading.hits(name.sentence).iter().filter(|hit| hit.concept == Concept::VanityMeasure);
    said.any(|hit| name.text.overlaps(hit.text) && counted(hit.text))
}

/// True when words (of a sentence, or the label before it) say a concept.
fn says(reading: &Reading<'_>, words: Words, concept: Concept) -> bool {
    let label = reading.doc.blocks[words.block as usize].label.is_some_and(|label| label.overlaps(words.text));
    if label {
        reading.label(words.block).has(concept)
    } else {
        reading.hits(words.sentence).iter().any(|hit| hit.concept == concept && words.text.overlaps(hit.text))
    }
}
