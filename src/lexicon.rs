//! Word lists → a lexicon: phrases compiled once, found in one walk over a document's tokens.
//!
//! A phrase is a row of elements parted by spaces; the README of `rubric/words/` tells their notation. Phrases are looked
//! up by their first two words, so a token that begins none costs one table look-up.

mod compile;
pub(crate) mod few;
pub(crate) mod lists;
pub(crate) mod pattern;
mod spelling;
pub mod stem;
pub(crate) mod tables;

use crate::span::Span;
use tables::Tables;

include!(concat!(env!("OUT_DIR"), "/concepts.rs"));
include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// All phrases, ready to be looked for.
#[derive(Debug)]
pub struct Lexicon {
    tables: Tables,
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
    /// The built-in word lists, which the build script has compiled.
    pub fn embedded() -> Self {
        Self { tables: BUILT_IN }
    }

    /// Compiles word lists, given as path and text. A later file adds its phrases to those of an earlier one.
    ///
    /// # Errors
    /// Every mistake in them: bad TOML, a concept that the program does not know, a phrase that cannot be read.
    pub fn compile<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Vec<WordListError>> {
        let number = |id: &str| Concept::from_id(id).map(|concept| concept as u16);
        let compiled = compile::compile(files, number).map_err(|mistakes| {
            let told = mistakes.into_iter().map(|mistake| WordListError {
                path: mistake.path,
                span: mistake.span.map(|s| Span::new(s.start, s.end)),
                message: mistake.message,
            });
            told.collect::<Vec<_>>()
        })?;
        Ok(Self { tables: compiled })
    }

    /// Its tables.
    pub(crate) fn tables(&self) -> &Tables {
        &self.tables
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

/// The same but the word lists as JSON.
pub(crate) const EMBEDDED_JSON: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rubric_json.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_tables_are_those_of_the_word_lists() {
        let files = EMBEDDED.iter().filter(|(path, _)| path.starts_with("words/") && path.ends_with(".toml"));
        let compiled = Lexicon::compile(files.copied()).expect("the built-in word lists compile");
        assert_eq!(compiled.tables.code, BUILT_IN.code);
        assert_eq!(compiled.tables.text, BUILT_IN.text);
        assert_eq!(compiled.tables.followed, BUILT_IN.followed);
    }

    #[test]
    fn a_mistake_names_its_file_and_place() {
        let text = "[no-such-concept]\nsays = \"x\"\nphrases = [\"a\"]\n";
        let errors = Lexicon::compile([("words/x.toml", text)]).unwrap_err();
        assert_eq!(errors[0].to_string(), "words/x.toml: there is no concept `no-such-concept`");
        assert!(errors[0].span.is_some());
    }
}
