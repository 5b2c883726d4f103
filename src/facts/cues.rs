//! A sentence → its cues: what it says, what stands around it, what shape it has.
//!
//! Cues are what [`super::weighed`] weighs. They are few, named, and read from sets that the reading has already made.

use crate::document::{BlockId, BlockKind, SentenceId};
use crate::lexicon::Concept;
use crate::mention::quantity::QuantityKind;
use crate::mention::{ConceptSet, Reading, each_bit};

/// Number of concepts.
const CONCEPTS: usize = Concept::ALL.len();

/// What a cue is about, in the order of their numbers.
const GROUPS: [&str; 3] = ["says", "named", "under"];

/// Cues of shape, after those of the groups.
const SHAPES: [&str; 32] = [
    "paragraph",
    "item",
    "cell",
    "quoted",
    "footnote",
    "numbered",
    "task",
    "nested",
    "first-in-block",
    "first-in-section",
    "early",
    "late",
    "labelled",
    "bold-lead",
    "first-column",
    "question",
    "words<4",
    "words<8",
    "words<16",
    "words<30",
    "words30+",
    "percent",
    "money",
    "duration",
    "date",
    "number",
    "of-total",
    "sample",
    "address",
    "quotation",
    "arrow",
    "code",
];

/// How many cues there are.
pub const COUNT: usize = GROUPS.len() * CONCEPTS + SHAPES.len();

/// The name of a cue, such as `says:decide` or `shape:item`.
pub fn name(cue: usize) -> String {
    if cue < GROUPS.len() * CONCEPTS {
        format!("{}:{}", GROUPS[cue / CONCEPTS], Concept::ALL[cue % CONCEPTS].id())
    } else {
        format!("shape:{}", SHAPES[cue - GROUPS.len() * CONCEPTS])
    }
}

/// The number of a cue, by its name.
pub fn number(name: &str) -> Option<usize> {
    let (group, rest) = name.split_once(':')?;
    if group == "shape" {
        return SHAPES.iter().position(|s| *s == rest).map(|at| GROUPS.len() * CONCEPTS + at);
    }
    let group = GROUPS.iter().position(|g| *g == group)?;
    Concept::from_id(rest).map(|concept| group * CONCEPTS + concept as usize)
}

/// What a cue is about and its concept, by its number; none for a shape.
pub(super) fn concept(cue: usize) -> Option<(usize, Concept)> {
    (cue < GROUPS.len() * CONCEPTS).then(|| (cue / CONCEPTS, Concept::ALL[cue % CONCEPTS]))
}

/// A shape, by its place in [`SHAPES`].
#[derive(Debug, Clone, Copy)]
enum Shape {
    Paragraph,
    Item,
    Cell,
    Quoted,
    Footnote,
    Numbered,
    Task,
    Nested,
    FirstInBlock,
    FirstInSection,
    Early,
    Late,
    Labelled,
    BoldLead,
    FirstColumn,
    Question,
    WordsUnder4,
    WordsUnder8,
    WordsUnder16,
    WordsUnder30,
    Words30,
    Percent,
    Money,
    Duration,
    Date,
    Number,
    OfTotal,
    Sample,
    Address,
    Quotation,
    Arrow,
    Code,
}

/// Shapes, as bits.
#[derive(Default)]
struct Shapes(u32);

impl Shapes {
    fn add(&mut self, shape: Shape, when: bool) {
        self.0 |= u32::from(when) << shape as u32;
    }

    /// Calls `f` with the cue of each.
    fn each(self, mut f: impl FnMut(usize)) {
        let mut rest = self.0;
        while rest != 0 {
            f(GROUPS.len() * CONCEPTS + rest.trailing_zeros() as usize);
            rest &= rest - 1;
        }
    }
}

/// The cues of a sentence, each once, in rising order.
pub fn of(reading: &Reading<'_>, sentence: SentenceId, out: &mut Vec<u16>) {
    let block = reading.block_of(sentence);
    out.clear();
    let mut put = |cue: usize| out.push(cue as u16);
    of_sentence(reading, sentence, &mut put);
    of_name(&reading.name_of(block), &mut put);
    of_path(reading.path(block), &mut put);
    of_block(reading, block, &mut put);
    out.sort_unstable();
}

/// The same as a set.
pub(crate) fn set_of(reading: &Reading<'_>, sentence: SentenceId) -> CueSet {
    let block = reading.block_of(sentence);
    let mut set = CueSet::default();
    of_sentence(reading, sentence, |cue| set.add(cue));
    of_name(&reading.name_of(block), |cue| set.add(cue));
    of_path(reading.path(block), |cue| set.add(cue));
    of_block(reading, block, |cue| set.add(cue));
    set
}

/// Which cues were found, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CueSet([u64; COUNT.div_ceil(64)]);

impl Default for CueSet {
    fn default() -> Self {
        Self([0; COUNT.div_ceil(64)])
    }
}

impl CueSet {
    /// Adds a cue by its number.
    pub(crate) fn add(&mut self, cue: usize) {
        self.0[cue / 64] |= 1 << (cue % 64);
    }

