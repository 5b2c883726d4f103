//! A list of names, each with labelled items under it → the table that says the same.
//!
//! `- Import` over `  - Gains: an hour a week` and `  - Costs: two weeks` is a row of a table with the columns "Gains" and
//! "Costs". Read as one, it means the same to everything that comes after.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::copy::Copy;
use crate::document::{Block, BlockId, BlockKind, Document, List, Sentence, SentenceId, Table, Token, TokenKind};
use crate::span::TextRange;

/// Most columns, the names' own counted.
const MOST_COLUMNS: usize = 12;
/// Longest label, in bytes.
const LONGEST_LABEL: usize = 64;
/// Longest name of a row, in bytes.
const LONGEST_NAME: u32 = 160;
/// Longest paragraph that introduces a table, in bytes and in sentences.
const LONGEST_LEAD: (u32, usize) = (240, 2);

/// Where a block stands in the table that its list becomes.
#[derive(Debug, Clone)]
struct Place {
    table: u32,
    row: u32,
    column: u32,
    label: Option<Label>,
    /// It is the first of its column, so that its label becomes the title.
    titles: bool,
}

/// A label, and where what it labels begins.
#[derive(Debug, Clone)]
struct Label {
    text: TextRange,
    tokens: Range<u32>,
    rest: u32,
    rest_tokens: u32,
}

/// A list that reads like a table.
struct Found {
    /// The list of names, and one of labelled items for each.
    lists: Vec<u32>,
    places: Vec<(BlockId, Place)>,
    rows: u32,
    columns: u32,
}

/// Makes tables of all lists that are ones in other clothes.
pub(super) fn read(document: &mut Document<'_>) {
    if !document.lists.iter().any(|list| list.depth == 1 && !list.items.is_empty()) {
        return;
    }
    let under: FxHashMap<BlockId, u32> = (0..)
        .zip(&document.lists)
        .filter(|(_, list)| list.depth == 1)
        .filter_map(|(at, list)| Some((document.blocks[*list.items.first()? as usize].inside_item?, at)))
        .collect();
    let mut found = Vec::new();
    for (at, list) in (0..).zip(&document.lists) {
        if list.depth == 0 && list.items.len() > 1 {
            found.extend(table_of(document, at, list, &under));
        }
    }
    if !found.is_empty() {
        rebuild(document, found);
    }
}

fn table_of(document: &Document<'_>, at: u32, list: &List, under: &FxHashMap<BlockId, u32>) -> Option<Found> {
    let mut lists = vec![at];
    let mut rows: Vec<(BlockId, &[BlockId])> = Vec::with_capacity(list.items.len());
    let first = *list.items.first()?;
    let mut next = first;
    for &item in &list.items {
        let inner = *under.get(&item)?;
        let values = &document.lists[inner as usize].items;
        let in_row = |(offset, &value): (u32, &BlockId)| value == item + 1 + offset;
        if item != next || !(0..).zip(values).all(in_row) {
            return None;
        }
        next = item + 1 + values.len() as u32;
        lists.push(inner);
        rows.push((item, values));
    }
    // Something more inside the last item would be cut off from it.
    let after = document.blocks.get(next as usize);
    if after.is_some_and(|block| block.inside_item.is_some_and(|item| item >= first)) {
        return None;
    }
    if document.blocks[first as usize..next as usize].iter().any(|block| block.quoted || block.task.is_some()) {
        return None;
    }
    let mut columns = Columns::default();
    let names: Vec<BlockId> = rows.iter().map(|(name, _)| *name).collect();
    let mut places = Columns::names(document, &names)?;
    for (row, (_, values)) in (1..).zip(&rows) {
        for &value in *values {
            places.push((value, columns.place(document, value, row)?));
        }
    }
    let (count, values) = (columns.labels.len(), places.len() - rows.len());
    let dense = 2 * values >= rows.len() * count;
    let told = columns.labels.iter().all(|column| column.marked || column.rows > 1);
    let shared = columns.labels.iter().any(|column| column.rows > 1);
    // One remark under each name makes no table, unless the names say that they are a column.
    let wide = count > 1 || places[0].1.titles;
    (count < MOST_COLUMNS && dense && told && shared && wide).then(|| {
        places.sort_unstable_by_key(|(block, _)| *block);
        Found { lists, places, rows: rows.len() as u32 + 1, columns: count as u32 + 1 }
    })
}

