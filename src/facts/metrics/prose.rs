//! Sentences that say by what success is judged.

use super::ground::Ground;
use super::{Found, name, value};
use crate::document::SentenceId;
use crate::facts::MetricRole;
use crate::lexicon::Concept;
use crate::mention::Hit;
use crate::span::TextRange;

/// Concepts without which a sentence in plain prose names no measure.
const CUES: [Concept; 10] = [
    Concept::SuccessLead,
    Concept::SuccessHint,
    Concept::MetricIs,
    Concept::TrackPlan,
    Concept::FromTo,
    Concept::FormulaCue,
    Concept::DividedBy,
    Concept::ValueAim,
    Concept::EffectFound,
    Concept::ThenResult,
];

pub(super) fn read(found: &mut Found<'_, '_>, sentence: SentenceId) {
    let reading = found.reading;
    let s = &reading.doc.sentences[sentence as usize];
    if s.placeholder || s.question || reading.doc.blocks[s.block as usize].quoted || reading.length(sentence) < 4 {
        return;
    }
    let (ground, role) = found.grounds.at(reading, s.block);
    if ground != Ground::Measures && !reading.says_any(sentence, &CUES) {
        // "… below 6%. Today it is 12%."
        if reading.says(sentence, Concept::NowSaid) {
            follow_up(found, sentence);
        }
        return;
    }
    if computes_current(found, sentence) {
        return;
    }
    let part = after_success(found, sentence)
        .or_else(|| after_metric_is(found, sentence))
        .or_else(|| defined(found, sentence))
        .or_else(|| after_track(found, sentence, ground))
        .or_else(|| changed(found, sentence, ground))
        .or_else(|| in_place(found, sentence, ground))
        .or_else(|| affected(found, sentence, ground));
    let measures = |(part, _): &(TextRange, bool)| {
        let mut hits = reading.hits(sentence).iter();
        !hits.any(|hit| hit.concept == Concept::NoMeasure && hit.text.overlaps(*part))
    };
    let Some((part, primary)) = part.filter(measures) else {
        follow_up(found, sentence);
        return;
    };
    let values = value::values(reading, sentence, s.text);
    let words = found.name(sentence, part);
    let role = if primary && role == MetricRole::Plain { MetricRole::Primary } else { role };
    let at = found.add(words, role, values);
    if reading.says(sentence, Concept::FormulaCue) {
        let metric = &mut found.metrics[at];
        metric.formula = metric.formula.or(Some(reading.words_of(sentence)));
    }
}

/// "It is counted as …": how the measure before is computed.
fn computes_current(found: &mut Found<'_, '_>, sentence: SentenceId) -> bool {
    let reading = found.reading;
    let Some((at, block)) = found.current else { return false };
    let words = reading.doc.lower_str(reading.doc.sentences[sentence as usize].text);
    let about_it = ["it ", "this ", "that ", "we count it", "we measure it", "we measure this", "we compute it"]
        .iter()
        .any(|start| words.starts_with(start));
    let near =
        reading.doc.blocks[block as usize].section == reading.doc.blocks[reading.block_of(sentence) as usize].section;
    let computes = about_it
        && near
        && reading.says(sentence, Concept::FormulaCue)
        && sentence <= found.metrics[at].name.sentence + 4;
    if computes {
        let metric = &mut found.metrics[at];
        metric.formula = metric.formula.or(Some(reading.words_of(sentence)));
    }
    computes
}

type Named = Option<(TextRange, bool)>;

fn first(found: &Found<'_, '_>, sentence: SentenceId, concept: Concept) -> Option<Hit> {
    found.reading.hit(sentence, concept)
}

/// "We will know it worked when …", "success means …".
fn after_success(found: &Found<'_, '_>, sentence: SentenceId) -> Named {
    let reading = found.reading;
    if let Some(lead) = first(found, sentence, Concept::SuccessLead) {
        let from = start_of_clause(found, sentence, lead.text.end);
        let (from, _) = name::after_leading_value(reading, sentence, from);
        let measure = name::measure_from(reading, sentence, from);
        let whole = name::clause(reading, sentence, from);
        // The whole clause tells more than a measure inside it; "when it just works" tells nothing.
        let told =
            measure.is_some() || !reading.quantities(sentence).is_empty() || !vague(reading.doc.lower_str(whole));
        let part = if told && found.words_in(sentence, whole) >= 3 { Some(whole) } else { measure };
        return part.map(|part| (part, false));
    }
    let hint = first(found, sentence, Concept::SuccessHint)?;
    if reading.says(sentence, Concept::PastResult) {
        return None;
    }
    let measure = name::change_from(reading, sentence, hint.text.end)
        .or_else(|| name::measure_from(reading, sentence, hint.text.end))?;
    let aimed = reading
        .hits(sentence)
        .iter()
        .any(|h| h.concept == Concept::MeasureChange && h.text.start >= hint.text.end)
        && reading.says(sentence, Concept::MeasureNoun)
        || !reading.quantities(sentence).is_empty()
        || reading.hits(sentence).iter().any(|h| h.concept == Concept::MeasureHead && h.text.start >= hint.text.end);
    aimed.then_some((measure, false))
}

/// "Our primary metric is …".
fn after_metric_is(found: &Found<'_, '_>, sentence: SentenceId) -> Named {
    let reading = found.reading;
    let hit = first(found, sentence, Concept::MetricIs)?;
    let primary = reading.says(sentence, Concept::PrimaryTitle);
    if let Some(measure) = name::measure_from(reading, sentence, hit.text.end) {
        return (!reading.says(sentence, Concept::Negation)).then_some((measure, primary));
    }
    let said = reading.doc.lower_str(hit.text);
    let named = said.ends_with(':') || matches!(said.rsplit(' ').next(), Some("is" | "are"));
    let part = name::clause(reading, sentence, start_of_clause(found, sentence, hit.text.end));
    // "Measure: both have agreed (12% today)."
    let opens = hit.text.start == reading.doc.sentences[sentence as usize].text.start;
    let primary = primary || opens && reading.says(sentence, Concept::NowSaid);
    (primary && named && (2..=14).contains(&found.words_in(sentence, part)) && !vague(reading.doc.lower_str(part)))
        .then_some((part, true))
}

