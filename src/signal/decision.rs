//! What was decided, by what logic, and what was not?

use super::{Case, Signal, why_options_lost};
use crate::facts::{Method, Words};

pub(super) const SIGNALS: &[Signal] = &[
    Signal { id: "decision.stated", read: |c| c.facts.decision.statements.clone() },
    Signal { id: "decision.reason", read: |c| c.facts.decision.reasons.clone() },
    Signal { id: "decision.criteria", read: |c| c.facts.decision.criteria.clone() },
    Signal { id: "decision.ranked", read: ranked },
    Signal { id: "decision.rejected", read: why_options_lost },
    Signal { id: "decision.deferred", read: |c| c.facts.decision.deferred.clone() },
    Signal { id: "decision.reversal", read: |c| c.facts.decision.reversals.clone() },
];

/// Options that are ranked in a table, by a formula or by a column of ranks: the first of each table.
pub(super) fn ranked(case: &Case<'_>) -> Vec<Words> {
    let ranked = case.facts.score_tables.iter().filter(|t| t.method != Method::Comparison || t.rank.is_some());
    ranked.filter_map(|t| case.reading.words_of_block(*t.options.first()?)).collect()
}
