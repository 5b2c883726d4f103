//! Words after a measure's name → its value today, the value aimed at, and by when.

use crate::document::SentenceId;
use crate::facts::Words;
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind};
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
    let mut before = part.start;
    let quantities = reading.quantities(sentence);
    for (at, quantity) in quantities.iter().enumerate() {
        if !part.contains(quantity.text) || quantity.text.start < before {
            continue;
        }
        let next = quantities.get(at + 1).map_or(part.end, |q| q.text.start.min(part.end));
        let gap = TextRange::new(before, quantity.text.start.max(before));
        let after = TextRange::new(quantity.text.end, next.max(quantity.text.end));
        before = quantity.text.end;
        let words = |q: &Quantity| reading.words_in(sentence, q.qualified);
        if is_time(quantity) {
            if values.timeframe.is_none() && cue(reading, sentence, gap, Concept::WhenCue, true).is_some() {
                values.timeframe = Some(words(quantity));
                continue;
            }
            if !matches!(quantity.kind, QuantityKind::Duration) {
                continue;
            }
        }
        if !is_value(quantity) {
            continue;
        }
        let today = cue(reading, sentence, gap, Concept::BaselineCue, false);
        let aimed = cue(reading, sentence, gap, Concept::TargetCue, false);
        let now_after = starts_with_cue(reading, sentence, after, Concept::BaselineCue);
        let or_less = starts_with_cue(reading, sentence, after, Concept::TargetCue);
        let timed = matches!(quantity.kind, QuantityKind::Duration);
        if now_after && quantity.bound.is_none() && values.baseline.is_none() && !or_less {
            values.baseline = Some(words(quantity));
        } else if (quantity.bound.is_some() || aimed > today)
            && values.target.is_none()
            && !(timed && today.is_none() && aimed.is_none())
        {
            values.target = Some(words(quantity));
        } else if (today.is_some() || or_less) && values.baseline.is_none() && values.target.is_none() {
            values.baseline = Some(words(quantity));
        }
    }
    values
}

/// True for a date, or a span of time.
pub(super) fn is_time(quantity: &Quantity) -> bool {
    matches!(quantity.kind, QuantityKind::Date(_) | QuantityKind::DateRange(..) | QuantityKind::Duration)
}

/// True for what a measure can have as its value.
pub(super) fn is_value(quantity: &Quantity) -> bool {
    !matches!(
        quantity.kind,
        QuantityKind::Date(_)
            | QuantityKind::DateRange(..)
            | QuantityKind::Ordinal
            | QuantityKind::PValue
            | QuantityKind::SampleSize
    )
}

/// The end of the last phrase for a concept inside `gap`; with `close`, only when nothing but a word or two follows it.
fn cue(reading: &Reading<'_>, sentence: SentenceId, gap: TextRange, concept: Concept, close: bool) -> Option<u32> {
    reading
        .hits(sentence)
        .iter()
        .filter(|hit| hit.concept == concept && gap.start <= hit.text.start && hit.text.start < gap.end)
        .map(|hit| hit.text.end)
        .filter(|&end| !close || gap.end.saturating_sub(end) < 12)
        .max()
}

/// True when a phrase for a concept stands within the first words of `after`.
fn starts_with_cue(reading: &Reading<'_>, sentence: SentenceId, after: TextRange, concept: Concept) -> bool {
    reading.hits(sentence).iter().any(|hit| {
        hit.concept == concept
            && after.start <= hit.text.start
            && hit.text.start <= after.start + 2
            && hit.text.end <= after.end
    })
}
