//! Dates: days, months, quarters, halves and years, alone or as the end or start of something.

use super::numeral;
use super::vocabulary::{Role, role};
use super::words::Words;
use super::{Quantity, QuantityKind, unit};

mod calendar;

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

fn day(words: Words<'_>, at: usize) -> Option<u8> {
    let numeral = if words.is_number(at) { numeral::read(words.lower(at))? } else { return None };
    let fits = !numeral.decimal
        && (1.0..=31.0).contains(&numeral.value)
        && words.raw(at).len() - numeral.suffix.len() <= 2
        && matches!(numeral.suffix, "" | "st" | "nd" | "rd" | "th");
    fits.then_some(numeral.value as u8)
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

/// Reads a date that begins with the number at `at`.
pub(super) fn at_number(words: Words<'_>, at: usize) -> Option<Found> {
    dotted(words, at).or_else(|| numeric(words, at)).or_else(|| day_first(words, at)).or_else(|| year_first(words, at))
}

/// `1.3.2026`, which is one token: day first.
fn dotted(words: Words<'_>, at: usize) -> Option<Found> {
    let mut parts = words.raw(at).split('.');
    let mut part = |length: std::ops::RangeInclusive<usize>| -> Option<u16> {
        parts.next().filter(|p| length.contains(&p.len()))?.parse().ok()
    };
    let (day, month, year) = (part(1..=2)?, part(1..=2)?, part(4..=4)?);
    let fits = (1..=31).contains(&day) && (1..=12).contains(&month) && (1900..2100).contains(&year);
    let date = Date { day: Some(day as u8), month: Some(month as u8), ..Date::of_year(year) };
    (fits && parts.next().is_none()).then(|| Found::new(at, at + 1, date))
}

/// Numbers joined by hyphens or slashes: `2024-03-01`, `12/05/2026`, `2024-03`, `2024/25`.
fn numeric(words: Words<'_>, at: usize) -> Option<Found> {
    let mark = words.raw(at + 1);
    let joined = |i: usize| words.raw(i) == mark && words.touches(i) && words.touches(i + 1);
    if !(matches!(mark, "/" | "-" | "–" | "‑") && joined(at + 1)) {
        return None;
    }
    let (first, first_len) = plain(words, at)?;
    let (second, second_len) = plain(words, at + 2)?;
    if !joined(at + 3) {
        let year = year(words, at)?;
        if second_len != 2 {
            return None;
        }
        if second == first % 100 + 1 && (mark != "-" || second > 12) {
            return Some(Found::new(at, at + 3, Date { fiscal: true, ..Date::of_year(year) }));
        }
        let date = Date { month: Some(second as u8), ..Date::of_year(year) };
        return (mark == "-" && (1..=12).contains(&second)).then(|| Found::new(at, at + 3, date));
    }
    let (third, third_len) = plain(words, at + 4)?;
    let build = |year: u32, month: u32, day: u32| {
        let fits = (1..=12).contains(&month) && (1..=31).contains(&day) && (1900..2100).contains(&year);
        fits.then(|| Date { month: Some(month as u8), day: Some(day as u8), ..Date::of_year(year as u16) })
    };
    if first_len == 4 {
        return Some(Found::new(at, at + 5, build(first, second, third)?));
    }
    let year = match third_len {
        4 => third,
        2 if mark == "/" => 2000 + third,
        _ => return None,
    };
    let date = build(year, second, first).or_else(|| build(year, first, second))?;
    let ambiguous = first <= 12 && second <= 12 && first != second;
    Some(Found { ambiguous, ..Found::new(at, at + 5, date) })
}

/// `1 March 2026`, `1st of March`, `3–7 March`, `28 Feb – 3 Mar 2026`, `1-Mar-2026`.
fn day_first(words: Words<'_>, at: usize) -> Option<Found> {
    let first = day(words, at)?;
    let mut end = at + 1;
    let mut last = None;
    if (is_dash(words.lower(end)) || words.lower(end) == "to")
        && let Some(day) = day(words, end + 1)
        && month(words, end + 2).is_some()
        && day > first
    {
        last = Some(day);
        end += 2;
    }
    let joined = words.lower(end) == "-" && words.touches(end) && words.touches(end + 1);
    let name = end + usize::from(joined || words.lower(end) == "of");
    let month = month(words, name).filter(|_| words.is_capital(name))?;
    let mut date = Date { day: Some(first), month: Some(month), ..Date::default() };
    let mut end = with_year(words, name + 1, &mut date);
    let mut to = last.map(|day| Date { day: Some(day), ..date });
    if to.is_none()
        && (is_dash(words.lower(end)) || words.lower(end) == "to")
        && let Some(other) = day_first(words, end + 1).filter(|o| o.to.is_none())
    {
        date.year = date.year.or(other.from.year);
        to = Some(other.from);
        end = other.end;
    }
    Some(Found { to, ..Found::new(at, end, date) })
}

/// `2025 Q3`, `2025-H2`.
fn year_first(words: Words<'_>, at: usize) -> Option<Found> {
    let year = year(words, at)?;
    let joined = is_dash(words.lower(at + 1)) && words.touches(at + 1) && words.touches(at + 2);
    let next = at + 1 + usize::from(joined);
    let mut date = period(words.lower(next))?;
    date.year = Some(year);
    Some(Found::new(at, next + 1, date))
}

/// `q3`, `h2`.
fn period(word: &str) -> Option<Date> {
    match word.as_bytes() {
        [b'q', n @ b'1'..=b'4'] => Some(Date { quarter: Some(n - b'0'), ..Date::default() }),
        [b'h', n @ b'1'..=b'2'] => Some(Date { half: Some(n - b'0'), ..Date::default() }),
        _ => None,
    }
}

/// Reads a date that begins with a year alone: a number that a date can be, where nothing is counted by it.
pub(super) fn at_year(words: Words<'_>, at: usize) -> Option<Found> {
    let year = year(words, at)?;
    let found = || Some(Found::new(at, at + 1, Date::of_year(year)));
    if is_dash(words.lower(at + 1))
        && let Some(to) = self::year(words, at + 2).filter(|&to| to > year)
    {
        return Some(Found { to: Some(Date::of_year(to)), ..Found::new(at, at + 3, Date::of_year(year)) });
    }
    let near = (2010..2040).contains(&year);
    let counts = words.is_plural(at + 1);
    if follows_time_word(words, at) {
        return if counts && !near { None } else { found() };
    }
    if counts || !near || matches!(words.lower(at + 1), "of" | "+" | "/" | "=" | "×") {
        return None;
    }
    found()
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

/// Reads a date that begins with the month at `at`. `sure` months need nothing around them.
pub(super) fn at_month(words: Words<'_>, at: usize, number: u8, sure: bool) -> Option<Found> {
    let name = at + 1;
    // `Jan.`
    let dotted = usize::from(words.raw(name) == "." && words.raw(at).len() <= 4 && words.is_number(name + 1));
    let mut date = Date { month: Some(number), ..Date::default() };
    let mut end = at + 1;
    let mut to = None;
    if !words.is_capital(at) && year(words, name).is_none() {
        return None;
    }
    if let Some(day) = day(words, name + dotted).filter(|_| is_day(words, name + dotted)) {
        date.day = Some(day);
        end = name + dotted + 1;
        if is_dash(words.lower(end))
            && let Some(last) = self::day(words, end + 1).filter(|&last| last > day)
        {
            to = Some(Date { day: Some(last), ..date });
            end += 2;
        }
        end = with_year(words, end, &mut date);
        to = to.map(|to| Date { year: date.year, ..to });
    } else {
        let after = with_year(words, name + dotted, &mut date);
        end = if date.year.is_some() { after } else { end };
    }
    let dash = is_dash(words.lower(end)) || matches!(words.lower(end), "to" | "through" | "and" | "/");
    if to.is_none()
        && dash
        && let Some(Role::Month { number, .. }) = role(words.lower(end + 1))
        && let Some(other) = at_month(words, end + 1, number, true).filter(|o| o.to.is_none())
        && (words.lower(end) != "and" || words.before(at, 1) == "between")
    {
        if date.year.is_none() {
            date.year = other.from.year;
        }
        return Some(Found { to: Some(other.from), ..Found::new(at, other.end, date) });
    }
    let certain = sure
        || date.year.is_some()
        || date.day.is_some()
        || follows_time_word(words, at)
        || (at == 0 && words.len() == 1)
        || matches!(words.before(at, 1), "(" | "–" | "→" | "->")
        || (words.before(at, 1) == "of" && edge_before(words, at).is_some());
    certain.then_some(Found { to, ..Found::new(at, end, date) })
}

/// True when the number after a month is its day and does not count what follows.
fn is_day(words: Words<'_>, at: usize) -> bool {
    let next = at + 1;
    !(words.is_plural(next) || matches!(words.lower(next), "of" | "out") || unit::after(words, next).is_some())
}

/// Reads a date that begins with a code: `Q3 2025`, `H2`, `FY26`; or with `fiscal`.
pub(super) fn at_code(words: Words<'_>, at: usize) -> Option<Found> {
    let word = words.lower(at);
    if let Some(year) = fiscal_code(word) {
        let split = matches!(words.lower(at + 1), "/" | "-") && words.touches(at + 1) && words.touches(at + 2);
        let end = if split && plain(words, at + 2).is_some() { at + 3 } else { at + 1 };
        let date = Date { fiscal: word.starts_with('f'), ..Date::of_year(year) };
        return Some(match period(words.lower(end)) {
            Some(part) => Found::new(at, end + 1, Date { quarter: part.quarter, half: part.half, ..date }),
            None => Found::new(at, end, date),
        });
    }
    if matches!(word, "fy" | "fiscal") {
        let (year, _, end) = year_of(words, at)?;
        return Some(Found::new(at, end, Date { fiscal: true, ..Date::of_year(year) }));
    }
    let mut date = period(word)?;
    let mut end = with_year(words, at + 1, &mut date);
    let mut to = None;
    let dash = is_dash(words.lower(end)) || matches!(words.lower(end), "/" | "to" | "and" | "&");
    if dash && let Some(mut last) = period(words.lower(end + 1)).filter(|l| l.half.is_some() == date.half.is_some()) {
        let joined = !matches!(words.lower(end), "and" | "&");
        let after = with_year(words, end + 2, &mut last);
        if joined {
            date.year = date.year.or(last.year);
            date.fiscal |= last.fiscal;
            to = Some(last);
            end = after;
        }
    }
    let question = date.quarter.is_some() && date.year.is_none() && words.raw(words.len() - 1) == "?" && at == 0;
    // `H1` alone is a hypothesis or a heading as often as half of a year.
    let half = date.half.is_some() && date.year.is_none() && to.is_none() && !follows_time_word(words, at);
    (!question && !half).then_some(Found { to, ..Found::new(at, end, date) })
}

/// `third quarter of 2026`: `quarter` stands at `at`.
pub(super) fn at_quarter(words: Words<'_>, at: usize) -> Option<Found> {
    let quarter = match words.before(at, 1) {
        "first" | "1st" => 1,
        "second" | "2nd" => 2,
        "third" | "3rd" => 3,
        "fourth" | "4th" | "last" | "final" => 4,
        _ => return None,
    };
    let mut date = Date { quarter: Some(quarter), ..Date::default() };
    let end = with_year(words, at + 1, &mut date);
    date.year.is_some().then(|| Found::new(at - 1, end, date))
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
