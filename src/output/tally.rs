//! Reviews → counts and means over all of them, in memory that does not grow with their number.

use std::collections::BTreeMap;

use crate::case::CaseReport;
use crate::review::{Judgement, Review};

/// Counts and means over artifacts. Adding two gives the tally of both.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tally {
    /// Artifacts that were read.
    pub artifacts: usize,
    /// Files that could not be.
    pub failed: usize,
    /// Lowest and highest score.
    pub range: Option<(f64, f64)>,
    /// How many stand on each overall level, with the level's name.
    pub levels: BTreeMap<u8, (String, usize)>,
    /// What is still open in each criterion, over all artifacts.
    pub open: Vec<Open>,
    /// What the artifacts of each case do not say alike; known once all are read.
    pub cases: Vec<CaseReport>,
    sum: f64,
}

/// What one criterion could still add, over all artifacts.
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    /// The criterion's title.
    pub title: String,
    id: String,
    levels: u64,
    points: u64,
    count: u64,
}

impl Open {
    /// The mean level.
    pub fn mean_level(&self) -> f64 {
        self.levels as f64 / self.count.max(1) as f64
    }
}

impl Tally {
    /// One artifact that was read and not scored.
    pub fn one() -> Self {
        Self { artifacts: 1, ..Self::default() }
    }

    /// One file that could not be read.
    pub fn failed() -> Self {
        Self { failed: 1, ..Self::default() }
    }

    /// One review.
    pub fn of(review: &Review) -> Self {
        let open = |judgement: &Judgement| Open {
            title: judgement.title.clone(),
            id: judgement.id.clone(),
            levels: judgement.level.into(),
            points: points_open(judgement).into(),
            count: 1,
        };
        Self {
            artifacts: 1,
            failed: 0,
            range: Some((review.score, review.score)),
            levels: BTreeMap::from([(review.level, (review.level_name.clone(), 1))]),
            open: review.criteria.iter().map(open).collect(),
            cases: Vec::new(),
            sum: review.score,
        }
    }

    /// Adds what another counts.
    pub fn add(&mut self, other: Self) {
        self.artifacts += other.artifacts;
        self.failed += other.failed;
        self.sum += other.sum;
        self.cases.extend(other.cases);
        self.range = match (self.range, other.range) {
            (Some((low, high)), Some((lower, higher))) => Some((low.min(lower), high.max(higher))),
            (range, other) => range.or(other),
        };
        for (level, (name, count)) in other.levels {
            self.levels.entry(level).or_insert((name, 0)).1 += count;
        }
        for open in other.open {
            match self.open.iter_mut().find(|known| known.id == open.id) {
                Some(known) => {
                    known.levels += open.levels;
                    known.points += open.points;
                    known.count += open.count;
                }
                None => self.open.push(open),
            }
        }
    }

    /// The mean of the scores, rounded to one decimal; nothing where there is no score.
    pub fn mean_score(&self) -> Option<f64> {
        self.range.map(|_| (self.sum / self.artifacts as f64 * 10.0).round() / 10.0)
    }

    /// Criteria by what they could still add over all artifacts, most first; those that could add nothing are left out.
    pub fn weakest(&self) -> Vec<&Open> {
        let mut open: Vec<_> = self.open.iter().filter(|open| open.points > 0).collect();
        open.sort_by_key(|open| std::cmp::Reverse(open.points));
        open
    }
}

/// Quarters of a point of score that a criterion could still add.
pub fn points_open(judgement: &Judgement) -> u32 {
    judgement.weight * u32::from(4_u8.saturating_sub(judgement.level))
}
