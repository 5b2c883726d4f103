//! A piece of work that is planned before what it waits for.

use std::collections::BTreeSet;

use super::explained::gives_reason;
use super::{Case, Hit};
use crate::document::{BlockId, BlockKind, SentenceId};
use crate::facts::plan::{Need, Step};
use crate::lexicon::Concept;

/// Most of these that are looked at: beyond, the plan as a whole is in another order than its needs.
const MOST: usize = 50;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let plan = &case.facts.plan;
    let steps = |need: &Need| Some((plan.steps.get(need.step as usize)?, plan.steps.get(need.on as usize)?));
    let mut hits = Vec::new();
    let mut looked = 0;
    let mut reasons: Option<Vec<&str>> = None;
    for need in &plan.needs {
        let Some((step, on)) = steps(need).filter(|_| looked < MOST) else { continue };
        let early = step.places.iter().all(|place| on.places.iter().all(|other| place.is_before(other)));
        let (Some(place), Some(other)) = (step.places.first(), on.places.first()) else { continue };
        if early && !is_bridged(case, step) {
            looked += 1;
            let (one, two) = (case.doc.lower_str(step.name.text), case.doc.lower_str(on.name.text));
            let said = reasons.get_or_insert_with(|| reasons_in(case));
            if said.iter().any(|text| text.contains(one) && text.contains(two)) {
                continue;
            }
            let name = super::one_line(case.doc.str(on.name.text));
            let hit = case.hit(step.name.text).with("on", name);
            let hit = hit.beside("waits", case.doc.span_of(need.words.text));
            let hit = hit.beside("when", case.doc.span_of(place.words.text));
            hits.push(hit.beside("later", case.doc.span_of(other.words.text)));
        }
    }
    hits.sort_by_key(|hit| hit.span);
    hits
}

/// The row or the item of a step says how it does without what it waits for.
fn is_bridged(case: &Case<'_>, step: &Step) -> bool {
    let doc = case.doc;
    let says = |block: BlockId| case.reading.whole(block).has(Concept::NeedsBridged);
    match doc.blocks[step.name.block as usize].kind {
        BlockKind::Cell { table, row, .. } => {
            let table = &doc.tables[table as usize];
            (0..table.columns).filter_map(|column| table.cell(row, column)).any(says)
        }
        _ => says(step.name.block),
    }
}

/// Sentences outside of tables that give a reason, and are not what tells the needs.
fn reasons_in<'c>(case: &'c Case<'_>) -> Vec<&'c str> {
    let doc = case.doc;
    let told: BTreeSet<SentenceId> = case.facts.plan.needs.iter().map(|need| need.words.sentence).collect();
    let loose = case.reading.sentences().filter(|sentence| {
        let block = &doc.blocks[case.reading.block_of(*sentence) as usize];
        !told.contains(sentence) && !matches!(block.kind, BlockKind::Cell { .. })
    });
    loose.map(|s| doc.lower_str(doc.sentences[s as usize].text)).filter(|text| gives_reason(text)).collect()
}
