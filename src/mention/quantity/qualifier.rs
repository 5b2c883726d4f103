//! What stands around a quantity and bounds it or makes it approximate.

use super::Bound;
use super::words::Words;

/// What a quantity is of, as far as the words around it read differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// A day, month or year: `by` and `after` bound it.
    Date,
    /// Days or more: `over 3 months` is what they last.
    Span,
    Other,
}

/// The qualifiers of a quantity, with their first token and just past their last.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Qualified {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) approximate: bool,
    pub(super) bound: Option<Bound>,
}

/// Reads the qualifiers around the tokens from `start` to `end`, going back no further than `floor`.
pub(super) fn around(words: Words<'_>, start: usize, end: usize, floor: usize, of: Of) -> Qualified {
    let mut found = Qualified { start, end, ..Qualified::default() };
    // `an estimated`, `at least about`: few stand together.
    for _ in 0..3 {
        let at = found.start;
        let Some((meaning, length)) = before(words, at, of).filter(|&(_, length)| at >= floor + length) else { break };
        match meaning {
            None => found.approximate = true,
            Some(bound) => found.bound = found.bound.or(Some(bound)),
        }
        found.start -= length;
    }
    if let Some((meaning, length)) = after(words, end) {
        match meaning {
            None => found.approximate = true,
            Some(bound) => found.bound = Some(bound),
        }
        found.end += length;
    }
    found
}

/// The qualifier that ends before `at`: a bound, or none for an approximation; and its length in tokens.
fn before(words: Words<'_>, at: usize, of: Of) -> Option<(Option<Bound>, usize)> {
    let (one, two, three) = (words.before(at, 1), words.before(at, 2), words.before(at, 3));
    let date = of == Of::Date;
    let bound = |bound, length| Some((Some(bound), length));
    match one {
        "~" | "≈" | "∼" | "≃" | "≅" | "about" | "around" | "approximately" | "approx" | "roughly" | "circa"
        | "nearly" | "almost" | "estimated" | "some" | "ca" => Some((None, 1)),
        "." if matches!(two, "approx" | "ca" | "est") => Some((None, 2)),
        "to" if matches!(two, "close" | "next") => Some((None, 2)),
        "to" if two == "up" => bound(Bound::AtMost, 2),
        "least" if two == "at" => bound(Bound::AtLeast, 2),
        "most" if two == "at" => bound(Bound::AtMost, 2),
        "of" if matches!(two, "minimum" | "min") => bound(Bound::AtLeast, 2),
        "of" if matches!(two, "maximum" | "max") => bound(Bound::AtMost, 2),
        "minimum" | "min" | "≥" | "⩾" => bound(Bound::AtLeast, 1),
        "maximum" | "max" | "≤" | "⩽" => bound(Bound::AtMost, 1),
        "than" => than(two, three),
        "as" if three == "as" => match two {
            "many" | "much" | "high" | "long" => bound(Bound::AtMost, 3),
            "few" | "little" | "low" | "short" => bound(Bound::AtLeast, 3),
            _ => None,
        },
        "=" if two == ">" && words.touches(at - 1) => bound(Bound::AtLeast, 2),
        "=" if two == "<" && words.touches(at - 1) => bound(Bound::AtMost, 2),
        ">" => bound(Bound::Over, 1),
        "<" => bound(Bound::Under, 1),
        "by" | "until" | "till" if date => bound(Bound::AtMost, 1),
        "before" if date => bound(Bound::Under, 1),
        "after" if date => bound(Bound::Over, 1),
        "since" if date => bound(Bound::AtLeast, 1),
        "the" if date => match two {
            "by" | "until" | "till" => bound(Bound::AtMost, 2),
            "before" => bound(Bound::Under, 2),
            "after" => bound(Bound::Over, 2),
            "since" => bound(Bound::AtLeast, 2),
            _ => None,
        },
        "exceeding" | "exceeds" | "exceed" | "exceeded" | "above" | "beyond" if !date => bound(Bound::Over, 1),
        "over" if of == Of::Other => bound(Bound::Over, 1),
        "under" | "below" if !date => bound(Bound::Under, 1),
        "-" if two == "sub" => bound(Bound::Under, 2),
        "within" if !date => bound(Bound::AtMost, 1),
        _ => None,
    }
}

/// `more than`, `no less than`, `later than`: `two` and `three` stand before `than`.
fn than(two: &str, three: &str) -> Option<(Option<Bound>, usize)> {
    let (plain, turned) = match two {
        "more" | "greater" | "higher" | "longer" | "larger" | "later" | "bigger" | "slower" | "older" => {
            (Bound::Over, Bound::AtMost)
        }
        "less" | "fewer" | "lower" | "shorter" | "smaller" | "sooner" | "earlier" | "faster" | "younger" | "better" => {
            (Bound::Under, Bound::AtLeast)
        }
        _ => return None,
    };
    Some(if matches!(three, "no" | "not") { (Some(turned), 3) } else { (Some(plain), 2) })
}

/// The qualifier that begins at `at`.
fn after(words: Words<'_>, at: usize) -> Option<(Option<Bound>, usize)> {
    let next = words.lower(at + 1);
    match words.lower(at) {
        "+" if words.touches(at) && !(words.touches(at + 1) && words.is_number(at + 1)) => {
            Some((Some(Bound::AtLeast), 1))
        }
        "or" | "and" => match next {
            "more" | "higher" | "above" | "better" | "greater" | "longer" | "over" | "older" | "up" | "larger" => {
                Some((Some(Bound::AtLeast), 2))
            }
            "less" | "fewer" | "lower" | "below" | "under" | "shorter" | "younger" | "smaller" | "faster" => {
                Some((Some(Bound::AtMost), 2))
            }
            "so" => Some((None, 2)),
            _ => None,
        },
        "-" if next == "ish" && words.touches(at) => Some((None, 2)),
        "max" | "maximum" => Some((Some(Bound::AtMost), 1)),
        "min" | "minimum" => Some((Some(Bound::AtLeast), 1)),
        _ => None,
    }
}
