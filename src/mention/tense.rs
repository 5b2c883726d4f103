//! A word → whether it is a verb in the past tense, or one of the present that tells a state.

use crate::lexicon::few::Short;
use crate::lexicon::tables::key;

/// A verb in the past tense.
pub(super) const PAST: u8 = 1;
/// "is", "has" and their like.
pub(super) const PRESENT: u8 = 2;
/// Ends as a past tense does and is none.
const NO_PAST: u8 = 4;

static TENSES: Short = Short::new(&[
    ("was", PAST),
    ("were", PAST),
    ("had", PAST),
    ("did", PAST),
    ("didn't", PAST),
    ("wasn't", PAST),
    ("weren't", PAST),
    ("couldn't", PAST),
    ("said", PAST),
    ("told", PAST),
    ("found", PAST),
    ("saw", PAST),
    ("felt", PAST),
    ("thought", PAST),
    ("knew", PAST),
    ("went", PAST),
    ("came", PAST),
    ("took", PAST),
    ("got", PAST),
    ("gave", PAST),
    ("made", PAST),
    ("rose", PAST),
    ("fell", PAST),
    ("grew", PAST),
    ("began", PAST),
    ("kept", PAST),
    ("left", PAST),
    ("exceed", NO_PAST),
    ("proceed", NO_PAST),
    ("indeed", NO_PAST),
    ("speed", NO_PAST),
    ("embed", NO_PAST),
    ("based", NO_PAST),
    ("is", PRESENT),
    ("are", PRESENT),
    ("has", PRESENT),
    ("have", PRESENT),
]);

/// True for a lower-case word in the past tense.
pub(crate) fn is_past(word: &[u8]) -> bool {
    of(key(word, 0, word.len()), word) & PAST != 0
}

/// The tense of a lower-case word, given its key: [`PAST`], [`PRESENT`] or neither.
#[inline]
pub(super) fn of(key: u64, word: &[u8]) -> u8 {
    let told = TENSES.bits(key, word.len());
    let ended = told == 0 && word.len() > 4 && word.ends_with(b"ed");
    if ended { PAST } else { told & (PAST | PRESENT) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_past_tense_is_told_by_its_ending_or_by_the_word() {
        for word in ["was", "couldn't", "left", "skipped", "misinterpreted"] {
            assert!(is_past(word.as_bytes()), "{word}");
        }
        for word in ["wash", "exceed", "based", "used", "need", "is"] {
            assert!(!is_past(word.as_bytes()), "{word}");
        }
    }
}
