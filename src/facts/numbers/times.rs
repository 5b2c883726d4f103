//! Times that have to agree: when an artifact was written and what it is to reach by when, how often it is looked at and
//! for how long.

use super::{Figure, is_short, within};
use crate::document::{BlockId, BlockKind, SentenceId};
use crate::facts::{Facts, Words};
use crate::lexicon::{Concept, lists};
use crate::mention::Reading;
use crate::mention::quantity::{Bound, Date, QuantityKind};
use crate::span::Span;

/// Times that have to agree.
#[derive(Debug, Clone, Default)]
pub struct Times {
    /// When the artifact was written, where it says so once: the place, and its first day since 1970-01-01.
    pub written: Option<(Span, f64)>,
    /// What is to be reached by a day of a year: the words, and its last day since 1970-01-01.
    pub deadlines: Vec<(Words, f64)>,
    /// How often results are looked at, in days, where every place that says when tells how often.
    pub cadences: Vec<(Words, f64)>,
    /// For how long what is aimed at runs, in days, where every aim with a time tells how long.
    pub horizons: Vec<Figure>,
}

/// How many blocks from the start may hold that line.
const HEAD: usize = 14;

pub(super) fn read(reading: &Reading<'_>, facts: &Facts) -> Times {
    let (cadences, horizons) = rhythm(reading, facts);
    Times { written: written(reading), deadlines: deadlines(reading, facts), cadences, horizons }
}

fn written(reading: &Reading<'_>) -> Option<(Span, f64)> {
    let doc = reading.doc;
    let mut found: Vec<(Span, f64)> = Vec::new();
    let entries = doc.front_matter.iter().flat_map(|matter| &matter.entries);
    for entry in entries.filter(|entry| lists::WRITTEN_LABELS.contains(&entry.key.to_ascii_lowercase().as_str())) {
        found.extend(iso_day(&entry.value).map(|day| (entry.span, day)));
    }
    let mut lines = 0;
    for block in 0..doc.blocks.len() as BlockId {
        let b = &doc.blocks[block as usize];
        let name = match b.kind {
            BlockKind::Cell { .. } => {
                reading.row_name(block).map_or("", |name| doc.lower_str(doc.blocks[name as usize].text))
            }
            _ => b.label.map_or("", |label| doc.lower_str(label)),
        };
        if !lists::WRITTEN_LABELS.contains(&name.trim_end_matches([':', ' '])) {
            continue;
        }
        lines += 1;
        if (block as usize) < HEAD {
            let [quantity] = b.sentences.clone().next().map_or(&[][..], |s| within(reading, s)) else { continue };
            let QuantityKind::Date(date) = quantity.kind else { continue };
            let day = date.first_day().filter(|_| !quantity.ambiguous && !date.fiscal);
            found.extend(day.map(|day| (doc.span_of(quantity.text), f64::from(day))));
        }
    }
    if lines == 0 && found.is_empty() {
        return byline(reading);
    }
    // Several such lines date the parts of a collection.
    match found[..] {
        [one] if lines <= 1 => Some(one),
        _ => None,
    }
}

/// The one full date in the short lines between the title and the first section: `Milkround, 3 March 2027`.
fn byline(reading: &Reading<'_>) -> Option<(Span, f64)> {
    let doc = reading.doc;
    let mut headings =
        doc.blocks.iter().take(HEAD).enumerate().filter(|(_, b)| matches!(b.kind, BlockKind::Heading { .. }));
    let title = headings.next().filter(|(at, _)| *at == 0)?;
    // Without a second heading what follows the title may be the whole text, so the line has to say what day it tells.
    let second = headings.next().map(|(at, _)| at);
    let end = second.unwrap_or(doc.blocks.len());
    let told = |block: usize| {
        let line = doc.lower_str(doc.blocks[block].text);
        lists::WRITTEN_LABELS.iter().any(|label| line.strip_prefix(label).is_some_and(|rest| rest.starts_with(' ')))
    };
    let mut found = None;
    for block in (title.0 + 1..end.min(BYLINES + 1)).filter(|&block| second.is_some() || told(block)) {
        let b = &doc.blocks[block];
        for quantity in b.sentences.clone().flat_map(|s| reading.quantities(s)) {
            let date = match quantity.kind {
                QuantityKind::Date(date) => date,
                QuantityKind::DateRange(..) => return None,
                _ => continue,
            };
            let plain = !quantity.ambiguous && quantity.high.is_none() && quantity.bound.is_none() && !date.fiscal;
            let full = date.year.is_some() && date.month.is_some() && date.day.is_some();
            if found.is_some() || !(plain && full && is_byline(reading, block as BlockId)) {
                return None;
            }
            found = Some((doc.span_of(quantity.text), f64::from(date.first_day()?)));
        }
    }
    found
}

