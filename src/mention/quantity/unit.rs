//! What a number is a number of: the suffix, mark or word after it, the currency before it.

use super::QuantityKind;
use super::words::Words;

/// A currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Currency {
    /// US dollars, and dollars of which the text does not say whose.
    Usd,
    /// Euros.
    Eur,
    /// Pounds sterling.
    Gbp,
    /// Indian rupees.
    Inr,
    /// Yen, and yuan written with `¥`.
    Jpy,
    /// Any other, by its code: `CHF`, `AUD`.
    Other([u8; 3]),
}

/// The unit of a number, with what takes the number to the unit of its [`QuantityKind`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Unit {
    Plain,
    /// Per cent of so many hundredths: 1 for `%`, 0.1 for `‰`.
    Percent(f64),
    /// Percentage points in one: 1, or 0.01 for basis points.
    Points(f64),
    /// Of a currency, in parts of it: 0.01 for cents.
    Money(Currency, f64),
    /// Days in one.
    Duration(f64),
    /// Days of one person in one.
    Effort(f64),
    Multiple,
    Ordinal,
    Stars,
    /// `GB`, `km`: a measure that is told apart no further.
    Measure,
}

impl Unit {
    pub(super) fn kind(self) -> QuantityKind {
        match self {
            Self::Plain | Self::Measure => QuantityKind::Number,
            Self::Percent(_) => QuantityKind::Percent,
            Self::Points(_) => QuantityKind::PercentagePoints,
            Self::Money(currency, _) => QuantityKind::Money(currency),
            Self::Duration(_) => QuantityKind::Duration,
            Self::Effort(_) => QuantityKind::Effort,
            Self::Multiple => QuantityKind::Multiple,
            Self::Ordinal => QuantityKind::Ordinal,
            Self::Stars => QuantityKind::Rating { of: 5.0 },
        }
    }

    /// `value` of this unit in the unit of its kind.
    pub(super) fn scaled(self, value: f64) -> f64 {
        match self {
            Self::Percent(factor)
            | Self::Points(factor)
            | Self::Money(_, factor)
            | Self::Duration(factor)
            | Self::Effort(factor) => value * factor,
            Self::Plain | Self::Multiple | Self::Ordinal | Self::Stars | Self::Measure => value,
        }
    }
}

/// What letters attached to a number mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Suffix {
    Scale(f64),
    Unit(Unit),
    /// `am`, `pm`.
    Clock,
}

const SECOND: f64 = 1.0 / 86_400.0;
const MONTH: f64 = 365.25 / 12.0;

/// Reads letters attached to a number, in lower case.
pub(super) fn suffix(letters: &str) -> Option<Suffix> {
    Some(match letters {
        "k" => Suffix::Scale(1e3),
        "m" | "mn" | "mm" | "mil" | "mio" | "mln" => Suffix::Scale(1e6),
        "b" | "bn" => Suffix::Scale(1e9),
        "tn" => Suffix::Scale(1e12),
        "cr" => Suffix::Scale(1e7),
        "x" => Suffix::Unit(Unit::Multiple),
        "st" | "nd" | "rd" | "th" => Suffix::Unit(Unit::Ordinal),
        "pp" | "ppt" | "ppts" | "pps" => Suffix::Unit(Unit::Points(1.0)),
        "bps" | "bp" => Suffix::Unit(Unit::Points(0.01)),
        "pct" => Suffix::Unit(Unit::Percent(1.0)),
        "d" => Suffix::Unit(Unit::Duration(1.0)),
        "w" => Suffix::Unit(Unit::Duration(7.0)),
        "y" => Suffix::Unit(Unit::Duration(365.25)),
        "am" | "pm" => Suffix::Clock,
        "gb" | "mb" | "kb" | "tb" | "km" | "kg" | "cm" | "px" | "mi" | "mph" | "kw" | "kwh" | "mw" | "gw" | "mwh"
        | "gwh" | "ha" | "lb" | "lbs" | "ft" | "hz" | "khz" | "mhz" | "ghz" | "kbps" | "mbps" | "gbps" | "rps"
        | "qps" | "tps" | "ml" | "l" | "g" | "mg" | "pts" | "pt" => Suffix::Unit(Unit::Measure),
        _ => Suffix::Unit(Unit::Duration(days(letters)?)),
    })
}

