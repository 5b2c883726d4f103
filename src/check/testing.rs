//! A text → what a check finds in it.

use super::{CHECKS, Case, Hit};
use crate::document::Document;
use crate::facts::Facts;
use crate::lexicon::Lexicon;
use crate::mention::Reading;
use crate::source::Source;

/// What a check finds in a text.
pub(super) fn hits(rule: &str, text: &str) -> Vec<Hit> {
    hits_with(rule, text, |_, _| {})
}

/// What a check finds in a text after its facts were changed.
pub(super) fn hits_with(rule: &str, text: &str, change: impl Fn(&Reading<'_>, &mut Facts)) -> Vec<Hit> {
    let source = Source::from_text(text);
    let doc = Document::read(&source);
    let reading = Reading::of(&doc, &Lexicon::embedded());
    let mut facts = Facts::read(&reading, &crate::facts::weighed::Weights::embedded());
    change(&reading, &mut facts);
    let check = CHECKS.iter().find(|check| check.id == rule).unwrap();
    // No check looks at what clarity goes by.
    let clarity = &crate::signal::ClarityLimits::default();
    (check.run)(&Case { doc: &doc, reading: &reading, facts: &facts, kind: "prd-lite", clarity })
}

/// The words of what a check finds in a text.
pub(super) fn found(rule: &str, text: &str) -> Vec<String> {
    hits(rule, text).into_iter().map(|hit| hit.words).collect()
}
