//! What a run of `review` comes to.

use std::io::Read;
use std::process::Stdio;

use strongcase::output::text::wrap::width;

use crate::strongcase::{Desk, GOOD, THIN};

#[test]
fn a_review_that_asks_nothing_is_done() {
    let run = Desk::new().with("a.md", THIN).run(&["review", "a.md"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("Dark mode\na.md, "), "{}", run.out);
}

#[test]
fn a_score_below_the_one_asked_is_told_and_ends_in_one() {
    let desk = Desk::new().with("a.md", THIN);
    assert_eq!(desk.run(&["review", "a.md", "--min-score", "0"]).status, 0);
    let run = desk.run(&["review", "a.md", "--min-score", "99.5"]);
    assert_eq!(run.status, 1);
    assert!(run.err.starts_with("below: a.md scores "), "{}", run.err);
    assert!(run.err.ends_with(", and 99.5 is asked\n"), "{}", run.err);
}

#[test]
fn a_level_is_asked_by_number_or_name() {
    let desk = Desk::new().with("a.md", THIN);
    assert_eq!(desk.run(&["review", "a.md", "--min-level", "0"]).status, 0);
    assert_eq!(desk.run(&["review", "a.md", "--min-level", "4"]).status, 1);
    let run = desk.run(&["review", "a.md", "--min-level", "Strong"]);
    assert_eq!(run.status, 1);
    assert!(run.err.ends_with("and strong is asked\n"), "{}", run.err);
    let run = desk.run(&["review", "a.md", "--min-level", "stong"]);
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("error: there is no level \"stong\"\nhelp: did you mean \"strong\"?"), "{}", run.err);
}

