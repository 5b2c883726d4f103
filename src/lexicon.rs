//! Word lists → a lexicon: phrases compiled once, found in one walk over a document's tokens.
//!
//! A phrase is a row of elements parted by spaces; the README of `rubric/words/` tells their notation. Phrases are looked
//! up by their first two words, so a token that begins none costs one table look-up.

pub(crate) mod pattern;
mod spelling;

use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;

use crate::span::Span;
use pattern::{Element, Pattern};

include!(concat!(env!("OUT_DIR"), "/concepts.rs"));

/// A word of the lexicon; 0 is any word that no phrase uses.
pub(crate) type WordId = u32;

/// All phrases, ready to be looked for.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: FxHashMap<Box<str>, WordId>,
    patterns: Vec<Pattern>,
    /// Patterns by the id of a word that they can begin with.
    by_first: Vec<Starts>,
    /// Patterns that begin with a quantity.
    by_quantity: Vec<u32>,
}

/// The patterns that a word can begin, each list in rising order.
#[derive(Debug, Default)]
struct Starts {
    /// Those that go on with any word, or end.
    open: Vec<u32>,
    /// Those that go on with a word of this id.
    followed: FxHashMap<WordId, Vec<u32>>,
}

/// One heading of a word list, as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[expect(dead_code, reason = "read by the build script, which makes it the concept's doc comment")]
    says: String,
    phrases: toml::Spanned<Vec<toml::Spanned<String>>>,
}

/// A mistake in a word list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {message}")]
pub struct WordListError {
    /// The file, as it is called in the rubric.
    pub path: String,
    /// Where in the file, if known.
    pub span: Option<Span>,
    /// What is wrong.
    pub message: String,
}

impl Lexicon {
    /// Compiles word lists, given as path and text. A later file adds its phrases to those of an earlier one.
    ///
    /// # Errors
    /// Every mistake in them: bad TOML, a concept that the program does not know, a phrase that cannot be read.
    pub fn compile<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Vec<WordListError>> {
        let mut lexicon = Self { by_first: vec![Starts::default()], ..Self::default() };
        let mut errors = Vec::new();
        for (path, text) in files {
            let mut fail = |span: Option<std::ops::Range<usize>>, message: String| {
                errors.push(WordListError {
                    path: path.to_owned(),
                    span: span.map(|s| Span::new(s.start, s.end)),
                    message,
                });
            };
            let entries: BTreeMap<toml::Spanned<String>, Entry> = match toml::from_str(text) {
                Ok(entries) => entries,
                Err(error) => {
                    fail(error.span(), error.message().to_owned());
                    continue;
                }
            };
            for (id, entry) in entries {
                let Some(concept) = Concept::from_id(id.as_ref()) else {
                    fail(Some(id.span()), format!("there is no concept `{}`", id.as_ref()));
                    continue;
                };
                for phrase in entry.phrases.into_inner() {
                    if let Err(message) = lexicon.add(concept, phrase.as_ref()) {
                        fail(Some(phrase.span()), format!("`{}`: {message}", phrase.as_ref()));
                    }
                }
            }
        }
        if errors.is_empty() { Ok(lexicon) } else { Err(errors) }
    }

    /// The built-in word lists, for tests of what is read with them.
    #[cfg(test)]
    pub(crate) fn embedded() -> Self {
        let files = EMBEDDED.iter().filter(|(path, _)| path.starts_with("words/") && path.ends_with(".toml"));
        match Self::compile(files.copied()) {
            Ok(lexicon) => lexicon,
            Err(errors) => panic!("the built-in word lists do not compile: {errors:?}"),
        }
    }

    /// The id of a lower-case word, 0 when no phrase uses it.
    pub(crate) fn word(&self, lower: &str) -> WordId {
        self.words.get(lower).copied().unwrap_or(0)
    }

    /// The number of words, 0 included.
    pub(crate) fn size(&self) -> usize {
        self.by_first.len()
    }

    /// Patterns that a word can begin when `next` follows it, in the order in which they were added.
    pub(crate) fn starting_with(&self, word: WordId, next: WordId) -> impl Iterator<Item = &Pattern> {
        let starts = &self.by_first[word as usize];
        let mut open = starts.open.as_slice();
        let mut followed = starts.followed.get(&next).map_or(&[][..], Vec::as_slice);
        std::iter::from_fn(move || {
            let first_followed = followed.first().is_some_and(|f| open.first().is_none_or(|o| f < o));
            let list = if first_followed { &mut followed } else { &mut open };
            let (&at, rest) = list.split_first()?;
            *list = rest;
            Some(&self.patterns[at as usize])
        })
    }

    /// Patterns that a quantity can begin.
    pub(crate) fn starting_with_quantity(&self) -> impl Iterator<Item = &Pattern> {
        self.by_quantity.iter().map(|&at| &self.patterns[at as usize])
    }

    fn add(&mut self, concept: Concept, phrase: &str) -> Result<(), String> {
        let pattern = Pattern::parse(concept, phrase, &mut |word| self.intern(word))?;
        let at = self.patterns.len() as u32;
        for (place, element) in pattern.elements.iter().enumerate() {
            match element {
                Element::Words { words, .. } => {
                    let next = pattern.next_words(place + 1);
                    for &w in words {
                        self.by_first[w as usize].add(at, next.as_deref());
                    }
                }
                Element::Quantity { .. } => self.by_quantity.push(at),
                Element::Gap { .. } => return Err("a phrase cannot begin with a gap".to_owned()),
            }
            if !element.optional() {
                break;
            }
        }
        if pattern.elements.iter().all(Element::optional) {
            return Err("a phrase needs at least one element that must be there".to_owned());
        }
        self.patterns.push(pattern);
        Ok(())
    }

    fn intern(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.words.get(word) {
            return id;
        }
        let id = self.by_first.len() as u32;
        self.by_first.push(Starts::default());
        self.words.insert(word.into(), id);
        id
    }
}

impl Starts {
    /// Adds a pattern that goes on with one of these words; with any when there are none.
    fn add(&mut self, pattern: u32, next: Option<&[WordId]>) {
        let put = |list: &mut Vec<u32>| {
            if list.last() != Some(&pattern) {
                list.push(pattern);
            }
        };
        match next {
            Some(words) => words.iter().for_each(|&word| put(self.followed.entry(word).or_default())),
            None => put(&mut self.open),
        }
    }
}

impl Concept {
    /// The concept of an id, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.binary_search_by(|c| c.id().cmp(id)).ok().map(|at| Self::ALL[at])
    }
}

/// The files of `rubric/` as built into the program.
pub(crate) const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rubric.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_word_lists_compile() {
        assert!(!Lexicon::embedded().patterns.is_empty());
    }

    #[test]
    fn a_mistake_names_its_file_and_place() {
        let text = "[no-such-concept]\nsays = \"x\"\nphrases = [\"a\"]\n";
        let errors = Lexicon::compile([("words/x.toml", text)]).unwrap_err();
        assert_eq!(errors[0].to_string(), "words/x.toml: there is no concept `no-such-concept`");
        assert!(errors[0].span.is_some());
    }
}
