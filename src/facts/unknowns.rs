//! Reading → open questions and assumptions.

use super::Facts;
use crate::document::{BlockId, BlockKind, SentenceId};
use crate::lexicon::Concept;
use crate::mention::Reading;

/// Fewest words of a question or an assumption; under that it is an interjection or a title.
const FEWEST_WORDS: usize = 4;

pub(super) fn read(reading: &Reading<'_>, facts: &mut Facts) {
    read_titles(reading, facts);
    for sentence in reading.sentences() {
        if reading.length(sentence) < FEWEST_WORDS {
            continue;
        }
        if is_question(reading, sentence) {
            facts.questions.push(reading.words_of(sentence));
        } else if is_assumption(reading, sentence) && !facts.hypotheses.iter().any(|h| h.sentence == sentence) {
            facts.assumptions.push(reading.words_of(sentence));
        }
    }
}

/// Under "Assumptions" or "Open questions", a heading that says something is one.
fn read_titles(reading: &Reading<'_>, facts: &mut Facts) {
    for section in &reading.doc.sections {
        let (Some(heading), Some(parent)) = (section.heading, section.parent) else { continue };
        let Some(words) =
            reading.words_of_block(heading).filter(|words| reading.length(words.sentence) >= FEWEST_WORDS)
        else {
            continue;
        };
        let above = reading.heading(parent);
        if above.has(Concept::AssumptionTitle) {
            facts.assumptions.push(words);
        } else if above.has(Concept::QuestionTitle) && reading.doc.sentences[words.sentence as usize].question {
            facts.questions.push(words);
        }
    }
}

fn is_question(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    use Concept as C;
    let s = &reading.doc.sentences[sentence as usize];
    let block = s.block;
    if reading.under(block, C::TitleImplementation) || is_spoken(reading, sentence) {
        return false;
    }
    let named = names_questions(reading, block);
    if s.question {
        return named || (!is_answered(reading, sentence) && is_open(reading, sentence));
    }
    if reading.says(sentence, C::OpenQuestion)
        && (named || reading.says(sentence, C::We) || !reading.says(sentence, C::Aim))
    {
        return true;
    }
    named
        && (reading.says(sentence, C::WhetherClause)
            || (is_listed(reading, block) && reading.says_any(sentence, &[C::Asking, C::FindOut])))
}

/// A heading, a label or a lead line announces questions.
fn names_questions(reading: &Reading<'_>, block: BlockId) -> bool {
    let titles = [Concept::QuestionTitle, Concept::TitleQuestions];
    let section = reading.doc.blocks[block as usize].section;
    reading.heading(section).has_any(&titles)
        || reading.labels_over(block).has_any(&titles)
        || reading.lead(block).has_any(&titles)
        || reading.column(block).has_any(&titles)
}

/// The author answers it in the same breath, or by what stands under it.
fn is_answered(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let block = reading.block_of(sentence);
    let b = &reading.doc.blocks[block as usize];
    let next = sentence as usize + 1;
    let follows = reading.doc.sentences.get(next);
    if (next as u32) < b.sentences.end {
        return follows.is_some_and(|s| !s.question);
    }
    follows.is_some_and(|s| reading.doc.blocks[s.block as usize].inside_item == Some(block))
        || matches!(b.kind, BlockKind::Cell { .. })
}

/// Asked among other questions, or by the author about the product: not to draw the reader in.
fn is_open(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    use Concept as C;
    let s = &reading.doc.sentences[sentence as usize];
    let asks = |at: Option<usize>| {
        at.and_then(|at| reading.doc.sentences.get(at)).is_some_and(|other| {
            let (mine, theirs) = (&reading.doc.blocks[s.block as usize], &reading.doc.blocks[other.block as usize]);
            other.question && mine.section == theirs.section && mine.kind == theirs.kind
        })
    };
    let at = sentence as usize;
    asks(at.checked_sub(1))
        || asks(Some(at + 1))
        || reading.says_any(sentence, &[C::We, C::Obligation, C::Possibility, C::People])
}

/// In a quote block, or between quote marks.
fn is_spoken(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let s = &reading.doc.sentences[sentence as usize];
    let text = reading.doc.str(s.text);
    reading.doc.blocks[s.block as usize].quoted || text.starts_with('"') || text.ends_with('"')
}

fn is_listed(reading: &Reading<'_>, block: BlockId) -> bool {
    matches!(reading.doc.blocks[block as usize].kind, BlockKind::Item | BlockKind::Cell { .. })
}

fn is_assumption(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    use Concept as C;
    let block = reading.block_of(sentence);
    if is_spoken(reading, sentence) || reading.doc.sentences[sentence as usize].question {
        return false;
    }
    let section = reading.doc.blocks[block as usize].section;
    let named = reading.heading(section).has(C::AssumptionTitle)
        || reading.labels_over(block).has(C::AssumptionTitle)
        || reading.lead(block).has(C::AssumptionTitle)
        || reading.column(block).has(C::AssumptionTitle);
    named || reading.says_any(sentence, &[C::Assumed, C::Believed])
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::facts::{Facts, Words};
    use crate::lexicon::Lexicon;
    use crate::mention::Reading;
    use crate::source::Source;

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let source = Source::decode(text.as_bytes().to_vec()).unwrap();
        let doc = Document::read(&source);
        let facts = Facts::read(&Reading::of(&doc, &Lexicon::embedded()), &crate::facts::weighed::Weights::embedded());
        let all = |words: &[Words]| words.iter().map(|w| doc.str(w.text).to_owned()).collect();
        (all(&facts.questions), all(&facts.assumptions))
    }

    #[test]
    fn questions_stand_in_lists_with_and_without_their_mark() {
        let (questions, _) = read(
            "## Open questions\n\n- Who pays when a parcel is lost?\n- Whether depots may see each other's routes\n",
        );
        assert_eq!(questions.len(), 2);
    }

    #[test]
    fn what_is_said_not_to_be_known_is_open() {
        let (questions, _) = read("# Memo\n\nWe don't know yet how many depots would switch.\n");
        assert_eq!(questions, ["We don't know yet how many depots would switch."]);
    }

    #[test]
    fn what_could_not_have_been_told_otherwise_is_not_open() {
        let told = "# Memo\n\nThe form stays, because otherwise we couldn't tell which of the two helped.\n";
        assert!(read(told).0.is_empty());
        assert_eq!(read("# Memo\n\nWe can't tell which of the two helped.\n").0.len(), 1);
    }

    #[test]
    fn a_question_that_is_answered_at_once_is_not_open() {
        assert!(read("# Memo\n\nWhy does this matter now? Because the contract ends in June.\n").0.is_empty());
    }

    #[test]
    fn what_a_user_asked_is_not_open() {
        assert!(read("# Memo\n\n> \"Where did my order go after I paid?\"\n").0.is_empty());
    }

    #[test]
    fn an_assumption_is_named_by_its_heading_or_its_verb() {
        let (_, assumptions) = read("## Assumptions\n\n- Depots keep their own printers through the winter\n");
        assert_eq!(assumptions, ["Depots keep their own printers through the winter"]);
        let (_, assumptions) = read("# Memo\n\nWe assume that drivers carry a phone.\n");
        assert_eq!(assumptions, ["We assume that drivers carry a phone."]);
    }

    #[test]
    fn a_heading_under_assumptions_is_one() {
        let (_, assumptions) =
            read("## Assumptions\n\n### Drivers carry a phone on every shift\n\nTwo depots told us so.\n");
        assert_eq!(assumptions, ["Drivers carry a phone on every shift"]);
    }
}
