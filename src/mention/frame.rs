//! The frame of a block: what its label, its column, the line before its list and its heading say it is.
//!
//! A list item or a cell seldom says what it is; what stands around it does.

use super::{ConceptSet, Reading};
use crate::document::{BlockId, BlockKind, SectionId};
use crate::lexicon::Concept;

/// Concepts that tell how a plan is made, how a sentence stands or how numbers belong together, and not what a block is: a label or a column that has
/// no others names nothing.
const ASIDE: [Concept; 74] = [
    Concept::NamingOne,
    Concept::PastChange,
    Concept::BiddingDecision,
    Concept::IdleOption,
    Concept::OthersWish,
    Concept::CostDenied,
    Concept::ProblemSaid,
    Concept::ConsequenceSaid,
    Concept::CauseSaid,
    Concept::WhyNowSaid,
    Concept::DownsideSaid,
    Concept::ConstraintSaid,
    Concept::SegmentSaid,
    Concept::MilestoneSaid,
    Concept::RiskSaid,
    Concept::NothingSeen,
    Concept::NoMeasure,
    Concept::PassingChoice,
    Concept::KeptElsewhere,
    Concept::ChoiceForUsers,
    Concept::NoneLead,
    Concept::AbsentSolution,
    Concept::NeedsColumn,
    Concept::PartColumn,
    Concept::BlocksColumn,
    Concept::OrderColumn,
    Concept::OrderTitle,
    Concept::NeedsCue,
    Concept::NeedsPlainly,
    Concept::NeedsEased,
    Concept::NeedsMet,
    Concept::NeedsBridged,
    Concept::PlanDoing,
    Concept::EffortTitle,
    Concept::CapacitySaid,
    Concept::TimeHad,
    Concept::CapacityOpen,
    Concept::ParallelHands,
    Concept::NonGoalTitle,
    Concept::NonGoalNarrow,
    Concept::RequiredTitle,
    Concept::RequiredColumn,
    Concept::NotRequired,
    Concept::RiskColumn,
    Concept::MitigationColumn,
    Concept::AssumptionColumn,
    Concept::TestColumn,
    Concept::QuestionColumn,
    Concept::OwnerColumn,
    Concept::MitigationMark,
    Concept::OwnerMark,
    Concept::StopTitle,
    Concept::KillTitle,
    Concept::StopSaid,
    Concept::StopGraded,
    Concept::StopMeasured,
    Concept::StopDated,
    Concept::PointsElsewhere,
    Concept::DetectedTo,
    Concept::DetectedFrom,
    Concept::MoreOf,
    Concept::FewerOf,
    Concept::LessTime,
    Concept::SplitUp,
    Concept::UnitPrice,
    Concept::ComesTo,
    Concept::CapacityFits,
    Concept::KillFloor,
    Concept::ChoosesOne,
    Concept::TakingUp,
    Concept::RequiredSaid,
    Concept::Weighs,
    Concept::AnyWins,
    Concept::Halves,
];

/// The concepts of what stands around a block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    labels: ConceptSet,
    column: ConceptSet,
    lead: ConceptSet,
    name: ConceptSet,
}

