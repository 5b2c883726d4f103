//! A rank or a choice that rests on two equal scores, with no word on what decided between them.

use super::amount::number;
use super::choice_not_top_score::{choosing, named};
use super::explained::{explains_order, gives_reason};
use super::score_order::gives_reasons;
use super::{Case, Hit};
use crate::document::{BlockKind, SentenceId};
use crate::facts::scores::{Row, Scored};
use crate::lexicon::Concept;
use crate::span::TextRange;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    if case.facts.scored.is_empty() && case.facts.scored_lists.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = Vec::new();
    let mut chosen: Option<Vec<SentenceId>> = None;
    for scored in &case.facts.scored {
        let hit = ranked(case, scored).or_else(|| taken(case, scored, chosen.get_or_insert_with(|| choosing(case))));
        hits.extend(hit);
    }
    for rows in &case.facts.scored_lists {
        if let [first, second, ..] = &rows[..] {
            let section = case.doc.blocks[first.name as usize].section;
            let told = || explains_order(case, section);
            hits.extend(level(first, second).filter(|_| !told()).map(|score| pair(case, first, second, score)));
        }
    }
    if !hits.is_empty() && case.reading.written().any(|sentence| case.reading.says(sentence, Concept::TieTold)) {
        return Vec::new();
    }
    hits.sort_by_key(|hit| hit.span);
    hits
}

/// The score of two rows, where it is the same and none is rounded from a higher one.
fn level(one: &Row, other: &Row) -> Option<f64> {
    let (score, second) = (one.score?, other.score?);
    let apart = |a: f64, b: f64| (a - b).abs() > 1e-9 * a.abs().max(b.abs());
    let rounded = one.right.zip(other.right).is_some_and(|(a, b)| apart(a, b));
    (!apart(score.value, second.value) && !rounded).then_some(score.value)
}

/// Rows with one score and two ranks.
fn ranked(case: &Case<'_>, scored: &Scored) -> Option<Hit> {
    let table = &case.doc.tables[scored.table as usize];
    let mut rows: Vec<(f64, &Row)> = scored.rows.iter().filter_map(|row| Some((row.rank?.value, row))).collect();
    rows.sort_by(|one, other| one.0.total_cmp(&other.0));
    let places = rows.iter().enumerate().all(|(at, (rank, _))| (rank - (at + 1) as f64).abs() < 1e-9);
    if !places || rows.len() < scored.rows.len() || is_count(case, scored, &rows) {
        return None;
    }
    let (upper, lower, score) = rows.windows(2).find_map(|pair| {
        let [upper, lower] = pair else { return None };
        level(upper.1, lower.1).map(|score| (upper.1, lower.1, score))
    })?;
    let told = gives_reasons(case, table) || explains_order(case, table.section);
    (!told).then(|| pair(case, upper, lower, score))
}

/// A first column of 1, 2, 3 that only counts the rows: their scores stand in no order.
fn is_count(case: &Case<'_>, scored: &Scored, rows: &[(f64, &Row)]) -> bool {
    let table = &case.doc.tables[scored.table as usize];
    let counted = table
        .cell(0, 0)
        .is_none_or(|cell| !case.doc.str(case.doc.blocks[cell as usize].text).contains(char::is_alphabetic));
    let score = |row: &Row| row.score.map_or(f64::NAN, |score| score.value);
    counted && rows.windows(2).any(|pair| score(pair[0].1) < score(pair[1].1))
}

/// A choice of one of those that share the highest score.
fn taken(case: &Case<'_>, scored: &Scored, choosing: &[SentenceId]) -> Option<Hit> {
    let doc = case.doc;
    let score = |row: &&Row| row.score.map(|score| score.value);
    let scores: Option<Vec<f64>> = scored.rows.iter().map(|row| score(&row)).collect();
    let most = scores?.into_iter().reduce(f64::max)?;
    let top = scored.rows.iter().find(|row| score(row) == Some(most))?;
    let others: Vec<&Row> =
        scored.rows.iter().filter(|row| row.name != top.name && level(top, row).is_some()).collect();
    let tied: Vec<&Row> = [top].into_iter().chain(others).collect();
    if tied.len() < 2 || most <= 0.0 {
        return None;
    }
    let place = |row: &Row, sentence: SentenceId| {
        named(case, doc.blocks[row.name as usize].text, doc.sentences[sentence as usize].text)
    };
    let mut choice: Option<(&Row, TextRange)> = None;
    for &sentence in choosing {
        let here: Vec<(&Row, TextRange)> = tied.iter().filter_map(|row| Some((*row, place(row, sentence)?))).collect();
        let block = doc.sentences[sentence as usize].block;
        match here[..] {
            [] => {}
            [(row, _)] if choice.is_some_and(|(other, _)| other.name != row.name) => return None,
            [one] if !reasoned(case, block) => choice = choice.or(Some(one)),
            _ => return None,
        }
    }
    let (row, place) = choice?;
    let other = tied.into_iter().find(|other| other.name != row.name)?;
    let hit = case.hit(place).with("score", number(most));
    Some(beside(case, hit, row, other))
}

/// The block of a choice, or one of its neighbours, gives a reason.
fn reasoned(case: &Case<'_>, block: u32) -> bool {
    let last = case.doc.blocks.len() as u32 - 1;
    (block.saturating_sub(2)..=(block + 2).min(last)).any(|near| {
        let b = &case.doc.blocks[near as usize];
        !matches!(b.kind, BlockKind::Cell { .. }) && gives_reason(case.doc.lower_str(b.text))
    })
}

fn pair(case: &Case<'_>, upper: &Row, lower: &Row, score: f64) -> Hit {
    let hit = case.hit(name(case, upper)).with("score", number(score));
    beside(case, hit, upper, lower)
}

fn beside(case: &Case<'_>, hit: Hit, row: &Row, other: &Row) -> Hit {
    let doc = case.doc;
    let mut hit = hit.with("other", super::one_line(doc.str(name(case, other))));
    for (said, row) in [("own", row), ("other", other)] {
        if let Some(score) = row.score {
            hit = hit.beside(said, doc.span_of(doc.blocks[score.block as usize].text));
        }
    }
    hit
}

fn name(case: &Case<'_>, row: &Row) -> TextRange {
    let block = &case.doc.blocks[row.name as usize];
    match (block.kind, block.label) {
        (BlockKind::Item, Some(label)) => label,
        _ => block.text,
    }
}
