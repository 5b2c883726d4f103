//! Rubric × case → levels with their evidence, what is missing, the score, and the next steps.
//!
//! A criterion's points are the sum of the needs that are met, so more met needs never lower a level. Its level is how many
//! of the rising limits in `from` they reach.

pub mod kind;
mod plan;
mod quote;
#[cfg(test)]
mod tests;
mod why;

use crate::facts::Words;
use crate::facts::weighed::Weights;
use crate::review::{Judgement, Missing, NextStep};
use crate::rubric::{Asks, Criterion, Kind, LEVELS, Need, Rubric};
use crate::signal::Case;
pub(crate) use plan::Plans;
use plan::{Asked, CriterionPlan};
use quote::Quoting;

/// What a next step adds to the score at least: less is not worth an author's time, nor the risk that it is there already.
const LEAST_GAIN: f64 = 0.5;
/// Most next steps that a review gives.
const MOST_STEPS: usize = 5;
/// Most missing signals that a criterion names.
const MOST_MISSING: usize = 3;

/// The judged part of a review.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) criteria: Vec<Judgement>,
    pub(crate) score: f64,
    pub(crate) level: u8,
    pub(crate) next_steps: Vec<NextStep>,
}

/// Judges a case as its kind.
pub(crate) fn judge(rubric: &Rubric, plans: &Plans, weights: &Weights, kind: &Kind, case: &Case<'_>) -> Verdict {
    let plan = plans.of_kind(rubric, kind);
    let earned = plan.earned(case);
    let mut criteria: Vec<Judgement> = Vec::with_capacity(rubric.criteria.len());
    let mut gains: Vec<Gain> = Vec::new();
    let mut score = 0.0;
    let mut quoting = Quoting::of(&rubric.quotes, weights, case);
    for (at, criterion) in rubric.criteria.iter().enumerate() {
        let weight = kind.weights[at];
        let weighing = Weighing::of(criterion, &plan.criteria[at], kind, &earned);
        let held = |id: &str| plan.place_of(id).map(|at| !earned[at].is_empty());
        score += f64::from(weight) * weighing.share();
        let (judgement, shares) = weighing.judgement(rubric, weight, &held, &mut quoting);
        let worth = shares.into_iter().map(|share| round(f64::from(weight) * share)).enumerate();
        gains.extend(worth.filter(|(_, gain)| *gain >= LEAST_GAIN).map(|(place, gain)| (gain, at, place)));
        criteria.push(judgement);
    }
    gains.sort_by(|a, b| b.0.total_cmp(&a.0));
    let next_steps = steps(&criteria, &gains);
    let score = round(score);
    let level = overall(rubric, kind, &criteria, score);
    Verdict { criteria, score, level, next_steps }
}

/// What a missing signal would gain, with the place of its criterion and its own in what that misses.
type Gain = (f64, usize, usize);

/// The steps to take, those that gain most first: the best one of each criterion before any second one, so that they are
/// about what is said to hold it back, and no text twice.
fn steps(criteria: &[Judgement], gains: &[Gain]) -> Vec<NextStep> {
    let missing = |&(_, at, place): &Gain| &criteria[at].missing[place];
    let mut steps: Vec<Gain> = Vec::with_capacity(gains.len());
    let mut rest = Vec::new();
    let same = |one: &Gain, other: &Gain| missing(one).next_step == missing(other).next_step;
    let is_told = |steps: &[Gain], step: &Gain| steps.iter().any(|told| same(told, step));
    for step in gains {
        if steps.iter().any(|told| told.1 == step.1) {
            rest.push(*step);
        } else if !is_told(&steps, step) {
            steps.push(*step);
        }
    }
    for step in rest {
        if steps.len() < MOST_STEPS && !is_told(&steps, &step) {
            steps.push(step);
        }
    }
    steps.truncate(MOST_STEPS);
    steps.sort_by(|a, b| b.0.total_cmp(&a.0));
    let told = |step: &Gain| NextStep {
        criterion: criteria[step.1].id.clone(),
        signal: missing(step).signal.clone(),
        text: missing(step).next_step.clone(),
        gain: step.0,
    };
    steps.iter().map(told).collect()
}

/// For each criterion, which of its needs a case meets.
pub(crate) fn needs_met(rubric: &Rubric, plans: &Plans, kind: &Kind, case: &Case<'_>) -> Vec<Vec<bool>> {
    let plan = plans.of_kind(rubric, kind);
    let earned = plan.earned(case);
    let met = |(criterion, plan)| Weighing::of(criterion, plan, kind, &earned).needs.iter().map(Weighed::met).collect();
    rubric.criteria.iter().zip(&plan.criteria).map(met).collect()
}

