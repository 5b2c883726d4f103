//! Sections about something else than the rest.

use super::{Case, Hit};

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    case.reading.uncounted.foreign.iter().map(|&span| case.hit_at(span)).collect()
}
