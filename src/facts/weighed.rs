//! Cues → roles that no single phrase or place gives away: each cue adds to or takes from a role, and enough makes the role.
//!
//! The points stand in `rubric/weights.toml`, one table a role. They were fitted by a logistic regression with an L1 penalty,
//! which keeps few of them, and can be read, checked and changed by hand: a point is a log-odds, `from` the sum that is enough.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Facts, Fate, Risk, Words, cues};
use crate::document::{BlockId, BlockKind, SectionId, SentenceId};
use crate::lexicon::Concept;
use crate::mention::{ConceptSet, Reading};

/// Points of every cue for every role, ready to be added up.
#[derive(Debug)]
pub struct Weights {
    /// Where the points of each cue begin in `points`, and where the last end.
    points_from: Vec<u32>,
    /// Cue by cue, the points for each role that it has any for.
    points: Vec<(u32, f32)>,
    /// Role by role, what is enough.
    from: Sums,
}

/// One role as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    from: f32,
    points: BTreeMap<String, f32>,
}

type Place = fn(&mut Facts) -> &mut Vec<Words>;

/// Roles that are weighed, and where their words go.
const ROLES: [(&str, Place); 19] = [
    ("problem.statement", |f| &mut f.problem.statements),
    ("problem.segment", |f| &mut f.problem.segments),
    ("problem.consequence", |f| &mut f.problem.consequences),
    ("problem.why_now", |f| &mut f.problem.why_now),
    ("problem.cause", |f| &mut f.problem.causes),
    ("problem.limit", |f| &mut f.problem.limits),
    ("business.outcome", |f| &mut f.business.outcomes),
    ("business.mechanism", |f| &mut f.business.mechanisms),
    ("business.size", |f| &mut f.business.sizes),
    ("scope.in", |f| &mut f.scope.included),
    ("scope.out", |f| &mut f.scope.excluded),
    ("scope.constraint", |f| &mut f.scope.constraints),
    ("scope.milestone", |f| &mut f.scope.milestones),
    ("requirement.item", |f| &mut f.requirements),
    ("decision.statement", |f| &mut f.decision.statements),
    ("decision.criterion", |f| &mut f.decision.criteria),
    ("decision.deferred", |f| &mut f.decision.deferred),
    ("decision.reason", |f| &mut f.decision.reasons),
    ("decision.reversal", |f| &mut f.decision.reversals),
];

/// Weighed roles that are paired with each other rather than listed; their numbers follow those of [`ROLES`].
const PAIRED: [&str; 2] = ["scope.risk", "scope.mitigation"];
const RISK: usize = ROLES.len();
const MITIGATION: usize = ROLES.len() + 1;
/// How many roles are weighed.
const COUNT: usize = ROLES.len() + PAIRED.len();

/// The names of the weighed roles, in the order of their numbers.
pub(crate) fn roles() -> impl Iterator<Item = &'static str> {
    ROLES.iter().map(|(id, _)| *id).chain(PAIRED)
}

/// The number of a weighed role, by its name.
pub(crate) fn number(role: &str) -> Option<usize> {
    roles().position(|id| id == role)
}

impl Default for Weights {
    /// No points at all: no role is ever enough.
    fn default() -> Self {
        Self { points_from: vec![0; cues::COUNT + 1], points: Vec::new(), from: [f32::INFINITY; COUNT] }
    }
}

impl Weights {
    /// The built-in points, for tests of what is read beside them.
    #[cfg(test)]
    pub(crate) fn embedded() -> Self {
        let mut weights = Self::default();
        for (_, text) in crate::lexicon::EMBEDDED.iter().filter(|(path, _)| *path == "weights.toml") {
            weights.add(text).expect("the built-in weights can be read");
        }
        weights
    }

    /// Adds points as written; a role or cue that has points already gets the new ones.
    ///
    /// # Errors
    /// Bad TOML, a role that is not weighed, or a cue that the program does not know.
    pub fn add(&mut self, text: &str) -> Result<(), String> {
        self.put(toml::from_str(text).map_err(|e| e.message().to_owned())?)
    }

    /// Adds points written as JSON.
    ///
    /// # Errors
    /// As for [`Weights::add`].
    pub(crate) fn add_json(&mut self, text: &str) -> Result<(), String> {
        self.put(serde_json::from_str(text).map_err(|e| e.to_string())?)
    }

    fn put(&mut self, entries: BTreeMap<String, Entry>) -> Result<(), String> {
        let mut by_cue: Vec<Vec<(u32, f32)>> = (0..cues::COUNT).map(|cue| self.points_of(cue).to_vec()).collect();
        for (role, entry) in entries {
            let at = number(&role).ok_or_else(|| format!("`{role}` is no role that is weighed"))?;
            self.from[at] = entry.from;
            for (cue, points) in entry.points {
                let number = cues::number(&cue).ok_or_else(|| format!("[{role}]: there is no cue `{cue}`"))?;
                by_cue[number].retain(|(role, _)| *role as usize != at);
                by_cue[number].push((at as u32, points));
            }
        }
        self.points.clear();
        for (cue, points) in by_cue.iter().enumerate() {
            self.points.extend(points);
            self.points_from[cue + 1] = self.points.len() as u32;
        }
        Ok(())
    }

