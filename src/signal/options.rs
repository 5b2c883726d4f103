//! Were real alternatives considered?

use super::Signal;
use crate::facts::Choice;

pub(super) const SIGNALS: &[Signal] = &[
    Signal { id: "option.named", read: |c| c.facts.options.iter().map(|o| o.name).collect() },
    Signal {
        id: "option.described",
        read: |c| c.facts.options.iter().filter(|o| described(o)).map(|o| o.name).collect(),
    },
    Signal {
        id: "option.do_nothing",
        read: |c| c.facts.options.iter().filter(|o| o.status_quo).map(|o| o.name).collect(),
    },
    Signal {
        id: "option.judged_alike",
        read: |c| {
            let tables = c.facts.score_tables.iter().filter_map(|t| t.options.first());
            let by_table = tables.filter_map(|&cell| c.reading.words_of_block(cell));
            let weighed = c.facts.options.iter().filter(|o| !o.gains.is_empty() && !o.costs.is_empty());
            let weighed: Vec<_> = weighed.map(|o| o.name).collect();
            by_table.chain(if weighed.len() >= 2 { weighed } else { Vec::new() }).collect()
        },
    },
];

/// True when more than the option's name is told.
fn described(option: &Choice) -> bool {
    !(option.description.is_empty() && option.gains.is_empty() && option.costs.is_empty() && option.rejected.is_empty())
}
