//! Reading and facts → numbers that have to agree with each other: what checks of arithmetic recompute.
//!
//! Only figures that can be read in one way are taken; where a number, its unit or what it belongs to is open, nothing
//! is read.

mod arms;
mod asked;
mod flows;
mod goals;
mod moves;
mod primaries;
mod products;
mod ratios;
mod returns;
mod sizing;
mod stated;
mod sums;
#[cfg(test)]
mod tests;
mod times;
mod told;
mod traffic;
mod values;

pub use arms::Arms;
pub use asked::{Asked, Share};
pub use flows::Flow;
pub use goals::{Goals, Unmet, named_primary};
pub use products::{Product, Yearly};
pub use ratios::Ratio;
pub use returns::Payback;
pub use sizing::Sizing;
pub use times::Times;
pub use traffic::Traffic;
pub use values::{Pair, Portion, Restated, name_words};

use super::{Facts, Words};
use crate::document::{BlockId, SentenceId};
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind};
use crate::span::TextRange;

/// Numbers that have to agree with each other.
#[derive(Debug, Clone, Default)]
pub struct Numbers {
    /// Values that go from one to another.
    pub moves: Vec<Move>,
    /// Wholes and their parts.
    pub sums: Vec<Sum>,
    /// Shares that together are told to be all of something.
    pub splits: Vec<Vec<Figure>>,
    /// Who was asked, and what the text makes of it.
    pub asked: Asked,
    /// Shares with their counts.
    pub ratios: Vec<Ratio>,
    /// Funnels.
    pub flows: Vec<Flow>,
    /// Business cases worked out in a line.
    pub products: Vec<Product>,
    /// Sums of money a month and a year.
    pub yearly: Vec<Yearly>,
    /// How an experiment is sized, where the text gives each part once.
    pub sizing: Option<Sizing>,
    /// Tests that end as soon as they are significant.
    pub peeks: Vec<Words>,
    /// Measures with a value of today and one aimed at, in whatever units.
    pub pairs: Vec<Pair>,
    /// Measures whose value of today is told twice.
    pub restated: Vec<Restated>,
    /// Shares of a whole that are more than it.
    pub portions: Vec<Portion>,
    /// When it was written, what is to be reached by when, and how often that is looked at.
    pub times: Times,
    /// What it costs, what it brings in, and how soon that is said to pay back.
    pub paybacks: Vec<Payback>,
    /// How many come by while an experiment runs.
    pub traffic: Option<Traffic>,
    /// How many are in the arms of an experiment, and how they were to be split.
    pub arms: Option<Arms>,
    /// Measures that stand in one line under a title of primary ones.
    pub primaries: Vec<Vec<Words>>,
    /// Goals that nothing measures, and measures that no goal names.
    pub goals: Goals,
}

impl Numbers {
    pub(super) fn read(reading: &Reading<'_>, facts: &Facts) -> Self {
        Self {
            moves: moves::read(reading, facts),
            sums: sums::read(reading),
            splits: sums::splits(reading),
            asked: asked::read(reading),
            ratios: ratios::read(reading),
            flows: flows::flows(reading),
            products: [products::products(reading), told::products(reading)].concat(),
            yearly: [products::yearly(reading), returns::yearly(reading)].concat(),
            sizing: sizing::read(reading, facts),
            peeks: sizing::peeks(reading),
            pairs: values::pairs(reading, facts),
            restated: values::restated(reading, facts),
            portions: values::portions(reading),
            times: times::read(reading, facts),
            paybacks: returns::paybacks(reading),
            traffic: traffic::read(reading, facts),
            arms: arms::read(reading),
            primaries: primaries::read(reading),
            goals: goals::read(reading, facts),
        }
    }
}

