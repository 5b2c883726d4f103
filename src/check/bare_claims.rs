//! A text that is made of figures with nothing behind them.

use super::{Case, Hit};

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let bare = &case.reading.uncounted.bare;
    let first = bare.first().map(|&span| case.hit_at(span).with("count", bare.len().to_string()));
    first.map(|hit| bare.iter().skip(1).take(3).fold(hit, |hit, &span| hit.beside("other", span))).into_iter().collect()
}
