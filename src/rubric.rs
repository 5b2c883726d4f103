//! Rubric files → the rubric in force: what is judged, what it is worth, what to say.
//!
//! The built-in files are embedded; a mentor's folder lays files of the same names over them, key by key. A mistake names
//! its file, line and key, and every mistake is told before loading fails.

mod asks;
mod criterion;
mod files;
mod load;
mod quotes;
mod tells;
mod why;

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3;

use crate::mention::ClaimLimits;
use crate::mention::topic::TopicText;
use crate::review::Severity;
use crate::signal::ClarityLimits;
pub use asks::Asks;
pub use criterion::{Criterion, Need, Others};
pub use files::RubricFile;
pub use quotes::{Ground, QuoteRule, Quotes};
pub use tells::{Tell, Topic};
pub use why::{Held, Phrasing};

/// The number of levels, 0 to 4.
pub const LEVELS: usize = 5;

/// Everything that judging needs and that is no code.
#[derive(Debug)]
pub struct Rubric {
    /// Its name.
    pub name: String,
    /// The five levels, from absent to strong.
    pub levels: Vec<Level>,
    /// Scores from which the overall levels 1 to 4 begin.
    pub bands: [f64; 4],
    /// Criteria whose level must be at least 2 for an overall `strong`, where the kind gives them this weight or more.
    pub gate: Gate,
    /// The numbers that the signals of clarity go by.
    pub clarity: ClarityLimits,
    /// The criteria, in the order in which they are told.
    pub criteria: Vec<Criterion>,
    /// The kinds of artifact.
    pub kinds: Vec<Kind>,
    /// Texts of each signal.
    pub signals: BTreeMap<String, SignalText>,
    /// Texts of each check.
    pub findings: BTreeMap<String, FindingText>,
    /// How the sentence about a level is put together.
    pub phrasing: Phrasing,
    /// What may be quoted as evidence of each signal.
    pub quotes: Quotes,
    /// When a text is made of figures with nothing behind them.
    pub claims: ClaimLimits,
    /// What tells what a text is about.
    pub topic: TopicText,
    /// The files it was made of.
    pub files: Vec<RubricFile>,
}

/// A level's name and what it means as an overall level.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// `absent`, `weak`, `developing`, `solid`, `strong`.
    pub name: String,
    /// What it says of the whole.
    pub overall: String,
}

/// What an overall `strong` cannot do without.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Ids of criteria.
    pub criteria: Vec<String>,
    /// The weight from which the gate holds.
    pub weight: u32,
}

/// A kind of artifact.
#[derive(Debug, Clone, Serialize)]
pub struct Kind {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When to use it.
    #[serde(rename = "use")]
    pub when: String,
    /// Weight of each criterion, in the order of [`Rubric::criteria`]; 100 in all.
    pub weights: Vec<u32>,
    /// Ids of the signals that its craft is made of.
    pub craft: Vec<String>,
    /// Words in titles, headings, labels and column headers that tell it.
    pub cues: Vec<String>,
    /// What its authors call it in the lines at the start, beside its name.
    pub called: Vec<String>,
    /// Facts that tell it.
    #[serde(skip)]
    pub tells: Vec<Tell>,
    /// What its text keeps speaking of.
    #[serde(skip)]
    pub topics: Vec<Topic>,
    /// Points that it has before anything speaks for it.
    #[serde(skip)]
    pub lean: f64,
    /// The sections that a strong one has.
    pub sections: Vec<Section>,
}

/// A section of a kind.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// What it must answer.
    pub asks: String,
}

