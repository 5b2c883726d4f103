//! Whole cases: what is written, and that all or nothing of it is.

use std::fs;

use crate::strongcase::Desk;

const FILES: [&str; 6] = [
    "README.md",
    ".strongcaseignore",
    "discovery-brief.md",
    "prioritization.md",
    "prd-lite.md",
    "metrics-framework.md",
];

#[test]
fn a_case_is_linked_and_shares_its_answers() {
    let desk = Desk::new();
    let set = ["--product", "Pickup", "--set", "metric=Orders held", "--set", "requirement_1=See the wait"];
    let run = desk.run(&[&["new", "case", "a/late-orders"][..], &set].concat());
    assert_eq!(run.status, 0, "{}", run.err);
    let expected: String = FILES.map(|file| format!("a/late-orders/{file}\n")).concat();
    assert_eq!(run.out, expected);
    for file in &FILES[2..] {
        let text = desk.text(&format!("a/late-orders/{file}"));
        assert!(text.contains("\ncase: \"Late orders\"\n"), "{text}");
        assert!(text.contains("\nProduct: Pickup\n") && text.contains("Orders held"), "{text}");
        assert_eq!(text.contains("See the wait"), *file == "prd-lite.md", "{text}");
        for other in FILES[2..].iter().filter(|other| *other != file) {
            assert!(text.contains(&format!("](<{other}>)")), "{file} has no link to {other}");
        }
    }
    let page = desk.text("a/late-orders/README.md");
    assert!(page.contains("**Hand on to the PRD-lite:** the option that you chose"), "{page}");
}

#[test]
fn a_fresh_case_earns_nothing_and_its_page_is_no_artifact() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "case", "late-orders", "--product", "Pickup"]).status, 0);
    let review = desk.run(&["review", "--format", "json", "late-orders"]);
    let review: serde_json::Value = serde_json::from_str(&review.out).unwrap();
    assert_eq!(review["artifacts"].as_array().unwrap().len(), 4);
    for artifact in review["artifacts"].as_array().unwrap() {
        assert_eq!(artifact["level"], 0);
        assert!(artifact["score"].as_f64().unwrap() <= 5.0, "{}: {}", artifact["path"], artifact["score"]);
    }
}

