//! A claim about people or effects with an amount word where a number, a source or a quote should be.

use super::{Case, Hit};
use crate::document::{BlockKind, SentenceId, TokenKind};
use crate::lexicon::Concept as C;

/// Titles under which something is supposed, wished or feared, not claimed.
const OPEN_TITLES: [C; 9] = [
    C::TitleHypothesis,
    C::TitleAssumptions,
    C::TitleQuestions,
    C::TitleRisks,
    C::TitleRequirements,
    C::TitleRejected,
    C::TitleCost,
    C::TitleLimits,
    C::TitleExperiment,
];

/// What turns a claim into something else.
const OPEN: [C; 8] = [
    C::CannotKnow,
    C::OpenQuestion,
    C::Possibility,
    C::Condition,
    C::Obligation,
    C::Assumed,
    C::Believed,
    C::WhetherClause,
];

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let reading = case.reading;
    let mut known: Vec<bool> = vec![false; case.doc.sentences.len()];
    let evidence = &case.facts.evidence;
    let words = evidence.items.iter().map(|item| item.words).chain(evidence.sources.iter().copied());
    words.for_each(|words| known[words.sentence as usize] = true);
    let claims = |&s: &SentenceId| {
        reading.says_any(s, &[C::VagueCrowd, C::VagueAuthority])
            || (reading.says(s, C::VagueEffect) && reading.says_any(s, &[C::EffectNoun, C::People]))
    };
    let hits = reading.sentences().filter(claims).filter(|&s| asserts(case, s) && !backed(case, s, &known));
    hits.map(|s| case.hit(case.doc.sentences[s as usize].text)).collect()
}

fn asserts(case: &Case<'_>, sentence: SentenceId) -> bool {
    let block = case.reading.block_of(sentence);
    let b = &case.doc.blocks[block as usize];
    !case.doc.sentences[sentence as usize].question
        && !b.quoted
        && !matches!(b.kind, BlockKind::Cell { .. })
        && case.reading.length(sentence) >= 4
        && !case.reading.says_any(sentence, &OPEN)
        && !case.reading.frame(block).has_any(&OPEN_TITLES)
        && !case.reading.path(block).has_any(&OPEN_TITLES)
}

/// A number, a source or a quote stands in the sentence or beside it.
fn backed(case: &Case<'_>, sentence: SentenceId, known: &[bool]) -> bool {
    let last = case.doc.sentences.len() as SentenceId - 1;
    let near = sentence.saturating_sub(1)..=(sentence + 1).min(last);
    let beside = |s: SentenceId| {
        let tokens = &case.doc.sentences[s as usize].tokens;
        let tokens = &case.doc.tokens[tokens.start as usize..tokens.end as usize];
        let source = tokens.iter().any(|t| t.kind == TokenKind::Address || case.doc.str(t.text) == "\"");
        let written = case.doc.quote(case.doc.span_of(case.doc.sentences[s as usize].text));
        let block = &case.doc.blocks[case.reading.block_of(s) as usize];
        source || known[s as usize] || block.quoted || !case.reading.quantities(s).is_empty() || has_link(written)
    };
    let leads_on = case.doc.sentence_str(sentence).ends_with(':');
    leads_on || near.into_iter().any(beside)
}

fn has_link(written: &str) -> bool {
    written.contains("](") || written.contains("][") || written.contains("[^") || written.contains("<a ")
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;

    #[test]
    fn crowds_effects_and_authorities_are_found() {
        let text = "## Background\n\nMost customers want a darker theme.\n\nStudies show that colour matters.\n\n\
                    The new theme will dramatically increase engagement.\n";
        assert_eq!(found("vague-claim", text).len(), 3);
    }

    #[test]
    fn backed_claims_are_clean() {
        let text = "## Background\n\nMost customers want a darker theme: 61 of 80 asked for it in the March survey.\n";
        assert_eq!(found("vague-claim", text), [""; 0]);
        let text = "Many users struggle with the menu. \"I never find the exit,\" said a baker.\n";
        assert_eq!(found("vague-claim", text), [""; 0]);
        let text = "[Studies show](https://example.org/study) that colour matters to buyers.\n";
        assert_eq!(found("vague-claim", text), [""; 0]);
    }

    #[test]
    fn what_is_supposed_or_asked_is_no_claim() {
        let text = "## Hypothesis\n\nMost customers want a darker theme.\n\n## Plan\n\nDo many users want a darker theme? \
                    It may dramatically increase engagement.\n";
        assert_eq!(found("vague-claim", text), [""; 0]);
    }
}
