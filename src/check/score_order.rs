//! A rank, or the order of a list, that is not that of the scores.

use super::amount::number;
use super::explained::explains_order;
use super::{Case, Hit};
use crate::document::{BlockKind, SectionId, Table};
use crate::facts::scores::{Row, Scored, says_order};
use crate::lexicon::lists;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let mut hits: Vec<Hit> = case.facts.scored.iter().filter_map(|table| of_table(case, table)).collect();
    for rows in &case.facts.scored_lists {
        let section = rows.first().map(|row| case.doc.blocks[row.name as usize].section);
        hits.extend(section.and_then(|section| of_order(case, rows.iter(), section)));
    }
    hits.sort_by_key(|hit| hit.span);
    hits
}

fn of_table(case: &Case<'_>, scored: &Scored) -> Option<Hit> {
    let table = &case.doc.tables[scored.table as usize];
    if gives_reasons(case, table) {
        return None;
    }
    let mut ranked: Vec<(f64, &Row)> = scored.rows.iter().filter_map(|row| Some((row.rank?.value, row))).collect();
    if ranked.is_empty() {
        let titles = [table.lead, case.doc.sections[table.section as usize].heading];
        let told = titles.into_iter().flatten().any(|title| says_order(case.doc, title));
        return told.then(|| of_order(case, scored.rows.iter(), table.section)).flatten();
    }
    // Places are 1, 2, 3; anything else is a class such as a priority.
    ranked.sort_by(|one, other| one.0.total_cmp(&other.0));
    let places = ranked.iter().enumerate().all(|(at, (rank, _))| (rank - (at + 1) as f64).abs() < 1e-9);
    (places && ranked.len() == scored.rows.len())
        .then(|| of_order(case, ranked.iter().map(|(_, row)| *row), table.section))
        .flatten()
}

/// True for a table with a column that says why a row stands where it stands.
pub(super) fn gives_reasons(case: &Case<'_>, table: &Table) -> bool {
    (0..table.columns).filter_map(|column| table.cell(0, column)).any(|title| {
        let title = case.doc.lower_str(case.doc.blocks[title as usize].text);
        lists::ORDER_REASONS.iter().any(|word| title.contains(word))
    })
}

/// The first row that stands above one with a higher score, where most of the order is that of the scores.
fn of_order<'r>(case: &Case<'_>, rows: impl Iterator<Item = &'r Row>, section: SectionId) -> Option<Hit> {
    let rows: Vec<(&Row, f64)> = rows.map(|row| row.score.map(|score| (row, score.value))).collect::<Option<_>>()?;
    let pairs = || rows.windows(2).filter_map(|pair| <&[_; 2]>::try_from(pair).ok());
    let down = pairs().filter(|[upper, lower]| upper.1 > lower.1).count();
    let up = pairs().filter(|[upper, lower]| upper.1 < lower.1).count();
    // From the lowest to the highest is an order as well.
    if up == 0 || up > down || explains_order(case, section) {
        return None;
    }
    let [upper, lower] = pairs().find(|[upper, lower]| upper.1 < lower.1)?;
    let place = |row: &Row| {
        let block = &case.doc.blocks[row.name as usize];
        match (block.kind, block.label) {
            (BlockKind::Item, Some(label)) => label,
            _ => block.text,
        }
    };
    let hit = case.hit(place(upper.0)).with("lower", number(upper.1)).with("higher", number(lower.1));
    let hit = hit.with("other", super::one_line(case.doc.str(place(lower.0))));
    Some(hit.beside("other", case.doc.span_of(place(lower.0))))
}
