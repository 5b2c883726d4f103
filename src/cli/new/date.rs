//! The date of an artifact: what was given, or what the build says that it is.

use std::env;

use crate::cli::complaint::Complaint;

/// The day that SOURCE_DATE_EPOCH stands for, if it is set.
pub(super) fn of_the_build() -> Result<Option<String>, Complaint> {
    let Some(value) = env::var_os("SOURCE_DATE_EPOCH").filter(|value| !value.is_empty()) else { return Ok(None) };
    let day = value.to_str().and_then(|value| value.trim().parse::<u64>().ok()).and_then(day);
    day.map(Some).ok_or_else(|| {
        Complaint::new(
            format!("SOURCE_DATE_EPOCH is {:?}, which is no count of seconds since 1970", value.to_string_lossy()),
            "set it to a whole number, unset it, or give a date with --date",
        )
    })
}

/// `YYYY-MM-DD` of a count of seconds since 1970, up to the year 9999.
fn day(seconds: u64) -> Option<String> {
    let (mut days, mut year) = (seconds / 86_400, 1970);
    while days >= length(year) {
        days -= length(year);
        year += 1;
        if year > 9999 {
            return None;
        }
    }
    let february = if length(year) == 366 { 29 } else { 28 };
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    Some(format!("{year:04}-{month:02}-{:02}", days + 1))
}

fn length(year: u64) -> u64 {
    if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) { 366 } else { 365 }
}

/// `YYYY-MM-DD`, with a month and a day that there are.
pub(super) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(year, 4)
        && digits(month, 2)
        && digits(day, 2)
        && month.parse().is_ok_and(|month: u8| (1..=12).contains(&month))
        && day.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_stand_for_the_day_that_they_fall_in() {
        for (seconds, says) in [
            (0, "1970-01-01"),
            (951_782_399, "2000-02-28"),
            (951_782_400, "2000-02-29"),
            (1_709_251_200, "2024-03-01"),
            (1_735_689_599, "2024-12-31"),
            (4_107_542_400, "2100-03-01"),
        ] {
            assert_eq!(day(seconds).as_deref(), Some(says));
        }
        assert_eq!(day(u64::MAX), None);
    }

    #[test]
    fn a_date_has_a_month_and_a_day_that_there_are() {
        assert!(is_date("2025-03-31"));
        for text in ["2025-13-01", "2025-00-10", "2025-1-1", "31-03-2025", "2025-03-32", ""] {
            assert!(!is_date(text), "{text}");
        }
    }
}
