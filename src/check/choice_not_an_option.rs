//! A decision for something that was not among the options.

use super::{Case, Hit};
use crate::document::{BlockKind, SentenceId};
use crate::lexicon::stem::letters;
use crate::lexicon::{Concept, lists};
use crate::span::TextRange;

/// Letters of a word by which two words count as one.
const STEM: usize = 4;
/// Most choices that are told; a document has one, or a few.
const MOST: usize = 4;
/// Most sentences that are looked through for what they choose.
const MOST_TRIES: usize = 16;
/// Most words of the name of a choice.
const MOST_WORDS: usize = 4;
/// Fewest options before a choice can be missing among them.
const FEWEST: usize = 2;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    if case.facts.options.len() < FEWEST {
        return Vec::new();
    }
    let doc = case.doc;
    let marks = marks(case);
    let (mut hits, mut tries) = (Vec::new(), 0);
    for sentence in case.reading.sentences() {
        let block = &doc.blocks[case.reading.block_of(sentence) as usize];
        if matches!(block.kind, BlockKind::Cell { .. }) || block.quoted || doc.sentences[sentence as usize].question {
            continue;
        }
        if hits.len() == MOST {
            break;
        }
        let place = by_mark(case, sentence, &marks).or_else(|| by_name(case, sentence)).or_else(|| {
            let tried = tries < MOST_TRIES && case.reading.says(sentence, Concept::ChoosesOne);
            tries += usize::from(tried);
            tried.then(|| by_verb(case, sentence)).flatten()
        });
        if let Some(place) = place {
            let hit = case.hit(place);
            hits.push(case.facts.options.iter().fold(hit, |hit, o| hit.beside("option", doc.span_of(o.name.text))));
        }
    }
    hits
}

/// The letters or numbers of the options that are called by one, when all of a run from the first are there.
fn marks<'c>(case: &'c Case<'_>) -> Vec<&'c str> {
    let doc = case.doc;
    let mut marks: Vec<&str> = Vec::new();
    for block in &doc.blocks {
        let heads = matches!(block.kind, BlockKind::Heading(_) | BlockKind::Item | BlockKind::Cell { .. });
        if heads || block.label.is_some() {
            let text = block.label.map_or_else(|| doc.lower_str(block.text), |label| doc.lower_str(label));
            marks.extend(lists::OPTIONS_CALLED.iter().find_map(|called| text.strip_prefix(called)).and_then(mark_at));
        }
    }
    marks.sort_unstable();
    marks.dedup();
    let run = marks.iter().zip(1_u8..).all(|(mark, at)| {
        let letter = char::from(b'a' + at - 1);
        mark.parse() == Ok(at) || mark.chars().eq([letter])
    });
    if run && marks.len() >= FEWEST && marks.len() < 9 { marks } else { Vec::new() }
}

/// The letter or the digit that a text starts with, when it is a word by itself.
fn mark_at(text: &str) -> Option<&str> {
    let first = text.chars().next().filter(char::is_ascii_alphanumeric)?;
    let alone = !text[first.len_utf8()..].starts_with(|c: char| c.is_alphanumeric() || c == '\'');
    alone.then(|| &text[..first.len_utf8()])
}

/// `We chose option D`, when the options are A to C and D is named nowhere else.
fn by_mark(case: &Case<'_>, sentence: SentenceId, marks: &[&str]) -> Option<TextRange> {
    let doc = case.doc;
    let chosen = [Concept::Declining, Concept::FateDeferred, Concept::FateRejected];
    let range = doc.sentences[sentence as usize].text;
    let text = doc.lower_str(range);
    // "Decision: Option C."
    let block = case.reading.block_of(sentence);
    let labelled = || {
        let b = &doc.blocks[block as usize];
        b.label.is_some() && b.sentences.start == sentence && case.reading.label(block).has(Concept::TitleDecision)
    };
    let chooses = || {
        case.reading.says(sentence, Concept::Choosing)
            || lists::OPTIONS_CALLED.iter().any(|called| text.starts_with(called)) && labelled()
    };
    if marks.is_empty() || !chooses() || case.reading.says_any(sentence, &chosen) {
        return None;
    }
    let (at, called) = lists::OPTIONS_CALLED.iter().find_map(|called| text.find(called).map(|at| (at, *called)))?;
    let mark = mark_at(&text[at + called.len()..])?;
    // `Option a day` is an article, and letters are no numbers.
    let letter = mark.bytes().all(|b| b.is_ascii_alphabetic());
    let written = doc.str(range).as_bytes().get(at + called.len())?;
    let alike = marks.iter().all(|one| one.bytes().all(|b| b.is_ascii_alphabetic()) == letter);
    let words = &text[at..at + called.len() + mark.len()];
    let once = doc.lower.match_indices(words).take(2).count() == 1;
    let start = range.start + at as u32;
    (!marks.contains(&mark) && alike && once && !written.is_ascii_lowercase())
        .then(|| TextRange::new(start, start + words.len() as u32))
}

