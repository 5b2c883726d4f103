//! Source text → a document: sections, blocks, tables, sentences and words, each with its place.
//!
//! The document is flat: one reading text, and vectors of blocks, sentences and tokens in source order that point
//! into it. The reading text is what a person reads: markup gone, soft line breaks as one space, entities decoded,
//! curly quotes and apostrophes straightened, no-break spaces and hyphens made plain, zero-width characters gone.
//! [`Document::span_of`] takes any range of it back to the exact bytes of the source.

mod build;
mod containers;
mod copy;
mod examples;
mod fences;
mod front_matter;
mod grid;
mod guidance;
mod html;
mod inline;
mod label;
mod labelled_lists;
mod leaf;
mod loose_tables;
mod macros;
mod map;
mod outline;
mod paired_tables;
mod placeholder;
mod scan;
pub(crate) mod sentences;
mod tags;
#[cfg(test)]
mod tests;
mod token;
pub(crate) mod tokens;
mod views;
mod walk;

use std::ops::Range;

pub use token::{Token, TokenKind};
pub use walk::markdown_options;

use crate::source::Source;
use crate::span::{Span, TextRange};

/// Index of a block in [`Document::blocks`].
pub type BlockId = u32;
/// Index of a section in [`Document::sections`].
pub type SectionId = u32;
/// Index of a sentence in [`Document::sentences`].
pub type SentenceId = u32;

/// One Markdown artifact, read.
#[derive(Debug)]
pub struct Document<'s> {
    /// What it was read from.
    pub source: &'s Source,
    /// The reading text of all content, in source order. A line feed parts blocks, and inside a block stands for a
    /// line break that is drawn (two spaces, a backslash, `<br>`), which ends a sentence.
    pub text: String,
    /// [`Document::text`] in ASCII lower case: same length, same offsets.
    pub lower: String,
    /// From reading text to source.
    pub(crate) map: TextMap,
    /// The front matter, if any.
    pub front_matter: Option<FrontMatter>,
    /// Sections in source order. The first is the root: what stands before any heading.
    pub sections: Vec<Section>,
    /// Blocks of content in source order.
    pub blocks: Vec<Block>,
    /// Lists in source order of their first item.
    pub lists: Vec<List>,
    /// Tables in source order.
    pub tables: Vec<Table>,
    /// Sentences in source order; a heading, an item or a cell has at least one.
    pub sentences: Vec<Sentence>,
    /// Words, numbers and punctuation in source order.
    pub tokens: Vec<Token>,
    /// How many of the tokens are words and numbers.
    words: usize,
    /// What stands in the source and is no content: comments, code, guidance, placeholders, hidden characters.
    pub asides: Vec<Aside>,
}

/// A heading and what stands under it, up to the next heading of its level or above.
#[derive(Debug, Clone)]
pub struct Section {
    /// The heading's block; none for the root.
    pub heading: Option<BlockId>,
    /// Level 1 to 6 of a heading of Markdown or HTML; none for the root and for what only looks like a heading.
    pub level: Option<u32>,
    /// Depth in the tree: 0 for the root, 1 for a top section. Skipped levels do not leave gaps.
    pub depth: u32,
    /// The section this one stands in; none for the root.
    pub parent: Option<SectionId>,
    /// Blocks from the one after the heading to the end of the section, subsections included.
    pub blocks: Range<BlockId>,
}

/// How a heading was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadingForm {
    /// `## Options`
    Atx,
    /// Underlined with `===` or `---`.
    Setext,
    /// A paragraph that is all bold.
    Bold,
    /// A line in capitals or a short line between rules of `=`, `─` and the like.
    Capitals,
    /// `<h2>` and its kin.
    Html,
    /// The `<summary>` of a `<details>`.
    Summary,
    /// A short line that ends in a colon with nothing after it, followed by content that is no list.
    Label,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// The title of a section.
    Heading(HeadingForm),
    /// A paragraph, or one labelled line of a paragraph.
    Paragraph,
    /// A list item's own text, without the lists and further paragraphs inside it.
    Item,
    /// A table cell.
    Cell {
        /// Index in [`Document::tables`].
        table: u32,
        /// Row, 0 being the header where the table has one.
        row: u32,
        /// Column from 0.
        column: u32,
    },
    /// A footnote's text.
    Footnote,
}

