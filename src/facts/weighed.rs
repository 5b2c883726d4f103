//! Cues → roles that no single phrase or place gives away: each cue adds to or takes from a role, and enough makes the role.
//!
//! The points stand in `rubric/weights.toml`, one table a role. They were fitted by a logistic regression with an L1 penalty,
//! which keeps few of them, and can be read, checked and changed by hand: a point is a log-odds, `from` the sum that is enough.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::cues::{self, CueSet};
use super::{Facts, Risk, Words};
use crate::document::{BlockId, BlockKind, SentenceId};
use crate::lexicon::Concept;
use crate::mention::{ConceptSet, Reading};

/// Points of every cue for every role, ready to be added up.
#[derive(Debug)]
pub struct Weights {
    /// The row of each cue in `rows`.
    row_of: Vec<u16>,
    /// Points, role by role. The first row is that of all cues that have none.
    rows: Vec<Sums>,
    /// The concepts that have points where they are said, where they name a block, and where a heading says them.
    weighed: [ConceptSet; 3],
    /// Role by role, the cues that have points for it.
    telling: Vec<CueSet>,
    /// Role by role, what is enough.
    from: Sums,
}

/// One role as written, with names that are borrowed where the format allows it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry<Name: Ord> {
    from: f32,
    points: BTreeMap<Name, f32>,
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
        Self {
            row_of: vec![0; cues::COUNT],
            rows: vec![NONE],
            weighed: [ConceptSet::default(); 3],
            telling: vec![CueSet::default(); COUNT],
            from: [f32::INFINITY; NONE.len()],
        }
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
        self.put::<String>(toml::from_str(text).map_err(|e| e.message().to_owned())?)
    }

    /// Adds points written as JSON.
    ///
    /// # Errors
    /// As for [`Weights::add`].
    pub(crate) fn add_json(&mut self, text: &str) -> Result<(), String> {
        self.put::<&str>(serde_json::from_str(text).map_err(|e| e.to_string())?)
    }

    fn put<Name: AsRef<str> + Ord>(&mut self, entries: BTreeMap<Name, Entry<Name>>) -> Result<(), String> {
        for (role, entry) in entries {
            let role = role.as_ref();
            let at = number(role).ok_or_else(|| format!("`{role}` is no role that is weighed"))?;
            self.from[at] = entry.from;
            for (cue, points) in entry.points {
                let cue = cue.as_ref();
                let number = cues::number(cue).ok_or_else(|| format!("[{role}]: there is no cue `{cue}`"))?;
                if self.row_of[number] == 0 {
                    self.row_of[number] = self.rows.len() as u16;
                    self.rows.push(NONE);
                }
                if let Some((group, concept)) = cues::concept(number) {
                    self.weighed[group].add(concept);
                }
                self.telling[at].add(number);
                self.rows[usize::from(self.row_of[number])][at] = points;
            }
        }
        Ok(())
    }

    /// The points of a cue, role by role.
    #[inline]
    fn points_of(&self, cue: usize) -> &Sums {
        &self.rows[usize::from(self.row_of[cue])]
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
            let [said, _, _] = &self.weighed;
            cues::of_said(&reading.concepts(sentence).common(said), |cue| self.add_to(&mut sums, cue));
            cues::of_shape(reading, sentence, |cue| self.add_to(&mut sums, cue));
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
        let sum = held.iter().fold(0.0_f32, |sum, &cue| sum + self.points_of(usize::from(cue))[role]);
        sum >= from
    }

    /// How many points cues have for a role, by its number, above those that are enough.
    pub(crate) fn above(&self, role: usize, held: &CueSet) -> f32 {
        let mut sum = -self.from[role];
        held.common(&self.telling[role]).each(|cue| sum += self.points_of(cue)[role]);
        sum
    }

    /// Adds the points of a cue: of all roles at once, as that is done faster than finding out for which it has any. Made part
    /// of a loop it would be compiled to one addition a role, and not to one for several.
    #[inline(never)]
    fn add_to(&self, sums: &mut Sums, cue: usize) {
        sums.iter_mut().zip(self.points_of(cue)).for_each(|(sum, points)| *sum += points);
    }
}

/// Role by role, a sum of points; behind them zeros, so that it is a number of whole registers.
type Sums = [f32; COUNT.next_multiple_of(8)];

/// No points for any role.
const NONE: Sums = [0.0; COUNT.next_multiple_of(8)];

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
        let paths = vec![None; reading.doc.sections.len()];
        Self { weights, reading, paths, name: (ConceptSet::default(), NONE), block: (None, NONE) }
    }

    /// The points of what stands around a block, and of its shape.
    fn block(&mut self, block: BlockId) -> Sums {
        if self.block.0 == Some(block) {
            return self.block.1;
        }
        let (weights, reading) = (self.weights, self.reading);
        let [_, named, under] = &weights.weighed;
        let section = reading.doc.blocks[block as usize].section;
        let mut sums = *self.paths[section as usize].get_or_insert_with(|| {
            let mut sums = NONE;
            cues::of_path(&reading.path(block).common(under), |cue| weights.add_to(&mut sums, cue));
            sums
        });
        let name = reading.name_of(block).common(named);
        if name != self.name.0 {
            self.name = (name, NONE);
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
        assert!(weights.from[..COUNT].iter().all(|from| from.is_finite()), "a role has no weights");
    }

    #[test]
    fn an_unknown_cue_or_role_is_an_error() {
        let bad = "[\"scope.risk\"]\nfrom = 1.0\npoints = { \"says:nothing-such\" = 1.0 }\n";
        assert!(Weights::default().add(bad).unwrap_err().contains("says:nothing-such"));
        assert!(Weights::default().add("[\"no.role\"]\nfrom = 1.0\npoints = {}\n").unwrap_err().contains("no.role"));
    }
}
