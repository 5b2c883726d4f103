//! Can a colleague from any function follow it?

use super::{Case, Signal};
use crate::document::SentenceId;
use crate::facts::Words;
use crate::lexicon::Concept;

pub(super) const SIGNALS: &[Signal] = &[
    Signal {
        id: "clarity.complete",
        read: |c| first(c).filter(|_| c.doc.words() >= c.clarity.complete_words as usize).into_iter().collect(),
    },
    Signal { id: "clarity.plain", read: |c| first(c).filter(|_| plain(c)).into_iter().collect() },
    Signal { id: "clarity.ordered", read: ordered },
    Signal { id: "clarity.first_screen", read: first_screen },
    Signal { id: "clarity.concise", read: |c| first(c).filter(|_| concise(c)).into_iter().collect() },
    Signal { id: "clarity.reasoned", read: |c| c.facts.decision.reasons.clone() },
];

/// The first sentence that counts; a line such as `Case: …` only where there is no other.
fn first(case: &Case<'_>) -> Option<Words> {
    let reading = case.reading;
    let labelled = |s: SentenceId| case.doc.blocks[reading.block_of(s) as usize].label.is_some();
    let counted = || reading.sentences().filter(|&s| counts(case, reading.length(s)));
    counted().find(|&s| !labelled(s)).or_else(|| counted().next()).map(|s| reading.words_of(s))
}

/// True for a sentence of so many words that it counts.
fn counts(case: &Case<'_>, words: usize) -> bool {
    words >= case.clarity.counted_words as usize
}

/// Few of the sentences tell how it is built.
fn plain(case: &Case<'_>) -> bool {
    let r = case.reading;
    let (mut all, mut built) = (0_u32, 0_u32);
    for s in r.sentences() {
        let sentence = &case.doc.sentences[s as usize];
        all += 1;
        built += u32::from(r.has_code(s) || r.under(sentence.block, Concept::TitleImplementation));
    }
    all >= case.clarity.plain_sentences && f64::from(built) < f64::from(all) * case.clarity.built_share
}

/// The problem and the decision, both early.
fn ordered(case: &Case<'_>) -> Vec<Words> {
    let early = (f64::from(case.reading.said_end()) * case.clarity.early_share) as u32;
    let (Some(problem), Some(decision)) =
        (case.facts.problem.statements.first(), case.facts.decision.statements.first())
    else {
        return Vec::new();
    };
    if problem.text.start < early && decision.text.start < early { vec![*problem] } else { Vec::new() }
}

/// Problem, decision and what is expected of it within the first screen.
fn first_screen(case: &Case<'_>) -> Vec<Words> {
    let mut words = 0;
    let mut end = 0;
    for s in case.reading.sentences() {
        words += case.reading.length(s);
        end = case.doc.sentences[s as usize].text.end;
        if words >= case.clarity.first_screen_words as usize {
            break;
        }
    }
    let near = |all: &[Words]| all.iter().find(|w| w.text.end <= end).copied();
    let facts = case.facts;
    let aims: Vec<Words> =
        facts.metrics.iter().map(|m| m.name).chain(facts.business.outcomes.iter().copied()).collect();
    match (near(&facts.problem.statements), near(&facts.decision.statements), near(&aims)) {
        (Some(problem), Some(decision), Some(aim)) => vec![decision, problem, aim],
        _ => Vec::new(),
    }
}

/// Sentences of a bearable length, and no more of them than a reader has patience for.
fn concise(case: &Case<'_>) -> bool {
    let lengths: Vec<usize> =
        case.reading.sentences().map(|s| case.reading.length(s)).filter(|&n| counts(case, n)).collect();
    let total: usize = lengths.iter().sum();
    let (mean, most) = (case.clarity.sentence_words as usize, case.clarity.concise_words as usize);
    !lengths.is_empty() && total / lengths.len() <= mean && case.doc.words() <= most
}
