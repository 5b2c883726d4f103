//! HTML in Markdown → the blocks and marks that it means.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

use crate::document::build::Builder;
use crate::document::grid::Grid;
use crate::document::leaf::Leaf;
use crate::document::tags::{self, Element, Part, Scanner, Tag};
use crate::document::{AsideKind, HeadingForm};
use crate::span::Span;

/// What is open in HTML.
#[derive(Debug, Default)]
pub(super) struct Html<'t> {
    skip: Option<Skip<'t>>,
    /// The table being read; tables inside its cells are text of the cell.
    table: Option<Grid>,
    nested: u32,
    cell: Option<u32>,
    /// Cells so far of the first row that are headers, and that are not.
    first_row: (u32, u32),
    /// For each `<details>`, how many sections there were before it.
    details: Vec<u32>,
    /// Containers that HTML opened, with how many were open around each.
    open: Vec<(Element, usize)>,
    /// Where the last `</table` stands: a table that begins after it never ends.
    last_table_end: Option<usize>,
    /// Names with an end tag somewhere, which makes them components.
    components: Option<HashSet<&'t str>>,
}

/// An element whose content is not read.
#[derive(Debug)]
struct Skip<'t> {
    name: &'t str,
    depth: u32,
    start: usize,
    kind: AsideKind,
    /// Stands inside a paragraph and ends with it at the latest.
    inline: bool,
}

