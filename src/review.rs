//! The result for one artifact: plain data, drawn by every output and changed by none.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// What was found for one artifact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// Id of the kind it was judged as.
    pub kind: String,
    /// How the kind was known.
    pub kind_from: KindFrom,
    /// The artifact's own title, or nothing where it has none.
    pub title: Option<String>,
    /// Words of content.
    pub words: usize,
    /// From 0 to 100, rounded to one decimal.
    pub score: f64,
    /// Overall level, 0 to 4.
    pub level: u8,
    /// The overall level's name in the rubric.
    pub level_name: String,
    /// One judgement a criterion, in the rubric's order.
    pub criteria: Vec<Judgement>,
    /// What is wrong in a place, in the order of the source.
    pub findings: Vec<Finding>,
    /// The edits that would raise the score most, best first; at most five.
    pub next_steps: Vec<NextStep>,
}

/// How the kind of an artifact was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KindFrom {
    /// Given by `--kind`.
    Option,
    /// Given by `kind:` in the front matter.
    FrontMatter,
    /// Told by what it says.
    Content,
}

/// The level of one criterion, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// The criterion's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its weight for this kind, of 100.
    pub weight: u32,
    /// 0 to 4.
    pub level: u8,
    /// The level's name.
    pub level_name: String,
    /// What the level means, in the rubric's words.
    pub means: String,
    /// Why it is this level and not the next, in one sentence about what was found and what was not.
    pub why: String,
    /// The words that earned the level, strongest first.
    pub evidence: Vec<Evidence>,
    /// What the next level asks and was not found; empty at level 4.
    pub missing: Vec<Missing>,
}

/// Words that earned a signal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The signal's id.
    pub signal: String,
    /// The words as a person reads them: markup gone, one line.
    pub words: String,
    /// Where they stand.
    pub span: Span,
}

/// A signal that the next level asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Missing {
    /// The signal's id.
    pub signal: String,
    /// The level that it would help to earn.
    pub for_level: u8,
    /// What to write.
    pub next_step: String,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a thought.
    Note,
    /// Weakens the case.
    Warning,
    /// Contradicts the case.
    Error,
}

/// Something wrong in a place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Id of the check that found it.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// Id of the criterion that it weakens.
    pub criterion: String,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Where; nothing when it is about the whole document.
    pub span: Option<Span>,
    /// Other places that belong to it, such as the other side of a contradiction.
    pub related: Vec<Related>,
}

/// A second place of a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Related {
    /// What this place has to do with it.
    pub message: String,
    /// Where.
    pub span: Span,
}

/// One edit that would raise the score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NextStep {
    /// Id of the criterion that it would raise.
    pub criterion: String,
    /// Id of the signal that it would earn.
    pub signal: String,
    /// What to write.
    pub text: String,
    /// Points of score that it would add, rounded to one decimal.
    pub gain: f64,
}
