//! Success measured by attention or activity.

use super::{Case, Hit};
use crate::facts::{Metric, MetricRole};

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    // What stands at so many percent is a share of something.
    let share = |metric: &Metric| {
        let values = [metric.baseline, metric.target];
        values.into_iter().flatten().any(|value| case.doc.str(value.text).contains('%'))
    };
    of_metrics(case, |metric| metric.vanity && !share(metric))
}

/// Metrics of a sort that are to tell success; one hit a name. What drives another metric or guards against harm may
/// well count activity.
pub(super) fn of_metrics(case: &Case<'_>, sort: impl Fn(&Metric) -> bool) -> Vec<Hit> {
    let mut seen = std::collections::BTreeSet::new();
    let tells = |metric: &&Metric| matches!(metric.role, MetricRole::Plain | MetricRole::Primary) && sort(metric);
    let mut names: Vec<_> = case.facts.metrics.iter().filter(tells).map(|metric| metric.name.text).collect();
    names.sort_unstable();
    names.retain(|&name| seen.insert(case.doc.lower_str(name)));
    names.into_iter().map(|name| case.hit(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::hits_with;
    use crate::facts::{Metric, MetricRole};

    fn count(rule: &str, role: MetricRole, vanity: bool, output: bool) -> usize {
        let hits = hits_with(rule, "## Metrics\n\nPage views\n", |reading, facts| {
            let sentence = reading.sentences().next().unwrap();
            let name = reading.words_of(sentence);
            let (baseline, target, timeframe, source, owner, formula) = Default::default();
            facts.metrics = vec![Metric {
                name,
                baseline,
                target,
                timeframe,
                source,
                owner,
                formula,
                role,
                vanity,
                output,
                restated: Vec::new(),
            }];
        });
        assert!(hits.iter().all(|hit| hit.words == "Page views"));
        hits.len()
    }

    #[test]
    fn attention_as_success_is_found() {
        assert_eq!(count("vanity-metric", MetricRole::Primary, true, false), 1);
        assert_eq!(count("vanity-metric", MetricRole::Plain, true, false), 1);
        assert_eq!(count("output-metric", MetricRole::Plain, false, true), 1);
    }

    #[test]
    fn guardrails_and_outcomes_are_left_alone() {
        assert_eq!(count("vanity-metric", MetricRole::Guardrail, true, true), 0);
        assert_eq!(count("vanity-metric", MetricRole::Primary, false, true), 0);
        assert_eq!(count("output-metric", MetricRole::Guardrail, false, true), 0);
        assert_eq!(count("output-metric", MetricRole::Primary, true, false), 0);
    }
}