impl Reading<'_> {
    /// The concepts of a section's heading.
    #[inline]
    pub fn heading(&self, section: SectionId) -> &ConceptSet {
        &self.headings[section as usize].0
    }

    /// The concepts of the heading over a block, and of all headings above that.
    #[inline]
    pub fn path(&self, block: BlockId) -> &ConceptSet {
        &self.headings[self.doc.blocks[block as usize].section as usize].1
    }

    /// True when a heading over a block, near or far, says a concept.
    #[inline]
    pub fn under(&self, block: BlockId, concept: Concept) -> bool {
        self.path(block).has(concept)
    }

    /// The concepts of what names a block most closely: its own label; else the label of the item it stands in; else the
    /// header of its column; else the line that introduces its list or table; else the nearest heading.
    #[inline]
    pub fn name_of(&self, block: BlockId) -> ConceptSet {
        self.frames[block as usize].name
    }

    /// All that stands around a block in one set: label, column, lead and nearest heading.
    #[inline]
    pub fn frame(&self, block: BlockId) -> ConceptSet {
        let Frame { labels, column, lead, .. } = &self.frames[block as usize];
        labels.union(column).union(lead).union(self.heading(self.doc.blocks[block as usize].section))
    }

    /// The concepts of the block's label and of the labels of the items it stands in.
    #[inline]
    pub fn labels_over(&self, block: BlockId) -> ConceptSet {
        self.frames[block as usize].labels
    }

    /// The concepts of the header of a cell's column; empty for what is no cell or has no header.
    #[inline]
    pub fn column(&self, block: BlockId) -> ConceptSet {
        self.frames[block as usize].column
    }

    /// The concepts of the line that introduces the list or table of a block, and of those around it.
    #[inline]
    pub fn lead(&self, block: BlockId) -> ConceptSet {
        self.frames[block as usize].lead
    }

    pub(super) fn collect_frames(&mut self) {
        let mut aside = ConceptSet::default();
        for concept in ASIDE {
            aside.add(concept);
        }
        let names = |set: &ConceptSet| !set.without(&aside).is_empty();
        // Items and cells that stand beside each other have one lead.
        let mut last: (Option<BlockId>, ConceptSet) = (None, ConceptSet::default());
        self.frames = (0..self.doc.blocks.len() as BlockId)
            .map(|block| {
                let before = self.before(block);
                if before != last.0 {
                    last = (before, self.find_lead(block));
                }
                let lead = last.1;
                let labels = self.find_labels_over(block);
                let column = self.header_of(block).map_or_else(ConceptSet::default, |header| self.whole(header));
                let heading = self.heading(self.doc.blocks[block as usize].section);
                let name = [labels, column, lead].into_iter().find(names).unwrap_or(*heading);
                Frame { labels, column, lead, name }
            })
            .collect();
    }

    fn find_labels_over(&self, block: BlockId) -> ConceptSet {
        let mut set = *self.label(block);
        let mut at = self.doc.blocks[block as usize].inside_item;
        let mut steps = 0;
        while let (Some(item), true) = (at, steps < 4) {
            set = set.union(self.label(item));
            at = self.doc.blocks[item as usize].inside_item;
            steps += 1;
        }
        set
    }

    /// The header cell of a cell's column.
    pub fn header_of(&self, block: BlockId) -> Option<BlockId> {
        let BlockKind::Cell { table, row, column } = self.doc.blocks[block as usize].kind else { return None };
        let table = &self.doc.tables[table as usize];
        (table.header && row > 0).then(|| table.cell(0, column)).flatten()
    }

    /// The first cell of a cell's row, unless it is that cell.
    pub fn row_name(&self, block: BlockId) -> Option<BlockId> {
        let BlockKind::Cell { table, row, column } = self.doc.blocks[block as usize].kind else { return None };
        (column > 0).then(|| self.doc.tables[table as usize].cell(row, 0)).flatten()
    }

    /// The line that introduces the list or table of a block, else the item it stands in.
    fn before(&self, block: BlockId) -> Option<BlockId> {
        let b = &self.doc.blocks[block as usize];
        let lead = match b.kind {
            BlockKind::Cell { table, .. } => self.doc.tables[table as usize].lead,
            _ => b.list.and_then(|list| self.doc.lists[list as usize].lead),
        };
        lead.or(b.inside_item).filter(|&lead| lead != block)
    }

    fn find_lead(&self, block: BlockId) -> ConceptSet {
        let mut set = ConceptSet::default();
        let mut at = block;
        for _ in 0..4 {
            let Some(lead) = self.before(at) else { break };
            set = set.union(&self.whole(lead));
            at = lead;
        }
        set
    }

    /// The concepts of a whole block, label included.
    #[inline]
    pub fn whole(&self, block: BlockId) -> ConceptSet {
        let mut set = *self.label(block);
        for sentence in self.doc.blocks[block as usize].sentences.clone() {
            set = set.union(self.concepts(sentence));
        }
        set
    }

    pub(super) fn collect_headings(&mut self) {
        let mut headings: Vec<(ConceptSet, ConceptSet)> = Vec::with_capacity(self.doc.sections.len());
        for section in &self.doc.sections {
            let own = section.heading.map_or_else(ConceptSet::default, |heading| self.whole(heading));
            let path = section.parent.map_or(own, |parent| own.union(&headings[parent as usize].1));
            headings.push((own, path));
        }
        self.headings = headings;
    }
}
