//! Version 1 of the JSON: what other programs may rely on. Apart from the inner types, so that those can change.

mod scores;

use serde::Serialize;

use crate::case::{CaseFinding, CasePlace, CaseReport};
use crate::engine::FactList;
use crate::output::{self, Stamp, Tally};
use crate::review::{self, KindFrom, Severity};
use crate::source::Source;
use crate::span::Span;

/// The version that is written.
pub const VERSION: u32 = 1;

/// The program.
#[derive(Debug, Serialize)]
pub struct Tool {
    name: &'static str,
    version: &'static str,
}

impl Tool {
    /// This program.
    pub fn this() -> Self {
        Self { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") }
    }
}

/// The rubric in force.
#[derive(Debug, Serialize)]
pub struct Rubric<'a> {
    name: &'a str,
    hash: &'a str,
}

impl<'a> Rubric<'a> {
    /// The rubric of a stamp.
    pub fn new(stamp: &'a Stamp) -> Self {
        Self { name: &stamp.rubric, hash: &stamp.hash }
    }
}

/// One artifact with its review.
#[derive(Debug, Serialize)]
pub struct Artifact<'a> {
    path: &'a str,
    kind: &'a str,
    kind_from: KindFrom,
    title: Option<&'a str>,
    words: usize,
    score: f64,
    level: u8,
    level_name: &'a str,
    criteria: Vec<Criterion<'a>>,
    findings: Vec<Finding<'a>>,
    next_steps: Vec<NextStep<'a>>,
}

#[derive(Debug, Serialize)]
struct Criterion<'a> {
    id: &'a str,
    title: &'a str,
    weight: u32,
    level: u8,
    level_name: &'a str,
    means: &'a str,
    why: &'a str,
    evidence: Vec<Evidence<'a>>,
    missing: Vec<Missing<'a>>,
}

#[derive(Debug, Serialize)]
struct Evidence<'a> {
    signal: &'a str,
    quote: &'a str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Debug, Serialize)]
struct Missing<'a> {
    signal: &'a str,
    for_level: u8,
    next_step: &'a str,
}

#[derive(Debug, Serialize)]
struct Finding<'a> {
    rule: &'a str,
    severity: Severity,
    criterion: &'a str,
    message: &'a str,
    help: &'a str,
    #[serde(flatten)]
    place: MaybePlace,
    related: Vec<Related<'a>>,
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Debug, Serialize)]
struct NextStep<'a> {
    criterion: &'a str,
    signal: &'a str,
    text: &'a str,
    gain: f64,
}

#[derive(Debug, Serialize)]
struct Place {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// A place, or null under every key where the whole document is meant.
#[derive(Debug, Default, Serialize)]
struct MaybePlace {
    start: Option<usize>,
    end: Option<usize>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

/// What the artifacts of one case do not say alike.
#[derive(Debug, Serialize)]
pub struct Case<'a> {
    #[serde(rename = "case")]
    name: &'a str,
    documents: &'a [String],
    findings: Vec<Across<'a>>,
}

#[derive(Debug, Serialize)]
struct Across<'a> {
    rule: &'a str,
    severity: Severity,
    criterion: &'a str,
    message: &'a str,
    help: &'a str,
    places: Vec<PlaceInCase<'a>>,
}

#[derive(Debug, Serialize)]
struct PlaceInCase<'a> {
    path: &'a str,
    quote: &'a str,
    #[serde(flatten)]
    place: Place,
}

impl<'a> Case<'a> {
    /// A case, in the words of version 1.
    pub fn new(report: &'a CaseReport) -> Self {
        Self {
            name: &report.case,
            documents: &report.documents,
            findings: report.findings.iter().map(Across::new).collect(),
        }
    }
}

impl<'a> Across<'a> {
    fn new(finding: &'a CaseFinding) -> Self {
        let place = |place: &'a CasePlace| PlaceInCase {
            path: &place.path,
            quote: &place.quote,
            place: Place {
                start: place.span.start,
                end: place.span.end,
                line: place.from.line,
                column: place.from.column,
                end_line: place.to.line,
                end_column: place.to.column,
            },
        };
        Self {
            rule: &finding.rule,
            severity: finding.severity,
            criterion: &finding.criterion,
            message: &finding.message,
            help: &finding.help,
            places: finding.places.iter().map(place).collect(),
        }
    }
}

impl Place {
    fn new(span: Span, source: &Source) -> Self {
        let (from, to) = (source.position(span.start), source.position(span.end));
        Self {
            start: span.start,
            end: span.end,
            line: from.line,
            column: from.column,
            end_line: to.line,
            end_column: to.column,
        }
    }
}

impl MaybePlace {
    fn new(span: Option<Span>, source: &Source) -> Self {
        span.map_or_else(Self::default, |span| {
            let place = Place::new(span, source);
            Self {
                start: Some(place.start),
                end: Some(place.end),
                line: Some(place.line),
                column: Some(place.column),
                end_line: Some(place.end_line),
                end_column: Some(place.end_column),
            }
        })
    }
}

