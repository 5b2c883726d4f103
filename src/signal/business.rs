//! Why does it matter to the business, or to the organisation's mission?

use super::Signal;

pub(super) const SIGNALS: &[Signal] = &[
    Signal { id: "business.outcome", read: |c| c.facts.business.outcomes.clone() },
    Signal { id: "business.mechanism", read: |c| c.facts.business.mechanisms.clone() },
    Signal { id: "business.size", read: |c| c.facts.business.sizes.clone() },
    Signal { id: "business.market", read: |c| c.facts.business.market.clone() },
];
