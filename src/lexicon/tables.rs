//! Phrases as flat tables of numbers: what the search walks, and what the build script writes into the program.
//!
//! Flat, so that the built-in ones are ready when the program starts: nothing is read, allocated or moved to its place.

use std::borrow::Cow;

/// A word of the lexicon; 0 is any word that no phrase uses.
pub(crate) type WordId = u32;

/// A pattern that may begin here: its place in [`Tables::code`], and what else must stand in the stretch, which is nothing
/// (0), a word, or with [`ONE_OF`] set the place in `code` of a number and so many words.
pub(crate) type Entry = [u32; 2];

/// Set in an [`Entry`]'s need: it is a place of several words of which one is enough.
pub(crate) const ONE_OF: u32 = 1 << 31;

/// Set in a pattern's head: it is one word and no more, so that it has been found when its word has.
pub(crate) const ALONE: u32 = 1 << 31;
/// Set in a pattern's head: it must stand at the start of its sentence.
pub(crate) const AT_START: u32 = 1 << 30;
/// Set in a pattern's head: it must stand at the end of its sentence.
pub(crate) const AT_END: u32 = 1 << 29;
/// Where a pattern's head holds the number of its elements; below it stands the concept.
pub(crate) const COUNT_SHIFT: u32 = 16;

/// An element of words: `count` words follow it, in rising order.
pub(crate) const WORDS: u32 = 0;
/// An element of a quantity, its class in `argument`.
pub(crate) const QUANTITY: u32 = 1;
/// An element of any tokens: the fewest in the low byte of `argument`, the most in the next.
pub(crate) const GAP: u32 = 2;
/// Set in an element: it may be left out.
pub(crate) const OPTIONAL: u32 = 1 << 2;
/// Where an element holds its argument.
pub(crate) const ARGUMENT_SHIFT: u32 = 3;

/// All phrases, compiled.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tables {
    /// All words, one after the other.
    pub(crate) text: Cow<'static, str>,
    /// Where each word ends in `text`, by its id; word 0 is empty.
    pub(crate) ends: Cow<'static, [u32]>,
    /// Words by their hash: the id in the low half, more of the hash in the high half; 0 where there is none.
    pub(crate) slots: Cow<'static, [u32]>,
    /// Where the entries of each word begin in `open`, by its id, and where the last end.
    pub(crate) open_from: Cow<'static, [u32]>,
    /// Patterns that a word can begin and that go on with anything, in rising order for each word.
    pub(crate) open: Cow<'static, [Entry]>,
    /// Pairs of words by their hash: first word and second, and the range of `followed`; all 0 where there is none.
    pub(crate) pairs: Cow<'static, [[u32; 3]]>,
    /// Patterns that two words can begin, in rising order for each pair.
    pub(crate) followed: Cow<'static, [Entry]>,
    /// Patterns that a quantity can begin, in rising order.
    pub(crate) by_quantity: Cow<'static, [Entry]>,
    /// Patterns: a head, then the elements.
    pub(crate) code: Cow<'static, [u32]>,
}

impl Tables {
    /// The number of words, 0 included.
    pub(crate) fn size(&self) -> usize {
        self.ends.len()
    }

    /// The id of a lower-case word, 0 when no phrase uses it.
    pub(crate) fn word(&self, lower: &[u8]) -> WordId {
        let Some(mask) = self.slots.len().checked_sub(1) else { return 0 };
        let hash = hash(lower);
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return 0;
            }
            if slot >> 16 == hash >> 16 && self.spelling(slot & 0xffff) == lower {
                return slot & 0xffff;
            }
            at = (at + 1) & mask;
        }
    }

    fn spelling(&self, id: WordId) -> &[u8] {
        &self.text.as_bytes()[self.ends[id as usize - 1] as usize..self.ends[id as usize] as usize]
    }

    /// Patterns that a word can begin and that go on with anything.
    pub(crate) fn open(&self, word: WordId) -> &[Entry] {
        &self.open[self.open_from[word as usize] as usize..self.open_from[word as usize + 1] as usize]
    }

    /// Patterns that a word and the next one can begin.
    pub(crate) fn followed(&self, word: WordId, next: WordId) -> &[Entry] {
        let Some(mask) = self.pairs.len().checked_sub(1) else { return &[] };
        let key = word << 16 | next;
        let mut at = pair_hash(key) & mask;
        loop {
            let [found, from, to] = self.pairs[at];
            if found == key {
                return &self.followed[from as usize..to as usize];
            }
            if found == 0 {
                return &[];
            }
            at = (at + 1) & mask;
        }
    }
}

/// A hash of a word, the same on every machine: its first and its last bytes, and its length.
pub(crate) fn hash(word: &[u8]) -> u32 {
    let four = |at: usize| word.get(at..at + 4).map_or(0, |b| u64::from(u32::from_le_bytes([b[0], b[1], b[2], b[3]])));
    let len = word.len();
    let mut mixed = match len {
        0 => 0,
        1..=3 => u64::from(word[0]) | u64::from(word[len / 2]) << 8 | u64::from(word[len - 1]) << 16,
        4..=8 => four(0) | four(len - 4) << 32,
        _ => (four(0) | four(4) << 32) ^ (four(len - 8) << 17 | four(len - 4) << 32).rotate_left(29),
    };
    mixed = (mixed ^ (len as u64) << 56).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32) as u32
}

/// A hash of two words.
pub(crate) fn pair_hash(key: u32) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> 7) as usize
}
