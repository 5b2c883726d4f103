//! Text → lines that fit, measured as a terminal shows them.

use console::measure_text_width;

/// Columns that `text` takes on a terminal.
pub fn width(text: &str) -> usize {
    measure_text_width(text)
}

/// Characters that draw nothing or steer the terminal: they are never written as they stand.
pub(super) fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Text as one line that is safe to show: white space made single, unseen characters left out.
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let before = clean.len();
        if before > 0 {
            clean.push(' ');
        }
        let start = clean.len();
        clean.extend(word.chars().filter(|character| !is_unseen(*character)));
        if clean.len() == start {
            clean.truncate(before);
        }
    }
    clean
}

/// Breaks text at white space into lines of at most `columns`. A word that is longer stands on a line of its own,
/// except in scripts without spaces, which are broken between characters.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        for piece in pieces(word, columns) {
            let glue = usize::from(!line.is_empty() && !piece.follows);
            if !line.is_empty() && width(&line) + glue + width(piece.text) > columns {
                lines.push(std::mem::take(&mut line));
            } else if glue == 1 {
                line.push(' ');
            }
            line.push_str(piece.text);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

struct Piece<'a> {
    text: &'a str,
    /// Goes on from the piece before without a space.
    follows: bool,
}

/// A word whole, or character by character when it is too long and holds characters of double width.
fn pieces(word: &str, columns: usize) -> Vec<Piece<'_>> {
    let wide = |character: char| width(character.encode_utf8(&mut [0; 4])) == 2;
    if width(word) <= columns || !word.chars().any(wide) {
        return vec![Piece { text: word, follows: false }];
    }
    word.split_inclusive(|_| true).enumerate().map(|(index, text)| Piece { text, follows: index > 0 }).collect()
}

/// Cuts text to at most `columns` at the end of a word, with an ellipsis where something was left out.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(1);
    let mut taken = 0;
    let mut end = 0;
    let mut word_end = 0;
    for (offset, character) in text.char_indices() {
        if character.is_whitespace() {
            word_end = offset;
        }
        taken += width(character.encode_utf8(&mut [0; 4]));
        if taken > room {
            break;
        }
        end = offset + character.len_utf8();
    }
    let end = if word_end > end / 2 { word_end } else { end };
    let kept = text.get(..end).unwrap_or_default();
    format!("{}…", kept.trim_end_matches(|last: char| last.is_whitespace() || ",;:–—-".contains(last)))
}

/// Pads with spaces on the right to `columns`.
pub fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// Words as a quotation. Speech that brings its own marks gets no second ones.
pub fn quoted(words: &str) -> String {
    const MARKS: [char; 3] = ['"', '\u{201c}', '\u{201d}'];
    let inner = words.strip_prefix(MARKS).unwrap_or(words);
    let speech = inner.len() < words.len() && !inner.trim_end_matches(MARKS).contains(MARKS);
    match (speech, words.ends_with(MARKS)) {
        (true, true) => words.to_owned(),
        (true, false) => format!("\"{inner}\""),
        (false, _) => format!("\"{words}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("", 7), Vec::<String>::new());
        assert_eq!(wrap("a https://example.com/long b", 10), ["a", "https://example.com/long", "b"]);
    }

    #[test]
    fn scripts_without_spaces_break_between_characters() {
        assert_eq!(wrap("配送担当者は毎日注文を", 10), ["配送担当者", "は毎日注文", "を"]);
    }

    #[test]
    fn a_cut_ends_at_a_word_and_says_that_it_cut() {
        assert_eq!(cut("short", 10), "short");
        assert_eq!(cut("dispatchers re-key orders by hand", 20), "dispatchers re-key…");
        assert_eq!(cut("unbreakablewordthatgoeson", 10), "unbreakab…");
        assert_eq!(width(&cut("配送担当者は毎日注文を", 10)), 9);
    }

    #[test]
    fn what_steers_a_terminal_is_never_written() {
        assert_eq!(clean("red \u{1b}[31malert\u{7}\n  next\u{200b} \u{202e} end"), "red [31malert next end");
    }

    #[test]
    fn speech_keeps_its_own_marks() {
        assert_eq!(quoted("They wait."), "\"They wait.\"");
        assert_eq!(quoted("\"We wait,\""), "\"We wait,\"");
        assert_eq!(quoted("\"We wait, and then …"), "\"We wait, and then …\"");
        assert_eq!(quoted("\"Wait\" is what they say"), "\"\"Wait\" is what they say\"");
    }
}