/// Reads a scale that stands as a word of its own after a number, as written and in lower case.
pub(super) fn scale_word(raw: &str, lower: &str) -> Option<f64> {
    Some(match lower {
        "hundred" => 1e2,
        "thousand" | "k" => 1e3,
        "million" | "millions" | "mn" | "mio" | "mln" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" | "tn" => 1e12,
        "lakh" | "lakhs" | "lac" | "lacs" => 1e5,
        "crore" | "crores" | "cr" => 1e7,
        "dozen" => 12.0,
        "m" if raw == "M" => 1e6,
        _ => return None,
    })
}

/// Days in one of a unit of time, by its name in lower case.
fn days(name: &str) -> Option<f64> {
    Some(match name {
        "ms" | "msec" | "msecs" | "millisecond" | "milliseconds" => SECOND / 1000.0,
        "s" | "sec" | "secs" | "second" | "seconds" => SECOND,
        "min" | "mins" | "minute" | "minutes" => 60.0 * SECOND,
        "h" | "hr" | "hrs" | "hour" | "hours" => 3600.0 * SECOND,
        "day" | "days" | "night" | "nights" | "weekday" | "weekdays" => 1.0,
        "wk" | "wks" | "week" | "weeks" => 7.0,
        "fortnight" | "fortnights" => 14.0,
        "mo" | "mos" | "mth" | "mths" | "month" | "months" => MONTH,
        "quarter" | "quarters" => 3.0 * MONTH,
        "yr" | "yrs" | "year" | "years" => 365.25,
        "decade" | "decades" => 3652.5,
        _ => return None,
    })
}

/// What the unit of time at `at` may carry before it, and its end.
fn duration(words: Words<'_>, at: usize) -> Option<(Unit, usize)> {
    let word = words.lower(at);
    if let Some(days) = days(word) {
        return Some((Unit::Duration(days), at + 1));
    }
    let mut next = at + 1;
    if words.lower(next) == "-" && words.touches(next) && words.touches(next + 1) {
        next += 1;
    }
    match word {
        "business" | "working" | "work" => {
            matches!(words.lower(next), "day" | "days").then_some((Unit::Duration(7.0 / 5.0), next + 1))
        }
        "calendar" | "consecutive" | "more" | "full" | "additional" | "extra" | "further" | "whole" | "straight"
        | "trading" | "other" | "long" => Some((Unit::Duration(days(words.lower(next))?), next + 1)),
        "person" | "engineer" | "engineering" | "eng" | "dev" | "developer" | "designer" | "design" | "man"
        | "team" | "people" | "staff" | "squad" | "fte" | "pm" => {
            let days = days(words.lower(next)).filter(|&d| d > 0.04)?;
            Some((Unit::Effort(days), next + 1))
        }
        _ => None,
    }
}

/// Reads the unit that begins at `at`, the token after a number and its scale; returns it with its end.
pub(super) fn after(words: Words<'_>, at: usize) -> Option<(Unit, usize)> {
    let word = words.lower(at);
    let hyphen = word == "-" && words.touches(at) && words.touches(at + 1);
    if hyphen {
        let next = at + 1;
        return match words.lower(next) {
            "fold" => Some((Unit::Multiple, next + 1)),
            "star" => Some((Unit::Stars, next + 1)),
            "percent" | "point" => after(words, next),
            _ => duration(words, next),
        };
    }
    let next = at + 1;
    Some(match word {
        "%" | "percent" | "pct" | "percentage" => match words.lower(next) {
            "point" | "points" | "pts" | "pt" | "pp" => (Unit::Points(1.0), next + 1),
            "-" if matches!(words.lower(next + 1), "point" | "points") => (Unit::Points(1.0), next + 2),
            _ if word == "percentage" => return None,
            _ => (Unit::Percent(1.0), next),
        },
        "per" if words.lower(next) == "cent" => (Unit::Percent(1.0), next + 1),
        "‰" => (Unit::Percent(0.1), next),
        "pp" | "ppt" | "ppts" | "pps" => (Unit::Points(1.0), next),
        "p" if words.lower(next) == "." && words.lower(next + 1) == "p" && words.touches(next + 1) => {
            (Unit::Points(1.0), next + 2 + usize::from(words.lower(next + 2) == "." && words.touches(next + 2)))
        }
        "bps" => (Unit::Points(0.01), next),
        "basis" if words.lower(next).starts_with("point") => (Unit::Points(0.01), next + 1),
        "x" | "×" if words.touches(at) || !goes_on(words, next) => (Unit::Multiple, next),
        "times" if compares(words, next) => (Unit::Multiple, next),
        "stars" => (Unit::Stars, next),
        "percentile" | "percentiles" => (Unit::Ordinal, next),
        "cents" | "cent" | "¢" => (Unit::Money(Currency::Usd, 0.01), next),
        "pence" => (Unit::Money(Currency::Gbp, 0.01), next),
        "us" | "australian" | "canadian" | "singapore" if words.lower(next).starts_with("dollar") => {
            let currency = match word {
                "us" => Currency::Usd,
                "australian" => Currency::Other(*b"AUD"),
                "canadian" => Currency::Other(*b"CAD"),
                _ => Currency::Other(*b"SGD"),
            };
            (Unit::Money(currency, 1.0), next + 1)
        }
        _ => match currency(words.raw(at)).filter(|_| !begins_amount(words, at)) {
            Some(currency) => (Unit::Money(currency, 1.0), next),
            None => return duration(words, at),
        },
    })
}

