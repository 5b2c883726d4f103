//! A confidence that is the same in every row of a score.

use super::score_columns::columns;
use super::{Case, Hit};
use crate::facts::scores::Part;
use crate::lexicon::Concept;
use crate::span::TextRange;

/// Fewest rows in which the same confidence says that it was not estimated.
const FEWEST: usize = 3;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let told = || case.reading.sentences().any(|sentence| case.reading.says(sentence, Concept::SameTold));
    let alike: Vec<Vec<TextRange>> = columns(case)
        .into_iter()
        .filter(|column| column.part == Some(Part::Confidence))
        .filter_map(|column| column.cells.into_iter().collect::<Option<Vec<TextRange>>>())
        .filter(|cells| cells.len() >= FEWEST && all_alike(case, cells))
        .collect();
    if alike.is_empty() || told() {
        return Vec::new();
    }
    let hits = alike.iter().filter_map(|cells| {
        let (first, rest) = cells.split_first()?;
        let hit = case.hit(*first).with("rows", cells.len().to_string());
        Some(rest.iter().fold(hit, |hit, cell| hit.beside("other", case.doc.span_of(*cell))))
    });
    hits.collect()
}

/// All hold the same words or numbers, and not what stands for nothing.
fn all_alike(case: &Case<'_>, cells: &[TextRange]) -> bool {
    let said = |cell: &TextRange| case.doc.lower_str(*cell).trim();
    let first = cells.first().map_or("", said);
    first.contains(char::is_alphanumeric)
        && !["n/a", "na", "tbd", "x"].contains(&first)
        && cells.iter().all(|cell| said(cell) == first)
}
