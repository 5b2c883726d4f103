//! What is in, what is out, under which constraints, in what order?

use super::Signal;
use crate::lexicon::Concept;

pub(super) const SIGNALS: &[Signal] = &[
    Signal { id: "scope.in", read: |c| c.facts.scope.included.iter().chain(&c.facts.requirements).copied().collect() },
    Signal { id: "scope.out", read: |c| c.facts.scope.excluded.clone() },
    Signal { id: "scope.later", read: |c| c.facts.decision.deferred.clone() },
    Signal {
        id: "scope.cut_reason",
        read: |c| {
            let cut = c.facts.scope.excluded.iter().chain(&c.facts.decision.deferred);
            cut.filter(|w| c.reading.says_any(w.sentence, &[Concept::ReasonLead, Concept::Because])).copied().collect()
        },
    },
    Signal { id: "scope.constraint", read: |c| c.facts.scope.constraints.clone() },
    Signal { id: "scope.milestone", read: |c| c.facts.scope.milestones.clone() },
    Signal { id: "scope.risk", read: |c| c.facts.scope.risks.iter().map(|r| r.words).collect() },
    Signal {
        id: "scope.mitigated",
        read: |c| {
            let told = c.facts.scope.risks.iter().flat_map(|r| &r.mitigations);
            told.chain(&c.facts.scope.mitigations).copied().collect()
        },
    },
];
