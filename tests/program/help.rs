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
fn review_tells_its_options() {
    insta::assert_snapshot!(help(&["review"]));
}

#[test]
fn facts_tells_its_options() {
    insta::assert_snapshot!(help(&["facts"]));
}

#[test]
fn every_help_fits_eighty_columns() {
    for of in [&[][..], &["review"], &["facts"]] {
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
