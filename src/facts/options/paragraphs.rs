//! Paragraphs under a title of options that each begin with a name: `4.1 Penalty (…). Ms. Aurora liked this one.`

use super::listed::{ABOUT_OPTIONS, name_end, settle};
use super::names::{Gathering, Group, hash, mark_of, tokens_in};
use crate::document::{BlockId, BlockKind, SectionId, TokenKind};
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::span::TextRange;

/// Most words of a name that opens a paragraph: a longer one is a sentence about options.
const LONGEST_OPENING: usize = 12;

pub(super) fn read(gathering: &mut Gathering<'_, '_>) {
    let reading = gathering.reading;
    for section in 1..reading.doc.sections.len() as SectionId {
        let title = reading.heading(section);
        if title.has(Concept::OptionsTitle) && !title.has_any(&ABOUT_OPTIONS) {
            read_section(gathering, section);
        }
    }
}

fn read_section(gathering: &mut Gathering<'_, '_>, section: SectionId) {
    let reading = gathering.reading;
    let doc = reading.doc;
    let own = |&block: &BlockId| {
        let b = &doc.blocks[block as usize];
        b.section == section && b.kind == BlockKind::Paragraph && !b.quoted && !b.image
    };
    let blocks = doc.sections[section as usize].blocks.clone();
    let named: Vec<(BlockId, TextRange, Option<u64>)> = blocks
        .filter(own)
        .filter(|&block| gathering.region(block).is_none())
        .filter_map(|block| opening(reading, block).map(|(name, mark)| (block, name, mark)))
        .collect();
    if named.len() < 2 {
        return;
    }
    for (block, name, mark) in named {
        let words = reading.words_in(doc.blocks[block as usize].sentences.start, name);
        let choice = gathering.meet(words, mark, Group::Section(section));
        settle(gathering, choice, &reading.whole(block));
        gathering.set_region(block, choice, name);
    }
}

/// The name that opens a paragraph, after its number if it has one, when the paragraph goes on after it.
fn opening(reading: &Reading<'_>, block: BlockId) -> Option<(TextRange, Option<u64>)> {
    let doc = reading.doc;
    let b = &doc.blocks[block as usize];
    let first = doc.sentences.get(b.sentences.start as usize).filter(|_| !b.sentences.is_empty())?;
    if first.question || first.placeholder {
        return None;
    }
    let tokens = tokens_in(doc, first.text);
    let (mark, skipped) = match mark_of(doc, tokens) {
        (None, _) => numbered(reading, first.text),
        found => found,
    };
    let start = tokens.get(skipped)?.text.start;
    let name = TextRange::new(start, name_end(reading, TextRange::new(start, first.text.end)));
    let words = tokens_in(doc, name).iter().filter(|t| t.kind != TokenKind::Mark).count();
    let goes_on = name.end + 3 < b.text.end;
    (goes_on && (1..=LONGEST_OPENING).contains(&words)).then_some((name, mark))
}

/// The number that a paragraph begins with, as in `4.1 Penalty`, and how many tokens it takes.
fn numbered(reading: &Reading<'_>, text: TextRange) -> (Option<u64>, usize) {
    match tokens_in(reading.doc, text).first() {
        Some(first) if first.kind == TokenKind::Number => (Some(hash(reading.doc.lower_str(first.text))), 1),
        _ => (None, 0),
    }
}
