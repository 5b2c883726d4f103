//! What other facts and titles say beyond what cues add up to: a chosen option is a decision, and the first sentence under
//! "The problem" is one.

use rustc_hash::FxHashSet;

use super::{Facts, Fate, Risk, Words, add_new};
use crate::document::{BlockId, BlockKind, SectionId, SentenceId};
use crate::lexicon::Concept;
use crate::mention::Reading;

/// Adds what a chosen option, plain words and titles say of the decision, and titles of the problem; and what market words
/// beside a business outcome say of the market.
pub(super) fn read(reading: &Reading<'_>, facts: &mut Facts) {
    let doc = reading.doc;
    let chosen: Vec<Words> = facts.options.iter().filter(|o| o.fate == Fate::Chosen).map(|o| o.name).collect();
    for words in chosen {
        if !facts.decision.statements.iter().any(|s| s.sentence == words.sentence) {
            facts.decision.statements.push(words);
        }
    }
    facts.decision.statements.sort_by_key(|w| w.text);
    // One walk over the text finds the few sentences that say any of it.
    let any = SAID.map(|(concept, _)| concept);
    let plain = |&s: &SentenceId| reading.says_any(s, &any) || reading.says_any(s, &SAID_APART);
    let plain: Vec<SentenceId> = reading.sentences().filter(plain).filter(|&s| tells(reading, s)).collect();
    let said = |concept: Concept| {
        let plain = plain.iter().copied().filter(move |&s| reading.says(s, concept));
        plain.map(|s| reading.words_of(s))
    };
    for (concept, known) in SAID {
        add_new(known(facts), said(concept));
    }
    add_new(&mut facts.decision.statements, said(Concept::DecidedPlainly));
    tell_first(reading, &mut facts.decision.statements, Concept::TitleDecision, &NOT_ONE_DECISION);
    let decided = reading.sentences().filter(|&s| decides_under_title(reading, s));
    add_new(&mut facts.decision.statements, decided.map(|s| reading.words_of(s)));
    add_new(&mut facts.decision.deferred, said(Concept::PutOffSaid));
    add_new(&mut facts.decision.criteria, said(Concept::JudgedBySaid));
    let known: FxHashSet<SentenceId> = facts.scope.risks.iter().map(|risk| risk.words.sentence).collect();
    let risks = said(Concept::RiskSaid).filter(|words| !known.contains(&words.sentence));
    facts.scope.risks.extend(risks.map(|words| Risk { words, mitigations: Vec::new() }));
    facts.scope.risks.sort_by_key(|risk| risk.words.text);
    // Who says what was decided and "because" in one sentence says why.
    let why = |s: SentenceId| reading.says(s, Concept::DecidedPlainly) && reading.says(s, Concept::Because);
    let own = |s: SentenceId| reading.tells(s) && !doc.blocks[reading.block_of(s) as usize].quoted;
    let reasons = reading.sentences().filter(|&s| why(s) && own(s));
    add_new(&mut facts.decision.reasons, reasons.map(|s| reading.words_of(s)));
    tell_first(reading, &mut facts.decision.reasons, Concept::TitleReason, &NOT_ONE_DECISION);
    add_new(&mut facts.decision.deferred, items_under(reading, &[Concept::TitleDeferred], &NOT_DEFERRED));
    add_new(&mut facts.decision.reversals, items_under(reading, &[Concept::TitleReversal, Concept::Reversal], &[]));
    tell_first(reading, &mut facts.problem.statements, Concept::TitleProblem, &NOT_ONE_PROBLEM);
    tell_first(reading, &mut facts.problem.why_now, Concept::TitleWhyNow, &[]);
    tell_first(reading, &mut facts.problem.causes, Concept::TitleCause, &NOT_ONE_PROBLEM);
    tell_first(reading, &mut facts.problem.segments, Concept::TitleSegment, &NOT_ONE_PROBLEM);
    let measured = reading.sentences().filter(|&s| {
        let named = reading.name_of(reading.block_of(s)).has(Concept::TitleConsequence);
        named && !reading.quantities(s).is_empty() && tells(reading, s)
    });
    add_new(&mut facts.problem.consequences, measured.map(|s| reading.words_of(s)));
    facts.business.market = reading
        .sentences()
        .filter(|&s| reading.says(s, Concept::Market) && reading.length(s) >= 6)
        .filter(|&s| reading.says_any(s, &[Concept::BusinessOutcome, Concept::LeadsTo]))
        .map(|s| reading.words_of(s))
        .collect();
}

