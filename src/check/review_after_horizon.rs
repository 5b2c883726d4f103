//! Results that are looked at less often than the time they are to be reached in.

use super::{Case, Hit};
use crate::facts::numbers::Figure;

/// How much longer a period may be than a time of the same name: three months are a quarter.
const SAME: f64 = 1.1;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let times = &case.facts.numbers.times;
    let longest = times.horizons.iter().max_by(|a: &&Figure, b: &&Figure| a.value.total_cmp(&b.value));
    let often = times.cadences.iter().min_by(|(_, a), (_, b)| a.total_cmp(b));
    let (Some(longest), Some((words, days))) = (longest, often) else { return Vec::new() };
    if *days <= longest.value * SAME {
        return Vec::new();
    }
    let horizon = longest.words.text;
    let hit = case.hit(words.text).with("horizon", case.doc.str(horizon));
    vec![hit.beside("horizon", case.doc.span_of(horizon))]
}
