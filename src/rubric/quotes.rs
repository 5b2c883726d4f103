//! `quotes.toml` → what may be quoted as evidence of a signal.
//!
//! A fact may count although it is not sure; words that are shown as the ground of a level have to be.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::facts::cues::{self, CueSet};
use crate::facts::weighed;
use crate::signal;

/// The table that holds for every quote.
const EVERY: &str = "every";
/// What parts cues of which one is enough.
const OR: char = '|';

/// What may be quoted, signal by signal.
#[derive(Debug, Clone, Default)]
pub struct Quotes {
    rules: Vec<QuoteRule>,
    /// The rule of each signal.
    of: BTreeMap<&'static str, usize>,
}

/// What words must be like to be quoted.
#[derive(Debug, Clone)]
pub struct QuoteRule {
    /// The weighed role whose points speak for the words.
    pub weighed: Option<usize>,
    /// Fewest words.
    pub words: usize,
    /// A heading will do.
    pub heading: bool,
    /// Criteria that it bears on and is no quote for.
    pub not_for: Vec<String>,
    /// The quote is the whole sentence, or the row up to the words.
    pub whole: bool,
    /// Cues that make the words unfit.
    pub never: CueSet,
    /// Grounds for being sure, of which one is enough.
    pub sure: Vec<Ground>,
}

/// A ground for being sure of words.
#[derive(Debug, Clone, Default)]
pub struct Ground {
    /// How many points of the role they have above those that are enough for a fact.
    pub points: Option<f32>,
    /// Of each of these sets they have a cue.
    pub has: Vec<CueSet>,
}

/// A table as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    #[serde(default)]
    also: Vec<String>,
    weighed: Option<String>,
    words: Option<usize>,
    #[serde(default)]
    heading: bool,
    #[serde(default)]
    not_for: Vec<String>,
    #[serde(default)]
    whole: bool,
    #[serde(default)]
    never: Vec<String>,
    #[serde(default)]
    despite: Vec<String>,
    #[serde(default)]
    sure: Vec<RawGround>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGround {
    points: Option<f32>,
    #[serde(default)]
    has: Vec<String>,
}

impl Quotes {
    /// The rule of a signal; none where its words are never quoted.
    pub fn of(&self, signal: &str) -> Option<&QuoteRule> {
        self.of.get(signal).map(|&at| &self.rules[at])
    }

    /// The number of a signal's rule; none where its words are never quoted for a criterion.
    pub(crate) fn place_of(&self, signal: &str, criterion: &str) -> Option<usize> {
        let bears = |at: &usize| !self.rules[*at].not_for.iter().any(|id| id == criterion);
        self.of.get(signal).copied().filter(bears)
    }

    /// A rule by its number.
    pub(crate) fn rule(&self, at: usize) -> &QuoteRule {
        &self.rules[at]
    }

    /// Tables as written, and what is wrong with them: for each mistake the words to look for, and what to say.
    pub(super) fn read(mut tables: BTreeMap<String, Raw>, criteria: &[&str]) -> (Self, Vec<(String, String)>) {
        let mut quotes = Self::default();
        let mut mistakes = Vec::new();
        let every = tables.remove(EVERY).unwrap_or_default();
        for (id, raw) in tables {
            let at = quotes.rules.len();
            for id in std::iter::once(&id).chain(&raw.also) {
                match signal::find(id) {
                    Some(signal) if quotes.of.insert(signal.id, at).is_some() => {
                        mistakes.push((format!("\"{id}\""), format!("\"{id}\" has more than one rule")));
                    }
                    Some(_) => {}
                    None => {
                        let known = signal::all().map(|signal| signal.id);
                        mistakes.push((format!("\"{id}\""), super::load::unknown("signal", id, known)));
                    }
                }
            }
            for id in raw.not_for.iter().filter(|id| !criteria.contains(&id.as_str())) {
                let known = criteria.iter().copied();
                mistakes.push((format!("\"{id}\""), super::load::unknown("criterion", id, known)));
            }
            quotes.rules.push(raw.rule(&every, &mut mistakes));
        }
        (quotes, mistakes)
    }
}

