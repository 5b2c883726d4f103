//! Lines of source → lines that fit the width, with the marked words kept.

use std::collections::BTreeMap;

use super::super::wrap::{is_unseen, width};
use crate::source::Source;
use crate::span::Span;

/// Lines that one mark may underline; of a longer place the first line stands for all.
const MARKED_LINES: usize = 3;
/// Columns of unmarked words kept before a mark when a line has to be shortened.
const BEFORE: usize = 16;
/// Columns for what was left out between two marks.
const ELLIPSIS: usize = 3;
/// The fewest columns that a shortened mark keeps.
const LEAST: usize = 12;

/// A place to underline.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) label: String,
    pub(super) primary: bool,
}

/// The lines from the first marked one to the last, shortened, and the marks moved along.
#[derive(Debug)]
pub(super) struct Excerpt {
    pub(super) text: String,
    pub(super) first_line: usize,
    pub(super) marks: Vec<Mark>,
}

impl Excerpt {
    /// Takes the marked lines out of `source` and makes each fit `columns`.
    pub(super) fn of(source: &Source, marks: &[Mark], columns: usize) -> Self {
        let by_line = by_line(source, marks);
        let first_line = by_line.keys().next().copied().unwrap_or(1);
        let last_line = by_line.keys().next_back().copied().unwrap_or(first_line);
        let mut excerpt = Self { text: String::new(), first_line, marks: Vec::new() };
        for line in first_line..=last_line {
            // Lines between are shown only next to a marked one.
            let beside = by_line.contains_key(&(line + 1)) || by_line.contains_key(&line.saturating_sub(1));
            match by_line.get(&line) {
                Some(marks) => excerpt.shorten(source.line(line), marks.clone(), columns),
                None if beside => excerpt.shorten(source.line(line), Vec::new(), columns),
                None => {}
            }
            excerpt.text.push('\n');
        }
        excerpt
    }

    /// Appends a line with its marks, leaving out what is farthest from them when it is too long.
    fn shorten(&mut self, line: &str, mut marks: Vec<Mark>, columns: usize) {
        marks.sort_by_key(|mark| mark.span);
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        let mut before = 0;
        for span in kept(line, &marks, columns) {
            if span.start > before {
                self.text.push_str(if before == 0 { "…" } else { " … " });
            }
            for (offset, character) in line.get(span.start..span.end).unwrap_or_default().char_indices() {
                places.insert(span.start + offset, self.text.len());
                self.text.push(seen(character));
            }
            places.insert(span.end, self.text.len());
            before = span.end;
        }
        if before < line.len() {
            self.text.push('…');
        }
        for mark in marks {
            let start = places.range(mark.span.start..).next();
            let end = places.range(..=mark.span.end).next_back();
            if let (Some((_, start)), Some((_, end))) = (start, end) {
                self.marks.push(Mark { span: Span::new(*start, *end.max(start)), ..mark });
            }
        }
    }
}

/// The parts of the marks that stand on each line, as byte ranges into the line.
fn by_line(source: &Source, marks: &[Mark]) -> BTreeMap<usize, Vec<Mark>> {
    let mut by_line: BTreeMap<usize, Vec<Mark>> = BTreeMap::new();
    for mark in marks {
        let first = source.position(mark.span.start).line;
        let last = source.position(mark.span.end.saturating_sub(1).max(mark.span.start)).line;
        let last = if last - first < MARKED_LINES { last } else { first };
        for line in first..=last {
            let text = source.line(line);
            let start = if line == first {
                byte_of_column(text, source.position(mark.span.start).column)
            } else {
                text.len() - text.trim_start().len()
            };
            let end = if source.position(mark.span.end).line == line {
                byte_of_column(text, source.position(mark.span.end).column)
            } else {
                text.trim_end().len()
            };
            let label = if line == last { mark.label.clone() } else { String::new() };
            let span = Span::new(start, end.max(start));
            by_line.entry(line).or_default().push(Mark { span, label, primary: mark.primary });
        }
    }
    by_line
}

fn byte_of_column(line: &str, column: usize) -> usize {
    line.trim_start_matches('\u{feff}')
        .char_indices()
        .nth(column - 1)
        .map_or(line.len(), |(offset, _)| offset + line.len() - line.trim_start_matches('\u{feff}').len())
}

