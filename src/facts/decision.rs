//! Reading → what was decided, and why.

use super::{Facts, Fate, Words};
use crate::document::{BlockId, BlockKind, SentenceId};
use crate::lexicon::Concept as C;
use crate::mention::{ConceptSet, Reading};

pub(super) fn read(reading: &Reading<'_>, facts: &mut Facts) {
    let mut reader = Reader { r: reading, facts };
    let sentences: Vec<SentenceId> = reading.sentences().collect();
    for &sentence in &sentences {
        reader.sentence(sentence);
    }
    reader.chosen_rows();
}

struct Reader<'r, 'd, 'f> {
    r: &'r Reading<'d>,
    facts: &'f mut Facts,
}

/// Titles under which an item says something else than a decision.
const OTHER_TITLES: [C; 9] = [
    C::TitleRisks,
    C::TitleMitigation,
    C::TitleQuestions,
    C::TitleAssumptions,
    C::TitleEvidence,
    C::TitleRequirements,
    C::TitleScopeOut,
    C::TitleMetrics,
    C::TitleImplementation,
];

impl Reader<'_, '_, '_> {
    fn sentence(&mut self, sentence: SentenceId) {
        let r = self.r;
        let said = r.concepts(sentence);
        let block = r.block_of(sentence);
        let b = &r.doc.blocks[block as usize];
        if r.doc.sentences[sentence as usize].question || b.quoted || r.length(sentence) < 3 {
            return;
        }
        let name = r.name_of(block);
        let first = r.doc.blocks[block as usize].sentences.start == sentence;
        let words = r.words_of(sentence);
        let stated = self.states(sentence, said, &name, first);
        if stated {
            self.facts.decision.statements.push(words);
        }
        if self.gives_reason(sentence, said, &name, stated) {
            self.facts.decision.reasons.push(words);
        }
        if self.is_criterion(block, said, &name) {
            self.facts.decision.criteria.push(words);
        }
        if self.defers(block, said, &name, stated) {
            self.facts.decision.deferred.push(words);
        }
        if self.reverses(said, &name, block) {
            self.facts.decision.reversals.push(words);
        }
    }

    /// True when a sentence says what is decided, recommended or chosen.
    fn states(&self, sentence: SentenceId, said: &ConceptSet, name: &ConceptSet, first: bool) -> bool {
        let r = self.r;
        let block = r.block_of(sentence);
        let own = r.labels_over(block);
        if own.has(C::TitleDecision) && first && !own.has(C::TitleCriteria) {
            return true;
        }
        if said.has(C::Decide) && !said.has(C::Reversal) && !name.has_any(&[C::TitleRejected, C::TitleRisks, C::TitleAssumptions]) {
            return true;
        }
        let in_decision = name.has(C::TitleDecision) && !name.has_any(&OTHER_TITLES);
        let item = matches!(r.doc.blocks[block as usize].kind, BlockKind::Item);
        if in_decision && (said.has_any(&[C::PlanTo, C::Imperative]) || (item && first && r.length(sentence) > 4)) {
            return true;
        }
        // A plan told in the first person decides something where the document concludes.
        name.has(C::TitleMilestones) && item && first && said.has_any(&[C::PlanTo]) && said.has(C::We)
    }

    fn gives_reason(&self, sentence: SentenceId, said: &ConceptSet, name: &ConceptSet, stated: bool) -> bool {
        let long = self.r.length(sentence) >= 5;
        if name.has(C::TitleReason) && !name.has_any(&[C::TitleRejected, C::TitleProblem]) {
            return long;
        }
        if !said.has(C::ReasonLead) {
            return false;
        }
        if stated && said.has(C::Because) {
            return true;
        }
        let after = sentence.checked_sub(1).is_some_and(|before| {
            self.r.block_of(before) == self.r.block_of(sentence)
                && self.facts.decision.statements.last().is_some_and(|s| s.sentence == before)
        });
        (after || name.has(C::TitleDecision)) && long
    }

    fn is_criterion(&self, block: BlockId, said: &ConceptSet, name: &ConceptSet) -> bool {
        let cell = matches!(self.r.doc.blocks[block as usize].kind, BlockKind::Cell { .. });
        if cell {
            return false;
        }
        if name.has(C::TitleCriteria) && !name.has_any(&[C::TitleMetrics, C::TitleRequirements]) {
            return true;
        }
        said.has(C::CriterionWords) && said.has_any(&[C::Decide, C::We]) && said.has_any(&[C::TitleCriteria, C::TitleOptions])
    }

    fn defers(&self, block: BlockId, said: &ConceptSet, name: &ConceptSet, stated: bool) -> bool {
        if name.has(C::TitleDeferred) && !name.has_any(&[C::TitleQuestions, C::TitleRisks]) {
            return true;
        }
        if !said.has(C::Deferral) || self.r.under(block, C::TitleEvidence) && !stated {
            return false;
        }
        said.has(C::We) && said.has_any(&[C::PlanTo, C::Decide, C::Possibility]) && said.has(C::TitleDeferred)
            || stated && said.has(C::Negation)
    }

    fn reverses(&self, said: &ConceptSet, name: &ConceptSet, block: BlockId) -> bool {
        let titled = name.has(C::TitleReversal) || self.r.labels_over(block).has(C::TitleReversal);
        if titled && (said.has_any(&[C::Condition, C::Reversal]) || self.r.labels_over(block).has(C::TitleReversal)) {
            return true;
        }
        said.has(C::Reversal) && said.has(C::Condition) && said.has_any(&[C::We, C::Decide]) && !name.has(C::TitleRequirements)
    }

    /// A row of a table or list that is marked as chosen says the decision.
    fn chosen_rows(&mut self) {
        let chosen: Vec<Words> =
            self.facts.options.iter().filter(|o| o.fate == Fate::Chosen).map(|o| o.name).collect();
        let known = |words: &Words, all: &[Words]| all.iter().any(|w| w.sentence == words.sentence);
        for words in chosen {
            if !known(&words, &self.facts.decision.statements) {
                self.facts.decision.statements.push(words);
            }
        }
        self.facts.decision.statements.sort_by_key(|w| w.text);
    }
}
