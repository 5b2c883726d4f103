//! Edits of lines → a unified diff.

use std::fmt::Write as _;

use super::Edit;

/// Lines shown around a change.
const AROUND: usize = 3;

/// A patch of a file; nothing where no edit changes it. The edits stand in the order of the file and do not overlap.
pub(super) fn unified(path: &str, text: &str, edits: &[Edit]) -> String {
    if edits.is_empty() {
        return String::new();
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let end = if text.lines().count() > 0 && lines.first().is_some_and(|line| line.ends_with("\r\n")) {
        "\r\n"
    } else {
        "\n"
    };
    let mut patch = format!("--- a/{path}\n+++ b/{path}\n");
    let mut rest = edits;
    let (mut added, mut removed) = (0_usize, 0_usize);
    while let Some(first) = rest.first() {
        // Changes that stand close to each other share a hunk.
        let apart = |pair: &[Edit]| pair[1].lines.start > pair[0].lines.end + 2 * AROUND;
        let count = rest.windows(2).position(apart).map_or(rest.len(), |at| at + 1);
        let (hunk, later) = rest.split_at(count);
        rest = later;
        let last = hunk.last().unwrap_or(first);
        let from = first.lines.start.saturating_sub(AROUND);
        let to = (last.lines.end + AROUND).min(lines.len());
        let mut body = String::new();
        let (mut old, mut new) = (0_usize, 0_usize);
        let mut at = from;
        for edit in hunk {
            // What is added behind a last line without an end gives that line one.
            let open = edit.lines.start == lines.len() && lines.last().is_some_and(|line| !line.ends_with('\n'));
            let kept = if open { edit.lines.start - 1 } else { edit.lines.start };
            for line in lines.get(at..kept).unwrap_or_default() {
                push(&mut body, ' ', line);
                (old, new) = (old + 1, new + 1);
            }
            if let Some(line) = lines.last().filter(|_| open && at <= kept) {
                push(&mut body, '-', line);
                push(&mut body, '+', &format!("{line}{end}"));
                (old, new) = (old + 1, new + 1);
            }
            for line in lines.get(edit.lines.clone()).unwrap_or_default() {
                push(&mut body, '-', line);
                old += 1;
            }
            for line in &edit.by {
                push(&mut body, '+', &format!("{line}{end}"));
                new += 1;
            }
            at = edit.lines.end;
        }
        for line in lines.get(at..to).unwrap_or_default() {
            push(&mut body, ' ', line);
            (old, new) = (old + 1, new + 1);
        }
        let start = from + 1;
        let _ = writeln!(patch, "@@ -{start},{old} +{},{new} @@", start + added - removed);
        patch.push_str(&body);
        added += new;
        removed += old;
    }
    patch
}

fn push(body: &mut String, mark: char, line: &str) {
    body.push(mark);
    body.push_str(line);
    if !line.ends_with('\n') {
        body.push_str("\n\\ No newline at end of file\n");
    }
}
