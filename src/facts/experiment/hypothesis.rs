//! Claims that are put forward to be tested.

use super::{around, is_cell, technical};
use crate::document::{BlockKind, SentenceId};
use crate::facts::Words;
use crate::lexicon::Concept;
use crate::mention::Reading;

pub(super) fn read(reading: &Reading<'_>) -> Vec<Words> {
    reading.sentences().filter(|&s| states(reading, s)).map(|s| reading.words_of(s)).collect()
}

fn states(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let s = &reading.doc.sentences[sentence as usize];
    let block = &reading.doc.blocks[s.block as usize];
    let set = reading.concepts(sentence);
    if s.question || reading.length(sentence) < 5 || technical(reading, s.block) {
        return false;
    }
    let claimed = set.has(Concept::Believe) || reading.label(s.block).has(Concept::HypothesisTitle);
    let foretold = set.has_any(&[Concept::ThenResult, Concept::FromTo]);
    if around(reading, s.block).has(Concept::HypothesisTitle)
        && !set.has_any(&[Concept::SuccessLead, Concept::PastDoing])
    {
        let first = block.sentences.start == sentence;
        return match block.kind {
            BlockKind::Item | BlockKind::Cell { .. } => first,
            _ => claimed || foretold || set.has(Concept::IfStart) || (first && opens_section(reading, sentence)),
        };
    }
    if is_cell(reading, s.block) {
        return false;
    }
    (claimed && (foretold || set.has(Concept::IfAny)))
        || (set.has(Concept::IfStart)
            && set.has(Concept::ThenResult)
            && super::in_experiment(reading, s.block)
            && !set.has(Concept::Verdict))
}

/// True for the first sentence under its heading.
fn opens_section(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let block = reading.block_of(sentence);
    let section = &reading.doc.sections[reading.doc.blocks[block as usize].section as usize];
    section.blocks.start == block
}
