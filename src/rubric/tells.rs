//! Facts and topics that speak for a kind, from how many on, and what that adds.

use serde::Deserialize;

use crate::facts::{Facts, Method};

/// A fact that speaks for a kind where there is enough of it.
#[derive(Debug, Clone, Copy)]
pub struct Tell {
    /// What is counted.
    fact: &'static Countable,
    /// From how many on it speaks.
    from: usize,
    /// What it adds then.
    points: f64,
}

/// Words that the text of a kind keeps coming back to, whatever its headings say.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The words, in lower case.
    pub(crate) words: Vec<String>,
    /// Words of which one must stand in the same sentence, where there are any.
    #[serde(default)]
    pub(crate) with: Vec<String>,
    /// How many sentences must have one of them.
    from: usize,
    /// Which share of all sentences that must be.
    #[serde(default)]
    share: f64,
    /// What it adds then.
    points: f64,
    /// Further steps, each as how many sentences, which share, and what they add to the points of those before.
    #[serde(default)]
    more: Vec<Step>,
}

/// How many sentences of a text must speak of a topic, which share of all of them, and what that adds.
type Step = (usize, f64, f64);

impl Topic {
    /// What it adds where so many of so many sentences have one of its words.
    pub(crate) fn points(&self, sentences: usize, of: usize) -> f64 {
        let reached = |&(from, share, _): &Step| sentences >= from && sentences as f64 >= share * of as f64;
        self.steps().filter(reached).map(|(.., points)| points).sum()
    }

    /// True where its numbers can be meant.
    pub(super) fn is_sound(&self) -> bool {
        self.steps().all(|(from, share, points)| from > 0 && (0.0..=1.0).contains(&share) && points.is_finite())
    }

    fn steps(&self) -> impl Iterator<Item = Step> {
        std::iter::once((self.from, self.share, self.points)).chain(self.more.iter().copied())
    }
}

/// A fact that can be counted in an artifact.
#[derive(Debug)]
struct Countable {
    name: &'static str,
    count: fn(&Facts) -> usize,
}

/// Every fact that a kind can be told by.
const COUNTABLE: &[Countable] = &[
    Countable {
        name: "score-table",
        count: |f| f.score_tables.iter().filter(|table| table.method != Method::Comparison).count(),
    },
    Countable { name: "option", count: |f| f.options.len() },
    Countable { name: "criterion", count: |f| f.decision.criteria.len() },
    Countable { name: "deferral", count: |f| f.decision.deferred.len() },
    Countable { name: "sample", count: |f| f.experiment.sample.len() },
    Countable { name: "rule", count: |f| f.experiment.rules.len() },
    Countable { name: "hypothesis", count: |f| f.hypotheses.len() },
    Countable { name: "evidence", count: |f| f.evidence.items.len() },
    Countable { name: "source", count: |f| f.evidence.sources.len() },
    Countable { name: "funnel-step", count: |f| f.funnel.len() },
    Countable { name: "metric", count: |f| f.metrics.len() },
    Countable { name: "formula", count: |f| f.metrics.iter().filter(|metric| metric.formula.is_some()).count() },
    Countable { name: "requirement", count: |f| f.requirements.len() },
    Countable { name: "milestone", count: |f| f.scope.milestones.len() },
];

impl Tell {
    /// The fact of a name, from so many on; nothing where no fact has the name.
    pub(super) fn new(name: &str, from: usize, points: f64) -> Option<Self> {
        let fact = COUNTABLE.iter().find(|fact| fact.name == name)?;
        Some(Self { fact, from, points })
    }

    /// Names of all facts that a kind can be told by.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        COUNTABLE.iter().map(|fact| fact.name)
    }

    /// What it adds for the facts of an artifact.
    pub(crate) fn points(&self, facts: &Facts) -> f64 {
        if (self.fact.count)(facts) >= self.from { self.points } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_must_come_up_often_enough_and_in_enough_of_the_text() {
        let words = vec!["funnel".to_owned()];
        let topic = Topic { words, with: Vec::new(), from: 3, share: 0.1, points: 1.5, more: vec![(6, 0.2, 0.5)] };
        assert!(topic.is_sound());
        let added = |sentences, of| topic.points(sentences, of) > 0.0;
        assert!(added(3, 30));
        assert!(!added(2, 4));
        assert!(!added(3, 31));
        assert!(topic.points(6, 30) > topic.points(5, 30));
        assert!(!Topic { more: vec![(0, 0.1, 0.5)], ..topic.clone() }.is_sound());
        assert!(!Topic { share: 1.5, ..topic }.is_sound());
    }
}