/// Most words of a name that a formula follows.
const DEFINED_WORDS: usize = 6;

/// "Fixed once = jobs fixed at the first visit, divided by all jobs reported".
fn defined(found: &Found<'_, '_>, sentence: SentenceId) -> Named {
    let reading = found.reading;
    if !reading.says(sentence, Concept::DividedBy) || reading.says(sentence, Concept::ScoreFormula) {
        return None;
    }
    let text = reading.doc.sentences[sentence as usize].text;
    let equals = reading.doc.str(text).find(" = ")? as u32;
    let name = TextRange::new(text.start, text.start + equals);
    (1..=DEFINED_WORDS).contains(&found.words_in(sentence, name)).then_some((name, false))
}

/// "We will track the share of …".
fn after_track(found: &Found<'_, '_>, sentence: SentenceId, ground: Ground) -> Named {
    let reading = found.reading;
    let hit = first(found, sentence, Concept::TrackPlan)?;
    if ground == Ground::Other {
        return None;
    }
    let measure = name::measure_from(reading, sentence, hit.text.end)?;
    // The object of the verb, not something said later in the sentence.
    (ground == Ground::Measures || measure.start <= hit.text.end + 40).then_some((measure, false))
}

/// "… goes from 12% to 9%", "raise … to at least 30%".
fn changed(found: &Found<'_, '_>, sentence: SentenceId, ground: Ground) -> Named {
    let reading = found.reading;
    if !reading.says_any(sentence, &[Concept::FromTo, Concept::ValueAim, Concept::ThenResult])
        || ground == Ground::Other
    {
        return None;
    }
    if reading.says(sentence, Concept::PastResult) && !reading.says(sentence, Concept::Intention) {
        return None;
    }
    let text = reading.doc.sentences[sentence as usize].text;
    let values = value::values(reading, sentence, text);
    let both = values.baseline.is_some() && values.target.is_some();
    let aimed = values.target.is_some()
        && reading.says_any(sentence, &[Concept::Intention, Concept::SuccessHint])
        && ground >= Ground::Open;
    let meant = reading.says_any(sentence, &[Concept::ValueAim, Concept::ThenResult]);
    if !(both || aimed || (ground >= Ground::Goals && values.target.is_some())) || !meant {
        return None;
    }
    let part = name::measure_from(reading, sentence, text.start)?;
    // What changes is named before its values: "cut the form from nine fields to four" moves no measure.
    let moved = values.target.or(values.baseline).is_none_or(|value| part.start < value.text.start || !both);
    moved.then_some((part, false))
}

/// Under "Success metrics" a measure that is named will do.
fn in_place(found: &Found<'_, '_>, sentence: SentenceId, ground: Ground) -> Named {
    let reading = found.reading;
    if ground != Ground::Measures || reading.says(sentence, Concept::PastResult) {
        return None;
    }
    let text = reading.doc.sentences[sentence as usize].text;
    let head = first(found, sentence, Concept::MeasureHead);
    let valued = !value::values(reading, sentence, text).is_empty() && reading.says(sentence, Concept::MeasureNoun);
    (head.is_some() || valued || reading.says(sentence, Concept::FormulaCue)).then_some(())?;
    name::measure_from(reading, sentence, text.start).map(|part| (part, false))
}

/// "The banner significantly raised the share of …": what an experiment was judged by.
fn affected(found: &Found<'_, '_>, sentence: SentenceId, ground: Ground) -> Named {
    let reading = found.reading;
    if ground == Ground::Other && !reading.says(sentence, Concept::ExperimentWord) {
        return None;
    }
    let hit = first(found, sentence, Concept::EffectFound)?;
    let head =
        reading.hits(sentence).iter().find(|h| h.concept == Concept::MeasureHead && h.text.start >= hit.text.start)?;
    let part = name::clause(reading, sentence, head.text.start);
    (found.words_in(sentence, part) >= 4).then_some((part, false))
}

/// True when a clause begins with a pronoun, so that it names nothing.
pub(super) fn vague(clause: &str) -> bool {
    matches!(clause.split(' ').next(), Some("it" | "this" | "that" | "they" | "you" | "everyone" | "everything"))
}

/// "Today that is 12%. We want 20%." after a measure.
fn follow_up(found: &mut Found<'_, '_>, sentence: SentenceId) {
    let reading = found.reading;
    let Some((at, block)) = found.current else { return };
    if block != reading.block_of(sentence) || sentence > found.metrics[at].name.sentence + 2 {
        return;
    }
    // "To see 4 points we need 1,094 a side" plans a test and aims at nothing.
    if reading.doc.lower_str(reading.doc.sentences[sentence as usize].text).starts_with("to ") {
        return;
    }
    let values = value::values(reading, sentence, reading.doc.sentences[sentence as usize].text);
    found.metrics[at].take(values);
}

/// Past a colon, "that" or a blank.
fn start_of_clause(found: &Found<'_, '_>, sentence: SentenceId, end: u32) -> u32 {
    let text = found.reading.doc.sentences[sentence as usize].text;
    let rest = found.reading.doc.str(TextRange::new(end.min(text.end), text.end));
    end + (rest.len() - rest.trim_start_matches([' ', ':', ',', '-', '–', '—']).len()) as u32
}
