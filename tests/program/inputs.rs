//! What is read, in which order, and what is told about the rest.

use crate::strongcase::{Desk, GOOD, THIN};

/// The paths of the artifacts that were reviewed.
fn paths(desk: &Desk, arguments: &[&str]) -> Vec<String> {
    let run = desk.run(&[&["review", "--format", "ndjson"], arguments].concat());
    let path = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        value["path"].as_str().unwrap().to_owned()
    };
    run.out.lines().map(path).collect()
}

/// What is told about one file that cannot be read.
fn told(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let run = Desk::new().with(name, bytes).with("good.md", GOOD).run(&["review", "-q", name, "good.md"]);
    assert_eq!(run.status, 2);
    assert!(run.out.starts_with("good.md  "), "the others are reviewed: {}", run.out);
    run.err
}

#[test]
fn a_folder_gives_its_markdown_sorted_by_path() {
    let desk = Desk::new()
        .with("b.md", THIN)
        .with("a/z.MD", THIN)
        .with("a/b/c.markdown", THIN)
        .with("a.mdx", THIN)
        .with("notes.txt", THIN)
        .with(".hidden.md", THIN)
        .with(".git/x.md", THIN);
    assert_eq!(paths(&desk, &["."]), ["a/b/c.markdown", "a/z.MD", "a.mdx", "b.md"]);
    assert_eq!(paths(&desk, &["a"]), ["a/b/c.markdown", "a/z.MD"]);
    assert_eq!(paths(&desk, &["./a/"]), ["./a/b/c.markdown", "./a/z.MD"]);
}

#[test]
fn files_named_one_by_one_keep_their_order_and_are_always_read() {
    let desk = Desk::new().with("b.md", THIN).with("a.md", THIN).with("notes.txt", THIN).with(".hidden.md", THIN);
    assert_eq!(
        paths(&desk, &["b.md", "notes.txt", ".hidden.md", "a.md", "b.md"]),
        ["b.md", "notes.txt", ".hidden.md", "a.md", "b.md"]
    );
}

#[test]
fn ignore_files_leave_files_out_but_not_those_that_are_named() {
    let desk = Desk::new()
        .with("a.md", THIN)
        .with("draft.md", THIN)
        .with("old/x.md", THIN)
        .with("template.md", THIN)
        .with(".gitignore", "draft.md\n")
        .with(".ignore", "old/\n")
        .with(".strongcaseignore", "template.md\n");
    assert_eq!(paths(&desk, &["."]), ["a.md"]);
    assert_eq!(paths(&desk, &["draft.md", "old/x.md", "template.md"]), ["draft.md", "old/x.md", "template.md"]);
}

#[test]
fn a_folder_without_markdown_is_an_error() {
    let desk = Desk::new().with("empty/notes.txt", THIN).with("a.md", THIN);
    let run = desk.run(&["review", "-q", "empty", "a.md"]);
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("error: empty holds no Markdown file\nhelp: "), "{}", run.err);
    assert!(run.out.starts_with("a.md  "), "{}", run.out);
}

#[test]
fn a_path_that_leads_nowhere_is_an_error() {
    let run = Desk::new().run(&["review", "gone.md"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    insta::assert_snapshot!(run.err, @r"
    error: gone.md does not exist
    help: check the spelling, or give the folder that it is in
    ");
}

#[test]
fn a_binary_file_is_told_with_the_place_that_shows_it() {
    insta::assert_snapshot!(told("x.md", b"# PK\x03\x04\0\0"), @r"
    error: x.md is a binary file: there is a NUL at byte 6
    help: export the artifact as Markdown text and review that
    ");
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_offset() {
    insta::assert_snapshot!(told("x.md", b"# caf\xe9\n"), @r"
    error: x.md is not UTF-8 text: byte 5 is invalid
    help: save it as UTF-8 and try again
    ");
}

#[test]
fn a_file_that_is_too_large_is_told_without_being_read() {
    insta::assert_snapshot!(told("x.md", vec![b'a'; 8 * 1024 * 1024 + 1]), @r"
    error: x.md is larger than 8 MiB, the most that is read
    help: split it into one file an artifact
    ");
}

#[test]
fn a_stream_that_does_not_end_is_told_too() {
    let run = Desk::new().pipe(&["review", "-"], vec![b'a'; 9 * 1024 * 1024]);
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("error: standard input is larger than 8 MiB"), "{}", run.err);
}

#[test]
fn utf_16_and_a_byte_order_mark_are_read() {
    let utf16: Vec<u8> = [0xfeff_u16].into_iter().chain(GOOD.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let desk = Desk::new().with("a.md", GOOD).with("b.md", utf16).with("c.md", format!("\u{feff}{GOOD}"));
    let run = desk.run(&["review", "-q", "."]);
    assert_eq!(run.status, 0, "{}", run.err);
    let scores: Vec<_> = run.out.lines().map(|line| line.split_once(' ').unwrap().1).collect();
    assert_eq!(scores.len(), 3);
    assert!(scores.iter().all(|score| *score == scores[0]), "{scores:?}");
}

#[test]
fn escape_sequences_in_an_artifact_never_reach_the_terminal() {
    let desk = Desk::new().with("a.md", "# Title \u{1b}[31mred\u{7}\n\nTBD \u{1b}]0;owned\u{7} \u{202e}text\n");
    for arguments in [&["review", "a.md"][..], &["review", "-q", "a.md"], &["facts", "a.md"]] {
        let out = desk.run(arguments).out;
        assert!(!out.contains(|it: char| (it.is_control() && it != '\n') || it == '\u{202e}'), "{out:?}");
    }
}