/// A figure that can be read in one way only.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// Its words.
    pub words: Words,
    /// What is measured.
    pub kind: QuantityKind,
    /// The value, in the unit of `kind`.
    pub value: f64,
    /// What one more in the last digit shown would add: 0.1 for `4.5%`, 1000 for `12k`.
    pub step: f64,
    /// Said to be approximate, or a bound.
    pub loose: bool,
    /// Written with a plus or a minus.
    pub signed: bool,
}

impl Figure {
    /// The figure of a quantity, unless it could be read in two ways or is a range.
    pub(super) fn of(reading: &Reading<'_>, quantity: &Quantity) -> Option<Self> {
        let written = reading.doc.str(quantity.text);
        if quantity.high.is_some() || quantity.ambiguous && !is_joined(reading, quantity.text) {
            return None;
        }
        let words = reading.words_in(quantity.sentence, quantity.text);
        Some(Self {
            words,
            kind: quantity.kind,
            value: quantity.value,
            step: step(written, quantity.value),
            loose: quantity.approximate || quantity.bound.is_some(),
            signed: quantity.sign.is_some(),
        })
    }

    /// The least and the most that the figure can stand for.
    pub fn span(&self) -> (f64, f64) {
        (self.value - self.step / 2.0, self.value + self.step / 2.0)
    }
}

/// True for `4 000` with a thin or no-break space: what may be two numbers beside each other with a plain one is one.
fn is_joined(reading: &Reading<'_>, text: TextRange) -> bool {
    let doc = reading.doc;
    let plain = !doc.str(text).contains(['.', ',', '/']) && !doc.str(text).chars().any(char::is_alphabetic);
    let quote = doc.quote(doc.span_of(text));
    let mut letters = quote.chars().skip_while(|c| !c.is_ascii_digit()).skip_while(char::is_ascii_digit);
    let space = letters.next();
    plain
        && matches!(space, Some('\u{a0}' | '\u{2009}' | '\u{202f}'))
        && letters.take(3).filter(char::is_ascii_digit).count() == 3
}

/// What one more in the last digit shown would add to a value.
fn step(written: &str, value: f64) -> f64 {
    let mut digits = 0.0;
    for letter in written.chars() {
        if let Some(digit) = letter.to_digit(10) {
            digits = digits * 10.0 + f64::from(digit);
        } else if digits > 0.0 && !matches!(letter, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'') {
            break;
        }
    }
    if digits > 0.0 && value != 0.0 { (value / digits).abs() } else { 1.0 }
}

/// Which way a number goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Up.
    Up,
    /// Down.
    Down,
}

/// A value that goes, or is to go, from one to another.
#[derive(Debug, Clone, Copy)]
pub struct Move {
    /// Before.
    pub from: Figure,
    /// After.
    pub to: Figure,
    /// Which way the text says that it goes, and the words that say so.
    pub way: Option<(Way, Words)>,
    /// How far the text says that it goes.
    pub stated: Option<Figure>,
}

/// A whole that the text splits into parts.
#[derive(Debug, Clone)]
pub struct Sum {
    /// The whole.
    pub whole: Figure,
    /// The parts.
    pub parts: Vec<Figure>,
}

/// The quantities of a sentence, without those of the label before it.
#[inline]
fn within<'r>(reading: &'r Reading<'_>, sentence: SentenceId) -> &'r [Quantity] {
    reading.quantities_within(sentence)
}

/// The most quantities and phrases that a sentence may hold to be looked at pair by pair: beyond, it is a list of numbers.
const FEW: (usize, usize) = (24, 160);

/// True when a sentence is short enough to be looked at pair by pair.
fn is_short(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    within(reading, sentence).len() <= FEW.0 && reading.hits(sentence).len() <= FEW.1
}

/// The one figure of a block, if its first sentence has no other quantity.
fn sole(reading: &Reading<'_>, block: BlockId) -> Option<Figure> {
    let sentences = &reading.doc.blocks[block as usize].sentences;
    match within(reading, sentences.clone().next()?) {
        [quantity] => Figure::of(reading, quantity),
        _ => None,
    }
}
