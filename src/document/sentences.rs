//! The tokens of one block → its sentences.
//!
//! A sentence ends at `.`, `!`, `?`, `…`, with the quotes and brackets that close there, when what follows can begin
//! another; and at a line feed. Whether a full stop after an abbreviation ends a sentence depends on what the
//! abbreviation is and on what stands around it.

use std::ops::Range;

use super::{Token, TokenKind};
use crate::span::TextRange;
use abbreviations::Abbreviation;

mod abbreviations;

/// Parts one block's tokens (`tokens[within]`) into sentences; calls `push(text range, token range)` for each, in order.
pub(crate) fn split(text: &str, tokens: &[Token], within: Range<u32>, mut push: impl FnMut(TextRange, Range<u32>)) {
    let last = within.end as usize;
    let mut start = within.start as usize;
    let mut emit = |start: usize, end: usize| {
        if start < end {
            push(TextRange::new(tokens[start].text.start, tokens[end - 1].text.end), start as u32..end as u32);
        }
    };
    // Hardly any block has a line break in it.
    let lines = start < last && {
        let block = tokens[start].text.start as usize..tokens[last - 1].text.end as usize;
        memchr::memchr(b'\n', &text.as_bytes()[block]).is_some()
    };
    let mut at = start;
    while at < last {
        if lines && at > start && breaks_line(text, tokens[at - 1], tokens[at]) {
            emit(start, at);
            start = at;
        }
        let mut next = at + 1;
        if is_stop(text, tokens[at]) {
            let view = View { text, tokens: &tokens[start..last] };
            let close = view.close(at - start);
            if view.ends(at - start, close) {
                emit(start, start + close);
                start += close;
                next = start;
            } else {
                next = start + close;
            }
        }
        at = next;
    }
    emit(start, last);
}

#[inline]
fn breaks_line(text: &str, before: Token, after: Token) -> bool {
    let gap = &text.as_bytes()[before.text.end as usize..after.text.start as usize];
    match gap {
        [] => false,
        [byte] => *byte == b'\n',
        _ => gap.contains(&b'\n'),
    }
}

/// True for a mark that can end a sentence.
#[inline]
fn is_stop(text: &str, token: Token) -> bool {
    if token.kind != TokenKind::Mark {
        return false;
    }
    match text.as_bytes()[token.text.start as usize] {
        b'.' | b'!' | b'?' => true,
        0x80.. => matches!(word(text, token), "…" | "。" | "！" | "？" | "‼" | "⁉"),
        _ => false,
    }
}

fn word(text: &str, token: Token) -> &str {
    &text[token.text.start as usize..token.text.end as usize]
}

