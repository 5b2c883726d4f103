//! Facts → signals: named questions that levels are made of, each answered with the words that earn it.
//!
//! One file a criterion, one entry a signal. What a signal is worth, and what to write when it is missing, is data.

mod business;
mod clarity;
mod craft;
mod decision;
mod evidence;
mod limits;
mod options;
mod outcomes;
mod problem;
mod scope;
#[cfg(test)]
mod tests;
mod tradeoffs;

use rustc_hash::FxHashSet;

use crate::document::Document;
use crate::facts::{Facts, MetricRole, Words};
use crate::lexicon::Concept;
use crate::mention::Reading;
pub use limits::ClarityLimits;

/// The most wordings that are told apart one by one.
const FEW: usize = 32;

/// One artifact, read: what signals and checks look at.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The document.
    pub doc: &'a Document<'a>,
    /// What is mentioned in it.
    pub reading: &'a Reading<'a>,
    /// What was read out of it.
    pub facts: &'a Facts,
    /// Id of the kind it is judged as.
    pub kind: &'a str,
    /// The numbers that clarity goes by.
    pub clarity: &'a ClarityLimits,
}

/// A named question over the facts.
#[derive(Debug, Clone, Copy)]
pub struct Signal {
    /// Such as `option.do_nothing`; its texts stand in `rubric/signals/`.
    pub id: &'static str,
    /// The words that earn it, strongest first.
    pub read: fn(&Case<'_>) -> Vec<Words>,
}

/// Every signal, criterion by criterion.
pub const GROUPS: [&[Signal]; 10] = [
    problem::SIGNALS,
    evidence::SIGNALS,
    options::SIGNALS,
    tradeoffs::SIGNALS,
    decision::SIGNALS,
    outcomes::SIGNALS,
    business::SIGNALS,
    scope::SIGNALS,
    clarity::SIGNALS,
    craft::SIGNALS,
];

/// The signal of an id.
pub fn find(id: &str) -> Option<&'static Signal> {
    all().find(|signal| signal.id == id)
}

/// Every signal.
pub fn all() -> impl Iterator<Item = &'static Signal> {
    GROUPS.iter().copied().flatten()
}

impl Signal {
    /// The words that earn it in a case, each passage and each wording once: saying a thing twice earns it once.
    pub fn earned(&self, case: &Case<'_>) -> Vec<Words> {
        let mut words = (self.read)(case);
        match words.len() {
            0 | 1 => {}
            2..=FEW => {
                let mut seen: Vec<u64> = Vec::with_capacity(FEW);
                words.retain(|w| {
                    let wording = case.reading.wording_in(w);
                    let new = !seen.contains(&wording);
                    seen.push(wording);
                    new
                });
            }
            _ => {
                let mut seen = FxHashSet::default();
                words.retain(|w| seen.insert(case.reading.wording_in(w)));
            }
        }
        words
    }
}

/// Words that speak of someone in particular: not of everyone in general, unless a number goes with it.
fn specific(case: &Case<'_>, words: &Words) -> bool {
    !case.reading.says(words.sentence, Concept::Generality) || !case.reading.quantities(words.sentence).is_empty()
}

/// Measures that must not get worse.
fn guardrails(case: &Case<'_>) -> Vec<Words> {
    case.facts.metrics.iter().filter(|metric| metric.role == MetricRole::Guardrail).map(|metric| metric.name).collect()
}

/// What spoke against the options that lost.
fn why_options_lost(case: &Case<'_>) -> Vec<Words> {
    case.facts.options.iter().flat_map(|option| &option.rejected).copied().collect()
}

/// The words of an optional fact as a list.
fn maybe(words: impl IntoIterator<Item = Option<Words>>) -> Vec<Words> {
    words.into_iter().flatten().collect()
}