/// What is said about a signal.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SignalText {
    /// Id of the criterion it belongs to.
    pub criterion: String,
    /// What it looks for, as a noun phrase.
    pub asks: String,
    /// A clause that says that it is held.
    pub held: Held,
    /// A clause that says that nothing of it was found.
    pub lacking: String,
    /// Id of the signal that is told to be missing, and advised, in its place while that is not held either.
    #[serde(default)]
    pub rests_on: Option<String>,
    /// Ids of signals that need not be told beside it, as it says more than they do.
    #[serde(default)]
    pub covers: Vec<String>,
    /// Ids of signals that who follows its next step adds as well.
    #[serde(default)]
    pub brings: Vec<String>,
    /// What to write when it is missing.
    pub next_step: String,
    /// Why readers care.
    pub because: String,
    /// The heading that both examples stand under, where they cannot be told without one.
    #[serde(default)]
    pub under: Option<String>,
    /// Words that lack it.
    pub weak: String,
    /// Words that have it.
    pub strong: String,
}

impl SignalText {
    /// An example as the small artifact that it is read as.
    pub fn example(&self, words: &str) -> String {
        match &self.under {
            Some(heading) => format!("# Draft\n\n## {heading}\n\n{words}\n"),
            None => format!("# Draft\n\n{words}\n"),
        }
    }
}

/// What is said about a finding.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FindingText {
    /// Id of the check.
    pub id: String,
    /// Id of the criterion it weakens.
    pub criterion: String,
    /// How much it matters.
    pub severity: Severity,
    /// False when a mentor has turned it off.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// What the check looks for.
    pub looks_for: String,
    /// What is wrong; `{words}` stands for the words in question, other names in braces for what the check worked out.
    pub message: String,
    /// What is said of the other places of a finding, by the name that the check gives each.
    #[serde(default)]
    pub related: BTreeMap<String, String>,
    /// What to do.
    pub help: String,
    /// Why readers care.
    pub because: String,
    /// Words that it finds.
    pub weak: String,
    /// The same said well.
    pub strong: String,
}

/// The known name that a mistyped one most likely stands for.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    known
        .map(|candidate| (strsim::jaro_winkler(&name, &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, candidate)| candidate)
}

fn yes() -> bool {
    true
}

/// A mistake in a rubric.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}:{line}: {message}")]
pub struct RubricError {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and with which key.
    pub message: String,
}

impl Rubric {
    /// The built-in rubric.
    ///
    /// # Panics
    /// Never in a released program: a test loads the same files.
    pub fn embedded() -> Self {
        match load::load(files::embedded()) {
            Ok(rubric) => rubric,
            Err(errors) => panic!("the built-in rubric cannot be loaded: {errors:?}"),
        }
    }

    /// The built-in rubric with a mentor's folder laid over it.
    ///
    /// # Errors
    /// Every mistake in the folder's files, in order of file and line.
    pub fn with_folder(folder: &Path) -> Result<Self, Vec<RubricError>> {
        load::load(files::overlaid(folder)?)
    }

    /// The kind of an id.
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }

    /// The criterion of an id.
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }

    /// Word lists and weights, by path below the rubric's folder.
    pub fn texts(&self, prefix: &str) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().flat_map(RubricFile::layers).filter(move |(path, _)| path.starts_with(prefix))
    }

    /// A mistake in one of the rubric's files, at the line of a place in it.
    pub(crate) fn locate(&self, path: &str, span: Option<crate::span::Span>, message: String) -> RubricError {
        let file = self.files.iter().find(|file| file.path == path);
        let own = file.and_then(|file| file.own.as_ref());
        let text = own.map(|(text, _)| text.as_str()).or(file.and_then(|file| file.built_in)).unwrap_or_default();
        let before = span.and_then(|span| text.get(..span.start)).unwrap_or_default();
        let path = own.map_or_else(|| path.to_owned(), |(_, path)| path.clone());
        RubricError { path, line: before.matches('\n').count() + 1, message }
    }

    /// A hash of everything that the rubric is made of, the same on every machine.
    pub fn hash(&self) -> String {
        let mut hash = Xxh3::new();
        for (path, text) in self.files.iter().flat_map(RubricFile::layers) {
            hash.update(path.as_bytes());
            hash.update(&[0]);
            hash.update(text.as_bytes());
            hash.update(&[0]);
        }
        format!("{:016x}", hash.digest())
    }
}
