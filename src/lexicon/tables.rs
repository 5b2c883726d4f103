//! Phrases as flat tables of numbers: what the search walks, and what the build script writes into the program.
//!
//! Flat, so that the built-in ones are ready when the program starts: nothing is read, allocated or moved to its place.

use std::borrow::Cow;

/// A word of the lexicon; 0 is any word that no phrase uses.
pub(crate) type WordId = u32;

/// A pattern that may begin here: its place in [`Tables::code`], and what else must stand in the stretch, which is nothing
/// (0), a word, or with [`ONE_OF`] set the place in `code` of a number and so many words. With [`ALONE`] set it is a concept
/// and, from [`COUNT_SHIFT`] on, the number of its tokens.
pub(crate) type Entry = [u32; 2];

/// Set in an [`Entry`]'s need: it is a place of several words of which one is enough.
pub(crate) const ONE_OF: u32 = 1 << 31;
/// Set in an [`Entry`]'s need: the pattern is no more than the words that led to it, so that its concept has been found.
pub(crate) const ALONE: u32 = 1 << 30;

/// Stands for a quantity as the first of two words in [`Tables::followed`].
pub(crate) const A_QUANTITY: WordId = 0xffff;

/// Set in a pattern's head: it must stand at the start of its sentence.
pub(crate) const AT_START: u32 = 1 << 30;
/// Set in a pattern's head: it must stand at the end of its sentence.
pub(crate) const AT_END: u32 = 1 << 29;
/// Where a pattern's head holds the number of its elements that are still to be found; below it stands the concept.
pub(crate) const COUNT_SHIFT: u32 = 16;
/// Where a pattern's head holds the number of tokens that have been found when its entry has: none to two.
pub(crate) const SURE_SHIFT: u32 = 24;

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

/// Length of [`Tables::paired`].
pub(crate) const PAIRED: usize = 2048;

/// All phrases, compiled.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tables {
    /// All words, one after the other.
    pub(crate) text: Cow<'static, str>,
    /// Where each word ends in `text`, by its id; word 0 is empty.
    pub(crate) ends: Cow<'static, [u32]>,
    /// What each word is looked up by, by its id.
    pub(crate) keys: Cow<'static, [u64]>,
    /// Words by the hash of their key, each with the tag of its hash above its id; 0 where there is none.
    pub(crate) slots: Cow<'static, [u32]>,
    /// Where the entries of each word begin in `open`, by its id, and where the last end.
    pub(crate) open_from: Cow<'static, [u32]>,
    /// Patterns that a word can begin and that go on with anything, in rising order for each word.
    pub(crate) open: Cow<'static, [Entry]>,
    /// One bit a pair by its hash, [`PAIRED`] times 64: most pairs are none, and this is small enough to stay near.
    pub(crate) paired: Cow<'static, [u64]>,
    /// Pairs of words by their hash: first word and second, and the range of `followed`; all 0 where there is none.
    pub(crate) pairs: Cow<'static, [[u32; 3]]>,
    /// Patterns that two words can begin, in rising order for each pair.
    pub(crate) followed: Cow<'static, [Entry]>,
    /// Patterns that a quantity can begin and that go on with anything, in rising order; the others are in `followed`.
    pub(crate) by_quantity: Cow<'static, [Entry]>,
    /// Patterns: a head, then the elements.
    pub(crate) code: Cow<'static, [u32]>,
}

/// Tables as the search reads them, wherever they are kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'t> {
    text: &'t [u8],
    ends: &'t [u32],
    keys: &'t [u64],
    slots: &'t [u32],
    open_from: &'t [u32],
    open: &'t [Entry],
    paired: &'t [u64],
    pairs: &'t [[u32; 3]],
    followed: &'t [Entry],
    pub(crate) by_quantity: &'t [Entry],
    pub(crate) code: &'t [u32],
}

impl Tables {
    /// The same, to be read from.
    pub(crate) fn view(&self) -> View<'_> {
        View {
            text: self.text.as_bytes(),
            ends: &self.ends,
            keys: &self.keys,
            slots: &self.slots,
            open_from: &self.open_from,
            open: &self.open,
            paired: &self.paired,
            pairs: &self.pairs,
            followed: &self.followed,
            by_quantity: &self.by_quantity,
            code: &self.code,
        }
    }
}

impl<'t> View<'t> {
    /// The id of the lower-case word at a place of a text, given its key; 0 when no phrase uses it.
    #[inline]
    pub(crate) fn word(&self, key: u64, text: &[u8], start: usize, end: usize) -> WordId {
        let Some(mask) = self.slots.len().checked_sub(1) else { return 0 };
        let (hash, tag) = word_hash(key);
        let mut at = hash & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return 0;
            }
            let id = slot & WORD_BITS;
            if slot & !WORD_BITS == tag
                && self.keys[id as usize] == key
                && (end - start <= 8 || self.spelling(id) == &text[start..end])
            {
                return id;
            }
            at = (at + 1) & mask;
        }
    }

    fn spelling(&self, id: WordId) -> &'t [u8] {
        &self.text[self.ends[id as usize - 1] as usize..self.ends[id as usize] as usize]
    }

    /// Patterns that a word can begin and that go on with anything.
    #[inline]
    pub(crate) fn open(&self, word: WordId) -> &'t [Entry] {
        &self.open[self.open_from[word as usize] as usize..self.open_from[word as usize + 1] as usize]
    }

    /// Patterns that a word and the next one can begin.
    #[inline]
    pub(crate) fn followed(&self, word: WordId, next: WordId) -> &'t [Entry] {
        let key = word << 16 | next;
        let (place, bit) = pair_bit(key);
        if self.paired.get(place).is_none_or(|bits| bits & bit == 0) {
            return &[];
        }
        let mask = self.pairs.len() - 1;
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

/// What a word is looked up by, the same on every machine: its bytes where they are eight or fewer, so that the key tells
/// the word; else a mixture of its first and last eight.
#[inline]
pub(crate) fn key(text: &[u8], start: usize, end: usize) -> u64 {
    let len = end - start;
    if len <= 8 {
        return match text.get(start..start + 8).and_then(|bytes| <[u8; 8]>::try_from(bytes).ok()) {
            Some(bytes) => u64::from_le_bytes(bytes) & u64::MAX.checked_shr(64 - 8 * len as u32).unwrap_or(0),
            None => text[start..end].iter().rev().fold(0, |key, &byte| key << 8 | u64::from(byte)),
        };
    }
    let last = key(text, end - 8, end);
    key(text, start, start + 8).rotate_left(23) ^ last.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ len as u64
}

/// The bits of a word's id; above them, a slot holds the tag of the word's hash.
const WORD_BITS: u32 = 0xffff;

/// A hash of a word's key, and a tag that tells most words apart that share it.
pub(crate) fn word_hash(key: u64) -> (usize, u32) {
    let mixed = (key ^ key >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed >> 40) as usize, (mixed >> 12) as u32 & !WORD_BITS)
}

/// A hash of two words.
pub(crate) fn pair_hash(key: u32) -> usize {
    (u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
}

/// The place of a pair in [`Tables::paired`]: a word of it, and a bit of that.
pub(crate) fn pair_bit(key: u32) -> (usize, u64) {
    let bit = pair_hash(key) % (PAIRED * 64);
    (bit / 64, 1 << (bit % 64))
}
