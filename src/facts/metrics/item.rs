//! List items, labelled lines and headings that name measures, and the sentences between them.

use super::ground::{Ground, role_of};
use super::table::first_sentence;
use super::value::{self, Values};
use super::{Found, name, prose};
use crate::document::{BlockId, BlockKind, SentenceId};
use crate::facts::{MetricRole, Words};
use crate::lexicon::Concept;
use crate::mention::ConceptSet;
use crate::span::TextRange;

/// Labels whose text is about the measure before.
const VALUE_LABELS: [Concept; 5] =
    [Concept::BaselineLabel, Concept::TargetLabel, Concept::WhenLabel, Concept::SourceLabel, Concept::FormulaLabel];

/// Labels of what is no measure.
const OTHER_LABELS: [Concept; 8] = [
    Concept::TitleReason,
    Concept::TitleRisks,
    Concept::NotGoalTitle,
    Concept::TitleQuestions,
    Concept::TitleProblem,
    Concept::TitleSegment,
    Concept::TitleLimits,
    Concept::TitleDecision,
];

pub(super) fn read(found: &mut Found<'_, '_>) {
    let doc = found.reading.doc;
    let mut leads = vec![false; doc.blocks.len()];
    for lead in doc.lists.iter().filter_map(|list| list.lead) {
        leads[lead as usize] = true;
    }
    for block in 0..doc.blocks.len() as BlockId {
        let b = &doc.blocks[block as usize];
        if found.done[block as usize] || b.image || b.struck {
            continue;
        }
        match b.kind {
            BlockKind::Heading(_) => heading(found, block),
            BlockKind::Cell { .. } => cell(found, block),
            _ => {
                let read = !enumerated(found, block) && labelled(found, block)
                    || matches!(b.kind, BlockKind::Item) && item(found, block, leads[block as usize])
                    || code_item(found, block);
                if !read {
                    // The line that introduces a list of measures names none.
                    let end = if leads[block as usize] { b.sentences.end.saturating_sub(1) } else { b.sentences.end };
                    for sentence in b.sentences.start..end {
                        prose::read(found, sentence);
                    }
                }
            }
        }
    }
}

/// True for a label that only counts: `KR1`, `Goal 2`, `M3`.
fn enumerated(found: &Found<'_, '_>, block: BlockId) -> bool {
    let Some(label) = found.reading.doc.label_str(block) else { return false };
    label.len() <= 16
        && label.ends_with(|c: char| c.is_ascii_digit())
        && label.split(' ').count() <= 3
        && !label.starts_with(|c: char| c.is_ascii_digit())
}

/// An item about a field or an event of a program.
fn code_item(found: &Found<'_, '_>, block: BlockId) -> bool {
    let reading = found.reading;
    matches!(reading.doc.blocks[block as usize].kind, BlockKind::Item)
        && first_sentence(reading, block).is_some_and(|s| name::opens_with_code(reading, s))
}

/// Most words of a measure that a heading names after a colon.
const NAMED_WORDS: usize = 8;

/// A heading that names a measure: "North star: weekly cooks", or one under "Success metrics".
fn heading(found: &mut Found<'_, '_>, block: BlockId) {
    let reading = found.reading;
    let b = &reading.doc.blocks[block as usize];
    let title = reading.heading(b.section);
    if let Some(sentence) = first_sentence(reading, block)
        && title.has(Concept::PrimaryTitle)
        && title.has(Concept::MeasureTitle)
        && let Some(colon) = reading.doc.str(b.text).find(": ")
    {
        let name = reading.words_in(sentence, TextRange::new(b.text.start + colon as u32 + 1, b.text.end));
        if (1..=NAMED_WORDS).contains(&found.words_in(sentence, name.text)) {
            found.add(name, MetricRole::Primary, Values::default());
            return;
        }
    }
    let Some(parent) = reading.doc.sections[b.section as usize].parent else { return };
    let (Some(above), Some(sentence)) = (reading.doc.sections[parent as usize].heading, first_sentence(reading, block))
    else {
        return;
    };
    let (ground, role) = found.grounds.section(reading, above);
    if ground != Ground::Measures
        || reading.says_any(sentence, &[Concept::MeasureTitle, Concept::ReviewTitle, Concept::GoalTitle])
    {
        return;
    }
    let title = reading.doc.title_of(b.section);
    let part = name::clause(reading, sentence, title.start);
    if name::is_measure(reading, sentence, part) {
        let words = found.name(sentence, part);
        found.add(words, role, Values::default());
    }
}

