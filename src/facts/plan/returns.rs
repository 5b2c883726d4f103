//! Lists of non-goals and of requirements → what was left out on purpose and is asked for all the same.

use crate::document::{BlockId, BlockKind, Document, SentenceId, Token, TokenKind};
use crate::facts::Words;
use crate::lexicon::stem::stem;
use crate::lexicon::{Concept, lists};
use crate::mention::Reading;
use crate::span::TextRange;

/// What is left out on purpose, and asked for all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Return {
    /// Where it is left out.
    pub left_out: Words,
    /// Where it is asked for.
    pub asked: Words,
}

/// Most things left out that are looked for: a list that is longer is no list of non-goals.
const MOST: usize = 40;

/// What tells that a line asks for nothing, or speaks of a thing in passing.
const PASSING: [Concept; 3] = [Concept::NotRequired, Concept::Negation, Concept::Condition];

pub(super) fn read(reading: &Reading<'_>) -> Vec<Return> {
    let left: Vec<(Words, Vec<String>)> =
        reading.sentences().flat_map(|s| left_out(reading, s)).take(MOST + 1).collect();
    if left.is_empty() || left.len() > MOST {
        return Vec::new();
    }
    let mut returns = Vec::new();
    for sentence in reading.sentences().filter(|&s| is_required(reading, s)) {
        let words = content_of(reading, reading.doc.sentences[sentence as usize].text);
        for (left_out, name) in &left {
            if says(&words, name) {
                returns.push(Return { left_out: *left_out, asked: reading.words_of(sentence) });
            }
        }
    }
    returns
}

/// What titles a block: its label, the label over it, the line before its list, or else the nearest heading.
fn titled(reading: &Reading<'_>, block: BlockId, concept: Concept) -> bool {
    let doc = reading.doc;
    let b = &doc.blocks[block as usize];
    let over = reading.labels_over(block);
    if over.has(concept) || reading.lead(block).has(concept) || reading.column(block).has(concept) {
        return true;
    }
    let led = b.list.is_some_and(|list| doc.lists[list as usize].lead.is_some());
    !led && reading.heading(b.section).has(concept)
}

/// What a sentence leaves out, and the words of each name: a line such as `Out of scope: signatures, translation` has several.
fn left_out(reading: &Reading<'_>, sentence: SentenceId) -> Vec<(Words, Vec<String>)> {
    let doc = reading.doc;
    let block = reading.block_of(sentence);
    let b = &doc.blocks[block as usize];
    let text = doc.sentences[sentence as usize].text;
    let titled = b.label.is_some() && b.sentences.start == sentence && reading.label(block).has(Concept::NonGoalTitle);
    let written = doc.lower_str(text);
    if !titled || b.quoted || !written.contains(',') || written.contains(['(', ';', '"']) {
        return one_left_out(reading, sentence).into_iter().collect();
    }
    let mut start = 0;
    let pieces = written.split(',').take(MOST + 1).filter_map(|piece| {
        let range = TextRange::new(text.start + start as u32, text.start + (start + piece.len()) as u32);
        start += piece.len() + 1;
        let narrow = |hit: &crate::mention::Hit| hit.concept == Concept::NonGoalNarrow && range.contains(hit.text);
        let part = piece.split(' ').any(|word| lists::LEFT_OUT_NARROW.contains(&word))
            || reading.hits(sentence).iter().any(narrow);
        let words = content(reading, range);
        (!part && (2..=6).contains(&words.len())).then(|| (reading.words_in(sentence, doc.bare(range)), words))
    });
    pieces.collect()
}

