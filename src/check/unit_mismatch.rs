//! A measure whose value of today and whose target are told in units that cannot be compared.

use super::{Case, Hit};
use crate::facts::numbers::{Figure, Pair};
use crate::mention::quantity::QuantityKind;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let hits = case.facts.numbers.pairs.iter().filter(|pair| clash(pair)).map(|pair| {
        let from = pair.from.words.text;
        let hit = case.hit(pair.to.words.text).with("from", case.doc.str(from));
        hit.beside("from", case.doc.span_of(from))
    });
    hits.collect()
}

/// True for two units of which neither can be a change of the other.
fn clash(pair: &Pair) -> bool {
    use QuantityKind::{Duration, Money, Percent, PercentagePoints, Rating};
    let Pair { from, to, labelled, .. } = pair;
    let plain = |figure: &Figure| !figure.signed;
    let told = match (from.kind, to.kind) {
        (Percent, PercentagePoints) | (PercentagePoints, Percent) => *labelled,
        (Money(a), Money(b)) => a != b,
        (Rating { of: a }, Rating { of: b }) => (a - b).abs() > 1e-9,
        (Percent, Duration | Money(_)) | (Duration, Money(_)) | (Money(_), Duration) => *labelled,
        _ => false,
    };
    told && plain(from) && plain(to)
}