/// The second cell of a table of two columns: its first cell is its label.
fn cell(found: &mut Found<'_, '_>, block: BlockId) {
    let reading = found.reading;
    let BlockKind::Cell { table, column, .. } = reading.doc.blocks[block as usize].kind else { return };
    if column != 1 || reading.doc.tables[table as usize].columns != 2 {
        return;
    }
    let Some(label) = reading.row_name(block) else { return };
    let title = reading.whole(label);
    if title.has_any(&VALUE_LABELS) {
        value_of_current(found, block, &title);
    } else if title.has_any(&[Concept::MeasureTitle, Concept::GuardrailTitle]) && !title.has_any(&OTHER_LABELS) {
        named_after_label(found, block, role_of(&title, MetricRole::Plain));
    }
}

/// Reads a block with a label; false when the label makes it nothing of a measure.
fn labelled(found: &mut Found<'_, '_>, block: BlockId) -> bool {
    let reading = found.reading;
    let Some(label) = reading.doc.blocks[block as usize].label else { return false };
    let title = reading.label(block);
    let (ground, role) = found.grounds.at(reading, block);
    if title.has_any(&OTHER_LABELS) && !title.has_any(&[Concept::MeasureTitle, Concept::GuardrailTitle]) {
        return false;
    }
    if title.has_any(&VALUE_LABELS) && value_of_current(found, block, title) {
        return true;
    }
    if title.has(Concept::GuardrailTitle)
        || title.has(Concept::MeasureTitle)
        || (ground == Ground::Measures && title.has_any(&[Concept::PrimaryTitle, Concept::InputTitle]))
    {
        return named_after_label(found, block, role_of(title, role));
    }
    let Some(first) = first_sentence(reading, block) else { return false };
    let text = reading.doc.sentences[first as usize].text;
    let values = value::values(reading, first, text);
    let held_to = is_held_to(found, first, &values);
    if ground < Ground::Goals && !(held_to && ground == Ground::Open) {
        return false;
    }
    let measured = title.has_any(&[Concept::MeasureHead, Concept::MeasureNoun]);
    let rest = name::names_measure(reading, first, text) || reading.says(first, Concept::FormulaCue);
    let changes = values.target.is_some() || values.baseline.is_some();
    let sure = if ground == Ground::Measures {
        measured || rest || changes
    } else if held_to {
        true
    } else {
        (measured && (rest || changes)) || (changes && reading.says(first, Concept::FromTo))
    };
    if !sure || reading.doc.sentences[first as usize].placeholder && !measured {
        return false;
    }
    let name = Words { text: label, sentence: first, block };
    let at = found.add(name, role, values);
    if rest {
        let metric = &mut found.metrics[at];
        metric.formula = metric.formula.or(Some(reading.words_of(first)));
    }
    limit(found, at, first);
    for sentence in reading.doc.blocks[block as usize].sentences.clone().skip(1) {
        let more = value::values(reading, sentence, reading.doc.sentences[sentence as usize].text);
        found.metrics[at].take(more);
        limit(found, at, sentence);
    }
    true
}

/// True for "3% of orders now; not above 4%": a value of today beside a limit or an aim, which is a measure wherever it stands.
fn is_held_to(found: &Found<'_, '_>, sentence: SentenceId, values: &Values) -> bool {
    values.baseline.is_some()
        && found.reading.says(sentence, Concept::NowSaid)
        && (values.target.is_some() || found.reading.says(sentence, Concept::GuardLimit))
}

/// A measure that an item names before a colon, with its value today and what it is held to after it.
fn held_after_colon(found: &mut Found<'_, '_>, sentence: SentenceId, role: MetricRole) -> bool {
    let reading = found.reading;
    let text = reading.doc.sentences[sentence as usize].text;
    let Some(colon) = reading.doc.str(text).find(": ") else { return false };
    let name = TextRange::new(text.start, text.start + colon as u32);
    let values = value::values(reading, sentence, TextRange::new(name.end + 1, text.end));
    if !(2..=14).contains(&found.words_in(sentence, name)) || !is_held_to(found, sentence, &values) {
        return false;
    }
    let at = found.add(reading.words_in(sentence, name), role, values);
    limit(found, at, sentence);
    true
}

/// A limit that a measure must not pass makes it a guardrail, if nothing else is aimed at.
fn limit(found: &mut Found<'_, '_>, at: usize, sentence: SentenceId) {
    let reading = found.reading;
    if reading.says(sentence, Concept::GuardLimit)
        && !reading.says(sentence, Concept::FromTo)
        && found.metrics[at].role == MetricRole::Plain
    {
        found.metrics[at].role = MetricRole::Guardrail;
        found.guarded.insert(sentence);
    }
}

