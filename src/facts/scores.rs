//! Score tables → typed rows: the score and the rank shown, and the score that the row's own inputs make.

mod cell;
mod formula;
mod layout;
mod lines;
mod listed;
pub mod listing;
mod model;
mod roles;
pub mod sensitivity;
mod weights;

use super::{Facts, ScoreTable};
use crate::document::{BlockId, BlockKind, Document, Table};
use crate::mention::Reading;
use crate::span::TextRange;
pub use listed::says_order;
pub use model::{Contender, Contest, Given, Ingredient, Recipe, Weighing, Written};
pub use roles::Part;
pub use weights::{Weight, Weights};

/// A score table with its numbers read.
#[derive(Debug, Clone, Default)]
pub struct Scored {
    /// Index in [`crate::document::Document::tables`].
    pub table: u32,
    /// The options, in the order of the table.
    pub rows: Vec<Row>,
    /// What is neither score nor rank, in the order of the table.
    pub criteria: Vec<Criterion>,
}

/// A column (or row) of a score table that is neither its score nor its rank.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// The cell that names it.
    pub title: BlockId,
    /// What it is in a formula.
    pub part: Option<Part>,
    /// Its cell for each of [`Scored::rows`].
    pub cells: Vec<Option<BlockId>>,
}

/// An option of a score table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The cell that names it.
    pub name: BlockId,
    /// Its score.
    pub score: Option<Number>,
    /// Its rank: 1 for the first.
    pub rank: Option<Number>,
    /// The score that its inputs make, on the scale of the table; nothing where that is open.
    pub right: Option<f64>,
    /// What rounding may add to `right`, as a share of it.
    pub slack: f64,
}

/// A number in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// The cell.
    pub block: BlockId,
    /// The number.
    pub value: f64,
    /// What one more in the last digit shown would add.
    pub step: f64,
    /// Written with a per cent sign.
    pub percent: bool,
}

/// What rounding may add to a score, as a share of it.
const ROUNDING: f64 = 0.02;

impl Row {
    /// The score shown and the one that the inputs make, when the two differ.
    pub fn wrong(&self) -> Option<(Number, f64)> {
        let (score, right) = (self.score?, self.right?);
        (!fits(&score, right, self.slack)).then_some((score, right))
    }
}

/// True when a score shown can be a rounded `right`.
fn fits(score: &Number, right: f64, slack: f64) -> bool {
    (score.value - right).abs() <= (score.step / 2.0).max(right.abs() * slack) * (1.0 + 1e-9)
}

impl Facts {
    /// The contest of a table, where a formula makes its scores.
    pub fn contest_of(&self, table: u32) -> Option<&Contest> {
        let at = self.contests.partition_point(|contest| contest.table.is_some_and(|own| own < table));
        self.contests.get(at).filter(|contest| contest.table == Some(table))
    }
}

/// The number that a text is and its unit, where it holds nothing else: `2 pm`, `1.5 wks`.
pub fn amount_in<'d>(doc: &'d Document<'_>, place: TextRange) -> Option<(f64, &'d str)> {
    cell::read(doc.lower_str(place)).filter(|shown| !shown.percent).map(|shown| (shown.value, shown.unit))
}

/// The number that a text is, where it is one number and can be read in one way only.
pub fn number_in(doc: &Document<'_>, place: TextRange) -> Option<Written> {
    let shown = cell::read(doc.lower_str(place))?;
    let bare = shown.unit.is_empty();
    Some(Written { place, value: shown.value, step: shown.step, percent: shown.percent, bare })
}

/// Reads every score table, and every set of weights.
pub(super) fn read(reading: &Reading<'_>, facts: &mut Facts) {
    let doc = reading.doc;
    let mut known = facts.score_tables.iter().map(|table| table.table).collect::<Vec<_>>();
    known.sort_unstable();
    let others = (0..doc.tables.len() as u32).filter(|table| known.binary_search(table).is_err());
    let laid: Vec<ScoreTable> = others.filter_map(|table| layout::of(doc, table)).collect();
    let read = facts.score_tables.iter().chain(&laid).filter_map(|table| of_table(doc, table));
    let (scored, contests): (Vec<Scored>, Vec<Option<Contest>>) = read.unzip();
    facts.scored = scored;
    facts.scored.sort_by_key(|scored| scored.table);
    facts.contests = contests.into_iter().flatten().chain(lines::read(reading)).collect();
    facts.contests.sort_by_key(|contest| {
        (contest.table.is_none(), contest.table, contest.contenders.first().map(|first| first.name))
    });
    facts.scored_lists = listed::read(reading);
    facts.weights = weights::read(reading, &facts.score_tables);
}

fn of_table(doc: &Document<'_>, scores: &ScoreTable) -> Option<(Scored, Option<Contest>)> {
    let table = doc.tables.get(scores.table as usize)?;
    let grid = Grid { doc, table, scores };
    let roles = roles::Roles::of(&grid);
    let score = roles.score?;
    let options: Vec<BlockId> =
        scores.options.iter().copied().filter(|&option| !weights::is_weight_row(doc, option)).collect();
    let row = |&name: &BlockId| {
        let number = |criterion: Option<usize>| criterion.and_then(|c| grid.number(name, c)).map(|(number, _)| number);
        Row { name, score: number(Some(score)), rank: number(roles.rank), right: None, slack: ROUNDING }
    };
    let criteria = (0..scores.criteria.len()).filter(|&c| Some(c) != roles.score && Some(c) != roles.rank);
    let criteria = criteria.map(|criterion| Criterion {
        title: scores.criteria[criterion],
        part: roles.part_of(criterion),
        cells: options.iter().map(|&option| grid.cell(option, criterion)).collect(),
    });
    let mut scored =
        Scored { table: scores.table, rows: options.iter().map(row).collect(), criteria: criteria.collect() };
    let contest = formula::solve(&grid, &roles, &mut scored.rows);
    Some((scored, contest))
}

/// The cells of a score table by option and criterion.
struct Grid<'g, 's> {
    doc: &'g Document<'s>,
    table: &'g Table,
    scores: &'g ScoreTable,
}

impl<'g> Grid<'g, '_> {
    /// The title of a criterion, in lower case.
    fn title(&self, criterion: usize) -> &'g str {
        self.scores.criteria.get(criterion).map_or("", |&cell| self.doc.lower_str(self.doc.blocks[cell as usize].text))
    }

    /// The cell of an option for a criterion.
    fn cell(&self, option: BlockId, criterion: usize) -> Option<BlockId> {
        let place = |block: BlockId| match self.doc.blocks[block as usize].kind {
            BlockKind::Cell { row, column, .. } => Some((row, column)),
            _ => None,
        };
        let (option, criterion) = (place(option)?, place(*self.scores.criteria.get(criterion)?)?);
        if self.scores.transposed {
            self.table.cell(criterion.0, option.1)
        } else {
            self.table.cell(option.0, criterion.1)
        }
    }

    /// The number of an option for a criterion, and its unit.
    fn number(&self, option: BlockId, criterion: usize) -> Option<(Number, &'g str)> {
        let block = self.cell(option, criterion)?;
        let shown = cell::read(self.doc.lower_str(self.doc.blocks[block as usize].text))?;
        let number = Number { block, value: shown.value, step: shown.step, percent: shown.percent };
        Some((number, shown.unit))
    }
}
