//! Section → whether measures of success stand in it.

use crate::document::{BlockId, BlockKind, SectionId};
use crate::facts::MetricRole;
use crate::lexicon::Concept;
use crate::mention::{ConceptSet, Reading};

/// How strongly the surroundings of a block say that it holds a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ground {
    /// They say that it holds something else: requirements, risks, questions.
    Other,
    /// They say nothing.
    Open,
    /// They speak of goals, some of which are measurable; or the whole document is about measures.
    Goals,
    /// They speak of measures.
    Measures,
}

/// Titles of things that are no measures, whatever stands above them.
const OTHER: [Concept; 16] = [
    Concept::NotGoalTitle,
    Concept::TitleOptions,
    Concept::TitleRejected,
    Concept::TitleDeferred,
    Concept::TitleQuestions,
    Concept::TitleProblem,
    Concept::TitleRisks,
    Concept::TitleRequirements,
    Concept::TitleMethod,
    Concept::TitleAssumptions,
    Concept::TitleImplementation,
    Concept::TitleConstraints,
    Concept::TitleSegment,
    Concept::TitleLimits,
    Concept::ObservedTitle,
    Concept::TitleMilestones,
];

/// The ground of every section, with the role that its heading gives to measures.
pub(super) struct Grounds(Vec<(Ground, MetricRole)>);

impl Grounds {
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let doc = reading.doc;
        let whole = doc.blocks.len() as u32;
        let mut grounds: Vec<(Ground, MetricRole)> = Vec::with_capacity(doc.sections.len());
        for (at, section) in doc.sections.iter().enumerate() {
            let heading = reading.heading(at as SectionId);
            let above = section.parent.map_or((Ground::Open, MetricRole::Plain), |parent| grounds[parent as usize]);
            // The title of a document names its subject, which is too far from a list deep inside to vouch for it.
            let title =
                section.depth == 1 && section.blocks.len() as u32 * 10 > whole * 6 && at + 1 < doc.sections.len();
            let mut own = named(heading).unwrap_or(above);
            if title {
                own = if own.0 == Ground::Measures {
                    (Ground::Goals, MetricRole::Plain)
                } else {
                    (Ground::Open, MetricRole::Plain)
                };
            }
            grounds.push(own);
        }
        Self(grounds)
    }

    /// The ground of a block, and the role of a measure in it: what its lead or column says, else what its section says.
    pub(super) fn at(&self, reading: &Reading<'_>, block: BlockId) -> (Ground, MetricRole) {
        let section = self.section(reading, block);
        let b = &reading.doc.blocks[block as usize];
        if b.quoted || b.task.is_some() {
            return (Ground::Other, MetricRole::Plain);
        }
        let mut at = block;
        for _ in 0..4 {
            let Some(lead) = lead_of(reading, at).filter(|lead| *lead != at) else { break };
            let said = said_last(reading, lead);
            if said.has(Concept::GuardrailTitle) {
                return (Ground::Measures, MetricRole::Guardrail);
            }
            if said.has_any(&[Concept::SuccessLead, Concept::MeasureTitle, Concept::MetricIs])
                || (said.has(Concept::TrackPlan) && !said.has(Concept::PastDoing))
            {
                return (Ground::Measures, role_of(&said, section.1));
            }
            if section.0 == Ground::Open && said.has(Concept::SuccessHint) {
                return (Ground::Goals, section.1);
            }
            at = lead;
        }
        section
    }

    pub(super) fn section(&self, reading: &Reading<'_>, block: BlockId) -> (Ground, MetricRole) {
        self.0[reading.doc.blocks[block as usize].section as usize]
    }
}

/// The line that introduces the list or table of a block, or the item it stands in.
fn lead_of(reading: &Reading<'_>, block: BlockId) -> Option<BlockId> {
    let b = &reading.doc.blocks[block as usize];
    match b.kind {
        BlockKind::Cell { table, .. } => reading.doc.tables[table as usize].lead,
        _ => b.list.and_then(|list| reading.doc.lists[list as usize].lead).or(b.inside_item),
    }
}

/// What the label and the last sentence of a block say: that is where a list is introduced.
fn said_last(reading: &Reading<'_>, block: BlockId) -> ConceptSet {
    let b = &reading.doc.blocks[block as usize];
    let label = *reading.label(block);
    match b.sentences.clone().next_back() {
        Some(last) if reading.length(last) <= 25 => label.union(reading.concepts(last)),
        _ => label,
    }
}

/// What a heading says by itself.
fn named(heading: &ConceptSet) -> Option<(Ground, MetricRole)> {
    if heading.is_empty() {
        return None;
    }
    if heading.has(Concept::NotGoalTitle) {
        return Some((Ground::Other, MetricRole::Plain));
    }
    if heading.has_any(&[Concept::TitleRequirements, Concept::TitleQuestions, Concept::TitleImplementation])
        && !heading.has(Concept::SuccessLead)
    {
        return Some((Ground::Other, MetricRole::Plain));
    }
    if heading.has(Concept::GuardrailTitle) {
        return Some((Ground::Measures, MetricRole::Guardrail));
    }
    if heading.has(Concept::MeasureTitle) {
        return Some((Ground::Measures, role_of(heading, MetricRole::Plain)));
    }
    if heading.has(Concept::GoalTitle) {
        return Some((Ground::Goals, MetricRole::Plain));
    }
    heading.has_any(&OTHER).then_some((Ground::Other, MetricRole::Plain))
}

/// The role that a title gives, or the one it had.
pub(super) fn role_of(title: &ConceptSet, had: MetricRole) -> MetricRole {
    if title.has(Concept::GuardrailTitle) {
        MetricRole::Guardrail
    } else if title.has(Concept::PrimaryTitle) {
        MetricRole::Primary
    } else if title.has(Concept::InputTitle) {
        MetricRole::Input
    } else {
        had
    }
}
