//! A contest → what becomes of its first place when one number at a time is changed.
//!
//! A number with a scale of its own, such as a mark from 1 to 5, goes one step up and down; any other goes up and down by
//! a share of itself. A weight takes from, or gives to, the other weights in proportion where they are shares of one whole.

use super::model::{Contender, Contest, Given};
use super::roles::Part;
use crate::facts::Method;

/// How far numbers without a scale go, as a share of themselves.
pub const SHARE: f64 = 0.25;
/// Scores that differ by less than this share of the higher are level.
const LEVEL: f64 = 1e-9;
/// Most inputs of a score that are changed one at a time.
const MOST_INPUTS: usize = 32;
/// Times that the interval is halved in which the first place changes hands.
const HALVINGS: usize = 40;

/// Impact as RICE has it: minimal, low, medium, high, massive.
const IMPACT: [f64; 5] = [0.25, 0.5, 1.0, 2.0, 3.0];
/// Confidence as RICE has it: low, medium, high.
const CONFIDENCE: [f64; 3] = [0.5, 0.8, 1.0];
/// Sizes that grow like Fibonacci's numbers.
const SIZES: [f64; 8] = [1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 20.0, 21.0];

/// What becomes of the first place.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensitivity {
    /// The option with the highest score, the first of several.
    pub first: usize,
    /// The one with the highest score after it.
    pub second: usize,
    /// Their scores, as their inputs make them.
    pub scores: (f64, f64),
    /// The two are level.
    pub level: bool,
    /// How many changes were tried.
    pub tried: usize,
    /// Those after which another option is first, or level with the first, in the order of the source.
    pub flips: Vec<Flip>,
}

/// One changed number, and what comes of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flip {
    /// The option whose input it is; none for a weight.
    pub option: Option<usize>,
    /// Index in [`Contest::inputs`].
    pub input: usize,
    /// As it is written.
    pub from: f64,
    /// What it was changed to, in the way in which it is written.
    pub to: f64,
    /// Where between the two the first place changes hands; the same as `to` for a step of a scale.
    pub turns_at: f64,
    /// It went by one step of its scale.
    pub step: bool,
    /// Who is first then.
    pub then: usize,
    /// The two are level then.
    pub level: bool,
}

/// How far numbers are changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reach {
    /// One step where a number has a scale, else [`SHARE`] of itself.
    Step,
    /// This share of itself.
    Share(f64),
}

/// Changes every number of a contest alone; nothing where fewer than two options have a score.
pub fn of(contest: &Contest, reach: Reach) -> Option<Sensitivity> {
    if contest.inputs.len() > MOST_INPUTS {
        return None;
    }
    let scores: Vec<Option<f64>> = contest.contenders.iter().map(|contender| contest.score(contender)).collect();
    let first = highest(&scores, None)?;
    let second = highest(&scores, Some(first.0))?;
    let mut trial = Trial { contest, first, second, reach, weights: contest.weights(), tried: 0, flips: Vec::new() };
    trial.change_inputs();
    trial.change_weights();
    Some(Sensitivity {
        first: first.0,
        second: second.0,
        scores: (first.1, second.1),
        level: is_level(first.1, second.1),
        tried: trial.tried,
        flips: trial.flips,
    })
}

fn is_level(one: f64, other: f64) -> bool {
    (one - other).abs() <= LEVEL * one.abs().max(other.abs())
}

/// The option with the highest score, without one of them, and that score.
fn highest(scores: &[Option<f64>], without: Option<usize>) -> Option<(usize, f64)> {
    let known = scores.iter().enumerate().filter_map(|(at, score)| score.map(|score| (at, score)));
    let others = known.filter(|(at, _)| Some(*at) != without);
    others.reduce(|best, next| if next.1 > best.1 && !is_level(next.1, best.1) { next } else { best })
}

struct Trial<'c> {
    contest: &'c Contest,
    first: (usize, f64),
    second: (usize, f64),
    reach: Reach,
    weights: Vec<f64>,
    tried: usize,
    flips: Vec<Flip>,
}

