//! One measure with two values of today.

use super::{Case, Hit};
use crate::facts::numbers::Restated;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let hits = case.facts.numbers.restated.iter().filter(|pair| differ(pair)).map(|pair| {
        let first = pair.first.words.text;
        case.hit(pair.second.words.text)
            .with("first", case.doc.str(first))
            .with("name", super::one_line(case.doc.str(pair.name.text)))
            .beside("first", case.doc.span_of(first))
    });
    hits.collect()
}

/// True when no rounding makes the two the same.
fn differ(pair: &Restated) -> bool {
    let (a, b) = (pair.first, pair.second);
    let ((a_least, a_most), (b_least, b_most)) = (a.span(), b.span());
    !a.loose && !b.loose && (a_most < b_least || b_most < a_least)
}