/// The overall level of a score, held below strong by the gate.
fn overall(rubric: &Rubric, kind: &Kind, criteria: &[Judgement], score: f64) -> u8 {
    let level = rubric.bands.iter().filter(|from| score >= **from).count() as u8;
    let strongest = LEVELS as u8 - 1;
    let held_back = criteria.iter().zip(&kind.weights).any(|(criterion, &weight)| {
        rubric.gate.criteria.contains(&criterion.id) && weight >= rubric.gate.weight && criterion.level < 2
    });
    if held_back { level.min(strongest - 1) } else { level }
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// How many more pieces a next step is taken to add: who names one more option or metric mostly names two.
const ADDED: usize = 2;

/// One need, weighed.
struct Weighed<'r> {
    need: &'r Need,
    /// The signal that it asks for, as a place in what the criterion asks for; none for the craft.
    asked: Option<usize>,
    /// How many pieces there are of what it asks for.
    held: usize,
}

impl Weighed<'_> {
    fn met(&self) -> bool {
        self.held >= self.need.count
    }
}

/// Most signals that rest on each other in a row; a rubric whose signals rest on each other in a ring ends there.
const LONGEST_CHAIN: usize = 8;

/// Whether a case holds a signal, by its id; nothing where it was not read.
type Held<'h> = &'h dyn Fn(&str) -> Option<bool>;

/// What a signal rests on and is missing, at the bottom of it; the signal itself where all that it rests on is there.
fn ground_of<'r>(rubric: &'r Rubric, id: &'r str, held: Held<'_>) -> &'r str {
    let ground = |id: &&str| rubric.signals.get(*id).and_then(|text| text.rests_on.as_deref());
    let missing = |id: &&str| ground(id).filter(|ground| held(ground) == Some(false));
    std::iter::successors(Some(id), missing).take(LONGEST_CHAIN).last().unwrap_or(id)
}

/// One criterion, weighed.
struct Weighing<'r> {
    criterion: &'r Criterion,
    needs: Vec<Weighed<'r>>,
    /// What the criterion asks for, with the words that earn each signal.
    earned: Vec<(Asked, &'r [Words])>,
    /// For each of those, what the needs that are met add for it.
    worth: Vec<f64>,
    kind: &'r Kind,
    points: f64,
}

impl<'r> Weighing<'r> {
    /// `earned` holds the words of each signal that the plan asks for.
    fn of(criterion: &'r Criterion, plan: &CriterionPlan, kind: &'r Kind, earned: &'r [Vec<Words>]) -> Self {
        let earned: Vec<(Asked, &[Words])> =
            plan.asked.iter().map(|asked| (*asked, earned[asked.at].as_slice())).collect();
        let craft = || earned.iter().filter(|(asked, _)| asked.craft).map(|(_, words)| words.len());
        let held = |need: &Need, asked: Option<usize>| match (need.asks, asked) {
            (_, Some(at)) => earned[at].1.len(),
            (Asks::CraftDepth, None) => craft().map(|pieces| pieces.min(Asks::DEPTH)).sum(),
            _ => craft().filter(|pieces| *pieces > 0).count(),
        };
        let needs = criterion.needs.iter().zip(&plan.needs);
        let weighed = |(need, &asked): (&'r Need, &Option<usize>)| Weighed { need, asked, held: held(need, asked) };
        let needs: Vec<Weighed<'_>> = needs.map(weighed).collect();
        let points = criterion.points(needs.iter().filter(|n| n.met()).map(|n| n.need));
        let mut worth = vec![0.0; earned.len()];
        for weighed in needs.iter().filter(|n| n.met()) {
            if let Some(at) = weighed.asked {
                worth[at] += weighed.need.points;
            }
        }
        Self { criterion, needs, earned, worth, kind, points }
    }

    fn level(&self) -> u8 {
        self.level_of(self.points)
    }

    fn level_of(&self, points: f64) -> u8 {
        self.criterion.from.iter().filter(|from| points >= **from).count() as u8
    }

    /// How much of the criterion's weight is earned: the level, and the way that has been gone to the next one.
    fn share(&self) -> f64 {
        self.share_of(self.points)
    }

    fn share_of(&self, points: f64) -> f64 {
        let level = usize::from(self.level_of(points));
        if level == LEVELS - 1 {
            return 1.0;
        }
        let below = if level == 0 { 0.0 } else { self.criterion.from[level - 1] };
        let way = ((points - below) / (self.criterion.from[level] - below)).clamp(0.0, 1.0);
        // A level stands for the middle of its band, so that the way to the next one counts half before and half after.
        ((level as f64 + way * 0.5) / (LEVELS - 1) as f64).min(1.0)
    }

    /// What more of a signal, and of those that come with it, would add to the share.
    fn gain(&self, rubric: &Rubric, signal: &str) -> f64 {
        let brings = rubric.signals.get(signal).map_or(&[][..], |text| &text.brings);
        let comes = |id: &str| id == signal || brings.iter().any(|brought| brought == id);
        let added = |n: &&Weighed<'_>| {
            n.need.count <= n.held + ADDED
                && n.need.asks.signal().map_or_else(|| self.kind.craft.iter().any(|id| id == signal), |s| comes(s.id))
        };
        let met = self.needs.iter().filter(|n| n.met() || added(n));
        self.share_of(self.criterion.points(met.map(|n| n.need))) - self.share()
    }

