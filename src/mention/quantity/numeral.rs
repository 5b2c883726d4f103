//! One written number → its value: `1,200.50`, `1.200,50`, `1,20,000`, `2½`, `twenty-five`.

use super::vocabulary::{Role, role};
use super::words::Words;

/// A number as one token writes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral<'a> {
    pub(super) value: f64,
    /// Letters attached to it.
    pub(super) suffix: &'a str,
    /// How many digits, when there are only digits; 0 otherwise.
    pub(super) digits: usize,
    /// It has a decimal part.
    pub(super) decimal: bool,
    /// Can be read in two ways.
    pub(super) ambiguous: bool,
    /// Begins with a zero that means nothing: `007`.
    pub(super) padded: bool,
}

/// Reads a number token; none where it is a version, an address or a list of numbers.
pub(super) fn read(word: &str) -> Option<Numeral<'_>> {
    let end = word.bytes().position(|b| !(b.is_ascii_digit() || matches!(b, b'.' | b',' | b'_')));
    let (figure, suffix) = word.split_at(end.unwrap_or(word.len()));
    if let Some((part, suffix)) = vulgar(suffix) {
        let whole = if figure.is_empty() { 0.0 } else { digits(figure)? };
        return Some(Numeral {
            value: whole + part,
            suffix,
            digits: 0,
            decimal: true,
            ambiguous: false,
            padded: false,
        });
    }
    let shape = shape(figure)?;
    let (whole, part) = match shape.point {
        Some(point) => (&figure[..point], &figure[point + 1..]),
        None => (figure, ""),
    };
    let scale = part.bytes().fold(1.0, |scale, _| scale * 10.0);
    let value = (fold(whole) * scale + fold(part)) / scale;
    let plain = figure.bytes().all(|b| b.is_ascii_digit());
    Some(Numeral {
        value,
        suffix,
        digits: if plain { figure.len() } else { 0 },
        decimal: shape.point.is_some(),
        ambiguous: shape.ambiguous,
        padded: plain && figure.len() > 1 && figure.starts_with('0'),
    })
}

fn vulgar(suffix: &str) -> Option<(f64, &str)> {
    let first = suffix.chars().next()?;
    let value = match first {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅕' => 0.2,
        '⅛' => 0.125,
        _ => return None,
    };
    Some((value, &suffix[first.len_utf8()..]))
}

fn digits(figure: &str) -> Option<f64> {
    figure.bytes().all(|b| b.is_ascii_digit()).then(|| fold(figure))
}

fn fold(figure: &str) -> f64 {
    figure.bytes().filter(u8::is_ascii_digit).fold(0.0, |value, b| value * 10.0 + f64::from(b - b'0'))
}

struct Shape {
    /// Where the decimal point or comma stands.
    point: Option<usize>,
    ambiguous: bool,
}

/// Tells separators of thousands from the decimal point.
fn shape(figure: &str) -> Option<Shape> {
    let bytes = figure.as_bytes();
    let is_mark = |b: u8| matches!(b, b'.' | b',');
    let count = bytes.iter().filter(|&&b| is_mark(b)).count();
    if bytes.is_empty() {
        return None;
    }
    let Some(last) = bytes.iter().rposition(|&b| is_mark(b)) else {
        return Some(Shape { point: None, ambiguous: false });
    };
    let first = bytes.iter().position(|&b| is_mark(b))?;
    let after = bytes.len() - last - 1;
    if count == 1 {
        let groups = after == 3 && (1..=3).contains(&last) && bytes[0] != b'0';
        return Some(match (bytes[last], groups) {
            (b',', true) => Shape { point: None, ambiguous: false },
            (b',', false) => Shape { point: Some(last), ambiguous: after > 2 },
            (_, groups) => Shape { point: Some(last), ambiguous: groups },
        });
    }
    let mixed = bytes[first] != bytes[last];
    let whole = if mixed { &bytes[..last] } else { bytes };
    let separator = bytes[first];
    // A second decimal point, or separators of two sorts among the thousands.
    if whole.iter().any(|&b| is_mark(b) && b != separator) {
        return None;
    }
    let mut groups = whole.rsplit(|&b| b == separator);
    let lowest = groups.next()?;
    let lengths_fit = lowest.len() == 3
        && whole.split(|&b| b == separator).skip(1).all(|g| matches!(g.len(), 2 | 3))
        && whole.split(|&b| b == separator).next().is_some_and(|g| (1..=3).contains(&g.len()));
    // Groups of two belong to lakhs, which are written with commas.
    let lakhs = whole.split(|&b| b == separator).skip(1).any(|g| g.len() == 2);
    (lengths_fit && !(lakhs && separator == b'.')).then_some(Shape { point: mixed.then_some(last), ambiguous: false })
}

/// Reads a number written in words from `at` on, and returns it with its end: `twenty-five`, `two hundred`.
pub(super) fn spelled(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let (mut value, mut end) = tens(words, at)?;
    if words.lower(end) == "hundred" {
        (value, end) = below_hundred(words, end + 1, value * 100.0);
    }
    if words.lower(end) == "and" && words.lower(end + 1) == "a" && words.lower(end + 2) == "half" {
        value += 0.5;
        end += 3;
    }
    Some((value, end))
}

/// A number under a hundred: `twelve`, `twenty-five`.
fn tens(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let Some(Role::Small(small)) = role(words.lower(at)) else { return None };
    let end = at + 1;
    let hyphen = words.lower(end) == "-" && words.touches(end) && words.touches(end + 1);
    let next = end + usize::from(hyphen);
    match role(words.lower(next)) {
        Some(Role::Small(unit @ 1..10)) if small >= 20 => Some((f64::from(small + unit), next + 1)),
        _ => Some((f64::from(small), end)),
    }
}

/// Adds what follows the hundreds, which end before `at`: `and ten` in `two hundred and ten`. Returns the sum and its end.
pub(super) fn below_hundred(words: Words<'_>, at: usize, hundreds: f64) -> (f64, usize) {
    let next = at + usize::from(words.lower(at) == "and");
    tens(words, next).map_or((hundreds, at), |(rest, end)| (hundreds + rest, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_told_from_the_decimal_point() {
        let table = [
            ("40", Some(40.0)),
            ("4.25", Some(4.25)),
            ("0.05", Some(0.05)),
            ("1,200", Some(1200.0)),
            ("1,200.50", Some(1200.5)),
            ("1.200,50", Some(1200.5)),
            ("1.200.000", Some(1_200_000.0)),
            ("1,20,000", Some(120_000.0)),
            ("12,34,56,789", Some(123_456_789.0)),
            ("12,5", Some(12.5)),
            ("1_000", Some(1000.0)),
            ("½", Some(0.5)),
            ("2½", Some(2.5)),
            ("1.2.3", None),
            ("192.168.0.1", None),
            ("1,2,3", None),
            ("1,200.500.1", None),
        ];
        for (word, want) in table {
            assert_eq!(read(word).map(|n| n.value), want, "{word}");
        }
    }

    #[test]
    fn a_point_before_three_digits_can_be_read_in_two_ways() {
        let table = [("1.200", true), ("12.500", true), ("0.125", false), ("1.25", false), ("1,200", false)];
        for (word, want) in table {
            assert_eq!(read(word).map(|n| n.ambiguous), Some(want), "{word}");
        }
    }
}
