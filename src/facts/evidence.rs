//! Reading → what is known from users and data.

mod cues;
mod points;
mod quotes;

use super::{EvidenceForm, EvidenceItem, Facts, Words};
use crate::mention::Reading;
use cues::{Cue, Cues, Setting};

pub(super) fn read(reading: &Reading<'_>, facts: &mut Facts) {
    let setting = Setting::of(reading, facts);
    let mut block = None;
    let mut around = Cues::default();
    let mut quotes: Vec<Words> = Vec::new();
    for sentence in reading.sentences() {
        let own = reading.block_of(sentence);
        if block != Some(own) {
            block = Some(own);
            around = cues::around(reading, own, setting);
            quotes = quotes::quotes(reading, own, around);
            facts.evidence.items.extend(quotes.iter().map(|&words| EvidenceItem { words, form: EvidenceForm::Quote, sourced: false }));
        }
        let cues = cues::cues(reading, sentence, around);
        let words = reading.words_of(sentence);
        if points::is_source(cues) {
            facts.evidence.sources.push(words);
        }
        if points::is_limit(cues) {
            facts.evidence.limits.push(words);
        }
        if !quotes.iter().any(|quote| told_by(*quote, words)) && points::is_item(cues) {
            facts.evidence.items.push(EvidenceItem { words, form: form(cues), sourced: false });
        }
    }
}

/// The better part of a sentence is a quote that was read already, or leads to it.
fn told_by(quote: Words, sentence: Words) -> bool {
    let common = quote.text.end.min(sentence.text.end).saturating_sub(quote.text.start.max(sentence.text.start));
    3 * common >= sentence.text.end - sentence.text.start
}

fn form(cues: Cues) -> EvidenceForm {
    if [Cue::Percent, Cue::Share, Cue::Count, Cue::Money, Cue::Duration].iter().any(|&cue| cues.has(cue)) {
        EvidenceForm::Number
    } else if cues.has(Cue::OtherProduct) || cues.has(Cue::SourceLead) {
        EvidenceForm::Study
    } else {
        EvidenceForm::Observation
    }
}
