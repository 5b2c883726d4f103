//! Business cases that are worked out in a line: `4,000 users × 5% × €30 = €6,000`, and a sum a month with the same a year.

use super::{Figure, within};
use crate::document::{SentenceId, TokenKind};
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind};
use crate::span::TextRange;

/// Terms and what they are said to make.
#[derive(Debug, Clone)]
pub struct Product {
    /// What is multiplied, in order; the rest after the first division is divided by.
    pub terms: Vec<Figure>,
    /// From which term on terms divide.
    pub divided_from: usize,
    /// What they are said to make.
    pub total: Figure,
    /// A word between the signs says that a year or a month may be meant.
    pub monthly: bool,
    /// The total is for a year.
    pub yearly: bool,
}

/// A sum a month and the same sum a year.
#[derive(Debug, Clone, Copy)]
pub struct Yearly {
    /// For a month.
    pub month: Figure,
    /// For a year.
    pub year: Figure,
}

fn is_times(mark: &str) -> bool {
    matches!(mark, "×" | "x" | "*" | "✕" | "·")
}

fn is_equals(mark: &str) -> bool {
    matches!(mark, "=" | "≈")
}

pub(super) fn products(reading: &Reading<'_>) -> Vec<Product> {
    reading.numbered().filter(|&s| within(reading, s).len() >= 3).flat_map(|s| of_sentence(reading, s)).collect()
}

/// Most equations that are read in a sentence.
const MOST: usize = 4;

/// The equations of a sentence; where one cannot be read, none is.
fn of_sentence(reading: &Reading<'_>, sentence: SentenceId) -> Vec<Product> {
    let doc = reading.doc;
    let s = &doc.sentences[sentence as usize];
    let tokens = &doc.tokens[s.tokens.start as usize..s.tokens.end as usize];
    let mut equals: Vec<TextRange> = tokens.iter().filter(|t| is_equals(doc.str(t.text))).map(|t| t.text).collect();
    // `Score = 8 × 5 × 3 = 120`: the first one only names what is worked out.
    if equals.len() > 1 && within(reading, sentence).iter().all(|q| q.text.start > equals[0].end) {
        equals.remove(0);
    }
    if equals.len() > MOST {
        return Vec::new();
    }
    let mut from = s.text.start;
    let mut found = Vec::new();
    for equals in equals {
        let Some(product) = of_equals(reading, sentence, from, equals) else { return Vec::new() };
        from = product.total.words.text.end;
        found.push(product);
    }
    found
}

/// The equation around an equals sign; what stands before `from` belongs to another.
fn of_equals(reading: &Reading<'_>, sentence: SentenceId, from: u32, equals: TextRange) -> Option<Product> {
    let doc = reading.doc;
    let s = &doc.sentences[sentence as usize];
    let tokens = &doc.tokens[s.tokens.start as usize..s.tokens.end as usize];
    let quantities = within(reading, sentence);
    let quantities = &quantities[quantities.partition_point(|q| q.text.start < from)..];
    let mut terms: Vec<Figure> = Vec::new();
    let mut divided_from = usize::MAX;
    let mut last: Option<&Quantity> = None;
    for quantity in quantities.iter().filter(|q| q.text.end <= equals.start) {
        if let Some(last) = last {
            match sign(reading, sentence, TextRange::new(last.text.end, quantity.text.start.max(last.text.end)))? {
                Sign::Times if divided_from != usize::MAX => return None,
                Sign::Times => {}
                Sign::Over => divided_from = divided_from.min(terms.len()),
            }
        }
        terms.push(term(reading, quantity)?);
        last = Some(quantity);
    }
    let last = last.filter(|_| terms.len() >= 2)?;
    let between = |from: u32, to: u32| doc.lower_between(from, to);
    // Signs beyond the last term, or before the first, would belong to an expression that is not read.
    let own = |range: TextRange| {
        tokens.iter().filter(|t| range.contains(t.text)).all(|t| {
            let mark = doc.lower_str(t.text);
            !is_times(mark)
                && !matches!(mark, "+" | "-" | "−" | "–" | "/" | "÷" | "(" | ")" | "less" | "minus" | "plus")
        })
    };
    let total = quantities.iter().find(|q| q.text.start >= equals.end)?;
    if !between(equals.end, total.qualified.start.max(equals.end)).trim().is_empty()
        || !own(TextRange::new(last.text.end, equals.start.max(last.text.end)))
        || !own(TextRange::new(from, quantities.first()?.text.start.max(from)))
    {
        return None;
    }
    let after = tokens.iter().find(|t| t.text.start >= total.text.end).map_or("", |t| doc.lower_str(t.text));
    if is_times(after) || matches!(after, "+" | "-" | "−" | "÷" | "=") {
        return None;
    }
    let said = |concept: Concept, from: u32, to: u32| {
        reading.hits(sentence).iter().any(|h| h.concept == concept && from <= h.text.start && h.text.end <= to)
    };
    Some(Product {
        terms,
        divided_from,
        total: Figure::of(reading, total)?,
        monthly: said(Concept::AMonth, from, equals.start),
        yearly: said(Concept::AYear, equals.end, s.text.end),
    })
}

