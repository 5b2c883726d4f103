//! Texts of one case → what is found across them.

use super::{Part, compare};
use crate::source::Source;

/// Each document a kind and its text after the front matter; each finding its rule, both places and the message.
pub(super) fn found(documents: &[(&str, &str)]) -> Vec<String> {
    use crate::engine::Engine;
    let engine = Engine::embedded();
    let part = |kind: &str, text: &str| -> (String, Part) {
        let source = Source::from_text(format!("---\nkind: {kind}\ncase: Pickup\n---\n{text}"));
        (format!("{kind}.md"), engine.review_in_case(&source, None).1.unwrap())
    };
    let parts = documents.iter().map(|(kind, text)| part(kind, text)).collect();
    let reports = compare(parts, engine.rubric());
    assert_eq!(reports.len(), usize::from(documents.len() > 1));
    let line = |finding: &super::CaseFinding| {
        let [one, two] = finding.places.clone().map(|it| format!("{}:{}:{}", it.path, it.from.line, it.from.column));
        format!("{} {one} {two} {}", finding.rule, finding.message)
    };
    reports.iter().flat_map(|report| &report.findings).map(line).collect()
}
