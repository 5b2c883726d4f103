//! Needs that are met and levels that were given → points and limits that fit them, held near those in force.

use crate::rubric::{Criterion, Others};

/// Fewest documents that a criterion is fitted to.
pub const FEWEST: usize = 20;
const OUTER: usize = 10;
const INNER: usize = 5;
/// Least distance of two limits, and least first limit, so that nothing at all stays at level 0.
const APART: f64 = 0.1;

/// One document of one criterion.
#[derive(Debug, Clone)]
pub struct Sample {
    /// For each need of the criterion, whether it is met.
    pub met: Vec<bool>,
    /// The level that was given.
    pub level: u8,
}

/// Points of each need, and from how many points each level begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// One a need; none below nothing.
    pub points: Vec<f64>,
    /// Rising.
    pub from: [f64; 4],
    /// For each need, whether it asks for the criterion's own.
    pub own: Vec<bool>,
    /// How far points of the others count.
    pub others: Option<Others>,
}

/// How much may change: nothing, the limits, or the limits and the points, the more the smaller the number.
const WAYS: [Option<f64>; 4] = [None, Some(f64::INFINITY), Some(20.0), Some(5.0)];

impl Model {
    /// The points and limits in force.
    pub fn of(criterion: &Criterion) -> Self {
        Self {
            points: criterion.needs.iter().map(|need| need.points).collect(),
            from: criterion.from,
            own: criterion.needs.iter().map(|need| need.own).collect(),
            others: criterion.others,
        }
    }

    fn sum(&self, sample: &Sample) -> f64 {
        let needs = self.own.iter().copied().zip(self.points.iter().copied());
        Others::add_up(self.others, needs.zip(&sample.met).filter(|(_, met)| **met).map(|(need, _)| need))
    }

    /// The level of a document.
    pub fn level(&self, sample: &Sample) -> u8 {
        level(self.sum(sample), &self.from)
    }

    fn error(&self, samples: &[&Sample]) -> f64 {
        samples.iter().map(|s| f64::from(self.level(s).abs_diff(s.level)).powi(2)).sum()
    }
}

fn level(sum: f64, from: &[f64; 4]) -> u8 {
    from.iter().filter(|from| sum >= **from).count() as u8
}

/// The model that fits best, by how much may change, as cross-validation among the samples chooses.
pub fn fit(now: &Model, samples: &[&Sample]) -> Model {
    let mut best = (f64::INFINITY, None);
    for way in WAYS {
        let mut error = 0.0;
        for fold in 0..INNER {
            let (known, unseen) = split(samples, INNER, fold);
            error += fitted(now, &known, way).error(&unseen);
        }
        if error < best.0 {
            best = (error, way);
        }
    }
    fitted(now, samples, best.1)
}

/// The level of each sample by a model that was fitted without it.
pub fn unseen(now: &Model, samples: &[Sample]) -> Vec<u8> {
    let all: Vec<&Sample> = samples.iter().collect();
    let mut levels = vec![0; samples.len()];
    for fold in 0..OUTER {
        let (known, _) = split(&all, OUTER, fold);
        let model = fit(now, &known);
        for (at, sample) in samples.iter().enumerate().filter(|(at, _)| at % OUTER == fold) {
            levels[at] = model.level(sample);
        }
    }
    levels
}

