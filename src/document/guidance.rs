//! Words → whether a template speaks and not the author.

use crate::lexicon::lists;

/// True when `word` is one of the words of `list`, whatever its case.
pub(super) fn is_among(list: &[&str], word: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// What stands for nothing in a table.
pub(super) fn is_empty_cell(words: &str) -> bool {
    matches!(words, "-" | "--" | "---" | "–" | "—" | "N/A" | "n/a" | "N/a")
}

/// `[Describe the problem]`, `{Describe…}`, `<describe…>` as the whole text.
pub(super) fn is_bracketed(words: &str) -> bool {
    if !words.starts_with(['[', '{', '<']) {
        return false;
    }
    let words = words.trim_end_matches(['.', ' ']);
    let close = match words.as_bytes() {
        [b'[', .., b']'] => ']',
        [b'{', .., b'}'] => '}',
        [b'<', .., b'>'] => '>',
        _ => return false,
    };
    let inner = &words[1..words.len() - 1];
    let letters = inner.bytes().any(|byte| byte.is_ascii_alphabetic());
    letters
        && !inner.contains(close)
        && !inner.contains("://")
        // A table as wikis write it: `{| … |}`.
        && !inner.starts_with('|')
        && (inner.contains(' ') || inner.starts_with(char::is_lowercase))
}

/// Text that only fills the room.
pub(super) fn is_filler(words: &str) -> bool {
    words.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("lorem ipsum"))
}

/// Asks or instructs.
pub(super) fn is_prompt(words: &str) -> bool {
    let words = words.trim_start_matches(['(', '[', '"', ' ']);
    if words.contains('?') {
        return true;
    }
    let first = words.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    is_among(&lists::TEMPLATE_ASKS, first)
}

/// The label of a document's own data.
pub(super) fn is_metadata(label: &str) -> bool {
    is_among(&lists::METADATA_LABELS, label)
}
