//! Markdown events → blocks.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::document::build::Builder;
use crate::document::inline::{Inline, Runs};
use crate::document::leaf::Leaf;
use crate::document::{AsideKind, HeadingForm, fences};
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

impl Builder<'_, '_> {
    /// Reads a part of the text.
    pub(super) fn walk(&mut self, part: Range<usize>) {
        let base = part.start;
        let events = Parser::new_ext(&self.text[part], markdown_options()).into_offset_iter();
        let definitions = events.reference_definitions().iter().map(|(_, definition)| definition.span.clone());
        self.inline.asides.extend(definitions.map(|range| crate::document::Aside {
            kind: AsideKind::Markup,
            span: Span::new(range.start + base, range.end + base),
        }));
        for (event, range) in events {
            let range = range.start + base..range.end + base;
            match event {
                Event::Start(tag) => self.start(&tag, &range),
                Event::End(tag) => self.end(tag, &range),
                other => self.inline_event(&other, &range),
            }
        }
        self.close_leaf();
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => self.open_leaf(Leaf::Paragraph),
            Tag::Heading { level, .. } => {
                let text = &self.text[range.clone()];
                let form = if text.starts_with('#') { HeadingForm::Atx } else { HeadingForm::Setext };
                self.open_leaf(Leaf::Heading { form, level: Some(*level as u32) });
                self.inline.touch(&(range.start..range.start + text.trim_end().len()));
            }
            Tag::BlockQuote(callout) => {
                self.open_container();
                self.containers.open_quote(callout.is_none());
            }
            Tag::List(first) => {
                self.open_container();
                self.open_list(first.is_some());
            }
            Tag::Item => {
                self.open_container();
                self.containers.open_item();
            }
            Tag::FootnoteDefinition(_) => {
                self.open_container();
                self.containers.open_footnote();
            }
            Tag::CodeBlock(kind) => {
                self.close_leaf();
                self.break_off();
                self.in_code = true;
                self.code_block(kind, range);
            }
            Tag::HtmlBlock => self.close_leaf(),
            Tag::Table(_) => {
                self.close_leaf();
                if !self.in_html_cell() {
                    self.grid = Some(self.open_table(Span::new(range.start, range.end), true));
                }
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(grid) = &mut self.grid {
                    grid.open_row();
                }
            }
            Tag::TableCell => {
                let place = self.grid.as_ref().map(|grid| (grid.table, grid.place()));
                match place {
                    Some((table, (row, column))) => self.open_leaf(Leaf::Cell { table, row, column }),
                    None => self.open_leaf(Leaf::Paragraph),
                }
            }
            Tag::Image { .. } => {
                self.need_leaf();
                let at = self.inline.at();
                self.image.get_or_insert_with(|| (range.clone(), at));
            }
            Tag::Emphasis => self.mark(range, |inline| &mut inline.italic),
            Tag::Strong => self.mark(range, |inline| &mut inline.bold),
            Tag::Strikethrough => self.mark(range, |inline| &mut inline.struck),
            Tag::Link { .. } => self.mark(range, |inline| &mut inline.links),
            // These need options that are not used.
            Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        let at = self.inline.at();
        match tag {
            TagEnd::Emphasis => self.inline.italic.close(at),
            TagEnd::Strong => self.inline.bold.close(at),
            TagEnd::Strikethrough => self.inline.struck.close(at),
            TagEnd::Link => self.inline.links.close(at),
            TagEnd::Paragraph | TagEnd::Heading(_) => {
                self.end_inline_skip(range.end);
                self.close_leaf();
            }
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::List(_) | TagEnd::FootnoteDefinition => {
                self.end_inline_skip(range.end);
                self.close_leaf();
                if let Some(depth) = self.floors.pop() {
                    self.close_to(depth - 1);
                }
            }
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::HtmlBlock => self.end_html_block(),
            TagEnd::TableCell => {
                self.end_inline_skip(range.end);
                if self.in_html_cell() {
                    return;
                }
                let block = self.close_cell();
                if let Some(grid) = &mut self.grid {
                    grid.put(block, 1);
                }
            }
            TagEnd::Table => {
                if let Some(grid) = self.grid.take() {
                    let end = range.start + self.text[range.clone()].trim_end().len();
                    self.close_table(grid, end);
                }
            }
            TagEnd::Image => {
                if let Some((image, from)) = self.image.take_if(|(image, _)| *image == *range) {
                    self.end_image(&image, from);
                }
            }
            _ => {}
        }
    }

