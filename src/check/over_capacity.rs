//! Efforts that sum to more than there is room for.

use super::amount::number;
use super::{Case, Hit};

/// How much more it must be where a number is approximate, as a share.
const LOOSE: f64 = 0.1;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for load in &case.facts.plan.loads {
        let loose = load.capacity.loose || load.efforts.iter().any(|effort| effort.loose);
        let room = load.capacity.value * (1.0 + if loose { LOOSE } else { 1e-9 });
        if load.total() > room {
            let hit = case.hit(load.capacity.words.text).with("sum", number(load.total()));
            let efforts = load.efforts.iter().map(|effort| case.doc.span_of(effort.words.text));
            hits.push(efforts.fold(hit, |hit, span| hit.beside("effort", span)));
        }
    }
    hits
}
