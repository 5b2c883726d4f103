//! A computed number → as a person writes it.

use crate::mention::quantity::QuantityKind;

/// A number with its unit, where the unit is a sign: `40%`, `1,250`, `0.4`. Four digits that count are kept.
pub(super) fn amount(value: f64, kind: QuantityKind) -> String {
    let unit = match kind {
        QuantityKind::Percent => "%",
        QuantityKind::PercentagePoints => " percentage points",
        _ => "",
    };
    format!("{}{unit}", number(value))
}

/// A number with its thousands parted, and no more than four digits that count.
pub(crate) fn number(value: f64) -> String {
    if !value.is_finite() {
        return String::from("∞");
    }
    let whole = value.abs() >= 1000.0;
    let decimals = if whole || value == 0.0 { 0 } else { (3 - value.abs().log10().floor() as i32).clamp(0, 6) };
    let written = format!("{:.*}", decimals as usize, value.abs());
    let (integer, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let mut parted = String::new();
    for (at, digit) in integer.chars().enumerate() {
        if at > 0 && (integer.len() - at).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(digit);
    }
    let fraction = fraction.trim_end_matches('0');
    let minus = if value < 0.0 { "-" } else { "" };
    if fraction.is_empty() { format!("{minus}{parted}") } else { format!("{minus}{parted}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_written_short_and_with_their_thousands_parted() {
        let written = [40.0, 1_234_567.0, 0.125, 33.333_33, -12.5, 0.0].map(number);
        assert_eq!(written, ["40", "1,234,567", "0.125", "33.33", "-12.5", "0"]);
    }
}
