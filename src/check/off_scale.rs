//! A mark that does not stand on the scale that the document declares for it.

use std::collections::BTreeMap;

use super::amount::number;
use super::score_columns::{Column, columns};
use super::{Case, Hit};
use crate::document::{BlockKind, Document, SectionId};
use crate::facts::scores::number_in;
use crate::lexicon::lists;
use crate::span::TextRange;

/// How far after the name of a criterion its scale may end, in bytes.
const LEGEND: usize = 240;
/// Most names of criteria whose scales are looked for.
const MOST: usize = 32;

/// A scale with its words.
#[derive(Debug, Clone)]
struct Scale {
    marks: Marks,
    place: TextRange,
}

#[derive(Debug, Clone, PartialEq)]
enum Marks {
    /// Anything from the first to the second.
    Range(f64, f64),
    /// These only.
    Steps(Vec<f64>),
}

impl Marks {
    fn has(&self, value: f64) -> bool {
        match self {
            Self::Range(low, high) => *low - 1e-9 <= value && value <= *high + 1e-9,
            Self::Steps(steps) => steps.iter().any(|step| (step - value).abs() < 1e-9),
        }
    }

    fn written(&self) -> String {
        match self {
            Self::Range(low, high) => format!("{}–{}", number(*low), number(*high)),
            Self::Steps(steps) => steps.iter().map(|step| number(*step)).collect::<Vec<_>>().join(", "),
        }
    }
}

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    if case.facts.scored.is_empty() && case.facts.contests.is_empty() {
        return Vec::new();
    }
    let mut declared = Declared::default();
    let columns = columns(case);
    let hits = columns.iter().filter_map(|column| of_column(case, column, &mut declared));
    let mut hits: Vec<Hit> = hits.collect();
    hits.sort_by_key(|hit| hit.span);
    hits.dedup_by_key(|hit| hit.span);
    hits
}

/// Scales that were looked for, each once.
#[derive(Debug, Default)]
struct Declared {
    /// By the name of a criterion.
    legends: BTreeMap<String, Vec<Scale>>,
    /// By the section of a table: one scale for all marks.
    general: BTreeMap<SectionId, Option<Scale>>,
}

fn of_column(case: &Case<'_>, column: &Column, declared: &mut Declared) -> Option<Hit> {
    let doc = case.doc;
    let titled = column.title.and_then(|title| in_title(doc, title));
    let scale = titled.or_else(|| declared.legend(doc, column)).or_else(|| declared.for_all(doc, column))?;
    let numbers = column.cells.iter().flatten().filter_map(|&cell| number_in(doc, cell));
    let marks = numbers.filter(|number| number.bare && !number.percent);
    let (off, on): (Vec<_>, Vec<_>) = marks.partition(|mark| !scale.marks.has(mark.value));
    let first = off.first()?;
    // Where most marks are off, the scale is that of something else.
    if on.len() < off.len() {
        return None;
    }
    let hit = case.hit(first.place).with("criterion", column.name.clone()).with("scale", scale.marks.written());
    Some(hit.beside("scale", doc.span_of(scale.place)))
}

/// `Impact (1–5)`, `Ease [1 to 10]`, `Fit (30%, 1-5)`.
fn in_title(doc: &Document<'_>, title: TextRange) -> Option<Scale> {
    let text = doc.lower_str(title);
    let open = text.find(['(', '['])?;
    let inside = text[open + 1..].trim_end().trim_end_matches([')', ']']);
    let piece = inside.split([',', ';']).find(|piece| range(piece.trim()).is_some_and(|(.., rest)| is_end(rest)))?;
    let (low, high, _) = range(piece.trim())?;
    plausible(low, high).then_some(Scale { marks: Marks::Range(low, high), place: title })
}

fn is_end(rest: &str) -> bool {
    matches!(rest.trim(), "" | "scale" | "points")
}

/// Scales of marks start at or near zero and are short.
fn plausible(low: f64, high: f64) -> bool {
    (0.0..=1.0).contains(&low) && low < high && (2.0..=10.0).contains(&high)
}

/// Two numbers with what joins them at the start of a text, and the rest of it.
fn range(text: &str) -> Option<(f64, f64, &str)> {
    let (low, rest) = leading(text)?;
    let rest = rest.trim_start();
    let rest = ["to ", "and ", "-", "–", "—", "…", "...", ".."].iter().find_map(|joint| rest.strip_prefix(joint))?;
    let (high, rest) = leading(rest.trim_start())?;
    (!rest.starts_with(['%', '/', '-', '–', 'k', 'x', '×'])).then_some((low, high, rest))
}