/// The columns met so far.
#[derive(Debug, Default)]
struct Columns {
    labels: Vec<Column>,
}

#[derive(Debug)]
struct Column {
    text: TextRange,
    rows: u32,
    last: u32,
    /// A label by its own looks, not only because others begin alike.
    marked: bool,
}

impl Columns {
    /// The names of the rows; where each begins with the same label, that is their title.
    fn names(document: &Document<'_>, names: &[BlockId]) -> Option<Vec<(BlockId, Place)>> {
        let short = |&name: &BlockId| (1..=LONGEST_NAME).contains(&document.blocks[name as usize].text.len());
        if !names.iter().all(short) {
            return None;
        }
        let labels: Vec<Option<Label>> = names.iter().map(|&name| label_of(document, name)).collect();
        let words = |label: &Option<Label>| label.as_ref().map(|label| document.str(label.text));
        let shared = labels.iter().all(|label| label.is_some() && words(label) == words(&labels[0]));
        let placed = names.iter().zip(labels).zip(1..).map(|((&name, label), row)| {
            let label = label.filter(|_| shared);
            (name, Place { table: 0, row, column: 0, titles: row == 1 && label.is_some(), label })
        });
        Some(placed.collect())
    }

    /// The place of a labelled item; none where it has no label, or one that its row has already.
    fn place(&mut self, document: &Document<'_>, value: BlockId, row: u32) -> Option<Place> {
        let label = label_of(document, value)?;
        let words = document.str(label.text);
        let known = self.labels.iter().position(|column| document.str(column.text) == words);
        let (at, titles) = if let Some(at) = known {
            let column = &mut self.labels[at];
            if column.last == row {
                return None;
            }
            column.last = row;
            column.rows += 1;
            (at, false)
        } else {
            let marked = document.blocks[value as usize].label.is_some();
            self.labels.push(Column { text: label.text, rows: 1, last: row, marked });
            (self.labels.len() - 1, true)
        };
        (at < MOST_COLUMNS).then(|| Place { table: 0, row, column: at as u32 + 1, label: Some(label), titles })
    }
}

/// The label of a block, or what stands before the colon in its first sentence.
fn label_of(document: &Document<'_>, block: BlockId) -> Option<Label> {
    let b = &document.blocks[block as usize];
    let first = &document.sentences[b.sentences.clone().next()? as usize];
    if let Some(text) = b.label {
        return Some(Label {
            text,
            tokens: b.label_tokens.clone(),
            rest: b.text.start,
            rest_tokens: first.tokens.start,
        });
    }
    let tokens = &document.tokens[first.tokens.start as usize..first.tokens.end as usize];
    let colon = tokens.iter().position(|token| document.str(token.text) == ":")?;
    let mark = tokens[colon].text;
    let after = tokens.get(colon + 1)?;
    let text = TextRange::new(b.text.start, mark.start);
    let spaced = after.text.start > mark.end;
    (spaced && colon > 0 && text.len() as usize <= LONGEST_LABEL).then(|| {
        let colon = first.tokens.start + colon as u32;
        Label { text, tokens: first.tokens.start..colon, rest: after.text.start, rest_tokens: colon + 1 }
    })
}

/// Writes the document anew, with the lists found as tables.
fn rebuild(document: &mut Document<'_>, found: Vec<Found>) {
    let mut places: Vec<Option<Place>> = vec![None; document.blocks.len()];
    let old_tables = document.tables.len() as u32;
    for (table, found) in (old_tables..).zip(found) {
        let first = found.places[0].0;
        let last = found.places[found.places.len() - 1].0;
        let span = document.blocks[first as usize].span.cover(document.blocks[last as usize].span);
        let size = (found.rows * found.columns) as usize;
        document.tables.push(Table {
            rows: found.rows,
            columns: found.columns,
            header: true,
            cells: vec![None; size],
            lead: lead_of(document, first),
            section: document.blocks[first as usize].section,
            span,
        });
        for list in found.lists {
            document.lists[list as usize].items.clear();
        }
        for (block, place) in found.places {
            places[block as usize] = Some(Place { table, ..place });
        }
    }
    let mut copy = Copy::default();
    for (id, place) in (0..).zip(&places) {
        copy.step();
        match place {
            Some(place) => copy.cell(document, id, place),
            None => copy.block(document, id),
        }
    }
    copy.step();
    copy.put(document, old_tables as usize);
}

