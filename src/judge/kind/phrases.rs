//! Many phrases, looked for all at once.

use rustc_hash::FxHashMap;

/// Phrases in lower case, each with a number, by the order in which they were added.
#[derive(Debug)]
pub(super) struct Phrases {
    /// By the first word of a phrase, the phrases that begin with it.
    by_first: FxHashMap<String, Vec<(usize, String)>>,
    /// By the first byte of those words, their lengths as bits.
    lengths: Vec<u32>,
    count: usize,
}

impl Phrases {
    pub(super) fn new() -> Self {
        Self { by_first: FxHashMap::default(), lengths: vec![0; 256], count: 0 }
    }

    /// Adds a phrase, which gets the next number.
    pub(super) fn add(&mut self, phrase: &str) {
        let first = phrase.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if let Some(&byte) = first.as_bytes().first() {
            self.lengths[usize::from(byte)] |= length_bit(first);
        }
        self.by_first.entry(first.to_owned()).or_default().push((self.count, phrase.to_owned()));
        self.count += 1;
    }

    /// The numbers of the phrases that stand in a text as whole words, as often as they do.
    pub(super) fn each(&self, text: &str, mut found: impl FnMut(usize)) {
        let mut rest = text;
        while let Some(start) = rest.find(char::is_alphanumeric) {
            rest = &rest[start..];
            let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            let first = &rest[..end];
            let known = self.lengths[usize::from(first.as_bytes()[0])] & length_bit(first) != 0;
            let begun = if known { self.by_first.get(first) } else { None };
            for (number, phrase) in begun.into_iter().flatten() {
                let after = rest.strip_prefix(phrase.as_str()).map(|after| after.chars().next());
                if after.is_some_and(|next| !next.is_some_and(char::is_alphanumeric)) {
                    found(*number);
                }
            }
            rest = &rest[end..];
        }
    }
}

/// The length of a word as a bit; all long ones share the last.
fn length_bit(word: &str) -> u32 {
    1 << word.len().min(31)
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
