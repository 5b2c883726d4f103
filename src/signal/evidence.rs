//! Is it known from users and data?

use super::{Case, Signal, specific};
use crate::facts::{EvidenceForm, EvidenceItem};

pub(super) const SIGNALS: &[Signal] = &[
    Signal {
        id: "evidence.any",
        read: |c| {
            c.facts.evidence.items.iter().map(|e| e.words).chain(c.facts.evidence.vague.iter().copied()).collect()
        },
    },
    Signal { id: "evidence.concrete", read: |c| items(c).map(|e| e.words).collect() },
    Signal { id: "evidence.sourced", read: |c| items(c).filter(|e| e.sourced).map(|e| e.words).collect() },
    Signal { id: "evidence.source", read: |c| c.facts.evidence.sources.clone() },
    Signal {
        id: "evidence.quantitative",
        read: |c| items(c).filter(|e| e.form == EvidenceForm::Number).map(|e| e.words).collect(),
    },
    Signal {
        id: "evidence.qualitative",
        read: |c| {
            let kept = [EvidenceForm::Quote, EvidenceForm::Observation];
            items(c).filter(|e| kept.contains(&e.form)).map(|e| e.words).collect()
        },
    },
    Signal { id: "evidence.limits", read: |c| c.facts.evidence.limits.clone() },
];

/// Pieces that a reader could check: not what everyone is said to want.
fn items<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a EvidenceItem> {
    let case = *case;
    case.facts.evidence.items.iter().filter(move |e| e.form == EvidenceForm::Quote || specific(&case, &e.words))
}
