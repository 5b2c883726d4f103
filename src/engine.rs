//! Sources → reviews. A stand-in: enough of the entry for the outer layers to be built and tried against.

use crate::document::Document;
use crate::facts::Facts;
use crate::facts::listing::Fact;
use crate::lexicon::Lexicon;
use crate::mention::Reading;
use crate::review::{Evidence, Finding, Judgement, KindFrom, Missing, NextStep, Related, Review, Severity};
use crate::source::Source;
use crate::span::Span;

/// Stand-in for the rubric.
#[derive(Debug, Default)]
pub struct Rubric;

impl Rubric {
    /// Its name.
    pub fn name(&self) -> &'static str {
        "default"
    }

    /// A hash of all it holds.
    pub fn hash(&self) -> String {
        "0000000000000000".to_owned()
    }

    /// Ids of the kinds.
    pub fn kind_ids(&self) -> Vec<&str> {
        vec![
            "discovery-brief",
            "prioritization",
            "prd-lite",
            "metrics-framework",
            "teardown",
            "activation-case",
            "experiment-design",
            "roadmap-memo",
        ]
    }

    /// Names of the overall levels, from 0.
    pub fn level_names(&self) -> [&str; 5] {
        LEVELS
    }

    /// Titles of the criteria.
    pub fn criterion_titles(&self) -> Vec<&str> {
        CRITERIA.iter().map(|(id, _)| *id).collect()
    }
}

const CRITERIA: [(&str, u32); 10] = [
    ("problem", 16),
    ("evidence", 10),
    ("options", 10),
    ("tradeoffs", 10),
    ("decision", 10),
    ("outcomes", 14),
    ("business", 8),
    ("scope", 10),
    ("clarity", 4),
    ("craft", 8),
];
const LEVELS: [&str; 5] = ["absent", "weak", "developing", "solid", "strong"];

/// The facts of one artifact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactList {
    /// Id of the kind it was read as.
    pub kind: String,
    /// In source order.
    pub facts: Vec<Fact>,
}

/// Reviews artifacts against one rubric.
#[derive(Debug)]
pub struct Engine {
    rubric: Rubric,
    lexicon: Lexicon,
}

impl Engine {
    /// Readies a rubric for use.
    pub fn new(rubric: Rubric) -> Self {
        Self { rubric, lexicon: Lexicon::embedded() }
    }

    /// The rubric in force.
    pub fn rubric(&self) -> &Rubric {
        &self.rubric
    }

    /// Reviews one artifact.
    pub fn review(&self, source: &Source, kind: Option<&str>) -> Review {
        let lines: Vec<Span> = lines(source);
        let criteria: Vec<_> = CRITERIA
            .iter()
            .enumerate()
            .map(|(index, (id, weight))| {
                let level = (lines.len() * (index + 3) / 7 % 5).min(lines.len()) as u8;
                let span = lines.get(index % lines.len().max(1));
                Judgement {
                    id: (*id).to_owned(),
                    title: id[..1].to_uppercase() + &id[1..],
                    weight: *weight,
                    level,
                    level_name: LEVELS[usize::from(level)].to_owned(),
                    means: "What this level means, told by the rubric.".to_owned(),
                    evidence: span
                        .filter(|_| level > 0)
                        .map(|span| Evidence {
                            signal: format!("{id}.said"),
                            words: source.get(*span).to_owned(),
                            span: *span,
                        })
                        .into_iter()
                        .collect(),
                    missing: if level == 4 {
                        Vec::new()
                    } else {
                        vec![Missing {
                            signal: format!("{id}.more"),
                            for_level: level + 1,
                            next_step: format!("Say more about {id}, with a number and where it comes from."),
                        }]
                    },
                }
            })
            .collect();
        let score = criteria.iter().map(|it| f64::from(it.weight) * f64::from(it.level) / 4.0).sum::<f64>();
        let level = (score / 20.1) as u8;
        let next_steps = criteria
            .iter()
            .filter(|it| it.level < 4)
            .take(5)
            .map(|it| NextStep {
                criterion: it.id.clone(),
                signal: it.missing[0].signal.clone(),
                text: it.missing[0].next_step.clone(),
                gain: f64::from(it.weight) / 4.0,
            })
            .collect();
        let findings = source
            .text()
            .match_indices("TBD")
            .map(|(at, found)| Finding {
                rule: "placeholder".to_owned(),
                severity: Severity::Error,
                criterion: "clarity".to_owned(),
                message: "A placeholder was left in.".to_owned(),
                help: "Fill it or cut the sentence".to_owned(),
                span: Some(Span::new(at, at + found.len())),
                related: lines
                    .first()
                    .map(|span| Related { message: "the title promises it".to_owned(), span: *span })
                    .into_iter()
                    .collect(),
            })
            .collect();
        Review {
            kind: kind.unwrap_or("prd-lite").to_owned(),
            kind_from: if kind.is_some() { KindFrom::Option } else { KindFrom::Content },
            title: lines.first().map(|span| source.get(*span).trim_start_matches("# ").to_owned()),
            words: source.text().split_whitespace().count(),
            score,
            level,
            level_name: LEVELS[usize::from(level)].to_owned(),
            criteria,
            findings,
            next_steps,
        }
    }

    /// What was read out of one artifact.
    pub fn facts(&self, source: &Source, kind: Option<&str>) -> FactList {
        let doc = Document::read(source);
        let reading = Reading::of(&doc, &self.lexicon);
        let facts = Facts::read(&reading);
        FactList { kind: kind.unwrap_or("prd-lite").to_owned(), facts: facts.list(&doc) }
    }
}

fn lines(source: &Source) -> Vec<Span> {
    let mut at = 0;
    let mut spans = Vec::new();
    for line in source.text().split_inclusive('\n') {
        let text = line.trim_end();
        if !text.is_empty() {
            spans.push(Span::new(at, at + text.len()));
        }
        at += line.len();
    }
    spans
}
