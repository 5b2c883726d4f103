//! Which words are quoted, and which only count.

use std::sync::LazyLock;

use crate::engine::Engine;
use crate::review::Review;
use crate::source::Source;

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::embedded);

fn review(text: &str) -> Review {
    ENGINE.review(&Source::from_text(text), Some("prd-lite"))
}

/// The words quoted for a criterion.
fn quotes(review: &Review, criterion: &str) -> Vec<String> {
    let judged = review.criteria.iter().filter(|judged| judged.id == criterion);
    judged.flat_map(|judged| &judged.evidence).map(|evidence| evidence.words.clone()).collect()
}

#[test]
fn a_decision_that_is_told_plainly_is_quoted() {
    let review = review(
        "# Returns by post\n\n## Decision\n\nWe decided to print the label in the shop, because half of the buyers who \
         gave up had no printer at home.\n",
    );
    let quoted = quotes(&review, "decision");
    assert!(quoted.iter().any(|words| words.starts_with("We decided to print the label")), "{quoted:?}");
}

#[test]
fn a_question_a_lead_in_and_a_gap_are_no_quotes() {
    let review = review(
        "# Returns by post\n\n## Problem\n\nWhy do buyers struggle to print the label at home?\n\n\
         Buyers struggle with these steps of the return:\n\n- the label\n\n## Requirements\n\n\
         - Buyers must be able to [what they do] in the shop\n",
    );
    let all: Vec<String> = review.criteria.iter().flat_map(|judged| quotes(&review, &judged.id)).collect();
    assert!(!all.iter().any(|words| words.ends_with('?') || words.ends_with(':') || words.contains('[')), "{all:?}");
}

#[test]
fn a_value_is_quoted_with_the_row_that_it_belongs_to() {
    let review = review(
        "# Returns by post\n\n## Success metrics\n\n| Metric | Baseline | Target | By |\n|---|---|---|---|\n\
         | Returns begun that arrive | 61% | 75% | end of June |\n",
    );
    let quoted = quotes(&review, "outcomes");
    assert!(quoted.iter().any(|words| words.starts_with("Returns begun that arrive | 61% | 75%")), "{quoted:?}");
    let text = "Returns begun that arrive | 61% | 75%";
    assert!(quoted.iter().all(|words| words.starts_with(text) || text.starts_with(words.as_str())), "{quoted:?}");
}

#[test]
fn what_counts_and_is_not_sure_gives_a_level_and_no_quote() {
    let review = review(
        "# Returns by post\n\nSome of it may wait. The label could depend on the carrier, and in the end people should be \
         able to return things, which would help us all.\n",
    );
    for judged in review.criteria.iter().filter(|judged| judged.level == 0) {
        assert!(judged.evidence.is_empty(), "{} is absent and quotes {:?}", judged.id, judged.evidence);
    }
    assert_eq!(quotes(&review, "decision"), Vec::<String>::new());
}

#[test]
fn words_are_quoted_once_and_stand_where_it_says() {
    let text = include_str!("../../../examples/prd-lite-strong.md");
    let review = review(text);
    assert!(review.criteria.iter().filter(|judged| !judged.evidence.is_empty()).count() >= 8);
    for judged in &review.criteria {
        for (at, evidence) in judged.evidence.iter().enumerate() {
            assert!(text.get(evidence.span.start..evidence.span.end).is_some());
            assert!(judged.evidence[..at].iter().all(|before| !before.span.overlaps(evidence.span)));
        }
    }
}
