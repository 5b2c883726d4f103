//! A text → the words that tell what it is about.

use std::collections::BTreeSet;

/// Shortest word that tells anything by itself, in letters.
const SHORTEST: usize = 4;
/// Letters of a word that are compared, so that forms of one word are one.
const COMPARED: usize = 6;

const ENDINGS: [&str; 9] = ["ings", "ing", "ers", "ed", "es", "er", "ly", "s", "e"];

/// Words that stand in texts about anything.
const COMMON: &str = "about above after again against almost also although always among another because been before \
    being below between both case cannot come could does doing done down during each either else enough even ever \
    every everyone fewer first from further give given goes going good have having here hers himself however into \
    itself just keep kind know last later least less like long made make makes many means mine more most much must \
    need needs never next none nothing often once only other others ours over part people perhaps please product \
    problem rather really same second several shall should show since some someone something still such take than \
    that their theirs them then there these they thing things this those though three through today together toward \
    under until upon used user users uses using very want wants week weeks well went were what when where whether \
    which while whole whom whose will with within without work works would year years your yours today month months \
    number share team time times rate percent option options decision metric metrics goal";

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
            let common = common.get_or_insert_with(|| COMMON.split_whitespace().collect());
            if !common.contains(word.as_str()) {
                words.insert(stem(&word));
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

fn stem(word: &str) -> String {
    let bare = ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|bare| bare.chars().nth(2).is_some())
        .unwrap_or(word);
    bare.chars().take(COMPARED).collect()
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
