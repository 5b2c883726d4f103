//! Tables that show scores and were not read as options: a list of work with its scores, or criteria with their weights.

use super::weights::is_weight_row;
use super::{Grid, roles::Roles};
use crate::document::{BlockId, Document};
use crate::facts::{Method, ScoreTable};

/// Lays a table out as a score table, where its titles name a method, or a score beside a rank or weights.
pub(super) fn of(doc: &Document<'_>, index: u32) -> Option<ScoreTable> {
    let table = doc.tables.get(index as usize)?;
    if !table.header || table.rows < 3 || table.columns < 2 {
        return None;
    }
    let top: Vec<BlockId> = (1..table.columns).filter_map(|column| table.cell(0, column)).collect();
    let transposed = top.iter().any(|&cell| is_weight_row(doc, cell));
    let mut scores = ScoreTable {
        table: index,
        method: Method::Comparison,
        options: Vec::new(),
        criteria: Vec::new(),
        transposed,
        score: None,
        rank: None,
    };
    if transposed {
        scores.options = top;
        scores.criteria = (1..table.rows).filter_map(|row| table.cell(row, 0)).collect();
    } else {
        // A first column that counts, `#` or `Rank`, does not name anything.
        let counts = |column: u32| {
            let cells = (1..table.rows).filter_map(|row| table.cell(row, column));
            cells.into_iter().all(|cell| !doc.str(doc.blocks[cell as usize].text).chars().any(char::is_alphabetic))
        };
        let names = u32::from(counts(0));
        scores.options = (1..table.rows).filter_map(|row| table.cell(row, names)).collect();
        scores.criteria = (0..table.columns).filter(|&c| c != names).filter_map(|c| table.cell(0, c)).collect();
    }
    let roles = Roles::of(&Grid { doc, table, scores: &scores });
    let shown = roles.score.is_some() && (transposed || roles.named.is_some() || roles.rank.is_some());
    (shown && scores.options.len() > 1 && !roles.open).then_some(scores)
}
