//! Reading text → words, numbers, marks and addresses, each with its place.
//!
//! - A word starts with a letter and goes on over letters, digits, `_` and inner apostrophes. Digits at its end may go on
//!   past a dot, so that `v2.1` and `p99.9` are one word each. `'s` is a word of its own.
//! - A number starts with a digit, keeps `,` and `.` between digits, and ends with the letters attached to it: `12k`, `3rd`.
//! - An arrow, however drawn, is one mark. Every other character that is no white space is a mark of its own.

use super::{Token, TokenKind};
use crate::span::TextRange;

// The path is told for the build script, which reads its own texts with this file.
#[path = "tokens/address.rs"]
mod address;

/// What a byte can begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Letter,
    Digit,
    Underscore,
    Mark,
    /// First or later byte of a character beyond ASCII.
    Beyond,
}

static CLASSES: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut table = [Class::Mark; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            0..=b' ' | 0x7f => Class::Space,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'_' => Class::Underscore,
            0x80.. => Class::Beyond,
            _ => Class::Mark,
        };
        byte += 1;
    }
    table
}

/// The bytes that a word can go on with: letters, digits and underscores.
static WORDS: [bool; 256] = {
    let classes = classes();
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(classes[byte], Class::Letter | Class::Digit | Class::Underscore);
        byte += 1;
    }
    table
};

/// Where letters, digits and underscores of ASCII from `at` on end.
#[inline]
fn ascii_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let others = others_in(u64::from_le_bytes(*eight));
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|&byte| !WORDS[usize::from(byte)]).unwrap_or(rest.len())
}

/// Of eight bytes, those that no word goes on with, each told by its highest bit. Words are short, so that one look at eight
/// bytes mostly tells where one ends, and nothing has to be guessed byte by byte.
#[inline]
fn others_in(bytes: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    let low = bytes & !HIGH;
    // The highest bit of a sum tells that its byte is no less than the limit.
    let from = |bytes: u64, limit: u8| bytes + u64::from(0x80 - limit) * EACH;
    let lower = low | (0x20 * EACH);
    let letter = from(lower, b'a') & !from(lower, b'z' + 1);
    let digit = from(low, b'0') & !from(low, b'9' + 1);
    let underscore = from(low, b'_') & !from(low, b'_' + 1);
    !((letter | digit | underscore) & !bytes) & HIGH
}

fn class(byte: u8) -> Class {
    CLASSES[usize::from(byte)]
}

/// Appends the tokens of `range` of `text` to `out`. `code` are the reading-text ranges of inline code, sorted.
pub(crate) fn tokenize(text: &str, range: TextRange, code: &[TextRange], out: &mut Vec<Token>) {
    let text = &text[..range.end as usize];
    let first_code = code.partition_point(|c| c.end <= range.start);
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        code: &code[first_code..],
        first: out.len(),
        floor: range.start as usize,
        no_path_until: 0,
        out,
    };
    let mut at = range.start as usize;
    while let Some(&byte) = reader.bytes.get(at) {
        // Nearly all is words and spaces: these two are told apart without a jump.
        at = match class(byte) {
            Class::Space => at + 1,
            Class::Letter => reader.word(at),
            _ => reader.step(at),
        };
    }
}

struct Reader<'a> {
    /// Up to the end of the range.
    text: &'a str,
    bytes: &'a [u8],
    /// Inline code that does not end before the next token.
    code: &'a [TextRange],
    /// Index in `out` of the first token of this call.
    first: usize,
    /// No address may begin before this byte.
    floor: usize,
    /// Slashes before this byte are known to stand in no path.
    no_path_until: usize,
    out: &'a mut Vec<Token>,
}

