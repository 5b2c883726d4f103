//! A block → the stretches of it that are someone's own words.

use super::cue::{Cue, Cues};
use crate::document::{BlockId, SentenceId};
use crate::facts::Words;
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::span::TextRange;

/// Fewest words that a quote of speech has; under that it is mostly a label on a screen or a term.
const FEWEST_WORDS: usize = 5;
/// Fewest words where someone says "I" and it is told who.
const FEWEST_OF_MY_OWN: usize = 3;

/// The quotes of people in a block.
pub(super) fn quotes(reading: &Reading<'_>, block: BlockId, around: Cues) -> Vec<Words> {
    let b = &reading.doc.blocks[block as usize];
    if (around.has(Cue::MethodHeading) && !around.has(Cue::FindingsHeading))
        || around.has(Cue::BuildHeading)
        || around.has(Cue::PlanHeading)
        || around.has(Cue::UnknownHeading)
    {
        return Vec::new();
    }
    let text = reading.doc.str(b.text);
    let marked = marked(text);
    let full = |quote: (usize, usize)| TextRange::new(b.text.start + quote.0 as u32, b.text.start + quote.1 as u32);
    let mut quotes = Vec::new();
    for quote in marked {
        let range = full(quote);
        let Some(sentence) = sentence_at(reading, block, range) else { continue };
        let fewest = if is_my_own(reading, sentence, range) { FEWEST_OF_MY_OWN } else { FEWEST_WORDS };
        if words(reading.doc.str(range)) >= fewest && is_speech(reading, block, sentence, range, around) {
            quotes.push(Words { text: range, sentence, block });
        }
    }
    if quotes.is_empty() && is_spoken_block(reading, block, around) {
        quotes.extend(reading.words_of_block(block));
    }
    quotes
}

/// A block without quote marks that is a quote by its place: a quote block, or an item under "they told us:".
fn is_spoken_block(reading: &Reading<'_>, block: BlockId, around: Cues) -> bool {
    let b = &reading.doc.blocks[block as usize];
    if !(b.quoted || around.has(Cue::Item)) {
        return false;
    }
    let introduced = reading.lead(block).has(Concept::SpeechLead)
        || reading.path(block).has(Concept::SpeechLead)
        || speech_before(reading, block);
    let first_person = || reading.block_says(block, Concept::FirstPerson);
    let spoken = if b.quoted {
        introduced || around.has(Cue::FindingsPath) && first_person()
    } else {
        introduced && first_person()
    };
    spoken
        && words(reading.doc.str(b.text)) >= FEWEST_WORDS
        && !b.sentences.clone().any(|s| reading.doc.sentences[s as usize].placeholder)
}

/// The block before says that someone's words follow.
fn speech_before(reading: &Reading<'_>, block: BlockId) -> bool {
    let mut at = block;
    // Quotes come in rows: the words that introduce them stand before the first.
    for _ in 0..4 {
        let Some(before) = at.checked_sub(1) else { return false };
        let b = &reading.doc.blocks[before as usize];
        if !b.quoted {
            let last = b.sentences.clone().next_back();
            return last.is_some_and(|s| reading.says_any(s, &[Concept::Speech, Concept::SpeechLead]));
        }
        at = before;
    }
    false
}

fn is_speech(reading: &Reading<'_>, block: BlockId, sentence: SentenceId, quote: TextRange, around: Cues) -> bool {
    let s = &reading.doc.sentences[sentence as usize];
    let b = &reading.doc.blocks[block as usize];
    // The name of a button, page or message stands just before or after the word for it.
    let beside = |hit: &crate::mention::Hit| {
        hit.concept == Concept::InterfaceWord
            && ((hit.text.end <= quote.start && quote.start - hit.text.end <= 4)
                || (hit.text.start >= quote.end && hit.text.start - quote.end <= 3))
    };
    if reading.hits(sentence).iter().any(beside) {
        return false;
    }
    let attributed = is_told_by_whom(reading, sentence, quote);
    let alone = quote.start <= b.text.start + 1;
    let first_person = reading
        .hits(sentence)
        .iter()
        .any(|hit| hit.concept == Concept::FirstPerson && hit.text.start >= quote.start && hit.text.end <= quote.end);
    b.quoted
        || attributed
        || (alone && (around.has(Cue::FindingsPath) || around.has(Cue::Research)))
        || (first_person && (around.has(Cue::FindingsPath) || around.has(Cue::Research) || s.text.start == quote.start))
}

/// Beside the quote it is told that someone said or did it.
fn is_told_by_whom(reading: &Reading<'_>, sentence: SentenceId, quote: TextRange) -> bool {
    let told = |hit: &crate::mention::Hit| matches!(hit.concept, Concept::Speech | Concept::Reacted);
    let outside = |hit: &crate::mention::Hit| hit.text.end <= quote.start || hit.text.start >= quote.end;
    // "A clerk said:" stands before what follows as its label.
    let label = reading.label(reading.block_of(sentence));
    reading.hits(sentence).iter().any(|hit| told(hit) && outside(hit))
        || label.has_any(&[Concept::Speech, Concept::SpeechLead, Concept::Reacted])
}

/// Words of someone about what they themselves do: `"I check twice," said one`.
fn is_my_own(reading: &Reading<'_>, sentence: SentenceId, quote: TextRange) -> bool {
    let opens = quote.start + 1;
    let mine = |hit: &crate::mention::Hit| hit.concept == Concept::FirstPerson && hit.text.start == opens;
    reading.hits(sentence).iter().any(mine) && is_told_by_whom(reading, sentence, quote)
}

fn sentence_at(reading: &Reading<'_>, block: BlockId, range: TextRange) -> Option<SentenceId> {
    reading.doc.blocks[block as usize]
        .sentences
        .clone()
        .find(|&s| reading.doc.sentences[s as usize].text.end > range.start)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Stretches between quote marks, marks included.
fn marked(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut open: Option<(usize, u8)> = None;
    for at in memchr::memchr2_iter(b'"', b'\'', bytes) {
        let byte = bytes[at];
        let before = at.checked_sub(1).map_or(b' ', |i| bytes[i]);
        let after = bytes.get(at + 1).copied().unwrap_or(b' ');
        match open {
            Some((start, mark)) if mark == byte && !after.is_ascii_alphanumeric() && before != b' ' => {
                found.push((start, at + 1));
                open = None;
            }
            None if !before.is_ascii_alphanumeric() && !after.is_ascii_whitespace() => open = Some((at, byte)),
            // A double mark inside a single-marked stretch shows that the single one was an apostrophe.
            Some((_, b'\'')) if byte == b'"' && !before.is_ascii_alphanumeric() => open = Some((at, byte)),
            _ => {}
        }
    }
    found
}