/// "Baseline: 12%" after a measure, or under a heading or item that names one.
fn value_of_current(found: &mut Found<'_, '_>, block: BlockId, title: &ConceptSet) -> bool {
    let reading = found.reading;
    let Some(words) = reading.words_of_block(block) else { return false };
    if reading.doc.sentences[words.sentence as usize].placeholder {
        return false;
    }
    let b = &reading.doc.blocks[block as usize];
    let near = found.current.filter(|(_, at)| {
        let c = &reading.doc.blocks[*at as usize];
        c.section == b.section
            && (b.inside_item.is_none() || b.inside_item == Some(*at) || b.inside_item == c.inside_item)
    });
    let valued = reading.quantities(words.sentence).iter().any(value::is_value);
    let at = match near {
        Some((at, _)) => at,
        None if valued && title.has_any(&[Concept::BaselineLabel, Concept::TargetLabel]) => {
            let Some(at) = above(found, block) else { return false };
            at
        }
        None => return false,
    };
    let metric = &mut found.metrics[at];
    let first = reading.words_of(words.sentence);
    let inside = value::values(reading, words.sentence, first.text);
    if title.has(Concept::BaselineLabel) && valued {
        metric.baseline = metric.baseline.or(Some(first));
    } else if title.has(Concept::TargetLabel) && (valued || reading.length(words.sentence) <= 12) {
        metric.target = metric.target.or(Some(first));
        metric.timeframe = metric.timeframe.or(inside.timeframe);
    } else if title.has(Concept::WhenLabel) {
        metric.timeframe = metric.timeframe.or(Some(first));
    } else if title.has(Concept::FormulaLabel) {
        metric.formula = metric.formula.or(Some(first));
    } else if title.has(Concept::SourceLabel) {
        metric.source = metric.source.or(Some(first));
        if name::names_measure(reading, words.sentence, first.text) {
            metric.formula = metric.formula.or(Some(first));
        }
    } else {
        return false;
    }
    found.done[block as usize] = true;
    true
}

/// The measure that the item or the heading above a block names.
fn above(found: &mut Found<'_, '_>, block: BlockId) -> Option<usize> {
    let reading = found.reading;
    let b = &reading.doc.blocks[block as usize];
    let over = b.inside_item.or_else(|| reading.doc.sections[b.section as usize].heading)?;
    let sentence = first_sentence(reading, over)?;
    let text = reading.doc.blocks[over as usize].text;
    if matches!(reading.doc.blocks[over as usize].kind, BlockKind::Heading(_))
        && !name::names_measure(reading, sentence, text)
    {
        return None;
    }
    let part = name::clause(reading, sentence, text.start);
    let role = found.grounds.at(reading, block).1;
    let words = found.name(sentence, part);
    Some(found.add(words, role, Values::default()))
}

/// A block whose label says that a measure follows: "KPI: …", "Guardrails: error rate, refunds".
fn named_after_label(found: &mut Found<'_, '_>, block: BlockId, role: MetricRole) -> bool {
    let reading = found.reading;
    let Some(first) = first_sentence(reading, block) else { return false };
    let sentence = &reading.doc.sentences[first as usize];
    if sentence.placeholder || reading.length(first) > 45 {
        return false;
    }
    // "Guardrails: refunds, calls" names several at once.
    let at = if role == MetricRole::Guardrail && reading.length(first) <= 20 {
        found.add(reading.words_of(first), role, value::values(reading, first, sentence.text))
    } else {
        add_whole(found, first, role)
    };
    for sentence in reading.doc.blocks[block as usize].sentences.clone().skip(1) {
        let values = value::values(reading, sentence, reading.doc.sentences[sentence as usize].text);
        if values.is_empty() {
            prose::read(found, sentence);
        } else {
            found.metrics[at].take(values);
        }
    }
    true
}

/// A measure whose name begins a sentence.
fn add_whole(found: &mut Found<'_, '_>, sentence: SentenceId, role: MetricRole) -> usize {
    let reading = found.reading;
    let text = reading.doc.sentences[sentence as usize].text;
    let (start, target) = name::after_leading_value(reading, sentence, text.start);
    let start = after_verb(found, sentence, after_circumstance(found, sentence, start));
    let part = name::clause(reading, sentence, start);
    let rest = TextRange::new(if start > text.start { text.start } else { part.end.min(text.end) }, text.end);
    let mut values = value::values(reading, sentence, rest);
    values.target = target.or(values.target).or_else(|| pushed_to(found, sentence, text.start, start));
    let words = found.name(sentence, part);
    found.add(words, role, values)
}

