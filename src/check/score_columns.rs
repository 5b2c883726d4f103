//! What scores are made of, column by column, whether it stands in a table or in lines.

use super::Case;
use crate::facts::Method;
use crate::facts::scores::Part;
use crate::span::TextRange;

/// One input of every option.
#[derive(Debug)]
pub(super) struct Column {
    /// What it is called, in lower case and without what stands in brackets.
    pub(super) name: String,
    /// Where it is named.
    pub(super) title: Option<TextRange>,
    /// What it is in a formula.
    pub(super) part: Option<Part>,
    /// Where it stands for each option, in the order of the options.
    pub(super) cells: Vec<Option<TextRange>>,
    /// A name or a cell of the scores.
    pub(super) at: TextRange,
    /// All inputs of the scores are marks, not counts of people or of weeks.
    pub(super) marks: bool,
}

/// The inputs of all scores, in the order of the source.
pub(super) fn columns(case: &Case<'_>) -> Vec<Column> {
    let text = |block: u32| case.doc.blocks[block as usize].text;
    let mut columns = Vec::new();
    for scored in &case.facts.scored {
        let contest = case.facts.contest_of(scored.table);
        let Some(at) = scored.rows.first().map(|row| text(row.name)) else { continue };
        columns.extend(scored.criteria.iter().map(|criterion| Column {
            name: name(case.doc.lower_str(text(criterion.title))),
            title: Some(text(criterion.title)),
            part: criterion.part,
            cells: criterion.cells.iter().map(|cell| cell.map(text)).collect(),
            at,
            marks: contest.is_some_and(|contest| matches!(contest.method, Method::Weighted | Method::Ice)),
        }));
    }
    for contest in case.facts.contests.iter().filter(|contest| contest.table.is_none()) {
        let Some(at) = contest.contenders.first().map(|first| first.name) else { continue };
        columns.extend((0..contest.inputs.len()).map(|input| Column {
            name: contest.input_name(case.doc, input).to_lowercase(),
            title: contest.inputs[input].name,
            part: contest.inputs[input].part,
            cells: contest.contenders.iter().map(|c| c.given.get(input).map(|given| given.written.place)).collect(),
            at,
            marks: contest.method == Method::Ice,
        }));
    }
    columns
}

fn name(title: &str) -> String {
    let cut = title.find(['(', '[', '×']).unwrap_or(title.len());
    title[..cut].trim().trim_end_matches([':', ',']).to_owned()
}
