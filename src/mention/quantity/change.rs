//! Quantities → changes from one to another.

use super::combine::{is_arrow, is_change_verb};
use super::words::Words;
use super::{Quantity, QuantityKind};
use crate::document::Document;
use crate::document::Token;
use crate::span::TextRange;

/// A value that goes from one quantity to another: `from 20% to 28%`, `20% → 28%`, `28%, up from 20%`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Change {
    /// Index of the value before, among the quantities that were searched.
    pub from: usize,
    /// Index of the value after.
    pub to: usize,
    /// From the first of the two to the end of the other.
    pub text: TextRange,
}

/// How many tokens may stand between the two values of a change.
const REACH: usize = 10;

/// Every change that `quantities`, as [`quantities`](super::quantities) found them in `doc`, are the ends of, in order.
pub fn changes(doc: &Document<'_>, quantities: &[Quantity]) -> Vec<Change> {
    read(&doc.text, &doc.lower, &doc.tokens, quantities)
}

/// The same, over the parts of a document that it reads.
pub(super) fn read(text: &str, lower: &str, tokens: &[Token], quantities: &[Quantity]) -> Vec<Change> {
    let words = Words::new(text, lower, tokens);
    let mut found: Vec<Change> = Vec::new();
    for (first, a) in quantities.iter().enumerate() {
        let near = quantities[first + 1..].iter().take(3).enumerate();
        for (offset, b) in near {
            let far = b.sentence != a.sentence || (b.tokens.start - a.tokens.end) as usize > REACH;
            if far {
                break;
            }
            if !comparable(a, b) {
                continue;
            }
            if let Some(forward) = direction(words, a, b) {
                let second = first + 1 + offset;
                let (from, to) = if forward { (first, second) } else { (second, first) };
                let taken = found.last().is_some_and(|c| c.from.max(c.to) == second);
                if !taken {
                    found.push(Change { from, to, text: a.text.cover(b.text) });
                }
            }
            break;
        }
    }
    found
}

/// True when one can turn into the other.
fn comparable(a: &Quantity, b: &Quantity) -> bool {
    match (a.kind, b.kind) {
        (
            QuantityKind::Date(_)
            | QuantityKind::DateRange(..)
            | QuantityKind::SampleSize
            | QuantityKind::PValue
            | QuantityKind::Ordinal,
            _,
        ) => false,
        (QuantityKind::OfTotal { .. }, QuantityKind::OfTotal { .. })
        | (QuantityKind::Rating { .. }, QuantityKind::Rating { .. })
        | (QuantityKind::Ratio { .. }, QuantityKind::Ratio { .. }) => true,
        (a, b) => a == b,
    }
}

/// Whether `a` turns into `b` (true) or `b` into `a` (false), if either.
fn direction(words: Words<'_>, a: &Quantity, b: &Quantity) -> Option<bool> {
    let gap = a.tokens.end as usize..b.tokens.start as usize;
    if gap.clone().any(|at| is_arrow(words.lower(at))) {
        return Some(true);
    }
    if gap.clone().any(|at| matches!(words.lower(at), "." | ";" | "vs" | "versus")) {
        return None;
    }
    let mut start = a.tokens.start as usize;
    while start > 0 && words.token(start - 1).is_some_and(|t| t.text.start >= a.qualified.start) {
        start -= 1;
    }
    let near_end = gap.clone().rev().take(5);
    let last_of = |word: &str| near_end.clone().find(|&at| words.lower(at) == word);
    if let Some(to) = last_of("to") {
        if gap.clone().any(|at| words.lower(at) == "from") {
            return None;
        }
        let changes = (1..=6)
            .map(|back| words.before(start, back))
            .take_while(|w| !matches!(*w, "" | "," | ";" | ":" | "." | "(" | "to"))
            .any(|word| word == "from" || is_change_verb(word));
        let after_from =
            (1..=6).map(|back| words.before(start, back)).take_while(|w| *w != "to").any(|word| word == "from");
        let straight = to == gap.start || after_from;
        let ranged = words.before(to, 1) == "up" || words.before(to, 1) == "close";
        return (changes && straight && !ranged).then_some(true);
    }
    let from = last_of("from")?;
    let turned =
        matches!(words.before(from, 1), "up" | "down" | "risen" | "fallen" | "increase" | "decrease" | "improvement")
            || words.before(start, 1) == "to"
            || (from == gap.start && (1..=6).any(|back| is_change_verb(words.before(start, back))));
    turned.then_some(false)
}
