//! A few words of the program's own → whether a word is one of them.

/// Words that are asked for often: most others are told apart by their length and first letter.
#[derive(Debug)]
pub(crate) struct Few {
    words: &'static [&'static str],
    /// For each length, the first letters of the words that have it, as bits.
    firsts: [u32; LENGTHS],
}

/// All lengths from the last on are one.
const LENGTHS: usize = 16;

impl Few {
    /// Some words, none of them empty.
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        let mut firsts = [0; LENGTHS];
        let mut at = 0;
        while at < words.len() {
            let bytes = words[at].as_bytes();
            firsts[length(bytes)] |= bit(bytes[0]);
            at += 1;
        }
        Self { words, firsts }
    }

    /// True when a word is one of them.
    #[inline]
    pub(crate) fn has(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        bytes.first().is_some_and(|&first| self.firsts[length(bytes)] & bit(first) != 0) && self.words.contains(&word)
    }
}

/// Words of at most eight bytes that every word of a text is held against, each with what it stands for as bits: one look at
/// a table tells.
#[derive(Debug)]
pub(crate) struct Short {
    /// The keys of the words with their bits, by a hash of them; 0 where there is none.
    slots: [(u64, u8); SLOTS],
}

/// Many more than there are words, so that most others meet an empty slot.
const SLOTS: usize = 256;

impl Short {
    /// Some words of one to eight bytes, each with its bits.
    pub(crate) const fn new(words: &[(&str, u8)]) -> Self {
        let mut slots = [(0, 0); SLOTS];
        let mut at = 0;
        while at < words.len() {
            let bytes = words[at].0.as_bytes();
            assert!(!bytes.is_empty() && bytes.len() <= 8);
            let (mut key, mut byte) = (0, bytes.len());
            while byte > 0 {
                byte -= 1;
                key = key << 8 | bytes[byte] as u64;
            }
            let mut slot = Self::slot(key);
            while slots[slot].0 != 0 {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = (key, words[at].1);
            at += 1;
        }
        Self { slots }
    }

    /// The bits of a word of so many bytes, given its [`key`](super::tables::key); none where it is none of the words.
    #[inline]
    pub(crate) fn bits(&self, key: u64, len: usize) -> u8 {
        let mut slot = Self::slot(key);
        while self.slots[slot].0 != 0 {
            if self.slots[slot].0 == key {
                return if len <= 8 { self.slots[slot].1 } else { 0 };
            }
            slot = (slot + 1) % SLOTS;
        }
        0
    }

    const fn slot(key: u64) -> usize {
        (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as usize
    }
}

const fn length(word: &[u8]) -> usize {
    if word.len() < LENGTHS { word.len() } else { LENGTHS - 1 }
}

const fn bit(first: u8) -> u32 {
    1 << (first & 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_word_is_told_by_its_key() {
        use super::super::tables::key;
        const WORDS: [(&str, u8); 4] = [("a", 1), ("the", 2), ("couldn't", 4), ("is", 3)];
        static SHORT: Short = Short::new(&WORDS);
        let bits = |word: &str| SHORT.bits(key(word.as_bytes(), 0, word.len()), word.len());
        assert!(WORDS.into_iter().all(|(word, expected)| bits(word) == expected));
        assert!(["b", "th", "thee", "couldn't've", "it"].into_iter().all(|word| bits(word) == 0));
    }

    #[test]
    fn a_word_is_one_of_few_only_when_it_is_written_so() {
        const WORDS: [&str; 4] = ["a", "the", "notwithstanding", "characteristically"];
        static FEW: Few = Few::new(&WORDS);
        assert!(WORDS.iter().all(|word| FEW.has(word)));
        for other in ["", "b", "th", "thee", "tie", "The", "uncharacteristically", "é"] {
            assert!(!FEW.has(other), "{other}");
        }
    }
}
