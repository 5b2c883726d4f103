//! Scores: leads that a small change turns, ties, digits, confidences and scales; and options said twice.

use crate::json::hold;
use crate::strongcase::Desk;

/// A table with a thin lead, a weighted one, and lines.
const SCORES: &str = "# What next\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n\
    | Seat map | 400 | 1 | 80% | 2 weeks | 160 |\n| Gift cards | 300 | 1 | 100% | 2 weeks | 150 |\n\
    | Labels | 50 | 1 | 80% | 2 weeks | 20 |\n\n## Supplier\n\n\
    | Option | Fit (50%) | Speed (30%) | Care (20%) | Total |\n|---|---|---|---|---|\n| Build | 4 | 3 | 4 | 3.7 |\n\
    | Buy | 4 | 4 | 2 | 3.6 |\n| Wait | 2 | 3 | 4 | 2.7 |\n\n## Later\n\n\
    - Pick list: RICE = 600 × 2 × 80% ÷ 3 = 320\n- Route sheet: RICE = 900 × 3 × 80% ÷ 3 = 720\n";

#[test]
fn every_change_that_puts_another_option_first_is_told() {
    let desk = Desk::new().with("next.md", SCORES);
    insta::assert_snapshot!(desk.run(&["facts", "--sensitivity", "next.md"]).out);
}

#[test]
fn scores_stand_among_the_facts() {
    let desk = Desk::new().with("next.md", SCORES);
    let facts = desk.run(&["facts", "next.md"]).out;
    insta::assert_snapshot!(&facts[facts.find("Scores").unwrap()..]);
}

#[test]
fn a_document_without_scores_has_no_number_to_change() {
    let desk = Desk::new().with("note.md", "# Note\n\nWe asked nine skippers in May.\n");
    let run = desk.run(&["facts", "--sensitivity", "note.md"]);
    assert_eq!(run.status, 0);
    assert!(run.out.ends_with("No scores were found, so there is no number to change.\n"), "{}", run.out);
}

#[test]
fn a_change_is_written_with_its_place_and_where_it_turns() {
    let desk = Desk::new().with("next.md", SCORES);
    let line = hold("facts_line", &desk.run(&["facts", "--sensitivity", "--format", "ndjson", "next.md"]).out);
    let scores = line["scores"].as_array().unwrap();
    assert_eq!(scores.len(), 3);
    assert_eq!(scores[0]["formula"], "Reach × Impact × Confidence ÷ Effort");
    assert_eq!(scores[0]["options"][1]["computed"], 150.0);
    let sensitivity = &scores[0]["sensitivity"];
    assert_eq!((sensitivity["first"].as_str(), sensitivity["second"].as_str()), (Some("Seat map"), Some("Gift cards")));
    let flips = sensitivity["flips"].as_array().unwrap();
    let reach = flips.iter().find(|flip| flip["input"] == "Reach" && flip["option"] == "Seat map").unwrap();
    assert_eq!((reach["from"].as_f64(), reach["to"].as_f64()), (Some(400.0), Some(300.0)));
    // 150 of 160 is 93.75%, and so is 375 of 400.
    assert_eq!(reach["turns_at"], 375.0);
    assert_eq!(reach["then_first"], "Gift cards");
    let start = usize::try_from(reach["start"].as_u64().unwrap()).unwrap();
    assert!(SCORES[start..].starts_with("400"));
    let weights = |scores: &serde_json::Value| {
        let flips = scores["sensitivity"]["flips"].as_array().unwrap();
        flips.iter().filter(|flip| flip["option"].is_null()).count()
    };
    assert_eq!(weights(&scores[0]), 0);
    // More weight on speed, or less on care, puts the faster one first.
    assert_eq!(weights(&scores[1]), 2);
    let plain = hold("facts_line", &desk.run(&["facts", "--format", "ndjson", "next.md"]).out);
    assert!(plain["scores"][0].get("sensitivity").is_none());
    assert_eq!(plain["scores"][2]["form"], "lines");
}
