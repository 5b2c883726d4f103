//! A primary measure that no goal speaks of.

use super::{Case, Hit, goal_not_measured};

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    goal_not_measured::of(case, &case.facts.numbers.goals.aimless)
}