    /// What is found of the criterion, and for each signal that it names as missing what that would add to the share.
    fn judgement(
        &self,
        rubric: &Rubric,
        weight: u32,
        held: Held<'_>,
        quoting: &mut Quoting<'_>,
    ) -> (Judgement, Vec<f64>) {
        let level = self.level();
        let name = |level: u8| rubric.levels[usize::from(level)].name.clone();
        let top = usize::from(level) == LEVELS - 1;
        let (gains, missing) = if top { Default::default() } else { self.missing(rubric, level + 1, held) };
        let mut judgement = Judgement {
            id: self.criterion.id.clone(),
            title: self.criterion.title.clone(),
            weight,
            level,
            level_name: name(level),
            means: self.criterion.means[usize::from(level)].clone(),
            why: String::new(),
            evidence: Vec::new(),
            missing,
        };
        let told = self.told(rubric, &judgement.missing, quoting.doc());
        if level > 0 {
            let told: Vec<&str> = told.iter().map(|(id, _)| *id).collect();
            judgement.evidence = self.evidence(&told, quoting);
        }
        let clauses: Vec<String> = told.into_iter().map(|(_, clause)| clause).collect();
        judgement.why = self.why(rubric, &clauses, &judgement.missing);
        (judgement, gains)
    }

    /// The fewest signals that would earn the next level, those that are worth most first; in place of one that rests on
    /// another, that other as long as it is missing. Each with what it would add to the share, the most first, as that is the
    /// one to tell of.
    fn missing(&self, rubric: &Rubric, for_level: u8, held: Held<'_>) -> (Vec<f64>, Vec<Missing>) {
        let mut short = self.criterion.from[usize::from(for_level) - 1] - self.points;
        let unmet = || self.needs.iter().filter(|n| !n.met() && n.need.points > 0.0);
        // What bears on it from elsewhere is advised where it belongs, unless nothing of its own is left to do.
        let of_its_own = |n: &Weighed<'_>| n.asked.is_none_or(|at| self.earned[at].0.own);
        let any = unmet().any(of_its_own);
        let unmet = unmet().filter(|n| !any || of_its_own(n));
        // What is not there at all comes before more of what is.
        let rank = |n: &Weighed<'_>| n.held > 0;
        let mut unmet: Vec<_> = unmet.map(|n| (rank(n), n)).collect();
        unmet.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.need.points.total_cmp(&a.1.need.points)));
        let mut missing: Vec<Missing> = Vec::new();
        for (_, weighed) in unmet {
            if short <= 0.0 && !missing.is_empty() || missing.len() == MOST_MISSING {
                break;
            }
            let Some(id) = self.wanted(weighed.need, &missing) else { continue };
            let id = ground_of(rubric, id, held);
            if missing.iter().any(|named| named.signal == id) {
                continue;
            }
            let Some(text) = rubric.signals.get(id) else { continue };
            missing.push(Missing { signal: id.to_owned(), for_level, next_step: text.next_step.clone() });
            short -= weighed.need.points;
        }
        let mut missing: Vec<_> = missing.into_iter().map(|named| (self.gain(rubric, &named.signal), named)).collect();
        missing.sort_by(|a, b| b.0.total_cmp(&a.0));
        missing.into_iter().unzip()
    }

    /// How many pieces there are of a signal that the criterion asks for.
    fn count_of(&self, signal: &str) -> usize {
        self.earned.iter().find(|(asked, _)| asked.signal.id == signal).map_or(0, |(_, words)| words.len())
    }

    /// The signal that a need asks for and that is not yet named: its own, or one of the kind's craft that is not held.
    fn wanted(&self, need: &Need, named: &[Missing]) -> Option<&'r str> {
        let new = |id: &str| !named.iter().any(|m| m.signal == id);
        match need.asks.signal() {
            Some(signal) => Some(signal.id).filter(|id| new(id)),
            None => self.kind.craft.iter().map(String::as_str).find(|id| self.count_of(id) == 0 && new(id)),
        }
    }
}
