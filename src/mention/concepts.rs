//! A set of concepts, as bits.

use crate::lexicon::Concept;

const WORDS: usize = Concept::ALL.len().div_ceil(64);

/// Which concepts were found somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ConceptSet([u64; WORDS]);

impl ConceptSet {
    /// True when the set holds a concept.
    #[inline]
    pub fn has(&self, concept: Concept) -> bool {
        let at = concept as usize;
        self.0[at / 64] >> (at % 64) & 1 == 1
    }

    /// True when the set holds one of these concepts.
    #[inline]
    pub fn has_any(&self, concepts: &[Concept]) -> bool {
        concepts.iter().any(|&c| self.has(c))
    }

    /// True when nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|&word| word == 0)
    }

    /// Calls `f` with the number of each concept, in order.
    #[inline]
    pub(crate) fn each(&self, f: impl FnMut(usize)) {
        each_bit(&self.0, f);
    }

    /// The same without what another holds.
    #[must_use]
    pub(crate) fn without(mut self, other: &Self) -> Self {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine &= !theirs;
        }
        self
    }

    /// What both of the two hold.
    #[must_use]
    #[inline]
    pub(crate) fn common(mut self, other: &Self) -> Self {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine &= theirs;
        }
        self
    }

    /// Adds a concept.
    #[inline]
    pub(crate) fn add(&mut self, concept: Concept) {
        let at = concept as usize;
        self.0[at / 64] |= 1 << (at % 64);
    }

    /// What either of the two holds.
    #[must_use]
    #[inline]
    pub fn union(mut self, other: &Self) -> Self {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine |= theirs;
        }
        self
    }
}

/// Calls `f` with the number of each bit that is set, in order.
#[inline]
pub(crate) fn each_bit(words: &[u64], mut f: impl FnMut(usize)) {
    for (at, &word) in words.iter().enumerate() {
        let mut rest = word;
        while rest != 0 {
            f(at * 64 + rest.trailing_zeros() as usize);
            rest &= rest - 1;
        }
    }
}
