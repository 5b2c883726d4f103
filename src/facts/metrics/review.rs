//! Sentences that say when, by whom or by what rule the result is looked at.

use super::Found;
use super::ground::Ground;
use crate::document::{BlockKind, SentenceId};
use crate::facts::Facts;
use crate::lexicon::Concept;

pub(super) fn read(found: &Found<'_, '_>, facts: &mut Facts) {
    let reading = found.reading;
    for sentence in reading.sentences() {
        let block = reading.block_of(sentence);
        let s = &reading.doc.sentences[sentence as usize];
        if s.question || !looks(found, sentence) {
            continue;
        }
        let mut words = reading.words_of(sentence);
        if let (Some(label), BlockKind::Item) =
            (reading.doc.blocks[block as usize].label, reading.doc.blocks[block as usize].kind)
        {
            if reading.label(block).has(Concept::Cadence) {
                words.text = label.cover(words.text);
            }
        }
        facts.reviews.push(words);
    }
}

fn looks(found: &Found<'_, '_>, sentence: SentenceId) -> bool {
    let reading = found.reading;
    let block = reading.block_of(sentence);
    let section = reading.doc.blocks[block as usize].section;
    let row = reading.row_name(block).map(|name| reading.whole(name)).unwrap_or_default();
    let frame = reading.labels_over(block).union(reading.heading(section)).union(&reading.column(block)).union(&row);
    let set = reading.concepts(sentence);
    let cadence = set.has(Concept::Cadence) || reading.label(block).has(Concept::Cadence);
    if frame.has(Concept::ReviewTitle) && (cadence || (set.has(Concept::AfterLaunch) && set.has(Concept::ReviewAct))) {
        return true;
    }
    let act = set.has(Concept::ReviewAct);
    if reading.length(sentence) < 5 || !(act || set.has(Concept::KeepWatching)) || set.has(Concept::PastDoing) {
        return false;
    }
    let ground = found.grounds.at(reading, block).0;
    if ground == Ground::Other {
        return false;
    }
    let measuring = ground == Ground::Measures || frame.has(Concept::ReviewTitle);
    let object = set.has(Concept::ReviewObject);
    let ours = set.has_any(&[Concept::We, Concept::LookedAt]);
    if cadence && act && ((object && (ours || measuring)) || (ours && measuring)) {
        return true;
    }
    let later = set.has(Concept::AfterLaunch);
    let meant = set.has_any(&[Concept::Intention, Concept::Obligation]) || measuring;
    if set.has(Concept::KeepWatching) && (object || measuring) && ours {
        return true;
    }
    let whose = ours || measuring || reading.path(block).has(Concept::ExperimentTitle);
    later && act && (object || measuring) && (meant || (ours && object)) && whose && !set.has(Concept::PastResult)
}