#[test]
fn what_cannot_be_read_weighs_more_than_what_falls_below() {
    let run = Desk::new().with("a.md", THIN).run(&["review", "a.md", "gone.md", "--min-score", "100"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("error: gone.md does not exist\nhelp: "), "{}", run.err);
    assert!(run.err.contains("below: a.md scores "), "{}", run.err);
}

#[test]
fn a_score_has_to_be_one() {
    let desk = Desk::new().with("a.md", THIN);
    for score in ["101", "-1", "NaN", "high"] {
        let run = desk.run(&["review", "a.md", &format!("--min-score={score}")]);
        assert_eq!(run.status, 2, "{score}");
        assert!(run.err.contains("a score is a number from 0 to 100"), "{}", run.err);
    }
}

#[test]
fn a_kind_that_does_not_exist_is_refused_with_the_nearest() {
    let run = Desk::new().with("a.md", GOOD).run(&["review", "a.md", "--kind", "prdlite"]);
    assert_eq!(run.status, 2);
    assert!(
        run.err.starts_with("error: there is no kind \"prdlite\"\nhelp: did you mean \"prd-lite\"? There are: "),
        "{}",
        run.err
    );
    let run = Desk::new().with("a.md", GOOD).run(&["review", "a.md", "--kind", "xyz"]);
    assert!(run.err.contains("help: there are: "), "{}", run.err);
}

#[test]
fn standard_input_is_read_when_it_is_named_or_nothing_is() {
    let desk = Desk::new();
    let named = desk.pipe(&["review", "-", "--format", "ndjson"], GOOD);
    assert_eq!(named.status, 0, "{}", named.err);
    assert!(named.out.starts_with("{\"path\":\"-\","), "{}", named.out);
    assert_eq!(desk.pipe(&["review", "--format", "ndjson"], GOOD).out, named.out);
    let twice = desk.pipe(&["review", "-", "-"], GOOD);
    assert_eq!(twice.status, 2);
    assert!(twice.err.contains("standard input was given more than once"), "{}", twice.err);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let mut desk = Desk::new();
    for number in 0..300 {
        desk = desk.with(&format!("{number}.md"), THIN);
    }
    let mut command = desk.command(&["review", ".", "--format", "ndjson"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 1];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn an_output_file_is_replaced_only_once_all_is_done() {
    let desk = Desk::new().with("a.md", GOOD).with("out.json", "before");
    let run = desk.run(&["review", "a.md", "--format", "json", "--output", "out.json", "--kind", "nope"]);
    assert_eq!(run.status, 2);
    assert_eq!(desk.text("out.json"), "before");
    let run = desk.run(&["review", "a.md", "--format", "json", "--output", "out.json"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""));
    assert_eq!(desk.text("out.json"), desk.run(&["review", "a.md", "--format", "json"]).out);
    let run = desk.run(&["review", "a.md", "--output", "no/such/folder.txt"]);
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("error: no/such/folder.txt could not be written"), "{}", run.err);
    let left: Vec<_> = std::fs::read_dir(desk.path(".")).unwrap().collect();
    assert_eq!(left.len(), 2, "no temporary file is left");
}

#[cfg(unix)]
#[test]
fn an_output_file_keeps_its_rights_and_a_link_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::new().with("a.md", GOOD).with("real.txt", "before");
    std::fs::set_permissions(desk.path("real.txt"), std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.txt", desk.path("link.txt")).unwrap();
    assert_eq!(desk.run(&["review", "a.md", "-o", "link.txt"]).status, 0);
    assert!(std::fs::symlink_metadata(desk.path("link.txt")).unwrap().is_symlink());
    assert_eq!(std::fs::metadata(desk.path("real.txt")).unwrap().permissions().mode() & 0o777, 0o640);
    assert_ne!(desk.text("real.txt"), "before");
    assert_eq!(desk.run(&["review", "a.md", "-o", "/dev/null"]).status, 0);
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    let desk = Desk::new().with("a.md", GOOD);
    let colored = |arguments: &[&str], name: &str, value: &str| {
        let output = desk.command(arguments).env(name, value).output().unwrap();
        String::from_utf8(output.stdout).unwrap().contains('\u{1b}')
    };
    assert!(!colored(&["review", "a.md"], "TERM", "xterm"));
    assert!(colored(&["review", "a.md"], "CLICOLOR_FORCE", "1"));
    assert!(!colored(&["review", "a.md"], "CLICOLOR_FORCE", "0"));
    assert!(colored(&["review", "a.md", "--color", "always"], "TERM", "xterm"));
    assert!(colored(&["review", "a.md", "--color", "always"], "NO_COLOR", "1"));
    assert!(!colored(&["review", "a.md", "--color", "never"], "CLICOLOR_FORCE", "1"));
    let output = desk.command(&["review", "a.md"]).env("NO_COLOR", "1").env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(!output.stdout.contains(&0x1b));
}

#[test]
fn colour_changes_no_word() {
    let desk = Desk::new().with("a.md", GOOD).with("b.md", THIN);
    for arguments in [&["review", "a.md"][..], &["review", "."], &["review", ".", "-v"], &["review", "-q", "."]] {
        let plain = desk.run(arguments).out;
        let colored = desk.run(&[arguments, &["--color", "always"]].concat()).out;
        assert_eq!(strip(&colored), plain);
    }
}

fn strip(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    plain + rest
}

#[test]
fn quiet_is_one_line_an_artifact() {
    let run = Desk::new().with("a.md", THIN).with("b.md", GOOD).run(&["review", "-q", "."]);
    let lines: Vec<_> = run.out.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].starts_with("a.md  "), "{}", lines[0]);
    assert!(lines[0].contains("  weakest: "), "{}", lines[0]);
}

#[test]
fn quiet_and_verbose_are_for_text() {
    let desk = Desk::new().with("a.md", THIN);
    assert_eq!(desk.run(&["review", "a.md", "--quiet", "--format", "json"]).status, 2);
    assert_eq!(desk.run(&["review", "a.md", "--quiet", "--verbose"]).status, 2);
}

#[test]
fn any_number_of_threads_writes_the_same_bytes() {
    let mut desk = Desk::new().with("x.md", b"\0");
    for number in 0..150 {
        desk = desk.with(&format!("{}/{number}.md", number % 7), if number % 30 == 0 { GOOD } else { THIN });
    }
    for format in ["text", "json", "ndjson"] {
        let one = desk.run(&["review", ".", "--threads", "1", "--format", format]);
        let many = desk.run(&["review", ".", "--threads", "8", "--format", format]);
        assert_eq!((one.out, one.err, one.status), (many.out, many.err, many.status), "{format}");
    }
}

#[test]
fn no_line_is_longer_than_eighty_columns() {
    let desk = Desk::new()
        .with("a.md", GOOD)
        .with("b.md", THIN)
        .with("長い/題名.md", "# 配送担当者は毎日四十件の注文を手で打ち直している\n\n".repeat(40));
    for arguments in
        [&["review", "a.md"][..], &["review", "a.md", "-v"], &["review", ".", "-v"], &["review", "."], &["facts", "."]]
    {
        for line in desk.run(arguments).out.lines() {
            assert!(width(line) <= 80 || !line.trim().contains(' '), "{} columns: {line}", width(line));
        }
    }
}
