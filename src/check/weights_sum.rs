//! Weights that are shares of one whole and do not sum to it.

use super::amount::number;
use super::{Case, Hit};
use crate::facts::scores::Weights;

/// Sums outside of these are of something else, or of groups with their parts.
const PLAUSIBLE: std::ops::Range<f64> = 60.0..150.0;
/// How far a sum may be off, in points, before rounding is counted in.
const SLACK: f64 = 0.5;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let wrong = case.facts.weights.iter().filter(|weights| is_wrong(weights));
    let hits = wrong.filter_map(|weights| {
        let (first, rest) = weights.weights.split_first()?;
        let hit = case.hit(first.place).with("sum", number(weights.sum()));
        Some(rest.iter().fold(hit, |hit, weight| hit.beside("weight", case.doc.span_of(weight.place))))
    });
    hits.collect()
}

fn is_wrong(weights: &Weights) -> bool {
    // Weights in steps of five are chosen; others, such as three times 33%, are rounded.
    let chosen =
        weights.weights.iter().all(|weight| (weight.percent / 5.0 - (weight.percent / 5.0).round()).abs() < 1e-6);
    let slack = if chosen { SLACK } else { (SLACK * weights.weights.len() as f64).min(3.0 * SLACK) };
    let sum = weights.sum();
    PLAUSIBLE.contains(&sum) && (sum - 100.0).abs() > slack + 1e-6
}
