//! A solution is proposed before the problem is told, or without it.

use super::{Case, Hit};
use crate::document::{BlockKind, SentenceId};
use crate::lexicon::Concept as C;

/// Kinds whose first question is the problem. The others are right to open with what was decided.
const KINDS: [&str; 4] = ["discovery-brief", "prd-lite", "activation-case", "experiment-design"];
/// The solution stands among this many first sentences.
const OPENING: usize = 4;
/// Shorter documents leave no room to tell early from late.
const FEWEST: usize = 12;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let reading = case.reading;
    let tells = |&s: &SentenceId| {
        let kind = case.doc.blocks[reading.block_of(s) as usize].kind;
        reading.length(s) >= 5 && !matches!(kind, BlockKind::Cell { .. })
    };
    let content: Vec<SentenceId> = reading.written().filter(tells).collect();
    if !KINDS.contains(&case.kind) || content.len() < FEWEST {
        return Vec::new();
    }
    let proposed = |s: &&SentenceId| reading.says(**s, C::ProposesSolution);
    let Some(&solution) = content[..OPENING].iter().find(proposed) else { return Vec::new() };
    // A summary or the decision itself may stand first.
    let path = reading.path(reading.block_of(solution));
    if path.has_any(&[C::TitleDecision, C::TitleProblem, C::TitleHypothesis, C::TitleBackground]) {
        return Vec::new();
    }
    // Anything that may be the problem, told in the first two fifths, is early enough.
    let early = content[content.len() * 2 / 5];
    let problem = &case.facts.problem;
    let groups = [&problem.statements, &problem.consequences, &problem.causes, &problem.why_now];
    let told = groups.into_iter().flatten().map(|words| words.sentence).min();
    let hinted = |s: SentenceId| {
        reading.says(s, C::Trouble) || reading.under(reading.block_of(s), C::TitleProblem) || reading.says(s, C::Cause)
    };
    if told.is_some_and(|s| s <= early) || reading.written().take_while(|&s| s <= early).any(hinted) {
        return Vec::new();
    }
    let mut hit = case.hit(case.doc.sentences[solution as usize].text);
    if let Some(later) = told {
        let place = case.doc.span_of(case.doc.sentences[later as usize].text);
        hit = hit.beside("problem", place);
    }
    vec![hit]
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;

    const REST: &str = "The screen shows all orders of the day. ";

    #[test]
    fn a_solution_without_problem_is_found() {
        let text = format!("We will build a new dashboard for bakers. {}", REST.repeat(15));
        assert_eq!(found("solution-before-problem", &text), ["We will build a new dashboard for bakers."]);
    }

    #[test]
    fn a_problem_told_early_is_clean() {
        let text =
            format!("We will build a new dashboard for bakers. Bakers lose orders at night. {}", REST.repeat(15));
        assert_eq!(found("solution-before-problem", &text), [""; 0]);
        let text = format!(
            "## Problem\n\nBakers guess what sells.\n\n## Plan\n\nWe will build a dashboard. {}",
            REST.repeat(15)
        );
        assert_eq!(found("solution-before-problem", &text), [""; 0]);
    }
}
