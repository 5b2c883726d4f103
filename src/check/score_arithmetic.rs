//! A score that its own inputs do not make.

use super::amount::number;
use super::{Case, Hit};
use crate::facts::numbers::{Figure, Product};
use crate::lexicon::lists;
use crate::mention::quantity::QuantityKind;

/// What rounding may add, as a share of the score.
const ROUNDING: f64 = 0.02;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let doc = case.doc;
    let text = |block: u32| doc.blocks[block as usize].text;
    let mut hits = Vec::new();
    for row in case.facts.scored.iter().flat_map(|table| &table.rows) {
        if let Some((score, right)) = row.wrong() {
            let hit = case.hit(text(score.block)).with("right", number(right));
            hits.push(hit.beside("option", doc.span_of(text(row.name))));
        }
    }
    for contest in case.facts.contests.iter().filter(|contest| contest.table.is_none()) {
        for contender in &contest.contenders {
            let Some((score, right)) = contender.score.zip(contest.score(contender)) else { continue };
            if (score.value - right).abs() > (score.step / 2.0).max(right.abs() * ROUNDING) * (1.0 + 1e-9) {
                let hit = case.hit(score.place).with("right", number(right));
                hits.push(hit.beside("option", doc.span_of(contender.name)));
            }
        }
    }
    let equations = &case.facts.numbers.products;
    let scored = !equations.is_empty() && has_word(&doc.lower, &lists::SCORE_METHODS);
    for product in equations.iter().filter(|product| is_score(case, product, scored)) {
        if let Some(right) = wrong(product) {
            let hit = case.hit(product.total.words.text).with("right", number(right));
            let terms = product.terms.iter().map(|term| doc.span_of(term.words.text));
            hits.push(terms.fold(hit, |hit, place| hit.beside("input", place)));
        }
    }
    hits.sort_by_key(|hit| hit.span);
    hits.dedup_by_key(|hit| hit.span);
    hits
}

/// True when one of these words stands in a text.
fn has_word(text: &str, names: &[&str]) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| names.contains(&word))
}

/// An equation without money in a block that calls something a score, or in an artifact that names the method.
fn is_score(case: &Case<'_>, product: &Product, scored: bool) -> bool {
    let money = |figure: &Figure| matches!(figure.kind, QuantityKind::Money(_));
    let block = product.total.words.block;
    let said = case.doc.lower_str(case.doc.blocks[block as usize].text);
    let label = case.doc.blocks[block as usize].label.map_or("", |label| case.doc.lower_str(label));
    product.terms.len() > 2
        && !product.terms.iter().chain([&product.total]).any(money)
        && (scored || has_word(said, &lists::SCORE_NAMES) || has_word(label, &lists::SCORE_NAMES))
}

/// What the terms make, when it is not the total on any scale.
fn wrong(product: &Product) -> Option<f64> {
    let factor = |figure: &Figure| match figure.kind {
        QuantityKind::Percent => figure.value / 100.0,
        _ => figure.value,
    };
    let (times, over) = product.terms.split_at(product.divided_from.min(product.terms.len()));
    let right = times.iter().map(factor).product::<f64>() / over.iter().map(factor).product::<f64>();
    let loose = product.total.loose || product.terms.iter().any(|term| term.loose);
    let timed = product.terms.iter().any(|t| matches!(t.kind, QuantityKind::Duration | QuantityKind::Effort));
    if loose || timed || !right.is_finite() || right <= 0.0 {
        return None;
    }
    let fits = |right: f64| (product.total.value - right).abs() <= (product.total.step / 2.0).max(right * ROUNDING);
    let scaled = [1.0, 10.0, 100.0, 1000.0, 0.1, 0.01, 0.001].iter().any(|by| fits(right * by));
    (!scaled).then_some(right)
}
