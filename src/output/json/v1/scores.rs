//! Options with their scores, and what would put another one first.

use serde::Serialize;

use super::Place;
use crate::facts::Method;
use crate::facts::scores::listing::{Change, ScoreList, ScoredOption, Steadiness};
use crate::facts::scores::sensitivity::SHARE;
use crate::source::Source;

/// Options with their scores.
#[derive(Debug, Serialize)]
pub(super) struct Scores<'a> {
    method: &'static str,
    formula: Option<&'a str>,
    form: &'static str,
    #[serde(flatten)]
    place: Place,
    options: Vec<Scored<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sensitivity: Option<Sensitivity<'a>>,
}

#[derive(Debug, Serialize)]
struct Scored<'a> {
    name: &'a str,
    score: Option<f64>,
    computed: Option<f64>,
    rank: Option<f64>,
    #[serde(flatten)]
    place: Place,
}

#[derive(Debug, Serialize)]
struct Sensitivity<'a> {
    first: &'a str,
    second: &'a str,
    first_score: f64,
    second_score: f64,
    level: bool,
    tried: usize,
    flips: Vec<Flip<'a>>,
}

#[derive(Debug, Serialize)]
struct Flip<'a> {
    option: Option<&'a str>,
    input: &'a str,
    from: f64,
    to: f64,
    turns_at: f64,
    unit: &'a str,
    change: String,
    then_first: &'a str,
    level: bool,
    #[serde(flatten)]
    place: Place,
}

/// The id of a method.
pub(super) fn method(method: Method) -> &'static str {
    match method {
        Method::Rice => "rice",
        Method::Ice => "ice",
        Method::Wsjf => "wsjf",
        Method::ValueEffort => "value-effort",
        Method::Weighted => "weighted",
        Method::Comparison => "comparison",
    }
}

impl<'a> Scores<'a> {
    pub(super) fn new(list: &'a ScoreList, source: &Source) -> Self {
        let scored = |option: &'a ScoredOption| Scored {
            name: &option.name,
            score: option.score.map(tidy),
            computed: option.computed.map(tidy),
            rank: option.rank.map(tidy),
            place: Place::new(option.span, source),
        };
        Self {
            method: method(list.method),
            formula: list.formula.as_deref(),
            form: if list.table { "table" } else { "lines" },
            place: Place::new(list.span, source),
            options: list.options.iter().map(scored).collect(),
            sensitivity: list.sensitivity.as_ref().map(|found| Sensitivity::new(found, &list.options, source)),
        }
    }
}

impl<'a> Sensitivity<'a> {
    fn new(found: &'a Steadiness, options: &'a [ScoredOption], source: &Source) -> Self {
        let name = |at: usize| options.get(at).map_or("", |option| option.name.as_str());
        let flip = |flip: &'a Change| Flip {
            option: flip.option.map(name),
            input: &flip.input,
            from: tidy(flip.from),
            to: tidy(flip.to),
            turns_at: tidy(flip.turns_at),
            unit: flip.unit.trim(),
            change: if flip.step { "step".to_owned() } else { format!("{}%", SHARE * 100.0) },
            then_first: name(flip.then),
            level: flip.level,
            place: Place::new(flip.span, source),
        };
        Self {
            first: name(found.first),
            second: name(found.second),
            first_score: tidy(found.scores.0),
            second_score: tidy(found.scores.1),
            level: found.level,
            tried: found.tried,
            flips: found.flips.iter().map(flip).collect(),
        }
    }
}

/// A number with six decimals at most, so that sums of binary fractions do not show.
fn tidy(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
