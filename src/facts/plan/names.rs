//! Names of steps → the step that words name.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::document::TokenKind;
use crate::lexicon::lists;
use crate::mention::Reading;
use crate::span::TextRange;

/// Most words of a name that are looked at.
pub(super) const LONGEST: usize = 8;

/// The names by which steps are known.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By their words, in lower case; none where two steps go by one name.
    known: BTreeMap<String, Option<u32>>,
}

/// The words of a stretch, in lower case, up to the first mark that ends a phrase; articles are left out.
pub(super) fn phrase<'r>(reading: &'r Reading<'_>, text: TextRange) -> Vec<&'r str> {
    let doc = reading.doc;
    let mut words = Vec::new();
    for token in &doc.tokens[doc.tokens_within(text)] {
        let word = doc.lower_str(token.text);
        if token.kind == TokenKind::Mark {
            match word {
                "-" | "/" | "'" | "\"" | "*" | "#" => continue,
                _ if words.is_empty() => continue,
                _ => break,
            }
        }
        if !matches!(word, "the" | "a" | "an" | "our" | "its") {
            words.push(word);
        }
        // One more than a name may have tells that the phrase goes on.
        if words.len() > LONGEST {
            break;
        }
    }
    words
}

impl Names {
    /// Gives a step another name; one that is too short to tell it apart is left out.
    pub(super) fn add(&mut self, words: &[&str], step: u32) {
        let lettered = |word: &&&str| word.parse::<f64>().is_err();
        let long = words.iter().filter(lettered).any(|word| word.len() >= 4)
            || words.iter().filter(lettered).filter(|word| word.len() == 3).count() >= 2;
        let numbered = words.len() == 2 && words[1].parse::<u8>().is_ok();
        if words.is_empty() || words.len() > LONGEST || !(long || numbered) {
            return;
        }
        self.known
            .entry(words.join(" "))
            .and_modify(|known| *known = known.filter(|known| *known == step))
            .or_insert(Some(step));
    }

    /// The step that goes by exactly these words.
    pub(super) fn exact(&self, words: &[&str]) -> Option<u32> {
        self.known.get(&words.join(" ")).copied().flatten()
    }

    /// The step whose name begins with these words, if they are enough to tell it.
    fn begun(&self, words: &[&str]) -> Option<u32> {
        if words.len() < 2 || words.len() > LONGEST {
            return None;
        }
        let start = format!("{} ", words.join(" "));
        let from = (Bound::Included(start.as_str()), Bound::Unbounded);
        let mut others = self.known.range::<str, _>(from).take_while(|(name, _)| name.starts_with(&start));
        let (_, step) = others.next()?;
        others.all(|(_, other)| other == step).then_some(*step).flatten()
    }

    /// The step that words are about when nothing else stands in them.
    pub(super) fn whole(&self, words: &[&str]) -> Option<u32> {
        self.exact(words).or_else(|| self.begun(words))
    }

    /// The step that words begin with, followed by nothing that makes another thing of it, and how many words name it.
    pub(super) fn leading(&self, words: &[&str]) -> Option<(u32, usize)> {
        let longest = words.len().min(LONGEST);
        for count in (1..=longest).rev() {
            let over = words.get(count).is_none_or(|word| lists::STEP_ENDS.contains(word));
            if let Some(step) = self.exact(&words[..count]).filter(|_| over) {
                return Some((step, count));
            }
        }
        let over = words.iter().position(|word| lists::STEP_ENDS.contains(word)).unwrap_or(words.len());
        self.begun(&words[..over]).map(|step| (step, over))
    }
}
