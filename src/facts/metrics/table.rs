//! Tables that name measures, with their values side by side.

use super::ground::{Ground, role_of};
use super::value::{self, Values};
use super::{Found, name};
use crate::document::{BlockId, SentenceId, Table};
use crate::facts::{MetricRole, Words};
use crate::lexicon::Concept;
use crate::mention::{ConceptSet, Reading};

/// Which column says what.
#[derive(Debug, Default, Clone, Copy)]
struct Columns {
    name: Option<u32>,
    baseline: Option<u32>,
    target: Option<u32>,
    timeframe: Option<u32>,
    source: Option<u32>,
    owner: Option<u32>,
    formula: Option<u32>,
    guardrail: Option<u32>,
    /// What each is for.
    role: Option<u32>,
    /// The column of the only values, which the lines around the table call those of today.
    value: Option<u32>,
}

pub(super) fn read(found: &mut Found<'_, '_>) {
    let doc = found.reading.doc;
    for table in &doc.tables {
        let Some(first) = table.cells.iter().flatten().next().copied() else { continue };
        let (ground, role) = found.grounds.at(found.reading, first);
        if table.header {
            let columns = columns(found.reading, table, ground);
            if columns.name.is_some() || columns.guardrail.is_some() {
                rows(found, table, columns, role);
            }
        }
    }
}

fn columns(reading: &Reading<'_>, table: &Table, ground: Ground) -> Columns {
    let mut found = Columns::default();
    let mut others = 0;
    let title_of = |column| table.cell(0, column).map(|header| reading.whole(header)).unwrap_or_default();
    // In "Goal | Metric | Target" the goal is no value, and nor is it in "# | Goal | Metric | Target".
    let named = (1..table.columns).find(|&column| title_of(column).has(Concept::MeasureColumn));
    let aimed_later = named.is_some_and(|n| (n + 1..table.columns).any(|c| title_of(c).has(Concept::TargetLabel)));
    let goal = |column: u32| named.is_some_and(|n| column == 0 || (column < n && aimed_later));
    let around =
        table.cell(0, 0).map(|cell| reading.lead(cell)).unwrap_or_default().union(reading.heading(table.section));
    let observed = around.has(Concept::ObservedTitle) && !around.has(Concept::MeasureTitle);
    for column in 0..table.columns {
        let Some(header) = table.cell(0, column) else { continue };
        let title = reading.whole(header);
        let take = |slot: &mut Option<u32>| {
            if slot.is_none() {
                *slot = Some(column);
            }
        };
        if title.has(Concept::GuardrailTitle) {
            take(&mut found.guardrail);
        } else if goal(column) && (column == 0 || title.has(Concept::TargetLabel)) {
            continue;
        } else if title.has(Concept::BaselineLabel) {
            take(&mut found.baseline);
        } else if title.has(Concept::TargetLabel) && !(observed && title.has(Concept::AfterLabel)) {
            take(&mut found.target);
        } else if title.has(Concept::MeasureColumn) {
            take(&mut found.name);
        } else if column > 0 && title.has(Concept::RoleColumn) {
            take(&mut found.role);
        } else if title.has(Concept::WhenLabel) {
            take(&mut found.timeframe);
        } else if title.has(Concept::OwnerLabel) {
            take(&mut found.owner);
        } else if title.has(Concept::SourceLabel) {
            take(&mut found.source);
        } else if title.has(Concept::FormulaLabel) {
            take(&mut found.formula);
        } else if found.target.is_none() && found.baseline.is_some() && is_date(reading, header) {
            found.target = Some(column);
            found.timeframe = found.timeframe.or(Some(column));
        } else if title.has_any(&[
            Concept::TitleOptions,
            Concept::TitleMitigation,
            Concept::TitleRisks,
            Concept::TitleCost,
        ]) {
            others += 1;
        } else if column > 0 && found.value.is_none() {
            found.value = Some(column);
        }
    }
    let valued = found.baseline.is_some() && found.target.is_some();
    let told = found.baseline.is_some() || found.target.is_some() || found.formula.is_some();
    // "Step | Counted as | Rate | Aim | Owner": what is aimed at, and counted or owned, is measured.
    let kept = found.target.is_some() && (found.formula.is_some() || found.owner.is_some() && found.source.is_some());
    if found.name.is_none() && others == 0 && (valued || kept || (ground == Ground::Measures && told)) {
        found.name = Some(0).filter(|c| {
            ![found.baseline, found.target, found.timeframe, found.source, found.owner, found.formula]
                .contains(&Some(*c))
        });
    }
    if others > 0 && !valued && ground != Ground::Measures {
        return Columns::default();
    }
    found
}

