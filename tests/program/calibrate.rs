//! A mentor's grades against the program's.

use std::fs;

use serde_json::Value;

use crate::strongcase::{Desk, GOOD, THIN};

const GRADES: &str = "file,grader,criterion,level\n\
    good.md,Ana,options,4\ngood.md,Ben,options,3\nthin.md,Ana,options,0\nthin.md,Ben,options,4\n\
    good.md,Ana,overall,3\nthin.md,Ana,overall,0\n";

fn desk() -> Desk {
    Desk::new().with("good.md", GOOD).with("thin.md", THIN).with("grades.csv", GRADES)
}

fn json(desk: &Desk, arguments: &[&str]) -> Value {
    let run = desk.run(&[&["calibrate", "--format", "json"], arguments].concat());
    assert_eq!(run.status, 0, "{}", run.err);
    serde_json::from_str::<Value>(&run.out).unwrap()["calibration"].clone()
}

#[test]
fn the_program_is_held_against_the_median_and_graders_against_each_other() {
    let found = json(&desk(), &["grades.csv"]);
    assert_eq!((&found["documents"], &found["graders"]), (&2.into(), &2.into()));
    let options = &found["criteria"][0];
    assert_eq!((&options["id"], &options["documents"]), (&"options".into(), &2.into()));
    // Ana gives 4 and 0, Ben 3 and 4: squares 1 + 16, by chance (1 + 0 + 9 + 16) / 2.
    assert_eq!(options["graders_qwk"], -0.308);
    assert_eq!(found["criteria"][1]["id"], "overall");
    assert_eq!(found["fit"], Value::Null);
}

#[test]
fn the_largest_differences_are_told_with_their_evidence() {
    let grades = "file,criterion,level\ngood.md,options,0\nthin.md,options,0\n";
    let desk = Desk::new().with("good.md", GOOD).with("thin.md", THIN).with("grades.csv", grades);
    let run = desk.run(&["calibrate", "grades.csv"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.contains("1. good.md, options: level "), "{}", run.out);
    assert!(run.out.contains("0 by graders"), "{}", run.out);
    assert!(run.out.contains("  line "), "{}", run.out);
    assert!(run.out.lines().all(|line| line.chars().count() <= 80), "{}", run.out);
}

#[test]
fn grades_that_cannot_be_used_are_told_line_by_line() {
    let desk =
        Desk::new().with("grades.csv", "file,criterion,level\na.md,option,3\na.md,scope,9\n").with("g.csv", GRADES);
    let run = desk.run(&["calibrate", "grades.csv"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(
        run.err.contains("grades.csv:2: there is no criterion \"option\"; did you mean \"options\"?"),
        "{}",
        run.err
    );
    assert!(run.err.contains("grades.csv:3: \"9\" is no level"), "{}", run.err);
    let run = desk.run(&["calibrate", "g.csv"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("good.md"), "{}", run.err);
    assert_eq!(desk.run(&["calibrate", "none.csv"]).status, 2);
}

#[test]
fn nothing_is_fitted_to_few_documents() {
    let desk = desk();
    let run = desk.run(&["calibrate", "grades.csv", "--fit", "points.toml"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("20 documents"), "{}", run.err);
    assert!(!desk.path("points.toml").exists());
}

#[test]
fn what_is_fitted_is_a_rubric_that_agrees_better() {
    let mut desk = Desk::new();
    let mut grades = "file;criterion;level\n".to_owned();
    for at in 0..24 {
        let (text, level) = match at % 3 {
            0 => (GOOD.to_owned(), 2),
            1 => (THIN.to_owned(), 0),
            _ => (GOOD.split("## ").take(3).collect::<Vec<_>>().join("## "), 1),
        };
        desk = desk.with(&format!("{at:02}.md"), text);
        grades += &format!("{at:02}.md;decision;{level}\n");
    }
    let desk = desk.with("grades.csv", &grades);
    fs::create_dir(desk.path("ours")).unwrap();
    let before = json(&desk, &["grades.csv", "--fit", "ours/points.toml"]);
    let gain = &before["fit"]["criteria"][0];
    assert!(gain["kept"] == true && gain["after"].as_f64() > gain["before"].as_f64(), "{gain}");
    assert_eq!(desk.run(&["rubric", "check", "ours"]).status, 0);
    let after = json(&desk, &["grades.csv", "--rubric", "ours"]);
    let qwk = |found: &Value| found["criteria"][0]["qwk"].as_f64().unwrap();
    assert!(qwk(&after) > qwk(&before), "{} and {}", qwk(&after), qwk(&before));
    let again = desk.run(&["calibrate", "grades.csv", "--fit", "ours/points.toml"]);
    assert_eq!(again.status, 2);
    assert!(again.err.contains("is not overwritten"), "{}", again.err);
}
