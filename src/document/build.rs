//! Blocks as they are found → the vectors of a document.

use std::ops::Range;

use crate::document::containers::Containers;
use crate::document::examples;
use crate::document::grid::Grid;
use crate::document::html::Html;
use crate::document::inline::Inline;
use crate::document::labelled_lists;
use crate::document::leaf::{Leaf, Line};
use crate::document::outline::Outline;
use crate::document::paired_tables;
use crate::document::{
    Aside, AsideKind, Block, BlockId, BlockKind, Document, FrontMatter, HeadingForm, List, Section, SectionId,
    Sentence, SentenceId, Table, TextMap, Token, TokenKind, placeholder, sentences, tokens,
};
use crate::source::Source;
use crate::span::{Span, TextRange};

/// One block to be added.
#[derive(Debug, Clone, Copy)]
pub(super) struct New {
    pub(super) kind: BlockKind,
    pub(super) text: TextRange,
    pub(super) label: Option<TextRange>,
    pub(super) span: Span,
    pub(super) image: bool,
}

/// A document in the making.
#[derive(Debug)]
pub(super) struct Builder<'s, 't> {
    source: &'s Source,
    /// What is read: the source, or a copy of the same length in which macro calls are blank.
    pub(super) text: &'t str,
    pub(super) inline: Inline,
    pub(super) outline: Outline,
    pub(super) blocks: Vec<Block>,
    pub(super) lists: Vec<List>,
    pub(super) tables: Vec<Table>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) tokens: Vec<Token>,
    pub(super) containers: Containers,
    /// A label that stands alone and becomes a heading if what follows is a paragraph.
    pub(super) pending_label: Option<BlockId>,
    /// The last block, where nothing but white space stands between it and what comes next.
    pub(super) just_before: Option<BlockId>,
    /// Room for the lines of a leaf.
    pub(super) lines: Vec<Line>,
    /// The leaf that is open.
    pub(super) leaf: Option<Leaf>,
    /// The Markdown table that is open.
    pub(super) grid: Option<Grid>,
    /// The image that is open, and where its alternative text starts.
    pub(super) image: Option<(Range<usize>, u32)>,
    /// Inside a code block.
    pub(super) in_code: bool,
    /// Fences seen through.
    pub(super) open_fences: u32,
    /// Lines of an HTML block that are not read yet.
    pub(super) html_block: Option<Range<usize>>,
    /// What is open in HTML.
    pub(super) html: Html<'t>,
    /// For each container of Markdown, how many containers are open with it.
    pub(super) floors: Vec<usize>,
}

impl<'s, 't> Builder<'s, 't> {
    pub(super) fn new(source: &'s Source, text: &'t str) -> Self {
        let size = source.text().len();
        let mut inline = Inline::default();
        inline.text.reserve(size);
        Self {
            source,
            text,
            inline,
            outline: Outline::new(),
            blocks: Vec::with_capacity(size / 60),
            lists: Vec::new(),
            tables: Vec::new(),
            sentences: Vec::with_capacity(size / 40),
            tokens: Vec::with_capacity(size / 4),
            containers: Containers::default(),
            pending_label: None,
            just_before: None,
            lines: Vec::new(),
            leaf: None,
            grid: None,
            image: None,
            in_code: false,
            open_fences: 0,
            html_block: None,
            html: Html::default(),
            floors: Vec::new(),
        }
    }

    /// Adds a block behind the others.
    pub(super) fn emit(&mut self, new: New) -> BlockId {
        let id = self.blocks.len() as BlockId;
        let around = self.containers.top();
        let mut kind = match new.kind {
            BlockKind::Paragraph if around.footnote => BlockKind::Footnote,
            kind => kind,
        };
        self.settle_pending_label(kind, new.image);
        let mut task = None;
        let mut inside_item = None;
        let mut list = around.list;
        if let Some(item) = self.containers.item_mut() {
            if item.block.is_none() && kind == BlockKind::Paragraph {
                kind = BlockKind::Item;
                item.block = Some(id);
                task = item.task;
                list = Some(item.list);
                inside_item = item.parent;
                self.lists[item.list as usize].items.push(id);
            } else {
                inside_item = item.block.or(item.parent);
            }
        }
        let label_tokens = self.tokenize(new.label.unwrap_or_default());
        let sentences = self.read_sentences(id, new.text);
        self.note_placeholders(new.text, sentences.clone());
        let bold_lead = self.inline.bold.around(new.label.map_or(new.text.start, |label| label.start));
        let struck = self.inline.struck.ranges.iter().any(|run| run.contains(new.text)) && !new.text.is_empty();
        self.blocks.push(Block {
            kind,
            text: new.text,
            span: new.span,
            section: self.outline.current(),
            sentences,
            label: new.label,
            label_tokens,
            list,
            inside_item,
            quoted: around.quoted,
            task,
            bold_lead,
            struck,
            image: new.image,
        });
        self.just_before = Some(id);
        id
    }

