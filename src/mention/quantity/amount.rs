//! One number with its sign, currency, scale and unit.

use super::numeral::{self, Numeral};
use super::unit::{self, Suffix, Unit};
use super::vocabulary::{Role, role};
use super::words::Words;
use super::{Bound, Sign};

/// A number with what belongs to it; positions are tokens of the sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    /// First token: the sign or the currency, where there is one.
    pub(super) start: usize,
    /// Just past the last token.
    pub(super) end: usize,
    /// Just past the number itself, without its scale and unit.
    pub(super) number_end: usize,
    /// As written, before scale and unit.
    pub(super) written: f64,
    /// What a scale word or suffix multiplies it with.
    pub(super) scale: Option<f64>,
    pub(super) unit: Unit,
    pub(super) sign: Option<Sign>,
    /// A `+` after the number.
    pub(super) bound: Option<Bound>,
    pub(super) spelled: bool,
    pub(super) ambiguous: bool,
    /// It has a decimal part.
    pub(super) decimal: bool,
}

impl Amount {
    /// The value in the unit of its kind, without the sign.
    pub(super) fn magnitude(self) -> f64 {
        self.unit.scaled(self.written * self.scale.unwrap_or(1.0))
    }

    /// The value in the unit of its kind.
    pub(super) fn value(self) -> f64 {
        if self.sign == Some(Sign::Minus) { -self.magnitude() } else { self.magnitude() }
    }

    /// A bare number: no sign, scale or unit.
    pub(super) fn is_bare(self) -> bool {
        self.unit == Unit::Plain && self.scale.is_none() && self.sign.is_none()
    }
}

/// Reads the amount whose number stands at `at`, taking nothing before `floor`.
pub(super) fn read(words: Words<'_>, at: usize, floor: usize) -> Option<Amount> {
    let numeral = numeral::read(words.lower(at))?;
    let (written, number_end, grouped) = spaced(words, at, numeral);
    let mut amount = Amount {
        start: at,
        end: number_end,
        number_end,
        written,
        scale: None,
        unit: Unit::Plain,
        sign: None,
        bound: None,
        spelled: false,
        ambiguous: numeral.ambiguous || grouped == Some(1),
        decimal: numeral.decimal || written.fract() != 0.0,
    };
    let prefix = before(words, &mut amount, floor);
    if numeral.padded && prefix.is_none() {
        return None;
    }
    if !numeral.suffix.is_empty() {
        attached(words, &mut amount, numeral, prefix.is_some())?;
    }
    finish(words, &mut amount, prefix.is_some());
    if let Some(unit) = prefix {
        amount.unit = unit;
    }
    Some(amount)
}

/// Reads the amount whose number is written in words from `at` on.
pub(super) fn read_spelled(words: Words<'_>, at: usize) -> Option<Amount> {
    let (written, end) = numeral::spelled(words, at)?;
    Some(of_words(words, at, end, written))
}

/// Reads `a hundred`, `a dozen`, `a million`, whose scale stands at `at`.
pub(super) fn read_scale(words: Words<'_>, at: usize) -> Option<Amount> {
    let Some(Role::Scale(scale)) = role(words.lower(at)) else { return None };
    let start = at.checked_sub(1).filter(|&s| matches!(words.lower(s), "a" | "an"))?;
    let hundred = words.lower(at) == "hundred";
    let (written, end) = if hundred { numeral::below_hundred(words, at + 1, scale) } else { (scale, at + 1) };
    Some(of_words(words, start, end, written))
}

/// The amount of `written`, whose words stand from `start` to `end`.
pub(super) fn of_words(words: Words<'_>, start: usize, end: usize, written: f64) -> Amount {
    let mut amount = Amount {
        start,
        end,
        number_end: end,
        written,
        scale: None,
        unit: Unit::Plain,
        sign: None,
        bound: None,
        spelled: true,
        ambiguous: false,
        decimal: false,
    };
    finish(words, &mut amount, false);
    amount
}

/// Joins thousands that are parted by spaces: `12 000`, `1 200 000`, `1 200,50`. Returns the value, the end, and how many were joined.
fn spaced(words: Words<'_>, at: usize, numeral: Numeral<'_>) -> (f64, usize, Option<u32>) {
    let (mut value, mut end, mut groups) = (numeral.value, at + 1, 0);
    if !(1..=3).contains(&numeral.digits) || !numeral.suffix.is_empty() || numeral.padded {
        return (value, end, None);
    }
    while words.is_number(end) && words.gap(end) == Some(1) && words.raw(end).len() == 3 {
        let Some(next) = numeral::read(words.raw(end)).filter(|n| n.digits == 3 && n.suffix.is_empty()) else { break };
        value = value * 1000.0 + next.value;
        end += 1;
        groups += 1;
    }
    // With a decimal part behind them they are no two numbers side by side.
    if words.is_number(end) && words.gap(end) == Some(1) && has_three_and_decimals(words.raw(end)) {
        if let Some(last) = numeral::read(words.raw(end)).filter(|n| n.decimal && !n.ambiguous && n.suffix.is_empty()) {
            return (value * 1000.0 + last.value, end + 1, Some(groups + 2));
        }
    }
    (value, end, (groups > 0).then_some(groups))
}

