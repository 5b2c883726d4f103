//! How many come by while a test runs: how many a day, for how long, which share of them, and into how many arms.

use super::{Figure, is_short, within};
use crate::document::{BlockKind, SentenceId};
use crate::facts::Facts;
use crate::lexicon::Concept;
use crate::mention::quantity::{Quantity, QuantityKind};
use crate::mention::{ConceptSet, Reading};

/// How many come by while a test runs. A part that the text gives twice, in two values, is left out.
#[derive(Debug, Clone, Default)]
pub struct Traffic {
    /// How many come in `per` days.
    pub arriving: Option<Figure>,
    /// The days of `arriving`.
    pub per: f64,
    /// How long the test runs, in days.
    pub days: Option<Figure>,
    /// Which share of those who come take part, in percent.
    pub share: Option<Figure>,
    /// How many arms there are; two where the text tells none.
    pub arms: Option<Figure>,
    /// A part was told twice.
    open: bool,
}

impl Traffic {
    fn set(&mut self, part: fn(&mut Self) -> &mut Option<Figure>, figure: Figure) {
        let held = part(self);
        match held {
            Some(other) if (other.value - figure.value).abs() > 1e-9 => self.open = true,
            Some(_) => {}
            None => *held = Some(figure),
        }
    }
}

pub(super) fn read(reading: &Reading<'_>, facts: &Facts) -> Option<Traffic> {
    let mut sections: Vec<u32> =
        facts.experiment.sample.iter().map(|w| reading.doc.blocks[w.block as usize].section).collect();
    sections.sort_unstable();
    sections.dedup();
    let mut traffic = Traffic::default();
    for sentence in reading.numbered().filter(|&s| is_short(reading, s)) {
        let section = reading.doc.blocks[reading.block_of(sentence) as usize].section;
        if sections.binary_search(&section).is_ok() {
            for (at, quantity) in within(reading, sentence).iter().enumerate() {
                part(reading, sentence, quantity, at, &mut traffic);
            }
        }
    }
    (!traffic.open && traffic.arriving.is_some() && traffic.days.is_some()).then_some(traffic)
}

/// Takes a quantity as the part that the words around it name.
fn part(reading: &Reading<'_>, sentence: SentenceId, quantity: &Quantity, at: usize, traffic: &mut Traffic) {
    let doc = reading.doc;
    let quantities = within(reading, sentence);
    let text = doc.sentences[sentence as usize].text;
    let start = at.checked_sub(1).map_or(text.start, |before| quantities[before].text.end);
    let end = quantities.get(at + 1).map_or(text.end, |next| next.text.start).max(quantity.text.end);
    let before = doc.lower_between(start, quantity.text.start);
    let after = doc.lower_between(quantity.text.end, end).trim_start();
    let block = reading.block_of(sentence);
    let named = match doc.blocks[block as usize].kind {
        BlockKind::Cell { .. } => reading.row_name(block),
        _ => None,
    };
    let label = doc.blocks[block as usize].label.filter(|_| doc.blocks[block as usize].sentences.start == sentence);
    let name =
        named.map_or_else(|| label.map_or("", |l| doc.lower_str(l)), |n| doc.lower_str(doc.blocks[n as usize].text));
    let title = named.map_or_else(|| *reading.label(block), |n| reading.whole(n));
    let alone = quantities.len() == 1 || before.trim().is_empty();
    let near: ConceptSet = reading
        .hits(sentence)
        .iter()
        .filter(|h| start <= h.text.start && h.text.end <= quantity.text.start)
        .fold(ConceptSet::default(), |mut set, h| {
            set.add(h.concept);
            set
        });
    let Some(figure) = Figure::of(reading, quantity).filter(|f| !f.signed && f.value > 0.0) else { return };
    // How many come is seldom known to the last one; how long it runs and for whom is.
    let exact = !figure.loose;
    let says = |concept: Concept| near.has(concept) || (alone && title.has(concept));
    match quantity.kind {
        QuantityKind::Number
            if exact
                && ["arms", "variants", "groups", "cells", "branches", "versions"]
                    .iter()
                    .any(|w| after.starts_with(w)) =>
        {
            traffic.set(|t| &mut t.arms, figure);
        }
        QuantityKind::Number if figure.value >= 10.0 => {
            let comes = after.split([',', ';', '.', '(', ')']).next().unwrap_or_default();
            let people = reading.hits(sentence).iter().any(|h| {
                h.concept == Concept::TrafficName
                    && h.text.start >= quantity.text.end
                    && h.text.start <= quantity.text.end + 24
            });
            let per = period(comes).or_else(|| if alone { period(name) } else { None }).or_else(|| daily(before));
            let each = ["per arm", "per variant", "per group", "each arm", "each variant", "each group", "per cell"];
            let split = each.iter().any(|one| comes.contains(one) || name.contains(one));
            if let Some(per) = per.filter(|_| (people || says(Concept::TrafficName)) && !split) {
                if traffic.arriving.is_some_and(|_| (traffic.per - per).abs() > 1e-9) {
                    traffic.open = true;
                }
                traffic.set(|t| &mut t.arriving, figure);
                traffic.per = per;
            }
        }
        QuantityKind::Duration if exact && says(Concept::RunsFor) && figure.value >= 1.0 => {
            // "within 14 days of sign-up" is about what is measured.
            let other = ["of ", "after ", "from ", "since ", "window"].iter().any(|w| after.starts_with(w))
                || ["last ", "past ", "previous "].iter().any(|w| before.ends_with(w));
            if !other {
                traffic.set(|t| &mut t.days, figure);
            }
        }
        QuantityKind::Percent if exact => {
            let of = reading.hits(sentence).iter().any(|h| {
                h.concept == Concept::ShareExposed
                    && h.text.start >= quantity.text.end
                    && h.text.start <= quantity.text.end + 3
            });
            if (of && after.starts_with("of "))
                || (alone && title.has(Concept::ShareExposed) && !title.has(Concept::BaselineLabel))
            {
                traffic.set(|t| &mut t.share, figure);
            }
        }
        _ => {}
    }
}

/// The days in words such as `visitors a day` or `weekly visitors`.
fn period(words: &str) -> Option<f64> {
    let has = |forms: &[&str]| forms.iter().any(|form| words.contains(form));
    let found = [
        (1.0, has(&["per day", "a day", "each day", "/day", "/ day", "daily", "every day"])),
        (7.0, has(&["per week", "a week", "each week", "/week", "/ week", "weekly", "every week"])),
        (365.25 / 12.0, has(&["per month", "a month", "each month", "/month", "/ month", "monthly", "every month"])),
    ];
    let mut told = found.iter().filter(|(_, said)| *said);
    let first = told.next()?.0;
    told.next().is_none().then_some(first)
}

/// The days of a last word such as `daily traffic of`.
fn daily(before: &str) -> Option<f64> {
    let clause = before.rsplit([',', ';', '.', '(']).next().unwrap_or_default();
    ["daily", "weekly", "monthly"].iter().any(|word| clause.contains(word)).then(|| period(clause)).flatten()
}