    /// Adds a heading and opens its section.
    pub(super) fn emit_heading(&mut self, new: New, form: HeadingForm, level: Option<u32>) {
        let id = self.emit(New { kind: BlockKind::Heading(form), ..new });
        self.blocks[id as usize].section = self.outline.open(id, form, level);
    }

    /// A label that stands alone is a heading when a paragraph follows it, and stays what it is otherwise.
    fn settle_pending_label(&mut self, next: BlockKind, image: bool) {
        let Some(label) = self.pending_label.take() else { return };
        if next == BlockKind::Paragraph && !image && self.containers.item().is_none() {
            let form = HeadingForm::Label;
            self.blocks[label as usize].kind = BlockKind::Heading(form);
            self.blocks[label as usize].section = self.outline.open(label, form, None);
        }
    }

    /// Reads the words of `range`; gives their place among the tokens.
    fn tokenize(&mut self, range: TextRange) -> Range<u32> {
        let first = self.tokens.len() as u32;
        if !range.is_empty() {
            tokens::tokenize(&self.inline.text, range, &self.inline.code.ranges, &mut self.tokens);
        }
        first..self.tokens.len() as u32
    }

    fn read_sentences(&mut self, block: BlockId, range: TextRange) -> Range<SentenceId> {
        let first = self.sentences.len() as SentenceId;
        let within = self.tokenize(range);
        let (text, out) = (&self.inline.text, &mut self.sentences);
        sentences::split(text, &self.tokens, within, |place, tokens| {
            let words = &text[place.start as usize..place.end as usize];
            out.push(Sentence {
                text: place,
                block,
                tokens,
                placeholder: false,
                question: words.trim_end_matches(['"', '\'', ')', '*', ' ']).ends_with('?'),
            });
        });
        first..self.sentences.len() as SentenceId
    }

    fn note_placeholders(&mut self, range: TextRange, sentences: Range<SentenceId>) {
        let inline = &mut self.inline;
        let (map, asides, code) = (&inline.map, &mut inline.asides, &inline.code.ranges);
        let mut next = sentences.start as usize;
        let (all, end) = (&mut self.sentences, sentences.end as usize);
        placeholder::find(&inline.text, range, |place| {
            if code.iter().any(|run| run.overlaps(place)) {
                return;
            }
            while next < end && all[next].text.end <= place.start {
                next += 1;
            }
            for sentence in all[next..end].iter_mut().take_while(|sentence| sentence.text.start < place.end) {
                sentence.placeholder = true;
            }
            asides.push(Aside { kind: AsideKind::Placeholder, span: map.span_of(place) });
        });
    }

    /// Begins a list.
    pub(super) fn open_list(&mut self, ordered: bool) {
        let index = self.lists.len() as u32;
        let before = self.just_before.filter(|id| {
            let block = &self.blocks[*id as usize];
            matches!(block.kind, BlockKind::Paragraph | BlockKind::Item) && self.str(block.text).ends_with(':')
        });
        let lead = before.or_else(|| self.containers.item().and_then(|item| item.block));
        let depth = self.containers.top().list_depth;
        self.lists.push(List { items: Vec::new(), ordered, lead, depth, section: self.outline.current() });
        self.pending_label = None;
        self.containers.open_list(index);
    }

