//! Dates that begin with a number: `2024-03-01`, `12/05/2026`, `1 March`, `2025 Q3`, `2026`.

use std::ops::RangeInclusive;

use super::super::words::Words;
use super::{Date, Found, day, follows_time_word, is_dash, month, period, plain, with_year, year};

/// Reads a date that begins with the number at `at`.
pub(in super::super) fn at_number(words: Words<'_>, at: usize) -> Option<Found> {
    dotted(words, at).or_else(|| numeric(words, at)).or_else(|| day_first(words, at)).or_else(|| year_first(words, at))
}

/// `1.3.2026`, which is one token: day first.
fn dotted(words: Words<'_>, at: usize) -> Option<Found> {
    let mut parts = words.raw(at).split('.');
    let mut part = |length: RangeInclusive<usize>| -> Option<u16> {
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
    let mut found = one_day_first(words, at)?;
    let joins = is_dash(words.lower(found.end)) || words.lower(found.end) == "to";
    if found.to.is_none()
        && joins
        && let Some(other) = one_day_first(words, found.end + 1).filter(|o| o.to.is_none())
    {
        found.from.year = found.from.year.or(other.from.year);
        found.to = Some(other.from);
        found.end = other.end;
    }
    Some(found)
}

/// The same, without a second month.
fn one_day_first(words: Words<'_>, at: usize) -> Option<Found> {
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
    let end = with_year(words, name + 1, &mut date);
    let to = last.map(|day| Date { day: Some(day), ..date });
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

/// Reads a date that begins with a year alone: a number that a date can be, where nothing is counted by it.
pub(in super::super) fn at_year(words: Words<'_>, at: usize) -> Option<Found> {
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
