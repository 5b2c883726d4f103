//! Where the name of a measure begins and ends.

use crate::document::{SentenceId, Token, TokenKind};
use crate::facts::Words;
use crate::lexicon::few::Few;
use crate::lexicon::{Concept, lists};
use crate::mention::{Hit, Reading};
use crate::span::TextRange;

/// A name is cut after this many tokens.
const LONGEST: usize = 22;

/// Words before which a name ends.
static ENDS: Few = Few::new(&[
    "although", "because", "but", "by", "compared", "if", "since", "so", "though", "unless", "versus", "vs", "when",
    "whereas", "which",
]);

/// The tokens of a sentence from a place of the text on.
fn tokens_from<'r>(reading: &'r Reading<'_>, sentence: SentenceId, from: u32) -> &'r [Token] {
    let range = &reading.doc.sentences[sentence as usize].tokens;
    let tokens = &reading.doc.tokens[range.start as usize..range.end as usize];
    &tokens[tokens.partition_point(|t| t.text.start < from)..]
}

/// From `from` to the end of the clause, before values, brackets and what follows a measure.
pub(super) fn clause(reading: &Reading<'_>, sentence: SentenceId, from: u32) -> TextRange {
    let tokens = tokens_from(reading, sentence, from);
    let quantities = reading.quantities(sentence);
    let mut end = from;
    for (at, token) in tokens.iter().enumerate() {
        let word = reading.doc.lower_str(token.text);
        let stop = match token.kind {
            TokenKind::Mark if matches!(word, ":" | "," | ".") && !ends_word(reading, token.text.end) => false,
            TokenKind::Mark => {
                at > 0
                    && !matches!(
                        word,
                        "%" | "-" | "/" | "'" | "\"" | "&" | "+" | "#" | "$" | "€" | "£" | "_" | "*" | "."
                    )
            }
            TokenKind::Word => {
                at > 0
                    && (ENDS.has(word)
                        || (word == "without" && guards(reading, sentence, token.text.start))
                        || (matches!(word, "from" | "to" | "above" | "below" | "under" | "over")
                            && a_value_follows(quantities, token.text.end)))
            }
            _ => false,
        };
        let bounded = at > 0 && quantities.iter().any(|q| q.bound.is_some() && q.qualified.start == token.text.start);
        if stop || bounded || at >= LONGEST {
            break;
        }
        end = token.text.end;
    }
    let mut range = TextRange::new(from, end.max(from));
    // What is left of a construction that a value or a mark cut off.
    while let Some((rest, last)) = reading.doc.lower_str(range).rsplit_once(' ') {
        if !matches!(
            last,
            "as" | "is"
                | "are"
                | "to"
                | "with"
                | "of"
                | "the"
                | "a"
                | "and"
                | "or"
                | "for"
                | "by"
                | "at"
                | "in"
                | "on"
                | "be"
                | "will"
                | "should"
                | "must"
                | "per"
        ) {
            break;
        }
        range.end = range.start + rest.len() as u32;
    }
    range
}

/// True when white space or nothing follows: the mark is none inside `9:00`.
fn ends_word(reading: &Reading<'_>, end: u32) -> bool {
    reading.doc.text.as_bytes().get(end as usize).is_none_or(u8::is_ascii_whitespace)
}

/// True when words that guard against harm begin at a place.
fn guards(reading: &Reading<'_>, sentence: SentenceId, start: u32) -> bool {
    reading.hits(sentence).iter().any(|h| h.concept == Concept::GuardWithout && h.text.start == start)
}

fn a_value_follows(quantities: &[crate::mention::quantity::Quantity], end: u32) -> bool {
    quantities.iter().any(|q| q.text.start >= end && q.text.start <= end + 10 && super::value::is_value(q))
}

/// The first measure that is named in a sentence from `from` on: from a word that measures begin with, or a noun phrase
/// that ends in a measure.
pub(super) fn measure_from(reading: &Reading<'_>, sentence: SentenceId, from: u32) -> Option<TextRange> {
    let hits = reading.hits(sentence);
    let head = hits
        .iter()
        .find(|h| h.concept == Concept::MeasureHead && h.text.start >= from && !after_number(reading, h.text.start));
    let noun = hits.iter().find(|h| h.concept == Concept::MeasureNoun && h.text.start >= from);
    match (head, noun) {
        (Some(head), noun) if noun.is_none_or(|n| head.text.start <= n.text.end) => {
            let whole = clause(reading, sentence, head.text.start);
            // "Response time" is a name as it stands; "the number of" is none.
            let names = |noun: &Hit| noun.text.start <= head.text.end && head.text.start <= noun.text.end;
            match noun.filter(|noun| names(noun)) {
                _ if whole.len() > head.text.len() + 3 => Some(whole),
                Some(noun) => Some(noun_phrase(reading, sentence, *noun, from)),
                None => None,
            }
        }
        (_, Some(noun)) => Some(noun_phrase(reading, sentence, *noun, from)),
        _ => None,
    }
}