/// What calls itself something is that, whatever else speaks for it or against it.
type Family = fn(&mut Facts) -> &mut Vec<Words>;
const SAID: [(Concept, Family); 8] = [
    (Concept::ProblemSaid, |facts| &mut facts.problem.statements),
    (Concept::ConsequenceSaid, |facts| &mut facts.problem.consequences),
    (Concept::CauseSaid, |facts| &mut facts.problem.causes),
    (Concept::WhyNowSaid, |facts| &mut facts.problem.why_now),
    (Concept::SegmentSaid, |facts| &mut facts.problem.segments),
    (Concept::DownsideSaid, |facts| &mut facts.loose_costs),
    (Concept::ConstraintSaid, |facts| &mut facts.scope.constraints),
    (Concept::MilestoneSaid, |facts| &mut facts.scope.milestones),
];

/// What else is said so, and goes where more is to be done than to add it.
const SAID_APART: [Concept; 4] =
    [Concept::DecidedPlainly, Concept::PutOffSaid, Concept::JudgedBySaid, Concept::RiskSaid];

/// Adds the first sentence under each title, and after each label, that announces such words, where nothing there says them
/// plainly.
fn tell_first(reading: &Reading<'_>, known: &mut Vec<Words>, title: Concept, not: &[Concept]) {
    let doc = reading.doc;
    let section_of = |block: BlockId| doc.blocks[block as usize].section;
    let mut told: Vec<Words> = Vec::new();
    for (at, section) in doc.sections.iter().enumerate() {
        let at = at as SectionId;
        let heading = reading.heading(at);
        let announced = section.heading.is_some() && heading.has(title) && !heading.has_any(not);
        if !announced || known.iter().any(|words| section_of(words.block) == at) {
            continue;
        }
        let blocks = section.blocks.clone().filter(|&block| section_of(block) == at);
        let mut sentences = blocks.flat_map(|block| doc.blocks[block as usize].sentences.clone());
        let first = sentences.find(|&s| reading.says_something(s));
        told.extend(first.filter(|&s| tells(reading, s)).map(|s| reading.words_of(s)));
    }
    for (at, block) in doc.blocks.iter().enumerate() {
        let at = at as BlockId;
        let label = reading.label(at);
        let announced = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item) && label.has(title);
        if announced && !label.has_any(not) && !known.iter().chain(&told).any(|words| words.block == at) {
            let first = block.sentences.clone().find(|&s| reading.says_something(s) && tells(reading, s));
            told.extend(first.map(|s| reading.words_of(s)));
        }
    }
    add_new(known, told);
}

/// The items under a heading that says all of `titles`, where neither it nor one above it says any of `not`.
fn items_under(reading: &Reading<'_>, titles: &[Concept], not: &[Concept]) -> Vec<Words> {
    let doc = reading.doc;
    let items = (0..).zip(&doc.blocks).filter(|(at, block)| {
        let heading = reading.heading(block.section);
        let titled = titles.iter().all(|&title| heading.has(title));
        titled && matches!(block.kind, BlockKind::Item) && !reading.path(*at).has_any(not)
    });
    let first = items.filter_map(|(_, block)| block.sentences.clone().next());
    let told = |s: SentenceId| is_own(reading, s) && reading.length(s) > 1 && reading.says_something(s);
    first.filter(|&s| told(s)).map(|s| reading.words_of(s)).collect()
}

/// True for what opens an item, or a text, and tells what was changed or is to be done where decisions are announced.
fn decides_under_title(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    if !reading.says_any(sentence, &[Concept::PastChange, Concept::Imperative, Concept::BiddingDecision]) {
        return false;
    }
    let at = reading.block_of(sentence);
    let block = &reading.doc.blocks[at as usize];
    if block.sentences.start != sentence || !is_own(reading, sentence) {
        return false;
    }
    let around = reading.heading(block.section).union(&reading.lead(at));
    let announced = around.has(Concept::ChangesLead) && !around.has_any(&NOT_ONE_DECISION);
    let next = around.has_any(&[Concept::TitleNextLearning, Concept::TitleDecision]);
    reading.length(sentence) >= FEWEST_WORDS - 1
        && (announced && reading.says_any(sentence, &[Concept::PastChange, Concept::Imperative])
            || next && reading.says(sentence, Concept::BiddingDecision))
}

/// True for a sentence of a text or a list that tells something and is long enough for it.
fn tells(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    is_own(reading, sentence) && reading.length(sentence) >= FEWEST_WORDS
}

/// True for a sentence of a text or a list, in the author's words, that tells something.
fn is_own(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let block = &reading.doc.blocks[reading.block_of(sentence) as usize];
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Item) && !block.quoted && reading.tells(sentence)
}

/// Titles that announce more than one thing, or what was decided against.
const NOT_ONE_DECISION: [Concept; 4] =
    [Concept::TitleOptions, Concept::TitleCriteria, Concept::TitleRejected, Concept::TitleReversal];
/// Titles under which what can wait is no decision: wishes, criteria, the steps of a study.
const NOT_DEFERRED: [Concept; 4] =
    [Concept::TitleRequirements, Concept::TitleCriteria, Concept::TitleMethod, Concept::TitleOptions];
