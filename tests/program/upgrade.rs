//! Files and the templates now in force.

use crate::strongcase::Desk;

#[test]
fn a_patch_adds_what_is_new_and_leaves_the_file() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "prd-lite", "prd.md", "--variant", "bare"]).status, 0);
    let written = desk.text("prd.md").replace("## Problem\n", "## Problem\n\nShoppers wait 14 minutes.\n");
    let (before, after) = written.split_once("## Scope").unwrap();
    let rest = &after[after.find("## ").unwrap()..];
    let desk = desk.with("prd.md", format!("{before}{rest}"));
    let run = desk.run(&["upgrade", "prd.md"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.contains("\nnew: Scope\n\n--- a/prd.md\n+++ b/prd.md\n@@ "), "{}", run.out);
    assert!(run.out.contains("\n+## Scope\n"), "{}", run.out);
    let taken: Vec<_> = run.out.lines().filter(|line| line.starts_with('-')).collect();
    assert_eq!(taken, ["--- a/prd.md"]);
    assert_eq!(desk.text("prd.md"), format!("{before}{rest}"));
}

#[test]
fn nothing_new_is_said_and_other_files_are_refused() {
    let desk = Desk::new().with("x.md", "# Mine\n");
    assert_eq!(desk.run(&["new", "teardown", "t.md"]).status, 0);
    let run = desk.run(&["upgrade", "t.md"]);
    assert!(run.status == 0 && run.out.ends_with("\nnothing is to be changed\n"), "{}", run.out);
    for (path, says) in [("x.md", "does not say from which template"), ("gone.md", "gone.md does not exist")] {
        let run = desk.run(&["upgrade", path]);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(run.err.contains(says), "{}", run.err);
    }
}
