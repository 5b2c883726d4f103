//! Many phrases, looked for all at once.

use crate::lexicon::tables::eight;

/// Phrases in lower case, each with a number, by the order in which they were added.
#[derive(Debug)]
pub(super) struct Phrases {
    /// By their first two bytes: most words begin no phrase, and the others few.
    by_start: Vec<Vec<Phrase>>,
    count: usize,
}

#[derive(Debug, Clone)]
struct Phrase {
    number: usize,
    text: String,
    /// Its first eight bytes, and which of them it has: most texts are told apart by them.
    start: u64,
    mask: u64,
}

impl Phrases {
    pub(super) fn new() -> Self {
        Self { by_start: vec![Vec::new(); BYTES * BYTES], count: 0 }
    }

    /// Adds a phrase, which gets the next number. One that begins with no letter or digit is never found.
    pub(super) fn add(&mut self, phrase: &str) {
        if phrase.starts_with(char::is_alphanumeric) {
            let bytes = phrase.as_bytes();
            let mask = u64::MAX >> (64 - 8 * bytes.len().min(8));
            let phrase = Phrase { number: self.count, text: phrase.to_owned(), start: eight(bytes, 0), mask };
            match bytes.get(1) {
                Some(&second) => self.by_start[place(bytes[0], second)].push(phrase),
                // Any byte may follow a phrase of one.
                None => (0..BYTES as u8).for_each(|second| self.by_start[place(bytes[0], second)].push(phrase.clone())),
            }
        }
        self.count += 1;
    }

    /// The numbers of the phrases that stand in a text as whole words, as often as they do.
    pub(super) fn each(&self, text: &str, mut found: impl FnMut(usize)) {
        let mut before = ASIDE;
        for (at, byte) in text.bytes().enumerate() {
            let class = match CLASSES[usize::from(byte)] {
                BEYOND => class_beyond(text, at).unwrap_or(before),
                class => class,
            };
            if class > before {
                self.begun_at(text, at, &mut found);
            }
            before = class;
        }
    }

    /// The numbers of the phrases that begin with the word that begins at a place.
    fn begun_at(&self, text: &str, at: usize, found: &mut impl FnMut(usize)) {
        let bytes = text.as_bytes();
        let second = bytes.get(at + 1).copied().unwrap_or_default();
        let start = eight(bytes, at);
        for phrase in &self.by_start[place(bytes[at], second)] {
            if start & phrase.mask == phrase.start && stands_at(&phrase.text, &text[at..]) {
                found(phrase.number);
            }
        }
    }
}

/// How many bytes are told apart at a place; some share theirs with others.
const BYTES: usize = 32;

/// Where phrases are kept that begin with two bytes.
fn place(first: u8, second: u8) -> usize {
    usize::from(first) % BYTES * BYTES + usize::from(second) % BYTES
}

/// What a byte is: no part of a word, a letter or digit, or of a character beyond ASCII.
const ASIDE: u8 = 0;
const OF_WORD: u8 = 1;
const BEYOND: u8 = 2;

static CLASSES: [u8; 256] = {
    let mut table = [BEYOND; 256];
    let mut byte = 0;
    while byte < 0x80 {
        table[byte] = if (byte as u8).is_ascii_alphanumeric() { OF_WORD } else { ASIDE };
        byte += 1;
    }
    table
};

/// What the character that begins at a place is; nothing inside a character.
fn class_beyond(text: &str, at: usize) -> Option<u8> {
    let of_word = text.get(at..)?.starts_with(char::is_alphanumeric);
    Some(if of_word { OF_WORD } else { ASIDE })
}

/// True when a text begins with a phrase, and its last word does not go on.
fn stands_at(phrase: &str, text: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<usize> {
        let mut phrases = Phrases::new();
        for phrase in ["sign-up", "sign-up flow", "c", "réseau"] {
            phrases.add(phrase);
        }
        let mut numbers = Vec::new();
        phrases.each(text, |number| numbers.push(number));
        numbers
    }

    #[test]
    fn phrases_are_found_as_whole_words_only() {
        assert_eq!(found("the sign-up flow"), [0, 1]);
        assert_eq!(found("a sign-up, then sign-ups"), [0]);
        assert_eq!(found("plan c; réseau"), [2, 3]);
        assert_eq!(found("réseaux abc"), [0; 0]);
        assert_eq!(found(""), [0; 0]);
    }
}
