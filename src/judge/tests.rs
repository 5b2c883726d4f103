//! What must hold of levels, whatever is found.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{LONGEST_CHAIN, Weighed, Weighing, ground_of};
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