impl Trial<'_> {
    fn change_inputs(&mut self) {
        let contest = self.contest;
        let scales: Vec<Option<Scale>> = match self.reach {
            Reach::Step => (0..contest.inputs.len()).map(|at| Scale::of(contest, at)).collect(),
            Reach::Share(_) => Vec::new(),
        };
        let tops: Vec<f64> = (0..contest.inputs.len()).map(|at| self.top(at)).collect();
        for (option, contender) in contest.contenders.iter().enumerate() {
            let mut values: Vec<f64> = contender.given.iter().map(|given| given.value).collect();
            for (input, given) in contender.given.iter().enumerate() {
                let scale = scales.get(input).and_then(Option::as_ref);
                for to in self.changed(given.value, scale, tops[input]).into_iter().flatten() {
                    self.tried += 1;
                    let mut outcome = |value: f64| {
                        values[input] = value;
                        let score = contest.recipe.score(&values, &self.weights) * contest.scale;
                        values[input] = given.value;
                        self.with_score(option, score)
                    };
                    let Some((then, level)) = outcome(to) else { continue };
                    let turn = if scale.is_some() { to } else { turn(given.value, to, |v| outcome(v).is_some()) };
                    self.flips.push(Flip {
                        option: Some(option),
                        input,
                        from: given.written.value,
                        to: given.as_written(to),
                        turns_at: given.as_written(turn),
                        step: scale.is_some(),
                        then,
                        level,
                    });
                }
            }
        }
    }

    fn change_weights(&mut self) {
        let contest = self.contest;
        for (input, ingredient) in contest.inputs.iter().enumerate() {
            let Some(weight) = ingredient.weight else { continue };
            for to in self.changed(weight.value, None, f64::INFINITY).into_iter().flatten() {
                self.tried += 1;
                let Some((then, level)) = self.with_weight(input, to) else { continue };
                let turn = turn(weight.value, to, |value| self.with_weight(input, value).is_some());
                let by = if weight.percent { 100.0 } else { 1.0 };
                self.flips.push(Flip {
                    option: None,
                    input,
                    from: weight.value * by,
                    to: to * by,
                    turns_at: turn * by,
                    step: false,
                    then,
                    level,
                });
            }
        }
    }

    /// The most that an input can be: all of it, where it is a share.
    fn top(&self, input: usize) -> f64 {
        let contest = self.contest;
        let sure = contest.inputs.get(input).is_some_and(|i| i.part == Some(Part::Confidence));
        let mut given = contest.contenders.iter().filter_map(|c| c.given.get(input));
        if sure && given.all(|given| given.value <= 1.0) { 1.0 } else { f64::INFINITY }
    }

    /// One down and one up, where there is room.
    fn changed(&self, value: f64, scale: Option<&Scale>, top: f64) -> [Option<f64>; 2] {
        if let Some(scale) = scale {
            return scale.beside(value);
        }
        let share = match self.reach {
            Reach::Share(share) => share,
            Reach::Step => SHARE,
        };
        let up = (value * (1.0 + share)).min(top);
        let down = value * (1.0 - share);
        [(down < value).then_some(down), (up > value).then_some(up)]
    }

    /// Who is first, and whether level with the first of before, once an option has another score; nothing while the
    /// first stays first alone.
    fn with_score(&self, option: usize, score: f64) -> Option<(usize, bool)> {
        let (then, own, other) =
            if option == self.first.0 { (self.second.0, score, self.second.1) } else { (option, self.first.1, score) };
        if !score.is_finite() {
            return None;
        }
        let level = is_level(own, other);
        (other > own || level).then_some((then, level))
    }

    /// The same once an input has another weight.
    fn with_weight(&self, input: usize, value: f64) -> Option<(usize, bool)> {
        let own = self.weights.get(input)?;
        let whole: f64 = self.weights.iter().sum();
        let others = whole - own;
        // Shares of one whole: what one gains, the others lose.
        let shares = (whole - 1.0).abs() < 0.005 || (whole - 100.0).abs() < 0.5;
        let by = if shares && others > 0.0 { (whole - value).max(0.0) / others } else { 1.0 };
        let changed = |(at, weight): (usize, &f64)| if at == input { value } else { weight * by };
        let weights: Vec<f64> = self.weights.iter().enumerate().map(changed).collect();
        let contest = self.contest;
        let score = |contender: &Contender| {
            let given: Vec<f64> = contender.given.iter().map(|given| given.value).collect();
            (!given.is_empty()).then(|| contest.recipe.score(&given, &weights) * contest.scale)
        };
        let scores: Vec<Option<f64>> = contest.contenders.iter().map(score).collect();
        let own = scores.get(self.first.0).copied().flatten()?;
        let (then, other) = highest(&scores, Some(self.first.0))?;
        let level = is_level(own, other);
        (other > own || level).then_some((then, level))
    }
}

/// Where on the way from one value to another something begins to hold.
fn turn(from: f64, to: f64, mut holds: impl FnMut(f64) -> bool) -> f64 {
    let (mut before, mut after) = (from, to);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(before, after);
        if holds(middle) {
            after = middle;
        } else {
            before = middle;
        }
    }
    after
}

/// Marks that an input is given on, from the lowest.
struct Scale {
    marks: Vec<f64>,
}

impl Scale {
    /// The scale of an input, where all of its numbers stand on one that is known.
    fn of(contest: &Contest, input: usize) -> Option<Self> {
        let given: Vec<&Given> = contest.contenders.iter().filter_map(|c| c.given.get(input)).collect();
        let on = |marks: &[f64]| given.iter().all(|g| marks.iter().any(|mark| (mark - g.value).abs() < 1e-9));
        let part = contest.inputs.get(input)?.part;
        if part == Some(Part::Impact) && contest.method == Method::Rice && on(&IMPACT) {
            return Some(Self { marks: IMPACT.to_vec() });
        }
        if part == Some(Part::Confidence) && given.iter().any(|g| g.value < 1.0) && on(&CONFIDENCE) {
            return Some(Self { marks: CONFIDENCE.to_vec() });
        }
        let counted = given.iter().all(|g| g.written.bare && !g.written.percent);
        // What RICE counts, people and weeks, is on no scale.
        let measured = contest.method == Method::Rice && matches!(part, Some(Part::Reach | Part::Effort));
        if !counted || measured || given.is_empty() {
            return None;
        }
        if contest.method == Method::Wsjf && on(&SIZES) {
            return Some(Self { marks: SIZES[..7].to_vec() });
        }
        let whole = |value: f64| (1.0..=10.0).contains(&value) && value.fract() == 0.0;
        if !given.iter().all(|g| whole(g.value)) {
            return None;
        }
        // All criteria of a table are marked on one scale.
        let all = contest.contenders.iter().flat_map(|c| &c.given).map(|g| g.value).filter(|&value| whole(value));
        let top = if all.fold(0.0, f64::max) > 5.0 { 10 } else { 5 };
        Some(Self { marks: (1..=top).map(f64::from).collect() })
    }

    /// The marks right below and right above one.
    fn beside(&self, value: f64) -> [Option<f64>; 2] {
        let below = self.marks.iter().rev().find(|mark| **mark < value - 1e-9);
        let above = self.marks.iter().find(|mark| **mark > value + 1e-9);
        [below.copied(), above.copied()]
    }
}
