//! A rubric → what its ids mean: criteria, levels, signals, findings and kinds.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::review::Severity;
use crate::rubric::{Criterion, FindingText, Held, Kind, Rubric, SignalText};

/// What one id means.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub enum Explanation {
    /// What is judged.
    Criterion {
        /// `options`
        id: String,
        /// As people read it.
        title: String,
        /// The question that it asks of an artifact.
        question: String,
        /// What each level means, from 0 to 4.
        levels: Vec<LevelMeaning>,
        /// What each kind has it count, of 100.
        weights: BTreeMap<String, u32>,
        /// What is looked for.
        signals: Vec<Asked>,
    },
    /// One level of a criterion.
    Level {
        /// `options.3`
        id: String,
        /// The criterion's title.
        title: String,
        /// The question that the criterion asks.
        question: String,
        /// 0 to 4.
        level: u8,
        /// The level's name.
        name: String,
        /// What it means.
        means: String,
        /// What the next one means, if there is one.
        next: Option<LevelMeaning>,
    },
    /// What levels are made of.
    Signal {
        /// `option.do_nothing`
        id: String,
        /// Id of the criterion that it belongs to.
        criterion: String,
        /// What it looks for.
        asks: String,
        /// How a review says that it is held.
        held: Held,
        /// How a review says that it is not.
        lacking: String,
        /// What to write when it is missing.
        next_step: String,
        /// Why readers care.
        because: String,
        /// Words that lack it.
        weak: String,
        /// Words that have it.
        strong: String,
    },
    /// Something wrong in a place.
    Finding {
        /// `score-arithmetic`
        id: String,
        /// Id of the criterion that it weakens.
        criterion: String,
        /// How much it matters.
        severity: Severity,
        /// False when the rubric in force has turned it off.
        enabled: bool,
        /// What it looks for.
        looks_for: String,
        /// What to do.
        help: String,
        /// Why readers care.
        because: String,
        /// Words that it finds.
        weak: String,
        /// The same said well.
        strong: String,
    },
    /// A kind of artifact.
    Kind {
        /// `prd-lite`
        id: String,
        /// As people read it.
        title: String,
        /// When to use it.
        #[serde(rename = "use")]
        when: String,
        /// What each criterion counts, of 100, in the rubric's order.
        weights: Vec<Weight>,
        /// The sections that a strong one has.
        sections: Vec<Part>,
        /// What this kind has to get right.
        craft: Vec<Asked>,
    },
}

/// What a level means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LevelMeaning {
    /// 0 to 4.
    pub level: u8,
    /// Its name.
    pub name: String,
    /// What it means.
    pub means: String,
}

/// A signal and what it looks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The signal's id.
    pub id: String,
    /// What it looks for.
    pub asks: String,
}

/// A criterion and what it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Weight {
    /// The criterion's id.
    pub criterion: String,
    /// The criterion's title.
    pub title: String,
    /// Of 100.
    pub weight: u32,
}

/// A section of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Its title.
    pub title: String,
    /// What it must answer.
    pub asks: String,
}

/// An id in a list, with a line about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// `criterion`, `signal`, `finding` or `kind`.
    pub is: &'static str,
    /// The id.
    pub id: String,
    /// What it asks, looks for or is used for.
    pub says: String,
}

/// What an id means; nothing when the rubric does not have it.
pub fn of(rubric: &Rubric, id: &str) -> Option<Explanation> {
    if let Some(criterion) = rubric.criterion(id) {
        return Some(of_criterion(rubric, criterion));
    }
    if let Some(kind) = rubric.kind(id) {
        return Some(of_kind(rubric, kind));
    }
    if let Some(text) = rubric.signals.get(id) {
        return Some(of_signal(id, text));
    }
    if let Some(text) = rubric.findings.get(id) {
        return Some(of_finding(id, text));
    }
    let (criterion, level) = id.rsplit_once('.')?;
    of_level(rubric, rubric.criterion(criterion)?, level.parse().ok()?)
}

