//! Rules, set beforehand, for what is done with each result.

use super::{around, in_experiment, is_cell, technical};
use crate::document::{BlockKind, SentenceId};
use crate::facts::Words;
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::span::TextRange;

pub(super) fn read(reading: &Reading<'_>) -> Vec<Words> {
    let mut rules: Vec<Words> =
        reading.sentences().filter(|&s| rules_out(reading, s)).map(|s| super::with_label(reading, s)).collect();
    let doc = reading.doc;
    for table in doc.tables.iter().filter(|t| t.header && t.columns > 1) {
        let Some(first) = table.cells.iter().flatten().next().copied() else { continue };
        let titled = reading.heading(table.section).union(&reading.lead(first)).has(Concept::RuleTitle);
        let column =
            |concept| (0..table.columns).any(|c| table.cell(0, c).is_some_and(|h| reading.whole(h).has(concept)));
        if !column(Concept::RuleColumn) || !(titled || column(Concept::ResultColumn)) {
            continue;
        }
        for row in 1..table.rows {
            let cells = (0..table.columns).filter_map(|c| table.cell(row, c)).filter_map(|c| reading.words_of_block(c));
            let whole = cells.reduce(|a, b| Words { text: a.text.cover(b.text), ..a });
            rules.extend(whole.filter(|w| w.text.len() > 12));
        }
    }
    rules.sort_by_key(|words| words.text);
    rules
}

fn rules_out(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let s = &reading.doc.sentences[sentence as usize];
    let set = reading.concepts(sentence);
    if s.question || is_cell(reading, s.block) || reading.length(sentence) < 5 || technical(reading, s.block) {
        return false;
    }
    let condition = set.has(Concept::IfAny) || set.has(Concept::IfStart);
    if !(condition || reading.label(s.block).has(Concept::Verdict)) {
        return false;
    }
    let titled = around(reading, s.block).has(Concept::RuleTitle);
    let verdict = set.has(Concept::Verdict) || reading.label(s.block).has(Concept::Verdict);
    let threshold = !reading.quantities(sentence).is_empty()
        || set.has_any(&[Concept::GuardLimit, Concept::TargetCue, Concept::MeasureNoun]);
    let past = set.has_any(&[Concept::PastDoing, Concept::PastResult]);
    if titled {
        return (verdict || threshold)
            && !past
            && matches!(reading.doc.blocks[s.block as usize].kind, BlockKind::Item | BlockKind::Paragraph);
    }
    let measured = !reading.quantities(sentence).is_empty()
        && (set.has_any(&[Concept::MeasureNoun, Concept::MeasureHead]) || compares(reading, sentence));
    condition && verdict && !past && (measured || (threshold && in_experiment(reading, s.block)))
}

/// True when a quantity stands behind words of comparison.
fn compares(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    reading.quantities(sentence).iter().any(|q| {
        q.bound.is_some()
            || reading.hits(sentence).iter().any(|h| {
                matches!(h.concept, Concept::GuardLimit | Concept::TargetCue)
                    && TextRange::new(h.text.start, h.text.end + 14).overlaps(q.text)
            })
    })
}
