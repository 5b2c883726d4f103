//! Score tables and contests → plain values with their places: which formula, which options, and what would turn them.

use super::sensitivity::{self, Reach};
use super::{Contest, Scored, Written, cell};
use crate::document::Document;
use crate::facts::{Facts, Method};
use crate::span::{Span, TextRange};

/// Options with their scores.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreList {
    /// What the formula is called.
    pub method: Method,
    /// The formula in signs; nothing where none makes these scores.
    pub formula: Option<String>,
    /// They stand in a table.
    pub table: bool,
    /// Where they stand.
    pub span: Span,
    /// The options, in the order of the source.
    pub options: Vec<ScoredOption>,
    /// What becomes of the first place when numbers change, where that was asked for and a formula is known.
    pub sensitivity: Option<Steadiness>,
}

/// An option with its score.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoredOption {
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// The score shown.
    pub score: Option<f64>,
    /// The score that its inputs make.
    pub computed: Option<f64>,
    /// The rank shown.
    pub rank: Option<f64>,
}

/// What becomes of the first place when one number at a time is changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Steadiness {
    /// Index in [`ScoreList::options`] of the first.
    pub first: usize,
    /// Index in [`ScoreList::options`] of the second.
    pub second: usize,
    /// Their scores, as their inputs make them.
    pub scores: (f64, f64),
    /// The two are level.
    pub level: bool,
    /// How many changes were tried.
    pub tried: usize,
    /// Those that put another option first, or level with the first.
    pub flips: Vec<Change>,
}

/// A change that puts another option first.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The option whose number was changed; nothing for a weight.
    pub option: Option<usize>,
    /// What the number is: the title of its column.
    pub input: String,
    /// Where the number stands.
    pub span: Span,
    /// As it is written.
    pub from: f64,
    /// What it was changed to.
    pub to: f64,
    /// Where on the way the first place changes hands.
    pub turns_at: f64,
    /// The unit, as it follows the number: `%`, ` weeks`, or nothing.
    pub unit: String,
    /// It went by one step of its scale, not by a share of itself.
    pub step: bool,
    /// Index in [`ScoreList::options`] of who is first then.
    pub then: usize,
    /// The two are level then.
    pub level: bool,
}

impl Facts {
    /// Every set of scored options, in the order of the source; with what would turn each where `sensitive` asks for it.
    pub fn score_lists(&self, doc: &Document<'_>, sensitive: bool) -> Vec<ScoreList> {
        let tables =
            self.scored.iter().map(|scored| self.of_table(doc, scored, self.contest_of(scored.table), sensitive));
        let lines = self.contests.iter().filter(|contest| contest.table.is_none());
        let lines = lines.map(|contest| of_contest(doc, contest, sensitive));
        let mut lists: Vec<ScoreList> = tables.chain(lines).collect();
        lists.sort_by_key(|list| list.span);
        lists
    }

    fn of_table(&self, doc: &Document<'_>, scored: &Scored, contest: Option<&Contest>, sensitive: bool) -> ScoreList {
        let text = |block: u32| doc.blocks[block as usize].text;
        let span = doc.tables[scored.table as usize].span;
        let ranks = || scored.rows.iter().map(|row| row.rank.map(|rank| rank.value));
        if let Some(contest) = contest {
            let mut list = of_contest(doc, contest, sensitive);
            list.span = span;
            list.options.iter_mut().zip(ranks()).for_each(|(option, rank)| option.rank = rank);
            return list;
        }
        let told = self.score_tables.iter().find(|table| table.table == scored.table);
        let options = scored.rows.iter().zip(ranks()).map(|(row, rank)| ScoredOption {
            name: say(doc, text(row.name)),
            span: doc.span_of(text(row.name)),
            score: row.score.map(|score| score.value),
            computed: None,
            rank,
        });
        ScoreList {
            method: told.map_or(Method::Comparison, |table| table.method),
            formula: None,
            table: true,
            span,
            options: options.collect(),
            sensitivity: None,
        }
    }
}

fn of_contest(doc: &Document<'_>, contest: &Contest, sensitive: bool) -> ScoreList {
    let options = contest.contenders.iter().map(|contender| ScoredOption {
        name: say(doc, contender.name),
        span: doc.span_of(contender.name),
        score: contender.score.map(|score| score.value),
        computed: (!contender.given.is_empty()).then(|| contest.score(contender)).flatten(),
        rank: None,
    });
    let places = contest.contenders.iter().flat_map(|c| c.given.iter().map(|g| g.written.place).chain([c.name]));
    let span = places.map(|place| doc.span_of(place)).reduce(Span::cover).unwrap_or_default();
    ScoreList {
        method: contest.method,
        formula: Some(contest.formula(doc)),
        table: contest.table.is_some(),
        span,
        options: options.collect(),
        sensitivity: sensitive.then(|| steadiness(doc, contest)).flatten(),
    }
}

fn steadiness(doc: &Document<'_>, contest: &Contest) -> Option<Steadiness> {
    let found = sensitivity::of(contest, Reach::Step)?;
    let flips = found.flips.iter().filter_map(|flip| {
        let (place, unit) = match flip.option {
            Some(option) => {
                let written = contest.contenders.get(option)?.given.get(flip.input)?.written;
                (written.place, unit(doc, &written))
            }
            None => {
                let weight = contest.inputs.get(flip.input)?.weight?;
                (weight.place, String::from(if weight.percent { "%" } else { "" }))
            }
        };
        Some(Change {
            option: flip.option,
            input: contest.input_name(doc, flip.input),
            span: doc.span_of(place),
            from: flip.from,
            to: flip.to,
            turns_at: flip.turns_at,
            unit,
            step: flip.step,
            then: flip.then,
            level: flip.level,
        })
    });
    Some(Steadiness {
        first: found.first,
        second: found.second,
        scores: found.scores,
        level: found.level,
        tried: found.tried,
        flips: flips.collect(),
    })
}

/// What follows a number, as it is written.
fn unit(doc: &Document<'_>, written: &Written) -> String {
    if written.percent {
        return String::from("%");
    }
    let unit = cell::read(doc.lower_str(written.place)).map_or("", |shown| shown.unit);
    let text = doc.str(written.place);
    let Some(at) = doc.lower_str(written.place).rfind(unit).filter(|_| !unit.is_empty()) else {
        return String::new();
    };
    let rest = &text[at..];
    let end = rest[unit.len()..].find(|c: char| !c.is_alphabetic()).map_or(rest.len(), |end| unit.len() + end);
    format!(" {}", &rest[..end])
}

fn say(doc: &Document<'_>, text: TextRange) -> String {
    doc.str(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