/// Every id but those of levels: criteria and kinds in the rubric's order, signals and findings by id.
pub fn all(rubric: &Rubric) -> Vec<Entry> {
    let entry = |is, id: &str, says: &str| Entry { is, id: id.to_owned(), says: says.to_owned() };
    let criteria = rubric.criteria.iter().map(|it| entry("criterion", &it.id, &it.question));
    let signals = rubric.signals.iter().map(|(id, it)| entry("signal", id, &it.asks));
    let findings = rubric.findings.iter().map(|(id, it)| entry("finding", id, &it.looks_for));
    criteria.chain(signals).chain(findings).chain(kinds(rubric)).collect()
}

/// The kinds of artifact, in the rubric's order.
pub fn kinds(rubric: &Rubric) -> Vec<Entry> {
    let line = |kind: &Kind| Entry { is: "kind", id: kind.id.clone(), says: kind.when.clone() };
    rubric.kinds.iter().map(line).collect()
}

/// Every id that can be explained, those of levels included.
pub fn ids(rubric: &Rubric) -> Vec<String> {
    let levels =
        rubric.criteria.iter().flat_map(|it| (0..it.means.len()).map(move |level| format!("{}.{level}", it.id)));
    all(rubric).into_iter().map(|entry| entry.id).chain(levels).collect()
}

fn of_criterion(rubric: &Rubric, criterion: &Criterion) -> Explanation {
    let place = rubric.criteria.iter().position(|it| it.id == criterion.id).unwrap_or_default();
    let weight = |kind: &Kind| (kind.id.clone(), kind.weights.get(place).copied().unwrap_or_default());
    let signals = rubric.signals.iter().filter(|(_, text)| text.criterion == criterion.id);
    Explanation::Criterion {
        id: criterion.id.clone(),
        title: criterion.title.clone(),
        question: criterion.question.clone(),
        levels: (0..criterion.means.len()).filter_map(|level| meaning(rubric, criterion, level as u8)).collect(),
        weights: rubric.kinds.iter().map(weight).collect(),
        signals: signals.map(|(id, text)| Asked { id: id.clone(), asks: text.asks.clone() }).collect(),
    }
}

fn of_level(rubric: &Rubric, criterion: &Criterion, level: u8) -> Option<Explanation> {
    let here = meaning(rubric, criterion, level)?;
    Some(Explanation::Level {
        id: format!("{}.{level}", criterion.id),
        title: criterion.title.clone(),
        question: criterion.question.clone(),
        level,
        name: here.name,
        means: here.means,
        next: meaning(rubric, criterion, level + 1),
    })
}

fn meaning(rubric: &Rubric, criterion: &Criterion, level: u8) -> Option<LevelMeaning> {
    let at = usize::from(level);
    Some(LevelMeaning { level, name: rubric.levels.get(at)?.name.clone(), means: criterion.means.get(at)?.clone() })
}

fn of_signal(id: &str, text: &SignalText) -> Explanation {
    Explanation::Signal {
        id: id.to_owned(),
        criterion: text.criterion.clone(),
        asks: text.asks.clone(),
        held: text.held.clone(),
        lacking: text.lacking.clone(),
        next_step: text.next_step.clone(),
        because: text.because.clone(),
        weak: text.weak.clone(),
        strong: text.strong.clone(),
    }
}

fn of_finding(id: &str, text: &FindingText) -> Explanation {
    Explanation::Finding {
        id: id.to_owned(),
        criterion: text.criterion.clone(),
        severity: text.severity,
        enabled: text.enabled,
        looks_for: text.looks_for.clone(),
        help: text.help.clone(),
        because: text.because.clone(),
        weak: text.weak.clone(),
        strong: text.strong.clone(),
    }
}

fn of_kind(rubric: &Rubric, kind: &Kind) -> Explanation {
    let weights = rubric.criteria.iter().zip(&kind.weights);
    let asked = |id: &String| {
        let asks = rubric.signals.get(id).map(|text| text.asks.clone()).unwrap_or_default();
        Asked { id: id.clone(), asks }
    };
    Explanation::Kind {
        id: kind.id.clone(),
        title: kind.title.clone(),
        when: kind.when.clone(),
        weights: weights
            .map(|(it, weight)| Weight { criterion: it.id.clone(), title: it.title.clone(), weight: *weight })
            .collect(),
        sections: kind
            .sections
            .iter()
            .map(|section| Part { title: section.title.clone(), asks: section.asks.clone() })
            .collect(),
        craft: kind.craft.iter().map(asked).collect(),
    }
}