/// A measure that moves: "a decrease in refunds", "fewer calls to support".
pub(super) fn change_from(reading: &Reading<'_>, sentence: SentenceId, from: u32) -> Option<TextRange> {
    let hit = reading.hits(sentence).iter().find(|h| h.concept == Concept::MeasureChange && h.text.start >= from)?;
    let whole = clause(reading, sentence, hit.text.start);
    (whole.len() > hit.text.len() + 3).then_some(whole)
}

/// `%` after a number is its unit, not the beginning of "% of users".
fn after_number(reading: &Reading<'_>, start: u32) -> bool {
    reading.doc.lower[start as usize..].starts_with('%')
        && reading.doc.lower[..start as usize].trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// The noun phrase that ends in a measure.
fn noun_phrase(reading: &Reading<'_>, sentence: SentenceId, noun: Hit, floor: u32) -> TextRange {
    let range = &reading.doc.sentences[sentence as usize].tokens;
    let tokens = &reading.doc.tokens[range.start as usize..range.end as usize];
    let at = tokens.partition_point(|t| t.text.start < noun.text.start);
    let mut start = noun.text.start;
    for token in tokens[..at].iter().rev().take(5) {
        let word = reading.doc.lower_str(token.text);
        let part = match token.kind {
            TokenKind::Word => lists::NO_NOUN.binary_search(&word).is_err(),
            TokenKind::Mark => matches!(word, "-" | "/" | "%"),
            _ => false,
        };
        if !part || token.text.start < floor {
            break;
        }
        start = token.text.start;
    }
    TextRange::new(start, noun.text.end)
}

/// "50+ active teams": where the name begins after a value that stands before it, and that value.
pub(super) fn after_leading_value(reading: &Reading<'_>, sentence: SentenceId, from: u32) -> (u32, Option<Words>) {
    let text = reading.doc.sentences[sentence as usize].text;
    match reading.quantities(sentence).iter().find(|q| q.qualified.start >= from) {
        Some(q)
            if q.qualified.start == from && super::value::is_value(q) && !q.kind.is_time() && q.text.end < text.end =>
        {
            let end = q.qualified.end.max(q.text.end);
            let rest = reading.doc.str(TextRange::new(end, text.end));
            let skipped = rest.len() - rest.trim_start_matches([' ', '+']).trim_start_matches("of ").len();
            (end + skipped as u32, Some(reading.words_in(sentence, q.qualified)))
        }
        _ => (from, None),
    }
}

/// True when the words begin as a measure does, or end as one.
pub(super) fn is_measure(reading: &Reading<'_>, sentence: SentenceId, name: TextRange) -> bool {
    let first = tokens_from(reading, sentence, name.start)
        .iter()
        .find(|t| t.kind != TokenKind::Mark || reading.doc.str(t.text) == "%");
    let start = first.map_or(name.start, |token| {
        if matches!(reading.doc.lower_str(token.text), "the" | "a" | "an" | "our" | "overall") {
            token.text.end + 1
        } else {
            token.text.start
        }
    });
    reading.hits(sentence).iter().any(|hit| {
        (hit.concept == Concept::MeasureHead && hit.text.start == start)
            || (hit.concept == Concept::MeasureNoun
                && name.start <= hit.text.start
                && hit.text.end <= name.end
                && hit.text.end + 2 >= name.end)
    })
}

/// True when a measure is named anywhere in the words.
pub(super) fn names_measure(reading: &Reading<'_>, sentence: SentenceId, part: TextRange) -> bool {
    reading.hits(sentence).iter().any(|hit| {
        matches!(hit.concept, Concept::MeasureHead | Concept::MeasureNoun)
            && !after_number(reading, hit.text.start)
            && part.start <= hit.text.start
            && hit.text.end <= part.end
    })
}

/// True when an inline code span opens the words.
pub(super) fn opens_with_code(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let range = &reading.doc.sentences[sentence as usize].tokens;
    reading.doc.tokens[range.start as usize..range.end as usize].first().is_some_and(|t| t.code)
}
