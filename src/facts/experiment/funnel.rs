//! Steps of a funnel with their conversions or counts.

use super::is_cell;
use crate::document::{BlockId, BlockKind, SentenceId, Table};
use crate::facts::{FunnelStep, Words};
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind};
use crate::span::TextRange;

pub(super) fn read(reading: &Reading<'_>) -> Vec<FunnelStep> {
    let mut steps = Vec::new();
    for table in reading.doc.tables.iter().filter(|t| t.header && t.columns > 1 && t.rows > 2) {
        from_table(reading, table, &mut steps);
    }
    for sentence in reading.sentences() {
        from_sentence(reading, sentence, &mut steps);
    }
    steps.sort_by_key(|step| step.words.text);
    steps
}

fn from_table(reading: &Reading<'_>, table: &Table, steps: &mut Vec<FunnelStep>) {
    let Some(first) = table.cell(0, 0).or(table.cell(1, 0)) else { return };
    let titled = reading.heading(table.section).union(&reading.lead(first)).has(Concept::FunnelTitle);
    let header = |c: u32| table.cell(0, c).map(|h| reading.whole(h)).unwrap_or_default();
    let stepped = header(0).has_any(&[Concept::StepTitle, Concept::FunnelTitle]);
    let figured = (1..table.columns).any(|c| header(c).has(Concept::StepFigure));
    let figures: Vec<u32> = (1..table.columns).filter(|&c| mostly_figures(reading, table, c)).collect();
    let shares = figures.iter().any(|&c| mostly(reading, table, c, |q| q.kind == QuantityKind::Percent));
    if figures.is_empty()
        || !(titled && (stepped || figured) || stepped && (shares || figured && header(0).has(Concept::FunnelTitle)))
    {
        return;
    }
    for row in 1..table.rows {
        let Some(name) = table.cell(row, 0).and_then(|c| reading.words_of_block(c)) else { continue };
        let mut step = FunnelStep { words: name, rate: None, count: None };
        for &column in &figures {
            let Some(cell) = table.cell(row, column) else { continue };
            figure(cell_quantities(reading, cell), &mut step);
            step.words.text = step.words.text.cover(reading.doc.blocks[cell as usize].text);
        }
        if step.rate.is_some() || step.count.is_some() {
            steps.push(step);
        }
    }
}

fn cell_quantities<'r>(reading: &'r Reading<'_>, cell: BlockId) -> &'r [Quantity] {
    let sentences = &reading.doc.blocks[cell as usize].sentences;
    if sentences.is_empty() { &[] } else { reading.quantities(sentences.start) }
}

fn mostly_figures(reading: &Reading<'_>, table: &Table, column: u32) -> bool {
    mostly(reading, table, column, |q| {
        matches!(q.kind, QuantityKind::Percent | QuantityKind::Number | QuantityKind::OfTotal { .. })
    })
}

/// True when more than half of the cells below the header hold such a quantity and little else.
fn mostly(reading: &Reading<'_>, table: &Table, column: u32, wanted: impl Fn(&Quantity) -> bool) -> bool {
    let held = (1..table.rows)
        .filter_map(|row| table.cell(row, column))
        .filter(|&cell| {
            let sentences = &reading.doc.blocks[cell as usize].sentences;
            !sentences.is_empty()
                && reading.length(sentences.start) <= 5
                && reading.quantities(sentences.start).first().is_some_and(&wanted)
        })
        .count() as u32;
    held * 2 >= table.rows - 1
}

/// Takes the first rate and the first count out of quantities.
fn figure(quantities: &[Quantity], step: &mut FunnelStep) {
    for quantity in quantities {
        match quantity.kind {
            QuantityKind::Percent => step.rate = step.rate.or(Some(quantity.value)),
            QuantityKind::Number => step.count = step.count.or(Some(quantity.value)),
            QuantityKind::OfTotal { of } if of > 0.0 => {
                step.count = step.count.or(Some(quantity.value));
                step.rate = step.rate.or(Some(quantity.value / of * 100.0));
            }
            _ => {}
        }
    }
}

fn from_sentence(reading: &Reading<'_>, sentence: SentenceId, steps: &mut Vec<FunnelStep>) {
    let s = &reading.doc.sentences[sentence as usize];
    if is_cell(reading, s.block) || s.question {
        return;
    }
    let frame = reading
        .labels_over(s.block)
        .union(&reading.lead(s.block))
        .union(reading.heading(reading.doc.blocks[s.block as usize].section));
    let titled = frame.has(Concept::FunnelTitle);
    let set = reading.concepts(sentence);
    let quantities = reading.quantities(sentence);
    let item = matches!(reading.doc.blocks[s.block as usize].kind, BlockKind::Item);
    if titled && item && reading.doc.str(s.text).contains(['→', '➔', '⇒', '>']) && reading.length(sentence) >= 3 {
        let mut step = FunnelStep { words: super::with_label(reading, sentence), rate: None, count: None };
        figure(quantities, &mut step);
        steps.push(step);
        return;
    }
    let chained = set.has(Concept::StepChain) && quantities.iter().filter(|q| counts(q)).count() >= 2;
    let lost = set.has(Concept::StepLoss) && quantities.iter().any(|q| q.kind == QuantityKind::Percent);
    let follows = steps.last().is_some_and(|last| last.words.block == s.block) && set.has(Concept::StepChain);
    if !(titled || chained || lost || follows)
        || !set.has_any(&[Concept::StepVerb, Concept::StepLoss])
        || !(set.has(Concept::FlowPeople) || lost || titled && item)
    {
        return;
    }
    for clause in clauses(reading, sentence) {
        let inside = |range: TextRange| clause.contains(range);
        let own = quantities.iter().filter(|q| counts(q) && inside(q.text));
        let told = reading
            .hits(sentence)
            .iter()
            .any(|h| matches!(h.concept, Concept::StepVerb | Concept::StepLoss) && inside(h.text));
        let mut step = FunnelStep { words: Words { text: clause, sentence, block: s.block }, rate: None, count: None };
        own.for_each(|q| figure(std::slice::from_ref(q), &mut step));
        if told && (step.rate.is_some() || step.count.is_some()) {
            steps.push(step);
        }
    }
}

/// True for what can be the number or the share of those who take a step.
fn counts(quantity: &Quantity) -> bool {
    matches!(quantity.kind, QuantityKind::Percent | QuantityKind::OfTotal { .. })
        || (quantity.kind == QuantityKind::Number && (quantity.value >= 10.0 || !quantity.spelled))
}

/// The parts of a sentence between commas, semicolons and colons.
fn clauses(reading: &Reading<'_>, sentence: SentenceId) -> Vec<TextRange> {
    let text = reading.doc.sentences[sentence as usize].text;
    let mut parts = Vec::new();
    let mut start = text.start;
    for (at, mark) in reading
        .doc
        .str(text)
        .match_indices([',', ';', ':'])
        .filter(|(at, _)| reading.doc.str(text)[at + 1..].starts_with(' '))
        .map(|(at, mark)| (text.start + at as u32, mark.len() as u32))
    {
        parts.push(TextRange::new(start, at));
        start = at + mark;
    }
    parts.push(TextRange::new(start, text.end));
    parts.into_iter().filter(|part| part.len() > 8).map(|part| reading.words_in(sentence, part).text).collect()
}
