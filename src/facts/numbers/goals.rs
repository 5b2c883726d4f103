//! Goals that nothing measures, and measures that no goal names.

use std::collections::BTreeSet;

use crate::document::SectionId;
use crate::facts::{Facts, Metric, MetricRole, Words};
use crate::lexicon::Concept;
use crate::mention::Reading;
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

/// Words of a measure's name that tell nothing of what is measured.
const PLAIN: [&str; 40] = [
    "number", "share", "percentage", "percent", "proportion", "average", "median", "total", "count", "ratio", "score",
    "increase", "reduce", "decrease", "raise", "lower", "improve", "grow", "users", "customers", "people", "from", "with",
    "that", "their", "this", "than", "least", "more", "less", "week", "weekly", "month", "monthly", "daily", "time", "within",
    "after", "before", "success",
];

pub(super) fn read(reading: &Reading<'_>, facts: &Facts) -> Goals {
    let doc = reading.doc;
    let sections = || 1..doc.sections.len() as SectionId;
    let measures = |s: SectionId| {
        let heading = reading.heading(s);
        heading.has(Concept::MeasureTitle) && !heading.has(Concept::GoalTitle) && !is_title(reading, s)
    };
    let goals = |s: SectionId| {
        let heading = reading.heading(s);
        heading.has(Concept::GoalTitle) && !heading.has(Concept::MeasureTitle) && !is_title(reading, s)
    };
    let (measured, aimed): (Vec<SectionId>, Vec<SectionId>) =
        (sections().filter(|&s| measures(s)).collect(), sections().filter(|&s| goals(s)).collect());
    let inside = |metric: &Metric, list: &[SectionId]| {
        list.iter().any(|&s| doc.sections[s as usize].blocks.contains(&metric.name.block))
    };
    let told = facts.metrics.iter().filter(|m| inside(m, &measured)).count();
    let wanted: Vec<&Metric> = facts
        .metrics
        .iter()
        .filter(|m| inside(m, &aimed) && !inside(m, &measured) && m.role != MetricRole::Guardrail && valued(reading, m))
        .collect();
    let (Some(measuring), Some(aiming)) = (measured.first(), aimed.first()) else { return Goals::default() };
    let heading = |s: SectionId| doc.sections[s as usize].heading.and_then(|h| reading.words_of_block(h));
    let (Some(measuring), Some(aiming)) = (heading(*measuring), heading(*aiming)) else { return Goals::default() };
    if told < 2 || wanted.is_empty() {
        return Goals::default();
    }
    let within: BTreeSet<&str> = measured.iter().flat_map(|&s| stems_of_section(reading, s)).collect();
    let mut without: BTreeSet<&str> = doc.title().into_iter().flat_map(|_| stems(reading, title(reading))).collect();
    for block in 0..doc.blocks.len() as u32 {
        if !measured.iter().any(|&s| in_section(reading, s, block)) {
            without.extend(stems(reading, whole(reading, block)));
        }
    }
    let unmet = |metric: &Metric, known: &BTreeSet<&str>, missing_in: Words| {
        let own = stems(reading, metric.name.text);
        (own.len() >= 2 && !own.iter().any(|stem| known.contains(stem))).then_some(Unmet { name: metric.name, missing_in })
    };
    let primary = |m: &&Metric| m.role == MetricRole::Primary && inside(m, &measured) && named_primary(reading, m.name);
    Goals {
        unmeasured: wanted.iter().filter_map(|m| unmet(m, &within, measuring)).collect(),
        aimless: facts.metrics.iter().filter(primary).filter_map(|m| unmet(m, &without, aiming)).collect(),
    }
}

/// True when the words themselves say that a measure is the primary one.
pub fn named_primary(reading: &Reading<'_>, name: Words) -> bool {
    let block = name.block;
    let row = reading.row_name(block).map(|row| reading.whole(row)).unwrap_or_default();
    let around = reading.frame(block).union(&row);
    around.has(Concept::PrimaryWord) || reading.says(name.sentence, Concept::PrimaryWord)
}

fn is_title(reading: &Reading<'_>, section: SectionId) -> bool {
    let s = &reading.doc.sections[section as usize];
    s.depth <= 1 && s.blocks.len() * 10 > reading.doc.blocks.len() * 6
}

fn valued(reading: &Reading<'_>, metric: &Metric) -> bool {
    let words = metric.target.or(metric.baseline);
    words.is_some_and(|w| reading.quantities(w.sentence).iter().any(|q| w.text.overlaps(q.text)))
}

fn in_section(reading: &Reading<'_>, section: SectionId, block: u32) -> bool {
    let s = &reading.doc.sections[section as usize];
    s.blocks.contains(&block) || s.heading == Some(block)
}

fn whole(reading: &Reading<'_>, block: u32) -> TextRange {
    let b = &reading.doc.blocks[block as usize];
    b.label.map_or(b.text, |label| label.cover(b.text))
}

fn title(reading: &Reading<'_>) -> TextRange {
    reading.doc.sections.get(1).and_then(|s| s.heading).map_or(TextRange::default(), |h| whole(reading, h))
}

fn stems_of_section<'r>(reading: &'r Reading<'_>, section: SectionId) -> Vec<&'r str> {
    let blocks = reading.doc.sections[section as usize].blocks.clone();
    blocks.flat_map(|block| stems(reading, whole(reading, block))).collect()
}

/// The first letters of the words that tell something.
fn stems<'r>(reading: &'r Reading<'_>, text: TextRange) -> Vec<&'r str> {
    let words = reading.doc.lower_str(text).split(|c: char| !c.is_alphabetic());
    let told = words.filter(|word| word.len() >= 4 && !PLAIN.contains(word));
    told.map(|word| word.char_indices().nth(STEM).map_or(word, |(end, _)| &word[..end])).collect()
}
