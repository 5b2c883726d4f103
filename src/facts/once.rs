//! What a sentence tells for sure is not told a second time as something else: a date after which one would think again is no
//! reason to act now, and a doubt about what is known is no problem of the people it is known from.
//!
//! Families of facts are read one by one, and some share their words: a date, a condition, "until", a number that was wrong.
//! Where two of them claim a sentence and only one can be meant, the other goes. For reasons to act now, and for risks, marked
//! documents bear this out; the other pairs are too rare in them to tell, and go by what the words mean.

use super::{Facts, Words};

/// Sentences that tell something.
struct Told(Vec<bool>);

impl Told {
    fn holds(&self, words: &Words) -> bool {
        self.0[words.sentence as usize]
    }
}

/// Drops what is read out of a sentence that tells something else. All is looked up before any of it goes, so that the order
/// of families does not matter. `sentences` is how many the text has.
pub(super) fn read(sentences: usize, facts: &mut Facts) {
    let told = |words: &mut dyn Iterator<Item = &Words>| {
        let mut told = Told(vec![false; sentences]);
        words.for_each(|w| told.0[w.sentence as usize] = true);
        told
    };
    let doubts = told(&mut facts.evidence.limits.iter());
    let left_out = told(&mut facts.scope.excluded.iter());
    let put_off = told(&mut facts.decision.deferred.iter());
    let reversals = told(&mut facts.decision.reversals.iter());
    let requirements = told(&mut facts.requirements.iter());
    let questions = told(&mut facts.questions.iter());
    let measures = told(&mut facts.metrics.iter().map(|metric| &metric.name));
    let reviews = told(&mut facts.reviews.iter());

    facts.problem.statements.retain(|w| !left_out.holds(w) && !doubts.holds(w));
    facts.problem.consequences.retain(|w| !doubts.holds(w));
    facts.problem.why_now.retain(|w| !reversals.holds(w) && !put_off.holds(w));
    facts.evidence.items.retain(|item| !reviews.holds(&item.words));
    facts.decision.reversals.retain(|w| !requirements.holds(w));
    facts.scope.constraints.retain(|w| !measures.holds(w));
    facts.scope.risks.retain(|risk| !questions.holds(&risk.words) && !put_off.holds(&risk.words));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{EvidenceForm, EvidenceItem, Risk};
    use crate::span::TextRange;

    /// Words of the second of three sentences, whatever they say.
    fn words() -> Words {
        Words { text: TextRange::new(10, 20), sentence: 1, block: 0 }
    }

    /// Facts in which one sentence was read as all that can go.
    fn claimed() -> Facts {
        let mut facts = Facts::default();
        facts.problem.statements.push(words());
        facts.problem.consequences.push(words());
        facts.problem.why_now.push(words());
        facts.evidence.items.push(EvidenceItem { words: words(), form: EvidenceForm::Number, sourced: false });
        facts.scope.constraints.push(words());
        facts.scope.risks.push(Risk { words: words(), mitigations: Vec::new() });
        facts
    }

    /// What is left of it once the sentence is read as something else too.
    fn left(add: impl Fn(&mut Facts)) -> Vec<&'static str> {
        let mut facts = claimed();
        add(&mut facts);
        read(3, &mut facts);
        let held = [
            ("problem", facts.problem.statements.len()),
            ("consequence", facts.problem.consequences.len()),
            ("now", facts.problem.why_now.len()),
            ("evidence", facts.evidence.items.len()),
            ("limit", facts.scope.constraints.len()),
            ("risk", facts.scope.risks.len()),
        ];
        held.into_iter().filter(|(_, count)| *count > 0).map(|(name, _)| name).collect()
    }

    #[test]
    fn a_sentence_that_tells_nothing_else_keeps_all_that_was_read_out_of_it() {
        let other = Words { sentence: 2, ..words() };
        assert_eq!(left(|facts| facts.evidence.limits.push(other)).len(), 6);
    }

    #[test]
    fn a_doubt_about_what_is_known_is_no_problem() {
        assert_eq!(left(|facts| facts.evidence.limits.push(words())), ["now", "evidence", "limit", "risk"]);
    }

    #[test]
    fn what_is_left_out_is_no_problem() {
        let left = left(|facts| facts.scope.excluded.push(words()));
        assert!(!left.contains(&"problem") && left.contains(&"consequence"), "{left:?}");
    }

    #[test]
    fn what_would_change_the_decision_and_what_waits_are_no_reason_to_act_now() {
        assert!(!left(|facts| facts.decision.reversals.push(words())).contains(&"now"));
        assert!(!left(|facts| facts.decision.deferred.push(words())).contains(&"now"));
    }

    #[test]
    fn a_review_to_come_was_not_observed() {
        assert!(!left(|facts| facts.reviews.push(words())).contains(&"evidence"));
    }

    #[test]
    fn a_question_is_no_risk() {
        assert!(!left(|facts| facts.questions.push(words())).contains(&"risk"));
    }

    #[test]
    fn a_requirement_changes_no_decision() {
        let mut facts = Facts::default();
        facts.decision.reversals.push(words());
        facts.requirements.push(words());
        read(3, &mut facts);
        assert!(facts.decision.reversals.is_empty());
        assert_eq!(facts.requirements.len(), 1);
    }
}
