//! Sentences → what steps wait for, and when the steps that they name come.

use super::names::phrase;
use super::place;
use super::steps::{Steps, item_name, label_place, pieces, tells};
use crate::document::{BlockId, SentenceId};
use crate::facts::Words;
use crate::lexicon::{Concept, lists};
use crate::mention::{Hit, Reading};
use crate::span::TextRange;

/// What tells that a dependency does not bind, or not always.
pub(super) const EASED: [Concept; 3] = [Concept::NeedsEased, Concept::Negation, Concept::Condition];

/// Most places of one sentence at which something may be waited for.
const MOST_CUES: usize = 8;

/// Most words of a noun that a sentence makes a step of.
const NOUN: usize = 4;

/// Reads every sentence that says that one thing waits for another, then when those things come.
pub(super) fn read(steps: &mut Steps<'_, '_, '_>) {
    let reading = steps.reading;
    // Places that are told as a label, such as `Now: bulk import, depot labels`.
    for block in 0..reading.doc.blocks.len() as BlockId {
        if reading.doc.blocks[block as usize].list.is_none() && tells(reading, block) {
            labelled(steps, block);
        }
    }
    let mut nouns = false;
    for sentence in reading.sentences().filter(|&s| reading.says(s, Concept::NeedsCue)) {
        let block = reading.block_of(sentence);
        if tells(reading, block) || steps.is_row(block) {
            nouns |= of_sentence(steps, sentence);
        }
    }
    for block in 0..reading.doc.blocks.len() as BlockId {
        if tells(reading, block) && reading.label(block).has(Concept::NeedsColumn) {
            of_label(steps, block);
        }
    }
    if nouns {
        for sentence in reading.sentences().filter(|&s| reading.says(s, Concept::PlanDoing)) {
            if tells(reading, reading.block_of(sentence)) {
                placed(steps, sentence);
            }
        }
    }
}

/// `Now: bulk import, depot labels.`
fn labelled(steps: &mut Steps<'_, '_, '_>, block: BlockId) {
    let reading = steps.reading;
    let Some(place) = label_place(reading, block) else { return };
    let Some(sentence) = reading.doc.blocks[block as usize].sentences.clone().next() else { return };
    let pieces = pieces(reading, reading.doc.sentences[sentence as usize].text);
    let short = |piece: &TextRange| {
        let written = reading.doc.str(*piece);
        written.split_whitespace().count() <= NOUN + 1 && !written.contains(['(', ')', ':'])
    };
    // `Q1: the launch in Lyon (needs the new map)`
    if reading.says(sentence, Concept::NeedsCue) {
        if let Some(step) = item_name(reading, block, true).and_then(|name| steps.step(name, true)) {
            steps.put(step, Some(place), true);
            steps.hold(block, step);
        }
        return;
    }
    // Where one piece is no name, the line is a sentence and none is.
    if !pieces.iter().all(short) {
        return;
    }
    let alone = pieces.len() == 1;
    for piece in pieces {
        if let Some(step) = steps.step(reading.words_in(sentence, piece), true) {
            steps.put(step, Some(place), true);
            // What more the line says is about the one thing that it names.
            if alone {
                steps.hold(block, step);
            }
        }
    }
}

/// `Depends on: the address check`, as a label in an item or under a heading.
fn of_label(steps: &mut Steps<'_, '_, '_>, block: BlockId) {
    let reading = steps.reading;
    let b = &reading.doc.blocks[block as usize];
    let above = match b.inside_item {
        Some(item) => steps.over(item),
        None => steps.over(block),
    };
    let (Some(step), Some(words)) = (above, reading.words_of_block(block)) else { return };
    let eased = |s| reading.says_any(s, &EASED) || reading.says(s, Concept::NeedsMet);
    if b.sentences.clone().any(eased) || offers(reading, b.text) {
        return;
    }
    for piece in pieces(reading, words.text) {
        if let Some(on) = steps.names.whole(&phrase(reading, piece)) {
            steps.need(step, on, Words { text: piece, ..words });
        }
    }
}

