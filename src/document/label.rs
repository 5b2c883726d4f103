//! The start of a line → its label, as in `**Problem:** Dispatchers re-key orders`.

use crate::document::guidance::is_among;
use crate::lexicon::lists;
use crate::span::TextRange;

/// A label and where the text after it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    /// Its words.
    pub(super) words: TextRange,
    /// Where the rest of the line starts.
    pub(super) rest: u32,
}

/// Longest label that no markup sets apart, in words and in bytes.
const PLAIN_WORDS: usize = 5;
const PLAIN_BYTES: usize = 64;
/// Longest label in bold, in words and in bytes.
const MARKED_WORDS: usize = 12;
const MARKED_BYTES: usize = 110;

/// The label that `line` of `text` starts with. `marked` is the bold, italic, linked or code run at its start.
pub(super) fn find(text: &str, line: TextRange, marked: Option<TextRange>) -> Option<Label> {
    marked.and_then(|run| set_apart(text, line, run)).or_else(|| plain(text, line, marked.is_some()))
}

/// True when `line` is a label with nothing after it.
pub(super) fn stands_alone(text: &str, line: TextRange) -> bool {
    slice(text, line).strip_suffix(':').is_some_and(|words| words.len() <= PLAIN_BYTES && is_plain_label(words, false))
}

fn slice(text: &str, range: TextRange) -> &str {
    &text[range.start as usize..range.end as usize]
}

/// A label that is a whole run of markup, followed (or ended) by a colon, or followed by a dash.
fn set_apart(text: &str, line: TextRange, run: TextRange) -> Option<Label> {
    let end = run.end.min(line.end);
    let raw = &text[line.start as usize..end as usize];
    let words = raw.trim();
    let start = line.start + (raw.len() - raw.trim_start().len()) as u32;
    let bare = words.trim_end_matches([':', '.']).trim_end();
    if bare.is_empty() || words.len() > MARKED_BYTES || word_count(words) > MARKED_WORDS {
        return None;
    }
    let after = &text[end as usize..line.end as usize];
    let value = after.trim_start_matches([' ', '\n']);
    let gap = raw.len() > words.len() || after.len() > value.len();
    let label = |words: &str, value: &str| Label {
        words: TextRange::new(start, start + words.len() as u32),
        rest: line.end - value.len() as u32,
    };
    if let Some(value) = separated(value, words.ends_with(':'), gap) {
        return (!value.is_empty()).then(|| label(bare, value));
    }
    if value.is_empty() || !gap {
        return None;
    }
    if words.ends_with('?') {
        return Some(label(words, value));
    }
    (words.ends_with('.') && is_run_in(bare)).then(|| label(bare, value))
}

/// What follows a colon or dash at the start of `value`; all of it where the colon was inside the markup.
fn separated(value: &str, colon_inside: bool, gap: bool) -> Option<&str> {
    let trimmed = |rest: &str| rest.len() - rest.trim_start().len();
    if let Some(rest) = value.strip_prefix(':') {
        return (rest.is_empty() || trimmed(rest) > 0).then(|| rest.trim_start());
    }
    if colon_inside {
        return Some(value);
    }
    for dash in ["- ", "-- ", "– ", "— ", "→ ", "-> ", "=> ", "= ", "| "] {
        if let Some(rest) = value.strip_prefix(dash) {
            return gap.then(|| rest.trim_start());
        }
    }
    // A long dash needs no room around it.
    value.strip_prefix(['—', '–']).filter(|rest| !rest.is_empty()).map(str::trim_start)
}

/// A title run into its paragraph: `**Reversibility.** Two-way door.` A short sentence in bold is none.
fn is_run_in(words: &str) -> bool {
    word_count(words) <= 6
        && !starts_sentence(words)
        && !words
            .split([' ', '-'])
            .any(|word| word.ends_with("ed") && word.len() > 4 || is_among(&lists::LABEL_VERBS, word))
}

/// A label that only its colon sets apart.
fn plain(text: &str, line: TextRange, marked: bool) -> Option<Label> {
    let whole = slice(text, line);
    let lead = whole.len() - whole.trim_start_matches(is_ornament).len();
    let body = &whole[lead..];
    let mut window = body.len().min(PLAIN_BYTES + 1);
    while !body.is_char_boundary(window) {
        window -= 1;
    }
    let colon = body[..window].find(':')?;
    let rest = &body[colon + 1..];
    let value = rest.trim_start();
    if value.is_empty() || value.len() == rest.len() || !is_plain_label(body[..colon].trim_end(), marked) {
        return None;
    }
    let start = line.start + lead as u32;
    let words = body[..colon].trim_end().len() as u32;
    Some(Label { words: TextRange::new(start, start + words), rest: line.end - value.len() as u32 })
}

fn is_plain_label(words: &str, marked: bool) -> bool {
    let words = words.trim_start_matches(is_ornament);
    words.starts_with(|letter: char| letter.is_uppercase() || (marked && letter.is_alphanumeric()) || letter == '#')
        && word_count(words) <= PLAIN_WORDS
        && !words.contains(['!', '?', ';', '"', '[', '{', '<', '='])
        && !words.contains(". ")
        && words.contains('(') == words.contains(')')
        && !matches!(words, "TODO" | "TBD" | "TBC" | "FIXME" | "XXX")
        && !starts_sentence(words)
}

fn starts_sentence(words: &str) -> bool {
    let first = words.split([' ', ',', '\'']).next().unwrap_or_default();
    // A single word is a label whatever it is, as in `In: the web app`.
    first.len() < words.len() && is_among(&lists::SENTENCE_STARTS, first)
}

fn word_count(words: &str) -> usize {
    words.split([' ', '\n', '/']).filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Emoji, bullets and the like before the words.
pub(super) fn is_ornament(character: char) -> bool {
    character == ' '
        || matches!(character, '•' | '·' | '▪' | '■' | '►' | '▶' | '→' | '✓' | '✗' | '»')
        || ('\u{2190}'..='\u{2bff}').contains(&character)
        || ('\u{1f000}'..='\u{1faff}').contains(&character)
}

/// Words without the emoji, number or letter that counts them: `3.2 Options`, `A) Options`, `🎯 Options`.
pub(super) fn without_number(words: &str) -> &str {
    let words = words.trim_start_matches(|c| is_ornament(c) || matches!(c, '(' | '*' | '-' | '–' | '—' | '#'));
    let digits = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let counted = words.len() - digits.len();
    let rest = if counted > 0 && counted <= 8 {
        // `3.2 Options`, `3) Options`, `3: Options`, `3 - Options`; a bare number and a word is `3 Options` only after a dot.
        let marked = words[..counted].contains('.') || digits.starts_with([')', ':']);
        marked.then(|| digits.trim_start_matches([')', ':', ']', ' ', '-', '–', '—']))
    } else {
        let mut letters = words.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), Some(')' | '.')) if letter.is_ascii_alphabetic() => {
                Some(letters.as_str()).filter(|rest| rest.starts_with(' '))
            }
            _ => None,
        }
    };
    match rest.map(|rest| rest.trim_start_matches(is_ornament)) {
        Some(rest) if rest.contains(char::is_alphabetic) => rest,
        _ => words,
    }
}
