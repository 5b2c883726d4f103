//! A metric whose baseline or target is another one in another artifact.

use super::{Measure, Members, Mismatch, Value};

pub(super) fn run<'a>(members: &Members<'a>) -> Vec<Mismatch<'a>> {
    let mut found = Vec::new();
    for (at, first) in members.0.iter().copied().enumerate() {
        for metric in first.part.metrics.iter().filter(|metric| is_only(metric, &first.part.metrics)) {
            // Each artifact is compared with the first that has the metric.
            if members.0[..at].iter().any(|before| before.part.metrics.iter().any(|other| is_same(other, metric))) {
                continue;
            }
            for second in members.0[at + 1..].iter().copied() {
                let mut others = second.part.metrics.iter().filter(|other| is_same(other, metric));
                let (Some(other), None) = (others.next(), others.next()) else { continue };
                let mut pair = |rule, one: &'a Option<Value>, two: &'a Option<Value>| {
                    if let (Some(one), Some(two)) = (one, two)
                        && differ(one, two)
                    {
                        let places = [(first, &one.said), (second, &two.said)];
                        found.push(Mismatch { rule, about: &metric.name.text, places });
                    }
                };
                pair("case-baseline", &metric.baseline, &other.baseline);
                // A target for another date is another target.
                let (one, two) = (&metric.timeframe, &other.timeframe);
                if one.is_none() || two.is_none() || one == two {
                    pair("case-target", &metric.target, &other.target);
                }
            }
        }
    }
    found
}

/// True when no other metric of the artifact has the name.
fn is_only(metric: &Measure, metrics: &[Measure]) -> bool {
    metrics.iter().filter(|other| is_same(other, metric)).count() == 1
}

fn is_same(one: &Measure, other: &Measure) -> bool {
    one.key.is_some() && one.key == other.key
}

fn differ(one: &Value, other: &Value) -> bool {
    let apart = |one: f64, other: f64| (one - other).abs() > 1e-9 * one.abs().max(other.abs());
    one.kind == other.kind && one.high.is_none() && other.high.is_none() && apart(one.low, other.low)
}

#[cfg(test)]
mod tests {
    use crate::case::testing::found;

    fn table(metric: &str, baseline: &str, target: &str, by_when: &str) -> String {
        format!(
            "# Pickup\n\n## Success metrics\n\n| Metric | Role | Baseline | Target | By when |\n|---|---|---|---|---|\n\
             | {metric} | Primary | {baseline} | {target} | {by_when} |\n"
        )
    }

    #[test]
    fn another_baseline_and_another_target_are_found_at_both_places() {
        let one = table("Orders handed over in 5 minutes", "62%", "80%", "June 2025");
        let other = table("orders handed over in 5 minutes", "58%", "75%", "June 2025");
        let findings = found(&[("discovery-brief", &one), ("prd-lite", &other)]);
        assert_eq!(findings.len(), 2, "{findings:?}");
        assert!(findings[0].starts_with("case-baseline discovery-brief.md:11:"), "{findings:?}");
        assert!(findings[0].contains("62%") && findings[0].contains("58%"), "{findings:?}");
        assert!(findings[1].starts_with("case-target "), "{findings:?}");
    }

    #[test]
    fn what_can_be_the_same_is_none() {
        let one = table("Orders handed over in 5 minutes", "62%", "80%", "June 2025");
        for (metric, baseline, target, by_when) in [
            ("Orders handed over in 5 minutes", "62%", "80%", "June 2025"),
            ("Orders handed over in 9 minutes", "70%", "90%", "June 2025"),
            ("Orders handed over in 5 minutes", "62.0 %", "90%", "December 2025"),
            ("Orders handed over in 5 minutes", "about 60%", "18 points more", "June 2025"),
            ("Orders handed over in 5 minutes", "[add the value today]", "[add the value]", "June 2025"),
        ] {
            let other = table(metric, baseline, target, by_when);
            let findings = found(&[("discovery-brief", &one), ("prd-lite", &other)]);
            assert!(findings.is_empty(), "{findings:?}");
        }
    }
}
