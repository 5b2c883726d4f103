//! A rule for ending work that is about more or less of something, and says no number.

use super::{Case, Hit};

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let open = case.facts.plan.stops.iter().filter(|rule| rule.graded && !rule.measured);
    open.map(|rule| case.hit(rule.words.text)).collect()
}
