//! What each subcommand says about itself.

use crate::strongcase::Desk;

fn help(of: &[&str]) -> String {
    let run = Desk::new().run(&[of, &["--help"]].concat());
    assert_eq!(run.status, 0, "{}", run.err);
    run.out
}

#[test]
fn the_program_tells_its_commands() {
    insta::assert_snapshot!(help(&[]));
}

#[test]
fn new_tells_its_options() {
    insta::assert_snapshot!(help(&["new"]));
}

#[test]
fn review_tells_its_options() {
    insta::assert_snapshot!(help(&["review"]));
}

#[test]
fn facts_tells_its_options() {
    insta::assert_snapshot!(help(&["facts"]));
}

#[test]
fn explain_tells_its_options() {
    insta::assert_snapshot!(help(&["explain"]));
}

#[test]
fn kinds_tells_its_options() {
    insta::assert_snapshot!(help(&["kinds"]));
}

#[test]
fn rubric_tells_its_commands() {
    insta::assert_snapshot!(help(&["rubric"]));
}

#[test]
fn rubric_check_tells_its_options() {
    insta::assert_snapshot!(help(&["rubric", "check"]));
}

#[test]
fn rubric_show_tells_its_options() {
    insta::assert_snapshot!(help(&["rubric", "show"]));
}

#[test]
fn completions_tells_its_shells() {
    insta::assert_snapshot!(help(&["completions"]));
}

#[test]
fn templates_check_tells_its_options() {
    insta::assert_snapshot!(help(&["templates", "check"]));
}

#[test]
fn upgrade_tells_its_options() {
    insta::assert_snapshot!(help(&["upgrade"]));
}

#[test]
fn every_help_fits_a_hundred_columns() {
    for of in [
        &[][..],
        &["new"],
        &["review"],
        &["facts"],
        &["explain"],
        &["kinds"],
        &["rubric"],
        &["completions"],
        &["man"],
        &["templates"],
        &["upgrade"],
    ] {
        for line in help(of).lines() {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
}

#[test]
fn an_option_that_does_not_exist_is_refused_in_clap_s_own_words() {
    let run = Desk::new().run(&["review", "--min-scor", "3"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("--min-score"), "{}", run.err);
    assert_eq!(run.out, "");
}

#[test]
fn calibrate_tells_its_options() {
    insta::assert_snapshot!(help(&["calibrate"]));
}
