//! Numbers that count nothing: references, names, times of day, numbers of items, telephone numbers.

use super::amount::Amount;
use super::date::is_dash;
use super::numeral;
use super::words::Words;

/// Just past the number at `at` when it is (part of) a reference or a name: `#123`, `[1]`, `GPT-4`, `555-123-4567`.
pub(super) fn reference(words: Words<'_>, at: usize) -> Option<usize> {
    let end = at + 1;
    if let Some(end) = telephone(words, at) {
        return Some(end);
    }
    // `3rd-party`
    let party = words.lower(end) == "party" || (words.lower(end) == "-" && words.lower(end + 1) == "party");
    if party && words.lower(at).ends_with('d') {
        return Some(end);
    }
    if !words.touches(at) {
        return matches!(words.before(at, 1), "§" | "№").then_some(end);
    }
    match words.before(at, 1) {
        "#" | "." | "§" | "№" | "_" | "@" | "\\" => Some(end),
        "[" if words.lower(end) == "]" && words.touches(end) => Some(end),
        "/" if words.touches(at - 1) && words.is_word(at - 2) => Some(end),
        "-" | "‑" if words.touches(at - 1) && words.is_word(at - 2) => {
            let prefix = matches!(
                words.before(at, 2),
                "mid" | "late" | "early" | "pre" | "post" | "sub" | "top" | "under" | "over" | "plus" | "non" | "to"
            );
            (!prefix).then_some(end)
        }
        _ => None,
    }
}

fn telephone(words: Words<'_>, at: usize) -> Option<usize> {
    let length = |at: usize| {
        let word = words.raw(at);
        (words.is_number(at) && word.bytes().all(|b| b.is_ascii_digit())).then_some(word.len())
    };
    let (mut end, mut total, mut groups, mut thousands) = (at + 1, length(at)?, 1, true);
    loop {
        let next = if words.gap(end) == Some(1) {
            end
        } else if matches!(words.raw(end), "-" | "‑" | ".") && words.touches(end) && words.touches(end + 1) {
            thousands = false;
            end + 1
        } else {
            break;
        };
        let Some(length) = length(next) else { break };
        total += length;
        groups += 1;
        thousands &= length == 3;
        end = next + 1;
    }
    let local = groups == 2 && total == 7 && words.raw(at).len() == 3 && words.raw(at + 1) == "-";
    (local || (groups > 2 && total > 8 && !thousands)).then_some(end)
}

/// Just past a time of day that begins at `at`: `10:30`, `9 am`, `56:32–1:01:00`; or `1:1`.
pub(super) fn clock(words: Words<'_>, at: usize) -> Option<usize> {
    let mut end = at + 1;
    let joined = |end: usize| {
        words.lower(end) == ":" && words.touches(end) && words.touches(end + 1) && words.is_number(end + 1)
    };
    let one_to_one = words.raw(at) == "1" && words.raw(at + 2) == "1";
    if joined(end) && (words.raw(at + 2).len() >= 2 || one_to_one) {
        while joined(end) {
            end += 2;
        }
        return Some(end);
    }
    let half_day = match words.lower(end) {
        "am" | "pm" | "o'clock" => end + 1,
        "a" | "p" if words.lower(end + 1) == "." && words.lower(end + 2) == "m" && words.touches(end + 2) => end + 3,
        _ => return None,
    };
    Some(half_day)
}

/// Just past the number of an item or a heading at `at`: `1. Find`, `2) Test`, `(3) Ship`, `2.1 Scope`.
pub(super) fn item_number(words: Words<'_>, at: usize) -> Option<usize> {
    let end = at + 1;
    let marked = matches!(words.raw(end), "." | ")" | ":") && words.touches(end) && end + 1 < words.len();
    let enclosed = at == 1 && words.raw(0) == "(" && words.raw(end) == ")" && end + 1 < words.len();
    let outline = at == 0 && words.raw(at).contains('.') && words.is_capital(end) && words.raw(end).len() > 1;
    (at == 0 && marked || enclosed || outline).then_some(end)
}

/// Just past the numbers that go on with a name whose number stands at `at`: `steps 2–4`, `page 2 of 5`, `phases 1 and 2`.
pub(super) fn rest_of_name(words: Words<'_>, at: usize) -> usize {
    let mut end = at + 1;
    loop {
        let joins =
            is_dash(words.lower(end)) || matches!(words.lower(end), "," | "and" | "or" | "to" | "of" | "/" | "&");
        let next = end + 1;
        let bare = words.is_number(next)
            && numeral::read(words.lower(next)).is_some_and(|n| n.suffix.is_empty() && n.digits < 4)
            && !matches!(words.lower(next + 1), "%" | "percent")
            && !(words.lower(end) == "," && words.is_plural(next + 1));
        if !joins || !bare {
            return end;
        }
        end = next + 1;
    }
}

/// True for a bare number that is no count: `one`, `two-factor`; in inline code; a version; with too many digits.
pub(super) fn counts_nothing(words: Words<'_>, amount: &Amount) -> bool {
    let (at, end) = (amount.start, amount.end);
    if amount.spelled {
        let compound = words.lower(end) == "-" && words.touches(end) && words.touches(end + 1);
        return (words.lower(at) == "one" && end == at + 1) || compound || words.lower(end) == "'s";
    }
    let released = amount.decimal && matches!(words.lower(end), "release" | "version");
    let open = words.lower(end) == "." && words.lower(end + 1) == "x" && words.touches(end) && words.touches(end + 1);
    words.token(at).is_some_and(|t| t.code)
        || released
        || open
        || (words.raw(at).len() > 8 && words.raw(at).bytes().all(|b| b.is_ascii_digit()))
}
