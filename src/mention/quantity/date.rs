//! Dates: days, months, quarters, halves and years, alone or as the end or start of something.

use super::vocabulary::{Role, role};
use super::words::Words;
use super::{Quantity, QuantityKind};

mod calendar;
mod names;
mod numbers;

pub(super) use names::{at_code, at_month, at_quarter};
pub(super) use numbers::{at_number, at_year};

/// A day, month, quarter, half, or year. What the text does not say is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Date {
    /// The year, in full: 2026 for `FY26`.
    pub year: Option<u16>,
    /// The year is a fiscal one.
    pub fiscal: bool,
    /// Half of the year, 1 or 2.
    pub half: Option<u8>,
    /// Quarter of the year, 1 to 4.
    pub quarter: Option<u8>,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month, 1 to 31.
    pub day: Option<u8>,
    /// The part of it that is meant: `end of Q3`.
    pub edge: Option<Edge>,
}

/// Which part of a month, quarter or year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// `start of`, `beginning of`, `early`
    Start,
    /// `mid`, `middle of`
    Middle,
    /// `end of`, `late`
    End,
}

impl Date {
    /// The first month that it covers, when the year is no fiscal one or the month is named.
    fn first_month(self) -> u8 {
        match (self.month, self.quarter, self.half) {
            (Some(month), ..) => month,
            (_, Some(quarter), _) => quarter * 3 - 2,
            (.., Some(half)) => half * 6 - 5,
            _ => 1,
        }
    }

    /// Its first day, in days since 1970-01-01; none where no year is given. Fiscal years are taken as calendar years.
    pub fn first_day(self) -> Option<i32> {
        Some(calendar::day_number(self.year?, self.first_month(), self.day.unwrap_or(1)))
    }

    /// Its last day, in days since 1970-01-01; none where no year is given. Fiscal years are taken as calendar years.
    pub fn last_day(self) -> Option<i32> {
        let year = self.year?;
        if let Some(day) = self.day {
            return Some(calendar::day_number(year, self.first_month(), day));
        }
        let months = match (self.month, self.quarter, self.half) {
            (Some(_), ..) => 1,
            (_, Some(_), _) => 3,
            (.., Some(_)) => 6,
            _ => 12,
        };
        let after = self.first_month() + months;
        let (year, month) = if after > 12 { (year + 1, after - 12) } else { (year, after) };
        Some(calendar::day_number(year, month, 1) - 1)
    }

    fn of_year(year: u16) -> Self {
        Self { year: Some(year), ..Self::default() }
    }
}

/// A date as it stands among the tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// First token.
    pub(super) start: usize,
    /// Just past the last token.
    pub(super) end: usize,
    pub(super) from: Date,
    /// The other end of a range.
    pub(super) to: Option<Date>,
    pub(super) ambiguous: bool,
}

impl Found {
    fn new(start: usize, end: usize, from: Date) -> Self {
        Self { start, end, from, to: None, ambiguous: false }
    }

    pub(super) fn kind(self) -> QuantityKind {
        self.to.map_or(QuantityKind::Date(self.from), |to| QuantityKind::DateRange(self.from, to))
    }
}

/// A whole number without separators, suffix or sign, of so many digits.
fn plain(words: Words<'_>, at: usize) -> Option<(u32, usize)> {
    let word = if words.is_number(at) { words.raw(at) } else { return None };
    let fits = word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| (word.bytes().fold(0, |n, b| n * 10 + u32::from(b - b'0')), word.len()))
}

/// The year that four digits stand for.
fn year(words: Words<'_>, at: usize) -> Option<u16> {
    match plain(words, at)? {
        (year @ 1900..=2099, 4) => Some(year as u16),
        _ => None,
    }
}

/// A day of the month: `1`, `31st`.
fn day(words: Words<'_>, at: usize) -> Option<u8> {
    let word = if words.is_number(at) { words.lower(at) } else { return None };
    let end = word.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(word.len());
    let (day, suffix) = word.split_at(end);
    let fits = day.len() <= 2 && matches!(suffix, "" | "st" | "nd" | "rd" | "th");
    day.parse().ok().filter(|day| fits && (1..=31).contains(day))
}

fn month(words: Words<'_>, at: usize) -> Option<u8> {
    match role(words.lower(at)) {
        Some(Role::Month { number, .. }) => Some(number),
        _ => None,
    }
}

fn two_digit_year(words: Words<'_>, at: usize) -> Option<u16> {
    plain(words, at).filter(|p| p.1 == 2).map(|p| 2000 + p.0 as u16)
}

/// True for the marks that stand between the ends of a range.
pub(super) fn is_dash(mark: &str) -> bool {
    matches!(mark, "-" | "–" | "—" | "‑" | "−" | "‒")
}

