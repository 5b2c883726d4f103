//! Headings in order → the tree of sections.

use crate::document::{BlockId, HeadingForm, Section, SectionId};

/// A section that is still open.
#[derive(Debug, Clone, Copy)]
struct Open {
    section: SectionId,
    rank: u32,
}

/// The rank of the real heading just above one.
fn rank_above(real: u32) -> u32 {
    real.saturating_sub(10)
}

/// The sections so far.
#[derive(Debug)]
pub(super) struct Outline {
    pub(super) sections: Vec<Section>,
    open: Vec<Open>,
}

/// Real headings have ranks 10, 20, …; what only looks like one ranks between them, below the one it stands under.
fn rank_below(real: u32, form: HeadingForm) -> u32 {
    real + match form {
        HeadingForm::Capitals => 3,
        HeadingForm::Label => 7,
        _ => 5,
    }
}

impl Outline {
    pub(super) fn new() -> Self {
        let root = Section { heading: None, level: None, depth: 0, parent: None, blocks: 0..0 };
        Self { sections: vec![root], open: vec![Open { section: 0, rank: 0 }] }
    }

    /// The innermost open section.
    pub(super) fn current(&self) -> SectionId {
        self.open.last().map_or(0, |open| open.section)
    }

    fn rank_here(&self, form: HeadingForm) -> u32 {
        let real = self.open.iter().rev().map(|open| open.rank).find(|rank| rank % 10 == 0);
        rank_below(real.unwrap_or(0), form)
    }

    /// Opens the section of `heading`; `level` is 1 to 6 for a real heading, none for what only looks like one.
    pub(super) fn open(&mut self, heading: BlockId, form: HeadingForm, level: Option<u32>) -> SectionId {
        let rank = level.map_or_else(|| self.rank_here(form), |level| level * 10);
        // A real heading also ends what only looked like one since the heading just above it: a bold line over a list does not
        // take in the sections that follow.
        let closed = level.map_or(rank, |_| rank_above(rank) + 1);
        while self.open.last().is_some_and(|open| open.rank >= closed && open.section != 0) {
            self.close_last(heading);
        }
        let section = self.sections.len() as SectionId;
        let parent = self.current();
        let depth = self.open.len() as u32;
        self.sections.push(Section {
            heading: Some(heading),
            level,
            depth,
            parent: Some(parent),
            blocks: heading + 1..heading + 1,
        });
        self.open.push(Open { section, rank });
        section
    }

    /// Closes `section` and what is open inside it, if it is still open; `next` is the block that comes next.
    pub(super) fn close(&mut self, section: SectionId, next: BlockId) {
        if section == 0 || !self.open.iter().any(|open| open.section == section) {
            return;
        }
        while self.current() >= section {
            self.close_last(next);
        }
    }

    fn close_last(&mut self, next: BlockId) {
        if let Some(open) = self.open.pop() {
            self.sections[open.section as usize].blocks.end = next;
        }
    }

    /// Closes everything; `count` is the number of blocks.
    pub(super) fn finish(mut self, count: BlockId) -> Vec<Section> {
        while !self.open.is_empty() {
            self.close_last(count);
        }
        self.sections
    }
}
