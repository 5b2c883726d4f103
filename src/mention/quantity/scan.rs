//! Goes over the tokens of a sentence once and writes down each quantity.

use std::ops::Range;

use super::amount::{self, Amount};
use super::combine::{self, Partner};
use super::date::{self, Found};
use super::qualifier::{self, Of};
use super::vocabulary::{is_named, may_begin, role};
use super::words::Words;
use super::{Bound, Quantity, QuantityKind, Sign, exclude, numeral};
use crate::document::{SentenceId, Token, TokenKind};
use crate::span::TextRange;

mod spelled;

/// Appends the quantities of the tokens `part`, which stand in `sentence`, to `out`.
pub(super) fn scan(
    text: &str,
    lower: &str,
    tokens: &[Token],
    part: Range<u32>,
    sentence: SentenceId,
    out: &mut Vec<Quantity>,
) {
    let tokens = &tokens[part.start as usize..part.end as usize];
    let words = Words::new(text, lower, tokens);
    let mut scanner = Scanner { words, first: part.start, sentence, floor: 0, out };
    let mut at = 0;
    while at < words.len() {
        if begins_nothing(lower, tokens[at]) {
            at += 1;
            continue;
        }
        at = scanner.step(at).max(at + 1);
    }
}

/// True for a token with which no quantity begins, which is nearly every one.
#[inline]
fn begins_nothing(lower: &str, token: Token) -> bool {
    match token.kind {
        TokenKind::Number => false,
        TokenKind::Word => {
            let word = &lower.as_bytes()[token.text.start as usize..token.text.end as usize];
            !(may_begin(word) || word.last().is_some_and(u8::is_ascii_digit))
        }
        TokenKind::Mark | TokenKind::Address => true,
    }
}

struct Scanner<'a, 'o> {
    words: Words<'a>,
    /// Index of the sentence's first token in the document.
    first: u32,
    sentence: SentenceId,
    /// Tokens before it belong to a quantity already, or to something that is none.
    floor: usize,
    out: &'o mut Vec<Quantity>,
}

/// A quantity about to be written down; positions are tokens of the sentence.
#[derive(Clone, Copy)]
struct Draft {
    start: usize,
    end: usize,
    kind: QuantityKind,
    value: f64,
    high: Option<f64>,
    sign: Option<Sign>,
    bound: Option<Bound>,
    spelled: bool,
    ambiguous: bool,
}

impl Draft {
    fn of(amount: &Amount) -> Self {
        Self {
            start: amount.start,
            end: amount.end,
            kind: amount.unit.kind(),
            value: amount.value(),
            high: None,
            sign: amount.sign,
            bound: amount.bound,
            spelled: amount.spelled,
            ambiguous: amount.ambiguous,
        }
    }

    fn spelled(start: usize, end: usize, kind: QuantityKind, value: f64) -> Self {
        Self { start, end, kind, value, high: None, sign: None, bound: None, spelled: true, ambiguous: false }
    }
}

impl Scanner<'_, '_> {
    /// Reads what begins at `at`; returns where to go on.
    fn step(&mut self, at: usize) -> usize {
        let words = self.words;
        let Some(token) = words.token(at) else { return at + 1 };
        match token.kind {
            TokenKind::Number => self.number(at),
            TokenKind::Word => {
                let word = words.lower(at);
                if word.as_bytes().last().is_some_and(u8::is_ascii_digit) {
                    return self.code(at, word);
                }
                role(word).and_then(|role| self.word(at, role)).unwrap_or(at + 1)
            }
            TokenKind::Mark | TokenKind::Address => at + 1,
        }
    }

    /// Passes over tokens that are no quantity.
    fn pass(&mut self, end: usize) -> usize {
        self.floor = end;
        end
    }

    fn number(&mut self, at: usize) -> usize {
        let words = self.words;
        if let Some(end) = exclude::reference(words, at) {
            return self.pass(end);
        }
        if let Some(found) = date::at_number(words, at) {
            return self.date(found);
        }
        if let Some(end) = exclude::clock(words, at) {
            return self.pass(end);
        }
        if let Some((left, right, end)) = combine::ratio(words, at) {
            return self.write(Draft {
                start: at,
                end,
                kind: QuantityKind::Ratio { to: right },
                value: left,
                high: None,
                sign: None,
                bound: None,
                spelled: false,
                ambiguous: false,
            });
        }
        if matches!(words.raw(at + 1), "quarter")
            && let Some(found) = date::at_quarter(words, at + 1)
        {
            return self.date(found);
        }
        let Some(amount) = amount::read(words, at, self.floor) else { return self.pass(at + 1) };
        if amount.is_bare() {
            let dated = date::at_year(words, at);
            if let Some(found) = dated.filter(|_| words.before(at, 1) == "year") {
                return self.date(found);
            }
            // `variant 8,915 users`: no name has its thousands parted.
            let counted = amount.written >= 1000.0 && words.raw(at).contains(',');
            if !counted && is_named(words, at) {
                return self.pass(exclude::rest_of_name(words, at));
            }
            if let Some(found) = dated {
                return self.date(found);
            }
            if let Some(end) = exclude::item_number(words, at) {
                return self.pass(end);
            }
        }
        self.amount(amount)
    }