#[test]
fn other_kinds_stand_in_the_order_of_work() {
    let desk = Desk::new();
    let run = desk.run(&["new", "case", "x", "--with", "metrics-framework,teardown", "--dry-run"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let expected = ["README.md", ".strongcaseignore", "teardown.md", "metrics-framework.md"];
    let expected: String = expected.map(|file| format!("would write x/{file}\n")).concat();
    assert_eq!(run.err, expected);
    assert!(run.out.contains("## 1. [Product teardown](<teardown.md>)"), "{}", run.out);
    assert!(!desk.path("x").exists());
}

#[test]
fn what_is_there_is_left_and_nothing_is_half_written() {
    let desk = Desk::new().with("x/prd-lite.md", "mine\n").with("folder/metrics-framework.md/keep", "");
    for (folder, says) in [("x", "prd-lite.md exists already"), ("folder", "metrics-framework.md is a folder")] {
        let run = desk.run(&["new", "case", folder]);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(run.err.contains(says), "{}", run.err);
        assert_eq!(fs::read_dir(desk.path(folder)).unwrap().count(), 1);
    }
    let run = desk.run(&["new", "case", "x", "--force"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(run.err, "kept what was there as x/prd-lite.md.backup-1\n");
    assert_eq!(desk.text("x/prd-lite.md.backup-1"), "mine\n");
}

#[cfg(unix)]
#[test]
fn a_failure_half_way_takes_back_what_was_done() {
    // A link that points into a folder which is not there can be staged beside itself, and cannot be moved over.
    let desk = Desk::new().with("x/prioritization.md", "mine\n");
    std::os::unix::fs::symlink("gone/away.md", desk.path("x/metrics-framework.md")).unwrap();
    let run = desk.run(&["new", "case", "x"]);
    assert_eq!(run.status, 2, "{}", run.err);
    let run = desk.run(&["new", "case", "x", "--force"]);
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(run.err.contains("x/metrics-framework.md could not be written"), "{}", run.err);
    assert_eq!(desk.text("x/prioritization.md"), "mine\n");
    assert_eq!(fs::read_dir(desk.path("x")).unwrap().count(), 2);
}

/// A link to nothing cannot be kept, so `--force` fails there, after the files before it were moved into place.
#[cfg(unix)]
#[test]
fn a_case_that_fails_half_way_is_taken_back() {
    let desk = Desk::new().with("x/discovery-brief.md", "mine\n").with("x/.strongcaseignore", "drafts\n");
    std::os::unix::fs::symlink("gone.md", desk.path("x/prd-lite.md")).unwrap();
    let run = desk.run(&["new", "case", "x", "--force"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""), "{}", run.err);
    assert!(run.err.contains("prd-lite.md could not be written: "), "{}", run.err);
    let mut names: Vec<_> = fs::read_dir(desk.path("x")).unwrap().map(|it| it.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, [".strongcaseignore", "discovery-brief.md", "prd-lite.md"]);
    assert_eq!(desk.text("x/discovery-brief.md"), "mine\n");
}

#[test]
fn a_case_that_cannot_be_is_told() {
    let desk = Desk::new().with("file.md", "");
    for (arguments, says) in [
        (&["new", "case"][..], "a case needs a folder"),
        (&["new", "case", "-"], "a case needs a folder"),
        (&["new", "case", "file.md"], "file.md is a file"),
        (&["new", "case", "x", "--with", "prd-light"], "did you mean \"prd-lite\"?"),
        (&["new", "case", "x", "--with", "prd-lite,prd-lite"], "--with names prd-lite twice"),
        (&["new", "case", "x", "--set", "metrik=1"], "no document of the case has a place that is called \"metrik\""),
        (&["new", "prd-lite", "x.md", "--with", "teardown"], "--with is for a whole case"),
    ] {
        let run = desk.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(says), "{arguments:?}: {}", run.err);
    }
    assert!(!desk.path("x").exists());
}

fn document(kind: &str, text: &str) -> String {
    format!("---\nkind: {kind}\ncase: \"Pickup\"\n---\n# Pickup\n\n{text}\n")
}

fn measures(rows: &str) -> String {
    format!("## Success metrics\n\n| Metric | Role | Baseline | Target | By when |\n|---|---|---|---|---|\n{rows}")
}

/// A case in two folders, one of which contradicts itself; artifacts of other folders are no part of it.
fn desk() -> Desk {
    let (one, other) = (
        measures("| Orders handed over on time | Primary | 62% | 80% | June 2025 |"),
        measures(
            "| Orders handed over on time | Primary | 58% | 80% | June 2025 |\n| Courier no-show complaints | Guardrail | 12% | 9% | June 2025 |",
        ),
    );
    Desk::new()
        .with("a/framework.md", document("metrics-framework", &one))
        .with("a/prd.md", document("prd-lite", &other))
        .with("b/framework.md", document("metrics-framework", &one))
        .with("b/prd.md", document("prd-lite", &one))
        .with("c/prd.md", document("prd-lite", &other))
}

#[test]
fn what_a_case_does_not_say_alike_is_shown_at_the_end_with_both_places() {
    insta::assert_snapshot!(desk().run(&["review", "."]).out);
}

#[test]
fn json_has_the_cases_under_a_key_and_other_lines_stay_as_they_are() {
    let desk = desk();
    let run = desk.run(&["review", "--format", "json", "--threads", "1", "."]);
    for threads in ["2", "7"] {
        assert_eq!(desk.run(&["review", "--format", "json", "--threads", threads, "."]).out, run.out);
    }
    let report = crate::json::hold("report", &run.out);
    let cases = report["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 2);
    let findings = cases[0]["findings"].as_array().unwrap();
    let rules: Vec<_> = findings.iter().map(|finding| finding["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["case-baseline", "case-undefined-metric"]);
    for (place, (path, quote)) in
        findings[0]["places"].as_array().unwrap().iter().zip([("a/framework.md", "62%"), ("a/prd.md", "58%")])
    {
        assert_eq!((place["path"].as_str(), place["quote"].as_str()), (Some(path), Some(quote)));
        let at = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
        assert_eq!(&desk.text(path)[at("start")..at("end")], quote);
    }
    assert_eq!(cases[1]["findings"], serde_json::json!([]));
    assert_eq!(desk.run(&["review", "--format", "ndjson", "."]).out.lines().count(), 5);
    let alone = crate::json::hold("report", &desk.run(&["review", "--format", "json", "a/prd.md"]).out);
    assert!(alone.get("cases").is_none());
}

#[test]
fn a_rubric_can_turn_a_comparison_off() {
    let desk = desk().with("own/findings/case-baseline.toml", "id = \"case-baseline\"\nenabled = false\n");
    let run = desk.run(&["review", "a", "--rubric", "own"]);
    assert!(run.out.contains("(case-undefined-metric)") && !run.out.contains("case-baseline"), "{}", run.out);
}
