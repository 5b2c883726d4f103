//! Words of the rubric, pasted in.

use super::{Case, Hit};
use crate::span::Span;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let whole = |run: &Vec<Span>| run.iter().copied().reduce(Span::cover);
    case.reading.uncounted.borrowed.iter().filter_map(whole).map(|span| case.hit_at(span)).collect()
}
