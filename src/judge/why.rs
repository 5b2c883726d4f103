//! A weighed criterion → one sentence on why it is this level and not the next.

use super::Weighing;
use crate::review::Missing;
use crate::rubric::Rubric;

/// Most held signals that a sentence tells.
const MOST_HELD: usize = 3;

impl Weighing<'_> {
    /// The clauses of what is held, and the one that the next level asks for most.
    pub(super) fn why(&self, rubric: &Rubric, told: &[String], missing: &[Missing]) -> String {
        let count =
            |id: &str| self.earned.iter().find(|(asked, _)| asked.signal.id == id).map_or(0, |(_, words)| words.len());
        let mut lacking: Vec<String> = Vec::new();
        for id in missing.iter().map(|m| m.signal.as_str()) {
            let clause = rubric.signals.get(id).map(|text| rubric.phrasing.lacking(text, count(id)));
            lacking.extend(clause.filter(|clause| !lacking.contains(clause)));
        }
        rubric.phrasing.sentence(told, &lacking)
    }

    /// The held signals that the sentence tells, each with its clause.
    pub(super) fn told(&self, rubric: &Rubric, missing: &[Missing]) -> Vec<(&'static str, String)> {
        let named = missing.first().map(|m| m.signal.as_str());
        let mut told: Vec<(&'static str, String)> = Vec::new();
        let mut covered: Vec<&str> = Vec::new();
        for (id, count) in self.strongest().into_iter().filter(|(id, _)| Some(*id) != named) {
            if told.len() == MOST_HELD {
                break;
            }
            let Some(text) = rubric.signals.get(id).filter(|_| !covered.contains(&id)) else { continue };
            let clause = rubric.phrasing.held(text, count);
            if !told.iter().any(|(_, known)| *known == clause) {
                covered.extend(text.covers.iter().map(String::as_str));
                told.push((id, clause));
            }
        }
        told
    }

    /// Signals that are held and add something, each with how often, the criterion's own first, then those that add most.
    fn strongest(&self) -> Vec<(&'static str, usize)> {
        let uses_craft = self.needs.iter().any(|n| n.asked.is_none());
        let mut held: Vec<(bool, f64, &'static str, usize)> = Vec::new();
        for (at, (asked, words)) in self.earned.iter().enumerate() {
            if words.is_empty() {
                continue;
            }
            let adds = self.worth[at];
            let craft = uses_craft && asked.craft;
            if adds > 0.0 || craft {
                held.push((!(craft || asked.own), adds, asked.signal.id, words.len()));
            }
        }
        held.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        held.into_iter().map(|(_, _, id, count)| (id, count)).collect()
    }
}