/// The number at the start of a text, and the rest of it.
fn leading(text: &str) -> Option<(f64, &str)> {
    let mut end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    while text[..end].ends_with('.') {
        end -= 1;
    }
    (end <= 5).then(|| text[..end].parse().ok()).flatten().map(|value| (value, &text[end..]))
}

impl Declared {
    /// The one scale that legends give a criterion.
    fn legend(&mut self, doc: &Document<'_>, column: &Column) -> Option<Scale> {
        let name = column.name.as_str();
        if name.len() < 3 || self.legends.len() >= MOST && !self.legends.contains_key(name) {
            return None;
        }
        let found = self.legends.entry(name.to_owned()).or_insert_with(|| legends(doc, name));
        let own = |scale: &&Scale| {
            let titled = column.title.is_some_and(|title| title.overlaps(scale.place));
            !titled && !column.cells.iter().flatten().any(|cell| cell.overlaps(scale.place))
        };
        let mut others = found.iter().filter(own);
        let first = others.next()?;
        others.all(|other| other.marks == first.marks).then(|| first.clone())
    }

    /// The one scale of all marks of a table.
    fn for_all(&mut self, doc: &Document<'_>, column: &Column) -> Option<Scale> {
        let at = doc.blocks.partition_point(|block| block.text.end < column.at.end);
        let section = doc.blocks.get(at).filter(|_| column.marks)?.section;
        self.general.entry(section).or_insert_with(|| of_all(doc, section)).clone()
    }
}

/// Scales behind a name: `Impact: 3 = massive, 2 = high, 1 = medium`, `Impact is scored from 0.25 to 3`.
fn legends(doc: &Document<'_>, name: &str) -> Vec<Scale> {
    let found = doc.lower.match_indices(name).filter_map(|(at, _)| {
        let end = at + name.len();
        let parted = !doc.lower[..at].ends_with(char::is_alphanumeric)
            && !doc.lower[end..].starts_with(|c: char| c.is_alphanumeric());
        let (marks, length) = parted.then(|| legend(legend_text(doc, at, end))).flatten()?;
        Some(Scale { marks, place: TextRange::new(at as u32, (end + length) as u32) })
    });
    found.collect()
}

/// What follows the name of a criterion in its own line, or in the next cell of its row.
fn legend_text<'d>(doc: &'d Document<'_>, at: usize, end: usize) -> &'d str {
    let mut stop = (end + LEGEND).min(doc.lower.len());
    while !doc.lower.is_char_boundary(stop) {
        stop -= 1;
    }
    let block = doc.blocks.partition_point(|block| (block.text.end as usize) < end);
    let alone = doc.blocks.get(block).is_some_and(|block| {
        matches!(block.kind, BlockKind::Cell { column: 0, .. })
            && block.text.start as usize == at
            && block.text.end as usize == end
    });
    let text = &doc.lower[end..stop];
    if !alone {
        return text.split('\n').next().unwrap_or_default();
    }
    let row = |block: usize| match doc.blocks.get(block).map(|block| block.kind) {
        Some(BlockKind::Cell { table, row, .. }) => Some((table, row)),
        _ => None,
    };
    if row(block) != row(block + 1) {
        return "";
    }
    let mut lines = text.match_indices('\n').map(|(line, _)| line);
    lines.next();
    &text[..lines.next().unwrap_or(text.len())]
}

/// Most criteria that are named beside one before the scale that they all have.
const MOST_BESIDE: usize = 4;

/// A scale at the start of what follows a name, and how long it is.
fn legend(text: &str) -> Option<(Marks, usize)> {
    let mut rest = text.trim_start_matches([' ', ':', '=', '(', '[', '\n', '–', '—', '-', '*', '_']);
    if let Some((low, high, after)) = range(rest) {
        let ended = is_range_end(after);
        return (ended && plausible(low, high)).then(|| (Marks::Range(low, high), text.len() - after.len()));
    }
    if let Some(found) = steps(text) {
        return Some(found);
    }
    // `Impact, confidence and ease run from 1 to 5`: the scale is that of each of them.
    for _ in 0..MOST_BESIDE {
        let joint = [", and ", ", ", "and ", " and "].iter().find_map(|joint| rest.strip_prefix(joint));
        let Some(other) = joint.map(|after| after.trim_start_matches(|c: char| c.is_alphabetic() || c == '-')) else {
            break;
        };
        rest = other.trim_start_matches(' ');
    }
    // `is scored on a scale from 1 to 5`
    let mut joined = false;
    while let Some(word) =
        rest.split(|c: char| !c.is_alphabetic()).next().filter(|word| lists::SCALE_JOINTS.contains(word))
    {
        joined = true;
        rest = rest[word.len()..].trim_start();
    }
    let (low, high, after) = range(rest).filter(|_| joined)?;
    (is_range_end(after) && plausible(low, high)).then(|| (Marks::Range(low, high), text.len() - after.len()))
}

