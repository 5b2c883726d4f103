//! `Primary metrics: trial starts, paid conversions and revenue per visitor` → several measures under one title.

use super::within;
use crate::document::SentenceId;
use crate::facts::Words;
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::span::TextRange;

/// Most words of a name in such a list.
const MOST_WORDS: usize = 6;

/// Every list of names that follows a title of primary measures in one line.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Vec<Words>> {
    reading.sentences().filter(|&s| reading.length(s) > 3).filter_map(|s| of_sentence(reading, s)).collect()
}

fn of_sentence(reading: &Reading<'_>, sentence: SentenceId) -> Option<Vec<Words>> {
    both(reading, sentence).or_else(|| of_title(reading, sentence))
}

/// `Both the tip rate and the size of the bill are primary metrics.`
fn both(reading: &Reading<'_>, sentence: SentenceId) -> Option<Vec<Words>> {
    let doc = reading.doc;
    let s = &doc.sentences[sentence as usize];
    let rest = doc.lower_str(s.text).strip_prefix("both ")?;
    let (names, said) = rest.split_once(" are ")?;
    let (one, other) = names.split_once(" and ")?;
    let said_from = s.text.end - said.len() as u32;
    let told = reading.hits(sentence).iter().any(|h| h.concept == Concept::PrimaryWord && h.text.start >= said_from);
    let short = |name: &str| (1..=MOST_WORDS).contains(&name.split_whitespace().count());
    let plain = short(one) && short(other) && !names.contains([',', ';', '(']);
    let quoted = doc.blocks[s.block as usize].quoted;
    let open = quoted || s.question || reading.says_any(sentence, &[Concept::Negation, Concept::Condition]);
    let first = s.text.start + "both ".len() as u32;
    let second = first + (one.len() + " and ".len()) as u32;
    let piece = |from: u32, name: &str| reading.words_in(sentence, TextRange::new(from, from + name.len() as u32));
    (told && plain && !open).then(|| vec![piece(first, one), piece(second, other)])
}

fn of_title(reading: &Reading<'_>, sentence: SentenceId) -> Option<Vec<Words>> {
    let doc = reading.doc;
    let text = doc.sentences[sentence as usize].text;
    let block = reading.block_of(sentence);
    let b = &doc.blocks[block as usize];
    let label = b.label.filter(|_| b.sentences.start == sentence && reading.label(block).has(Concept::PrimaryWord));
    let (title, list) = match label {
        Some(label) => (label, text),
        // In the middle of a paragraph the title is the beginning of the sentence.
        None => {
            let hit = reading.hit(sentence, Concept::PrimaryWord).filter(|hit| hit.text.start == text.start)?;
            let colon = doc.lower_str(text).find(':')? as u32 + text.start;
            (TextRange::new(hit.text.start, colon.max(hit.text.end)), TextRange::new(colon + 1, text.end))
        }
    };
    let plural = doc.lower_str(title).trim_end_matches([':', ' ']).ends_with('s');
    if !plural || b.quoted || !within(reading, sentence).is_empty() {
        return None;
    }
    let written = doc.lower_str(list);
    let mut names = Vec::new();
    let mut start = 0;
    let marks = written.match_indices([',', ';']).map(|(at, mark)| (at, mark.len()));
    let ands = written.match_indices(" and ").map(|(at, word)| (at, word.len()));
    let mut cuts: Vec<(usize, usize)> = marks.chain(ands).chain([(written.len(), 0)]).collect();
    cuts.sort_unstable();
    for (at, length) in cuts.into_iter().filter(|(_, length)| *length > 0 || !written.is_empty()) {
        if at < start {
            continue;
        }
        let piece = TextRange::new(list.start + start as u32, list.start + at as u32);
        start = at + length;
        let name = doc.bare(piece);
        let words = doc.lower_str(name).split_whitespace().count();
        if words > MOST_WORDS {
            return None;
        }
        if words > 0 {
            names.push(reading.words_in(sentence, name));
        }
    }
    (names.len() > 1).then_some(names)
}
