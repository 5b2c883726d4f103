//! Weights of criteria: in titles (`Reach (40%)`), in a row or column of their own, or in a list of what counts how much.

use super::model::Weighing;
use super::roles::Roles;
use super::{Grid, Number, cell};
use crate::document::{Block, BlockId, BlockKind, Document, SentenceId, Table};
use crate::facts::ScoreTable;
use crate::lexicon::{Concept, lists};
use crate::mention::Reading;
use crate::mention::quantity::QuantityKind;
use crate::span::TextRange;

/// Weights that are shares of one whole.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    /// Each weight, in per cent.
    pub weights: Vec<Weight>,
}

/// A weight of a criterion.
#[derive(Debug, Clone, Copy)]
pub struct Weight {
    /// The words that state it.
    pub place: TextRange,
    /// In per cent.
    pub percent: f64,
}

impl Weights {
    /// The sum, in per cent.
    pub fn sum(&self) -> f64 {
        self.weights.iter().map(|weight| weight.percent).sum()
    }
}

/// True for the name of a row or column that holds weights.
pub(super) fn is_weight_row(doc: &Document<'_>, name: BlockId) -> bool {
    is_weight_title(doc.lower_str(doc.blocks[name as usize].text))
}

fn is_weight_title(title: &str) -> bool {
    let name = title.split(['(', ',', ':']).next().unwrap_or_default().trim();
    ["weight", "weights", "weighting", "weight %", "% weight", "criteria weight", "criterion weight"].contains(&name)
}

/// The criteria of a table with their weights, when every number that is no score and no rank has one.
pub(super) fn of_criteria(grid: &Grid<'_, '_>, roles: &Roles) -> Option<Vec<(usize, Weighing)>> {
    let row = grid.scores.options.iter().copied().find(|&option| is_weight_row(grid.doc, option));
    let mut weighted = Vec::new();
    let option = grid.scores.options.iter().copied().find(|&option| Some(option) != row)?;
    for criterion in (0..grid.scores.criteria.len()).filter(|&c| Some(c) != roles.score && Some(c) != roles.rank) {
        let weight = match row {
            Some(row) => grid.number(row, criterion).map(|(number, _)| share(grid.doc, &number)),
            None => in_title(grid.title(criterion)).and_then(|(value, percent)| {
                let &cell = grid.scores.criteria.get(criterion)?;
                Some(Weighing { value, percent, place: grid.doc.blocks[cell as usize].text })
            }),
        };
        match weight {
            Some(weight) => weighted.push((criterion, weight)),
            None if grid.number(option, criterion).is_some() => return None,
            None => {}
        }
    }
    (weighted.len() > 1).then_some(weighted)
}

fn share(doc: &Document<'_>, number: &Number) -> Weighing {
    let value = if number.percent { number.value / 100.0 } else { number.value };
    Weighing { value, percent: number.percent, place: doc.blocks[number.block as usize].text }
}

/// The weight that a title carries, and whether in per cent: `reach (30%)`, `fit ×3`, `risk (weight: 2)`.
fn in_title(title: &str) -> Option<(f64, bool)> {
    let (name, rest) = title.split_once(['(', '×', '['])?;
    let rest = rest.trim_end_matches([')', ']']).trim();
    let rest = rest.strip_prefix("weight").map_or(rest, |rest| rest.trim_start_matches([':', ' ', '=']));
    let rest = rest.trim_start_matches(['×', 'x']).trim();
    let shown = cell::read(rest)?;
    let marked = shown.percent || title.contains(['×']) || title.contains("weight") || title.contains("(x");
    (marked && shown.unit.is_empty() && !name.trim().is_empty())
        .then(|| (if shown.percent { shown.value / 100.0 } else { shown.value }, shown.percent))
}

