//! What must hold of levels, whatever is found.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{LONGEST_CHAIN, Weighed, Weighing, ground_of, steps};
use crate::review::{Judgement, Missing};
use crate::rubric::{Criterion, Kind, Rubric};

static RUBRIC: LazyLock<Rubric> = LazyLock::new(Rubric::embedded);

/// A criterion weighed as if each need had so many pieces.
fn weighed<'r>(criterion: &'r Criterion, kind: &'r Kind, held: &[usize]) -> Weighing<'r> {
    let needs = criterion.needs.iter().zip(held).map(|(need, held)| Weighed { need, asked: None, held: *held });
    let needs: Vec<Weighed<'_>> = needs.collect();
    let points = needs.iter().filter(|n| n.met()).map(|n| n.need.points).sum();
    Weighing { criterion, needs, earned: Vec::new(), worth: Vec::new(), kind, points }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, rng_seed: RngSeed::Fixed(11), ..ProptestConfig::default() })]

    #[test]
    fn more_of_what_is_asked_for_never_lowers_a_level_or_a_share(
        held in prop::collection::vec(0_usize..9, 40),
        added in prop::collection::vec(0_usize..9, 40),
    ) {
        let rubric = &*RUBRIC;
        let more: Vec<usize> = held.iter().zip(&added).map(|(held, added)| held + added).collect();
        for criterion in &rubric.criteria {
            prop_assert!(criterion.needs.len() <= held.len());
            let less = weighed(criterion, &rubric.kinds[0], &held);
            let more = weighed(criterion, &rubric.kinds[0], &more);
            prop_assert!(more.level() >= less.level(), "{}", criterion.id);
            prop_assert!(more.share() >= less.share(), "{}", criterion.id);
        }
    }
}

#[test]
fn nothing_at_all_is_level_0_and_everything_is_level_4() {
    let rubric = &*RUBRIC;
    for criterion in &rubric.criteria {
        let count = criterion.needs.len();
        assert_eq!(weighed(criterion, &rubric.kinds[0], &vec![0; count]).level(), 0, "{}", criterion.id);
        assert_eq!(weighed(criterion, &rubric.kinds[0], &vec![99; count]).level(), 4, "{}", criterion.id);
    }
}

#[test]
fn what_rests_on_something_missing_is_advised_after_that() {
    let rubric = &*RUBRIC;
    let nothing = |_: &str| Some(false);
    assert_eq!(ground_of(rubric, "decision.reason", &nothing), "decision.stated");
    assert_eq!(ground_of(rubric, "evidence.limits", &nothing), "evidence.any");
    assert_eq!(ground_of(rubric, "evidence.limits", &|id| Some(id == "evidence.any")), "evidence.concrete");
    assert_eq!(ground_of(rubric, "metric.review", &|_| Some(true)), "metric.review");
    assert_eq!(ground_of(rubric, "metric.review", &|_| None), "metric.review");
}

#[test]
fn signals_that_rest_on_each_other_in_a_ring_come_to_an_end() {
    let mut rubric = Rubric::embedded();
    let text = rubric.signals.get_mut("decision.stated").expect("a built-in signal");
    text.rests_on = Some("decision.reason".to_owned());
    let ground = ground_of(&rubric, "decision.reason", &|_| Some(false));
    assert!(["decision.reason", "decision.stated"].contains(&ground), "{ground} after {LONGEST_CHAIN}");
}

#[test]
fn a_step_gains_what_comes_with_it() {
    let rubric = &*RUBRIC;
    let outcomes = rubric.criterion("outcomes").expect("a built-in criterion");
    let held: Vec<usize> = vec![0; outcomes.needs.len()];
    let weighing = weighed(outcomes, &rubric.kinds[0], &held);
    assert!(weighing.gain(rubric, "metric.bound") > weighing.gain(rubric, "metric.baseline"));
}

/// A criterion that asks for some signals.
fn asking(id: &str, signals: &[&str]) -> Judgement {
    let missing =
        |signal: &&str| Missing { signal: (*signal).to_owned(), for_level: 2, next_step: format!("do {signal}") };
    Judgement {
        id: id.to_owned(),
        title: String::new(),
        weight: 10,
        level: 1,
        level_name: String::new(),
        means: String::new(),
        why: String::new(),
        evidence: Vec::new(),
        missing: signals.iter().map(missing).collect(),
    }
}

#[test]
fn steps_are_of_many_criteria_and_stand_in_the_order_of_what_they_gain() {
    let criteria = ["a", "b", "c", "d", "e"].map(|id| asking(id, &["x", id]));
    // By criterion and place: the second step of the first gains more than the first steps of the others.
    let gains = [(4.0, 0, 1), (3.0, 0, 0), (2.0, 1, 1), (1.5, 2, 1), (1.0, 3, 1)];
    let told = |gains: &[(f64, usize, usize)]| -> Vec<(String, f64)> {
        steps(&criteria, gains).into_iter().map(|step| (step.criterion, step.gain)).collect()
    };
    let expected = [("a", 4.0), ("a", 3.0), ("b", 2.0), ("c", 1.5), ("d", 1.0)];
    assert_eq!(told(&gains), expected.map(|(id, gain)| (id.to_owned(), gain)));
    // Where there are enough others, a second step of one criterion waits; and no text comes twice.
    let more = [&gains[..], &[(0.8, 4, 1), (0.7, 1, 0)]].concat();
    let expected = [("a", 4.0), ("b", 2.0), ("c", 1.5), ("d", 1.0), ("e", 0.8)];
    assert_eq!(told(&more), expected.map(|(id, gain)| (id.to_owned(), gain)));
}
