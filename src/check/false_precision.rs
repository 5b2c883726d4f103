//! Scores that show more digits than any of the numbers that they are made of.

use super::{Case, Hit};
use crate::facts::scores::{Contest, Written};

/// Fewest digits of a score that claim more than a rough estimate.
const FINE: i32 = 3;
/// Fewest digits of a score without decimals that do.
const FINE_WHOLE: i32 = 4;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let mut hits: Vec<Hit> = case.facts.contests.iter().filter_map(|contest| of_contest(case, contest)).collect();
    hits.sort_by_key(|hit| hit.span);
    hits
}

fn of_contest(case: &Case<'_>, contest: &Contest) -> Option<Hit> {
    let given = contest.contenders.iter().flat_map(|contender| &contender.given);
    let inputs = given.map(|given| (input_digits(&given.written), given.written.place));
    let weights = contest.inputs.iter().filter_map(|input| input.weight);
    let weights = weights.map(|weight| (weight_digits(weight.value, weight.percent), weight.place));
    let (most, finest) = inputs.chain(weights).reduce(|one, other| if other.0 > one.0 { other } else { one })?;
    let scores = || contest.contenders.iter().filter_map(|contender| Some((contender, contender.score?)));
    let fine = |written: &Written, made: f64| {
        let digits = score_digits(written);
        let decimals = written.step < 1.0;
        // A whole score that is exactly what its inputs make claims nothing.
        let rounded = (made - made.round()).abs() > 1e-6;
        digits > most && (decimals && digits >= FINE || !decimals && rounded && digits >= FINE_WHOLE)
    };
    let too_fine = || {
        scores().filter(|(contender, score)| {
            !contender.given.is_empty() && contest.score(contender).is_some_and(|made| fine(score, made))
        })
    };
    if too_fine().count() * 2 < scores().count() {
        return None;
    }
    let (_, score) = too_fine().next()?;
    let hit = case.hit(score.place).with("digits", score_digits(&score).to_string()).with("most", most.to_string());
    Some(hit.beside("input", case.doc.span_of(finest)))
}

/// Digits from the first that is no zero to the last one shown.
fn digits(value: f64, step: f64) -> i32 {
    let units = (value.abs() / step).round();
    if units < 1.0 { 0 } else { units.log10().floor() as i32 + 1 }
}

/// Digits that count in an input; zeros at its end do, as they may have been counted.
fn input_digits(written: &Written) -> i32 {
    // All of it is no measurement.
    if written.percent && (written.value - 100.0).abs() < 1e-9 { 1 } else { digits(written.value, written.step) }
}

fn weight_digits(value: f64, percent: bool) -> i32 {
    let value = if percent { value * 100.0 } else { value };
    (0..6)
        .find(|&places| (value * 10_f64.powi(places)).fract().min(1.0 - (value * 10_f64.powi(places)).fract()) < 1e-6)
        .map_or(1, |places| digits(value, 10_f64.powi(-places)))
}

/// Digits that a score claims; zeros at the end of a whole number do not count.
fn score_digits(written: &Written) -> i32 {
    let mut units = (written.value.abs() / written.step).round();
    if written.step >= 1.0 {
        while units >= 10.0 && (units / 10.0).fract().abs() < 1e-9 {
            units /= 10.0;
        }
    }
    if units < 1.0 { 0 } else { units.log10().floor() as i32 + 1 }
}
