//! Markdown events → blocks.

use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};

use crate::document::build::Builder;
use crate::document::grid::Grid;
use crate::document::leaf::Leaf;
use crate::document::{AsideKind, BlockKind, HeadingForm, List, Table};
use crate::span::Span;

/// How Markdown is read. Front matter is read apart: the parser would take any text between two rules for it.
pub fn markdown_options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
}

/// What is kept while walking besides the document itself.
#[derive(Debug, Default)]
struct Walk {
    leaf: Option<Leaf>,
    grid: Option<Grid>,
    image: Option<(Range<usize>, u32)>,
    code_block: bool,
}

impl Builder<'_> {
    /// Reads `text`, which stands in the source (or in a copy of the same length) from `base` on.
    pub(super) fn walk(&mut self, text: &str, base: usize) {
        let mut walk = Walk::default();
        let events: OffsetIter<'_> = Parser::new_ext(text, markdown_options()).into_offset_iter();
        let mut definitions: Vec<Range<usize>> =
            events.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
        definitions.sort_by_key(|range| range.start);
        for range in definitions {
            self.inline.aside(AsideKind::Markup, Span::new(range.start + base, range.end + base));
        }
        for (event, range) in events {
            let range = range.start + base..range.end + base;
            match event {
                Event::Start(tag) => self.start(&mut walk, &tag, &range),
                Event::End(tag) => self.end(&mut walk, tag, &range),
                other => self.inline_event(&mut walk, &other, &range),
            }
        }
        self.close_leaf(&mut walk);
    }

    fn start(&mut self, walk: &mut Walk, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.open_leaf(walk, Leaf::Paragraph);
            }
            Tag::Heading { level, .. } => {
                let text = &self.source.text()[range.clone()];
                let form = if text.starts_with('#') { HeadingForm::Atx } else { HeadingForm::Setext };
                self.open_leaf(walk, Leaf::Heading { form, level: Some(*level as u32) });
                let line = text.trim_end();
                self.inline.touch(&(range.start..range.start + line.len()));
            }
            Tag::BlockQuote(callout) => {
                self.close_leaf(walk);
                self.containers.open_quote(callout.is_none());
            }
            Tag::List(first) => {
                self.close_leaf(walk);
                self.open_list(first.is_some());
            }
            Tag::Item => {
                self.close_leaf(walk);
                self.containers.open_item();
            }
            Tag::FootnoteDefinition(_) => {
                self.close_leaf(walk);
                self.containers.open_footnote();
            }
            Tag::CodeBlock(_) => {
                self.close_leaf(walk);
                walk.code_block = true;
                self.break_off();
                self.inline.aside(AsideKind::Code, Span::new(range.start, range.end));
            }
            Tag::HtmlBlock => {
                self.close_leaf(walk);
            }
            Tag::Table(_) => {
                self.close_leaf(walk);
                walk.grid = Some(self.open_table(Span::new(range.start, range.end), true));
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(grid) = &mut walk.grid {
                    grid.open_row();
                }
            }
            Tag::TableCell => {
                if let Some(grid) = &walk.grid {
                    let (row, column) = grid.place();
                    self.open_leaf(walk, Leaf::Cell { table: grid.table, row, column });
                }
            }
            Tag::Image { .. } => {
                self.need_leaf(walk);
                walk.image.get_or_insert_with(|| (range.clone(), self.inline.at()));
            }
            Tag::Emphasis => self.mark(walk, range, |inline| &mut inline.italic),
            Tag::Strong => self.mark(walk, range, |inline| &mut inline.bold),
            Tag::Strikethrough => self.mark(walk, range, |inline| &mut inline.struck),
            Tag::Link { .. } => self.mark(walk, range, |inline| &mut inline.links),
            Tag::DefinitionList | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, walk: &mut Walk, tag: TagEnd, range: &Range<usize>) {
        let at = self.inline.at();
        match tag {
            TagEnd::Emphasis => self.inline.italic.close(at),
            TagEnd::Strong => self.inline.bold.close(at),
            TagEnd::Strikethrough => self.inline.struck.close(at),
            TagEnd::Link => self.inline.links.close(at),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition => {
                self.close_leaf(walk)
            }
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::List(_) | TagEnd::FootnoteDefinition => {
                self.close_leaf(walk);
                self.containers.close();
            }
            TagEnd::CodeBlock => walk.code_block = false,
            TagEnd::TableCell => {
                let block = self.close_cell(walk);
                if let Some(grid) = &mut walk.grid {
                    grid.put(block, 1);
                }
            }
            TagEnd::Table => {
                if let Some(grid) = walk.grid.take() {
                    self.close_table(grid, range.end);
                }
            }
            TagEnd::Image => {
                if let Some((image, from)) = walk.image.take_if(|(image, _)| *image == *range) {
                    self.end_image(walk, &image, from);
                }
            }
            _ => {}
        }
    }

    fn inline_event(&mut self, walk: &mut Walk, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(_) if walk.code_block => {}
            Event::Text(text) => {
                self.need_leaf(walk);
                self.inline.touch(range);
                self.inline.push(text, self.source.text(), range);
            }
            Event::Code(text) => {
                self.need_leaf(walk);
                self.inline.touch(range);
                self.inline.code.open(self.inline.at());
                self.inline.aligned(text, self.source.text(), range);
                self.inline.code.close(self.inline.at());
            }
            Event::SoftBreak => self.inline.line_break(false, Span::new(range.start, range.end)),
            Event::HardBreak => self.inline.line_break(true, Span::new(range.start, range.end)),
            Event::TaskListMarker(ticked) => {
                if let Some(item) = self.containers.item_mut() {
                    item.task = Some(*ticked);
                }
            }
            Event::Rule => {
                self.close_leaf(walk);
                self.break_off();
            }
            Event::Html(text) if text.trim_start().starts_with("<!--") => {
                self.inline.aside(AsideKind::Comment, Span::new(range.start, range.end));
            }
            Event::InlineHtml(text) => {
                if text.starts_with("<!--") {
                    self.inline.aside(AsideKind::Comment, Span::new(range.start, range.end));
                } else if text.starts_with("<br") {
                    self.inline.line_break(true, Span::new(range.start, range.end));
                }
            }
            _ => {}
        }
    }

    fn mark(
        &mut self,
        walk: &mut Walk,
        range: &Range<usize>,
        runs: fn(&mut crate::document::inline::Inline) -> &mut crate::document::inline::Runs,
    ) {
        self.need_leaf(walk);
        self.inline.touch(range);
        let at = self.inline.at();
        runs(&mut self.inline).open(at);
    }

    /// Nothing that comes next belongs to what came before.
    fn break_off(&mut self) {
        self.pending_label = None;
        self.just_before = None;
    }

    fn open_leaf(&mut self, walk: &mut Walk, leaf: Leaf) {
        self.close_leaf(walk);
        self.inline.begin();
        walk.leaf = Some(leaf);
    }

    /// The text of a tight item comes without a paragraph around it.
    fn need_leaf(&mut self, walk: &mut Walk) {
        if walk.leaf.is_none() {
            self.open_leaf(walk, Leaf::Paragraph);
        }
    }

    fn close_leaf(&mut self, walk: &mut Walk) {
        self.close_cell(walk);
    }

    fn close_cell(&mut self, walk: &mut Walk) -> Option<u32> {
        walk.leaf.take().and_then(|leaf| self.finish_leaf(leaf))
    }

    fn end_image(&mut self, walk: &mut Walk, image: &Range<usize>, from: u32) {
        let words = &self.inline.text[from as usize..];
        let enough = words.split_ascii_whitespace().count() >= 3;
        let span = Span::new(image.start, image.end);
        let inside = matches!(walk.leaf, Some(Leaf::Cell { .. } | Leaf::Heading { .. }));
        let first = from == self.inline.start;
        if enough && inside && first {
            self.inline.touch(image);
        } else if enough && !inside && (first || self.inline.breaks.last().is_some_and(|last| last.at + 1 == from)) {
            let alt = self.inline.cut(from);
            self.close_leaf(walk);
            self.inline.begin();
            self.inline.paste(alt);
            self.inline.touch(image);
            self.finish_image(span);
        } else {
            self.inline.discard(from);
            self.inline.aside(AsideKind::Markup, span);
        }
    }

    fn open_list(&mut self, ordered: bool) {
        let index = self.lists.len() as u32;
        let around = self.containers.top();
        let before = self.just_before.filter(|id| {
            let block = &self.blocks[*id as usize];
            self.str(block.text).ends_with(':') && matches!(block.kind, BlockKind::Paragraph | BlockKind::Item)
        });
        let lead = before.or_else(|| self.containers.item().and_then(|item| item.block));
        self.lists.push(List {
            items: Vec::new(),
            ordered,
            lead,
            depth: around.list_depth,
            section: self.outline.current(),
        });
        self.pending_label = None;
        self.containers.open_list(index);
    }

    fn open_table(&mut self, span: Span, header: bool) -> Grid {
        let table = self.tables.len() as u32;
        let lead = self.just_before.filter(|id| {
            let block = &self.blocks[*id as usize];
            block.kind == BlockKind::Paragraph && block.sentences.len() <= 2 && block.text.len() < 240
        });
        self.pending_label = None;
        self.tables.push(Table {
            rows: 0,
            columns: 0,
            header,
            cells: Vec::new(),
            lead,
            section: self.outline.current(),
            span,
        });
        Grid::new(table, span)
    }

    fn close_table(&mut self, mut grid: Grid, end: usize) {
        grid.span.end = grid.span.end.max(end);
        let index = grid.table as usize;
        grid.finish(&mut self.tables[index], &mut self.blocks);
        self.break_off();
    }
}
