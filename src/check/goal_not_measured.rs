//! A goal that the measures never speak of.

use super::{Case, Hit};
use crate::facts::numbers::Unmet;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    of(case, &case.facts.numbers.goals.unmeasured)
}

/// One hit a measure that the other side does not know.
pub(super) fn of(case: &Case<'_>, unmet: &[Unmet]) -> Vec<Hit> {
    let hits =
        unmet.iter().map(|unmet| case.hit(unmet.name.text).beside("expected", case.doc.span_of(unmet.missing_in.text)));
    hits.collect()
}
