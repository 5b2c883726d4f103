//! What is told together: a consequence is one of the problem where the problem is told, and a limit is one of the scope where
//! something is taken in or left out. The same words elsewhere speak of a test, a plan or an option.

use super::{Facts, Words};
use crate::document::{Document, SectionId};
use crate::lexicon::Concept;
use crate::mention::Reading;

/// Titles under which a consequence is one of the problem, whatever else is told there.
const ON_PROBLEM: [Concept; 4] =
    [Concept::TitleProblem, Concept::TitleConsequence, Concept::TitleBackground, Concept::TitleCause];

/// Drops consequences in parts of the text that tell of no problem and of nobody who has one, and limits in sections that take
/// nothing in and leave nothing out; and requirements in sections about the business. A reason to act now often has a section of
/// its own, so it may stand anywhere.
pub(super) fn read(reading: &Reading<'_>, facts: &mut Facts) {
    let doc = reading.doc;
    let title = title_section(doc);
    let problem = &mut facts.problem;
    let told = sections(doc, problem.statements.iter().chain(&problem.segments), |section| part(doc, title, section));
    let problem_path = |w: &Words| reading.path(w.block).has_any(&ON_PROBLEM);
    problem.consequences.retain(|w| told[part(doc, title, section_of(doc, w)) as usize] || problem_path(w));
    let scope = &mut facts.scope;
    let items = scope.included.iter().chain(&scope.excluded).chain(&facts.requirements);
    let told = sections(doc, items.chain(&facts.decision.deferred), |section| section);
    // Under "How we ranked", "effort" names what was scored by.
    let titled = |w: &Words| {
        let scored_by = reading.path(w.block).has(Concept::TitleCriteria);
        reading.name_of(w.block).has(Concept::TitleConstraints) && !scored_by
    };
    scope.constraints.retain(|w| told[section_of(doc, w) as usize] || titled(w));
    facts.requirements.retain(|w| !reading.heading(section_of(doc, w)).has(Concept::TitleBusiness));
}

/// For each section, whether some of the words stand in it, or in what `of` takes it for.
fn sections<'w>(
    doc: &Document,
    words: impl Iterator<Item = &'w Words>,
    of: impl Fn(SectionId) -> SectionId,
) -> Vec<bool> {
    let mut told = vec![false; doc.sections.len()];
    words.for_each(|w| told[of(section_of(doc, w)) as usize] = true);
    told
}

fn section_of(doc: &Document, words: &Words) -> SectionId {
    doc.blocks[words.block as usize].section
}

/// The section of the title, where one heading stands over all others; else the root.
fn title_section(doc: &Document) -> SectionId {
    let mut top = (0..doc.sections.len()).filter(|&at| doc.sections[at].depth == 1);
    match (top.next(), top.next()) {
        (Some(only), None) => only as SectionId,
        _ => 0,
    }
}

/// The part of the text that a section belongs to: the section above it that stands just below the title.
fn part(doc: &Document, title: SectionId, section: SectionId) -> SectionId {
    let mut at = section;
    while let Some(parent) = doc.sections[at as usize].parent.filter(|&parent| parent != 0 && parent != title) {
        at = parent;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockId, SentenceId};
    use crate::lexicon::Lexicon;
    use crate::source::Source;

    /// What is left of facts that are set from all sentences of a text.
    fn read_together<T>(
        text: &str,
        set: impl Fn(&Document<'_>, &[Words], &mut Facts),
        left: impl Fn(&Document<'_>, &Facts) -> T,
    ) -> T {
        let source = Source::from_text(text);
        let doc = Document::read(&source);
        let lexicon = Lexicon::embedded();
        let reading = Reading::of(&doc, &lexicon);
        let mut facts = Facts::default();
        let all: Vec<Words> = reading.sentences().map(|s: SentenceId| reading.words_of(s)).collect();
        set(&doc, &all, &mut facts);
        read(&reading, &mut facts);
        left(&doc, &facts)
    }

    /// Those of some words that hold a word.
    fn saying(doc: &Document<'_>, all: &[Words], word: &str) -> Vec<Words> {
        all.iter().filter(|w| doc.str(w.text).contains(word)).copied().collect()
    }

    /// The sections' headings in which consequences stay, with a consequence in every sentence and a problem where "users" are.
    fn kept(text: &str) -> Vec<String> {
        let set = |doc: &Document<'_>, all: &[Words], facts: &mut Facts| {
            facts.problem.statements = saying(doc, all, "Users");
            facts.problem.consequences = all.to_vec();
        };
        read_together(text, set, |doc, facts| {
            let heading = |block: BlockId| doc.sections[doc.blocks[block as usize].section as usize].heading;
            let headings = facts.problem.consequences.iter().filter_map(|w| heading(w.block));
            let mut names: Vec<String> = headings.map(|h| doc.str(doc.blocks[h as usize].text).to_owned()).collect();
            names.dedup();
            names
        })
    }

    #[test]
    fn a_consequence_stays_where_the_problem_is_told() {
        let text = "# Ferry\n\nA word first.\n\n## Why\n\nUsers miss boats.\n\n### Cost\n\nIt costs 40 a week.\n\n## Test\n\nIt takes 40 days.\n";
        assert_eq!(kept(text), ["Why", "Cost"]);
    }

    #[test]
    fn without_headings_the_text_is_one_part() {
        assert_eq!(kept("# Ferry\n\nIt costs 40 a week.\n\nUsers miss boats.\n"), ["Ferry"]);
    }

    #[test]
    fn what_was_scored_by_is_no_limit_and_what_the_business_gains_no_requirement() {
        let text = "# Ferry\n\n## How we ranked\n\n- **Effort:** two months each.\n\n## Limits\n\n**Effort:** two months in \
                    all.\n\n## Test\n\nThat is 40 weeks.\n\n## Business value\n\nIt is 40 euros.\n";
        let set = |doc: &Document<'_>, all: &[Words], facts: &mut Facts| {
            facts.scope.constraints = saying(doc, all, "months");
            facts.requirements = saying(doc, all, "40");
        };
        let told = |doc: &Document<'_>, words: &[Words]| -> Vec<String> {
            words.iter().map(|w| doc.str(w.text).to_owned()).collect()
        };
        let (limits, required) = read_together(text, set, |doc, facts| {
            (told(doc, &facts.scope.constraints), told(doc, &facts.requirements))
        });
        assert_eq!(limits, ["two months in all."]);
        assert_eq!(required, ["That is 40 weeks."]);
    }

    #[test]
    fn several_top_headings_are_parts() {
        assert_eq!(kept("# Why\n\nUsers miss boats.\n\n# Test\n\nIt takes 40 days.\n"), ["Why"]);
    }
}