/// How many blocks after the title may tell who wrote an artifact, and when.
const BYLINES: usize = 3;
/// Most words of such a line.
const BYLINE: usize = 14;

/// A short line that tells who and when, and nothing that happens on a day.
fn is_byline(reading: &Reading<'_>, block: BlockId) -> bool {
    let doc = reading.doc;
    let b = &doc.blocks[block as usize];
    let label = b.label.map(|label| doc.lower_str(label).trim().trim_end_matches([':', ' ']));
    let written = doc.lower_str(b.label.map_or(b.text, |label| label.cover(b.text)));
    let words = || written.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    b.kind == BlockKind::Paragraph
        && !b.quoted
        && !b.struck
        && label.is_none_or(|label| lists::BYLINE_LABELS.contains(&label))
        && words().count() <= BYLINE
        && !words().any(|word| lists::OTHER_DAYS.contains(&word))
}

/// The day of a date that starts with year, month and day, all in digits.
fn iso_day(value: &str) -> Option<f64> {
    let mut parts = value.get(..10)?.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = [year, month, day].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let date = Date {
        year: year.parse().ok().filter(|_| year.len() == 4 && digits),
        month: Some(month.parse().ok().filter(|m| (1..=12).contains(m))?),
        day: Some(day.parse().ok().filter(|d| (1..=31).contains(d))?),
        ..Date::default()
    };
    date.first_day().map(f64::from)
}

fn deadlines(reading: &Reading<'_>, facts: &Facts) -> Vec<(Words, f64)> {
    let aims = facts.metrics.iter().filter(|metric| metric.target.is_some()).filter_map(|metric| metric.timeframe);
    let looks = facts.reviews.iter().copied();
    let ahead = aims.chain(looks).filter(|words| {
        let past = [Concept::PastResult, Concept::PastDoing];
        !reading.says_any(words.sentence, &past)
            && is_short(reading, words.sentence)
            && !reading.doc.blocks[words.block as usize].quoted
    });
    let mut found: Vec<(Words, f64)> = ahead
        .filter_map(|words| {
            let mut dates = within(reading, words.sentence).iter().filter_map(|q| match q.kind {
                QuantityKind::Date(date) if q.text.overlaps(words.text) => Some((q, date)),
                _ => None,
            });
            let (quantity, date) = dates.next()?;
            let plain = !quantity.ambiguous && quantity.high.is_none() && !date.fiscal;
            let day = date.last_day().filter(|_| plain && dates.next().is_none())?;
            Some((reading.words_in(words.sentence, quantity.text), f64::from(day)))
        })
        .collect();
    found.extend(reading.numbered().filter_map(|s| promised(reading, s)));
    found.sort_by_key(|(words, _)| words.text);
    found.dedup_by_key(|(words, _)| words.text);
    found
}

