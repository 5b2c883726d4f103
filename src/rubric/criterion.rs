//! A criterion, what earns its points, and how they add up.

use serde::Deserialize;

use super::Asks;

/// What is judged.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The question it asks of an artifact.
    pub question: String,
    /// What each level means, 0 to 4.
    pub means: Vec<String>,
    /// Points from which the levels 1 to 4 begin; rising.
    pub from: [f64; 4],
    /// What earns points.
    pub needs: Vec<Need>,
    /// How far points of other criteria's signals count; as they are where it is none.
    pub others: Option<Others>,
}

impl Criterion {
    /// The points of needs that are met: those that ask for the criterion's own signals, and of the rest as many as count
    /// beside them.
    pub fn points<'n>(&self, met: impl Iterator<Item = &'n Need>) -> f64 {
        Others::add_up(self.others, met.map(|need| (need.own, need.points)))
    }
}

/// How far points of other criteria's signals count: what they bear on has to be there itself.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Others {
    /// So many points count in any case; at least 0.
    pub free: f64,
    /// So many more count for each point of the criterion's own; at least 0, so that more met needs never lower a level.
    pub of_own: f64,
}

impl Others {
    /// A criterion's points, from those of needs that are met, each with whether it asks for the criterion's own.
    pub(crate) fn add_up(limit: Option<Self>, met: impl Iterator<Item = (bool, f64)>) -> f64 {
        let (mut own, mut others) = (0.0, 0.0);
        for (is_own, points) in met {
            *(if is_own { &mut own } else { &mut others }) += points;
        }
        own + limit.map_or(others, |limit| others.min(limit.free + limit.of_own * own))
    }
}

/// A signal held often enough, and what that is worth.
#[derive(Debug, Clone)]
pub struct Need {
    /// What is counted.
    pub asks: Asks,
    /// How many distinct pieces it takes.
    pub count: usize,
    /// What it adds.
    pub points: f64,
    /// It asks for one of the criterion's own signals, or for the craft, rather than for one that bears on it.
    pub own: bool,
}