/// The parts of a line that are shown: all of it when it fits; else the marks, each with words around it.
fn kept(line: &str, marks: &[Mark], columns: usize) -> Vec<Span> {
    let whole = Span::new(0, line.len());
    if width_of(line, whole) <= columns && labels_fit(line, marks, columns) {
        return vec![whole];
    }
    if marks.is_empty() {
        return vec![Span::new(0, word_end(line, 0, forward(line, 0, columns.saturating_sub(1))))];
    }
    let label = marks.iter().map(|mark| width(&mark.label) + 1).max().unwrap_or(0);
    let each = (columns.saturating_sub(label) / marks.len()).saturating_sub(ELLIPSIS).max(LEAST);
    let mut kept: Vec<Span> = Vec::new();
    for mark in marks {
        let before = BEFORE.min(each.saturating_sub(width_of(line, mark.span)));
        let start = word_start(line, backward(line, mark.span.start, before), mark.span.start);
        let end = forward(line, mark.span.start, each - width_of(line, Span::new(start, mark.span.start)));
        let end = end.min(mark.span.end).max(start);
        match kept.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ => kept.push(Span::new(start, end)),
        }
    }
    spread(line, &mut kept, columns);
    kept
}

/// True when every label has room to the right of its mark.
fn labels_fit(line: &str, marks: &[Mark], columns: usize) -> bool {
    marks.iter().all(|mark| {
        mark.label.is_empty() || width_of(line, Span::new(0, mark.span.end)) + 1 + width(&mark.label) <= columns
    })
}

/// Gives columns that are left over to the words after the last part.
fn spread(line: &str, kept: &mut [Span], columns: usize) {
    let taken: usize = kept.iter().map(|span| width_of(line, *span) + ELLIPSIS).sum();
    if let Some(last) = kept.last_mut() {
        let end = forward(line, last.end, columns.saturating_sub(taken));
        last.end = word_end(line, last.end, end);
    }
}

/// What stands for a character in the picture: a tab is one space, what cannot be seen is made visible.
fn seen(character: char) -> char {
    match character {
        '\t' => ' ',
        character if is_unseen(character) => '\u{fffd}',
        character => character,
    }
}

fn columns_of(character: char) -> usize {
    width(seen(character).encode_utf8(&mut [0; 4]))
}

fn width_of(line: &str, span: Span) -> usize {
    line.get(span.start..span.end).unwrap_or_default().chars().map(columns_of).sum()
}

/// The offset at most `columns` after `from`.
fn forward(line: &str, from: usize, columns: usize) -> usize {
    let mut taken = 0;
    for (offset, character) in line.get(from..).unwrap_or_default().char_indices() {
        taken += columns_of(character);
        if taken > columns {
            return from + offset;
        }
    }
    line.len()
}

/// The offset at most `columns` before `from`.
fn backward(line: &str, from: usize, columns: usize) -> usize {
    let mut taken = 0;
    for (offset, character) in line.get(..from).unwrap_or_default().char_indices().rev() {
        taken += columns_of(character);
        if taken > columns {
            return offset + character.len_utf8();
        }
    }
    0
}

/// The last end of a word up to `to`, not before `limit`.
fn word_end(line: &str, limit: usize, to: usize) -> usize {
    let goes_on = line.get(to..).and_then(|rest| rest.chars().next()).is_some_and(|it| !it.is_whitespace());
    let between = line.get(limit..to).unwrap_or_default();
    if goes_on { between.rfind(char::is_whitespace).map_or(limit, |space| limit + space) } else { to }
}

/// The first start of a word from `from` on, not after `limit`.
fn word_start(line: &str, from: usize, limit: usize) -> usize {
    let inside = line.get(..from).and_then(|before| before.chars().next_back()).is_some_and(|it| !it.is_whitespace());
    if !inside {
        return from;
    }
    let between = line.get(from..limit).unwrap_or_default();
    between.find(char::is_whitespace).map_or(limit, |space| {
        let rest = between.get(space..).unwrap_or_default();
        from + space + (rest.len() - rest.trim_start().len())
    })
}