/// Reads what a sentence says that something waits for. True when it made a step of a noun.
fn of_sentence(steps: &mut Steps<'_, '_, '_>, sentence: SentenceId) -> bool {
    let reading = steps.reading;
    let doc = reading.doc;
    let text = doc.sentences[sentence as usize].text;
    if doc.sentences[sentence as usize].question {
        return false;
    }
    let hits = reading.hits(sentence);
    let offered = offers(reading, text);
    // What a reason denies does not ease what it is a reason for.
    let reason = doc.lower_str(text).find(" because ").map_or(text.end, |at| text.start + at as u32);
    let eased = |cue: &Hit| {
        let eases = |hit: &&Hit| {
            let denied = hit.concept == Concept::Negation && hit.text.start > reason && cue.text.end <= reason;
            EASED.contains(&hit.concept) && !hit.text.overlaps(cue.text) && !denied
        };
        offered || hits.iter().any(|hit| eases(&hit))
    };
    let mut made = false;
    for cue in hits.iter().filter(|hit| hit.concept == Concept::NeedsCue).take(MOST_CUES) {
        if eased(cue) {
            continue;
        }
        let plainly = hits.iter().any(|hit| hit.concept == Concept::NeedsPlainly && hit.text.overlaps(cue.text));
        let object = TextRange::new(cue.text.end, text.end);
        let before = phrase(reading, TextRange::new(text.start, cue.text.start));
        let said = !before.is_empty() && before.len() <= super::names::LONGEST;
        let mut step = said.then(|| subject(steps, &before)).flatten();
        if step.is_none() && is_own(reading, sentence, cue) {
            step = steps.over(doc.sentences[sentence as usize].block);
        }
        let words = reading.words_of(sentence);
        let named = phrase(reading, object);
        let named = named.strip_prefix(&["we"]).unwrap_or(&named);
        let on = steps.names.leading(named).map(|(on, _)| on);
        if let (Some(step), Some(on)) = (step, on) {
            steps.need(step, on, words);
        } else if plainly && said && step.is_none() | on.is_none() {
            let noun = |range: TextRange| {
                let words = reading.words_in(sentence, range);
                (1..=NOUN).contains(&phrase(reading, words.text).len()).then_some(words)
            };
            let whole = TextRange::new(text.start, cue.text.start);
            let end = doc.lower_str(object).find([',', '.', ';', '(', ':', '–', '—']);
            let object = end.map_or(object, |end| TextRange::new(object.start, object.start + end as u32));
            let (Some(one), Some(other)) = (noun(whole), noun(object)) else { continue };
            let step = step.or_else(|| steps.step(one, false));
            let on = on.or_else(|| steps.step(other, false));
            if let (Some(step), Some(on)) = (step, on) {
                steps.need(step, on, words);
                made = true;
            }
        }
    }
    made
}

/// One thing or another is named, so that neither is waited for.
pub(super) fn offers(reading: &Reading<'_>, text: TextRange) -> bool {
    reading.doc.lower_str(text).contains(" or ")
}

/// The step that the words before a cue name, with no more than `it ships` or `can start` behind it.
fn subject(steps: &Steps<'_, '_, '_>, before: &[&str]) -> Option<u32> {
    let is_verb = |word: &&str| {
        lists::BEFORE_NEED.contains(word) || lists::NEED_MODALS.contains(word) || matches!(*word, "is" | "are" | "be")
    };
    let name = before.iter().rposition(|word| !is_verb(word)).map_or(0, |last| last + 1);
    steps.names.exact(&before[..name])
}

/// The cue speaks of the item that it stands in: it opens the sentence or a bracket, or follows `it` and its kin.
fn is_own(reading: &Reading<'_>, sentence: SentenceId, cue: &Hit) -> bool {
    let text = reading.doc.sentences[sentence as usize].text;
    let before = reading.doc.lower_between(text.start, cue.text.start).trim_end();
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    before.is_empty() || before.ends_with([',', ':', ';', '(', '–', '—', '-']) || lists::BEFORE_NEED.contains(&last)
}

/// `The address check ships in May 2026`, `In May 2026 we ship the address check`.
fn placed(steps: &mut Steps<'_, '_, '_>, sentence: SentenceId) {
    let reading = steps.reading;
    let doc = reading.doc;
    let text = doc.sentences[sentence as usize].text;
    if reading.says_any(sentence, &[Concept::NeedsEased, Concept::NeedsCue, Concept::Negation])
        || doc.sentences[sentence as usize].question
    {
        return;
    }
    let Some(place) = place::in_sentence(reading, sentence) else { return };
    let Some(verb) = reading.hit(sentence, Concept::PlanDoing) else { return };
    let before = phrase(reading, TextRange::new(text.start, verb.text.start));
    let step = steps.names.exact(&before).or_else(|| {
        let asked = before.last().is_some_and(|word| lists::NEED_WE.contains(word));
        let after = phrase(reading, TextRange::new(verb.text.end, text.end));
        asked.then(|| steps.names.leading(&after).map(|(step, _)| step)).flatten()
    });
    if let Some(step) = step {
        steps.put(step, Some(place), true);
        steps.plan.steps[step as usize].planned = true;
    }
}
