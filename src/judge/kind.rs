//! Title, headings, labels, columns and facts → the kind of an artifact.

use crate::document::{BlockKind, Document};
use crate::facts::{Facts, Method};
use crate::rubric::Rubric;

/// The kind that an artifact is most like, and whether it is like it at all.
pub(crate) fn detect(rubric: &Rubric, doc: &Document<'_>, facts: &Facts) -> (usize, bool) {
    let mut best = (0, f64::MIN);
    let title = doc.title().unwrap_or_default().to_lowercase();
    let names = names(doc);
    for (at, kind) in rubric.kinds.iter().enumerate() {
        let in_title = kind.cues.iter().filter(|cue| holds(&title, cue)).count().min(2) as f64;
        let in_names = kind.cues.iter().filter(|cue| holds(&names, cue)).count().min(6) as f64;
        let score = in_title * 3.0 + in_names + by_facts(&kind.id, facts);
        if score > best.1 {
            best = (at, score);
        }
    }
    (best.0, best.1 >= 1.5)
}

/// What the facts say for a kind.
fn by_facts(kind: &str, facts: &Facts) -> f64 {
    let some = |count: usize, enough: usize, worth: f64| if count >= enough { worth } else { 0.0 };
    let scored = facts.score_tables.iter().filter(|t| t.method != Method::Comparison).count();
    match kind {
        "prioritization" => {
            some(scored, 1, 3.0) + some(facts.options.len(), 4, 1.0) + some(facts.decision.criteria.len(), 3, 1.0)
        }
        "experiment-design" => {
            some(facts.experiment.sample.len(), 1, 1.5)
                + some(facts.experiment.rules.len(), 1, 1.0)
                + some(facts.hypotheses.len(), 1, 0.5)
        }
        "discovery-brief" => some(facts.evidence.items.len(), 8, 1.5) + some(facts.evidence.sources.len(), 2, 0.5),
        "activation-case" => some(facts.funnel.len(), 3, 1.5),
        "metrics-framework" => {
            some(facts.metrics.len(), 5, 1.5)
                + some(facts.metrics.iter().filter(|m| m.formula.is_some()).count(), 2, 1.5)
        }
        "prd-lite" => some(facts.requirements.len(), 5, 1.0) + 0.6,
        "roadmap-memo" => some(facts.scope.milestones.len(), 6, 1.0) + some(facts.decision.deferred.len(), 2, 0.5),
        _ => 0.0,
    }
}

/// Headings, labels and column headers, in lower case.
fn names(doc: &Document<'_>) -> String {
    let mut names = String::new();
    for block in &doc.blocks {
        let range = match block.kind {
            BlockKind::Heading(_) => Some(block.text),
            BlockKind::Cell { table, row: 0, .. } if doc.tables[table as usize].header => Some(block.text),
            _ => block.label,
        };
        if let Some(range) = range {
            names.push_str(&doc.lower[range.start as usize..range.end as usize]);
            names.push('\n');
        }
    }
    names
}

/// True when a phrase stands in a text as whole words.
fn holds(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
