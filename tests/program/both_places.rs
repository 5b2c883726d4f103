//! Both places of a contradiction are in JSON, in text, and in one picture of the source.

use serde_json::Value;
use strongcase::engine::Engine;

use crate::strongcase::Desk;

/// Checks that hold two or more places against each other.
const CONTRADICTIONS: [&str; 22] = [
    "case-arithmetic",
    "choice-not-top-score",
    "deadline-passed",
    "effect-open",
    "evidence-count",
    "funnel-shape",
    "goal-not-measured",
    "guardrail-is-primary",
    "measure-without-goal",
    "metric-two-values",
    "most-of-few",
    "parts-and-whole",
    "payback",
    "rate-arithmetic",
    "review-after-horizon",
    "sample-ratio",
    "sample-size",
    "score-order",
    "several-primaries",
    "stated-change",
    "target-direction",
    "test-too-short",
];

/// A document in which the check finds something, each place on a line of its own where the form allows.
fn planted(rule: &str) -> String {
    let engine = Engine::embedded();
    let text = &engine.rubric().findings[rule];
    format!("# Pickup\n\n{}\n", text.weak)
}

/// Every place of every finding of the check, the related ones after their own.
fn places(finding: &Value) -> Vec<&Value> {
    std::iter::once(finding).chain(finding["related"].as_array().unwrap()).collect()
}

#[test]
fn every_contradiction_tells_its_other_places_in_json() {
    let mut faults = Vec::new();
    for rule in CONTRADICTIONS {
        let text = planted(rule);
        let desk = Desk::new().with("a.md", &text);
        let run = desk.run(&["review", "--format", "ndjson", "a.md"]);
        let artifact: Value = serde_json::from_str(run.out.lines().next().unwrap()).unwrap();
        let all = artifact["findings"].as_array().unwrap();
        let own: Vec<&Value> = all.iter().filter(|finding| finding["rule"] == rule).collect();
        if own.is_empty() || own.iter().any(|finding| places(finding).len() < 2) {
            faults.push(format!("{rule}: {own:#?}"));
        }
        for place in own.iter().flat_map(|finding| places(finding)) {
            let (start, end) = (place["start"].as_u64().unwrap() as usize, place["end"].as_u64().unwrap() as usize);
            assert!(start < end && end <= text.len(), "{rule}: {place}");
            let before = text[..start].matches('\n').count() as u64 + 1;
            assert_eq!(place["line"], before, "{rule}: {place}");
            assert!(!place["message"].as_str().unwrap().is_empty(), "{rule}: {place}");
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_contradiction_is_drawn_in_one_picture_with_all_its_lines() {
    let mut faults = Vec::new();
    for rule in CONTRADICTIONS {
        let desk = Desk::new().with("a.md", planted(rule));
        let json = desk.run(&["review", "--format", "ndjson", "a.md"]);
        let artifact: Value = serde_json::from_str(json.out.lines().next().unwrap()).unwrap();
        let text = desk.run(&["review", "--verbose", "a.md"]).out;
        for finding in artifact["findings"].as_array().unwrap().iter().filter(|finding| finding["rule"] == rule) {
            let Some(picture) = picture(&text, finding) else {
                faults.push(format!("{rule} is not drawn in:\n{text}"));
                continue;
            };
            for place in places(finding) {
                let number = place["line"].to_string();
                let drawn = |line: &str| {
                    let line = line.trim_start();
                    line.strip_prefix(&number).is_some_and(|rest| rest.trim_start().starts_with('│'))
                };
                if !picture.lines().any(drawn) {
                    faults.push(format!("{rule}: line {number} is missing in:\n{picture}"));
                }
            }
            // What is said of each other place stands in the picture or below it, under its number.
            for related in finding["related"].as_array().unwrap() {
                let said = related["message"].as_str().unwrap().split(' ').next().unwrap();
                if !picture.contains(said) {
                    faults.push(format!("{rule}: {said:?} is missing in:\n{picture}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The lines of one finding: from the line that opens its picture to the name of its rule.
fn picture<'t>(text: &'t str, finding: &Value) -> Option<&'t str> {
    let opened = format!("a.md:{}:{}", finding["line"], finding["column"]);
    let rule = format!("({})", finding["rule"].as_str()?);
    text.match_indices(&opened).find_map(|(at, _)| {
        let rest = &text[at..];
        let end = rest.find("\n\n").unwrap_or(rest.len());
        let one = &rest[..end];
        one.contains(&rule).then_some(one)
    })
}
