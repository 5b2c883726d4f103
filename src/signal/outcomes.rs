//! How will it be known that it worked?

use super::{Case, Signal, guardrails, maybe};
use crate::facts::{Metric, MetricRole};

pub(super) const SIGNALS: &[Signal] = &[
    Signal { id: "metric.named", read: |c| aims(c).map(|m| m.name).collect() },
    Signal { id: "metric.baseline", read: |c| maybe(aims(c).map(|m| m.baseline)) },
    Signal { id: "metric.target", read: |c| maybe(aims(c).map(|m| m.target)) },
    Signal { id: "metric.timeframe", read: |c| maybe(aims(c).map(|m| m.timeframe)) },
    Signal {
        id: "metric.primary",
        read: |c| aims(c).filter(|m| m.role == MetricRole::Primary).map(|m| m.name).collect(),
    },
    Signal { id: "metric.guardrail", read: guardrails },
    Signal { id: "metric.review", read: |c| c.facts.reviews.clone() },
    Signal {
        id: "metric.bound",
        read: |c| {
            let told = aims(c).filter(|m| {
                [m.baseline.is_some(), m.target.is_some(), m.timeframe.is_some()].iter().filter(|held| **held).count()
                    >= 2
            });
            told.map(|m| m.target.or(m.baseline).unwrap_or(m.name)).collect()
        },
    },
    Signal { id: "metric.hypothesis", read: |c| c.facts.hypotheses.clone() },
];

/// Measures of what is wanted: neither guardrails, nor counts of attention or of work done.
fn aims<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a Metric> {
    case.facts.metrics.iter().filter(|m| m.role != MetricRole::Guardrail && !m.vanity && !m.output)
}