/// `Chosen option: "Later reminder"`, when no option has a word of that name and it is named nowhere else.
fn by_name(case: &Case<'_>, sentence: SentenceId) -> Option<TextRange> {
    let doc = case.doc;
    let s = &doc.sentences[sentence as usize];
    let block = &doc.blocks[s.block as usize];
    let labelled = block.sentences.start == sentence
        && block.label.is_some_and(|label| lists::CHOICE_ANNOUNCED.contains(&doc.lower_str(label).trim()));
    let text = doc.lower_str(s.text);
    let start = if labelled {
        0
    } else {
        let rest = lists::CHOICE_ANNOUNCED.iter().find_map(|words| text.strip_prefix(words))?.trim_start();
        text.len() - rest.strip_prefix(':').or_else(|| rest.strip_prefix("is "))?.len()
    };
    let rest = &text[start..];
    let lead = rest.len() - rest.trim_start_matches([' ', '"', '\'', '\u{201c}']).len();
    let name = &rest[lead..];
    let end = name.find([',', ';', '.', '"', '(', '–', '—', '\u{201d}']).unwrap_or(name.len());
    let end = [" because", " since", " - "].iter().filter_map(|word| name.find(word)).fold(end, usize::min);
    let name = name[..end].trim_end();
    let words: Vec<&str> = telling(name).collect();
    let options = || case.facts.options.iter().map(|option| doc.lower_str(doc.blocks[option.name.block as usize].text));
    let shares = |option: &str| telling(option).any(|word| words.iter().any(|own| stem(own) == stem(word)));
    let called = lists::OPTIONS_CALLED.iter().any(|called| name.starts_with(called));
    if words.is_empty() || words.len() > 8 || called || options().any(shares) {
        return None;
    }
    let once = doc.lower.match_indices(name).take(2).count() == 1;
    let from = s.text.start + (start + lead) as u32;
    once.then(|| TextRange::new(from, from + name.len() as u32))
}

/// `We chose the browser extension because …` in a decision: a name of two words or more that all stand nowhere else.
fn by_verb(case: &Case<'_>, sentence: SentenceId) -> Option<TextRange> {
    let doc = case.doc;
    let s = &doc.sentences[sentence as usize];
    let block = &doc.blocks[s.block as usize];
    let titled = case.reading.heading(block.section).has(Concept::TitleDecision)
        || block.label.is_some() && case.reading.label(s.block).has(Concept::TitleDecision);
    let open =
        [Concept::Declining, Concept::FateDeferred, Concept::FateRejected, Concept::Negation, Concept::Condition];
    if !titled {
        return None;
    }
    let verb =
        case.reading.hits(sentence).iter().filter(|h| h.concept == Concept::ChoosesOne).max_by_key(|h| h.text.end)?;
    // What a reason denies is not what is chosen.
    if case.reading.hits(sentence).iter().any(|h| open.contains(&h.concept) && h.text.start < verb.text.end) {
        return None;
    }
    let rest = doc.lower_between(verb.text.end, s.text.end.max(verb.text.end));
    let name = rest.trim_start_matches([' ', '"', '\'', '\u{201c}']);
    let from = verb.text.end + (rest.len() - name.len()) as u32;
    let end = name.find([',', ';', '.', ':', '"', '(', '–', '—', '/', '\u{201d}']).unwrap_or(name.len());
    let end = lists::CHOICE_ENDS.iter().filter_map(|word| name.find(word)).fold(end, usize::min);
    let name = name[..end].trim_end();
    let words: Vec<&str> = telling(name).collect();
    let plain = name.split(' ').any(|word| lists::CHOOSES_PLAINLY.contains(&word));
    let new = |word: &&str| doc.lower.matches(stem(word)).take(2).count() == 1;
    ((2..=MOST_WORDS).contains(&words.len())
        && name.split(' ').count() <= MOST_WORDS + 2
        && !plain
        && words.iter().all(new))
    .then(|| TextRange::new(from, from + name.len() as u32))
}

/// Words long enough to tell one name from another.
fn telling(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 3 && !["option", "with", "that"].contains(word))
}

fn stem(word: &str) -> &str {
    letters(word, STEM)
}