fn split<'s>(samples: &[&'s Sample], folds: usize, fold: usize) -> (Vec<&'s Sample>, Vec<&'s Sample>) {
    let (unseen, known): (Vec<_>, Vec<_>) = samples.iter().enumerate().partition(|(at, _)| at % folds == fold);
    let plain = |list: Vec<(usize, &&'s Sample)>| list.into_iter().map(|(_, sample)| *sample).collect();
    (plain(known), plain(unseen))
}

fn fitted(now: &Model, samples: &[&Sample], way: Option<f64>) -> Model {
    let Some(hold) = way else { return now.clone() };
    let mut model = now.clone();
    if hold.is_finite() {
        model.points = points(now, samples, hold);
    }
    model.from = limits(&model, now, samples);
    model
}

/// Least squares towards the middle of each given level's band, held to the points in force (ridge), none below nothing.
fn points(now: &Model, samples: &[&Sample], hold: f64) -> Vec<f64> {
    let middle = |level: u8| match level {
        0 => now.from[0] / 2.0,
        4 => now.from[3] + (now.from[3] - now.from[2]) / 2.0,
        _ => f64::midpoint(now.from[usize::from(level) - 1], now.from[usize::from(level)]),
    };
    let mut points = now.points.clone();
    let mut rest: Vec<f64> = samples.iter().map(|s| middle(s.level) - now.sum(s)).collect();
    for _ in 0..50 {
        for (at, (points, now)) in points.iter_mut().zip(&now.points).enumerate() {
            let holding: Vec<usize> = (0..samples.len()).filter(|&i| samples[i].met[at]).collect();
            let pull: f64 = holding.iter().map(|&i| rest[i]).sum::<f64>() - hold * (*points - now);
            let moved = (*points + pull / (holding.len() as f64 + hold)).max(0.0);
            for &i in &holding {
                rest[i] += *points - moved;
            }
            *points = moved;
        }
    }
    points.iter().map(|p| hundredths(*p)).collect()
}

/// Limits near those in force that give the fewest and smallest differences.
fn limits(model: &Model, now: &Model, samples: &[&Sample]) -> [f64; 4] {
    let sums: Vec<f64> = samples.iter().map(|s| model.sum(s)).collect();
    let cost = |from: &[f64; 4]| {
        let error: f64 =
            sums.iter().zip(samples).map(|(sum, s)| f64::from(level(*sum, from).abs_diff(s.level)).powi(2)).sum();
        let moved: f64 = from.iter().zip(&now.from).map(|(a, b)| (a - b).powi(2)).sum();
        error + moved
    };
    let mut best = now.from;
    for _ in 0..3 {
        for at in 0..best.len() {
            for step in -10..=10 {
                let mut tried = best;
                tried[at] = hundredths(now.from[at] + f64::from(step) * 0.08);
                let rises = tried[0] >= APART && tried.windows(2).all(|pair| pair[1] - pair[0] >= APART);
                if rises && cost(&tried) < cost(&best) {
                    best = tried;
                }
            }
        }
    }
    best
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Model {
        Model { points: vec![1.0; 4], from: [0.5, 1.5, 2.5, 3.5], own: vec![true; 4], others: None }
    }

    fn samples(given: impl Fn(usize) -> u8) -> Vec<Sample> {
        (0..48)
            .map(|at| {
                let count = at % 5;
                Sample { met: (0..4).map(|need| need < count).collect(), level: given(count) }
            })
            .collect()
    }

    #[test]
    fn grades_that_the_rubric_meets_change_nothing() {
        let samples = samples(|count| count as u8);
        assert_eq!(fit(&now(), &samples.iter().collect::<Vec<_>>()), now());
    }

    #[test]
    fn points_of_others_count_as_far_as_there_is_something_of_its_own() {
        let others = Some(Others { free: 0.5, of_own: 0.5 });
        let model = Model { own: vec![true, false, false, false], others, ..now() };
        let sum = |met: [bool; 4]| model.sum(&Sample { met: met.to_vec(), level: 0 });
        assert!((sum([false, true, true, true]) - 0.5).abs() < 1e-9);
        assert!((sum([true, true, true, true]) - 2.0).abs() < 1e-9);
        assert!((sum([true, false, false, false]) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_stricter_grader_raises_the_limits_and_unseen_documents_gain() {
        let samples = samples(|count| count.saturating_sub(1) as u8);
        let levels = unseen(&now(), &samples);
        let error =
            |levels: &[u8]| -> u32 { levels.iter().zip(&samples).map(|(l, s)| u32::from(l.abs_diff(s.level))).sum() };
        let before: Vec<u8> = samples.iter().map(|s| now().level(s)).collect();
        assert!(error(&levels) * 2 < error(&before), "{} of {}", error(&levels), error(&before));
    }

    #[test]
    fn no_point_falls_below_nothing_and_limits_rise() {
        let samples = samples(|count| 4 - count as u8);
        let model = fit(&now(), &samples.iter().collect::<Vec<_>>());
        assert!(model.points.iter().all(|p| *p >= 0.0), "{model:?}");
        assert!(model.from[0] > 0.0 && model.from.windows(2).all(|pair| pair[0] < pair[1]), "{model:?}");
    }
}