/// What may follow a range that is a scale: no unit.
fn is_range_end(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with([')', ']', ',', ';', '.', ':', '(', '\n', '|']) || rest.starts_with("scale")
}

/// `3 = massive, 2 = high, 1 = medium, 0.5 = low`: marks with what each stands for.
fn steps(text: &str) -> Option<(Marks, usize)> {
    let mut marks = Vec::new();
    let mut last = 0;
    let mut first = None;
    for (at, _) in text.match_indices('=') {
        let before = text[..at].trim_end();
        let start = before
            .rfind(|c: char| !c.is_ascii_digit() && c != '.')
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let Ok(value) = before[start..].parse::<f64>() else { break };
        // Two ends of a range, or numbers far apart, are no marks one by one.
        let gap = &text[last..start];
        if before[..start].ends_with(['-', '–', '<', '>', '~', '%']) || marks.len() > 1 && gap.len() > 80 {
            return None;
        }
        first.get_or_insert(start);
        marks.push(value);
        last = at + 1;
    }
    let lead = first.filter(|&first| first <= 100 && !text[..first].contains(". "))?;
    let rest = &text[last..];
    let end = rest.find([';', '\n', ')', '.', ',']).unwrap_or(rest.len());
    if marks.len() < 3 || text[lead..last + end].contains(['…']) || text[lead..last].contains("...") {
        return None;
    }
    marks.sort_by(f64::total_cmp);
    let distinct = marks.windows(2).all(|pair| pair[0] < pair[1]);
    let (low, high) = (*marks.first()?, *marks.last()?);
    let whole = marks.iter().all(|mark| mark.fract() == 0.0);
    // Between whole marks that are told, others may stand; a ladder such as that of RICE has no rungs between.
    let marks = if whole { Marks::Range(low, high) } else { Marks::Steps(marks) };
    (distinct && (0.0..=10.0).contains(&low) && high <= 100.0).then_some((marks, last + end))
}

/// One scale for all marks of a section: `Each is scored from 1 to 5`.
fn of_all(doc: &Document<'_>, section: SectionId) -> Option<Scale> {
    let mut found: Option<Scale> = None;
    for (_, block) in doc.blocks_in(section).filter(|(_, block)| !matches!(block.kind, BlockKind::Cell { .. })) {
        for sentence in block.sentences.clone() {
            let place = doc.sentences[sentence as usize].text;
            let text = doc.lower_str(place);
            let mut words = text.split(|c: char| !c.is_alphabetic());
            if !words.any(|word| lists::SCALE_WORDS.contains(&word)) {
                continue;
            }
            let ranges: Vec<(f64, f64)> = text
                .char_indices()
                .filter(|&(at, c)| {
                    c.is_ascii_digit() && !text[..at].ends_with(|c: char| c.is_ascii_digit() || c == '.')
                })
                .filter_map(|(at, _)| range(&text[at..]))
                .filter(|(low, high, rest)| plausible(*low, *high) && (is_range_end(rest) || rest.starts_with(' ')))
                .map(|(low, high, _)| (low, high))
                .collect();
            let ([(low, high)], true) = (&ranges[..], is_general(text)) else { continue };
            let marks = Marks::Range(*low, *high);
            if found.as_ref().is_some_and(|known| known.marks != marks) {
                return None;
            }
            found = Some(Scale { marks, place });
        }
    }
    found
}

/// The sentence speaks of every criterion, not of one.
fn is_general(text: &str) -> bool {
    let starts = ["scored ", "each ", "every ", "all ", "marks ", "we scored ", "i scored ", "scores ", "scale"];
    starts.iter().any(|start| text.starts_with(start))
        && !["reach", "impact", "confidence", "effort", "ease"].iter().any(|part| text.contains(part))
}
