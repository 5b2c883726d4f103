//! Text for a person, on reviews made by hand.

use strongcase::output::text::{Columns, Full, Line, Look, Table};
use strongcase::output::{Artifact, Failure, Format, Tally};
use strongcase::review::{Finding, Review};
use strongcase::span::Span;

use crate::handmade;

fn by_hand() -> Review {
    handmade::review(&handmade::source())
}

fn drawn(format: &dyn Format<Review>, review: &Review) -> String {
    let source = handmade::source();
    let mut out = Vec::new();
    format.artifact(&Artifact { path: handmade::PATH, source: &source, content: review }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_review_in_full() {
    insta::assert_snapshot!(drawn(&Full { look: Look::default() }, &by_hand()));
}

#[test]
fn a_review_with_all_that_was_found() {
    insta::assert_snapshot!(drawn(&Full { look: Look { verbose: true, ..Look::default() } }, &by_hand()));
}

#[test]
fn a_review_on_a_terminal_that_knows_only_ascii() {
    let text = drawn(&Full { look: Look { unicode: false, ..Look::default() } }, &by_hand());
    let beyond: Vec<_> =
        text.lines().filter(|line| !line.is_ascii() && !line.contains('×') && !line.contains('…')).collect();
    assert!(beyond.is_empty(), "{beyond:#?}");
    insta::assert_snapshot!(text.lines().take(6).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_narrow_terminal_is_kept_to() {
    let text = drawn(&Full { look: Look { width: 40, ..Look::default() } }, &by_hand());
    for line in text.lines() {
        assert!(line.chars().count() <= 44, "{line}");
    }
}

#[test]
fn nothing_that_earns_a_level_is_said_plainly() {
    let mut review = by_hand();
    for criterion in &mut review.criteria {
        criterion.level = 0;
        criterion.evidence.clear();
    }
    review.findings.clear();
    assert!(drawn(&Full { look: Look::default() }, &review).contains("\nNothing here earns a level yet.\n"));
}

#[test]
fn a_review_with_nothing_left_to_gain_says_so() {
    let mut review = by_hand();
    for criterion in &mut review.criteria {
        criterion.level = 4;
        criterion.level_name = "strong".to_owned();
        criterion.missing.clear();
    }
    review.findings.clear();
    review.next_steps.clear();
    let text = drawn(&Full { look: Look::default() }, &review);
    assert!(text.contains("\nStrong throughout; problem and outcomes above all.\n"), "{text}");
    assert!(!text.contains("What to write next"));
    assert!(!text.contains("What to fix"));
}

#[test]
fn a_rule_that_finds_much_is_shown_three_times() {
    let mut review = by_hand();
    let finding = review.findings[3].clone();
    let places: Vec<usize> = handmade::source().text().match_indices("the ").map(|(at, _)| at).collect();
    assert!(places.len() > 3);
    review.findings =
        places.iter().map(|at| Finding { span: Some(Span::new(*at, at + 3)), ..finding.clone() }).collect();
    let text = drawn(&Full { look: Look::default() }, &review);
    assert_eq!(text.matches("Warning: A placeholder").count(), 3);
    assert!(text.contains(&format!("\n{} more of placeholder: lines ", places.len() - 3)), "{text}");
    let text = drawn(&Full { look: Look { verbose: true, ..Look::default() } }, &review);
    assert_eq!(text.matches("Warning: A placeholder").count(), places.len());
}

#[test]
fn several_reviews_are_a_table() {
    let source = handmade::source();
    let (one, mut two) = (by_hand(), by_hand());
    two.score = 12.0;
    two.level = 0;
    two.level_name = "absent".to_owned();
    let table = Table::new(Look::default(), Columns { level: 10, kind: 17, weakest: 9 });
    let mut out = Vec::new();
    let mut tally = Tally::default();
    table.begin(&mut out).unwrap();
    for (path, review) in [("cohort/ana.md", &one), ("cohort/ben.md", &two)] {
        table.artifact(&Artifact { path, source: &source, content: review }, &mut out).unwrap();
        tally.add(Tally::of(review));
    }
    let failure = Failure { path: "cohort/x.md".to_owned(), message: "is a binary file".to_owned() };
    table.failure(&failure, &mut out).unwrap();
    tally.add(Tally::failed());
    table.end(&tally, &[failure], &mut out).unwrap();
    insta::assert_snapshot!(String::from_utf8(out).unwrap(), @r"
    score  level       kind               weakest    file
       57  developing  prd-lite           scope      cohort/ana.md
       12  absent      prd-lite           scope      cohort/ben.md
        -  not read    -                  -          cohort/x.md

    2 reviewed, 1 not read: mean 34.7, from 12 to 57; 1 developing, 1 absent. Most
    is still to be had in scope (mean level 0.0 of 4), tradeoffs (mean level 1.0 of
    4), craft (mean level 1.0 of 4).
    ");
}

#[test]
fn one_line_names_the_weakest_criterion() {
    assert_eq!(drawn(&Line { look: Look::default() }, &by_hand()), "orders.md  57  developing  weakest: scope\n");
}
