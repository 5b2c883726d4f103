//! Hashes of words and numbers in a row, such that the hash of any stretch is told by those of its two ends.

/// The base of the hashes; odd, so that no word is lost.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// What stands before each token.
#[derive(Debug)]
pub(super) struct Wordings(Vec<Before>);

/// The words and numbers before a token.
#[derive(Debug, Clone, Copy, Default)]
struct Before {
    hash: u64,
    count: u32,
}

impl Wordings {
    /// Of nothing, with room for so many tokens.
    pub(super) fn with_capacity(tokens: usize) -> Self {
        let mut before = Vec::with_capacity(tokens + 1);
        before.push(Before::default());
        Self(before)
    }

    /// Adds a token with the key of its word; a mark has none.
    pub(super) fn push(&mut self, key: Option<u64>) {
        let mut before = self.0[self.0.len() - 1];
        if let Some(key) = key {
            let mixed = (key ^ key >> 32).wrapping_mul(BASE);
            before.hash = before.hash.wrapping_mul(BASE).wrapping_add(mixed ^ mixed >> 29);
            before.count += 1;
        }
        self.0.push(before);
    }

    /// The hash of the tokens from one to before another.
    pub(super) fn between(&self, first: usize, last: usize) -> u64 {
        let (from, to) = (self.0[first], self.0[last.max(first)]);
        to.hash.wrapping_sub(from.hash.wrapping_mul(BASE.wrapping_pow(to.count - from.count)))
    }

    /// How many words and numbers stand from one token to before another.
    pub(super) fn count(&self, first: usize, last: usize) -> usize {
        (self.0[last.max(first)].count - self.0[first].count) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(keys: &[Option<u64>]) -> Wordings {
        let mut wordings = Wordings::with_capacity(keys.len());
        for key in keys {
            wordings.push(*key);
        }
        wordings
    }

    #[test]
    fn the_same_words_are_the_same_wherever_they_stand_and_whatever_marks_stand_between() {
        let wordings = of(&[Some(7), Some(1), None, Some(2), Some(9), Some(1), Some(2), None]);
        assert_eq!(wordings.between(1, 4), wordings.between(5, 8));
        assert_eq!(wordings.count(1, 4), 2);
    }

    #[test]
    fn other_words_and_another_order_are_another_wording() {
        let wordings = of(&[Some(1), Some(2), Some(2), Some(1)]);
        assert_ne!(wordings.between(0, 2), wordings.between(2, 4));
        assert_ne!(wordings.between(0, 1), wordings.between(0, 2));
        assert_ne!(wordings.between(0, 1), wordings.between(1, 2));
    }
}