    /// The points of a cue for each role that it has any for.
    #[inline]
    fn points_of(&self, cue: usize) -> &[(u32, f32)] {
        &self.points[self.points_from[cue] as usize..self.points_from[cue + 1] as usize]
    }

    /// Adds the words of every weighed role.
    pub(super) fn read(&self, reading: &Reading<'_>, facts: &mut Facts) {
        let mut loose = Vec::new();
        let mut over = Around::of(self, reading);
        for sentence in reading.sentences() {
            // A term alone says nothing: a row of words without a sentence around it is no fact.
            if reading.length(sentence) < 2 {
                continue;
            }
            let mut sums = over.block(reading.block_of(sentence));
            cues::of_sentence(reading, sentence, |cue| self.add_to(&mut sums, cue));
            let words = reading.words_of(sentence);
            let mut near = self.near(&sums);
            while near != 0 {
                let role = near.trailing_zeros() as usize;
                near &= near - 1;
                if !self.is_enough(reading, sentence, role, sums[role]) {
                    continue;
                }
                match role {
                    RISK => facts.scope.risks.push(Risk { words, mitigations: Vec::new() }),
                    MITIGATION => loose.push(words),
                    _ => (ROLES[role].1)(facts).push(words),
                }
            }
        }
        pair(reading, facts, loose);
    }

    /// The roles whose points are enough, or so near to it that rounding could tip the scale, as bits.
    fn near(&self, sums: &Sums) -> u32 {
        let enough = sums.iter().zip(&self.from).map(|(sum, from)| u32::from(*sum >= from - 2.0 * NEAR));
        enough.enumerate().fold(0, |near, (role, enough)| near | enough << role)
    }

    /// True when the points of a role are enough. Where rounding could tip the scale, they are added up again one by one in
    /// the order of the cues, so that it does not matter which of them were added up before for many sentences at once.
    #[inline]
    fn is_enough(&self, reading: &Reading<'_>, sentence: SentenceId, role: usize, sum: f32) -> bool {
        let from = self.from[role];
        if (sum - from).abs() > NEAR {
            return sum > from;
        }
        self.is_just_enough(reading, sentence, role)
    }

    fn is_just_enough(&self, reading: &Reading<'_>, sentence: SentenceId, role: usize) -> bool {
        let from = self.from[role];
        let mut held = Vec::new();
        cues::of(reading, sentence, &mut held);
        let points = held.iter().flat_map(|&cue| self.points_of(usize::from(cue)));
        let sum = points.filter(|(of, _)| *of as usize == role).fold(0.0_f32, |sum, (_, points)| sum + points);
        sum >= from
    }

    /// How many points cues have for a role, by its number, above those that are enough.
    pub(crate) fn above(&self, role: usize, held: &cues::CueSet) -> f32 {
        let mut sum = -self.from[role];
        held.each(|cue| {
            let of_role = self.points_of(cue).iter().filter(|(of, _)| *of as usize == role);
            sum += of_role.map(|(_, points)| points).sum::<f32>();
        });
        sum
    }

    /// Adds the points of a cue.
    #[inline]
    fn add_to(&self, sums: &mut Sums, cue: usize) {
        for &(role, points) in self.points_of(cue) {
            sums[role as usize] += points;
        }
    }
}

/// Role by role, a sum of points.
type Sums = [f32; COUNT];

/// How near a sum may come to what is enough before rounding could tip the scale.
const NEAR: f32 = 1e-3;

/// The points of what stands around sentences, added up once for all sentences that it stands around.
struct Around<'r> {
    weights: &'r Weights,
    reading: &'r Reading<'r>,
    /// For each section, the points of the headings over it, once they are known.
    paths: Vec<Option<Sums>>,
    /// The last name of a block, with its points.
    name: (ConceptSet, Sums),
    /// The last block, with its points.
    block: (Option<BlockId>, Sums),
}

impl<'r> Around<'r> {
    fn of(weights: &'r Weights, reading: &'r Reading<'r>) -> Self {
        let none = [0.0; COUNT];
        let paths = vec![None; reading.doc.sections.len()];
        Self { weights, reading, paths, name: (ConceptSet::default(), none), block: (None, none) }
    }

    /// The points of what stands around a block, and of its shape.
    fn block(&mut self, block: BlockId) -> Sums {
        if self.block.0 == Some(block) {
            return self.block.1;
        }
        let (weights, reading) = (self.weights, self.reading);
        let section = reading.doc.blocks[block as usize].section;
        let mut sums = *self.paths[section as usize].get_or_insert_with(|| {
            let mut sums = [0.0; COUNT];
            cues::of_path(reading.path(block), |cue| weights.add_to(&mut sums, cue));
            sums
        });
        let name = reading.name_of(block);
        if name != self.name.0 {
            self.name = (name, [0.0; COUNT]);
            cues::of_name(&name, |cue| weights.add_to(&mut self.name.1, cue));
        }
        sums.iter_mut().zip(self.name.1).for_each(|(sum, points)| *sum += points);
        cues::of_block(reading, block, |cue| weights.add_to(&mut sums, cue));
        self.block = (Some(block), sums);
        sums
    }
}

