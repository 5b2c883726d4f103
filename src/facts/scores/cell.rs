//! The words of a cell → its number, where they can be read as one number only.

/// A number as a cell shows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shown<'t> {
    /// The number, `k` and its like applied; 80 for `80%`.
    pub(super) value: f64,
    /// What one more in the last digit shown would add: 0.1 for `4.5`, 1000 for `12k`.
    pub(super) step: f64,
    /// Written with a per cent sign.
    pub(super) percent: bool,
    /// What follows, in lower case and without the `s` of a plural: `wk`, `pm`, nothing.
    pub(super) unit: &'t str,
}

/// Longest unit, in bytes.
const LONGEST_UNIT: usize = 16;

/// Reads a cell, given in lower case; nothing for a range, a bound, an approximation, or what can be read in two ways.
pub(super) fn read(text: &str) -> Option<Shown<'_>> {
    let text = text.trim().trim_start_matches(['€', '$', '£', '₹', '#']).trim_start();
    let numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | ' ' | '\u{2009}' | '\u{202f}');
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let end = text.find(|c: char| !numeric(c)).unwrap_or(text.len());
    let numeral = text[..end].trim_end_matches(|c: char| !c.is_ascii_digit());
    let (number, step) = numeral_of(numeral)?;
    let rest = text[numeral.len()..].trim();
    let word_end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let (word, after) = rest.split_at(word_end);
    let scale = match word {
        "k" => 1e3,
        "mn" | "mio" | "million" => 1e6,
        "bn" | "billion" => 1e9,
        "lakh" | "lakhs" => 1e5,
        "crore" | "crores" => 1e7,
        // A million, a month, a metre.
        "m" | "b" => return None,
        _ => 1.0,
    };
    let rest = if scale > 1.0 { after.trim_start() } else { rest };
    let (percent, rest) = rest.strip_prefix('%').map_or((false, rest), |rest| (true, rest));
    let rest = rest.split('(').next().unwrap_or_default().trim();
    let plain = rest.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.'));
    if !plain
        || rest.starts_with('-')
        || rest.len() > LONGEST_UNIT
        || text.matches(|c: char| c.is_ascii_digit()).count() != digits(numeral)
    {
        return None;
    }
    let unit = rest.trim_end_matches('.');
    let unit = unit.strip_suffix('s').filter(|one| one.len() > 1).unwrap_or(unit);
    Some(Shown { value: number * scale, step: step * scale, percent, unit })
}

fn digits(text: &str) -> usize {
    text.matches(|c: char| c.is_ascii_digit()).count()
}

/// A number and the worth of its last digit; nothing for `1.200`, which is read in two ways.
fn numeral_of(numeral: &str) -> Option<(f64, f64)> {
    let mark = match (numeral.rfind('.'), numeral.rfind(',')) {
        (Some(dot), Some(comma)) => Some(dot.max(comma)),
        (Some(dot), None) => decimal_mark(numeral, dot, '.')?,
        (None, Some(comma)) => decimal_mark(numeral, comma, ',')?,
        (None, None) => None,
    };
    let (whole, fraction) = mark.map_or((numeral, ""), |at| (&numeral[..at], &numeral[at + 1..]));
    let groups: Vec<&str> = whole.split(|c: char| !c.is_ascii_digit()).collect();
    let last = groups.len() - 1;
    let grouped = groups.iter().enumerate().all(|(at, group)| match at {
        0 => !group.is_empty(),
        // Groups of two before the last are those of lakh and crore.
        _ => group.len() == 3 || group.len() == 2 && at < last,
    });
    if !grouped || fraction.chars().any(|c| !c.is_ascii_digit()) {
        return None;
    }
    let value: f64 = format!("{}.{fraction}0", groups.concat()).parse().ok()?;
    let places = i32::try_from(fraction.len()).ok()?;
    Some((value, 10_f64.powi(-places)))
}

/// Where the decimals of a number with one sort of mark begin: nowhere when it parts thousands. Fails where both could be.
#[expect(clippy::option_option, reason = "no decimals and no reading are two things")]
fn decimal_mark(numeral: &str, at: usize, mark: char) -> Option<Option<usize>> {
    let after = numeral.len() - at - 1;
    if numeral.matches(mark).count() > 1 {
        return Some(None);
    }
    match (after, mark) {
        (3, _) if numeral.starts_with('0') => Some(Some(at)),
        (3, ',') => Some(None),
        (3, _) if at <= 3 => None,
        _ => Some(Some(at)),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn numbers_of_cells_are_read_with_their_units() {
        for (text, value, step, unit) in [
            ("12k", 12_000.0, 1000.0, ""),
            ("1,425", 1425.0, 1.0, ""),
            ("1.234,50", 1234.5, 0.01, ""),
            ("1,234.5", 1234.5, 0.1, ""),
            ("₹ 1,20,000", 120_000.0, 1.0, ""),
            ("12 000", 12_000.0, 1.0, ""),
            ("0.125", 0.125, 0.001, ""),
            ("2 pm", 2.0, 1.0, "pm"),
            ("1.5 wks", 1.5, 0.1, "wk"),
            ("1,5 wks", 1.5, 0.1, "wk"),
            ("80% (12 calls said so)", 0.0, 0.0, "none"),
            ("3 (high)", 3.0, 1.0, ""),
            ("2 lakh", 200_000.0, 100_000.0, ""),
        ] {
            match read(text) {
                Some(shown) => assert_eq!((shown.value, shown.step, shown.unit), (value, step, unit), "{text}"),
                None => assert_eq!(unit, "none", "{text}"),
            }
        }
        assert!(read("80%").is_some_and(|shown| shown.percent));
    }

    #[test]
    fn what_can_be_read_in_two_ways_or_is_no_number_is_left_alone() {
        for text in ["1.200", "5m", "3-5", "3–5", "~80", "600+", "high", "4/5", "", "-", "3 to 4", "1.2.3", "<5"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
