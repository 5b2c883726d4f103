//! Two numbers that make one quantity: ranges, shares of a total, marks on a scale, ratios.

use super::QuantityKind;
use super::amount::{self, Amount};
use super::date::is_dash;
use super::numeral;
use super::unit::Unit;
use super::vocabulary::{Role, role};
use super::words::Words;

/// What an amount makes together with the one after it.
pub(super) enum Partner {
    Total(Total),
    /// A range, both ends in the same unit.
    Range(Amount, Amount),
    /// The first of two that one thing changes between; it has the unit of the second.
    Change(Amount),
    /// One side of a split: `50/50`; holds the other side and the end.
    Split(f64, usize),
    /// `24/7`
    Never,
}

/// The number that an amount is out of.
pub(super) struct Total {
    pub(super) end: usize,
    pub(super) kind: QuantityKind,
    pub(super) spelled: bool,
    pub(super) ambiguous: bool,
}

/// Reads what `amount` makes together with what follows it.
pub(super) fn partner(words: Words<'_>, amount: &Amount) -> Option<Partner> {
    if amount.is_bare() {
        if words.raw(amount.end) == "/" && words.is_number(amount.end + 1) {
            let (left, right) = (words.raw(amount.start), words.raw(amount.end + 1));
            if (left, right) == ("24", "7") {
                return Some(Partner::Never);
            }
            let other = numeral::read(right).filter(|n| n.digits > 0 && n.suffix.is_empty() && !amount.decimal);
            if let Some(other) = other.filter(|n| (amount.written + n.value - 100.0).abs() < 0.5) {
                return Some(Partner::Split(other.value, amount.end + 2));
            }
        }
        if let Some(total) = total(words, amount) {
            return Some(Partner::Total(total));
        }
    }
    range(words, amount)
}

/// `3:1`: both numbers and the end.
pub(super) fn ratio(words: Words<'_>, at: usize) -> Option<(f64, f64, usize)> {
    let joined = words.raw(at + 1) == ":" && words.touches(at + 1) && words.touches(at + 2) && words.is_number(at + 2);
    let read = |at| numeral::read(words.lower(at)).filter(|n| n.suffix.is_empty()).map(|n| n.value);
    if joined { Some((read(at)?, read(at + 2)?, at + 3)) } else { None }
}

/// First token of `n =` or `p <` (or `p-value <`) before the amount that begins at `start`.
pub(super) fn named_by(words: Words<'_>, start: usize, name: &str, floor: usize) -> Option<usize> {
    let mut at = start;
    while matches!(words.before(at, 1), "=" | "<" | ">" | "≤" | "≥" | "≈" | "~") {
        at -= 1;
    }
    if at == start {
        return None;
    }
    if name == "p" && words.before(at, 1) == "value" {
        at -= 1 + usize::from(words.before(at, 2) == "-");
    }
    let found = at.checked_sub(1).filter(|&f| f >= floor && words.lower(f) == name && words.is_word(f))?;
    let free = !words.touches(found) || matches!(words.before(found, 1), "(" | "[" | ",");
    free.then_some(found)
}

/// Reads the amount that begins at `at`, in digits or in words.
fn amount_from(words: Words<'_>, at: usize) -> Option<Amount> {
    match role(words.lower(at)) {
        Some(Role::Small(_)) => return amount::read_spelled(words, at),
        None if words.lower(at) == "a" => return amount::read_scale(words, at + 1),
        _ => {}
    }
    let number = (at..at + 4).find(|&i| words.is_number(i))?;
    amount::read(words, number, at).filter(|a| a.start == at)
}