/// Titles over risks and what is done about them.
const ON_RISKS: [Concept; 2] = [Concept::TitleRisks, Concept::TitleMitigation];

/// Gives each mitigation to the risk of its row, or to the one just before it in its block or list; of the rest those stand
/// alone that a title says are about risks.
fn pair(reading: &Reading<'_>, facts: &mut Facts, mitigations: Vec<Words>) {
    let row = |words: &Words| match reading.doc.blocks[words.block as usize].kind {
        BlockKind::Cell { table, row, .. } => Some((table, row)),
        _ => None,
    };
    for words in mitigations {
        let before = facts.scope.risks.partition_point(|risk| risk.words.text <= words.text);
        let near = facts.scope.risks[..before].last_mut().filter(|risk| {
            let (one, other) =
                (&reading.doc.blocks[risk.words.block as usize], &reading.doc.blocks[words.block as usize]);
            match row(&words) {
                Some(place) => row(&risk.words) == Some(place),
                None => one.section == other.section && words.block - risk.words.block <= 2,
            }
        });
        match near {
            Some(risk) => risk.mitigations.push(words),
            // Away from any risk, words that could be an answer to one are one only where a title says so.
            None if reading.path(words.block).has_any(&ON_RISKS) => facts.scope.mitigations.push(words),
            None => {}
        }
    }
}

/// What a chosen option is called says the decision, and market words beside a business outcome set it in its market.
pub(super) fn complete(reading: &Reading<'_>, facts: &mut Facts) {
    let chosen: Vec<Words> = facts.options.iter().filter(|o| o.fate == Fate::Chosen).map(|o| o.name).collect();
    for words in chosen {
        if !facts.decision.statements.iter().any(|s| s.sentence == words.sentence) {
            facts.decision.statements.push(words);
        }
    }
    facts.decision.statements.sort_by_key(|w| w.text);
    let titled = told_first(reading, &facts.decision.statements);
    facts.decision.statements.extend(titled);
    facts.decision.statements.sort_by_key(|w| w.text);
    facts.business.market = reading
        .sentences()
        .filter(|&s| reading.says(s, Concept::Market) && reading.length(s) >= 6)
        .filter(|&s| reading.says_any(s, &[Concept::BusinessOutcome, Concept::LeadsTo]))
        .map(|s| reading.words_of(s))
        .collect();
}

/// The first sentence under each title that announces a decision, where nothing under it says one in so many words.
fn told_first(reading: &Reading<'_>, known: &[Words]) -> Vec<Words> {
    let doc = reading.doc;
    let mut told: Vec<Words> = Vec::new();
    for (at, section) in doc.sections.iter().enumerate() {
        let title = reading.heading(at as SectionId);
        if section.heading.is_none() || !title.has(Concept::TitleDecision) || title.has_any(&NOT_ONE_DECISION) {
            continue;
        }
        if known.iter().any(|words| doc.blocks[words.block as usize].section == at as SectionId) {
            continue;
        }
        let blocks = section.blocks.clone().filter(|&block| doc.blocks[block as usize].section == at as SectionId);
        let mut sentences = blocks.flat_map(|block| doc.blocks[block as usize].sentences.clone());
        let first = sentences.find(|&s| reading.says_something(s));
        let says = |s: &SentenceId| {
            let sentence = &doc.sentences[*s as usize];
            let block = &doc.blocks[sentence.block as usize];
            matches!(block.kind, BlockKind::Paragraph | BlockKind::Item)
                && !block.quoted
                && !sentence.question
                && reading.length(*s) >= FEWEST_WORDS
                && !doc.str(sentence.text).ends_with(':')
        };
        told.extend(first.filter(says).map(|s| reading.words_of(s)));
    }
    told
}

/// Titles that announce more than one thing, or what was decided against.
const NOT_ONE_DECISION: [Concept; 4] =
    [Concept::TitleOptions, Concept::TitleCriteria, Concept::TitleRejected, Concept::TitleReversal];
/// Words from which on a sentence can say what was decided.
const FEWEST_WORDS: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::EMBEDDED;

    #[test]
    fn the_built_in_weights_know_every_role() {
        let mut weights = Weights::default();
        for (_, text) in EMBEDDED.iter().filter(|(path, _)| *path == "weights.toml") {
            weights.add(text).expect("they can be read");
        }
        assert!(weights.from.iter().all(|from| from.is_finite()), "a role has no weights");
    }

    #[test]
    fn an_unknown_cue_or_role_is_an_error() {
        let bad = "[\"scope.risk\"]\nfrom = 1.0\npoints = { \"says:nothing-such\" = 1.0 }\n";
        assert!(Weights::default().add(bad).unwrap_err().contains("says:nothing-such"));
        assert!(Weights::default().add("[\"no.role\"]\nfrom = 1.0\npoints = {}\n").unwrap_err().contains("no.role"));
    }
}
