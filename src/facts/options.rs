//! Reading → what was weighed, what each option gains and costs, why some lost, and what the choice gives up.
//!
//! Options are gathered from headings and lists, then from tables, then from sentences; the same option met twice is one.

mod argued;
mod arms;
mod given_up;
mod listed;
mod mentions;
mod names;
mod paragraphs;
mod prose;
mod settled;
mod sides;
mod tables;
#[cfg(test)]
mod tests;
mod weighed;

use super::Facts;
use crate::mention::Reading;
use names::Gathering;

pub(super) fn read(reading: &Reading<'_>, facts: &mut Facts) {
    let mut gathering = Gathering::new(reading);
    listed::read(&mut gathering);
    facts.score_tables = tables::read(&mut gathering);
    paragraphs::read(&mut gathering);
    prose::read(&mut gathering);
    arms::read(&mut gathering);
    facts.given_up = given_up::read(reading);
    facts.loose_gains = std::mem::take(&mut gathering.loose_gains);
    facts.loose_costs = std::mem::take(&mut gathering.loose_costs);
    facts.options = gathering.into_choices();
}