/// What an item or a row under a title of non-goals leaves out, and the words of its name.
fn one_left_out(reading: &Reading<'_>, sentence: SentenceId) -> Option<(Words, Vec<String>)> {
    let doc = reading.doc;
    let block = reading.block_of(sentence);
    let b = &doc.blocks[block as usize];
    let listed = matches!(b.kind, BlockKind::Item | BlockKind::Cell { .. }) || b.label.is_some();
    if !listed || b.quoted || b.sentences.start != sentence || !titled(reading, block, Concept::NonGoalTitle) {
        return None;
    }
    if matches!(b.kind, BlockKind::Cell { column, .. } if column > 0 && !reading.column(block).has(Concept::NonGoalTitle))
    {
        return None;
    }
    let text = doc.sentences[sentence as usize].text;
    let name = b.label.filter(|_| !reading.label(block).has(Concept::NonGoalTitle)).unwrap_or_else(|| {
        let written = doc.lower_str(text);
        let marks = [" - ", " – ", " — ", ": ", "; ", " (", ". ", " because ", ", since ", ", which ", ", as "];
        let tails = [" in v1", " for now", " in the first release", " in the first version"];
        let end = marks.iter().chain(&tails).filter_map(|mark| written.find(mark)).min();
        end.map_or(text, |end| TextRange::new(text.start, text.start + end as u32))
    });
    let narrow = |hit: &&crate::mention::Hit| {
        hit.concept == Concept::NonGoalNarrow && name.start <= hit.text.start && hit.text.end <= name.end
    };
    let part = doc.lower_str(name).split(' ').any(|word| lists::LEFT_OUT_NARROW.contains(&word));
    if part || reading.hits(sentence).iter().find(narrow).is_some() || doc.lower_str(name).contains([',', '/', '"']) {
        return None;
    }
    let words = content(reading, name);
    (2..=6).contains(&words.len()).then(|| (reading.words_in(sentence, name), words))
}

/// A line that asks for something, under a title of requirements or in the row of a must.
fn is_required(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let doc = reading.doc;
    let block = reading.block_of(sentence);
    let b = &doc.blocks[block as usize];
    if b.quoted || b.struck || doc.sentences[sentence as usize].question || reading.says_any(sentence, &PASSING) {
        return false;
    }
    match b.kind {
        BlockKind::Item | BlockKind::Paragraph => {
            let required =
                titled(reading, block, Concept::RequiredTitle) || reading.says(sentence, Concept::RequiredSaid);
            required
                && !reading.path(block).has(Concept::NonGoalTitle)
                && !titled(reading, block, Concept::NonGoalTitle)
        }
        BlockKind::Cell { table, row, .. } => {
            let table = &doc.tables[table as usize];
            let cells = || (0..table.columns).filter_map(|column| table.cell(row, column));
            let passed = cells().any(|cell| reading.whole(cell).has_any(&PASSING));
            let named = reading.column(block).has(Concept::RequiredColumn)
                || titled(reading, block, Concept::RequiredTitle) && reading.column(block).is_empty();
            row > 0 && named && !passed
        }
        _ => false,
    }
}

/// The words that mean something, each without its ending, and whether the thing that they name may end there: nothing
/// follows that could make another thing of it.
fn content_of(reading: &Reading<'_>, text: TextRange) -> Vec<(String, bool)> {
    let doc = reading.doc;
    let within = &doc.tokens[doc.tokens_within(text)];
    let mut words = Vec::new();
    for (at, token) in within.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word) {
        let word = doc.lower_str(token.text);
        if lists::LEFT_OUT_PLAIN.contains(&word) || word == "'s" {
            continue;
        }
        let next = within.get(at + 1).filter(|next| next.kind == TokenKind::Word).map(|next| doc.lower_str(next.text));
        let ends = next
            .is_none_or(|next| lists::LEFT_OUT_PLAIN.contains(&next) || lists::LEFT_OUT_JOINS.contains(&next))
            && joins(doc, within, at);
        words.push((stem(word).to_owned(), ends));
    }
    words
}

/// A hyphen makes one word of two.
fn joins(doc: &Document<'_>, within: &[Token], at: usize) -> bool {
    within.get(at + 1).is_none_or(|next| doc.lower_str(next.text) != "-")
}

/// The words that mean something, each without its ending.
fn content(reading: &Reading<'_>, text: TextRange) -> Vec<String> {
    content_of(reading, text).into_iter().map(|(word, _)| word).collect()
}

/// True when all words of a name stand together in a line, in whatever order, and name the thing there too.
fn says(line: &[(String, bool)], name: &[String]) -> bool {
    line.windows(name.len()).any(|near| {
        near.last().is_some_and(|(_, ends)| *ends)
            && name.iter().all(|word| near.iter().any(|(other, _)| other == word))
            && near.iter().all(|(other, _)| name.contains(other))
    })
}