fn total(words: Words<'_>, amount: &Amount) -> Option<Total> {
    let mut at = amount.end;
    // `7 interviewees out of 11`, `one patient in seven`
    let noun = (0..3).find(|&n| words.lower(at + n) == "out" && words.lower(at + n + 1) == "of");
    if let Some(noun) = noun.filter(|&n| (0..n).all(|i| words.is_small(at + i))) {
        at += noun + 1;
    } else if amount.spelled && words.is_small(at) && words.lower(at) != "in" && words.lower(at + 1) == "in" {
        at += usize::from(matches!(role(words.lower(at + 2)), Some(Role::Small(_))));
    }
    let by = words.lower(at);
    let mut next = at + 1;
    match by {
        "/" if words.touches(at) == words.touches(next) => {}
        "of" => {
            while matches!(
                words.lower(next),
                "the" | "our" | "these" | "those" | "all" | "their" | "its" | "a" | "total"
            ) {
                next += 1;
            }
            if words.lower(next) == "of" && words.before(next, 1) == "total" {
                next += 1;
            }
        }
        "in" => {}
        _ => return None,
    }
    let total = amount_from(words, next)?;
    let chained = words.lower(total.end) == "/" && words.touches(total.end) && words.is_number(total.end + 1);
    let of = total.written * total.scale.unwrap_or(1.0);
    if total.sign.is_some() || chained || amount.written > of || of < 2.0 || of.fract() > 0.0 {
        return None;
    }
    let mut end = total.end;
    let stars = total.unit == Unit::Stars;
    match total.unit {
        Unit::Plain | Unit::Stars => {}
        Unit::Duration(_) if by != "in" => end = total.number_end,
        _ => return None,
    }
    // `200 in 1,500 shops` counts; `1 in 10,000` is a share.
    let round =
        of <= 100.0 || matches!(words.raw(total.start).trim_start_matches('1').trim_matches(&['0', ','][..]), "");
    if by == "in" && (amount.written >= of || !(round || total.spelled)) {
        return None;
    }
    // `in the 12 of 2026`: a year is no total.
    if !total.spelled && (1990.0..2050.0).contains(&of) && words.raw(total.start).len() == 4 {
        return None;
    }
    let scale = [4.0, 5.0, 7.0, 10.0, 100.0].contains(&of);
    let rated = stars || amount.decimal && scale || scale && speaks_of_marks(words, amount.start);
    Some(Total {
        end,
        kind: if rated { QuantityKind::Rating { of } } else { QuantityKind::OfTotal { of } },
        spelled: total.spelled,
        ambiguous: scale && !rated && by == "/",
    })
}

fn speaks_of_marks(words: Words<'_>, at: usize) -> bool {
    (1..=3).any(|back| {
        matches!(
            words.before(at, back),
            "rated"
                | "rating"
                | "ratings"
                | "rate"
                | "score"
                | "scored"
                | "scores"
                | "csat"
                | "satisfaction"
                | "confidence"
                | "confident"
                | "ease"
                | "grade"
        )
    })
}

fn range(words: Words<'_>, low: &Amount) -> Option<Partner> {
    let mut at = low.end;
    // `3- to 5-day`
    if words.lower(at) == "-" && words.touches(at) && !words.touches(at + 1) && words.lower(at + 1) == "to" {
        at += 1;
    }
    let by = words.lower(at);
    let dash = is_dash(by);
    let arrow = is_arrow(by);
    let joins = match by {
        "to" | "or" => true,
        "and" => words.before(low.start, 1) == "between" || words.before(low.start, 2) == "between",
        _ => arrow || (dash && words.touches(at) == words.touches(at + 1)),
    };
    if !joins {
        return None;
    }
    let high = amount_from(words, at + 1)?;
    let (low, high) = unified(low, high)?;
    if arrow || (by == "to" && is_change(words, low.start)) {
        return Some(Partner::Change(low));
    }
    let next = by != "or" || ((high.written - low.written - 1.0).abs() < 0.01 && high.written <= 20.0);
    (next && low.value() < high.value()).then_some(Partner::Range(low, high))
}