impl<'t> Builder<'_, 't> {
    /// Reads an HTML block, or one tag inside a paragraph.
    pub(super) fn html(&mut self, range: Range<usize>, inline: bool) {
        for part in Scanner::new(self.text, range) {
            match part {
                Part::Text(range) => self.html_text(range),
                Part::Tag(tag) => self.html_tag(&tag, inline),
                Part::Comment(range) => self.inline.aside(AsideKind::Comment, Span::new(range.start, range.end)),
                Part::Declaration(range) => self.inline.aside(AsideKind::Markup, Span::new(range.start, range.end)),
            }
        }
    }

    /// True while a cell of an HTML table is open: all text goes to it.
    pub(super) fn in_html_cell(&self) -> bool {
        self.html.cell.is_some()
    }

    fn html_tag(&mut self, tag: &Tag, inline: bool) {
        let name = &self.text[tag.name.clone()];
        let element = tags::element(name);
        if self.html.skip.is_some() {
            self.skip_over(tag, name);
            return;
        }
        if tag.closing {
            self.html_end(element);
            return;
        }
        let hidden = tags::hides(self.text, &tag.attributes);
        if hidden || matches!(element, Element::Unread | Element::Preformatted) {
            let holds =
                !tag.empty && !matches!(element, Element::Image | Element::Break | Element::Rule) && name != "input";
            if holds {
                if element == Element::Preformatted && !self.in_html_cell() {
                    self.close_leaf();
                }
                let kind = match element {
                    _ if hidden => AsideKind::Hidden,
                    Element::Preformatted => AsideKind::Code,
                    _ => AsideKind::Markup,
                };
                self.html.skip = Some(Skip { name, depth: 1, start: tag.range.start, kind, inline });
                self.inline.muted = true;
            }
            return;
        }
        self.html_start(element, tag);
    }

    fn skip_over(&mut self, tag: &Tag, name: &str) {
        let Some(skip) = &mut self.html.skip else { return };
        if !name.eq_ignore_ascii_case(skip.name) || tag.empty {
            return;
        }
        if !tag.closing {
            skip.depth += 1;
            return;
        }
        skip.depth -= 1;
        if skip.depth == 0 {
            self.end_skip(tag.range.end);
        }
    }

    fn end_skip(&mut self, end: usize) {
        if let Some(skip) = self.html.skip.take() {
            self.inline.muted = false;
            self.inline.aside(skip.kind, Span::new(skip.start, end.max(skip.start)));
        }
    }

    /// A paragraph ends: so does what it hides.
    pub(super) fn end_inline_skip(&mut self, end: usize) {
        if self.html.skip.as_ref().is_some_and(|skip| skip.inline) {
            self.end_skip(end);
        }
    }

    fn html_start(&mut self, element: Element, tag: &Tag) {
        let at = self.inline.at();
        let in_summary = matches!(self.leaf, Some(Leaf::Heading { form: HeadingForm::Summary, .. }));
        match element {
            Element::Heading(_) | Element::Block if in_summary => {}
            Element::Heading(level) => self.open_html_leaf(HeadingForm::Html, Some(level), &tag.range),
            Element::Summary => self.open_html_leaf(HeadingForm::Summary, None, &tag.range),
            Element::Details => {
                self.close_leaf();
                self.html.details.push(self.outline.sections.len() as u32);
            }
            Element::Table => self.open_html_table(tag),
            Element::Row if self.html.nested == 0 => {
                self.close_html_cell();
                if let Some(grid) = &mut self.html.table {
                    grid.open_row();
                }
            }
            Element::Cell(header) if self.html.nested == 0 => self.open_html_cell(header, tag),
            Element::List(_) | Element::Item | Element::Quote => self.open_html_container(element),
            Element::Block | Element::Row | Element::Cell(_) => self.close_leaf(),
            Element::Break => self.inline.line_break(true, Span::new(tag.range.start, tag.range.end)),
            Element::Rule => {
                self.close_leaf();
                self.break_off();
            }
            Element::Image => self.html_image(tag),
            Element::Bold => self.inline.bold.open(at),
            Element::Italic => self.inline.italic.open(at),
            Element::Struck => self.inline.struck.open(at),
            Element::Code => self.inline.code.open(at),
            Element::Link => self.inline.links.open(at),
            Element::TableHead | Element::Inline | Element::Unread | Element::Preformatted => {}
            Element::Unknown => {
                if !self.is_component(tag) {
                    self.need_leaf();
                    self.inline.touch(&tag.range);
                    self.inline.push(&self.text[tag.range.clone()], self.text, &tag.range);
                }
            }
        }
        let marks =
            matches!(element, Element::Bold | Element::Italic | Element::Struck | Element::Code | Element::Link);
        if marks && self.leaf.is_some() {
            self.inline.touch(&tag.range);
        }
    }

    fn html_end(&mut self, element: Element) {
        let at = self.inline.at();
        match element {
            Element::Summary => self.close_leaf(),
            Element::Heading(_) | Element::Block => {
                if !matches!(self.leaf, Some(Leaf::Heading { form: HeadingForm::Summary, .. })) {
                    self.close_leaf();
                }
            }
            Element::Details => {
                self.close_leaf();
                if let Some(first) = self.html.details.pop() {
                    self.outline.close(first, self.blocks.len() as u32);
                }
            }
            Element::Table if self.html.nested > 0 => self.html.nested -= 1,
            Element::Table => self.close_html_table(),
            Element::Row | Element::Cell(_) if self.html.nested == 0 => self.close_html_cell(),
            Element::List(_) | Element::Item | Element::Quote => self.close_html_container(element),
            Element::Bold => self.inline.bold.close(at),
            Element::Italic => self.inline.italic.close(at),
            Element::Struck => self.inline.struck.close(at),
            Element::Code => self.inline.code.close(at),
            Element::Link => self.inline.links.close(at),
            _ => {}
        }
    }

    fn open_html_leaf(&mut self, form: HeadingForm, level: Option<u32>, tag: &Range<usize>) {
        self.open_leaf(Leaf::Heading { form, level });
        self.inline.touch(tag);
    }

    fn html_image(&mut self, tag: &Tag) {
        let Some(alt) = tags::attribute(self.text, &tag.attributes, "alt") else { return };
        self.need_leaf();
        let from = self.inline.at();
        self.html_words(alt);
        self.end_image(&tag.range, from);
    }

    /// A name in angle brackets that has an end tag or takes values is a component of some site generator; any other
    /// is something to be filled in.
    fn is_component(&mut self, tag: &Tag) -> bool {
        let text = self.text;
        let name = &text[tag.name.clone()];
        if tag.empty || name.contains(['-', ':']) || text[tag.attributes.clone()].contains('=') {
            return true;
        }
        let components = self.html.components.get_or_insert_with(|| {
            let ends = text.split("</").skip(1);
            ends.map(|rest| rest.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default()).collect()
        });
        components.contains(name)
    }

    fn open_html_table(&mut self, tag: &Tag) {
        if self.html.table.is_some() {
            self.html.nested += 1;
            return;
        }
        let text = self.text;
        let last = *self.html.last_table_end.get_or_insert_with(|| text.rfind("</table").unwrap_or_default());
        self.close_leaf();
        if last > tag.range.start && self.grid.is_none() {
            self.html.table = Some(self.open_table(Span::new(tag.range.start, tag.range.end), false));
            self.html.first_row = (0, 0);
        }
    }

    fn open_html_cell(&mut self, header: bool, tag: &Tag) {
        self.close_html_cell();
        let number = |name: &str, most: u32| {
            let value = tags::attribute(self.text, &tag.attributes, name)?;
            self.text[value].trim().parse().ok().map(|count: u32| count.clamp(1, most))
        };
        let width = number("colspan", 64).unwrap_or(1);
        let height = number("rowspan", 1000).unwrap_or(1);
        let Some(grid) = &mut self.html.table else {
            self.close_leaf();
            return;
        };
        grid.reach_down(width, height);
        let (row, column) = grid.place();
        if row == 0 {
            self.html.first_row.0 += u32::from(header);
            self.html.first_row.1 += u32::from(!header);
        }
        let table = grid.table;
        self.close_leaf();
        self.inline.begin();
        self.leaf = Some(Leaf::Cell { table, row, column });
        self.html.cell = Some(width);
    }

    fn close_html_cell(&mut self) {
        let Some(width) = self.html.cell.take() else { return };
        let block = self.close_cell();
        if let Some(grid) = &mut self.html.table {
            grid.put(block, width);
        }
    }

    fn close_html_table(&mut self) {
        self.close_html_cell();
        let Some(grid) = self.html.table.take() else { return };
        self.close_leaf();
        let (headers, others) = self.html.first_row;
        self.tables[grid.table as usize].header = headers > 0 && others <= 1;
        let end = grid.span.end;
        self.close_table(grid, end);
    }

    fn open_html_container(&mut self, element: Element) {
        self.close_leaf();
        if self.in_html_cell() {
            return;
        }
        if element == Element::Item
            && self.html_floor(|open| matches!(open, Element::Item | Element::List(_))) == Some(Element::Item)
        {
            self.close_html_container(Element::Item);
        }
        let depth = self.containers.depth();
        match element {
            Element::List(ordered) => self.open_list(ordered),
            Element::Item if self.containers.top().list.is_some() => self.containers.open_item(),
            Element::Quote => self.containers.open_quote(true),
            _ => return,
        }
        self.html.open.push((element, depth));
    }

    /// The innermost container for which `wanted` holds and that HTML opened inside the innermost one of Markdown.
    fn html_floor(&self, wanted: fn(Element) -> bool) -> Option<Element> {
        let floor = self.floors.last().copied().unwrap_or_default();
        let inside = self.html.open.iter().rev().take_while(|(_, depth)| *depth >= floor);
        inside.map(|(element, _)| *element).find(|element| wanted(*element))
    }

    fn close_html_container(&mut self, element: Element) {
        self.close_leaf();
        if self.in_html_cell() {
            return;
        }
        let kind = std::mem::discriminant(&element);
        let floor = self.floors.last().copied().unwrap_or_default();
        let found = self.html.open.iter().rposition(|(open, _)| std::mem::discriminant(open) == kind);
        if let Some(index) = found
            && self.html.open[index].1 >= floor
        {
            self.containers.close_to(self.html.open[index].1);
            self.html.open.truncate(index);
        }
    }

    /// A container of Markdown closes, and with it what HTML left open inside it.
    pub(super) fn close_to(&mut self, depth: usize) {
        self.containers.close_to(depth);
        while self.html.open.last().is_some_and(|(_, open)| *open >= depth) {
            self.html.open.pop();
        }
    }

    /// Ends what HTML left open at the end of the document.
    pub(super) fn finish_html(&mut self) {
        let end = self.text.len();
        self.end_skip(end);
        self.close_html_table();
    }

    fn html_text(&mut self, range: Range<usize>) {
        let text = &self.text[range.clone()];
        let blank = text.trim_ascii().is_empty();
        if self.html.skip.is_some() || (blank && self.leaf.is_none()) {
            return;
        }
        if self.leaf.is_none() && reads_as_markdown(text) {
            self.walk(range);
            return;
        }
        if !blank {
            self.need_leaf();
            let before = text.len() - text.trim_ascii_start().len();
            let start = range.start + before;
            self.inline.touch(&(start..start + text.trim_ascii().len()));
        }
        self.html_words(range);
    }

    /// Puts text of HTML: white space is one space, entities are decoded.
    fn html_words(&mut self, range: Range<usize>) {
        let bytes = &self.text.as_bytes()[..range.end];
        let mut at = range.start;
        while at < range.end {
            let start = at;
            if bytes[at].is_ascii_whitespace() {
                while at < range.end && bytes[at].is_ascii_whitespace() {
                    at += 1;
                }
                let newline = bytes[start..at].contains(&b'\n');
                if newline {
                    self.inline.line_break(false, Span::new(start, at));
                } else {
                    self.inline.space(Span::new(start, at));
                }
                continue;
            }
            if bytes[at] == b'&'
                && let Some(len) = bytes[at..].iter().take(34).position(|byte| *byte == b';')
                && let Some(decoded) = decoded(&self.text[at..=at + len])
            {
                at += len + 1;
                self.inline.push(&decoded, self.text, &(start..at));
                continue;
            }
            at += 1;
            while at < range.end && bytes[at] != b'&' && (!bytes[at].is_ascii_whitespace() || single(bytes, at)) {
                at += 1;
            }
            self.inline.push(&self.text[start..at], self.text, &(start..at));
        }
    }
}

/// A lone space between words.
fn single(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b' ' && bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace())
}

/// What an entity stands for.
fn decoded(entity: &str) -> Option<String> {
    match Parser::new_ext(entity, Options::empty()).nth(1) {
        Some(Event::Text(text)) if *text != *entity => Some(text.into_string()),
        _ => None,
    }
}

/// Markdown that someone put between tags without the blank line that it needs.
fn reads_as_markdown(text: &str) -> bool {
    text.contains('\n')
        && text.lines().any(|line| {
            let line = line.trim_start();
            let marker = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
            line.starts_with(['#', '|', '>'])
                || ["- ", "* ", "+ ", "**"].iter().any(|sign| line.starts_with(sign))
                || (marker.len() < line.len() && marker.starts_with(". "))
        })
}
