//! What was decided, by what logic, and what was not?

use super::Signal;
use crate::facts::Method;

pub(super) const SIGNALS: &[Signal] = &[
    Signal { id: "decision.stated", read: |c| c.facts.decision.statements.clone() },
    Signal { id: "decision.reason", read: |c| c.facts.decision.reasons.clone() },
    Signal { id: "decision.criteria", read: |c| c.facts.decision.criteria.clone() },
    Signal {
        id: "decision.ranked",
        read: |c| {
            let ranked = c.facts.score_tables.iter().filter(|t| t.method != Method::Comparison || t.rank.is_some());
            ranked.filter_map(|t| c.reading.words_of_block(*t.options.first()?)).collect()
        },
    },
    Signal {
        id: "decision.rejected",
        read: |c| {
            c.facts.options.iter().flat_map(|o| &o.rejected).chain(&c.facts.decision.rejections).copied().collect()
        },
    },
    Signal { id: "decision.deferred", read: |c| c.facts.decision.deferred.clone() },
    Signal { id: "decision.reversal", read: |c| c.facts.decision.reversals.clone() },
];