/// Both ends of a range in one unit: what only one end carries holds for the other.
fn unified(low: &Amount, high: Amount) -> Option<(Amount, Amount)> {
    let (mut low, mut high) = (*low, high);
    if low.unit == Unit::Plain {
        low.unit = high.unit;
    } else if high.unit == Unit::Plain && matches!(low.unit, Unit::Money(..) | Unit::Percent(_)) {
        high.unit = low.unit;
    }
    // The `m` of `$2-3m` is a million.
    high.ambiguous &= !(matches!(low.unit, Unit::Money(..)) && high.scale.is_some());
    if low.scale.is_none() && low.written < high.written {
        low.scale = high.scale;
    }
    let fits = low.unit.kind() == high.unit.kind() && !matches!(low.unit, Unit::Ordinal);
    fits.then_some((low, high))
}

/// True for an arrow, however drawn.
pub(super) fn is_arrow(mark: &str) -> bool {
    matches!(mark, "→" | "⟶" | "⇒" | "➔" | "➜" | "➡" | "➡️" | "⇨") || (mark.len() > 1 && mark.ends_with('>'))
}

/// True when `to` after the amount that begins at `at` leads from one value to another and not from end to end of a range.
fn is_change(words: Words<'_>, at: usize) -> bool {
    for back in 1..=6 {
        match words.before(at, back) {
            "from" => {
                return !matches!(
                    words.before(at, back + 1),
                    "range"
                        | "ranges"
                        | "ranging"
                        | "ranged"
                        | "anywhere"
                        | "vary"
                        | "varies"
                        | "varied"
                        | "varying"
                        | "take"
                        | "takes"
                        | "took"
                        | "run"
                        | "runs"
                        | "lasts"
                        | "spans"
                );
            }
            "" | "to" | "," | ";" | "." | "(" | ":" | "between" => return false,
            "by" | "of" | "at" | "within" | "for" | "in" | "about" | "~" | "takes"
                if back == 1 && !from_near(words, at) =>
            {
                return false;
            }
            word if is_change_verb(word) => return back > 1 || !matches!(word, "cut" | "cuts"),
            _ => {}
        }
    }
    false
}

/// True when `from` stands a few words before `at`, as in `from a baseline of 41%`.
fn from_near(words: Words<'_>, at: usize) -> bool {
    (2..=6).any(|back| words.before(at, back) == "from")
}

/// True for verbs (in lower case) that say that a value changes.
pub(super) fn is_change_verb(word: &str) -> bool {
    const VERBS: &str = "grow grew grows growing grown rise rises rose rising increase increases increased increasing raise \
        raises raised raising lift lifts lifted lifting improve improves improved improving move moves moved moving go goes \
        went fall falls fell falling drop drops dropped dropping reduce reduces reduced reducing cut cuts cutting decrease \
        decreases decreased decreasing decline declines declined declining lower lowers lowered lowering shrink shrinks \
        shrank bring brings brought bringing";
    word.len() > 1 && VERBS.split(' ').any(|verb| verb == word)
}

/// A fraction in words from `at` on: `two thirds`, `one-third`, `three quarters of`. Returns both numbers and the end.
pub(super) fn spelled_fraction(words: Words<'_>, at: usize) -> Option<(f64, f64, usize)> {
    let (value, end) = numeral::spelled(words, at)?;
    let hyphen = words.lower(end) == "-" && words.touches(end) && words.touches(end + 1);
    let name = end + usize::from(hyphen);
    let Some(Role::Part(of)) = role(words.lower(name)) else { return None };
    let plural = words.lower(name).ends_with('s');
    let of_something = words.lower(name + 1) == "of";
    // `two quarters` is half a year, `one third option` a third one.
    let fits = if of == 4 {
        [1.0, 3.0].contains(&value) && (of_something || hyphen)
    } else {
        plural || hyphen || of_something
    };
    let of = f64::from(of);
    (fits && value < of).then_some((value, of, name + 1))
}
