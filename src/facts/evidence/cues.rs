//! A sentence → the cues in and around it that tell what was observed from what is meant, planned or supposed.

use super::cue::{Cue, Cues};
use super::meant::Meant;
use crate::document::{BlockId, BlockKind, SentenceId};
use crate::lexicon::Concept;
use crate::mention::quantity::QuantityKind;
use crate::mention::{ConceptSet, Reading};

/// What is the same for all sentences of an artifact.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    /// The artifact tells how its findings came about.
    pub(super) research: bool,
}

impl Setting {
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let doc = reading.doc;
        let told = reading
            .sentences()
            .filter(|&s| {
                reading.says(s, Concept::MethodDone) && reading.says_any(s, &[Concept::MethodNoun, Concept::SampleSize])
            })
            .take(2)
            .count();
        let titled = (0..doc.sections.len() as u32)
            .filter(|&s| reading.heading(s).has_any(&[Concept::MethodTitle, Concept::EvidenceTitle]))
            .count();
        Self { research: told + titled >= 2 }
    }
}

/// The cues around a block: the same for each of its sentences.
pub(super) fn around(reading: &Reading<'_>, block: BlockId, setting: Setting) -> Cues {
    use Concept as C;
    let b = &reading.doc.blocks[block as usize];
    let mut cues = Cues::default();
    let heading = reading.heading(b.section);
    let path = reading.path(block);
    let frame = reading.labels_over(block).union(&reading.column(block)).union(&reading.lead(block));
    let findings = [C::EvidenceTitle, C::TitleEvidence];
    cues.add(Cue::FindingsHeading, heading.has_any(&findings));
    cues.add(Cue::FindingsPath, path.has_any(&findings));
    cues.add(Cue::MethodHeading, path.has_any(&[C::MethodTitle, C::TitleMethod]));
    cues.add(
        Cue::MethodFrame,
        frame.has_any(&[C::MethodTitle, C::TitleMethod, C::MethodDone, C::SampleSize, C::TitleSource]),
    );
    cues.add(Cue::ProblemHeading, path.has_any(&[C::TitleProblem, C::TitleBackground, C::TitleCause]));
    let plan: ConceptSet = heading.union(&frame);
    cues.add(
        Cue::PlanHeading,
        plan.has_any(&[
            C::TitleRequirements,
            C::TitleScopeIn,
            C::TitleScopeOut,
            C::TitleMilestones,
            C::TitleMetrics,
            C::TitleTarget,
            C::TitleExperiment,
            C::TitleMitigation,
            C::TitleReview,
            C::TitleRule,
        ]),
    );
    cues.add(
        Cue::ChoiceHeading,
        plan.has_any(&[
            C::TitleOptions,
            C::TitleDecision,
            C::TitleCriteria,
            C::TitleGain,
            C::TitleCost,
            C::TitleTradeoff,
        ]),
    );
    cues.add(Cue::BuildHeading, path.has(C::TitleImplementation));
    cues.add(Cue::UnknownHeading, plan.has_any(&[C::TitleHypothesis, C::TitleQuestions, C::QuestionTitle]));
    cues.add(Cue::AssumptionHeading, path.has_any(&[C::TitleAssumptions, C::AssumptionTitle]));
    cues.add(Cue::LimitHeading, path.has(C::TitleLimits) || frame.has(C::TitleLimits));
    cues.add(Cue::Item, matches!(b.kind, BlockKind::Item));
    cues.add(Cue::Cell, matches!(b.kind, BlockKind::Cell { .. }));
    cues.add(Cue::Quoted, b.quoted);
    cues.add(Cue::Labelled, b.label.is_some());
    cues.add(Cue::Research, setting.research);
    cues
}

/// The cues that a concept gives wherever a sentence says it, by the concept's number.
static SAID: [Cues; Concept::ALL.len()] = {
    let pairs = [
        (Cue::Found, Concept::Found),
        (Cue::Found, Concept::CountedReports),
        (Cue::Reception, Concept::Reception),
        (Cue::Aim, Concept::Aim),
        (Cue::We, Concept::We),
        (Cue::Intention, Concept::Intention),
        (Cue::Obligation, Concept::Obligation),
        (Cue::Possible, Concept::Possibility),
        (Cue::Condition, Concept::Condition),
        (Cue::OtherProduct, Concept::OtherProduct),
        (Cue::Negation, Concept::Negation),
        (Cue::Many, Concept::Many),
        (Cue::MethodDone, Concept::MethodDone),
        (Cue::MethodNoun, Concept::MethodNoun),
        (Cue::SampleSize, Concept::SampleSize),
        (Cue::SourceLead, Concept::DataSourceLead),
        (Cue::MethodDetail, Concept::MethodDetail),
        (Cue::Limit, Concept::LimitWord),
        (Cue::ObservedLimit, Concept::ObservedLimit),
        (Cue::Speech, Concept::Speech),
        (Cue::Believed, Concept::Believed),
        (Cue::Unknown, Concept::OpenQuestion),
        (Cue::Threshold, Concept::Threshold),
        (Cue::Purpose, Concept::Purpose),
        (Cue::Bidding, Concept::Bidding),
        (Cue::Contrast, Concept::Contrast),
        (Cue::People, Concept::People),
        (Cue::People, Concept::EvidencePeople),
    ];
    let mut said = [Cues::NONE; Concept::ALL.len()];
    let mut at = 0;
    while at < pairs.len() {
        let (cue, concept) = pairs[at];
        said[concept as usize] = said[concept as usize].with(cue);
        at += 1;
    }
    said
};

