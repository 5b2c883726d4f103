//! What does each option gain and cost?

use super::{Signal, why_options_lost};

pub(super) const SIGNALS: &[Signal] = &[
    Signal {
        id: "tradeoff.cost",
        read: |c| c.facts.options.iter().flat_map(|o| &o.costs).chain(&c.facts.loose_costs).copied().collect(),
    },
    Signal {
        id: "tradeoff.gain",
        read: |c| c.facts.options.iter().flat_map(|o| &o.gains).chain(&c.facts.loose_gains).copied().collect(),
    },
    Signal {
        id: "tradeoff.both_sides",
        read: |c| {
            let weighed = c.facts.options.iter().filter(|o| !o.gains.is_empty() && !o.costs.is_empty());
            weighed.map(|o| o.costs[0]).collect()
        },
    },
    Signal { id: "tradeoff.given_up", read: |c| c.facts.given_up.clone() },
    Signal {
        id: "tradeoff.sized",
        read: |c| {
            let told = c.facts.options.iter().flat_map(|o| o.costs.iter().chain(&o.gains)).chain(&c.facts.given_up);
            told.filter(|w| !c.reading.quantities(w.sentence).is_empty()).copied().collect()
        },
    },
    Signal { id: "tradeoff.loser", read: why_options_lost },
    Signal { id: "tradeoff.risk", read: |c| c.facts.scope.risks.iter().map(|r| r.words).collect() },
];