/// Every set of weights that are shares of one whole.
pub(in crate::facts) fn read(reading: &Reading<'_>, scores: &[ScoreTable]) -> Vec<Weights> {
    let doc = reading.doc;
    let titled = scores.iter().filter_map(|scores| of_titles(doc, scores));
    let tables = doc.tables.iter().filter_map(|table| of_table(doc, table));
    let lists = doc.lists.iter().filter_map(|list| {
        let titles = [list.lead, doc.sections[list.section as usize].heading];
        let weighing = |title: &BlockId| {
            let title = doc.lower_str(doc.blocks[*title as usize].text);
            title.contains("weights") || title.contains("weighting") || title.contains("weighted criteria")
        };
        let told = titles.into_iter().flatten().any(|title| weighing(&title));
        (told && list.depth == 0).then(|| of_items(doc, &list.items)).flatten()
    });
    let known = |at: usize| scores.iter().any(|scores| scores.table as usize == at);
    let marked = doc.tables.iter().enumerate().filter(|(at, table)| table.header && !known(*at));
    let marked = marked.filter_map(|(_, table)| of_marks(doc, table));
    let told = reading.sentences().filter(|&s| reading.quantities(s).len() > 2 && reading.says(s, Concept::Weighs));
    let told = told.filter_map(|s| of_sentence(reading, s));
    let mut all: Vec<Weights> = titled.chain(tables).chain(lists).chain(marked).chain(told).collect();
    all.sort_by_key(|weights| weights.weights.first().map(|weight| weight.place));
    all
}

/// Weights in the titles of criteria, in per cent.
fn of_titles(doc: &Document<'_>, scores: &ScoreTable) -> Option<Weights> {
    if scores.score.is_none() && !has_marks(doc, scores) {
        return None;
    }
    let percent = |&block: &BlockId| {
        let title = doc.lower_str(doc.blocks[block as usize].text);
        let percent = title.contains('%').then(|| in_title(title)).flatten()?.0 * 100.0;
        Some(Weight { place: doc.blocks[block as usize].text, percent })
    };
    let weights: Vec<Weight> = scores.criteria.iter().filter_map(percent).collect();
    (weights.len() > 1).then_some(Weights { weights })
}

/// Options are marked, each by a small number under every title that holds a per cent sign: what is counted is no mark.
fn has_marks(doc: &Document<'_>, scores: &ScoreTable) -> bool {
    let table = doc.tables.get(scores.table as usize).filter(|table| table.rows > 2 && !scores.transposed);
    table.is_some_and(|table| {
        scores.criteria.iter().all(|&title| {
            let block = &doc.blocks[title as usize];
            let BlockKind::Cell { column, .. } = block.kind else { return false };
            !doc.str(block.text).contains('%') || (1..table.rows).all(|row| is_mark(doc, table.cell(row, column)))
        })
    })
}

/// A cell holds nothing but a number of one of the usual scales.
fn is_mark(doc: &Document<'_>, cell: Option<BlockId>) -> bool {
    let shown = cell.and_then(|cell| cell::read(doc.lower_str(doc.blocks[cell as usize].text)));
    shown.is_some_and(|shown| shown.value <= HIGHEST_MARK && !shown.percent && shown.unit.is_empty())
}

/// Weights in the titles of a table of marks whose scores stand nowhere: three titles with a share or more, over marks alone.
fn of_marks(doc: &Document<'_>, table: &Table) -> Option<Weights> {
    let mut weights = Vec::new();
    for column in 1..table.columns {
        let place = doc.blocks[table.cell(0, column)? as usize].text;
        let title = doc.lower_str(place);
        let Some((value, true)) = title.contains('%').then(|| in_title(title)).flatten() else { continue };
        if !(1..table.rows).all(|row| is_mark(doc, table.cell(row, column))) {
            return None;
        }
        weights.push(Weight { place, percent: value * 100.0 });
    }
    (weights.len() > 2 && table.rows > 2).then_some(Weights { weights })
}

/// `We weigh reach 30%, effect 50% and effort 20%`: shares with a name each, parted by commas, and nothing else.
fn of_sentence(reading: &Reading<'_>, sentence: SentenceId) -> Option<Weights> {
    let doc = reading.doc;
    let s = &doc.sentences[sentence as usize];
    let quantities = reading.quantities(sentence);
    let block = &doc.blocks[s.block as usize];
    let gaps = quantities.windows(2).map(|pair| doc.lower_between(pair[0].text.end, pair[1].text.start));
    let parted = gaps.into_iter().all(|gap| {
        let words = gap.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
        (1..=5).contains(&words) && (gap.contains([',', ';', '/', '·']) || gap.contains(" and "))
    });
    let plain = quantities.iter().all(|q| {
        q.kind == QuantityKind::Percent && q.sign.is_none() && q.high.is_none() && !q.ambiguous && !q.approximate
    });
    let ahead = reading.hit(sentence, Concept::Weighs)?.text.start < quantities.first()?.text.start;
    let all = parted && plain && ahead && !s.question && !block.quoted && block.label.is_none();
    let weights = quantities.iter().map(|q| Weight { place: q.text, percent: q.value }).collect();
    all.then_some(Weights { weights })
}

