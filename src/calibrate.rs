//! A mentor's grades and the program's reviews → how well they agree, where they differ most, and a rubric that fits better.

pub mod agreement;
pub mod fit;
pub mod grades;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::review::{Judgement, Review};
use crate::rubric::{Criterion, Others, Rubric};
use agreement::{interval, median, qwk, standardised_difference, within};
use fit::{Model, Sample};
use grades::{Grade, OVERALL};

/// One graded artifact, reviewed.
#[derive(Debug)]
pub struct Document {
    /// As the table of grades names it.
    pub file: String,
    /// Its review.
    pub review: Review,
    /// For each criterion, which of its needs are met; nothing where no fit is asked for.
    pub met: Vec<Vec<bool>>,
    /// The line on which each criterion's foremost evidence stands.
    pub lines: Vec<Option<usize>>,
}

/// How the program and the graders compare.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Calibration {
    /// Documents that were graded.
    pub documents: usize,
    /// How many graders there are.
    pub graders: usize,
    /// One row a criterion that was graded, in the rubric's order, and the overall level last.
    pub criteria: Vec<Agreement>,
    /// The mean QWK of the criteria.
    pub mean_qwk: Option<f64>,
    /// The mean QWK's interval.
    pub mean_interval: Option<(f64, f64)>,
    /// The largest differences, largest first.
    pub differences: Vec<Difference>,
}

/// How levels of one criterion compare.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Agreement {
    /// The criterion's id, or `overall`.
    pub id: String,
    /// Documents with a grade.
    pub documents: usize,
    /// Quadratic weighted kappa of the program with the graders' median.
    pub qwk: Option<f64>,
    /// Its 95% interval.
    pub interval: Option<(f64, f64)>,
    /// Share of documents with the same level.
    pub exact: f64,
    /// Share of documents at most one level apart.
    pub within_one: f64,
    /// Standardised mean difference; above nothing where the program is milder.
    pub mean_difference: Option<f64>,
    /// Mean quadratic weighted kappa of one grader with another.
    pub graders_qwk: Option<f64>,
}

/// A document on which the program and the graders differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// The document.
    pub file: String,
    /// The criterion's id, or `overall`.
    pub criterion: String,
    /// The program's level.
    pub level: u8,
    /// The graders' levels, in the order of their names.
    pub given: Vec<u8>,
    /// Why the program gave its level.
    pub why: String,
    /// The foremost words that earned it, and their line.
    pub quote: Option<(String, usize)>,
}

/// What fitting came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fit {
    /// One a criterion with enough documents.
    pub criteria: Vec<Gain>,
    /// `points.toml` with the criteria that gain; nothing where none does.
    #[serde(skip)]
    pub points: Option<String>,
}

/// How a criterion does before and after, on documents that it was not fitted to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gain {
    /// The criterion's id.
    pub id: String,
    /// Documents with a grade.
    pub documents: usize,
    /// QWK with the rubric in force.
    pub before: Option<f64>,
    /// QWK with rubrics fitted to other documents.
    pub after: Option<f64>,
    /// It is written to the overlay.
    pub kept: bool,
}

type Given = BTreeMap<String, Vec<(String, u8)>>;

/// The levels that one criterion was given: by file, each grader with a level.
fn given(grades: &[Grade], id: &str) -> Given {
    let mut given = Given::new();
    for grade in grades.iter().filter(|grade| grade.criterion == id) {
        given.entry(grade.file.clone()).or_default().push((grade.grader.clone(), grade.level));
    }
    for levels in given.values_mut() {
        levels.sort();
    }
    given
}

fn middle(levels: &[(String, u8)]) -> u8 {
    median(&mut levels.iter().map(|(_, level)| *level).collect::<Vec<_>>())
}