/// The short paragraph right before a list.
fn lead_of(document: &Document<'_>, first: BlockId) -> Option<BlockId> {
    let before = first.checked_sub(1)?;
    let (b, this) = (&document.blocks[before as usize], &document.blocks[first as usize]);
    let short = b.sentences.len() <= LONGEST_LEAD.1 && b.text.len() < LONGEST_LEAD.0;
    (b.kind == BlockKind::Paragraph && b.section == this.section && short).then_some(before)
}

impl Copy {
    /// Copies an item as a cell, after the title of its column where it is the first.
    fn cell(&mut self, document: &Document<'_>, id: BlockId, place: &Place) {
        if let Some(label) = place.label.as_ref().filter(|_| place.titles) {
            self.title(document, id, place, label);
        }
        let old = &document.blocks[id as usize];
        let mut block = as_cell(old, place.table, place.row, place.column);
        block.label_tokens = 0..0;
        if let Some(label) = &place.label {
            block.text.start = label.rest;
            block.sentences = self.copy_sentences(document, id, label.rest, label.rest_tokens);
        } else if let Some(label) = old.label {
            block.text.start = label.start;
            block.sentences = self.joined_sentences(document, id, label);
        } else {
            block.sentences = self.copy_sentences(document, id, 0, 0);
        }
        block.bold_lead = old.bold_lead.filter(|bold| bold.start >= block.text.start);
        let id = self.blocks.len() as BlockId;
        self.cells.push((place.table, place.row, place.column, id));
        self.ids.push(id);
        self.blocks.push(block);
    }

    /// The sentences of a name whose first words were taken for a label.
    fn joined_sentences(&mut self, document: &Document<'_>, id: BlockId, label: TextRange) -> Range<SentenceId> {
        let old = &document.blocks[id as usize];
        let first = self.copy_tokens(document, old.label_tokens.clone());
        let rest = TextRange::new(label.end, old.text.start);
        if let Some(colon) = document.str(rest).find(':') {
            let start = rest.start + colon as u32;
            self.tokens.push(Token { text: TextRange::new(start, start + 1), kind: TokenKind::Mark, code: false });
        }
        let sentences = self.copy_sentences(document, id, 0, 0);
        if let Some(sentence) = self.sentences.get_mut(sentences.start as usize) {
            sentence.text.start = label.start;
            sentence.tokens.start = first.start;
        }
        sentences
    }

    fn title(&mut self, document: &Document<'_>, id: BlockId, place: &Place, label: &Label) {
        let mut block = as_cell(&document.blocks[id as usize], place.table, 0, place.column);
        block.text = label.text;
        block.span = document.span_of(label.text);
        let tokens = self.copy_tokens(document, label.tokens.clone());
        block.label_tokens = tokens.start..tokens.start;
        let sentence = self.sentences.len() as SentenceId;
        let id = self.blocks.len() as BlockId;
        let question = document.str(label.text).ends_with('?');
        self.sentences.push(Sentence { text: label.text, block: id, tokens, placeholder: false, question });
        block.sentences = sentence..sentence + 1;
        self.cells.push((place.table, 0, place.column, id));
        self.blocks.push(block);
    }
}

/// A block made a cell, its words still to be filled in.
fn as_cell(block: &Block, table: u32, row: u32, column: u32) -> Block {
    Block {
        kind: BlockKind::Cell { table, row, column },
        label: None,
        list: None,
        inside_item: None,
        bold_lead: None,
        ..block.clone()
    }
}
