//! A metric of the PRD that the framework does not define.

use super::{Members, Mismatch};

pub(super) fn run<'a>(members: &Members<'a>) -> Vec<Mismatch<'a>> {
    let (Some(prd), Some(framework)) = (members.of_kind("prd-lite"), members.of_kind("metrics-framework")) else {
        return Vec::new();
    };
    let Some(first) = framework.part.metrics.first() else { return Vec::new() };
    let measured = prd.part.metrics.iter().filter(|metric| metric.baseline.is_some() || metric.target.is_some());
    let undefined = measured.filter(|metric| {
        let words = &metric.name.words;
        // A name of one word can stand for anything; half of a longer one somewhere in the framework may define it.
        words.len() >= 2 && words.shared(&framework.part.all) * 2 < words.len()
    });
    undefined
        .map(|metric| Mismatch {
            rule: "case-undefined-metric",
            about: &metric.name.text,
            places: [(prd, &metric.name), (framework, &first.name)],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::case::testing::found;

    const FRAMEWORK: &str = "# Metrics\n\n## Main metric\n\n| Metric | Role | Baseline | Target | By when |\n\
        |---|---|---|---|---|\n| Orders handed over in 5 minutes | Primary | 62% | 80% | June 2025 |\n\n\
        Refunds for abandoned orders are counted each Monday.\n";

    fn prd(metric: &str) -> String {
        format!(
            "# Pickup\n\n## Success metrics\n\n| Metric | Role | Baseline | Target | By when |\n\
             |---|---|---|---|---|\n| {metric} | Primary | 12% | 20% | June 2025 |\n"
        )
    }

    #[test]
    fn a_metric_that_the_framework_does_not_have_is_found() {
        let findings = found(&[("prd-lite", &prd("Courier no-show complaints")), ("metrics-framework", FRAMEWORK)]);
        assert_eq!(findings.len(), 1, "{findings:?}");
        let expected = "case-undefined-metric prd-lite.md:11:3 metrics-framework.md:11:3";
        assert!(findings[0].starts_with(expected), "{findings:?}");
    }

    #[test]
    fn one_that_it_has_in_a_table_or_in_prose_is_none() {
        for metric in ["Refunds of abandoned orders", "Share of orders handed over"] {
            let findings = found(&[("prd-lite", &prd(metric)), ("metrics-framework", FRAMEWORK)]);
            assert!(findings.is_empty(), "{findings:?}");
        }
        assert!(found(&[("prd-lite", &prd("Courier no-show complaints")), ("metrics-framework", "# M\n")]).is_empty());
    }
}