/// Compares reviews with grades; the `most` largest differences are told.
pub fn compare(rubric: &Rubric, documents: &[Document], grades: &[Grade], most: usize) -> Calibration {
    let ids = rubric.criteria.iter().map(|c| c.id.as_str()).chain([OVERALL]);
    let (mut criteria, mut differences, mut paired) = (Vec::new(), Vec::new(), Vec::new());
    for (at, id) in ids.enumerate() {
        let given = given(grades, id);
        let mut pairs: Vec<Option<(u8, u8)>> = vec![None; documents.len()];
        for (place, document) in documents.iter().enumerate() {
            let Some(levels) = given.get(&document.file) else { continue };
            let judgement: Option<&Judgement> = document.review.criteria.get(at);
            let level = judgement.map_or(document.review.level, |judgement| judgement.level);
            pairs[place] = Some((level, middle(levels)));
            let quote = judgement.and_then(|j| j.evidence.first()).zip(document.lines.get(at).copied().flatten());
            differences.push(Difference {
                file: document.file.clone(),
                criterion: id.to_owned(),
                level,
                given: levels.iter().map(|(_, level)| *level).collect(),
                why: judgement.map(|judgement| judgement.why.clone()).unwrap_or_default(),
                quote: quote.map(|(evidence, line)| (evidence.words.clone(), line)),
            });
        }
        let known: Vec<(u8, u8)> = pairs.iter().copied().flatten().collect();
        if known.is_empty() {
            continue;
        }
        criteria.push(Agreement {
            id: id.to_owned(),
            documents: known.len(),
            qwk: qwk(&known).map(thousandths),
            interval: interval(known.len(), |drawn| qwk(&drawn.iter().map(|&at| known[at]).collect::<Vec<_>>()))
                .map(both),
            exact: thousandths(within(&known, 0)),
            within_one: thousandths(within(&known, 1)),
            mean_difference: standardised_difference(&known).map(thousandths),
            graders_qwk: between_graders(&given).map(thousandths),
        });
        if id != OVERALL {
            paired.push(pairs);
        }
    }
    let mean = |drawn: &[usize]| {
        let of = |pairs: &Vec<Option<(u8, u8)>>| qwk(&drawn.iter().filter_map(|&at| pairs[at]).collect::<Vec<_>>());
        let found: Vec<f64> = paired.iter().filter_map(of).collect();
        (!found.is_empty()).then(|| found.iter().sum::<f64>() / found.len() as f64)
    };
    differences.retain(|d| apart(d) > 0);
    differences.sort_by_key(|d| std::cmp::Reverse(apart(d)));
    differences.truncate(most);
    Calibration {
        documents: documents.len(),
        graders: grades.iter().map(|grade| grade.grader.as_str()).collect::<BTreeSet<_>>().len(),
        criteria,
        mean_qwk: mean(&(0..documents.len()).collect::<Vec<_>>()).map(thousandths),
        mean_interval: interval(documents.len(), mean).map(both),
        differences,
    }
}

fn apart(difference: &Difference) -> u8 {
    difference.level.abs_diff(median(&mut difference.given.clone()))
}

/// The mean kappa over every two graders who graded the same documents.
fn between_graders(given: &Given) -> Option<f64> {
    let names: BTreeSet<&str> = given.values().flatten().map(|(name, _)| name.as_str()).collect();
    let level = |levels: &[(String, u8)], name: &str| levels.iter().find(|(n, _)| n == name).map(|(_, level)| *level);
    let mut found = Vec::new();
    for one in &names {
        for other in names.range::<str, _>((std::ops::Bound::Excluded(*one), std::ops::Bound::Unbounded)) {
            let both = given.values().filter_map(|levels| Some((level(levels, one)?, level(levels, other)?)));
            found.extend(qwk(&both.collect::<Vec<_>>()));
        }
    }
    (!found.is_empty()).then(|| found.iter().sum::<f64>() / found.len() as f64)
}

/// Fits points and limits to the grades; nothing where no criterion has enough documents.
pub fn fit(rubric: &Rubric, documents: &[Document], grades: &[Grade]) -> Option<Fit> {
    let mut gains = Vec::new();
    let mut text = String::new();
    for (at, criterion) in rubric.criteria.iter().enumerate() {
        let given = given(grades, &criterion.id);
        let sample = |document: &Document| {
            let levels = given.get(&document.file)?;
            Some(Sample { met: document.met.get(at)?.clone(), level: middle(levels) })
        };
        let samples: Vec<Sample> = documents.iter().filter_map(sample).collect();
        if samples.len() < fit::FEWEST {
            continue;
        }
        let now = Model::of(criterion);
        let pairs = |levels: &[u8]| levels.iter().zip(&samples).map(|(l, s)| (*l, s.level)).collect::<Vec<_>>();
        let before = qwk(&pairs(&samples.iter().map(|s| now.level(s)).collect::<Vec<_>>()));
        let after = qwk(&pairs(&fit::unseen(&now, &samples)));
        let kept = after.zip(before).is_some_and(|(after, before)| thousandths(after) > thousandths(before));
        if kept {
            text.push_str(&table(criterion, &fit::fit(&now, &samples.iter().collect::<Vec<_>>())));
        }
        gains.push(Gain {
            id: criterion.id.clone(),
            documents: samples.len(),
            before: before.map(thousandths),
            after: after.map(thousandths),
            kept,
        });
    }
    (!gains.is_empty()).then(|| Fit { criteria: gains, points: (!text.is_empty()).then_some(text) })
}

/// A criterion's table of `points.toml`.
fn table(criterion: &Criterion, model: &Model) -> String {
    let from: Vec<String> = model.from.iter().map(|at| format!("{at:.2}")).collect();
    let mut text = format!("[{}]\nfrom = [{}]\n", criterion.id, from.join(", "));
    if let Some(Others { free, of_own }) = criterion.others {
        text.push_str(&format!("others = {{ free = {free:.2}, of_own = {of_own:.2} }}\n"));
    }
    text.push_str("needs = [\n");
    for (need, points) in criterion.needs.iter().zip(&model.points).filter(|(_, points)| **points > 0.0) {
        let signal = need.asks.name();
        text.push_str(&format!("  {{ signal = \"{signal}\", count = {}, points = {points:.2} }},\n", need.count));
    }
    text + "]\n\n"
}

fn thousandths(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

fn both((low, high): (f64, f64)) -> (f64, f64) {
    (thousandths(low), thousandths(high))
}
