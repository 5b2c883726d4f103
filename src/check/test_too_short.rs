//! A test that ends before enough people have come by.

use super::amount::number;
use super::{Case, Hit, sample_size};
use crate::facts::numbers::{Sizing, Traffic};
use crate::span::Span;

/// How far below what is needed is no slip.
const TOLERANCE: f64 = 0.8;
/// The same where it is said to be about so many who come.
const ABOUT: f64 = 0.65;
/// Arms where the text tells none.
const ARMS: f64 = 2.0;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let numbers = &case.facts.numbers;
    let (Some(traffic), Some(sizing)) = (&numbers.traffic, &numbers.sizing) else { return Vec::new() };
    let (Some(arriving), Some(days)) = (traffic.arriving, traffic.days) else { return Vec::new() };
    let arms = traffic.arms.map_or(ARMS, |arms| arms.value);
    let share = traffic.share.map_or(1.0, |share| share.value / 100.0);
    let come = arriving.value * days.value / traffic.per * share;
    let Some((arm, needs)) = needed(case, sizing) else { return Vec::new() };
    let tolerance = if arriving.loose { ABOUT } else { TOLERANCE };
    if come >= arm * arms * tolerance || !one_test(case, sizing, traffic) {
        return Vec::new();
    }
    let hit = case.hit(days.words.text).with("come", number(come.round())).with("needed", number((arm * arms).ceil()));
    let hit = hit.beside("traffic", case.doc.span_of(arriving.words.text));
    let parts = share_and_arms(case, traffic);
    vec![parts.into_iter().chain(needs).fold(hit, |hit, (name, span)| hit.beside(name, span))]
}

/// How many an arm needs: as stated, or as its baseline and effect make at the least.
fn needed(case: &Case<'_>, sizing: &Sizing) -> Option<(f64, Vec<(&'static str, Span)>)> {
    let at = |text| case.doc.span_of(text);
    if let Some(arm) = sizing.arm {
        return Some((arm.value, vec![("arm", at(arm.words.text))]));
    }
    let least = sample_size::least(sizing)?;
    let parts = [("baseline", sizing.baseline?), ("effect", sizing.effect?)];
    Some((least, parts.into_iter().map(|(name, figure)| (name, at(figure.words.text))).collect()))
}

/// True when all parts stand under one heading, or the artifact has no more than one hypothesis.
fn one_test(case: &Case<'_>, sizing: &Sizing, traffic: &Traffic) -> bool {
    let parts =
        [traffic.arriving, traffic.days, traffic.share, traffic.arms, sizing.arm, sizing.baseline, sizing.effect];
    let told = parts.iter().flatten().map(|figure| case.doc.blocks[figure.words.block as usize].section);
    let (first, last) = (told.clone().min(), told.max());
    first == last || case.facts.hypotheses.len() <= 1
}

fn share_and_arms(case: &Case<'_>, traffic: &Traffic) -> Vec<(&'static str, Span)> {
    let told = [("share", traffic.share), ("arms", traffic.arms)];
    told.into_iter().filter_map(|(name, f)| Some((name, case.doc.span_of(f?.words.text)))).collect()
}