/// `We will move the last teams by 31 January 2026`: the one day of a year by which something is meant to be done.
fn promised(reading: &Reading<'_>, sentence: SentenceId) -> Option<(Words, f64)> {
    let doc = reading.doc;
    let s = &doc.sentences[sentence as usize];
    let mut dates = within(reading, sentence).iter().filter(|q| q.kind.is_date());
    let (quantity, QuantityKind::Date(date)) = dates.next().map(|q| (q, q.kind)).filter(|_| dates.next().is_none())?
    else {
        return None;
    };
    let before = |concept: &Concept| {
        reading.hits(sentence).iter().any(|h| h.concept == *concept && h.text.end <= quantity.text.start)
    };
    let by = quantity.bound == Some(Bound::AtMost) && quantity.high.is_none() && !quantity.ambiguous && !date.fiscal;
    let meant = before(&Concept::Intention) || before(&Concept::Obligation);
    let past = [Concept::PastResult, Concept::PastDoing, Concept::Condition, Concept::Negation];
    // What was "collected by" a day is no promise, what is to "be finished by" it is one.
    let lead = doc.lower_between(s.text.start, quantity.qualified.start.max(s.text.start));
    let mut words = lead.split_whitespace().rev();
    let done = words.next().is_some_and(|word| word.ends_with("ed")) && words.next() != Some("be");
    let quoted = doc.blocks[reading.block_of(sentence) as usize].quoted;
    let open = past.iter().any(before) || done || s.question || quoted || !is_short(reading, sentence);
    let day = date.last_day().filter(|_| by && meant && !open && date.year.is_some())?;
    Some((reading.words_in(sentence, quantity.text), f64::from(day)))
}

/// How often results are looked at, and for how long aims run; neither where a part of it is open.
fn rhythm(reading: &Reading<'_>, facts: &Facts) -> (Vec<(Words, f64)>, Vec<Figure>) {
    let cadences: Option<Vec<_>> = facts.reviews.iter().map(|&words| cadence(reading, words)).collect();
    let aims = || facts.metrics.iter().filter(|metric| metric.target.is_some());
    let timed: Vec<Words> = aims().filter_map(|metric| metric.timeframe).collect();
    let horizons: Option<Vec<Figure>> = timed.iter().map(|&words| horizon(reading, words)).collect();
    (cadences.unwrap_or_default(), horizons.unwrap_or_default())
}

/// The one period in words of a review.
fn cadence(reading: &Reading<'_>, words: Words) -> Option<(Words, f64)> {
    let label = reading.doc.blocks[words.block as usize].label.filter(|label| label.overlaps(words.text));
    if label.is_some_and(|_| reading.label(words.block).has(Concept::Cadence)) {
        return None;
    }
    if !is_short(reading, words.sentence) {
        return None;
    }
    let mut told = reading.hits(words.sentence).iter().filter(|h| h.concept == Concept::Cadence);
    let hit = told.next()?;
    if told.any(|other| !other.text.overlaps(hit.text)) {
        return None;
    }
    let said = reading.doc.lower_str(hit.text);
    let days = period(said).or_else(|| {
        let mut inside = within(reading, words.sentence).iter().filter(|q| hit.text.contains(q.text));
        let every = inside.next().filter(|q| q.kind == QuantityKind::Duration && said.starts_with("every"))?;
        (inside.next().is_none() && !every.ambiguous && every.high.is_none()).then_some(every.value)
    })?;
    Some((reading.words_in(words.sentence, hit.text), days))
}

/// The days of a period that is told in words.
fn period(said: &str) -> Option<f64> {
    let last = said.rsplit(' ').next()?;
    let days = match last {
        "daily" | "day" => 1.0,
        "weekly" | "week" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" => 7.0,
        "biweekly" | "fortnightly" | "fortnight" => 14.0,
        "monthly" | "month" => 30.4375,
        "quarterly" | "quarter" => 91.3125,
        "yearly" | "annually" | "year" => 365.25,
        _ => return None,
    };
    let plain =
        said == last || said.split(' ').all(|w| w == last || matches!(w, "every" | "each" | "once" | "a" | "per"));
    plain.then_some(days)
}

/// How long an aim runs.
fn horizon(reading: &Reading<'_>, words: Words) -> Option<Figure> {
    let told = within(reading, words.sentence).iter().filter(|_| is_short(reading, words.sentence));
    let mut inside = told.filter(|q| words.text.overlaps(q.text));
    let quantity = inside.next()?;
    let alone = inside.next().is_none();
    Figure::of(reading, quantity).filter(|figure| alone && figure.kind == QuantityKind::Duration)
}