impl<'a> Artifact<'a> {
    /// A review, in the words of version 1.
    pub fn new(artifact: &output::Reviewed<'a>) -> Self {
        let (review, source) = (artifact.content, artifact.source);
        Self {
            path: artifact.path,
            kind: &review.kind,
            kind_from: review.kind_from,
            title: review.title.as_deref(),
            words: review.words,
            score: review.score,
            level: review.level,
            level_name: &review.level_name,
            criteria: review.criteria.iter().map(|judgement| Criterion::new(judgement, source)).collect(),
            findings: review.findings.iter().map(|finding| Finding::new(finding, source)).collect(),
            next_steps: review.next_steps.iter().map(NextStep::new).collect(),
        }
    }
}

impl<'a> Criterion<'a> {
    fn new(judgement: &'a review::Judgement, source: &'a Source) -> Self {
        let evidence = |evidence: &'a review::Evidence| Evidence {
            signal: &evidence.signal,
            quote: source.get(evidence.span),
            place: Place::new(evidence.span, source),
        };
        let missing = |missing: &'a review::Missing| Missing {
            signal: &missing.signal,
            for_level: missing.for_level,
            next_step: &missing.next_step,
        };
        Self {
            id: &judgement.id,
            title: &judgement.title,
            weight: judgement.weight,
            level: judgement.level,
            level_name: &judgement.level_name,
            means: &judgement.means,
            why: &judgement.why,
            evidence: judgement.evidence.iter().map(evidence).collect(),
            missing: judgement.missing.iter().map(missing).collect(),
        }
    }
}

impl<'a> Finding<'a> {
    fn new(finding: &'a review::Finding, source: &Source) -> Self {
        let related = |related: &'a review::Related| Related {
            message: &related.message,
            place: Place::new(related.span, source),
        };
        Self {
            rule: &finding.rule,
            severity: finding.severity,
            criterion: &finding.criterion,
            message: &finding.message,
            help: &finding.help,
            place: MaybePlace::new(finding.span, source),
            related: finding.related.iter().map(related).collect(),
        }
    }
}

impl<'a> NextStep<'a> {
    fn new(step: &'a review::NextStep) -> Self {
        Self { criterion: &step.criterion, signal: &step.signal, text: &step.text, gain: step.gain }
    }
}

/// A line of facts: the facts of one artifact, with the version.
#[derive(Debug, Serialize)]
pub struct Facts<'a> {
    version: u32,
    #[serde(flatten)]
    element: FactsElement<'a>,
}

impl<'a> Facts<'a> {
    /// Facts, in the words of version 1.
    pub fn new(artifact: &output::Understood<'a>) -> Self {
        Self { version: VERSION, element: FactsElement::new(artifact) }
    }
}

/// The facts of one artifact.
#[derive(Debug, Serialize)]
pub struct FactsElement<'a> {
    path: &'a str,
    kind: &'a str,
    facts: Vec<Fact<'a>>,
    scores: Vec<scores::Scores<'a>>,
}

#[derive(Debug, Serialize)]
struct Fact<'a> {
    role: &'a str,
    quote: &'a str,
    #[serde(flatten)]
    place: Place,
    of: Option<&'a str>,
}

impl<'a> FactsElement<'a> {
    /// Facts, in the words of version 1.
    pub fn new(artifact: &output::Understood<'a>) -> Self {
        let (list, source): (&FactList, _) = (artifact.content, artifact.source);
        let facts = list.facts.iter().map(|fact| Fact {
            role: fact.role,
            quote: source.get(fact.span),
            place: Place::new(fact.span, source),
            of: fact.of.as_deref(),
        });
        let scores = list.scores.iter().map(|list| scores::Scores::new(list, source));
        Self { path: artifact.path, kind: &list.kind, facts: facts.collect(), scores: scores.collect() }
    }
}

/// A file that could not be read, as a line.
#[derive(Debug, Serialize)]
pub struct Failed<'a> {
    path: &'a str,
    error: &'a str,
}

impl<'a> Failed<'a> {
    /// A failure, in the words of version 1.
    pub fn new(failure: &'a output::Failure) -> Self {
        Self { path: &failure.path, error: &failure.message }
    }
}

/// A file that could not be read, as an element of `errors`.
#[derive(Debug, Serialize)]
pub struct Unread<'a> {
    path: &'a str,
    message: &'a str,
}

impl<'a> Unread<'a> {
    /// A failure, in the words of version 1.
    pub fn new(failure: &'a output::Failure) -> Self {
        Self { path: &failure.path, message: &failure.message }
    }
}

/// Counts and the mean over all reviews.
#[derive(Debug, Serialize)]
pub struct Summary {
    #[serde(flatten)]
    count: Count,
    mean_score: Option<f64>,
}

/// Counts over all artifacts.
#[derive(Debug, Serialize)]
pub struct Count {
    artifacts: usize,
    failed: usize,
}

impl Summary {
    /// A tally, in the words of version 1.
    pub fn new(tally: &Tally) -> Self {
        Self { count: Count::new(tally), mean_score: tally.mean_score() }
    }
}

impl Count {
    /// A tally without scores, in the words of version 1.
    pub fn new(tally: &Tally) -> Self {
        Self { artifacts: tally.artifacts, failed: tally.failed }
    }
}
