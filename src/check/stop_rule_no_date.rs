//! A rule for ending work that does not say when it is looked at.

use super::{Case, Hit};

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let open = case.facts.plan.stops.iter().filter(|rule| rule.kill && !rule.dated);
    open.map(|rule| case.hit(rule.words.text)).collect()
}