    /// Writes down an amount with what it makes together with what follows.
    fn amount(&mut self, amount: Amount) -> usize {
        let words = self.words;
        let mut draft = Draft::of(&amount);
        if let Some(start) = combine::named_by(words, amount.start, "n", self.floor) {
            if amount.is_bare() || amount.scale.is_some() {
                draft.kind = QuantityKind::SampleSize;
                draft.start = start;
                return self.write(draft);
            }
        } else if let Some(start) = combine::named_by(words, amount.start, "p", self.floor)
            && amount.is_bare()
        {
            draft.kind = QuantityKind::PValue;
            draft.bound = qualifier::around(words, amount.start, amount.end, start + 1, Of::Other).bound;
            draft.start = start;
            return self.write(draft);
        }
        match combine::partner(words, &amount) {
            Some(Partner::Total(total)) => {
                draft.end = total.end;
                draft.kind = total.kind;
                draft.spelled |= total.spelled;
                draft.ambiguous |= total.ambiguous;
                return self.write(draft);
            }
            Some(Partner::Range(low, high)) => {
                draft = Draft::of(&low);
                draft.end = high.end;
                draft.high = Some(high.value());
                draft.bound = high.bound;
                draft.ambiguous |= high.ambiguous;
                return self.write(draft);
            }
            Some(Partner::Change(unified)) => {
                draft = Draft::of(&unified);
            }
            Some(Partner::Split(to, end)) => {
                draft.end = end;
                draft.kind = QuantityKind::Ratio { to };
                return self.write(draft);
            }
            Some(Partner::Never) => return self.pass(amount.end + 2),
            None => {}
        }
        if amount.is_bare() && draft.kind == QuantityKind::Number && exclude::counts_nothing(words, &amount) {
            return self.pass(amount.end);
        }
        self.write(draft)
    }

    /// A word that ends in a digit: `Q3`, `FY26`, `p95`.
    fn code(&mut self, at: usize, word: &str) -> usize {
        if let Some(found) = date::at_code(self.words, at) {
            return self.date(found);
        }
        let percentile = word.strip_prefix('p').and_then(numeral::read).filter(|n| n.suffix.is_empty());
        match percentile {
            Some(n) if (50.0..100.0).contains(&n.value) => {
                let mut draft = Draft::spelled(at, at + 1, QuantityKind::Ordinal, n.value);
                draft.spelled = false;
                self.write(draft)
            }
            _ => at + 1,
        }
    }

    fn date(&mut self, mut found: Found) -> usize {
        let words = self.words;
        // `will end 2025-11-30` names no part of a day.
        let edge = date::edge_before(words, found.start).filter(|e| e.1 >= self.floor && found.from.day.is_none());
        if let Some((edge, start)) = edge {
            found.from.edge = Some(edge);
            found.start = start;
        }
        let day = |date: date::Date| date.first_day().map_or(0.0, f64::from);
        self.write(Draft {
            start: found.start,
            end: found.end,
            kind: found.kind(),
            value: day(found.from),
            high: found.to.map(day),
            sign: None,
            bound: None,
            spelled: false,
            ambiguous: found.ambiguous,
        })
    }

    /// Writes a quantity down with its qualifiers; returns its end.
    fn write(&mut self, draft: Draft) -> usize {
        if draft.start < self.floor {
            return draft.end;
        }
        let words = self.words;
        let of = match draft.kind {
            QuantityKind::Date(_) | QuantityKind::DateRange(..) => Of::Date,
            QuantityKind::Duration if draft.value >= 1.0 => Of::Span,
            _ => Of::Other,
        };
        let around = qualifier::around(words, draft.start, draft.end, self.floor, of);
        let range = |start: usize, end: usize| {
            let place = |at: usize| words.token(at).map_or(TextRange::default(), |t| t.text);
            TextRange::new(place(start).start, place(end - 1).end)
        };
        let between = draft.high.is_some() && around.start > self.floor && words.before(around.start, 1) == "between";
        self.out.push(Quantity {
            text: range(draft.start, draft.end),
            qualified: range(around.start - usize::from(between), around.end),
            tokens: self.first + draft.start as u32..self.first + draft.end as u32,
            sentence: self.sentence,
            kind: draft.kind,
            value: draft.value,
            high: draft.high,
            sign: draft.sign,
            approximate: around.approximate,
            bound: draft.bound.or(around.bound),
            spelled: draft.spelled,
            ambiguous: draft.ambiguous,
        });
        self.floor = around.end;
        around.end
    }
}
