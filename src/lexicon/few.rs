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
    fn a_word_is_one_of_few_only_when_it_is_written_so() {
        const WORDS: [&str; 4] = ["a", "the", "notwithstanding", "characteristically"];
        static FEW: Few = Few::new(&WORDS);
        assert!(WORDS.iter().all(|word| FEW.has(word)));
        for other in ["", "b", "th", "thee", "tie", "The", "uncharacteristically", "é"] {
            assert!(!FEW.has(other), "{other}");
        }
    }
}
