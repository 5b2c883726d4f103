//! Is it known from users and data?

use super::Signal;
use crate::facts::EvidenceForm;

pub(super) const SIGNALS: &[Signal] = &[
    Signal { id: "evidence.concrete", read: |c| c.facts.evidence.items.iter().map(|e| e.words).collect() },
    Signal {
        id: "evidence.sourced",
        read: |c| c.facts.evidence.items.iter().filter(|e| e.sourced).map(|e| e.words).collect(),
    },
    Signal { id: "evidence.source", read: |c| c.facts.evidence.sources.clone() },
    Signal {
        id: "evidence.quantitative",
        read: |c| c.facts.evidence.items.iter().filter(|e| e.form == EvidenceForm::Number).map(|e| e.words).collect(),
    },
    Signal {
        id: "evidence.qualitative",
        read: |c| {
            let kept = [EvidenceForm::Quote, EvidenceForm::Observation];
            c.facts.evidence.items.iter().filter(|e| kept.contains(&e.form)).map(|e| e.words).collect()
        },
    },
    Signal { id: "evidence.limits", read: |c| c.facts.evidence.limits.clone() },
];
