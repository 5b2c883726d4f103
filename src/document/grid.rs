//! Cells in order → a table as a grid.

use crate::document::{Block, BlockId, BlockKind, Table};
use crate::span::Span;

/// A table that is being read.
#[derive(Debug)]
pub(super) struct Grid {
    /// Its index among the tables.
    pub(super) table: u32,
    /// Where it begins and, once known, ends in the source.
    pub(super) span: Span,
    cells: Vec<(u32, u32, BlockId)>,
    row: u32,
    column: u32,
    columns: u32,
    started: bool,
    /// For each column, how many rows a cell from above still reaches down.
    taken: Vec<u32>,
    /// Columns and rows that the next cell takes.
    reach: Option<(u32, u32)>,
    /// The header row is blank.
    headless: bool,
}

impl Grid {
    pub(super) fn new(table: u32, span: Span) -> Self {
        Self {
            table,
            span,
            cells: Vec::new(),
            row: 0,
            column: 0,
            columns: 0,
            started: false,
            taken: Vec::new(),
            reach: None,
            headless: false,
        }
    }

    /// The next cell begins a row. A first row without text is none: writers of plain lists in pipes leave it blank.
    pub(super) fn open_row(&mut self) {
        if self.started {
            if self.row == 0 && self.cells.is_empty() {
                self.headless = true;
            } else {
                self.row += 1;
            }
        }
        self.started = true;
        self.column = 0;
        for rows in &mut self.taken {
            *rows = rows.saturating_sub(1);
        }
        self.step();
    }

    /// The next cell takes `width` columns and `height` rows.
    pub(super) fn reach_down(&mut self, width: u32, height: u32) {
        self.reach = (height > 1).then_some((width, height));
    }

    /// Moves on to a column that no cell from above takes.
    fn step(&mut self) {
        while self.taken.get(self.column as usize).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
    }

    /// Place of the next cell.
    pub(super) fn place(&self) -> (u32, u32) {
        (self.row, self.column)
    }

    /// Puts the next cell, which takes `width` columns.
    pub(super) fn put(&mut self, block: Option<BlockId>, width: u32) {
        self.started = true;
        if let Some(block) = block {
            self.cells.push((self.row, self.column, block));
        }
        if let Some((width, height)) = self.reach.take() {
            let end = (self.column + width) as usize;
            if self.taken.len() < end && end < 1024 {
                self.taken.resize(end, 0);
            }
            for rows in self.taken.iter_mut().take(end).skip(self.column as usize) {
                *rows = height;
            }
        }
        self.column += width;
        self.columns = self.columns.max(self.column);
        self.step();
    }

    /// Fills in the finished table.
    pub(super) fn finish(self, table: &mut Table, blocks: &mut [Block]) {
        let rows = if self.started { self.row + 1 } else { 0 };
        // A few very wide rows among very many must not make a grid far larger than the source.
        let room = (self.cells.len() * 16).max(65_536) / (rows as usize).max(1);
        let columns = self.columns.min(room.max(1) as u32);
        let mut grid = vec![None; rows as usize * columns as usize];
        for (row, column, block) in self.cells {
            if column < columns {
                grid[(row * columns + column) as usize] = Some(block);
            } else {
                blocks[block as usize].kind = BlockKind::Paragraph;
            }
        }
        table.header &= !self.headless;
        table.rows = rows;
        table.columns = columns;
        table.cells = grid;
        table.span = self.span;
    }
}
