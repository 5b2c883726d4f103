//! Lines with pipes that Markdown takes for a paragraph → the table that they were meant to be.

use crate::document::BlockKind;
use crate::document::build::{Builder, New};
use crate::document::guidance;
use crate::document::leaf::Line;
use crate::span::{Span, TextRange};

/// Where a table stands among the lines of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// First line.
    first: usize,
    /// The line of dashes that follows the header, if any.
    dashes: Option<usize>,
    /// Just past the last line.
    end: usize,
}

impl Builder<'_, '_> {
    /// A table among lines: a header over dashes that do not match it, or rows that have pipes at both ends.
    pub(super) fn loose_table(&self, lines: &[Line]) -> Option<Found> {
        if lines.len() < 2 || !lines.iter().any(|line| self.str(line.text).contains('|')) {
            return None;
        }
        let has_pipe = |line: &Line| self.str(line.text).contains('|');
        let dashes = lines.iter().position(|line| is_dashes(self.str(line.text))).filter(|index| *index > 0);
        if let Some(dashes) = dashes.filter(|dashes| has_pipe(&lines[dashes - 1])) {
            let end = lines[dashes..].iter().position(|line| !has_pipe(line)).map_or(lines.len(), |len| dashes + len);
            return Some(Found { first: dashes - 1, dashes: Some(dashes), end });
        }
        let closed = |line: &Line| {
            let words = self.str(line.text);
            words.len() > 2 && words.starts_with('|') && words.ends_with('|')
        };
        lines.iter().all(closed).then_some(Found { first: 0, dashes: None, end: lines.len() })
    }

    /// Adds the table, and the lines around it as what they are.
    pub(super) fn emit_loose_table(&mut self, lines: &[Line], found: &Found) {
        self.emit_lines(&lines[..found.first]);
        let rows = &lines[found.first..found.end];
        let span = rows.iter().map(|line| line.source).reduce(Span::cover).unwrap_or_default();
        let mut grid = self.open_table(span, found.dashes.is_some());
        for (index, line) in (found.first..).zip(rows) {
            if Some(index) == found.dashes {
                continue;
            }
            grid.open_row();
            for cell in self.cells(line.text) {
                let words = self.str(cell);
                let empty = words.is_empty() || guidance::is_empty_cell(words) || guidance::is_bracketed(words);
                let (row, column) = grid.place();
                let kind = BlockKind::Cell { table: grid.table, row, column };
                let block = (!empty).then(|| {
                    let span = self.inline.map.span_of(cell);
                    self.emit(New { kind, text: cell, label: None, span, image: false })
                });
                grid.put(block, 1);
            }
        }
        self.close_table(grid, span.end);
        self.emit_lines(&lines[found.end..]);
    }

    /// The places between the pipes of a row.
    fn cells(&self, row: TextRange) -> Vec<TextRange> {
        let words = self.str(row);
        let inner = words.strip_prefix('|').unwrap_or(words);
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        let mut start = row.start + u32::from(words.starts_with('|'));
        inner
            .split('|')
            .map(|cell| {
                let range = TextRange::new(start, start + cell.len() as u32);
                start = range.end + 1;
                self.trimmed(range)
            })
            .collect()
    }
}

/// `|---|:-:|`
fn is_dashes(words: &str) -> bool {
    words.contains('|') && words.contains('-') && words.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
}
