//! Days of the calendar, counted.

/// Days from 1970-01-01 to a day of the Gregorian calendar; days past the end of a month run into the next.
pub(super) fn day_number(year: u16, month: u8, day: u8) -> i32 {
    // Years are counted from March, so that the day that leap years add is the last of a year.
    let shifted = i32::from(month) <= 2;
    let year = i32::from(year) - i32::from(shifted);
    let month = (i32::from(month) + 9) % 12;
    let days = 365 * year + year / 4 - year / 100 + year / 400;
    days + (153 * month + 2) / 5 + i32::from(day) - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years_and_month_ends() {
        assert_eq!(day_number(1970, 1, 1), 0);
        assert_eq!(day_number(1970, 3, 1), 59);
        assert_eq!(day_number(2000, 3, 1), 11_017);
        assert_eq!(day_number(2024, 3, 1) - day_number(2024, 2, 28), 2);
        assert_eq!(day_number(2026, 1, 1) - day_number(2025, 1, 1), 365);
    }
}
