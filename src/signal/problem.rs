//! Whose problem is it, what is it, and why now?

use super::{Case, Signal, specific};
use crate::facts::Words;

pub(super) const SIGNALS: &[Signal] = &[
    Signal {
        id: "problem.any",
        read: |c| c.facts.problem.statements.iter().chain(&c.facts.problem.consequences).copied().collect(),
    },
    Signal { id: "problem.stated", read: |c| told(c, &c.facts.problem.statements) },
    Signal { id: "problem.segment", read: |c| told(c, &c.facts.problem.segments) },
    Signal { id: "problem.consequence", read: |c| told(c, &c.facts.problem.consequences) },
    Signal {
        id: "problem.quantified",
        read: |c| {
            let problem = &c.facts.problem;
            let told = problem.consequences.iter().chain(&problem.statements);
            told.filter(|w| !c.reading.quantities(w.sentence).is_empty()).copied().collect()
        },
    },
    Signal { id: "problem.why_now", read: |c| c.facts.problem.why_now.clone() },
    Signal { id: "problem.cause", read: |c| c.facts.problem.causes.clone() },
    Signal { id: "problem.limit", read: |c| c.facts.problem.limits.clone() },
    Signal {
        id: "problem.first",
        read: |c| {
            let problem = c.facts.problem.statements.first();
            let decided = c.facts.decision.statements.first();
            let first = problem.filter(|p| decided.is_none_or(|d| p.text.start <= d.text.start));
            first.filter(|p| u64::from(p.text.start) * 3 < c.doc.text.len() as u64).into_iter().copied().collect()
        },
    },
];

/// Those that speak of someone in particular.
fn told(case: &Case<'_>, words: &[Words]) -> Vec<Words> {
    words.iter().filter(|w| specific(case, w)).copied().collect()
}
