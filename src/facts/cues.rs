//! A sentence → its cues: what it says, what stands around it, what shape it has.
//!
//! Cues are what [`super::weighed`] weighs. They are few, named, and read from sets that the reading has already made.

use crate::document::{BlockKind, SentenceId, TokenKind};
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::mention::quantity::QuantityKind;

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

/// The cues of a sentence, each once.
pub fn of(reading: &Reading<'_>, sentence: SentenceId, out: &mut Vec<u16>) {
    out.clear();
    let doc = reading.doc;
    let block = reading.block_of(sentence);
    let sets = [*reading.concepts(sentence), reading.name_of(block), *reading.path(block)];
    for (group, set) in sets.iter().enumerate() {
        set.each(|concept| out.push((group * CONCEPTS + concept) as u16));
    }
    let b = &doc.blocks[block as usize];
    let s = &doc.sentences[sentence as usize];
    let tokens = &doc.tokens[s.tokens.start as usize..s.tokens.end as usize];
    let quantities = reading.quantities(sentence);
    let has = |kind: fn(&QuantityKind) -> bool| quantities.iter().any(|q| kind(&q.kind));
    let list = b.list.map(|l| &doc.lists[l as usize]);
    let length = reading.length(sentence);
    let section = &doc.sections[b.section as usize];
    let share = f64::from(s.text.start) / f64::from(reading.said_end().max(1));
    let text = &doc.text[s.text.start as usize..s.text.end as usize];
    let shapes = [
        b.kind == BlockKind::Paragraph,
        b.kind == BlockKind::Item,
        matches!(b.kind, BlockKind::Cell { .. }),
        b.quoted,
        b.kind == BlockKind::Footnote,
        list.is_some_and(|l| l.ordered),
        b.task.is_some(),
        list.is_some_and(|l| l.depth > 0),
        b.sentences.start == sentence,
        section.blocks.start == block,
        share < 0.12,
        share > 0.8,
        b.label.is_some(),
        b.bold_lead.is_some(),
        matches!(b.kind, BlockKind::Cell { column: 0, .. }),
        s.question,
        length < 4,
        (4..8).contains(&length),
        (8..16).contains(&length),
        (16..30).contains(&length),
        length >= 30,
        has(|k| matches!(k, QuantityKind::Percent | QuantityKind::PercentagePoints)),
        has(|k| matches!(k, QuantityKind::Money(_))),
        has(|k| matches!(k, QuantityKind::Duration)),
        has(|k| matches!(k, QuantityKind::Date(_))),
        has(|k| matches!(k, QuantityKind::Number)),
        has(|k| matches!(k, QuantityKind::OfTotal { .. })),
        has(|k| matches!(k, QuantityKind::SampleSize)),
        tokens.iter().any(|t| t.kind == TokenKind::Address),
        text.contains('"'),
        text.contains('→') || text.contains("->"),
        tokens.iter().any(|t| t.code),
    ];
    for (at, held) in shapes.iter().enumerate() {
        if *held {
            out.push((GROUPS.len() * CONCEPTS + at) as u16);
        }
    }
}