/// "In the pilot shops, refunds": the name comes after the comma.
fn after_circumstance(found: &Found<'_, '_>, sentence: SentenceId, start: u32) -> u32 {
    let reading = found.reading;
    let text = reading.doc.sentences[sentence as usize].text;
    let part = name::clause(reading, sentence, start);
    let first = reading.doc.lower_str(part).split(' ').next().unwrap_or_default();
    let rest = reading.doc.str(TextRange::new(part.end, text.end));
    if matches!(
        first,
        "in" | "on" | "for" | "at" | "by" | "within" | "after" | "during" | "among" | "across" | "from" | "once"
    ) && rest.starts_with(", ")
    {
        part.end + 2
    } else {
        start
    }
}

/// "Get 500 members to renew": the value between the verb and the name.
fn pushed_to(found: &Found<'_, '_>, sentence: SentenceId, from: u32, to: u32) -> Option<Words> {
    let reading = found.reading;
    let between = TextRange::new(from, to);
    let quantity = reading
        .quantities(sentence)
        .iter()
        .find(|q| between.contains(q.text) && value::is_value(q) && !q.kind.is_time())?;
    Some(reading.words_in(sentence, quantity.qualified))
}

/// "Raise the share of …": the name comes after the verb.
fn after_verb(found: &Found<'_, '_>, sentence: SentenceId, start: u32) -> u32 {
    let reading = found.reading;
    let hits = reading.hits(sentence);
    let moved = hits.iter().find(|h| {
        h.concept == Concept::ChangeVerb
            && h.text.start == start
            && h.text.end < reading.doc.sentences[sentence as usize].text.end
    });
    let Some(verb) = moved else { return start };
    let head =
        hits.iter().find(|h| h.concept == Concept::MeasureHead && start <= h.text.start && h.text.start <= start + 16);
    head.map_or_else(|| name::after_leading_value(reading, sentence, verb.text.end + 1).0, |h| h.text.start)
}

/// Reads a list item without a label as a measure; false when it is none.
fn item(found: &mut Found<'_, '_>, block: BlockId, is_lead: bool) -> bool {
    let reading = found.reading;
    let Some(first) = first_sentence(reading, block) else { return false };
    let (ground, role) = found.grounds.at(reading, block);
    let sentence = &reading.doc.sentences[first as usize];
    if sentence.placeholder || name::opens_with_code(reading, first) {
        return false;
    }
    if ground < Ground::Goals {
        return ground == Ground::Open && held_after_colon(found, first, role);
    }
    // Details below an item that is a measure are about it.
    if reading.doc.blocks[block as usize].inside_item.is_some_and(|over| found.done[over as usize]) {
        return false;
    }
    if is_lead && reading.says_any(first, &[Concept::MeasureTitle, Concept::GuardrailTitle]) {
        return true;
    }
    let text = sentence.text;
    let length = reading.length(first);
    let (start, target) = name::after_leading_value(reading, first, text.start);
    let part = name::clause(reading, first, start);
    let shaped = name::is_measure(reading, first, part);
    let aimed =
        target.is_some() || reading.says(first, Concept::FromTo) || !value::values(reading, first, text).is_empty();
    let limited = reading.says(first, Concept::GuardLimit) && name::names_measure(reading, first, text);
    let moves = name::change_from(reading, first, text.start).is_some_and(|c| c.start <= text.start + 2)
        && name::names_measure(reading, first, text);
    let valued = reading.quantities(first).iter().any(|q| value::is_value(q) && !q.kind.is_time() && !q.spelled);
    let pushed = reading.says(first, Concept::ChangeVerb) && (valued || reading.says(first, Concept::ByHowMuch));
    if sentence.question && !shaped {
        return false;
    }
    let sure = match ground {
        Ground::Measures => {
            shaped || limited || (length <= 9 && name::names_measure(reading, first, text)) || (aimed && length <= 30)
        }
        _ => {
            shaped
                || moves
                || (pushed && length <= 30)
                || (aimed && reading.says(first, Concept::FromTo) && length <= 30)
        }
    };
    if sure {
        let guarded = limited && role == MetricRole::Plain && !reading.says(first, Concept::FromTo);
        let at = if guarded {
            found.add(reading.words_of(first), MetricRole::Guardrail, value::values(reading, first, text))
        } else {
            add_whole(found, first, role)
        };
        for sentence in reading.doc.blocks[block as usize].sentences.clone().skip(1) {
            let more = value::values(reading, sentence, reading.doc.sentences[sentence as usize].text);
            found.metrics[at].take(more);
        }
        return true;
    }
    if ground == Ground::Measures && !reading.says(first, Concept::PastResult) {
        if let Some(part) =
            name::change_from(reading, first, text.start).or_else(|| name::measure_from(reading, first, text.start))
        {
            let values = value::values(reading, first, text);
            let words = found.name(first, part);
            found.add(words, role, values);
            return true;
        }
    }
    false
}
