//! A document written anew with some blocks made into others, and every number that points into it kept right.

use std::ops::Range;

use crate::document::{Block, BlockId, BlockKind, Document, Sentence, SentenceId, Token};

/// The document as it is written anew.
#[derive(Debug, Default)]
pub(super) struct Copy {
    pub(super) blocks: Vec<Block>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) tokens: Vec<Token>,
    /// For each old block, how many new ones stand before it, and which it has become.
    starts: Vec<BlockId>,
    pub(super) ids: Vec<BlockId>,
    /// Cells of new tables: table, row, column and the new block.
    pub(super) cells: Vec<(u32, u32, u32, BlockId)>,
}

impl Copy {
    /// The next old block is about to be copied, or the last one has been.
    pub(super) fn step(&mut self) {
        self.starts.push(self.blocks.len() as BlockId);
    }

    pub(super) fn copy_tokens(&mut self, document: &Document<'_>, range: Range<u32>) -> Range<u32> {
        let first = self.tokens.len() as u32;
        self.tokens.extend_from_slice(&document.tokens[range.start as usize..range.end.max(range.start) as usize]);
        first..self.tokens.len() as u32
    }

    /// Copies a block's sentences; the first begins at `from`, with the tokens from `tokens` on.
    pub(super) fn copy_sentences(
        &mut self,
        document: &Document<'_>,
        id: BlockId,
        from: u32,
        tokens: u32,
    ) -> Range<SentenceId> {
        let first = self.sentences.len() as SentenceId;
        let block = self.blocks.len() as BlockId;
        let old = document.blocks[id as usize].sentences.clone();
        for sentence in &document.sentences[old.start as usize..old.end as usize] {
            let mut sentence = sentence.clone();
            sentence.block = block;
            if sentence.text.start < from {
                sentence.text.start = from;
            }
            let range = sentence.tokens.start.max(tokens)..sentence.tokens.end;
            sentence.tokens = self.copy_tokens(document, range);
            self.sentences.push(sentence);
        }
        first..self.sentences.len() as SentenceId
    }

    /// Copies a block as it is.
    pub(super) fn block(&mut self, document: &Document<'_>, id: BlockId) {
        let mut block = document.blocks[id as usize].clone();
        block.label_tokens = self.copy_tokens(document, block.label_tokens);
        block.sentences = self.copy_sentences(document, id, 0, 0);
        block.inside_item = block.inside_item.map(|item| self.ids[item as usize]);
        self.ids.push(self.blocks.len() as BlockId);
        self.blocks.push(block);
    }

    /// Puts what was copied in place of what was there; tables from the number `old_tables` on are new.
    pub(super) fn put(self, document: &mut Document<'_>, old_tables: usize) {
        let id = |block: BlockId| self.ids[block as usize];
        for section in &mut document.sections {
            section.heading = section.heading.map(id);
            let Range { start, end } = section.blocks;
            section.blocks = self.starts[start as usize]..self.starts[end as usize];
        }
        for list in &mut document.lists {
            list.items.iter_mut().for_each(|item| *item = id(*item));
            list.lead = list.lead.map(id);
        }
        for (at, table) in document.tables.iter_mut().enumerate() {
            table.lead = table.lead.map(id);
            if at < old_tables {
                table.cells.iter_mut().for_each(|cell| *cell = cell.map(id));
            }
        }
        for (table, row, column, block) in self.cells {
            let table = &mut document.tables[table as usize];
            let at = (row * table.columns + column) as usize;
            table.cells[at] = Some(block);
        }
        document.blocks = self.blocks;
        document.sentences = self.sentences;
        document.tokens = self.tokens;
        order_tables(document);
        order_lists(document);
    }
}

/// Puts the tables in source order, without those that have no rows any more, and numbers them anew.
fn order_tables(document: &mut Document<'_>) {
    let numbers = order(&mut document.tables, |table| (table.rows > 0).then_some(table.span.start));
    for block in &mut document.blocks {
        if let BlockKind::Cell { table, .. } = &mut block.kind {
            *table = numbers[*table as usize];
        }
    }
}

/// Puts the lists in the order of their first items, and those without any at the end.
fn order_lists(document: &mut Document<'_>) {
    let numbers = order(&mut document.lists, |list| Some(list.items.first().copied().unwrap_or(BlockId::MAX)));
    for block in &mut document.blocks {
        block.list = block.list.map(|list| numbers[list as usize]);
    }
}

/// Sorts things by a key, leaves out those without one, and says where each has come to stand.
fn order<T, K: Ord>(things: &mut Vec<T>, key: impl Fn(&T) -> Option<K>) -> Vec<u32> {
    let mut kept: Vec<(K, u32, T)> = Vec::with_capacity(things.len());
    let mut numbers = vec![0; things.len()];
    for (at, thing) in (0..).zip(std::mem::take(things)) {
        kept.extend(key(&thing).map(|key| (key, at, thing)));
    }
    kept.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    for (new, (_, old, thing)) in (0..).zip(kept) {
        numbers[old as usize] = new;
        things.push(thing);
    }
    numbers
}