/// `fy26`, `cy2026`: the year.
fn fiscal_code(word: &str) -> Option<u16> {
    let digits = word.strip_prefix("fy").or_else(|| word.strip_prefix("cy"))?;
    let number: u16 = digits.parse().ok()?;
    match digits.len() {
        2 => Some(2000 + number),
        4 => Some(number).filter(|n| (1900..2100).contains(n)),
        _ => None,
    }
}

/// Reads a year that belongs to what ends before `at`; returns whether it is fiscal, and its end.
fn year_of(words: Words<'_>, at: usize) -> Option<(u16, bool, usize)> {
    let next = match words.lower(at) {
        "of" | "," | "in" => at + 1,
        "'" if words.touches(at + 1) => return two_digit_year(words, at + 1).map(|y| (y, false, at + 2)),
        "/" if words.touches(at) && words.touches(at + 1) => at + 1,
        mark if is_dash(mark) && words.touches(at) && words.touches(at + 1) => at + 1,
        _ => at,
    };
    if let Some(year) = year(words, next) {
        let counted = words.lower(next + 1) == "%" || (words.is_plural(next + 1) && words.lower(at) == ",");
        return (!counted).then_some((year, false, next + 1));
    }
    if matches!(words.lower(next), "fy" | "fiscal") {
        let number = next + 1 + usize::from(words.lower(next + 1) == "year");
        let year = year(words, number).or_else(|| two_digit_year(words, number))?;
        return Some((year, true, number + 1));
    }
    fiscal_code(words.lower(next)).map(|y| (y, words.lower(next).starts_with('f'), next + 1))
}

/// Takes the year that follows into `date`; returns the new end.
fn with_year(words: Words<'_>, at: usize, date: &mut Date) -> usize {
    match year_of(words, at) {
        Some((year, fiscal, end)) => {
            date.year = Some(year);
            date.fiscal = fiscal;
            end
        }
        None => at,
    }
}

/// `q3`, `h2`.
fn period(word: &str) -> Option<Date> {
    match word.as_bytes() {
        [b'q', n @ b'1'..=b'4'] => Some(Date { quarter: Some(n - b'0'), ..Date::default() }),
        [b'h', n @ b'1'..=b'2'] => Some(Date { half: Some(n - b'0'), ..Date::default() }),
        _ => None,
    }
}

/// True when the word before `at` is one that a time follows.
fn follows_time_word(words: Words<'_>, at: usize) -> bool {
    matches!(
        words.before(at, 1),
        "in" | "by"
            | "since"
            | "until"
            | "till"
            | "during"
            | "from"
            | "of"
            | "late"
            | "early"
            | "mid"
            | "before"
            | "after"
            | "end"
            | "start"
            | "year"
            | "for"
            | "this"
            | "next"
            | "last"
            | "through"
            | "throughout"
            | "on"
            | "to"
            | "fall"
            | "spring"
            | "summer"
            | "autumn"
            | "winter"
            | "between"
            | "around"
            | "per"
            | "post"
            | "pre"
            | "ends"
            | "ending"
    ) && !(words.before(at, 1) == "of" && words.is_plural(at + 1))
}

/// The part of a period that the words before `at` name, with the first of them.
pub(super) fn edge_before(words: Words<'_>, at: usize) -> Option<(Edge, usize)> {
    let named = |word: &str| {
        Some(match word {
            "end" | "close" | "late" => Edge::End,
            "start" | "beginning" | "begin" | "early" => Edge::Start,
            "mid" | "middle" => Edge::Middle,
            _ => return None,
        })
    };
    let back = match (words.before(at, 2), words.before(at, 1)) {
        ("of", "the") => 3,
        (_, "of" | "-") => 2,
        _ => 1,
    };
    let word = words.before(at, back);
    let fits = back > 1 || matches!(word, "end" | "late" | "early" | "mid");
    named(word).filter(|_| fits).map(|edge| (edge, at - back))
}

/// Reads the numeric dates that leave the order of day and month open in the order that the others have.
pub(super) fn settle_order(text: &str, quantities: &mut [Quantity]) {
    let (mut day_first, mut month_first) = (false, false);
    let parts = |q: &Quantity| -> Option<(u8, u8)> {
        let mut parts = text[q.text.start as usize..q.text.end as usize].split('/').map(|p| p.parse().ok());
        Some((parts.next()??, parts.next()??))
    };
    for quantity in quantities.iter().filter(|q| matches!(q.kind, QuantityKind::Date(_))) {
        if let Some((first, second)) = parts(quantity) {
            day_first |= first > 12;
            month_first |= second > 12;
        }
    }
    if day_first == month_first {
        return;
    }
    for quantity in quantities.iter_mut().filter(|q| q.ambiguous) {
        let QuantityKind::Date(date) = &mut quantity.kind else { continue };
        if month_first {
            std::mem::swap(&mut date.day, &mut date.month);
            quantity.value = date.first_day().map_or(0.0, f64::from);
        }
        quantity.ambiguous = false;
    }
}
