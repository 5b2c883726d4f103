//! A sentence → which of its numbers were seen, and which are aimed at, supposed, allowed or reckoned.
//!
//! A number stands under the last word before it that says how it is meant: "we'd want 45% after eight weeks" is an
//! aim, "if 30% leave" a supposition, "7.4% today" an observation.

use crate::document::{SentenceId, Token, TokenKind};
use crate::lexicon::Concept;
use crate::mention::quantity::{Quantity, QuantityKind};
use crate::mention::tense::is_past;
use crate::mention::{Hit, Reading};
use crate::span::TextRange;

/// Letters between a number and the words after it that bound it: a space, or a closing mark and a space.
const NEXT: u32 = 2;

/// Goes once through a sentence, from number to number.
pub(super) struct Meant<'r> {
    reading: &'r Reading<'r>,
    hits: &'r [Hit],
    tokens: &'r [Token],
    /// What stands before the place reached says that numbers are meant, not seen.
    supposed: bool,
    /// A past tense stands in the same clause.
    past: bool,
    /// A bound that the next number is held to stands before the place reached.
    held: bool,
    /// The word before is a form of "be" or "get", so that one in "-ed" after it is no past tense.
    passive: bool,
}

impl<'r> Meant<'r> {
    pub(super) fn of(reading: &'r Reading<'r>, sentence: SentenceId) -> Self {
        let tokens = &reading.doc.sentences[sentence as usize].tokens;
        Self {
            reading,
            hits: reading.hits(sentence),
            tokens: &reading.doc.tokens[tokens.start as usize..tokens.end as usize],
            supposed: false,
            past: false,
            held: false,
            passive: false,
        }
    }

    /// The quantity was not observed. Quantities are asked for in the order of their places.
    pub(super) fn is(&mut self, quantity: &Quantity) -> bool {
        if quantity.kind == QuantityKind::Effort {
            return true;
        }
        let held = self.stands_under(quantity.text) || self.held;
        self.held = false;
        held || self.bounded(quantity.text)
    }

    /// What stands before a stretch says that it is meant. Stretches are asked for in the order of their places.
    pub(super) fn stands_under(&mut self, place: TextRange) -> bool {
        self.go_to(place);
        self.supposed
    }

    fn go_to(&mut self, place: TextRange) {
        while let Some((token, rest)) = self.tokens.split_first() {
            if token.text.start >= place.start {
                break;
            }
            self.tokens = rest;
            self.pass_hits(token.text.start);
            self.pass(token);
        }
        self.pass_hits(place.start);
    }

    /// Takes in the phrases that begin at a place or before it.
    fn pass_hits(&mut self, place: u32) {
        while let Some((hit, rest)) = self.hits.split_first() {
            if hit.text.start > place {
                break;
            }
            match hit.concept {
                Concept::Supposed => self.supposed = true,
                Concept::Allowed if !self.past => self.held = true,
                Concept::SeenNow => self.supposed = false,
                _ => {}
            }
            self.hits = rest;
        }
    }

    fn pass(&mut self, token: &Token) {
        let word = self.reading.doc.lower_str(token.text).as_bytes();
        match token.kind {
            TokenKind::Word => {
                let told = is_past(word) && !(self.passive && word.ends_with(b"ed"));
                if told
                    && !matches!(word, b"expected" | b"needed" | b"wanted" | b"planned" | b"estimated" | b"projected")
                {
                    self.past = true;
                    self.supposed = false;
                }
                self.passive = matches!(word, b"is" | b"are" | b"be" | b"been" | b"being" | b"get" | b"gets");
            }
            TokenKind::Mark if matches!(word, b";" | b":") => (self.supposed, self.past) = (false, false),
            _ => {}
        }
    }

    /// Words right after a number bound it or tell that it is wanted.
    fn bounded(&self, place: TextRange) -> bool {
        self.hits
            .iter()
            .take_while(|hit| hit.text.start <= place.end + NEXT)
            .any(|hit| hit.concept == Concept::BoundAfter && hit.text.start >= place.end)
    }
}
