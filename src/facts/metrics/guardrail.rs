//! Sentences that say what must not get worse.

use super::ground::Ground;
use super::value::{self, Values};
use super::{Found, name, prose};
use crate::document::{BlockKind, SentenceId};
use crate::facts::MetricRole;
use crate::lexicon::Concept;
use crate::span::TextRange;

/// What a sentence has to say to guard something.
const CUES: [Concept; 3] = [Concept::GuardWithout, Concept::GuardLimit, Concept::GuardWatch];

pub(super) fn read(found: &mut Found<'_, '_>) {
    let reading = found.reading;
    for sentence in reading.sentences() {
        let block = reading.block_of(sentence);
        if !(reading.says_any(sentence, &CUES)
            || (reading.says(sentence, Concept::Verdict) && reading.says(sentence, Concept::IfAny)))
            || reading.doc.sentences[sentence as usize].question
        {
            continue;
        }
        if matches!(reading.doc.blocks[block as usize].kind, BlockKind::Cell { .. }) {
            continue;
        }
        let ground = found.grounds.at(reading, block).0;
        if let Some(part) = without(found, sentence)
            .or_else(|| limit(found, sentence, ground))
            .or_else(|| watch(found, sentence, ground))
            .or_else(|| tripwire(found, sentence, ground))
        {
            let words = found.name(sentence, part);
            let empty = prose::vague(reading.doc.lower_str(words.text))
                && !reading.quantities(sentence).iter().any(|q| part.contains(q.text));
            if !found.guarded.contains(&sentence) && !empty && found.words_in(sentence, part) >= 2 {
                found.add(words, MetricRole::Guardrail, Values::default());
            }
        }
    }
}

/// "… without raising the complaint rate".
fn without(found: &Found<'_, '_>, sentence: SentenceId) -> Option<TextRange> {
    let reading = found.reading;
    let hit = reading.hit(sentence, Concept::GuardWithout)?;
    let text = reading.doc.sentences[sentence as usize].text;
    let part = clause(found, sentence, hit.text.start);
    let measured = name::names_measure(reading, sentence, TextRange::new(hit.text.start, text.end));
    let aimed =
        reading.says_any(sentence, &[Concept::FromTo, Concept::ThenResult, Concept::SuccessLead, Concept::IfStart]);
    (measured && aimed).then_some(part)
}

/// "… must not fall by more than 5%".
fn limit(found: &Found<'_, '_>, sentence: SentenceId, ground: Ground) -> Option<TextRange> {
    let reading = found.reading;
    let hit = reading.hit(sentence, Concept::GuardLimit)?;
    let text = reading.doc.sentences[sentence as usize].text;
    let valued = reading.quantities(sentence).iter().any(|q| value::is_value(q) && q.text.start + 12 >= hit.text.start);
    let measured = name::names_measure(reading, sentence, text);
    let sure = match ground {
        Ground::Other => false,
        Ground::Open | Ground::Goals if reading.says(sentence, Concept::GuardWatch) => valued,
        Ground::Open | Ground::Goals => {
            measured
                && valued
                && reading.says_any(
                    sentence,
                    &[Concept::SuccessLead, Concept::ThenResult, Concept::Obligation, Concept::ValueAim],
                )
        }
        Ground::Measures => measured || valued,
    };
    sure.then(|| around(found, sentence, hit.text))
}

/// "We keep an eye on refunds".
fn watch(found: &Found<'_, '_>, sentence: SentenceId, ground: Ground) -> Option<TextRange> {
    let reading = found.reading;
    let hit = reading.hit(sentence, Concept::GuardWatch)?;
    if ground == Ground::Other {
        return None;
    }
    let measure = name::measure_from(reading, sentence, hit.text.end)?;
    (measure.start <= hit.text.end + 30).then_some(measure)
}

/// "If more than six people complain, it comes off": what must not happen.
fn tripwire(found: &Found<'_, '_>, sentence: SentenceId, ground: Ground) -> Option<TextRange> {
    let reading = found.reading;
    let condition = reading.hit(sentence, Concept::IfAny)?;
    if ground == Ground::Other
        || !reading.says(sentence, Concept::HaltVerdict)
        || reading.says(sentence, Concept::PastResult)
    {
        return None;
    }
    let text = reading.doc.sentences[sentence as usize].text;
    let rest = reading.doc.str(TextRange::new(condition.text.start, text.end));
    let end = rest.find([',', ';', '(']).map_or(text.end, |at| condition.text.start + at as u32);
    let part = TextRange::new(condition.text.start, end);
    let crossed = reading.hits(sentence).iter().any(|h| h.concept == Concept::CrossLimit && part.contains(h.text));
    let valued = reading.quantities(sentence).iter().any(|q| part.contains(q.text));
    (crossed && valued).then_some(part)
}

/// From `from` to the next mark that ends a clause.
fn clause(found: &Found<'_, '_>, sentence: SentenceId, from: u32) -> TextRange {
    let text = found.reading.doc.sentences[sentence as usize].text;
    let rest = found.reading.doc.str(TextRange::new(from, text.end));
    let end = rest.find([';', '.', '(', '—']).map_or(text.end, |at| from + at as u32);
    TextRange::new(from, end)
}

/// The clause around a phrase.
fn around(found: &Found<'_, '_>, sentence: SentenceId, hit: TextRange) -> TextRange {
    let text = found.reading.doc.sentences[sentence as usize].text;
    let before = found.reading.doc.str(TextRange::new(text.start, hit.start));
    let start = [", ", "; ", ": ", " (", " and ", " if "]
        .iter()
        .filter_map(|mark| before.rfind(mark).map(|at| at + mark.len()))
        .max();
    let start = start.map_or(text.start, |at| text.start + at as u32);
    let after = found.reading.doc.str(TextRange::new(hit.end, text.end));
    let end = after.find([';', ':', ')']).map_or(text.end, |at| hit.end + at as u32);
    // A limit alone says nothing of what it limits.
    let short = hit.start.saturating_sub(start) < 6;
    TextRange::new(if short { text.start } else { start }, end)
}