    /// True when the two have a cue in common.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(mine, theirs)| mine & theirs != 0)
    }

    /// What both of the two hold.
    #[must_use]
    pub(crate) fn common(mut self, other: &Self) -> Self {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine &= theirs;
        }
        self
    }

    /// Calls `f` with the number of each, in order.
    pub(crate) fn each(&self, f: impl FnMut(usize)) {
        each_bit(&self.0, f);
    }
}

/// Cues of what names a block.
pub(super) fn of_name(name: &ConceptSet, mut put: impl FnMut(usize)) {
    name.each(|concept| put(CONCEPTS + concept));
}

/// Cues of the headings over a block.
pub(super) fn of_path(path: &ConceptSet, mut put: impl FnMut(usize)) {
    path.each(|concept| put(2 * CONCEPTS + concept));
}

/// Cues of a block's shape.
pub(super) fn of_block(reading: &Reading<'_>, block: BlockId, put: impl FnMut(usize)) {
    let doc = reading.doc;
    let b = &doc.blocks[block as usize];
    let list = b.list.map(|l| &doc.lists[l as usize]);
    let mut shapes = Shapes::default();
    match b.kind {
        BlockKind::Paragraph => shapes.add(Shape::Paragraph, true),
        BlockKind::Item => shapes.add(Shape::Item, true),
        BlockKind::Footnote => shapes.add(Shape::Footnote, true),
        BlockKind::Cell { column, .. } => {
            shapes.add(Shape::Cell, true);
            shapes.add(Shape::FirstColumn, column == 0);
        }
        BlockKind::Heading(_) => {}
    }
    shapes.add(Shape::Quoted, b.quoted);
    shapes.add(Shape::Numbered, list.is_some_and(|l| l.ordered));
    shapes.add(Shape::Task, b.task.is_some());
    shapes.add(Shape::Nested, list.is_some_and(|l| l.depth > 0));
    shapes.add(Shape::FirstInSection, doc.sections[b.section as usize].blocks.start == block);
    shapes.add(Shape::Labelled, b.label.is_some());
    shapes.add(Shape::BoldLead, b.bold_lead.is_some());
    shapes.each(put);
}

/// Cues of what a sentence says and of its shape.
fn of_sentence(reading: &Reading<'_>, sentence: SentenceId, mut put: impl FnMut(usize)) {
    of_said(reading.concepts(sentence), &mut put);
    of_shape(reading, sentence, put);
}

/// Cues of what a sentence says.
pub(super) fn of_said(said: &ConceptSet, put: impl FnMut(usize)) {
    said.each(put);
}

/// Cues of the shape of a sentence.
pub(super) fn of_shape(reading: &Reading<'_>, sentence: SentenceId, put: impl FnMut(usize)) {
    let doc = reading.doc;
    let s = &doc.sentences[sentence as usize];
    let mut shapes = Shapes::default();
    shapes.add(Shape::FirstInBlock, doc.blocks[s.block as usize].sentences.start == sentence);
    let share = f64::from(s.text.start) / f64::from(reading.said_end().max(1));
    shapes.add(Shape::Early, share < 0.12);
    shapes.add(Shape::Late, share > 0.8);
    shapes.add(Shape::Question, s.question);
    let length = match reading.length(sentence) {
        0..4 => Shape::WordsUnder4,
        4..8 => Shape::WordsUnder8,
        8..16 => Shape::WordsUnder16,
        16..30 => Shape::WordsUnder30,
        30.. => Shape::Words30,
    };
    shapes.add(length, true);
    for quantity in reading.quantities(sentence) {
        let shape = match quantity.kind {
            QuantityKind::Percent | QuantityKind::PercentagePoints => Shape::Percent,
            QuantityKind::Money(_) => Shape::Money,
            QuantityKind::Duration => Shape::Duration,
            QuantityKind::Date(_) => Shape::Date,
            QuantityKind::Number => Shape::Number,
            QuantityKind::OfTotal { .. } => Shape::OfTotal,
            QuantityKind::SampleSize => Shape::Sample,
            _ => continue,
        };
        shapes.add(shape, true);
    }
    shapes.add(Shape::Address, reading.has_address(sentence));
    shapes.add(Shape::Code, reading.has_code(sentence));
    let text = &doc.text.as_bytes()[s.text.start as usize..s.text.end as usize];
    for at in memchr::memchr3_iter(b'"', b'>', ARROW[0], text) {
        match text[at] {
            b'"' => shapes.add(Shape::Quotation, true),
            b'>' => shapes.add(Shape::Arrow, at > 0 && text[at - 1] == b'-'),
            _ => shapes.add(Shape::Arrow, text[at..].starts_with(&ARROW)),
        }
    }
    shapes.each(put);
}

/// `→`
const ARROW: [u8; 3] = [0xe2, 0x86, 0x92];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_shape_has_its_name() {
        assert_eq!(Shape::Code as usize + 1, SHAPES.len());
        assert_eq!(SHAPES[Shape::Percent as usize], "percent");
        assert_eq!(SHAPES[Shape::FirstColumn as usize], "first-column");
        assert_eq!(ARROW, *"→".as_bytes());
    }
}
