//! Entries of a register beside which nothing stands.

use super::{Case, Hit};
use crate::facts::plan::Subject;

/// Every entry about a subject that has no answer, though others have.
pub(super) fn unanswered(case: &Case<'_>, subject: Subject) -> Vec<Hit> {
    let registers = case.facts.plan.registers.iter().filter(|register| register.subject == subject);
    let entries = registers.flat_map(|register| &register.entries).filter(|entry| entry.answer.is_none());
    entries.map(|entry| case.hit(entry.words.text)).collect()
}
