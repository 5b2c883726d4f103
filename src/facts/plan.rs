//! Reading → the plan: its steps with what they wait for and what they take, what is asked for though it was ruled out,
//! risks with their answers, and when work is ended.
//!
//! Only what can be read in one way is taken: a step is told by a table, a list, a heading or a plain sentence, and what it
//! waits for has to be another step by its name.

mod load;
mod names;
mod needs;
mod place;
mod register;
mod returns;
mod steps;
mod stops;
#[cfg(test)]
mod tests;

pub use load::Load;
pub use place::Place;
pub use register::{Entry, Register, Subject};
pub use returns::Return;
pub use stops::StopRule;

use super::Words;
use crate::mention::Reading;

/// The plan of an artifact.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Pieces of work.
    pub steps: Vec<Step>,
    /// What they wait for.
    pub needs: Vec<Need>,
    /// Efforts of one plan, and how much there is room for.
    pub loads: Vec<Load>,
    /// What is left out on purpose, and asked for all the same.
    pub returns: Vec<Return>,
    /// Risks, assumptions and open questions, with what stands beside each.
    pub registers: Vec<Register>,
    /// When work is ended.
    pub stops: Vec<StopRule>,
}

impl Plan {
    pub(super) fn read(reading: &Reading<'_>) -> Self {
        let mut plan = Self {
            loads: load::read(reading),
            returns: returns::read(reading),
            registers: register::read(reading),
            stops: stops::read(reading),
            ..Self::default()
        };
        steps::read(reading, &mut plan);
        plan
    }
}

/// A piece of work.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its name, where it was first read.
    pub name: Words,
    /// When it comes: every place that says so.
    pub places: Vec<Place>,
    /// It is a row or an item of a plan, or has a place in one: no mere noun of a sentence.
    pub planned: bool,
    /// It has a place of its own, and not only that of a phase or a date that it stands under.
    pub placed: bool,
}

/// One step waits for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// Index in [`Plan::steps`] of the one that waits.
    pub step: u32,
    /// Index in [`Plan::steps`] of what it waits for.
    pub on: u32,
    /// The words that say so.
    pub words: Words,
}