impl Raw {
    fn rule(&self, every: &Self, mistakes: &mut Vec<(String, String)>) -> QuoteRule {
        let weighed = self.weighed.as_deref().and_then(|role| {
            let at = weighed::number(role);
            if at.is_none() {
                mistakes.push((format!("\"{role}\""), super::load::unknown("weighed role", role, weighed::roles())));
            }
            at
        });
        let kept = every.never.iter().filter(|cue| !self.despite.contains(cue));
        let mut never = CueSet::default();
        for cue in kept.chain(&self.never) {
            add(cue, &mut never, mistakes);
        }
        let sure = self.sure.iter().map(|ground| {
            if ground.points.is_some_and(|points| !points.is_finite()) || ground.points.is_some() && weighed.is_none() {
                mistakes.push((
                    "points".to_owned(),
                    "`points` must be a number, of the role that `weighed` names".to_owned(),
                ));
            }
            let has = ground.has.iter().map(|row| {
                let mut set = CueSet::default();
                row.split(OR).for_each(|cue| add(cue.trim(), &mut set, mistakes));
                set
            });
            Ground { points: ground.points, has: has.collect() }
        });
        QuoteRule {
            weighed,
            words: self.words.or(every.words).unwrap_or_default(),
            heading: self.heading,
            not_for: self.not_for.clone(),
            whole: self.whole,
            never,
            sure: sure.collect(),
        }
    }
}

/// Adds a cue by its name.
fn add(cue: &str, set: &mut CueSet, mistakes: &mut Vec<(String, String)>) {
    match cues::number(cue) {
        Some(number) => set.add(number),
        None => mistakes.push((cue.to_owned(), format!("there is no cue `{cue}`"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::Rubric;

    fn read(text: &str) -> (Quotes, Vec<String>) {
        let (quotes, mistakes) = Quotes::read(toml::from_str(text).expect("the test's own TOML"), &["scope"]);
        (quotes, mistakes.into_iter().map(|(_, message)| message).collect())
    }

    #[test]
    fn every_built_in_rule_has_a_ground() {
        let quotes = Rubric::embedded().quotes;
        assert!(quotes.rules.iter().all(|rule| !rule.sure.is_empty()));
        assert!(quotes.of("decision.stated").is_some());
        assert!(quotes.of("no.signal").is_none());
    }

    #[test]
    fn what_holds_for_every_quote_can_be_left_out_by_name() {
        let (quotes, mistakes) = read(
            "[every]\nwords = 5\nnever = [\"shape:question\", \"shape:code\"]\n\n\
             [\"craft.questions\"]\nwords = 3\ndespite = [\"shape:question\"]\nsure = [{}]\n\n\
             [\"scope.out\"]\nalso = [\"scope.later\"]\nsure = [{ has = [\"says:exclude | says:negation\"] }]\n",
        );
        assert_eq!(mistakes, Vec::<String>::new());
        let question = |signal: &str| {
            let mut set = CueSet::default();
            set.add(cues::number("shape:question").expect("a cue"));
            quotes.of(signal).expect("a rule").never.meets(&set)
        };
        assert!(!question("craft.questions"));
        assert!(question("scope.out") && question("scope.later"));
        assert_eq!(quotes.of("scope.later").map(|rule| rule.words), Some(5));
    }

    #[test]
    fn each_mistake_is_told() {
        let (_, mistakes) = read(
            "[\"scope.owt\"]\nnot_for = [\"scoop\", \"scope\"]\nsure = [{}]\n[\"scope.in\"]\nalso = [\"scope.in\"]\nweighed = \"scope.inn\"\n\
             never = [\"says:nothing-such\"]\nsure = [{ points = 1.0 }]\n",
        );
        assert_eq!(
            mistakes,
            [
                "\"scope.in\" has more than one rule",
                "there is no weighed role \"scope.inn\"; did you mean \"scope.in\"?",
                "there is no cue `says:nothing-such`",
                "`points` must be a number, of the role that `weighed` names",
                "there is no signal \"scope.owt\"; did you mean \"scope.out\"?",
                "there is no criterion \"scoop\"; did you mean \"scope\"?",
            ]
        );
    }
}
