//! A test that ends as soon as its result is significant.

use super::{Case, Hit};

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    case.facts.numbers.peeks.iter().map(|words| case.hit(words.text)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;

    const RULE: &str = "stops-when-significant";

    #[test]
    fn a_test_that_waits_for_significance_is_found() {
        for text in [
            "## Experiment\n\nWe run the test until the result is statistically significant.\n",
            "## Experiment\n\n- Stop as soon as we reach significance\n",
            "## Experiment\n\n| Rule | What |\n|---|---|\n| End | We stop once the difference is significant |\n",
            "## Experiment\n\n**Duration:** keep it running until p < 0.05.\n",
        ] {
            assert_eq!(found(RULE, text).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_test_with_a_fixed_end_or_a_method_for_looks_is_left_alone() {
        for text in [
            "## Experiment\n\nWe run the test for four weeks, then look whether the result is significant.\n",
            "## Experiment\n\nWe do not stop when the result is significant.\n",
            "## Experiment\n\nA group sequential design: we stop once the difference is significant.\n",
            "## Experiment\n\n- Stop if refunds are significantly worse\n",
            "## Plan\n\nWe stop the rollout when a significant customer complains of harm.\n",
        ] {
            assert_eq!(found(RULE, text), [""; 0], "{text}");
        }
    }
}
