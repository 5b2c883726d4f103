//! The clauses of a sentence → which speak for an option and which against it.

use super::names::tokens_in;
use crate::document::{SentenceId, TokenKind};
use crate::lexicon::Concept;
use crate::mention::{Hit, Reading};
use crate::span::TextRange;

/// Which way a clause speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Gain,
    Cost,
}

/// Parts of `within` (part of a sentence) that speak for or against, neighbours on one side joined.
pub(super) fn sides(
    reading: &Reading<'_>,
    sentence: SentenceId,
    within: TextRange,
    mut tell: impl FnMut(Side, TextRange),
) {
    if !reading.says_any(sentence, &[Concept::GainSaid, Concept::CostSaid]) {
        return;
    }
    let mut open: Option<(Side, TextRange)> = None;
    let mut last = None;
    clauses(reading, sentence, within, |clause| {
        let side = side_of(reading, sentence, clause).or_else(|| opposed(reading, clause, last));
        last = side;
        let Some(side) = side else { return };
        match &mut open {
            Some((before, range)) if *before == side => range.end = clause.end,
            _ => {
                if let Some((side, range)) = open.take() {
                    tell(side, range);
                }
                open = Some((side, clause));
            }
        }
    });
    if let Some((side, range)) = open {
        tell(side, range);
    }
}

/// A clause that is set against one before it speaks the other way: `simple, but users wait a day`.
fn opposed(reading: &Reading<'_>, clause: TextRange, before: Option<Side>) -> Option<Side> {
    let tokens = tokens_in(reading.doc, clause);
    let first = tokens.first()?;
    let contrast =
        matches!(reading.doc.lower_str(first.text), "but" | "however" | "although" | "though" | "whereas" | "yet");
    (contrast && tokens.len() > 3).then_some(match before? {
        Side::Gain => Side::Cost,
        Side::Cost => Side::Gain,
    })
}

/// Parts a stretch of a sentence where a contrast or a semicolon stands.
fn clauses(reading: &Reading<'_>, sentence: SentenceId, within: TextRange, mut tell: impl FnMut(TextRange)) {
    let doc = reading.doc;
    let range = &doc.sentences[sentence as usize].tokens;
    let mut start = within.start;
    for token in &doc.tokens[range.start as usize..range.end as usize] {
        if token.text.start <= start || token.text.end > within.end {
            continue;
        }
        let parts = match token.kind {
            TokenKind::Word => matches!(
                doc.lower_str(token.text),
                "but" | "however" | "although" | "though" | "whereas" | "while" | "yet" | "despite" | "so" | "hence"
            ),
            TokenKind::Mark => doc.str(token.text) == ";",
            _ => false,
        };
        if parts {
            tell(TextRange::new(start, token.text.start));
            start = token.text.start;
        }
    }
    if start < within.end {
        tell(TextRange::new(start, within.end));
    }
}

/// Which way a clause speaks, if it does.
pub(super) fn side_of(reading: &Reading<'_>, sentence: SentenceId, clause: TextRange) -> Option<Side> {
    let hits = reading.hits(sentence);
    let first = hits.partition_point(|hit| hit.text.start < clause.start);
    let inside =
        hits[first..].iter().take_while(|hit| hit.text.start < clause.end).filter(|hit| hit.text.end <= clause.end);
    let spoken = |concept: Concept, other: Concept| {
        inside.clone().filter(|hit| hit.concept == concept && !is_swallowed(hit, inside.clone(), other)).count()
    };
    let gains = spoken(Concept::GainSaid, Concept::CostSaid);
    let costs = spoken(Concept::CostSaid, Concept::GainSaid);
    match gains.cmp(&costs) {
        std::cmp::Ordering::Greater => Some(Side::Gain),
        std::cmp::Ordering::Less => Some(Side::Cost),
        std::cmp::Ordering::Equal if gains > 0 => first_said(inside),
        std::cmp::Ordering::Equal => None,
    }
}

fn first_said<'h>(mut hits: impl Iterator<Item = &'h Hit>) -> Option<Side> {
    hits.find_map(|hit| match hit.concept {
        Concept::GainSaid => Some(Side::Gain),
        Concept::CostSaid => Some(Side::Cost),
        _ => None,
    })
}

/// True when a longer phrase of the other side holds this one, as `reduces risk` holds `risk`.
fn is_swallowed<'h>(hit: &Hit, mut hits: impl Iterator<Item = &'h Hit>, other: Concept) -> bool {
    hits.any(|o| o.concept == other && o.text.contains(hit.text) && o.text.len() > hit.text.len())
}