    /// Begins a table.
    pub(super) fn open_table(&mut self, span: Span, header: bool) -> Grid {
        let table = self.tables.len() as u32;
        let lead = self.just_before.filter(|id| {
            let block = &self.blocks[*id as usize];
            block.kind == BlockKind::Paragraph && block.sentences.len() <= 2 && block.text.len() < 240
        });
        self.pending_label = None;
        let section = self.outline.current();
        self.tables.push(Table { rows: 0, columns: 0, header, cells: Vec::new(), lead, section, span });
        Grid::new(table, span)
    }

    /// Ends a table that reaches to `end` of the source.
    pub(super) fn close_table(&mut self, mut grid: Grid, end: usize) {
        grid.span.end = grid.span.start.max(end);
        let index = grid.table as usize;
        grid.finish(&mut self.tables[index], &mut self.blocks);
        self.break_off();
    }

    /// The finished document.
    pub(super) fn finish(self, front_matter: Option<FrontMatter>) -> Document<'s> {
        let Inline { text, map, mut asides, .. } = self.inline;
        let lower = text.to_ascii_lowercase();
        asides.sort_by_key(|aside| (aside.span.start, aside.span.end));
        let sections = self.outline.finish(self.blocks.len() as BlockId);
        let mut document = Document {
            source: self.source,
            text,
            lower,
            map: TextMap { pieces: map.pieces },
            front_matter,
            sections,
            blocks: self.blocks,
            lists: self.lists,
            tables: self.tables,
            sentences: self.sentences,
            tokens: self.tokens,
            words: 0,
            asides,
        };
        paired_tables::read(&mut document);
        labelled_lists::read(&mut document);
        drop_empty_lists(&mut document);
        drop_hollow_sections(&mut document);
        examples::set_aside(&mut document);
        let counted = |token: &&Token| matches!(token.kind, TokenKind::Word | TokenKind::Number);
        document.words = document.tokens.iter().filter(counted).count();
        document
    }
}

/// Takes out lists that turned out to have no items with text of their own.
fn drop_empty_lists(document: &mut Document<'_>) {
    let kept: Vec<bool> = document.lists.iter().map(|list| !list.items.is_empty()).collect();
    if kept.iter().all(|kept| *kept) {
        return;
    }
    let places = places_of(&kept);
    document.lists.retain(|list| !list.items.is_empty());
    for block in &mut document.blocks {
        block.list = block.list.filter(|list| kept[*list as usize]).map(|list| places[list as usize]);
    }
}

/// A line that looks like a heading and has nothing under it is what its section says, not a title.
fn drop_hollow_sections(document: &mut Document<'_>) {
    let mut kept: Vec<bool> = document.sections.iter().map(stands).collect();
    for section in
        document.lists.iter().map(|list| list.section).chain(document.tables.iter().map(|table| table.section))
    {
        kept[section as usize] = true;
    }
    if kept.iter().all(|kept| *kept) {
        return;
    }
    let places = places_of(&kept);
    let parents: Vec<SectionId> = document.sections.iter().map(|section| section.parent.unwrap_or_default()).collect();
    for block in &mut document.blocks {
        let mut section = block.section;
        if !kept[section as usize] {
            block.kind = BlockKind::Paragraph;
            section = parents[section as usize];
        }
        block.section = places[section as usize];
    }
    let mut index = 0;
    document.sections.retain(|_| {
        index += 1;
        kept[index - 1]
    });
    for section in &mut document.sections {
        section.parent = section.parent.map(|parent| places[parent as usize]);
    }
    for section in document.lists.iter_mut().map(|list| &mut list.section) {
        *section = places[*section as usize];
    }
    for section in document.tables.iter_mut().map(|table| &mut table.section) {
        *section = places[*section as usize];
    }
}

/// A section that is more than a bold line with nothing under it; the first line of a document is its title anyway.
fn stands(section: &Section) -> bool {
    let Some(heading) = section.heading else { return true };
    section.level.is_some() || heading == 0 || !section.blocks.is_empty()
}

/// Where each of the kept ones stands once the others are gone.
fn places_of(kept: &[bool]) -> Vec<u32> {
    let mut next = 0;
    kept.iter()
        .map(|kept| {
            let place = next;
            next += u32::from(*kept);
            place
        })
        .collect()
}
