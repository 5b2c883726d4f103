//! Words after a measure's name → its value today, the value aimed at, and by when.

use crate::document::SentenceId;
use crate::facts::Words;
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind, changes};
use crate::span::TextRange;

/// What a stretch of text says of a measure.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Values {
    pub(super) baseline: Option<Words>,
    pub(super) target: Option<Words>,
    pub(super) timeframe: Option<Words>,
}

impl Values {
    pub(super) fn is_empty(&self) -> bool {
        self.baseline.is_none() && self.target.is_none() && self.timeframe.is_none()
    }
}

/// Reads the values of one measure out of `part` of a sentence.
pub(super) fn values(reading: &Reading<'_>, sentence: SentenceId, part: TextRange) -> Values {
    let mut values = Values::default();
    let quantities = reading.quantities(sentence);
    let words = |q: &Quantity| reading.words_in(sentence, q.qualified);
    let change = changes(reading.doc, quantities).into_iter().find(|c| part.contains(c.text));
    if let Some(change) = change {
        values.baseline = Some(words(&quantities[change.from]));
        values.target = Some(words(&quantities[change.to]));
    }
    let mut before = part.start;
    for (at, quantity) in quantities.iter().enumerate() {
        if !part.contains(quantity.text) || quantity.text.start < before || is_denominator(reading, quantity) {
            continue;
        }
        let next = quantities[at + 1..].iter().find(|q| !is_denominator(reading, q));
        let next = next.map_or(part.end, |q| q.text.start.min(part.end));
        let gap = TextRange::new(before, quantity.text.start);
        let after = TextRange::new(quantity.text.end, next.max(quantity.text.end));
        before = quantity.text.end;
        // "14.2 in 2024": the time belongs to the value of then.
        let of_baseline = values.baseline.is_some_and(|baseline| baseline.text.end == gap.start)
            && reading.doc.lower_str(gap).trim() == "in";
        if quantity.kind.is_time()
            && values.timeframe.is_none()
            && !of_baseline
            && cue(reading, sentence, gap, Concept::WhenCue, WHEN_NEAR).is_some()
        {
            values.timeframe = Some(words(quantity));
            // "22% last autumn, 40% by 4 April"
            let aimed = at.checked_sub(1).map(|at| &quantities[at]).filter(|value| {
                is_value(value)
                    && !matches!(value.kind, QuantityKind::Duration)
                    && part.contains(value.text)
                    && gap.len() <= WHEN_NEAR
                    && values.baseline.is_some_and(|baseline| baseline.text.end <= value.text.start)
            });
            values.target = values.target.or_else(|| aimed.map(words));
        } else if change.is_none() && is_value(quantity) {
            single(reading, sentence, quantity, gap, after, &mut values);
        }
    }
    if values.timeframe.is_none() {
        let hit = reading.hits(sentence).iter().find(|h| h.concept == Concept::WhenPhrase && part.contains(h.text));
        values.timeframe = hit.map(|h| reading.words_in(sentence, h.text));
        // "98.1% as things stand, 99.5% by year-end"
        if let (Some(hit), Some(baseline), None) = (hit, values.baseline, values.target) {
            let aimed = quantities.iter().rev().find(|q| q.text.end <= hit.text.start);
            let aimed = aimed.filter(|q| {
                is_value(q)
                    && !matches!(q.kind, QuantityKind::Duration)
                    && baseline.text.end <= q.text.start
                    && hit.text.start - q.text.end <= WHEN_NEAR
            });
            values.target = aimed.map(words);
        }
    }
    values
}

/// True for what a rate is counted by: the second number of `1.8 per 1,000 orders`.
fn is_denominator(reading: &Reading<'_>, quantity: &Quantity) -> bool {
    reading.doc.lower[..quantity.text.start as usize].ends_with("per ")
}

/// How many bytes may part a time from the words that make it a time by which.
const WHEN_NEAR: u32 = 12;
/// How many bytes may part a value from the word that makes it today's.
const NOW_NEAR: u32 = 30;
/// How many bytes may part a plain number from the words that make it a value.
const NUMBER_NEAR: u32 = 20;

/// A value that stands by itself: today's or the one aimed at, by what is said on either side.
fn single(
    reading: &Reading<'_>,
    sentence: SentenceId,
    quantity: &Quantity,
    gap: TextRange,
    after: TextRange,
    values: &mut Values,
) {
    let near = match quantity.kind {
        QuantityKind::Percent | QuantityKind::PercentagePoints | QuantityKind::Money(_) => u32::MAX,
        _ => NUMBER_NEAR,
    };
    let today = cue(reading, sentence, gap, Concept::BaselineCue, near);
    let aimed = cue(reading, sentence, gap, Concept::TargetCue, near);
    let now_after =
        starts_with_cue(reading, sentence, after, Concept::BaselineCue) || ends_now(reading, sentence, after);
    let aim_after = starts_with_cue(reading, sentence, after, Concept::TargetCue);
    let bare = quantity.spelled && quantity.bound.is_none();
    let by_so_much = !reading.says(sentence, Concept::PastResult)
        && reading.hits(sentence).iter().any(|h| h.concept == Concept::ByHowMuch && h.text.overlaps(quantity.text));
    let duration = matches!(quantity.kind, QuantityKind::Duration);
    let words = reading.words_in(sentence, quantity.qualified);
    if by_so_much {
        values.target = values.target.or(Some(words));
    } else if now_after && quantity.bound.is_none() && !aim_after && values.baseline.is_none() {
        values.baseline = Some(words);
    } else if values.target.is_none()
        && !bare
        && (quantity.bound.is_some() || aimed > today)
        && !(duration && today.is_none() && aimed.is_none())
    {
        values.target = Some(words);
    } else if today.is_some() && !bare && values.baseline.is_none() && values.target.is_none() {
        values.baseline = Some(words);
    }
}

/// True for what a measure can have as its value.
pub(super) fn is_value(quantity: &Quantity) -> bool {
    !quantity.kind.is_date()
        && !matches!(quantity.kind, QuantityKind::Ordinal | QuantityKind::PValue | QuantityKind::SampleSize)
}

/// The end of the last phrase for a concept inside `gap`, if no more than `near` bytes follow it.
fn cue(reading: &Reading<'_>, sentence: SentenceId, gap: TextRange, concept: Concept, near: u32) -> Option<u32> {
    reading
        .hits(sentence)
        .iter()
        .filter(|hit| hit.concept == concept && gap.start <= hit.text.start && hit.text.start < gap.end)
        .map(|hit| hit.text.end)
        .filter(|&end| gap.end.saturating_sub(end) <= near)
        .max()
}

/// True for `15.7% of sign-ups now`: the words after a value say what it is a value of, and that it is today's.
fn ends_now(reading: &Reading<'_>, sentence: SentenceId, after: TextRange) -> bool {
    reading.hits(sentence).iter().any(|hit| {
        hit.concept == Concept::NowSaid
            && after.contains(hit.text)
            && hit.text.start <= after.start + NOW_NEAR
            && ![", ", "; ", ": ", "("]
                .iter()
                .any(|end| reading.doc.str(TextRange::new(after.start, hit.text.start)).contains(end))
    })
}

/// True when a phrase for a concept stands within the first words of `after`.
fn starts_with_cue(reading: &Reading<'_>, sentence: SentenceId, after: TextRange, concept: Concept) -> bool {
    reading
        .hits(sentence)
        .iter()
        .any(|hit| hit.concept == concept && after.start <= hit.text.start && hit.text.start <= after.start + 2)
}
