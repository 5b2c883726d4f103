//! Which sentences say something: not those that only name terms, come again, speak to a grader, or stand in no order.

use rustc_hash::{FxBuildHasher, FxHashSet};

use super::Reading;
use crate::document::SentenceId;
use crate::lexicon::Concept;
use crate::lexicon::few::Few;

/// Fewest words of a string of terms: shorter ones are items of an honest list.
const FEWEST_TERMS: usize = 12;
/// Fewest words of a sentence that is told apart from one said before: shorter ones recur in honest text.
const FEWEST_REPEATED: usize = 8;
/// Fewest `the` from which the order of words can be told.
const FEWEST_ARTICLES: usize = 8;

/// Words without which English makes no sentence.
static GLUE: Few = Few::new(&[
    "a", "an", "the", "is", "are", "was", "were", "be", "to", "of", "in", "on", "for", "with", "by", "we", "i", "our",
    "they", "it", "this", "that", "which", "who", "from", "as", "at", "not", "will", "has", "have", "if", "because",
    "so", "but", "than", "when", "how", "what", "each",
]);

impl Reading<'_> {
    /// Sentences that name the rubric's terms one after the other and say nothing with them.
    pub fn strings_of_terms(&self) -> &[SentenceId] {
        &self.strings
    }

    fn is_string_of_terms(&self, sentence: SentenceId) -> bool {
        let words = self.length(sentence);
        if words < FEWEST_TERMS || !self.says(sentence, Concept::RubricTerm) {
            return false;
        }
        let text = self.doc.str(self.doc.sentences[sentence as usize].text);
        // Nearly every word between commas of its own: no sentence is built so.
        if text.matches(',').count() * 5 >= words * 3 {
            return true;
        }
        let terms = self.hits(sentence).iter().filter(|hit| hit.concept == Concept::RubricTerm);
        let termed: usize = terms.map(|hit| self.doc.str(hit.text).split([' ', '-']).count()).sum();
        if termed * 10 < words * 6 {
            return false;
        }
        let s = &self.doc.sentences[sentence as usize];
        let tokens = &self.doc.tokens[s.tokens.start as usize..s.tokens.end as usize];
        tokens.iter().filter(|token| GLUE.has(self.doc.lower_str(token.text))).count() * 10 <= words
    }

    /// True when the words stand in no order that English has: too often, nothing that can be named follows `the`.
    pub fn is_scrambled(&self) -> bool {
        let doc = self.doc;
        let lower = doc.lower.as_bytes();
        let (mut articles, mut lost) = (0, 0);
        for &sentence in &self.written {
            let s = &doc.sentences[sentence as usize];
            let tokens = &doc.tokens[s.tokens.start as usize..s.tokens.end as usize];
            for (at, token) in tokens.iter().enumerate() {
                if token.text.len() == 3 && lower[token.text.start as usize..].starts_with(b"the") {
                    articles += 1;
                    lost += usize::from(tokens.get(at + 1).is_none_or(|next| cannot_follow(doc.lower_str(next.text))));
                }
            }
        }
        articles >= FEWEST_ARTICLES && lost * 6 >= articles
    }

    /// Takes the sentences that say nothing out of those that say something.
    pub(super) fn keep_what_says_something(&mut self) {
        self.scrambled = self.is_scrambled();
        self.strings = self.written().filter(|&s| self.is_string_of_terms(s)).collect();
        let again = self.said_again();
        let said = self.written.iter().zip(again).filter(|&(&s, again)| {
            !(self.scrambled || again || self.says(s, Concept::GraderOrder) || self.strings.contains(&s))
        });
        self.said = said.map(|(&s, _)| s).collect();
        self.numbered = self.sentences().filter(|&s| !self.quantities_within(s).is_empty()).collect();
    }

    /// For each sentence of content, whether it was said before: a long one alone, a short one with a long one beside it.
    fn said_again(&self) -> Vec<bool> {
        let mut seen = FxHashSet::with_capacity_and_hasher(self.written.len(), FxBuildHasher);
        let wording = |s: SentenceId| self.wording_of(&self.doc.sentences[s as usize].tokens);
        let before: Vec<bool> = self.written.iter().map(|&s| !seen.insert(wording(s))).collect();
        let mut again = Vec::with_capacity(before.len());
        for run in before.chunk_by(|one, next| one == next) {
            let from = again.len();
            let long = |at: usize| self.length(self.written[at]) >= FEWEST_REPEATED;
            let long: Vec<bool> = (from..from + run.len()).map(|at| run[0] && long(at)).collect();
            // Two long ones tell a pasted passage, whose short sentences go with it.
            let pasted = long.iter().filter(|long| **long).count() > 1;
            again.extend(long.into_iter().map(|long| long || pasted));
        }
        again
    }
}

/// A word or mark that does not follow `the`.
fn cannot_follow(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "of"
            | "is"
            | "are"
            | "was"
            | "were"
            | "and"
            | "or"
            | "for"
            | "with"
            | "by"
            | "that"
            | "it"
            | "we"
            | "they"
            | "be"
            | "from"
            | "at"
            | "has"
            | "have"
            | "will"
            | "."
            | ","
            | ";"
            | ":"
    )
}