enum Sign {
    Times,
    Over,
}

/// The one sign between two terms, with at most a few words that name the term before.
fn sign(reading: &Reading<'_>, sentence: SentenceId, gap: TextRange) -> Option<Sign> {
    let doc = reading.doc;
    let s = &doc.sentences[sentence as usize];
    let tokens = &doc.tokens[s.tokens.start as usize..s.tokens.end as usize];
    let inside: Vec<&str> = tokens.iter().filter(|t| gap.contains(t.text)).map(|t| doc.lower_str(t.text)).collect();
    let words = tokens.iter().filter(|t| gap.contains(t.text) && t.kind == TokenKind::Word).count();
    let signs: Vec<&&str> = inside.iter().filter(|w| is_times(w) || matches!(**w, "÷")).collect();
    let other =
        inside.iter().any(|w| matches!(*w, "+" | "-" | "−" | "–" | "(" | ")" | "," | ";" | "plus" | "minus" | "less"));
    let [sign] = signs[..] else { return None };
    (words <= 8 && !other).then(|| if is_times(sign) { Sign::Times } else { Sign::Over })
}

/// A plain factor: a count, a share, a price, a multiple, or so many months.
fn term(reading: &Reading<'_>, quantity: &Quantity) -> Option<Figure> {
    let figure = Figure::of(reading, quantity)?;
    let plain = matches!(quantity.kind, QuantityKind::Number | QuantityKind::Percent | QuantityKind::Money(_));
    (plain && !figure.signed).then_some(figure)
}

/// `€2,000 a month (€24,000 a year)`.
pub(super) fn yearly(reading: &Reading<'_>) -> Vec<Yearly> {
    let mut found = Vec::new();
    for sentence in reading.numbered().filter(|&s| within(reading, s).len() == 2) {
        let [first, second] = within(reading, sentence) else { continue };
        let (QuantityKind::Money(a), QuantityKind::Money(b)) = (first.kind, second.kind) else { continue };
        let text = reading.doc.sentences[sentence as usize].text;
        let period = |concept: Concept, from: u32, to: u32| {
            reading.hits(sentence).iter().any(|h| h.concept == concept && from <= h.text.start && h.text.end <= to)
        };
        let one = |concept| period(concept, first.text.start, second.text.start);
        let two = |concept| period(concept, second.text.start, text.end);
        let between = reading.doc.lower_between(first.text.end, second.qualified.start.max(first.text.end));
        let same = ["or", "=", "(", "which is", "that is", "i.e", "→", "making", "that makes"]
            .iter()
            .any(|word| between.trim_end().ends_with(word))
            && between.split_whitespace().count() <= 6;
        let Some((one_figure, two_figure)) = Figure::of(reading, first).zip(Figure::of(reading, second)) else {
            continue;
        };
        // A price is often lower for those who pay for a year at once.
        if a != b || !same || reading.says(sentence, Concept::Priced) {
            continue;
        }
        if one(Concept::AMonth) && two(Concept::AYear) && !one(Concept::AYear) && !two(Concept::AMonth) {
            found.push(Yearly { month: one_figure, year: two_figure });
        } else if one(Concept::AYear) && two(Concept::AMonth) && !one(Concept::AMonth) && !two(Concept::AYear) {
            found.push(Yearly { month: two_figure, year: one_figure });
        }
    }
    found
}
