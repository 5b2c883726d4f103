//! A time to pay back that is not the cost over what it brings in.

use super::amount::number;
use super::{Case, Hit};
use crate::facts::numbers::Payback;

/// Days in a month.
const MONTH: f64 = 365.25 / 12.0;
/// How far a stated time may be off, as a share of what it would have to be.
const ROUNDING: f64 = 0.12;
/// The same where it is said to be about so long.
const ABOUT: f64 = 0.25;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let hits = case.facts.numbers.paybacks.iter().filter(|payback| !closes(payback)).map(|payback| {
        let at = |text| case.doc.span_of(text);
        case.hit(payback.stated.words.text)
            .with("right", number((right(payback) / MONTH * 10.0).round() / 10.0))
            .beside("cost", at(payback.cost.words.text))
            .beside("gain", at(payback.gain.words.text))
    });
    hits.collect()
}

/// The days in which the gain makes up for the cost.
fn right(payback: &Payback) -> f64 {
    payback.cost.value / payback.gain.value * payback.period
}

fn closes(payback: &Payback) -> bool {
    let right = right(payback);
    let stated = payback.stated.value;
    let share = if payback.stated.loose || payback.cost.loose || payback.gain.loose { ABOUT } else { ROUNDING };
    // A time in whole months or years is often the next one up.
    let slack = payback.stated.step.max(right * share);
    if payback.at_most { right <= stated + right * share } else { (stated - right).abs() <= slack }
}