    fn inline_event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(_) if self.in_code => {}
            Event::Text(text) => {
                self.need_leaf();
                self.inline.touch(range);
                self.inline.push(text, self.text, range);
            }
            Event::Code(text) => {
                self.need_leaf();
                self.inline.touch(range);
                self.inline.code.open(self.inline.at());
                self.inline.aligned(text, self.text, range);
                self.inline.code.close(self.inline.at());
            }
            Event::SoftBreak => {
                let drawn = begins_a_bullet(&self.text[range.end..]);
                self.inline.line_break(drawn, Span::new(range.start, range.end));
            }
            Event::HardBreak => self.inline.line_break(true, Span::new(range.start, range.end)),
            Event::TaskListMarker(ticked) => {
                if let Some(item) = self.containers.item_mut() {
                    item.task = Some(*ticked);
                }
            }
            Event::Rule => {
                self.close_leaf();
                self.break_off();
            }
            Event::Html(_) => self.html_line(range),
            // An alternative text is words and nothing else.
            Event::InlineHtml(_) if self.image.is_some() => {}
            Event::InlineHtml(_) => self.html(range.clone(), true),
            Event::FootnoteReference(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Start(_)
            | Event::End(_) => {}
        }
    }

    /// Takes a line of an HTML block; lines that follow each other are read together.
    fn html_line(&mut self, range: &Range<usize>) {
        match &mut self.html_block {
            Some(block) if block.end == range.start => block.end = range.end,
            _ => {
                self.end_html_block();
                self.html_block = Some(range.clone());
            }
        }
    }

    fn end_html_block(&mut self) {
        if let Some(block) = self.html_block.take() {
            self.html(block, false);
        }
    }

    /// Notes code as no content, or reads it where it is a document behind a fence that someone left open.
    fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>) {
        let part = &self.text[range.clone()];
        let content = match kind {
            CodeBlockKind::Fenced(info) if self.containers.depth() == 0 && self.open_fences < fences::MOST => {
                fences::swallowed(part, info, self.text.len())
            }
            _ => None,
        };
        let Some(start) = content else {
            self.inline.aside(AsideKind::Code, Span::new(range.start, range.start + part.trim_end().len()));
            return;
        };
        self.inline.aside(AsideKind::Markup, Span::new(range.start, range.start + part[..start].trim_end().len()));
        self.open_fences += 1;
        self.in_code = false;
        self.walk(range.start + start..range.end);
        self.in_code = true;
        self.open_fences -= 1;
    }

    fn mark(&mut self, range: &Range<usize>, runs: fn(&mut Inline) -> &mut Runs) {
        self.need_leaf();
        self.inline.touch(range);
        let at = self.inline.at();
        runs(&mut self.inline).open(at);
    }

    fn open_container(&mut self) {
        self.close_leaf();
        self.floors.push(self.containers.depth() + 1);
    }

    /// Nothing that comes next belongs to what came before.
    pub(super) fn break_off(&mut self) {
        self.pending_label = None;
        self.just_before = None;
    }

    pub(super) fn open_leaf(&mut self, leaf: Leaf) {
        self.close_leaf();
        if !self.in_html_cell() {
            self.inline.begin();
            self.leaf = Some(leaf);
        }
    }

    /// The text of a tight item comes without a paragraph around it.
    pub(super) fn need_leaf(&mut self) {
        if self.leaf.is_none() {
            self.open_leaf(Leaf::Paragraph);
        }
    }

    /// Ends the open leaf; inside a cell of an HTML table only its line.
    pub(super) fn close_leaf(&mut self) {
        if self.in_html_cell() {
            let at = self.inline.source.map_or(0, |source| source.end);
            self.inline.line_break(true, Span::new(at, at));
        } else {
            self.close_cell();
        }
    }

    pub(super) fn close_cell(&mut self) -> Option<u32> {
        self.leaf.take().and_then(|leaf| self.finish_leaf(leaf))
    }

    /// Ends an image whose alternative text is what was put since `from`.
    pub(super) fn end_image(&mut self, image: &Range<usize>, from: u32) {
        let words = self.inline.text.get(from as usize..).unwrap_or_default();
        let enough = words.split_ascii_whitespace().nth(2).is_some();
        let span = Span::new(image.start, image.end);
        let inside = matches!(self.leaf, Some(Leaf::Cell { .. } | Leaf::Heading { .. }));
        let first = from == self.inline.start;
        if enough && inside && first {
            self.inline.touch(image);
        } else if enough && !inside && (first || self.inline.breaks.last().is_some_and(|last| last.at + 1 == from)) {
            let alt = self.inline.cut(from);
            self.close_leaf();
            self.inline.begin();
            self.inline.paste(alt);
            self.inline.touch(image);
            self.finish_image(span);
            self.inline.begin();
            self.leaf = Some(Leaf::Paragraph);
        } else {
            self.inline.discard(from);
            self.inline.aside(AsideKind::Markup, span);
        }
    }
}

/// A line that is meant as an item of a list and is none to Markdown: `\- ` as word processors export it, `• `.
fn begins_a_bullet(line: &str) -> bool {
    ["\\- ", "\\* ", "\\+ ", "• ", "◦ ", "▪ "].iter().any(|sign| line.starts_with(sign))
}
