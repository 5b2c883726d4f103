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
