//! What must hold of any artifact, however odd.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::Engine;
use crate::source::Source;

/// Pieces of the kind of text that facts are read from, to be put together in any order.
const PIECES: [&str; 65] = [
    "We decided on ",
    "because ",
    "rather than ",
    "doing nothing ",
    "costs ",
    "the baseline is ",
    "target ",
    "churn ",
    "from ",
    "to ",
    "7 of 11 ",
    "80% ",
    "$1,200 ",
    "1.200,50 ",
    "€3m ",
    "12k ",
    "1 in 10 ",
    "3 pp ",
    "2 weeks ",
    "by Q3 2025 ",
    "p = 0.03 ",
    "n = 400 ",
    "power ",
    "80% power ",
    "alpha of 5% ",
    "per arm ",
    "sample size ",
    "+ ",
    "= ",
    "× ",
    "/ ",
    "→ ",
    "(",
    ")",
    ", ",
    ". ",
    "? ",
    ": ",
    "; ",
    "\n",
    "\n\n",
    "# ",
    "## Options\n\n",
    "## Metrics\n\n",
    "## Experiment\n\n",
    "- ",
    "1. ",
    "> ",
    "**",
    "**Sample size: 400** ",
    "| a | b |\n|---|---|\n| ",
    " | ",
    "`x` ",
    "\"we never do that\" ",
    "users ",
    "funnel ",
    "signed up ",
    "RICE ",
    "reach ",
    "total ",
    "of them ",
    "é",
    "“",
    "<!-- ",
    "-->",
];

fn artifact() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn any_artifact_is_reviewed_and_quoted_as_written(text in artifact()) {
        let engine = Engine::embedded();
        let source = Source::from_text(text);
        let review = engine.review(&source, None);
        prop_assert!((0.0..=100.0).contains(&review.score));
        let spans = review.findings.iter().filter_map(|f| f.span);
        for span in spans.chain(review.criteria.iter().flat_map(|c| &c.evidence).map(|e| e.span)) {
            prop_assert!(source.text().get(span.start..span.end).is_some(), "{span:?}");
        }
        prop_assert_eq!(format!("{review:?}"), format!("{:?}", engine.review(&source, None)));
    }
}

#[test]
fn a_number_in_a_label_and_one_after_it_are_read() {
    let text = "## Experiment\n\n**Sample size of 400:** 80% power, 400 per arm.\n\n**Total 3 × 4:** 5 = 12\n";
    Engine::embedded().review(&Source::from_text(text.to_owned()), None);
}