fn is_date(reading: &Reading<'_>, header: BlockId) -> bool {
    let sentences = &reading.doc.blocks[header as usize].sentences;
    reading.length(sentences.start) <= 3
        && sentences.clone().any(|s| reading.quantities(s).iter().any(|q| q.kind.is_date()))
}

fn rows(found: &mut Found<'_, '_>, table: &Table, columns: Columns, role: MetricRole) {
    let reading = found.reading;
    let today = columns.name.and_then(|c| table.cell(0, c)).is_some_and(|cell| {
        let around = reading.lead(cell).union(reading.heading(table.section));
        around.has(Concept::BaselineLabel)
    });
    for row in 1..table.rows {
        let cell = |column: Option<u32>| column.and_then(|c| table.cell(row, c)).and_then(|b| said(reading, b));
        if let Some(guardrail) = cell(columns.guardrail).filter(|w| named(reading, *w)) {
            found.add(guardrail, MetricRole::Guardrail, Values::default());
        }
        let Some(name) = cell(columns.name).filter(|w| named(reading, *w)) else { continue };
        let own = first_cell(reading, table, row);
        let told = columns.role.and_then(|c| table.cell(row, c)).map(|c| reading.whole(c)).unwrap_or_default();
        let role = role_of(&told, role_of(&own, role));
        let mut values = value::values(reading, name.sentence, tail(reading, name));
        let value = |words: Option<Words>| words.filter(|w| has_value(reading, *w));
        values.baseline = cell(columns.baseline).filter(|w| has_value(reading, *w)).or(values.baseline);
        if today && values.baseline.is_none() {
            values.baseline = value(cell(columns.value));
        }
        if let Some(target) = cell(columns.target).filter(|w| says_something(reading, *w)) {
            // A target cell may hold the whole path: from the value today to the one aimed at, and by when.
            let inside = value::values(reading, target.sentence, target.text);
            values.baseline = values.baseline.or(inside.baseline.filter(|_| inside.target.is_some()));
            values.timeframe = values.timeframe.or(inside.timeframe);
            values.target = Some(target);
        }
        values.timeframe = if columns.timeframe == columns.target {
            columns
                .timeframe
                .and_then(|c| table.cell(0, c))
                .and_then(|b| said(reading, b))
                .filter(|_| values.target.is_some())
        } else {
            cell(columns.timeframe)
        }
        .or(values.timeframe);
        let short = reading.words_in(name.sentence, name::clause(reading, name.sentence, name.text.start));
        let at = found.add(short, role, values);
        let metric = &mut found.metrics[at];
        metric.source = metric.source.or(cell(columns.source));
        metric.owner = metric.owner.or(cell(columns.owner));
        metric.formula = metric.formula.or(cell(columns.formula));
    }
    for cell in table.cells.iter().flatten() {
        found.done[*cell as usize] = true;
    }
}

/// What stands after the name in its own cell.
fn tail(reading: &Reading<'_>, name: Words) -> crate::span::TextRange {
    let end = name::clause(reading, name.sentence, name.text.start).end;
    crate::span::TextRange::new(end, name.text.end.max(end))
}

/// The words of a cell, unless they are a placeholder or nothing.
fn said(reading: &Reading<'_>, block: BlockId) -> Option<Words> {
    let words = reading.words_of_block(block)?;
    let sentence = &reading.doc.sentences[words.sentence as usize];
    (!sentence.placeholder && !reading.doc.blocks[block as usize].struck).then_some(words)
}

/// True for a cell that can name a measure: words, and not too many.
fn named(reading: &Reading<'_>, words: Words) -> bool {
    (1..=20).contains(&reading.length(words.sentence))
        && reading.doc.str(words.text).chars().any(char::is_alphabetic)
        && !name::opens_with_code(reading, words.sentence)
}

fn has_value(reading: &Reading<'_>, words: Words) -> bool {
    reading.quantities(words.sentence).iter().any(value::is_value)
}

/// A target may be told in words ("no change", "positive").
fn says_something(reading: &Reading<'_>, words: Words) -> bool {
    has_value(reading, words) || (2..=12).contains(&reading.length(words.sentence))
}

fn first_cell(reading: &Reading<'_>, table: &Table, row: u32) -> ConceptSet {
    table.cell(row, 0).map_or_else(ConceptSet::default, |cell| reading.whole(cell))
}

/// The first sentence of a block.
pub(super) fn first_sentence(reading: &Reading<'_>, block: BlockId) -> Option<SentenceId> {
    let sentences = &reading.doc.blocks[block as usize].sentences;
    (!sentences.is_empty()).then_some(sentences.start)
}
