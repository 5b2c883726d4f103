//! A weighed criterion → one sentence on why it is this level and not the next.

use super::Weighing;
use crate::document::Document;
use crate::facts::Words;
use crate::review::Missing;
use crate::rubric::Rubric;

/// Most held signals that a sentence tells.
const MOST_HELD: usize = 3;

impl Weighing<'_> {
    /// The clauses of what is held, and the one that the next level asks for most.
    pub(super) fn why(&self, rubric: &Rubric, told: &[String], missing: &[Missing]) -> String {
        let mut lacking: Vec<String> = Vec::new();
        for id in missing.iter().map(|m| m.signal.as_str()) {
            let clause = rubric.signals.get(id).map(|text| rubric.phrasing.lacking(text, self.count_of(id)));
            lacking.extend(clause.filter(|clause| !lacking.contains(clause)));
        }
        rubric.phrasing.sentence(told, &lacking)
    }

    /// The held signals that the sentence tells, each with its clause and the lines that it can be checked on.
    pub(super) fn told(&self, rubric: &Rubric, missing: &[Missing], doc: &Document<'_>) -> Vec<(&'static str, String)> {
        let named = missing.first().map(|m| m.signal.as_str());
        let mut told: Vec<(&'static str, String)> = Vec::new();
        // "Only one states a problem" goes with no count of what is less than that.
        let few = named.filter(|id| self.count_of(id) > 0);
        let less = few.and_then(|id| rubric.signals.get(id)).map_or(&[][..], |text| &text.covers);
        let mut covered: Vec<&str> = less.iter().map(String::as_str).collect();
        let mut clauses: Vec<String> = Vec::new();
        for (id, words) in self.strongest().into_iter().filter(|(id, _)| Some(*id) != named) {
            if told.len() == MOST_HELD {
                break;
            }
            let Some(text) = rubric.signals.get(id).filter(|_| !covered.contains(&id)) else { continue };
            let clause = rubric.phrasing.held(text, words.len());
            if !clauses.contains(&clause) {
                covered.extend(text.covers.iter().map(String::as_str));
                told.push((id, rubric.phrasing.placed(text, &clause, &lines_of(doc, words))));
                clauses.push(clause);
            }
        }
        told
    }

    /// Signals that are held and add something, with the words that hold them, those that add most first. Where any of the
    /// criterion's own is held, what only bears on it says nothing of the level; nor does it where no level is earned.
    fn strongest(&self) -> Vec<(&'static str, &'_ [Words])> {
        let uses_craft = self.needs.iter().any(|n| n.asked.is_none());
        let mut held: Vec<(bool, f64, &'static str, &[Words])> = Vec::new();
        for (at, (asked, words)) in self.earned.iter().enumerate() {
            let craft = uses_craft && asked.craft;
            if !words.is_empty() && (self.worth[at] > 0.0 || craft) {
                held.push((craft || asked.own, self.worth[at], asked.signal.id, words));
            }
        }
        let any_own = held.iter().any(|(own, ..)| *own);
        held.retain(|(own, ..)| *own || !any_own && self.level() > 0);
        held.sort_by(|a, b| b.1.total_cmp(&a.1));
        held.into_iter().map(|(_, _, id, words)| (id, words)).collect()
    }
}

/// The lines that words stand on, each once, in order.
fn lines_of(doc: &Document<'_>, words: &[Words]) -> Vec<usize> {
    let line = |words: &Words| doc.source.line_of(doc.span_of(words.text).start);
    let mut lines: Vec<usize> = words.iter().map(line).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}