/// True when `x` before `at` stands between a number and what there are so many of: `3 x 5`, `3 x small trusts`.
fn goes_on(words: Words<'_>, at: usize) -> bool {
    let thing =
        words.is_word(at) && !compares(words, at) && !matches!(words.lower(at), "a" | "per" | "and" | "or" | "in");
    thing || words.is_number(at) || currency(words.raw(at)).is_some()
}

/// True when the word at `at` follows a factor in a comparison: `three times as many`, `20 times faster`.
pub(super) fn compares(words: Words<'_>, at: usize) -> bool {
    let word = words.lower(at);
    matches!(
        word,
        "as" | "more" | "less" | "the" | "that" | "our" | "its" | "their" | "what" | "better" | "worse" | "this"
    ) || (words.is_small(at) && word.len() > 4 && word.ends_with("er"))
}

/// True when a currency belongs to the number after it rather than to the one before it.
fn begins_amount(words: Words<'_>, at: usize) -> bool {
    words.is_number(at + 1) && (words.touches(at + 1) || !words.touches(at))
}

/// The currency of a sign, a code or a name.
fn currency(word: &str) -> Option<Currency> {
    let code: &[u8; 3] = match word {
        "$" | "USD" | "dollar" | "dollars" | "bucks" => return Some(Currency::Usd),
        "€" | "EUR" | "Eur" | "euro" | "euros" | "Euro" | "Euros" => return Some(Currency::Eur),
        "£" | "GBP" | "pounds" => return Some(Currency::Gbp),
        "₹" | "INR" | "Rs" | "rupees" | "Rupees" => return Some(Currency::Inr),
        "¥" | "JPY" | "yen" => return Some(Currency::Jpy),
        "₩" => b"KRW",
        "₽" => b"RUB",
        "₺" => b"TRY",
        "₦" => b"NGN",
        "₱" => b"PHP",
        "฿" => b"THB",
        "₫" => b"VND",
        "₴" => b"UAH",
        "₪" => b"ILS",
        "kr" => b"SEK",
        "AUD" | "CAD" | "NZD" | "SGD" | "HKD" | "CHF" | "SEK" | "NOK" | "DKK" | "PLN" | "CZK" | "HUF" | "BRL"
        | "MXN" | "ARS" | "CLP" | "ZAR" | "NGN" | "KES" | "GHS" | "EGP" | "CNY" | "RMB" | "KRW" | "TWD" | "THB"
        | "VND" | "IDR" | "MYR" | "PHP" | "PKR" | "BDT" | "LKR" | "AED" | "SAR" | "ILS" | "TRY" | "RUB" | "UAH" => {
            word.as_bytes().try_into().ok()?
        }
        _ => return None,
    };
    Some(Currency::Other(*code))
}

/// The currency just before the number at `at`, not before `floor`; returns it with its first token.
pub(super) fn currency_before(words: Words<'_>, at: usize, floor: usize) -> Option<(Currency, usize)> {
    let mut mark = at.checked_sub(1)?;
    // `Rs. 500`
    if words.raw(mark) == "." && mark > floor && words.raw(mark - 1) == "Rs" {
        mark -= 1;
    }
    if mark < floor || words.gap(at)? > 1 {
        return None;
    }
    let currency = currency(words.raw(mark))?;
    if currency != Currency::Usd || words.raw(mark) != "$" || mark == floor || !words.touches(mark) {
        return Some((currency, mark));
    }
    let code = match words.raw(mark - 1) {
        "US" => return Some((Currency::Usd, mark - 1)),
        "A" | "AU" => b"AUD",
        "C" | "CA" => b"CAD",
        "NZ" => b"NZD",
        "S" => b"SGD",
        "HK" => b"HKD",
        "R" => b"BRL",
        "MX" => b"MXN",
        _ => return Some((currency, mark)),
    };
    Some((Currency::Other(*code), mark - 1))
}
