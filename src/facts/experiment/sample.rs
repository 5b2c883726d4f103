//! How large, how long and how sure an experiment is, and how it is split.

use super::{around, in_experiment, is_cell, technical, with_label};
use crate::document::SentenceId;
use crate::facts::Words;
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::mention::quantity::QuantityKind;

pub(super) fn read(reading: &Reading<'_>) -> Vec<Words> {
    reading.sentences().filter(|&s| sizes(reading, s)).map(|s| with_label(reading, s)).collect()
}

fn sizes(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let block = reading.block_of(sentence);
    let set = reading.concepts(sentence);
    if reading.quantities(sentence).is_empty()
        || reading.doc.sentences[sentence as usize].question
        || technical(reading, block)
    {
        return false;
    }
    let inside = in_experiment(reading, block);
    let mut own = reading.labels_over(block).union(&reading.column(block));
    if let Some(name) = reading.row_name(block) {
        own = own.union(&reading.whole(name));
    }
    if own.has(Concept::SampleTitle) && (inside || set.has(Concept::SampleCue)) {
        return reading.doc.blocks[block as usize].sentences.start == sentence || set.has(Concept::SampleCue);
    }
    // A handful of people who try a design are no sample.
    let handful =
        !reading.quantities(sentence).iter().any(|q| q.value >= 30.0 || !matches!(q.kind, QuantityKind::Number));
    if handful && !inside {
        return false;
    }
    if set.has(Concept::SampleStrong) && !is_cell(reading, block) {
        return reading.length(sentence) >= 4 && !set.has(Concept::Verdict);
    }
    !is_cell(reading, block)
        && reading.length(sentence) >= 4
        && set.has(Concept::SampleCue)
        && (set.has(Concept::ExperimentWord) || (inside && around(reading, block).has(Concept::SampleTitle)))
}

/// Arms, groups, the unit of randomisation.
pub(super) fn design(reading: &Reading<'_>) -> Vec<Words> {
    reading
        .sentences()
        .filter(|&sentence| {
            let block = reading.block_of(sentence);
            // What stands in an experiment is not about how a thing is built.
            if !in_experiment(reading, block) || reading.length(sentence) < 2 {
                return false;
            }
            let own = match reading.row_name(block) {
                Some(name) => reading.whole(name),
                None => reading.labels_over(block),
            };
            own.has(Concept::DesignTitle) || (!is_cell(reading, block) && reading.says(sentence, Concept::DesignCue))
        })
        .map(|s| with_label(reading, s))
        .collect()
}
