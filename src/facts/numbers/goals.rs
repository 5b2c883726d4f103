//! Goals that nothing measures, and measures that no goal names.

use std::collections::BTreeSet;

use super::is_short;
use crate::document::{BlockId, BlockKind, SectionId};
use crate::facts::{Facts, Metric, MetricRole, Words};
use crate::lexicon::stem::letters;
use crate::lexicon::{Concept, lists};
use crate::mention::Reading;
use crate::mention::quantity::QuantityKind;
use crate::span::TextRange;

/// A measure on one side, and where the other side begins.
#[derive(Debug, Clone, Copy)]
pub struct Unmet {
    /// The measure's name.
    pub name: Words,
    /// The heading under which it would be expected.
    pub missing_in: Words,
}

/// Goals and measures that do not meet.
#[derive(Debug, Clone, Default)]
pub struct Goals {
    /// Goals with a value of which no measure speaks.
    pub unmeasured: Vec<Unmet>,
    /// Primary measures of which nothing speaks outside their section, though there are goals.
    pub aimless: Vec<Unmet>,
}

/// How many letters tell words apart, whatever their endings.
const STEM: usize = 5;

pub(super) fn read(reading: &Reading<'_>, facts: &Facts) -> Goals {
    let doc = reading.doc;
    let sections = || 1..doc.sections.len() as SectionId;
    let measures = |s: SectionId| {
        let heading = reading.heading(s);
        let both = || {
            let named = reading.doc.lower_str(reading.doc.title_of(s));
            ["goal", "objective", "okr"].iter().any(|word| named.contains(word))
        };
        heading.has(Concept::MeasureTitle) && !both() && !is_title(reading, s)
    };
    let goals = |s: SectionId| {
        let heading = reading.heading(s);
        heading.has(Concept::GoalTitle) && !heading.has(Concept::MeasureTitle) && !is_title(reading, s)
    };
    let (measured, aimed): (Vec<SectionId>, Vec<SectionId>) =
        (sections().filter(|&s| measures(s)).collect(), sections().filter(|&s| goals(s)).collect());
    let (Some(measuring), Some(aiming)) = (measured.first(), aimed.first()) else { return Goals::default() };
    let (in_measures, in_goals) = (blocks_of(reading, &measured), blocks_of(reading, &aimed));
    let inside = |metric: &Metric, list: &[bool]| list[metric.name.block as usize];
    let told: Vec<Values> =
        facts.metrics.iter().filter(|m| inside(m, &in_measures)).map(|m| values(reading, m)).collect();
    let valued = told.iter().filter(|values| !values.is_empty()).count();
    let wanted: Vec<&Metric> = facts
        .metrics
        .iter()
        .filter(|m| inside(m, &in_goals) && !inside(m, &in_measures))
        .filter(|m| m.role != MetricRole::Guardrail && !values(reading, m).is_empty())
        .collect();
    let heading = |s: SectionId| doc.sections[s as usize].heading.and_then(|h| reading.words_of_block(h));
    let (Some(measuring), Some(aiming)) = (heading(*measuring), heading(*aiming)) else { return Goals::default() };
    if wanted.is_empty() {
        return Goals::default();
    }
    let blocks = || 0..doc.blocks.len() as BlockId;
    let of = |block: BlockId| stems(reading, whole(reading, block));
    let within: BTreeSet<&str> = blocks().filter(|&b| in_measures[b as usize]).flat_map(of).collect();
    let without: BTreeSet<&str> = blocks().filter(|&b| !in_measures[b as usize]).flat_map(of).collect();
    let unmet = |metric: &Metric, known: &BTreeSet<&str>, missing_in: Words| {
        let own = stems(reading, metric.name.text);
        (own.len() >= 2 && !own.iter().any(|stem| known.contains(stem)))
            .then_some(Unmet { name: metric.name, missing_in })
    };
    let primary =
        |m: &&Metric| m.role == MetricRole::Primary && inside(m, &in_measures) && named_primary(reading, m.name);
    Goals {
        unmeasured: wanted
            .iter()
            // One that has the values of a measure may be the same in other words.
            .filter(|m| valued > 1 && !told.iter().any(|told| shares(told, &values(reading, m))))
            .filter_map(|m| unmet(m, &within, measuring))
            .collect(),
        aimless: facts.metrics.iter().filter(primary).filter_map(|m| unmet(m, &without, aiming)).collect(),
    }
}

/// True when the words themselves say that a measure is the primary one.
pub fn named_primary(reading: &Reading<'_>, name: Words) -> bool {
    let block = name.block;
    let BlockKind::Cell { table, row, .. } = reading.doc.blocks[block as usize].kind else {
        return reading.frame(block).has(Concept::PrimaryWord) || reading.says(name.sentence, Concept::PrimaryWord);
    };
    let table = &reading.doc.tables[table as usize];
    let cells = (0..table.columns).filter_map(|column| table.cell(row, column));
    let around = cells.fold(reading.frame(block), |set, cell| set.union(&reading.whole(cell)));
    around.has(Concept::PrimaryWord)
}

/// True for the title of the document, which is about all of it.
fn is_title(reading: &Reading<'_>, section: SectionId) -> bool {
    let s = &reading.doc.sections[section as usize];
    let holds_others = reading.doc.sections.get(section as usize + 1).is_some_and(|next| next.parent == Some(section));
    holds_others && s.depth <= 1 && s.blocks.len() * 10 > reading.doc.blocks.len() * 6
}

/// What a measure is told to be at, today or one day.
type Values = Vec<(QuantityKind, f64)>;

fn values(reading: &Reading<'_>, metric: &Metric) -> Values {
    let told = [metric.baseline, metric.target].into_iter().flatten().filter(|words| is_short(reading, words.sentence));
    let inside = told.flat_map(|words| {
        reading
            .quantities(words.sentence)
            .iter()
            .filter(move |q| words.text.overlaps(q.text))
            .map(|q| (q.kind, q.value))
    });
    inside.collect()
}

fn shares(one: &Values, other: &Values) -> bool {
    one.iter().any(|(kind, value)| other.iter().any(|(k, v)| k == kind && (v - value).abs() < 1e-9))
}

/// Which blocks stand in one of the sections, headings included.
fn blocks_of(reading: &Reading<'_>, sections: &[SectionId]) -> Vec<bool> {
    let mut inside = vec![false; reading.doc.blocks.len()];
    let mut done = 0;
    for &section in sections {
        let s = &reading.doc.sections[section as usize];
        let start = s.heading.unwrap_or(s.blocks.start);
        // A section inside one that is done is done.
        for block in start.max(done)..s.blocks.end {
            inside[block as usize] = true;
        }
        done = done.max(s.blocks.end);
    }
    inside
}

fn whole(reading: &Reading<'_>, block: BlockId) -> TextRange {
    let b = &reading.doc.blocks[block as usize];
    b.label.map_or(b.text, |label| label.cover(b.text))
}

/// The first letters of the words that tell something.
fn stems<'r>(reading: &'r Reading<'_>, text: TextRange) -> Vec<&'r str> {
    let words = reading.doc.lower_str(text).split(|c: char| !c.is_alphabetic());
    let told = words.filter(|word| word.len() >= 4 && !lists::GOAL_PLAIN.contains(word));
    told.map(|word| letters(word, STEM)).collect()
}
