//! Two arms of a test → options: when what was there before is the only option met, what the hypothesis would change is the
//! other one.

use super::names::{Gathering, Group, tokens_in};
use super::weighed::{is_named, object_end};
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::span::TextRange;

/// Meets `If we <do this>, …` under a heading of hypotheses as an option beside keeping things as they are.
pub(super) fn read(gathering: &mut Gathering<'_, '_>) {
    if gathering.len() != 1 || gathering.doing_nothing().is_none() {
        return;
    }
    let reading = gathering.reading;
    for sentence in reading.sentences() {
        let section = reading.doc.blocks[reading.block_of(sentence) as usize].section;
        if !reading.says(sentence, Concept::IfStart) || !reading.heading(section).has(Concept::HypothesisTitle) {
            continue;
        }
        if let Some(change) = change_of(reading, reading.doc.sentences[sentence as usize].text) {
            gathering.meet(reading.words_in(sentence, change), None, Group::Prose);
        }
    }
}

/// What would be done in `If we <do this>, …`.
fn change_of(reading: &Reading<'_>, sentence: TextRange) -> Option<TextRange> {
    let doc = reading.doc;
    let [first, second, third, ..] = tokens_in(doc, sentence) else { return None };
    let ours = doc.lower_str(first.text) == "if" && matches!(doc.lower_str(second.text), "we" | "i");
    let end = object_end(reading, sentence, third.text.start);
    let change = TextRange::new(third.text.start, then_or(reading, third.text.start, end));
    (ours && end < sentence.end && is_named(reading, change)).then_some(change)
}

/// Where `then` ends the condition, if it does so before `end`.
fn then_or(reading: &Reading<'_>, from: u32, end: u32) -> u32 {
    let doc = reading.doc;
    let then = tokens_in(doc, TextRange::new(from, end)).iter().find(|token| doc.lower_str(token.text) == "then");
    then.map_or(end, |token| token.text.start)
}
