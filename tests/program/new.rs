//! Skeletons: what is written, what is kept, and that an empty one earns nothing.

#[cfg(unix)]
use std::process::Command;

use crate::strongcase::Desk;

const KINDS: [&str; 8] = [
    "discovery-brief",
    "prioritization",
    "prd-lite",
    "metrics-framework",
    "teardown",
    "activation-case",
    "experiment-design",
    "roadmap-memo",
];

#[test]
fn a_fresh_skeleton_earns_no_level_and_its_gaps_are_found() {
    let desk = Desk::new();
    let long = "the wait at the counter and what to do about it ".repeat(12);
    for kind in KINDS {
        for variant in ["guided", "bare"] {
            let path = format!("{kind}-{variant}.md");
            let options = ["--title", &long, "--product", &long, "--segment", &long, "--decision", &long];
            let run = desk
                .run(&[&["new", kind, &path, "--variant", variant, "--background", "backend"][..], &options].concat());
            assert_eq!(run.status, 0, "{}", run.err);
            let review = desk.run(&["review", "--format", "json", &path]);
            let review: serde_json::Value = serde_json::from_str(&review.out).unwrap();
            let review = &review["artifacts"][0];
            assert_eq!(review["level"], 0, "{path}");
            assert_eq!(review["kind"], kind);
            assert!(review["score"].as_f64().unwrap() <= 5.0, "{path}: {}", review["score"]);
            let findings = review["findings"].as_array().unwrap();
            assert!(
                findings.iter().any(|it| it["rule"] == "unfilled-placeholder" || it["rule"] == "leftover-guidance"),
                "{path}"
            );
        }
    }
}

#[test]
fn an_existing_file_is_left_and_with_force_kept_beside() {
    let desk = Desk::new().with("prd.md", "mine\n");
    let run = desk.run(&["new", "prd-lite", "prd.md"]);
    assert_eq!(run.status, 2);
    assert_eq!(desk.text("prd.md"), "mine\n");
    let run = desk.run(&["new", "prd-lite", "prd.md", "--force"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(desk.text("prd.md.backup-1"), "mine\n");
    assert!(run.err.contains("prd.md.backup-1"), "{}", run.err);
    assert!(desk.text("prd.md").starts_with("---\nkind: prd-lite\n"));
}

#[cfg(unix)]
#[test]
fn no_space_left_is_told_and_leaves_nothing_behind() {
    let desk = Desk::new();
    // A limit of no bytes a file stands for a full disk; the signal that goes with it is put aside.
    let full = "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"";
    for arguments in [&["new", "prd-lite", "prd.md"][..], &["new", "case", "late"]] {
        let answers = ["--no-input", "--title", "T", "--product", "P", "--segment", "S", "--decision", "D"];
        let run = Command::new("sh")
            .args(["-c", full, env!("CARGO_BIN_EXE_strongcase")])
            .args(arguments)
            .args(answers)
            .current_dir(desk.path(""))
            .output()
            .unwrap();
        let err = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(2), "{err}");
        assert!(err.contains("could not be written") && err.contains("nothing was changed"), "{err}");
        assert_eq!(std::fs::read_dir(desk.path("")).unwrap().count(), 0, "something is left");
    }
}

#[test]
fn the_same_answers_give_the_same_bytes_and_a_dry_run_writes_nothing() {
    let desk = Desk::new();
    let arguments = ["new", "teardown", "--title", "CON", "--dry-run", "--set", "metric=Orders | held"];
    let (one, other) = (desk.run(&arguments), desk.run(&arguments));
    assert_eq!(one.out, other.out);
    assert_eq!(one.err, "would write con-teardown.md\n");
    assert!(one.out.contains("| Orders \\| held |"), "{}", one.out);
    assert!(!desk.path("con-teardown.md").exists());
}

#[test]
fn what_cannot_be_done_is_told_and_leaves_nothing() {
    let desk =
        Desk::new().with("own/prd-lite.hbs", "# {{title}}\n{{#section \"Problm\"}}{{/section}}\n").with("folder/x", "");
    for (arguments, says) in [
        (&["new", "prd-light", "a/x.md"][..], "did you mean \"prd-lite\"?"),
        (&["new", "prd-lite", "a/x.md", "--background", "backnd"], "did you mean \"backend\"?"),
        (&["new", "prd-lite", "a/x.md", "--set", "metrik=1"], "did you mean \"metric\"?"),
        (&["new", "prd-lite", "a/x.md", "--templates", "own"], "own/prd-lite.hbs:2: there is no section"),
        (&["new", "prd-lite", "folder"], "folder is a folder"),
        (&["new", "prd-lite"], "--title"),
        (&["new", "prd-lite", "folder/x/y/z.md"], "could not be written"),
    ] {
        let run = desk.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(says), "{arguments:?}: {}", run.err);
    }
    assert!(!desk.path("a").exists());
}

#[test]
fn a_template_of_the_project_comes_before_the_built_in_one() {
    let desk = Desk::new().with(".strongcase/templates/prd-lite.hbs", "# {{title}}\n\n{{gap \"why\" \"why now\"}}\n");
    let list = desk.run(&["new", "--list"]);
    assert!(
        list.out.contains(".strongcase/templates/prd-lite.hbs") && list.out.contains("built-in teardown.hbs"),
        "{}",
        list.out
    );
    let run = desk.run(&["new", "prd-lite", "-", "--title", "T"]);
    assert!(run.out.ends_with("# T\n\n[why now]\n"), "{}", run.out);
    assert_eq!(desk.run(&["new", "--show", "prd-lite"]).out, desk.text(".strongcase/templates/prd-lite.hbs"));
}