/// The smallest piece of layout that holds text.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text without the label.
    pub text: TextRange,
    /// Where it stands in the source, label and markup included.
    pub span: Span,
    /// The section it stands in; for a heading, the section that it opens.
    pub section: SectionId,
    /// Its sentences, label excluded.
    pub sentences: Range<SentenceId>,
    /// The words of a leading label: `Problem` in `**Problem:** Dispatchers re-key orders` or `Problem - Dispatchers…` when bold.
    pub label: Option<TextRange>,
    /// The tokens of the label; they belong to no sentence.
    pub label_tokens: Range<u32>,
    /// The list it is an item of or stands in (index in [`Document::lists`]).
    pub list: Option<u32>,
    /// The list item it stands in, when it is not the item's own first text: a second paragraph or an item of a nested list.
    pub inside_item: Option<BlockId>,
    /// Stands in a block quote (callouts excepted).
    pub quoted: bool,
    /// A task box: ticked or not.
    pub task: Option<bool>,
    /// All of it is bold, or begins with a bold run: the run.
    pub bold_lead: Option<TextRange>,
    /// All of it is struck through.
    pub struck: bool,
    /// Figure captions and alternative texts of images.
    pub image: bool,
}

/// A list: bullets, numbers or task boxes.
#[derive(Debug, Clone)]
pub struct List {
    /// The items' own blocks, in order; nested lists are lists of their own.
    pub items: Vec<BlockId>,
    /// Numbered.
    pub ordered: bool,
    /// The paragraph or item just before it that introduces it (it ends in a colon, or is its parent item).
    pub lead: Option<BlockId>,
    /// Nesting, 0 for an outermost list.
    pub depth: u32,
    /// The section it stands in.
    pub section: SectionId,
}

/// A table as a grid. Rows that are shorter than the widest have empty places.
#[derive(Debug, Clone)]
pub struct Table {
    /// Number of rows, the header included.
    pub rows: u32,
    /// Number of columns.
    pub columns: u32,
    /// True when row 0 is a header.
    pub header: bool,
    /// Block of each cell, row by row; none where a cell is empty.
    pub cells: Vec<Option<BlockId>>,
    /// The paragraph just before it that introduces it, if any.
    pub lead: Option<BlockId>,
    /// The section it stands in.
    pub section: SectionId,
    /// Where it stands in the source.
    pub span: Span,
}

impl Table {
    /// The block of a cell, if the cell has text.
    pub fn cell(&self, row: u32, column: u32) -> Option<BlockId> {
        if row >= self.rows || column >= self.columns {
            return None;
        }
        self.cells[(row * self.columns + column) as usize]
    }
}

/// One sentence, or the whole of a heading, an item or a cell that holds no sentence end.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its words, without surrounding white space.
    pub text: TextRange,
    /// The block it stands in.
    pub block: BlockId,
    /// Its tokens.
    pub tokens: Range<u32>,
    /// It holds an unfilled placeholder (`[name]`, TBD, `{{owner}}`), so it says nothing.
    pub placeholder: bool,
    /// It ends in a question mark.
    pub question: bool,
}

/// What is in the source and is no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsideKind {
    /// An HTML comment.
    Comment,
    /// A fenced or indented code block.
    Code,
    /// Text of a template that tells the author what to write: an italic prompt under a heading, a bracketed instruction.
    Guidance,
    /// An unfilled placeholder inside content.
    Placeholder,
    /// Zero-width, bidirectional-control or tag characters, or text hidden by HTML.
    Hidden,
    /// A macro call of a site generator or wiki (`{{ figure(…) }}`, `{% include %}`).
    Macro,
    /// A link reference definition, raw HTML without text, an image without words.
    Markup,
}

/// One stretch of source that is no content.
#[derive(Debug, Clone, Copy)]
pub struct Aside {
    /// What it is.
    pub kind: AsideKind,
    /// Where it stands.
    pub span: Span,
}

/// Front matter between `---` (YAML) or `+++` (TOML) lines at the very start.
#[derive(Debug, Clone, Default)]
pub struct FrontMatter {
    /// Where it stands, fences included.
    pub span: Span,
    /// Keys with single values, in order, with the place of each value. Values that are lists or tables are left out.
    pub entries: Vec<FrontMatterEntry>,
}

/// One `key: value` of the front matter.
#[derive(Debug, Clone)]
pub struct FrontMatterEntry {
    /// The key as written.
    pub key: String,
    /// The value without quotes; for a list of plain values, its elements joined by `, `.
    pub value: String,
    /// Where the value stands, or the whole line where that cannot be told.
    pub span: Span,
}

/// Pieces that take reading text back to source bytes.
#[derive(Debug, Default)]
pub(crate) struct TextMap {
    /// Sorted by `text`; see the module that fills it.
    pub(crate) pieces: Vec<Piece>,
}

/// `len` bytes of reading text from `text` on stand for source bytes from `source` on: byte for byte when
/// `source_len == len`, as one unit otherwise (an entity, a curly quote, a line break).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    pub(crate) text: u32,
    pub(crate) len: u32,
    pub(crate) source: u32,
    pub(crate) source_len: u32,
}
