//! Sentences and items → what the choice gives up, or the price accepted for it.

use crate::document::{BlockKind, SentenceId};
use crate::facts::Words;
use crate::lexicon::Concept;
use crate::mention::Reading;

/// A shorter statement says too little to be a price.
const SHORTEST: usize = 5;
/// At most this many under one title, so that a list of limits is not all read as a price.
const MOST: usize = 12;

/// Sections whose sentences do not speak of the choice.
const ELSEWHERE: [Concept; 5] = [
    Concept::TitleRequirements,
    Concept::TitleImplementation,
    Concept::TitleProblem,
    Concept::TitleEvidence,
    Concept::TitleMetrics,
];

pub(super) fn read(reading: &Reading<'_>) -> Vec<Words> {
    let doc = reading.doc;
    let mut found: Vec<Words> = Vec::new();
    let mut titled = 0;
    let mut section = u32::MAX;
    for sentence in reading.sentences() {
        let block_id = reading.block_of(sentence);
        let block = &doc.blocks[block_id as usize];
        if block.section != section {
            section = block.section;
            titled = 0;
        }
        let cell = matches!(block.kind, BlockKind::Cell { .. });
        if block.quoted || doc.sentences[sentence as usize].question {
            continue;
        }
        if !cell
            && reading.says(sentence, Concept::GivingUp)
            && reading.length(sentence) >= SHORTEST
            && speaks_of_choice(reading, sentence)
        {
            found.push(reading.words_of(sentence));
        } else if under_price(reading, sentence) && titled < MOST {
            titled += 1;
            found.push(reading.words_of(sentence));
        } else if cell && reading.column(block_id).has(Concept::GivenUpTitle) && reading.length(sentence) >= 2 {
            found.push(reading.words_of(sentence));
        }
    }
    found
}

/// The first sentence of an item or paragraph under `What we give up`.
fn under_price(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let block_id = reading.block_of(sentence);
    let block = &reading.doc.blocks[block_id as usize];
    !matches!(block.kind, BlockKind::Cell { .. })
        && sentence == block.sentences.start
        && block.inside_item.is_none()
        && reading.length(sentence) >= SHORTEST
        && reading.name_of(block_id).has(Concept::GivenUpTitle)
}

fn speaks_of_choice(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let block = reading.block_of(sentence);
    !reading.heading(reading.doc.blocks[block as usize].section).has_any(&ELSEWHERE)
}
