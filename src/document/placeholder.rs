//! Reading text → the placeholders in it that nobody filled in.

use crate::document::guidance::is_among;
use crate::document::scan;
use crate::lexicon::lists;
use crate::span::TextRange;

/// Where the next place is at which a placeholder may begin: a sign, or two capitals in a row.
#[expect(clippy::needless_bitwise_bool, reason = "a comparison without branches is made for many bytes at once")]
fn next_start(bytes: &[u8], from: usize) -> Option<usize> {
    scan::find(bytes, from, |first, second| {
        let sign = (first == b'[') | (first == b'{') | (first == b'<') | (first == b'_') | (first == b'$');
        let letter = (first == b'X') | (second == b'%');
        sign | letter | (first.is_ascii_uppercase() & second.is_ascii_uppercase())
    })
}

/// Calls `found` for each placeholder of `range`, in order.
pub(super) fn find(text: &str, range: TextRange, mut found: impl FnMut(TextRange)) {
    let whole = &text[range.start as usize..range.end as usize];
    if whole.len() < LONGEST_ALONE && is_only_placeholder(whole) {
        found(range);
        return;
    }
    let bytes = whole.as_bytes();
    let mut at = 0;
    while let Some(next) = next_start(bytes, at) {
        at = next;
        let len = match bytes[at] {
            b'[' => bracketed(whole, at, ']', |inner| is_blank(inner, quoted(bytes, at))),
            b'{' => braced(whole, at),
            b'<' => {
                bracketed(whole, at, '>', |inner| starts_word(bytes, at) && is_name(inner) && is_blank(inner, false))
            }
            b'_' => underscores(bytes, at),
            b'$' => stand_in(&bytes[at + 1..]).map(|len| len + 1),
            b'T' | b'X' | b'N' | b'Y' | b'F' if starts_word(bytes, at) => word(whole, at),
            _ => None,
        };
        match len {
            Some(len) => {
                let start = range.start + at as u32;
                found(TextRange::new(start, start + len as u32));
                at += len;
            }
            None => at += 1,
        }
    }
}

/// Longer text, in bytes, is no placeholder as a whole.
const LONGEST_ALONE: usize = 24;

/// Text that stands for nothing as a whole.
fn is_only_placeholder(words: &str) -> bool {
    let bare = words.trim_matches(|mark: char| !mark.is_alphanumeric());
    if is_among(&lists::TO_WRITE, bare) {
        return true;
    }
    if words.len() >= 3 && words.bytes().all(|byte| byte == b'.') {
        return true;
    }
    let words = words.trim_end_matches('.');
    words.eq_ignore_ascii_case("n/a")
        || (words.len() >= 2 && words.chars().all(|letter| matches!(letter, '…' | '?' | '_' | ' ')))
}

fn starts_word(bytes: &[u8], at: usize) -> bool {
    at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'/' | b'_' | b'.' | b'-' | b'@'))
}

fn ends_word(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_none_or(|next| !(next.is_ascii_alphanumeric() || matches!(next, b'_' | b'@')))
}

/// Longest text that is looked at inside brackets, and for the question behind a gap.
const INSIDE: usize = 120;

/// Length of what brackets hold, with them, where `fits` says yes to the inside.
fn bracketed(words: &str, at: usize, close: char, fits: impl Fn(&str) -> bool) -> Option<usize> {
    let bytes = words.as_bytes();
    let ahead = &bytes[at + 1..bytes.len().min(at + 1 + INSIDE)];
    let len = ahead.iter().position(|byte| matches!(byte, b'[' | b'<' | b'\n') || *byte == close as u8)?;
    (ahead[len] == close as u8 && fits(&words[at + 1..at + 1 + len])).then_some(len + 2)
}

/// Inside a quotation, where brackets mark what an editor put in.
fn quoted(bytes: &[u8], at: usize) -> bool {
    let from = at.saturating_sub(400);
    memchr::memchr_iter(b'"', &bytes[from..at]).count() % 2 == 1
}

