//! Both places of a contradiction are in JSON, in text, and in one picture of the source.

use serde_json::Value;
use strongcase::check::CHECKS;
use strongcase::engine::Engine;

use crate::strongcase::Desk;

/// Checks that hold a place against others: those for which the rubric says what the others are. What is found across
/// the artifacts of a case is held to its own tests.
fn contradictions() -> Vec<String> {
    let engine = Engine::embedded();
    let findings = engine.rubric().findings.values();
    let rules: Vec<String> = findings
        .filter(|text| !text.related.is_empty() && CHECKS.iter().any(|c| c.id == text.id))
        .map(|t| t.id.clone())
        .collect();
    // These point at more of the same, not at what they contradict.
    let others = ["implementation-detail", "solution-before-problem"];
    let rules: Vec<String> = rules.into_iter().filter(|rule| !others.contains(&rule.as_str())).collect();
    assert!(rules.iter().any(|rule| rule == "target-direction"), "{rules:?}");
    rules
}

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
    for rule in contradictions() {
        let text = planted(&rule);
        let desk = Desk::new().with("a.md", &text);
        let run = desk.run(&["review", "--format", "ndjson", "a.md"]);
        let artifact: Value = serde_json::from_str(run.out.lines().next().unwrap()).unwrap();
        let all = artifact["findings"].as_array().unwrap();
        let own: Vec<&Value> = all.iter().filter(|finding| finding["rule"] == rule.as_str()).collect();
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
    for rule in contradictions() {
        let desk = Desk::new().with("a.md", planted(&rule));
        let json = desk.run(&["review", "--format", "ndjson", "a.md"]);
        let artifact: Value = serde_json::from_str(json.out.lines().next().unwrap()).unwrap();
        let text = desk.run(&["review", "--verbose", "a.md"]).out;
        for finding in
            artifact["findings"].as_array().unwrap().iter().filter(|finding| finding["rule"] == rule.as_str())
        {
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
