//! Answers that come from a file, and what is said when one is missing or wrong.

use crate::strongcase::Desk;

const SHEET: &str = "\
# What the team agreed on.
kind = \"prd-lite\"
title = \"Held orders\"
product = \"Larder\"
variant = \"bare\"
metric = \"Orders held\"
baseline = 41
by_when = 2025-06-30
";

#[test]
fn a_file_answers_what_the_command_line_does_not() {
    let desk = Desk::new().with("answers.toml", SHEET);
    let run = desk.run(&["new", "--answers", "answers.toml", "--no-input", "--product", "Pantry"]);
    assert_eq!((run.status, run.out.as_str()), (0, "held-orders.md\n"), "{}", run.err);
    let text = desk.text("held-orders.md");
    for part in ["variant: bare\n", "| Orders held |", "| 41 |", "| 2025-06-30 |", "Product: Pantry", "# Held orders\n"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let run = desk.run(&["new", "teardown", "-", "--answers", "answers.toml", "--set", "metric=Orders kept"]);
    assert!(run.out.contains("kind: teardown\n") && run.out.contains("| Orders kept |"), "{}", run.out);
}

#[test]
fn what_is_wrong_with_a_file_is_told_with_its_line() {
    let desk = Desk::new()
        .with("key.toml", "title = \"T\"\n\nmetrik = \"Orders held\"\n")
        .with("own.toml", "titel = \"T\"\n")
        .with("list.toml", "title = \"T\"\nmetric = [\"a\", \"b\"]\n")
        .with("twice.toml", "title = \"T\"\ntitle = \"U\"\n")
        .with("variant.toml", "title = \"T\"\nvariant = \"guide\"\n")
        .with("date.toml", "date = \"soon\"\n")
        .with("bytes.toml", b"title = \"\xff\xfe\"\n")
        .with("folder/x", "");
    for (file, says) in [
        ("key.toml", "key.toml:3: there is no answer \"metrik\"\nhelp: did you mean \"metric\"?"),
        ("own.toml", "own.toml:1: there is no answer \"titel\"\nhelp: did you mean \"title\"?"),
        ("list.toml", "list.toml:2: \"metric\" is a value of type array"),
        ("twice.toml", "twice.toml:2: "),
        ("variant.toml", "variant.toml:2: there is no variant \"guide\"\nhelp: did you mean \"guided\"?"),
        ("date.toml", "\"soon\""),
        ("bytes.toml", "bytes.toml"),
        ("folder", "folder"),
        ("none.toml", "none.toml"),
    ] {
        let run = desk.run(&["new", "prd-lite", "a/x.md", "--answers", file]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{file}");
        assert!(run.err.contains(says), "{file}: {}", run.err);
    }
    assert!(!desk.path("a").exists());
}

#[test]
fn what_is_missing_is_named_and_nothing_is_waited_for() {
    let desk = Desk::new();
    for (arguments, says) in [(&["new"][..], "new prd-lite"), (&["new", "prd-lite", "--no-input"], "--title")] {
        let run = desk.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains("is missing") && run.err.contains(says), "{}", run.err);
    }
}

#[test]
fn a_date_comes_from_the_option_then_the_file_then_the_build() {
    let desk = Desk::new().with("answers.toml", "date = 2025-02-03\n");
    let dated = |more: &[&str], epoch: &str| {
        let mut command = desk.command(&[&["new", "prd-lite", "-", "--title", "T"], more].concat());
        let output = command.env("SOURCE_DATE_EPOCH", epoch).output().unwrap();
        crate::strongcase::Run::of(&output)
    };
    assert!(dated(&[], "1709251200").out.contains("\ndate: \"2024-03-01\"\n"));
    let file = ["--answers", "answers.toml"];
    assert!(dated(&file, "1709251200").out.contains("\ndate: \"2025-02-03\"\n"));
    let both = ["--answers", "answers.toml", "--date", "2025-04-05"];
    assert!(dated(&both, "1709251200").out.contains("\ndate: \"2025-04-05\"\n"));
    assert!(!dated(&[], "").out.contains("\ndate:"));
    let wrong = dated(&[], "yesterday");
    assert_eq!((wrong.status, wrong.out.as_str()), (2, ""));
    assert!(wrong.err.contains("SOURCE_DATE_EPOCH"), "{}", wrong.err);
}