/// The highest mark of the usual scales.
const HIGHEST_MARK: f64 = 10.0;

/// Weights in a row or a column of their own.
fn of_table(doc: &Document<'_>, table: &Table) -> Option<Weights> {
    if !table.header || table.rows < 3 || table.columns < 2 {
        return None;
    }
    let titled = |cell: Option<BlockId>| cell.is_some_and(|cell| is_weight_row(doc, cell));
    let column = (1..table.columns).find(|&column| titled(table.cell(0, column)));
    let row = (1..table.rows).find(|&row| titled(table.cell(row, 0)));
    let (cells, sized): (Vec<Option<BlockId>>, bool) = match (column, row) {
        (Some(column), None) => {
            let totalled = (1..table.rows).any(|row| is_total(doc, table.cell(row, 0)));
            let signed = table.cell(0, column).is_some_and(|c| doc.str(doc.blocks[c as usize].text).contains('%'));
            if totalled {
                return None;
            }
            ((1..table.rows).map(|row| table.cell(row, column)).collect(), signed)
        }
        (None, Some(row)) => {
            let cells = (1..table.columns).filter(|&column| !is_total(doc, table.cell(0, column)));
            (cells.map(|column| table.cell(row, column)).collect(), false)
        }
        _ => return None,
    };
    shares(doc, cells.into_iter().flatten().collect(), sized)
}

/// True for a name that is that of a sum and of nothing else: a criterion may be called "Total cost".
fn is_total(doc: &Document<'_>, cell: Option<BlockId>) -> bool {
    cell.is_some_and(|cell| {
        let name = doc.lower_str(doc.blocks[cell as usize].text);
        let mut words = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).peekable();
        words.peek().is_some() && words.all(|word| lists::TOTAL_NAMES.contains(&word))
    })
}

/// Blocks that hold nothing but a share each: all in per cent, or all below one.
fn shares(doc: &Document<'_>, blocks: Vec<BlockId>, sized: bool) -> Option<Weights> {
    let shown: Vec<cell::Shown<'_>> =
        blocks.iter().map(|&b| cell::read(doc.lower_str(doc.blocks[b as usize].text))).collect::<Option<_>>()?;
    let signed = shown.iter().all(|shown| shown.percent);
    let small = shown.iter().all(|shown| !shown.percent && shown.value < 1.0 && shown.unit.is_empty());
    let bare = sized && shown.iter().all(|shown| !shown.percent && shown.value >= 1.0);
    let by = if signed || bare { 1.0 } else { 100.0 };
    let weights: Vec<Weight> = blocks
        .iter()
        .zip(&shown)
        .map(|(&block, shown)| Weight { place: doc.blocks[block as usize].text, percent: shown.value * by })
        .collect();
    ((signed || small || bare) && weights.len() > 1).then_some(Weights { weights })
}

/// Items that name a criterion and one share each: `Reach: 40%`, `40% reach`.
fn of_items(doc: &Document<'_>, items: &[BlockId]) -> Option<Weights> {
    let weights: Vec<Weight> = items.iter().map(|&item| share_of_item(doc, item)).collect::<Option<_>>()?;
    (weights.len() > 1).then_some(Weights { weights })
}

fn share_of_item(doc: &Document<'_>, item: BlockId) -> Option<Weight> {
    let block: &Block = &doc.blocks[item as usize];
    let text = doc.str(block.text);
    let (before, _) = text.split_once('%')?;
    if block.kind != BlockKind::Item || text.matches('%').count() != 1 {
        return None;
    }
    let number = before.rsplit(|c: char| !c.is_ascii_digit() && c != '.').next()?;
    let percent: f64 = number.parse().ok()?;
    let other = before.strip_suffix(number)?.chars().any(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '+' | '~'));
    (!other).then_some(Weight { place: block.text, percent })
}
