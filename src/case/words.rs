//! A text → the words that tell what it is about.

use std::collections::BTreeSet;

use crate::lexicon::lists;
use crate::lexicon::stem::{letters, stem};

/// Shortest word that tells anything by itself, in letters.
const SHORTEST: usize = 4;
/// Letters of a word that are compared, so that forms of one word are one.
const COMPARED: usize = 6;

/// Stems of words, without the common ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct WordSet(BTreeSet<String>);

impl WordSet {
    pub(super) fn of(text: &str) -> Self {
        let mut common: Option<BTreeSet<&str>> = None;
        let mut words = BTreeSet::new();
        for word in text.split(|letter: char| !letter.is_alphabetic()) {
            if word.chars().nth(SHORTEST - 1).is_none() {
                continue;
            }
            let word = word.to_lowercase();
            let common = common.get_or_insert_with(|| lists::COMMON.into_iter().collect());
            if !common.contains(word.as_str()) {
                words.insert(letters(stem(&word), COMPARED).to_owned());
            }
        }
        Self(words)
    }

    pub(super) fn extend(&mut self, other: &Self) {
        self.0.extend(other.0.iter().cloned());
    }

    pub(super) fn union<'a>(sets: impl Iterator<Item = &'a Self>) -> Self {
        let mut all = Self::default();
        sets.for_each(|set| all.extend(set));
        all
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// How many words both have.
    pub(super) fn shared(&self, other: &Self) -> usize {
        self.0.intersection(&other.0).count()
    }

    /// True when both have most of the words of the longer one.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.shared(other) > 0 && self.shared(other) * 3 >= self.len().max(other.len()) * 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_one_and_common_words_none() {
        let one = WordSet::of("Shoppers are waiting at the counter");
        let other = WordSet::of("The shopper waited at both counters");
        assert_eq!(one, other);
        assert_eq!(one.len(), 3);
        assert!(one.is_like(&other));
        assert_eq!(WordSet::of("What they would have, and 40% of it").len(), 0);
    }
}
