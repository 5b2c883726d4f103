//! Reading → hypotheses, how an experiment is sized and decided, and the steps of a funnel.

use super::{Experiment, Facts, Words};
use crate::document::{BlockId, BlockKind, SentenceId};
use crate::lexicon::Concept;
use crate::mention::{ConceptSet, Reading};

mod funnel;
mod hypothesis;
mod rule;
mod sample;

#[cfg(test)]
mod tests;

pub(super) fn read(reading: &Reading<'_>, facts: &mut Facts) {
    facts.hypotheses = hypothesis::read(reading);
    facts.funnel = funnel::read(reading);
    facts.experiment =
        Experiment { sample: sample::read(reading), rules: rule::read(reading), design: sample::design(reading) };
}

/// What stands closest around a block: labels, row name, column, lead and nearest heading.
fn around(reading: &Reading<'_>, block: BlockId) -> ConceptSet {
    let frame = reading.frame(block);
    match reading.row_name(block) {
        Some(name) => frame.union(&reading.whole(name)),
        None => frame,
    }
}

/// True when a block stands in an experiment: a heading over it, its frame or its own words say so.
fn in_experiment(reading: &Reading<'_>, block: BlockId) -> bool {
    reading.path(block).has_any(&[Concept::ExperimentTitle, Concept::ExperimentWord])
        || reading.lead(block).has(Concept::ExperimentTitle)
}

/// True for blocks about how a thing is built, where "stop if" and "retry after 3" are no rules of an experiment.
fn technical(reading: &Reading<'_>, block: BlockId) -> bool {
    !in_experiment(reading, block)
        && reading.path(block).has_any(&[Concept::TitleImplementation, Concept::TitleRequirements])
}

fn is_cell(reading: &Reading<'_>, block: BlockId) -> bool {
    matches!(reading.doc.blocks[block as usize].kind, BlockKind::Cell { .. })
}

/// A sentence with the label before it, when it opens its block.
fn with_label(reading: &Reading<'_>, sentence: SentenceId) -> Words {
    let mut words = reading.words_of(sentence);
    let block = &reading.doc.blocks[words.block as usize];
    if let Some(label) = block.label.filter(|_| block.sentences.start == sentence) {
        words.text = label.cover(words.text);
    }
    words
}