/// What stands in square brackets is to be filled in.
fn is_blank(inner: &str, quoted: bool) -> bool {
    if matches!(inner, "X" | "Y" | "Z" | "N" | "XX" | "YY" | "XXX" | "#" | "...." | "___" | "%") {
        return true;
    }
    let article = ["the ", "a ", "an ", "this ", "our ", "their ", "his ", "her "];
    if quoted && article.iter().any(|start| inner.starts_with(start)) || inner.contains("://") {
        return false;
    }
    let words = || inner.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let Some(first) = words().next() else { return false };
    is_among(&lists::BLANK_ASKS, first)
        || words().any(|word| word.eq_ignore_ascii_case("your"))
        || (words().count() <= 3 && words().any(|word| is_among(&lists::BLANKS, word)))
}

/// `<name>`, `<your product>`: words and nothing else.
fn is_name(inner: &str) -> bool {
    inner.starts_with(char::is_alphabetic)
        && inner.split(' ').count() <= 8
        && inner
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '_' | '-' | '\'' | ',' | '/' | '.'))
}

/// `{{owner}}` or `{owner}`.
fn braced(words: &str, at: usize) -> Option<usize> {
    let bytes = words.as_bytes();
    if bytes.get(at + 1) == Some(&b'{') {
        return bracketed(words, at + 1, '}', is_name_or_blank)
            .filter(|len| bytes.get(at + 1 + len) == Some(&b'}'))
            .map(|len| len + 2);
    }
    let fits = |inner: &str| starts_word(bytes, at) && is_name(inner.trim()) && is_blank(inner, false);
    bracketed(words, at, '}', fits)
}

fn is_name_or_blank(inner: &str) -> bool {
    is_name(inner.trim())
}

/// A line to write on: three underscores or more.
fn underscores(bytes: &[u8], at: usize) -> Option<usize> {
    let len = bytes[at..].iter().take_while(|byte| **byte == b'_').count();
    let apart = (at == 0 || !bytes[at - 1].is_ascii_alphanumeric()) && ends_word(bytes, at + len);
    (len >= 3 && apart).then_some(len)
}

/// Length of letters that stand in for a number: `X`, `XX`, `N`, `Y`.
fn stand_in(bytes: &[u8]) -> Option<usize> {
    let first = *bytes.first()?;
    let len = bytes.iter().take_while(|byte| **byte == first).count();
    let unit = usize::from(matches!(bytes.get(len), Some(b'k' | b'K' | b'M' | b'm')));
    (matches!(first, b'X' | b'N' | b'Y' | b'x' | b'_') && len <= 4 && ends_word(bytes, len + unit))
        .then_some(len + unit)
}

/// Says when or with whom it will be decided, or what the question is: open, and known to be.
fn is_to_come(after: &str) -> bool {
    const WHEN: [&str; 6] = [" in ", " at ", " after ", " with ", " once ", " when "];
    let told = |start: &str| after.strip_prefix(start).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    // Only so far: each gap of a long line would else be a walk to its end.
    let mut sentence = after.bytes().take(INSIDE).take_while(|byte| !matches!(byte, b'.' | b'!' | b'\n'));
    WHEN.iter().any(|start| told(start)) || sentence.any(|byte| byte == b'?')
}

/// The mark is the subject of the talk: `accepts TBD as complete`, `TBD fields are refused`.
fn is_spoken_of(after: &str) -> bool {
    const ABOUT: [&str; 8] =
        [" as ", " fields", " values", " entries", " placeholder", " counts as", " is not a", " markers"];
    ABOUT.iter().any(|start| after.starts_with(start))
}

fn word(words: &str, at: usize) -> Option<usize> {
    let bytes = words.as_bytes();
    let len = bytes[at..].iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    if !ends_word(bytes, at + len) {
        return None;
    }
    let after = &words[at + len..];
    match &words[at..at + len] {
        "TBD" | "TBC" if is_to_come(after) || is_spoken_of(after) => None,
        "TBD" | "TBC" | "TK" | "FIXME" | "XXX" | "XXXX" => Some(len),
        "TODO" => {
            let product = [" list", " app", " item", "-list", " MVC", "s "];
            (!product.iter().any(|noun| after.starts_with(noun))).then_some(len)
        }
        "X" | "XX" | "N" | "NN" | "Y" | "YY" if after.starts_with('%') => Some(len + 1),
        "X" if after.starts_with(" to Y") && ends_word(after.as_bytes(), " to Y".len()) => Some(len + " to Y".len()),
        _ => None,
    }
}
