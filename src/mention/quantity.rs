//! Tokens → quantities: counts, shares, money, durations, dates, and changes from one to another.

use std::ops::Range;

use crate::document::{Document, Sentence, SentenceId, Token};
use crate::span::TextRange;

mod amount;
mod change;
mod combine;
mod date;
mod exclude;
mod numeral;
mod qualifier;
mod scan;
mod unit;
mod vocabulary;
mod words;

pub use change::{Change, changes};
pub use date::{Date, Edge};
pub use unit::Currency;

/// A quantity that the text states.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Its words: sign, number, unit. For a range both ends; for a date what it is the end or start of.
    pub text: TextRange,
    /// The same with what bounds it or makes it approximate: `at least 40%`, `~3 weeks`, `by June`.
    pub qualified: TextRange,
    /// The tokens of `text`.
    pub tokens: Range<u32>,
    /// The sentence it stands in; for one in a block's label, the block's first sentence.
    pub sentence: SentenceId,
    /// What is measured; says the unit of `value`.
    pub kind: QuantityKind,
    /// The value, in the unit of `kind`; for a range, its lower end.
    pub value: f64,
    /// The upper end of a range, in the same unit.
    pub high: Option<f64>,
    /// The sign, where one is written.
    pub sign: Option<Sign>,
    /// Said to be approximate: `about`, `~`, `roughly`.
    pub approximate: bool,
    /// Said to be a bound.
    pub bound: Option<Bound>,
    /// Written in words: `three`, `half of`.
    pub spelled: bool,
    /// Can be read in two ways: `1.200`, `5m`, `12/05/2026`, `4/5`.
    pub ambiguous: bool,
}

/// What a quantity measures, and the unit of its value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum QuantityKind {
    /// A count or a bare number.
    Number,
    /// Per cent: 40 for `40%`.
    Percent,
    /// Percentage points: 3 for `3 pp`, 0.5 for `50 bps`.
    PercentagePoints,
    /// An amount of money, in units of the currency.
    Money(Currency),
    /// A span of time, in days.
    Duration,
    /// Work, in days of one person, seven to a week: 14 for `2 engineer-weeks`.
    Effort,
    /// A day, month, quarter or year. The value is its first day as days since 1970-01-01, or 0 where no year is given.
    Date(Date),
    /// From a date to another. The values are the first days of both, as in `Date`.
    DateRange(Date, Date),
    /// A factor: 3 for `3x`, 0.5 for `halved`.
    Multiple,
    /// A place in an order: 3 for `3rd`, 95 for `p95` and `95th percentile`.
    Ordinal,
    /// Some out of a number: `7 of 11`, `7/11`, `1 in 10`, `a third of`.
    OfTotal {
        /// The number that they are out of.
        of: f64,
    },
    /// A mark on a scale: `4.2/5`, `4.2 stars`.
    Rating {
        /// The top of the scale.
        of: f64,
    },
    /// One number to another: 3 for `3:1`.
    Ratio {
        /// The second number.
        to: f64,
    },
    /// The size of a sample: `n=12`.
    SampleSize,
    /// The p of a test: `p < 0.05`.
    PValue,
}

impl QuantityKind {
    /// True for a date, or from one date to another.
    pub fn is_date(&self) -> bool {
        matches!(self, Self::Date(_) | Self::DateRange(..))
    }

    /// True for a date, or a span of time.
    pub fn is_time(&self) -> bool {
        self.is_date() || *self == Self::Duration
    }
}

/// A sign before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// `+`
    Plus,
    /// `-` or `−`; the value is negative.
    Minus,
    /// `±`; the value is positive.
    PlusMinus,
}

/// How a quantity bounds what it is said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// `at least`, `≥`, `30+`, `or more`; for a date `since`.
    AtLeast,
    /// `at most`, `≤`, `up to`, `within`; for a date `by`, `until`.
    AtMost,
    /// `more than`, `over`, `>`; for a date `after`.
    Over,
    /// `less than`, `under`, `<`; for a date `before`.
    Under,
}

/// Every quantity of a document, in order.
pub fn quantities(doc: &Document<'_>) -> Vec<Quantity> {
    read(&doc.text, &doc.lower, &doc.tokens, &doc.sentences)
}

/// The same, over the parts of a document that it reads. `lower` is `text` in ASCII lower case.
fn read(text: &str, lower: &str, tokens: &[Token], sentences: &[Sentence]) -> Vec<Quantity> {
    let mut out = Vec::new();
    let mut done = 0;
    for (id, sentence) in sentences.iter().enumerate() {
        let within = sentence.tokens.clone();
        // Tokens between sentences are the label of the block that follows.
        for part in [done..within.start.max(done), within.clone()] {
            if !part.is_empty() {
                scan::scan(text, lower, tokens, part, id as SentenceId, &mut out);
            }
        }
        done = within.end;
    }
    date::settle_order(text, &mut out);
    out
}

#[cfg(test)]
mod tests;
