//! A table of two columns under no titles → the list of labelled items that says the same.
//!
//! `| Primary | first orders within 30 days |` below an empty header is `- Primary: first orders within 30 days`.

use crate::document::copy::Copy;
use crate::document::{BlockId, BlockKind, Document, List, Table};

/// Longest label, in bytes.
const LONGEST_LABEL: u32 = 64;
/// Words of the longest value, at least.
const FEWEST_WORDS: usize = 3;

/// Makes lists of all tables that are ones in other clothes.
pub(super) fn read(document: &mut Document<'_>) {
    let mut becomes: Vec<Option<(BlockId, u32)>> = Vec::new();
    for at in 0..document.tables.len() {
        let Some(pairs) = pairs_of(document, &document.tables[at]) else { continue };
        becomes.resize(document.blocks.len(), None);
        let list = document.lists.len() as u32;
        let table = &mut document.tables[at];
        (table.rows, table.cells) = (0, Vec::new());
        let items = pairs.iter().map(|(_, value)| *value).collect();
        document.lists.push(List { items, ordered: false, lead: table.lead, depth: 0, section: table.section });
        for (label, value) in pairs {
            becomes[value as usize] = Some((label, list));
        }
    }
    if !becomes.is_empty() {
        rebuild(document, &becomes);
    }
}

/// The label and the value of each row, which are two blocks one after the other.
fn pairs_of(document: &Document<'_>, table: &Table) -> Option<Vec<(BlockId, BlockId)>> {
    if table.header || table.columns != 2 || table.rows < 2 {
        return None;
    }
    let pair = |row: u32| {
        let (label, value) = (table.cell(row, 0)?, table.cell(row, 1)?);
        let (name, words) = (&document.blocks[label as usize], &document.blocks[value as usize]);
        let short = name.label.is_none() && name.sentences.len() == 1 && name.text.len() <= LONGEST_LABEL;
        let plain = words.label.is_none() && words.inside_item.is_none() && !words.quoted;
        (short && plain && value == label + 1).then_some((label, value))
    };
    let pairs: Vec<_> = (0..table.rows).map(pair).collect::<Option<_>>()?;
    // Where every value is a word or a number, the first row may as well be a title.
    let tells = |(_, value): &(BlockId, BlockId)| document.block_str(*value).split(' ').count() >= FEWEST_WORDS;
    pairs.iter().any(tells).then_some(pairs)
}

/// Writes the document anew, with a labelled item for each pair.
fn rebuild(document: &mut Document<'_>, becomes: &[Option<(BlockId, u32)>]) {
    let mut copy = Copy::default();
    for id in 0..document.blocks.len() as BlockId {
        copy.step();
        match (becomes[id as usize], becomes.get(id as usize + 1).copied().flatten()) {
            (Some((label, list)), _) => copy.pair(document, label, id, list),
            (None, Some((label, _))) if label == id => copy.ids.push(copy.blocks.len() as BlockId),
            _ => copy.block(document, id),
        }
    }
    copy.step();
    let tables = document.tables.len();
    copy.put(document, tables);
}

impl Copy {
    /// Copies a value as an item with its label.
    fn pair(&mut self, document: &Document<'_>, label: BlockId, value: BlockId, list: u32) {
        let name = &document.blocks[label as usize];
        let mut block = document.blocks[value as usize].clone();
        let said = &document.sentences[name.sentences.start as usize];
        block.kind = BlockKind::Item;
        block.list = Some(list);
        block.label = Some(name.text);
        block.span = name.span.cover(block.span);
        block.label_tokens = self.copy_tokens(document, said.tokens.clone());
        block.sentences = self.copy_sentences(document, value, 0, 0);
        self.ids.push(self.blocks.len() as BlockId);
        self.blocks.push(block);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn items(text: &str) -> Vec<(String, String)> {
        let source = Source::from_text(text);
        let document = Document::read(&source);
        let items = document.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Item);
        let said = |(id, _)| {
            let label = document.label_str(id as BlockId).unwrap_or_default().to_owned();
            (label, document.block_str(id as BlockId).to_owned())
        };
        items.map(said).collect()
    }

    #[test]
    fn rows_under_no_titles_are_labelled_items() {
        let text = "Before.\n\n| | |\n|---|---|\n| **Primary** | first orders within 30 days |\n| Guardrail | refunds. \
                    Below 2%. |\n\nAfter.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        let pairs = [("Primary", "first orders within 30 days"), ("Guardrail", "refunds. Below 2%.")];
        assert_eq!(items(text), pairs.map(|(label, value)| (label.to_owned(), value.to_owned())));
        let source = Source::from_text(text);
        let document = Document::read(&source);
        let paragraphs: Vec<&str> = (0..document.blocks.len() as BlockId)
            .filter(|&id| document.blocks[id as usize].kind == BlockKind::Paragraph)
            .map(|id| document.block_str(id))
            .collect();
        assert_eq!(paragraphs, ["Before.", "After."]);
        assert_eq!(document.tables.len(), 1);
        assert!(
            document.tables[0]
                .cells
                .iter()
                .flatten()
                .all(|&cell| { matches!(document.blocks[cell as usize].kind, BlockKind::Cell { table: 0, .. }) })
        );
    }

    #[test]
    fn a_table_with_titles_or_gaps_stays_one() {
        assert_eq!(items("| Measure | |\n|---|---|\n| Primary | first orders |\n"), []);
        assert_eq!(items("| | |\n|---|---|\n| Primary | |\n| Guardrail | refunds |\n"), []);
        assert_eq!(items("| | | |\n|---|---|---|\n| Primary | first orders | 12% |\n"), []);
    }
}
