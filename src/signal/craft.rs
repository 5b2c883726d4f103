//! What each kind of artifact has to get right.

use super::{Case, Signal, decision, guardrails};
use crate::document::BlockKind;
use crate::facts::{MetricRole, Words};
use crate::lexicon::Concept as C;

pub(super) const SIGNALS: &[Signal] = &[
    Signal { id: "craft.themes", read: themes },
    Signal { id: "craft.assumptions", read: |c| c.facts.assumptions.clone() },
    Signal { id: "craft.questions", read: |c| c.facts.questions.clone() },
    Signal { id: "craft.next_step", read: |c| saying(c, &[C::NextLearning], &[C::TitleNextLearning]) },
    Signal {
        id: "craft.strengths",
        read: |c| {
            c.facts
                .options
                .iter()
                .flat_map(|o| &o.gains)
                .chain(&c.facts.loose_gains)
                .copied()
                .chain(under(c, C::TitleGain))
                .collect()
        },
    },
    Signal {
        id: "craft.weaknesses",
        read: |c| {
            let told = c.facts.problem.statements.iter().chain(&c.facts.problem.consequences).copied();
            told.chain(under(c, C::WeaknessTitle)).collect()
        },
    },
    Signal { id: "craft.change", read: |c| c.facts.decision.statements.clone() },
    Signal { id: "craft.ranked", read: decision::ranked },
    Signal { id: "craft.confidence", read: |c| c.facts.decision.reversals.clone() },
    Signal { id: "craft.requirements", read: |c| c.facts.requirements.clone() },
    Signal { id: "craft.edge_cases", read: |c| saying(c, &[C::EdgeCase], &[C::TitleEdgeCase]) },
    Signal { id: "craft.funnel", read: |c| c.facts.funnel.iter().map(|f| f.words).collect() },
    Signal { id: "craft.value_moment", read: |c| saying(c, &[C::ValueMoment], &[]) },
    Signal { id: "craft.drop_cause", read: |c| c.facts.problem.causes.clone() },
    Signal { id: "craft.hypothesis", read: |c| c.facts.hypotheses.clone() },
    Signal { id: "craft.sample", read: |c| c.facts.experiment.sample.clone() },
    Signal { id: "craft.rule", read: |c| c.facts.experiment.rules.clone() },
    Signal { id: "craft.guardrail", read: guardrails },
    Signal { id: "craft.definitions", read: |c| c.facts.metrics.iter().filter_map(|m| m.formula).collect() },
    Signal { id: "craft.owner", read: |c| c.facts.metrics.iter().filter_map(|m| m.owner.or(m.source)).collect() },
    Signal {
        id: "craft.drivers",
        read: |c| c.facts.metrics.iter().filter(|m| m.role == MetricRole::Input).map(|m| m.name).collect(),
    },
    Signal { id: "craft.cadence", read: |c| c.facts.reviews.clone() },
    Signal { id: "craft.order_reasons", read: order_reasons },
    Signal { id: "craft.dependencies", read: |c| saying(c, &[C::Dependency], &[]) },
    Signal { id: "craft.later", read: |c| c.facts.decision.deferred.clone() },
    Signal { id: "craft.reorder", read: |c| c.facts.decision.reversals.clone() },
];

/// Sentences that say one of some concepts, or stand under one of some titles.
fn saying(case: &Case<'_>, concepts: &[C], titles: &[C]) -> Vec<Words> {
    let r = case.reading;
    r.sentences()
        .filter(|&s| r.length(s) >= 4)
        .filter(|&s| r.says_any(s, concepts) || r.name_of(r.block_of(s)).has_any(titles))
        .map(|s| r.words_of(s))
        .collect()
}

/// Reasons of the decision, and sentences that say why something comes where it does.
fn order_reasons(case: &Case<'_>) -> Vec<Words> {
    let r = case.reading;
    let reasons = &case.facts.decision.reasons;
    let placed = r.sentences().filter(|&s| r.says(s, C::Milestone) && r.says_any(s, &[C::Because, C::ReasonLead]));
    let new = placed.filter(|&s| !reasons.iter().any(|w| w.sentence == s)).map(|s| r.words_of(s));
    reasons.iter().copied().chain(new).collect()
}

/// Sentences under a heading that says a concept, those in tables too.
fn under(case: &Case<'_>, title: C) -> Vec<Words> {
    let r = case.reading;
    let told = r.sentences().filter(|&s| r.length(s) >= 4 && r.frame(r.block_of(s)).has(title));
    told.map(|s| r.words_of(s)).collect()
}

/// Headings of findings, and labelled or bold items among them: what the evidence was drawn together into.
fn themes(case: &Case<'_>) -> Vec<Words> {
    let (doc, r) = (case.doc, case.reading);
    let blocks = 0..doc.blocks.len() as u32;
    blocks
        .filter(|&block| {
            let b = &doc.blocks[block as usize];
            let heading = matches!(b.kind, BlockKind::Heading(_)) && doc.sections[b.section as usize].depth > 1;
            // A heading with nothing under it, and a label beside a gap, draw nothing together.
            let blocks = &doc.sections[b.section as usize].blocks;
            let told = |at: u32| {
                let inside = &doc.blocks[at as usize];
                !matches!(inside.kind, BlockKind::Heading(_))
                    && inside.sentences.clone().any(|s| !doc.sentences[s as usize].placeholder)
            };
            let filled = if heading { blocks.clone().any(told) } else { told(block) };
            filled && (heading || b.bold_lead.is_some() || b.label.is_some()) && r.under(block, C::TitleEvidence)
        })
        .filter_map(|block| r.words_of_block(block))
        .collect()
}
