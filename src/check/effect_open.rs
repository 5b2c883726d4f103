//! An effect in percent on a baseline in percent, which may be meant as a share of it or in points.

use super::amount::{amount, number};
use super::{Case, Hit};
use crate::facts::numbers::Move;
use crate::mention::quantity::QuantityKind;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let Some(sizing) = &case.facts.numbers.sizing else { return Vec::new() };
    let (Some(baseline), Some(effect)) = (sizing.baseline, sizing.effect) else { return Vec::new() };
    let p = baseline.value;
    let relative = p * (1.0 + effect.value / 100.0);
    let absolute = p + effect.value;
    let both = effect.value > 0.0 && p > 0.0 && absolute < 100.0 && relative < 100.0;
    let told = effect.kind != QuantityKind::Percent || effect.signed && effect.value < 0.0;
    // A text that says where the value ends up has said which is meant.
    let shown = |m: &Move| {
        let ends = |end: f64| (m.to.value - end).abs() <= m.to.step.max(0.01);
        (m.from.value - p).abs() < 1e-9 && m.to.kind == QuantityKind::Percent && (ends(relative) || ends(absolute))
    };
    if told || sizing.relative || sizing.absolute || !both || case.facts.numbers.moves.iter().any(shown) {
        return Vec::new();
    }
    let hit = case
        .hit(effect.words.text)
        .with("baseline", case.doc.str(baseline.words.text))
        .with("relative", amount(relative, QuantityKind::Percent))
        .with("absolute", format!("{}%", number(absolute)));
    vec![hit.beside("baseline", case.doc.span_of(baseline.words.text))]
}
