//! A finding's texts in the rubric → its page of documentation.

use crate::review::Severity;
use crate::rubric::FindingText;

/// The page about a check, in Markdown.
pub fn finding(text: &FindingText) -> String {
    let FindingText { id, criterion, looks_for, message, help, because, weak, strong, .. } = text;
    let severity = match text.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let mut page = format!(
        "# {id}\n\n{looks_for}\n\n- Severity: {severity}\n- Weakens: {criterion}\n\n> {message}\n\n{help}\n\n{because}\n\n"
    );
    page.push_str(&format!("## It is found here\n\n{}\n## It is not found here\n\n{}\n", fenced(weak), fenced(strong)));
    page.push_str(&format!(
        "## To change or turn it off\n\nIn `findings/{id}.toml` of a rubric folder, `severity` changes how much it matters, and \
         `enabled = false` turns it off. In one place of a document, `<!-- strongcase-ignore {id} -->` leaves it out.\n"
    ));
    page
}

/// The index of all checks, in Markdown.
pub fn index<'a>(texts: impl Iterator<Item = &'a FindingText>) -> String {
    let mut page = "# What is found\n\n| finding | what it looks for |\n|---|---|\n".to_owned();
    for text in texts {
        page.push_str(&format!("| [{0}]({0}.md) | {1} |\n", text.id, text.looks_for.replace('|', "\\|")));
    }
    page.push_str(LEFT_OUT);
    page
}

/// How a document leaves findings out.
const LEFT_OUT: &str = include_str!("page/left_out.md");

/// An example between fences longer than any in it.
fn fenced(text: &str) -> String {
    let longest = text.lines().map(|line| line.bytes().take_while(|b| *b == b'`').count()).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}markdown\n{}\n{fence}\n", text.trim())
}
