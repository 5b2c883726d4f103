//! A document → what is asked of it: texts, places, neighbours.

use std::ops::Range;

use crate::document::build::Builder;
use crate::document::{
    Aside, AsideKind, Block, BlockId, BlockKind, Document, List, Section, SectionId, SentenceId, front_matter, label,
    macros,
};
use crate::source::Source;
use crate::span::{Span, TextRange};

impl<'s> Document<'s> {
    /// Reads a source. Any text is a document; none is refused.
    pub fn read(source: &'s Source) -> Self {
        let start = source.bom_len();
        let front_matter = front_matter::read(&source.text()[start..], start);
        let start = front_matter.as_ref().map_or(start, |matter| matter.span.end);
        let calls = macros::find(source.text());
        let blank = (!calls.is_empty()).then(|| macros::blank(source.text(), &calls));
        let text = blank.as_deref().unwrap_or(source.text());
        let mut builder = Builder::new(source, text);
        builder.inline.asides.extend(calls.iter().map(|span| Aside { kind: AsideKind::Macro, span: *span }));
        builder.walk(start..text.len());
        builder.finish_html();
        builder.finish(front_matter)
    }

    /// The reading text at a place.
    pub fn str(&self, range: TextRange) -> &str {
        self.text.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// The reading text at a place, in ASCII lower case.
    pub fn lower_str(&self, range: TextRange) -> &str {
        self.lower.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// The lower-case text from one place to another; nothing when the second does not come after the first.
    pub fn lower_between(&self, from: u32, to: u32) -> &str {
        self.lower.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The numbers of the tokens that lie wholly within a stretch of the text.
    pub fn tokens_within(&self, text: TextRange) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.text.start < text.start);
        first..first + self.tokens[first..].partition_point(|token| token.text.end <= text.end)
    }

    /// The source at a place, exactly as written.
    pub fn quote(&self, span: Span) -> &str {
        self.source.get(span)
    }

    /// The smallest stretch of source that holds what `range` of the reading text stands for.
    pub fn span_of(&self, range: TextRange) -> Span {
        self.map.span_of(range)
    }

    /// The words of a block, label excluded.
    pub fn block_str(&self, block: BlockId) -> &str {
        self.str(self.blocks[block as usize].text)
    }

    /// The words of a block's label.
    pub fn label_str(&self, block: BlockId) -> Option<&str> {
        self.blocks[block as usize].label.map(|label| self.str(label))
    }

    /// The words of a sentence.
    pub fn sentence_str(&self, sentence: SentenceId) -> &str {
        self.str(self.sentences[sentence as usize].text)
    }

    /// A section and the ones around it, from the inside out; the last is the root.
    pub fn section_path(&self, section: SectionId) -> impl Iterator<Item = SectionId> + '_ {
        std::iter::successors(Some(section), |section| self.sections[*section as usize].parent)
    }

    /// The bare title of a section: without leading number, emoji, and the colon or hashes at its end. Empty for the root.
    pub fn title_of(&self, section: SectionId) -> TextRange {
        self.sections[section as usize]
            .heading
            .map_or(TextRange::default(), |heading| self.bare(self.blocks[heading as usize].text))
    }

    /// A range without leading number, bullet or emoji, and without a colon or hashes at its end.
    /// Numbered words such as `Step 2` stay.
    pub fn bare(&self, range: TextRange) -> TextRange {
        let text = self.str(range);
        let start = text.len() - label::without_number(text).len();
        let end = text.trim_end_matches([' ', ':', '#', '*']).len().max(start);
        TextRange::new(range.start + start as u32, range.start + end as u32)
    }

    /// Words and numbers of the content, headings and labels included.
    pub fn words(&self) -> usize {
        self.words
    }

    /// The title: of the front matter, else the first heading of level one, else what opens the document as a heading,
    /// else a label such as `Subject:` near the start, else the first heading.
    pub fn title(&self) -> Option<&str> {
        let front = self.front_matter.as_ref().and_then(|matter| matter.get("title"));
        if let Some(title) = front.filter(|title| !title.is_empty()) {
            return Some(title);
        }
        let heading = |wanted: fn(&Section) -> bool| {
            let section = self.sections.iter().find(|section| wanted(section))?;
            Some(self.block_str(section.heading?))
        };
        heading(|section| section.level == Some(1))
            .or_else(|| heading(|section| section.heading == Some(0)))
            .or_else(|| self.labelled_title())
            .or_else(|| heading(|section| section.level.is_some()))
            .or_else(|| heading(|section| section.heading.is_some()))
    }

    fn labelled_title(&self) -> Option<&str> {
        const LABELS: [&str; 4] = ["title", "subject", "re", "project"];
        let first = 0..self.blocks.len().min(8) as BlockId;
        let titled = |block: &BlockId| {
            self.label_str(*block).is_some_and(|label| LABELS.iter().any(|known| known.eq_ignore_ascii_case(label)))
        };
        first.into_iter().find(titled).map(|block| self.block_str(block)).filter(|title| !title.is_empty())
    }

    /// The list that a block is an item of, or stands in.
    pub fn list_of(&self, block: BlockId) -> Option<&List> {
        self.blocks[block as usize].list.map(|list| &self.lists[list as usize])
    }

    /// The header above a cell.
    pub fn column_header(&self, block: BlockId) -> Option<BlockId> {
        let BlockKind::Cell { table, row, column } = self.blocks[block as usize].kind else { return None };
        let table = &self.tables[table as usize];
        if table.header && row > 0 { table.cell(0, column) } else { None }
    }

    /// The first cell of a cell's row, where it is another one.
    pub fn row_header(&self, block: BlockId) -> Option<BlockId> {
        let BlockKind::Cell { table, row, column } = self.blocks[block as usize].kind else { return None };
        if column == 0 { None } else { self.tables[table as usize].cell(row, 0) }
    }

    /// The blocks of a section with its subsections, each with its id; the heading is not among them.
    pub fn blocks_in(&self, section: SectionId) -> impl Iterator<Item = (BlockId, &Block)> {
        let range = self.sections[section as usize].blocks.clone();
        range.map(|id| (id, &self.blocks[id as usize]))
    }
}

impl crate::document::FrontMatter {
    /// The value of a key, whatever its case.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(key)).map(|entry| entry.value.as_str())
    }
}