impl Reader<'_> {
    /// Reads what begins at `at`, and returns where it ends.
    fn step(&mut self, at: usize) -> usize {
        let byte = self.bytes[at];
        match class(byte) {
            Class::Space => at + 1,
            Class::Letter => self.word(at),
            Class::Digit => self.number(at),
            Class::Underscore => {
                let end = self.word_end(at);
                let kind = if end == at + 1 { TokenKind::Mark } else { TokenKind::Word };
                self.push(at, end, kind);
                end
            }
            Class::Mark => self.mark(at, byte),
            Class::Beyond => self.beyond(at),
        }
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b' ')
    }

    fn char(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    #[inline]
    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        while self.code.first().is_some_and(|c| c.end as usize <= start) {
            self.code = &self.code[1..];
        }
        let code = self.code.first().is_some_and(|c| c.start as usize <= start);
        self.out.push(Token { text: TextRange::new(start as u32, end as u32), kind, code });
    }

    #[inline]
    fn word(&mut self, at: usize) -> usize {
        let end = ascii_end(self.bytes, at);
        if matches!(self.byte(end), b'\'' | b'.' | b':' | 0x80..) {
            return self.joined_word(at);
        }
        self.push(at, end, TokenKind::Word);
        end
    }

    /// A word that may go on behind its first letters, or begin an address.
    fn joined_word(&mut self, at: usize) -> usize {
        let end = self.word_end(at);
        match self.byte(end) {
            b':' | b'.' => {
                if let Some(end) = self.url_end(at, end) {
                    return self.address(at, end);
                }
            }
            b'\'' => return self.with_possessive(at, end, TokenKind::Word),
            _ => {}
        }
        self.push(at, end, TokenKind::Word);
        end
    }

    fn number(&mut self, at: usize) -> usize {
        let mut end = at + 1;
        loop {
            match class(self.byte(end)) {
                Class::Digit => end += 1,
                Class::Mark if matches!(self.bytes[end], b',' | b'.') && class(self.byte(end + 1)) == Class::Digit => {
                    end += 2;
                }
                _ => break,
            }
        }
        end = self.letters_end(end);
        self.with_possessive(at, end, TokenKind::Number)
    }

    /// Pushes a token and, where it follows, the word `'s`.
    fn with_possessive(&mut self, at: usize, end: usize, kind: TokenKind) -> usize {
        self.push(at, end, kind);
        if self.is_possessive(end) {
            self.push(end, end + 2, TokenKind::Word);
            return end + 2;
        }
        end
    }

    fn is_possessive(&self, at: usize) -> bool {
        self.byte(at) == b'\'' && matches!(self.byte(at + 1), b's' | b'S') && self.letters_end(at + 2) == at + 2
    }

    /// Where letters, digits and underscores from `at` on end.
    #[inline]
    fn letters_end(&self, mut at: usize) -> usize {
        loop {
            at = ascii_end(self.bytes, at);
            match self.bytes.get(at) {
                Some(0x80..) => match self.char(at) {
                    Some(c) if goes_on(c) => at += c.len_utf8(),
                    _ => return at,
                },
                _ => return at,
            }
        }
    }

    fn word_end(&self, mut at: usize) -> usize {
        loop {
            at = self.letters_end(at);
            if !matches!(self.byte(at), b'\'' | b'.') {
                return at;
            }
            let next = class(self.byte(at + 1));
            let joined = match self.byte(at) {
                b'\'' if !self.is_possessive(at) => match next {
                    Class::Letter => true,
                    Class::Beyond => self.char(at + 1).is_some_and(char::is_alphabetic),
                    _ => false,
                },
                b'.' => next == Class::Digit && self.bytes[at - 1].is_ascii_digit(),
                _ => false,
            };
            if !joined {
                return at;
            }
            at += 1;
        }
    }

    fn mark(&mut self, at: usize, byte: u8) -> usize {
        let mut end = at + 1;
        match byte {
            b'-' | b'=' => {
                let mut tip = end;
                while self.byte(tip) == byte {
                    tip += 1;
                }
                if self.byte(tip) == b'>' {
                    end = tip + 1;
                } else if tip > end {
                    // A rule of dashes is pushed whole, or each dash would look through the rest of it.
                    for dash in at..tip - 1 {
                        self.push(dash, dash + 1, TokenKind::Mark);
                    }
                    self.push(tip - 1, tip, TokenKind::Mark);
                    return tip;
                }
            }
            b'@' | b'/' => {
                let found = if byte == b'@' { self.email(at) } else { self.path(at) };
                if let Some((start, end)) = found {
                    return self.address(start, end);
                }
            }
            _ => {}
        }
        self.push(at, end, TokenKind::Mark);
        end
    }

    /// A token that begins with a character beyond ASCII.
    fn beyond(&mut self, at: usize) -> usize {
        let Some(c) = self.char(at) else {
            return self.bytes.len();
        };
        let mut end = at + c.len_utf8();
        if c.is_whitespace() {
            return end;
        }
        if c.is_alphabetic() {
            return self.joined_word(at);
        }
        if c.is_numeric() {
            end = self.letters_end(end);
            self.push(at, end, TokenKind::Number);
            return end;
        }
        while let Some(tail) = self.char(end).filter(|&c| completes_picture(c)) {
            end += tail.len_utf8();
        }
        self.push(at, end, TokenKind::Mark);
        end
    }

    /// Pushes an address in place of the tokens that it covers, and returns its end.
    fn address(&mut self, mut start: usize, end: usize) -> usize {
        while self.out.len() > self.first {
            let Some(last) = self.out.last().filter(|t| t.text.end as usize > start) else {
                break;
            };
            start = start.min(last.text.start as usize);
            self.out.pop();
        }
        self.push(start, end, TokenKind::Address);
        self.floor = end;
        end
    }
}

/// Letters, digits and the signs that only change the letter before them.
fn goes_on(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{20e3}' | '\u{fe0f}')
        || (('\u{900}'..'\u{e00}').contains(&c) && c as u32 % 0x80 == 0x4d)
}

/// What follows a pictograph and belongs to it: a variation, a skin tone, a keycap, a joiner.
fn completes_picture(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}' | '\u{200d}' | '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests;
