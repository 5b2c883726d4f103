//! Several primary measures in one test, each of which may win by chance.

use super::{Case, Hit};
use crate::facts::numbers::{name_words, named_primary};
use crate::facts::{MetricRole, Words};
use crate::lexicon::Concept;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let tested = case.facts.experiment.sample.iter().any(|words| {
        case.reading.says_any(words.sentence, &[Concept::SampleStrong, Concept::SampleCue])
            || case.reading.frame(words.block).has(Concept::SampleTitle)
    });
    let tested = tested || case.reading.written().any(|s| case.reading.says(s, Concept::AnyWins));
    let corrected = || case.reading.written().any(|s| case.reading.says(s, Concept::TestedTogether));
    let mut primaries: Vec<_> = case
        .facts
        .metrics
        .iter()
        .filter(|m| m.role == MetricRole::Primary && named_primary(case.reading, m.name))
        .filter(|m| in_test(case, m.name.block))
        .map(|m| m.name)
        .collect();
    // One line under one title may name them all.
    let listed = case.facts.numbers.primaries.iter().filter(|names| in_test(case, names[0].block));
    if let Some(names) = listed.max_by_key(|names| names.len()) {
        primaries.retain(|name| name.block != names[0].block);
        primaries.extend(names);
    }
    primaries.sort_by_key(|name| name_words(case.doc, name.text));
    primaries.dedup_by_key(|name| name_words(case.doc, name.text));
    primaries.sort_by_key(|name| name.text);
    // Measures of several sections may be those of several tests.
    let section = |name: &Words| case.doc.blocks[name.block as usize].section;
    let one = primaries.windows(2).all(|pair| section(&pair[0]) == section(&pair[1]));
    let (Some(first), true) = (primaries.first(), primaries.len() > 1 && tested && one) else { return Vec::new() };
    if corrected() {
        return Vec::new();
    }
    let hit = case.hit(first.text).with("number", primaries.len().to_string());
    vec![primaries.iter().skip(1).fold(hit, |hit, name| hit.beside("other", case.doc.span_of(name.text)))]
}

/// True for a measure of a test: its section tells of one, or the whole artifact is the plan of one.
fn in_test(case: &Case<'_>, block: u32) -> bool {
    case.kind == "experiment-design" || case.reading.path(block).has(Concept::ExperimentTitle)
}