/// The tokens from the start of the sentence that is being read to the end of its block.
struct View<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> View<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |&t| word(self.text, t))
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|t| t.kind)
    }

    /// True when nothing stands between the token at `at` and the one before it.
    fn touches(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|t| self.tokens[at - 1].text.end == t.text.start)
    }

    /// Just past the stops, closing quotes and brackets and note numbers that begin with the stop at `at`.
    fn close(&self, at: usize) -> usize {
        let mut end = at + 1;
        loop {
            while self.touches(end) && (is_stop(self.text, self.tokens[end]) || is_closer(self.word(end))) {
                end += 1;
            }
            let noted = self.touches(end)
                && self.word(end) == "["
                && self.touches(end + 1)
                && self.kind(end + 1) == Some(TokenKind::Number)
                && self.word(end + 2) == "]";
            if !noted {
                return end;
            }
            end += 3;
        }
    }

    /// True when the stop at `at`, whose closing marks end at `close`, ends the sentence.
    fn ends(&self, at: usize, close: usize) -> bool {
        if close >= self.tokens.len() {
            return true;
        }
        let wide = self.tokens[at].text.len() > 1 && self.word(at) != "…";
        if breaks_line(self.text, self.tokens[close - 1], self.tokens[close]) {
            return true;
        }
        if self.touches(close) {
            return wide;
        }
        if !self.can_start(close) {
            return false;
        }
        let stop = self.word(at);
        let single = close == at + 1 || !is_stop(self.text, self.tokens[at + 1]);
        if stop == "…" || (stop == "." && !single) {
            // Three dots between numbers stand for the numbers left out.
            return self.kind(close) != Some(TokenKind::Number) && self.word(at.saturating_sub(1)) != ",";
        }
        if self.tokens[at..close].iter().any(|&t| matches!(word(self.text, t), "\"" | "”" | "'" | "’"))
            && self.kind(close) == Some(TokenKind::Word)
            && is_speech(self.word(close + 1))
        {
            return false;
        }
        stop != "." || close > at + 1 || self.full_stop(at)
    }

    /// True when the single full stop at `at`, which something that can begin a sentence follows, ends the sentence.
    fn full_stop(&self, at: usize) -> bool {
        let next = at + 1;
        if at == 0 || !self.touches(at) {
            return true;
        }
        let before = self.word(at - 1);
        let first = at == 1;
        if self.tokens[at - 1].kind == TokenKind::Number {
            // `1.` at the start is the number of an item.
            return !first;
        }
        if self.tokens[at - 1].kind != TokenKind::Word || self.tokens[at - 1].code {
            return true;
        }
        if before.len() == 1 {
            return self.after_letter(at, before);
        }
        if first && before.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')) {
            return false;
        }
        let number_next = self.kind(next) == Some(TokenKind::Number)
            || matches!(self.word(next), "$" | "€" | "£" | "¥" | "₹" | "~" | "#" | "≈" | "+");
        match abbreviations::find(before) {
            Some(Abbreviation::Inside) => false,
            Some(Abbreviation::Numbered) => !number_next,
            Some(Abbreviation::Measure) => {
                let unit = at > 1 && self.kind(at - 2) == Some(TokenKind::Number);
                unit || !(first || number_next)
            }
            Some(Abbreviation::Name) => !number_next && self.opens(next),
            Some(Abbreviation::Closing) | None => true,
        }
    }

    /// The same, after the single letter `letter`: an initial, a label, or the end of `U.S.`, `e.g.`, `p.m.`
    fn after_letter(&self, at: usize, letter: &str) -> bool {
        let next = at + 1;
        if at > 2 && self.touches(at - 1) && self.word(at - 2) == "." && self.touches(at - 2) {
            return match (self.word(at - 3), letter) {
                ("e" | "E", "g") | ("i" | "I", "e") => false,
                ("a" | "p" | "A" | "P", "m" | "M") => self.kind(next) != Some(TokenKind::Number),
                _ => self.opens(next),
            };
        }
        if at == 1 {
            return false;
        }
        if letter.bytes().all(|b| b.is_ascii_lowercase()) {
            return !(matches!(letter, "p" | "n" | "v" | "c") && self.kind(next) == Some(TokenKind::Number));
        }
        // `Flanagan, J. (1988)`
        if matches!(self.word(next), "(" | "[") {
            return false;
        }
        letter == "I"
            || self.kind(next) != Some(TokenKind::Word)
            || names_letters(self.word(at - 2))
            || self.opens(next)
    }

    /// True when the token at `at` is a word that commonly begins sentences, or no word that a name could go on with.
    fn opens(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(TokenKind::Word) => abbreviations::is_opener(self.word(at)),
            Some(TokenKind::Mark) => !matches!(self.word(at), "(" | "["),
            _ => true,
        }
    }

    /// True when a sentence can begin with the token at `at`.
    fn can_start(&self, at: usize) -> bool {
        let Some(&token) = self.tokens.get(at) else {
            return true;
        };
        let word = word(self.text, token);
        match token.kind {
            TokenKind::Number | TokenKind::Address => true,
            TokenKind::Word => {
                token.code
                    || word.chars().next().is_some_and(|c| !c.is_lowercase())
                    // `iOS`, `eBay`
                    || word.chars().skip(1).take(2).any(char::is_uppercase)
            }
            TokenKind::Mark => match word.as_bytes() {
                [b'"' | b'\'' | b'(' | b'[' | b'{' | b'<' | b'$' | b'~' | b'#' | b'@' | b'+' | b'*'] => true,
                [0x80..=0xff, ..] => !matches!(word, "–" | "—" | "…" | "·" | "•" | "’" | "”" | "×"),
                _ => false,
            },
        }
    }
}

fn is_closer(mark: &str) -> bool {
    matches!(mark, "\"" | "'" | ")" | "]" | "}" | "”" | "’" | "»" | "」" | "』" | "）" | "*")
}

fn is_speech(word: &str) -> bool {
    matches!(
        word,
        "asked" | "said" | "says" | "wrote" | "told" | "replied" | "answered" | "reported" | "explained" | "added"
    )
}

/// Words before a letter that tells one of several apart: `Option B.`
fn names_letters(word: &str) -> bool {
    const NAMES: &[&str] = &[
        "option",
        "options",
        "plan",
        "variant",
        "group",
        "version",
        "tier",
        "phase",
        "arm",
        "team",
        "type",
        "class",
        "segment",
        "series",
        "appendix",
        "step",
        "and",
        "or",
        "than",
        "to",
        "over",
        "alternative",
        "scenario",
        "cohort",
        "choose",
        "chose",
        "choosing",
        "picked",
        "grade",
        "model",
        "bet",
        "approach",
    ];
    NAMES.iter().any(|n| n.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests;
