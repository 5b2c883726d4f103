//! One engine a run: the rubric in force and its compiled word lists, shared by all threads.

use crate::document::Document;
use crate::facts::Facts;
use crate::facts::listing::Fact;
use crate::facts::weighed::Weights;
use crate::lexicon::Lexicon;
use crate::mention::Reading;
use crate::source::Source;

/// Everything that is the same for each artifact of a run.
#[derive(Debug)]
pub struct Engine {
    lexicon: Lexicon,
    weights: Weights,
}

/// The facts of one artifact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactList {
    /// Id of the kind it was read as.
    pub kind: String,
    /// In source order.
    pub facts: Vec<Fact>,
}

impl Engine {
    /// The engine with the built-in rubric.
    pub fn embedded() -> Self {
        Self { lexicon: Lexicon::embedded(), weights: Weights::embedded() }
    }

    /// What was read out of an artifact.
    pub fn facts(&self, source: &Source, kind: Option<&str>) -> FactList {
        let doc = Document::read(source);
        let reading = Reading::of(&doc, &self.lexicon);
        let facts = Facts::read(&reading, &self.weights);
        FactList { kind: kind.unwrap_or("prd-lite").to_owned(), facts: facts.list(&doc) }
    }
}