/// `200,50`: three digits, a mark, and one or two more.
fn has_three_and_decimals(word: &str) -> bool {
    let bytes = word.as_bytes();
    matches!(bytes.len(), 5 | 6)
        && matches!(bytes[3], b',' | b'.')
        && bytes.iter().enumerate().all(|(at, byte)| at == 3 || byte.is_ascii_digit())
}

/// Takes the sign and currency before the number into `amount`; returns the unit of the currency.
fn before(words: Words<'_>, amount: &mut Amount, floor: usize) -> Option<Unit> {
    let mut currency = None;
    for _ in 0..2 {
        if currency.is_none()
            && let Some((found, start)) = unit::currency_before(words, amount.start, floor)
        {
            currency = Some(Unit::Money(found, 1.0));
            amount.start = start;
        } else if let Some((sign, start)) = sign_before(words, amount.start, floor) {
            amount.sign = Some(sign);
            amount.start = start;
        }
    }
    currency
}

fn sign_before(words: Words<'_>, at: usize, floor: usize) -> Option<(Sign, usize)> {
    let mark = at.checked_sub(1).filter(|&m| m >= floor && words.gap(at) <= Some(1))?;
    let spread = !words.touches(at);
    let free = mark == 0
        || !words.touches(mark)
        || matches!(
            words.raw(mark - 1),
            "(" | "[" | "\"" | "'" | "~" | "<" | ">" | "≈" | ":" | "=" | "→" | "$" | "€" | "£" | "₹"
        );
    match words.raw(mark) {
        "±" => Some((Sign::PlusMinus, mark)),
        "-" if mark >= floor + 2 && words.touches(mark) && words.raw(mark - 1) == "/" && words.raw(mark - 2) == "+" => {
            Some((Sign::PlusMinus, mark - 2))
        }
        _ if spread => None,
        "+" if free => Some((Sign::Plus, mark)),
        "-" | "−" | "–" if free => Some((Sign::Minus, mark)),
        _ => None,
    }
}

/// Takes the letters attached to the number into `amount`; none where they make it something else.
fn attached(words: Words<'_>, amount: &mut Amount, numeral: Numeral<'_>, money: bool) -> Option<()> {
    match unit::suffix(numeral.suffix) {
        Some(Suffix::Scale(scale)) => {
            // `15m` may be minutes or metres.
            amount.ambiguous |= numeral.suffix == "m" && !money && words.raw(amount.number_end - 1).ends_with('m');
            amount.scale = Some(scale);
        }
        // `1990s`
        Some(Suffix::Unit(Unit::Duration(_))) if numeral.suffix == "s" && numeral.digits == 4 => return None,
        Some(Suffix::Unit(Unit::Measure)) if money && numeral.suffix == "l" => amount.scale = Some(1e5),
        Some(Suffix::Unit(unit)) => amount.unit = unit,
        Some(Suffix::Clock) | None => return None,
    }
    Some(())
}

/// Takes what follows the number into `amount`: a scale, a `+`, a unit. After an amount of money only money is a unit.
fn finish(words: Words<'_>, amount: &mut Amount, money: bool) {
    let mut end = amount.end;
    let hyphen = words.lower(end) == "-" && words.touches(end) && words.touches(end + 1);
    let scaled = end + usize::from(hyphen);
    if amount.scale.is_none()
        && amount.unit == Unit::Plain
        && let Some(scale) = unit::scale_word(words.raw(scaled), words.lower(scaled))
    {
        amount.scale = Some(scale);
        end = scaled + 1;
        amount.end = end;
    }
    if amount.unit != Unit::Plain {
        // `90th percentile`
        if amount.unit == Unit::Ordinal && words.lower(end).starts_with("percentile") {
            amount.end = end + 1;
        }
        return;
    }
    let plus = words.lower(end) == "+" && words.touches(end) && !words.is_number(end + 1);
    let unit_at = end + usize::from(plus);
    if plus {
        amount.bound = Some(Bound::AtLeast);
        amount.end = unit_at;
    }
    if let Some((unit, after)) = unit::after(words, unit_at)
        && (!money || matches!(unit, Unit::Money(..)))
    {
        amount.unit = unit;
        amount.end = after;
    }
}