/// Titles that announce more than the problem, or only what a reader has to know first.
const NOT_ONE_PROBLEM: [Concept; 3] = [Concept::TitleOptions, Concept::TitleBackground, Concept::TitleQuestions];
/// Words from which on a sentence can tell something.
const FEWEST_WORDS: usize = 5;

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::facts::Facts;
    use crate::facts::weighed::Weights;
    use crate::lexicon::Lexicon;
    use crate::mention::Reading;
    use crate::source::Source;

    /// What is read of a text without any weights.
    fn unweighed<T>(text: &str, look: impl Fn(&Document<'_>, &Facts) -> T) -> T {
        let source = Source::from_text(text);
        let doc = Document::read(&source);
        let lexicon = Lexicon::embedded();
        look(&doc, &Facts::read(&Reading::of(&doc, &lexicon), &Weights::default()))
    }

    fn list(doc: &Document<'_>, words: &[super::Words]) -> Vec<String> {
        words.iter().map(|w| doc.str(w.text).to_owned()).collect()
    }

    /// What is decided and what is wrong.
    fn told(text: &str) -> (Vec<String>, Vec<String>) {
        unweighed(text, |doc, facts| (list(doc, &facts.decision.statements), list(doc, &facts.problem.statements)))
    }

    #[test]
    fn the_first_sentence_under_a_title_is_what_the_title_announces() {
        let text = "# Ferry\n\n## Problem\n\nForemen wait an hour for the second boat. It rains.\n\n## Decision\n\nThe boat leaves \
                    at six from now on. It costs fuel.\n";
        let (decided, wrong) = told(text);
        assert_eq!(decided, ["The boat leaves at six from now on."]);
        assert_eq!(wrong, ["Foremen wait an hour for the second boat."]);
    }

    #[test]
    fn what_was_changed_and_what_is_to_go_on_is_decided_where_that_is_announced() {
        let text = "# Schemes\n\nFollowing the first round, we made the following changes:\n\n- Renamed schemes to services\n- A \
                    scheme has many homes\n\n## Next steps\n\nRetain the grouped list as the main view. Ask ten more people.\n\n## \
                    Background\n\nRetain the receipt for a year.\n";
        assert_eq!(told(text).0, ["Renamed schemes to services", "Retain the grouped list as the main view."]);
    }

    #[test]
    fn items_under_a_title_of_what_waits_are_deferred_and_no_wishes_are() {
        let text = "# Ferry\n\n## Left for later\n\n- Group tickets\n- Seat maps\n\n## Requirements\n\n### Can wait\n\n- Dark colours\n";
        let deferred = unweighed(text, |doc, facts| list(doc, &facts.decision.deferred));
        assert_eq!(deferred, ["Group tickets", "Seat maps"]);
        let again = "# Ferry\n\n## Left for later\n\n- Group tickets that a school can book by phone\n- Group tickets that a school can book \
                     by phone\n- [what waits]\n";
        assert_eq!(unweighed(again, |_, facts| facts.decision.deferred.len()), 1);
    }

    #[test]
    fn the_first_sentence_under_a_title_of_reasons_is_one() {
        let text = "# Ferry\n\n## Why this one\n\nThe foremen start at six in every season. It rains.\n";
        let reasons = unweighed(text, |doc, facts| list(doc, &facts.decision.reasons));
        assert_eq!(reasons, ["The foremen start at six in every season."]);
    }

    #[test]
    fn a_risk_that_is_called_one_is_one() {
        let text = "# Ferry\n\nThe main risk is that the early boat leaves half empty. It rains.\n";
        let words = |facts: &Facts| facts.scope.risks.iter().map(|risk| risk.words).collect::<Vec<_>>();
        let risks = unweighed(text, |doc, facts| list(doc, &words(facts)));
        assert_eq!(risks, ["The main risk is that the early boat leaves half empty."]);
    }

    #[test]
    fn what_calls_itself_something_is_that() {
        let text = "# Guest lists\n\nThe problem is that clerks type every booking twice. It happens because two systems share \
                    no list. It cannot wait, as the old one is switched off in May. The downside is that a night clerk has to \
                    look.\n";
        let counts = unweighed(text, |_, facts| {
            let problem = &facts.problem;
            [&problem.statements, &problem.causes, &problem.why_now, &facts.loose_costs].map(Vec::len)
        });
        assert_eq!(counts, [1, 1, 1, 1]);
    }

    #[test]
    fn a_question_a_lead_in_and_a_title_of_more_than_one_thing_announce_nothing() {
        let text = "# Ferry\n\n## Problem\n\nWhy do foremen wait for the second boat?\n\n## Decision\n\nThese were the things to \
                    choose from:\n\n- Leave at six every day\n\n## Decision criteria\n\nFuel counts more than time here.\n";
        assert_eq!(told(text), (Vec::new(), Vec::new()));
    }
}