/// The cues of a sentence, given those around its block.
pub(super) fn cues(reading: &Reading<'_>, sentence: SentenceId, around: Cues, other_fact: bool) -> Cues {
    let mut cues = around;
    cues.add(Cue::OtherFact, other_fact);
    let said = reading.concepts(sentence);
    said.each(|concept| cues.add_all(SAID[concept]));
    if said.has(Concept::Reacted) || said.has(Concept::StateOfMind) {
        add_reactions(reading, sentence, &mut cues);
    }
    add_quantities(reading, sentence, &mut cues);
    let s = &reading.doc.sentences[sentence as usize];
    cues.add(Cue::Question, s.question);
    let length = reading.length(sentence);
    cues.add(Cue::Short, length < 4);
    cues.add(Cue::Long, length > 30);
    cues.add(Cue::Address, reading.has_address(sentence));
    cues.add(Cue::Past, reading.has_past(sentence));
    cues.add(Cue::Present, reading.has_present(sentence));
    add_compounds(reading, sentence, &mut cues);
    cues
}

/// Cues that mean more together than each alone.
fn add_compounds(reading: &Reading<'_>, sentence: SentenceId, cues: &mut Cues) {
    let s = &reading.doc.sentences[sentence as usize];
    cues.add(Cue::LeadIn, reading.doc.str(s.text).ends_with(':'));
    let number = cues.has_any(&[Cue::Percent, Cue::Share, Cue::Count, Cue::Money, Cue::Duration]);
    cues.add(Cue::Measured, number && reading.says(sentence, Concept::MeasuredValue));
    let told = cues.has_any(&[
        Cue::Found,
        Cue::Reaction,
        Cue::SomeReacted,
        Cue::StateOfMind,
        Cue::Reception,
        Cue::Share,
        Cue::Percent,
    ]);
    cues.add(
        Cue::MethodOnly,
        !told && cues.has_any(&[Cue::MethodDone, Cue::SampleSize, Cue::MethodDetail, Cue::SourceLead]),
    );
    cues.add(Cue::CannotKnow, reading.says(sentence, Concept::CannotKnow) && cannot_know(reading, sentence));
    let reacted = cues.has_any(&[Cue::Reaction, Cue::SomeReacted, Cue::StateOfMind, Cue::Reception]);
    cues.add(Cue::ReactedInResearch, reacted && cues.has(Cue::Research));
}

/// The author, the data or nobody named cannot tell: users who cannot find a button are another matter.
fn cannot_know(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let start = reading.doc.sentences[sentence as usize].text.start;
    let mut author = Some(start);
    for hit in reading.hits(sentence) {
        match hit.concept {
            Concept::We | Concept::MethodNoun | Concept::DataNoun => author = Some(hit.text.end),
            Concept::People | Concept::EvidencePeople => author = None,
            Concept::CannotKnow if author.is_some_and(|end| hit.text.start.saturating_sub(end) <= 24) => return true,
            _ => {}
        }
    }
    false
}

/// People followed closely by what they did or feel, with no word of the author between.
fn add_reactions(reading: &Reading<'_>, sentence: SentenceId, cues: &mut Cues) {
    const PEOPLE_REACH: u32 = 32;
    const SOME_REACH: u32 = 14;
    let (mut people, mut some) = (None, None);
    for hit in reading.hits(sentence) {
        match hit.concept {
            Concept::People | Concept::EvidencePeople => people = Some(hit.text.end),
            Concept::SomeOfThem => some = Some(hit.text.end),
            Concept::We => (people, some) = (None, None),
            Concept::Reacted | Concept::StateOfMind => {
                let near = |end: Option<u32>, reach| {
                    end.is_some_and(|end| end <= hit.text.start && hit.text.start - end <= reach)
                };
                let by_people = near(people, PEOPLE_REACH);
                if hit.concept == Concept::Reacted {
                    cues.add(Cue::Reaction, by_people);
                    cues.add(Cue::SomeReacted, near(some, SOME_REACH));
                } else {
                    cues.add(Cue::StateOfMind, by_people || near(some, SOME_REACH));
                }
            }
            _ => {}
        }
    }
}

fn add_quantities(reading: &Reading<'_>, sentence: SentenceId, cues: &mut Cues) {
    let mut counted = 0;
    let mut meant = Meant::of(reading, sentence);
    for quantity in reading.quantities(sentence) {
        let cue = match quantity.kind {
            QuantityKind::Percent | QuantityKind::PercentagePoints => Cue::Percent,
            QuantityKind::Money(_) => Cue::Money,
            QuantityKind::Duration | QuantityKind::Effort => Cue::Duration,
            QuantityKind::OfTotal { .. } => Cue::Share,
            // A word such as "two" counts as often by the way as on purpose.
            QuantityKind::Number if quantity.spelled => continue,
            QuantityKind::Number
            | QuantityKind::Multiple
            | QuantityKind::Rating { .. }
            | QuantityKind::Ratio { .. } => Cue::Count,
            QuantityKind::SampleSize => Cue::SampleSize,
            QuantityKind::Ordinal | QuantityKind::PValue => continue,
            _ => {
                cues.add(Cue::Date, true);
                continue;
            }
        };
        if cue != Cue::SampleSize && meant.is(quantity) {
            cues.add(Cue::Meant, true);
            continue;
        }
        cues.add(cue, true);
        counted += 1;
    }
    cues.add(Cue::Numbers, counted > 1);
    if reading.says(sentence, Concept::ShareOf) {
        let mut meant = Meant::of(reading, sentence);
        let mut shares = reading.hits(sentence).iter().filter(|hit| hit.concept == Concept::ShareOf);
        cues.add(Cue::Share, shares.any(|hit| !meant.stands_under(hit.text)));
    }
}
