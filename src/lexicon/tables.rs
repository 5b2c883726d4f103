//! Phrases as flat tables of numbers: what the search walks, and what the build script writes into the program.
//!
//! Flat, so that the built-in ones are ready when the program starts: nothing is read, allocated or moved to its place.

use std::borrow::Cow;

/// A word of the lexicon; 0 is any word that no phrase uses.
pub(crate) type WordId = u32;

/// A pattern that may begin here: its place in [`Tables::code`], and what else must come behind it, which is nothing
/// (0), a word or [`A_QUANTITY`], or with [`ONE_OF`] set the place in `code` of a [`WordBits`]. With [`ALONE`] set it is a
/// concept and, from [`COUNT_SHIFT`] on, the number of its tokens. [`OPENING`] may be set beside the need.
pub(crate) type Entry = [u32; 2];

/// Words as bits: one that is among them is always told, one that is not seldom.
pub(crate) type WordBits = [u32; 16];

/// The place of a word in [`WordBits`]: a number of them, and a bit of that.
#[inline]
pub(crate) fn word_bit(word: WordId) -> (usize, u32) {
    ((word >> 5 & 15) as usize, 1 << (word & 31))
}

/// Set in an [`Entry`]'s need: it is a place of several words of which one is enough.
pub(crate) const ONE_OF: u32 = 1 << 31;
/// Set in an [`Entry`]'s need: the pattern is no more than the words that led to it, so that its concept has been found.
pub(crate) const ALONE: u32 = 1 << 30;

/// Set in an [`Entry`]'s need: the pattern must stand at the start of its sentence.
pub(crate) const OPENING: u32 = 1 << 29;
/// Stands for a quantity as the first of two words in [`Tables::followed`], and as what an [`Entry`] needs.
pub(crate) const A_QUANTITY: WordId = 0xffff;

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
    /// Where the second words of each first word begin in `seconds`, by its id, then those of [`A_QUANTITY`], and where the
    /// last end.
    pub(crate) seconds_from: Cow<'static, [u32]>,
    /// The words that can come second, in rising order for each first word.
    pub(crate) seconds: Cow<'static, [u16]>,
    /// Where the entries of each of those pairs begin in `followed`, and where the last end.
    pub(crate) followed_from: Cow<'static, [u32]>,
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
    seconds_from: &'t [u32],
    seconds: &'t [u16],
    followed_from: &'t [u32],
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
            seconds_from: &self.seconds_from,
            seconds: &self.seconds,
            followed_from: &self.followed_from,
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
        // The row of a quantity stands behind those of the words.
        let row = (word as usize).min(self.ends.len());
        let (from, to) = (self.seconds_from[row] as usize, self.seconds_from[row + 1] as usize);
        match self.seconds[from..to].binary_search(&(next as u16)) {
            Ok(at) => {
                &self.followed[self.followed_from[from + at] as usize..self.followed_from[from + at + 1] as usize]
            }
            Err(_) => &[],
        }
    }
}

/// What a word is looked up by, the same on every machine: its bytes where they are eight or fewer, so that the key tells
/// the word; else a mixture of its first and last eight.
#[inline]
pub(crate) fn key(text: &[u8], start: usize, end: usize) -> u64 {
    let len = end - start;
    if len > 8 {
        let last = eight(text, end - 8);
        return eight(text, start).rotate_left(23) ^ last.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ len as u64;
    }
    eight(text, start) & MASKS[len]
}

/// The bytes of a key that belong to a word of so many.
const MASKS: [u64; 9] = [
    0,
    0xff,
    0xffff,
    0xff_ffff,
    0xffff_ffff,
    0xff_ffff_ffff,
    0xffff_ffff_ffff,
    0xff_ffff_ffff_ffff,
    0xffff_ffff_ffff_ffff,
];

/// Eight bytes from a place on, as a number; behind the end of the text stand zeros.
#[inline]
pub(crate) fn eight(text: &[u8], at: usize) -> u64 {
    match text.get(at..).and_then(<[u8]>::first_chunk) {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => text[at..].iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte)),
    }
}

/// The bits of a word's id; above them, a slot holds the tag of the word's hash.
const WORD_BITS: u32 = 0xffff;

/// A hash of a word's key, and a tag that tells most words apart that share it.
pub(crate) fn word_hash(key: u64) -> (usize, u32) {
    let mixed = (key ^ key >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed >> 40) as usize, (mixed >> 12) as u32 & !WORD_BITS)
}

/// The place of a pair of words in [`Tables::paired`]: a word of it, and a bit of that.
#[inline]
pub(crate) fn pair_bit(key: u32) -> (usize, u64) {
    let bit = (u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize % (PAIRED * 64);
    (bit / 64, 1 << (bit % 64))
}
