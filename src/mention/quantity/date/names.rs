//! Dates that begin with a name: `March 1`, `June–August`, `Q3 2025`, `FY26`, `third quarter of 2026`.

use super::super::unit;
use super::super::vocabulary::{Role, role};
use super::super::words::Words;
use super::{
    Date, Found, day, edge_before, fiscal_code, follows_time_word, is_dash, period, plain, with_year, year, year_of,
};

/// Reads a date that begins with the month at `at`. `sure` months need nothing around them.
pub(in super::super) fn at_month(words: Words<'_>, at: usize, number: u8, sure: bool) -> Option<Found> {
    let mut found = one_month(words, at, number)?;
    let by = words.lower(found.end);
    let joins =
        is_dash(by) || matches!(by, "to" | "through" | "/") || (by == "and" && words.before(at, 1) == "between");
    if found.to.is_none()
        && joins
        && let Some(Role::Month { number, .. }) = role(words.lower(found.end + 1))
        && let Some(other) = one_month(words, found.end + 1, number).filter(|o| o.to.is_none())
    {
        found.from.year = found.from.year.or(other.from.year);
        found.to = Some(other.from);
        found.end = other.end;
        return Some(found);
    }
    let certain = sure
        || found.from.year.is_some()
        || found.from.day.is_some()
        || follows_time_word(words, at)
        || (at == 0 && words.len() == 1)
        || matches!(words.before(at, 1), "(" | "–" | "→" | "->")
        || (words.before(at, 1) == "of" && edge_before(words, at).is_some());
    certain.then_some(found)
}

/// A month with its days and its year: `March`, `March 1, 2026`, `March 3–7`.
fn one_month(words: Words<'_>, at: usize, number: u8) -> Option<Found> {
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
    Some(Found { to, ..Found::new(at, end, date) })
}

/// True when the number after a month is its day and does not count what follows.
fn is_day(words: Words<'_>, at: usize) -> bool {
    let next = at + 1;
    !(words.is_plural(next) || matches!(words.lower(next), "of" | "out") || unit::after(words, next).is_some())
}

/// Reads a date that begins with a code: `Q3 2025`, `H2`, `FY26`; or with `fiscal`.
pub(in super::super) fn at_code(words: Words<'_>, at: usize) -> Option<Found> {
    let word = words.lower(at);
    if let Some(year) = fiscal_code(word) {
        let split = matches!(words.lower(at + 1), "/" | "-") && words.touches(at + 1) && words.touches(at + 2);
        let end = if split && plain(words, at + 2).is_some() { at + 3 } else { at + 1 };
        let date = Date { fiscal: word.starts_with('f'), ..Date::of_year(year) };
        return Some(with_period(words, at, end, date));
    }
    if matches!(word, "fy" | "fiscal") {
        let (year, _, end) = year_of(words, at)?;
        return Some(with_period(words, at, end, Date { fiscal: true, ..Date::of_year(year) }));
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

/// A year, and the quarter or half of it that follows at `end`: `FY26 Q3`.
fn with_period(words: Words<'_>, start: usize, end: usize, year: Date) -> Found {
    match period(words.lower(end)) {
        Some(part) => Found::new(start, end + 1, Date { quarter: part.quarter, half: part.half, ..year }),
        None => Found::new(start, end, year),
    }
}

/// `third quarter of 2026`: `quarter` stands at `at`.
pub(in super::super) fn at_quarter(words: Words<'_>, at: usize) -> Option<Found> {
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
