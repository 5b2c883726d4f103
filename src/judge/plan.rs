//! A rubric → what judging asks for, looked up once: an artifact is then judged by places in lists and not by ids.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::facts::Words;
use crate::rubric::{Criterion, Kind, Rubric};
use crate::signal::{self, Case, Signal};

/// What is asked for of each kind, in the order of the rubric's kinds, once a kind is asked for.
#[derive(Debug)]
pub(crate) struct Plans(Vec<OnceLock<KindPlan>>);

/// What is asked for of one kind.
#[derive(Debug)]
pub(super) struct KindPlan {
    /// Each signal that any criterion asks for, once.
    signals: Vec<&'static Signal>,
    /// The place of each in `signals`, by its id.
    places: FxHashMap<&'static str, usize>,
    /// What each criterion asks for, in the order of the rubric's criteria.
    pub(super) criteria: Vec<CriterionPlan>,
}

/// What one criterion asks for.
#[derive(Debug)]
pub(super) struct CriterionPlan {
    /// Each signal once: those of its needs, then those of the kind's craft where a need counts them.
    pub(super) asked: Vec<Asked>,
    /// For each need, the place of its signal in `asked`; none for one that counts the craft.
    pub(super) needs: Vec<Option<usize>>,
}

/// A signal that a criterion asks for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    pub(super) signal: &'static Signal,
    /// Its place in what is asked for of the kind.
    pub(super) at: usize,
    /// It is one of the criterion's own, rather than one that bears on it.
    pub(super) own: bool,
    /// It belongs to the kind's craft.
    pub(super) craft: bool,
    /// The rule of what may be quoted of it for the criterion; none where it is no quote for that.
    pub(super) quote: Option<usize>,
}

impl Plans {
    /// What a rubric asks for.
    pub(crate) fn of(rubric: &Rubric) -> Self {
        Self(rubric.kinds.iter().map(|_| OnceLock::new()).collect())
    }

    /// What is asked for of one of the rubric's kinds.
    pub(super) fn of_kind(&self, rubric: &Rubric, kind: &Kind) -> &KindPlan {
        let at = rubric.kinds.iter().position(|known| known.id == kind.id);
        self.0[at.unwrap_or_default()].get_or_init(|| KindPlan::of(rubric, kind))
    }
}

impl KindPlan {
    fn of(rubric: &Rubric, kind: &Kind) -> Self {
        let mut plan = Self { signals: Vec::new(), places: FxHashMap::default(), criteria: Vec::new() };
        for criterion in &rubric.criteria {
            let criterion = plan.criterion(rubric, kind, criterion);
            plan.criteria.push(criterion);
        }
        plan
    }

    fn criterion(&mut self, rubric: &Rubric, kind: &Kind, criterion: &Criterion) -> CriterionPlan {
        let uses_craft = criterion.needs.iter().any(|need| need.asks.signal().is_none());
        let craft = kind.craft.iter().filter(|_| uses_craft).filter_map(|id| signal::find(id));
        let mut asked: Vec<Asked> = Vec::new();
        for signal in criterion.needs.iter().filter_map(|need| need.asks.signal()).chain(craft) {
            if asked.iter().any(|known| known.signal.id == signal.id) {
                continue;
            }
            asked.push(Asked {
                signal,
                at: self.place(signal),
                own: rubric.signals.get(signal.id).is_some_and(|text| text.criterion == criterion.id),
                craft: kind.craft.iter().any(|id| id == signal.id),
                quote: rubric.quotes.place_of(signal.id, &criterion.id),
            });
        }
        let place = |signal: &Signal| asked.iter().position(|known| known.signal.id == signal.id);
        let needs = criterion.needs.iter().map(|need| need.asks.signal().and_then(place)).collect();
        CriterionPlan { asked, needs }
    }

    /// The place of a signal, by its id, if any criterion asks for it.
    pub(super) fn place_of(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    fn place(&mut self, signal: &'static Signal) -> usize {
        *self.places.entry(signal.id).or_insert_with(|| {
            self.signals.push(signal);
            self.signals.len() - 1
        })
    }

    /// The words that earn each signal in a case.
    pub(super) fn earned(&self, case: &Case<'_>) -> Vec<Vec<Words>> {
        self.signals.iter().map(|signal| signal.earned(case)).collect()
    }
}
