//! One engine a run: the rubric in force with its word lists compiled, shared by all threads.

mod counted;
#[cfg(test)]
mod tests;

use crate::case::Part;
use crate::check::{self, CHECKS};
use crate::document::Document;
use crate::facts::Facts;
use crate::facts::listing::Fact;
use crate::facts::scores::listing::ScoreList;
use crate::facts::weighed::Weights;
use crate::judge::{self, kind};
use crate::lexicon::Lexicon;
use crate::mention::topic::Topic;
use crate::mention::{OwnTexts, Reading};
use crate::review::{Finding, KindFrom, Related, Review};
use crate::rubric::{self, Kind, Rubric, RubricError};
use crate::signal::Case;
use crate::source::Source;
use crate::suppress;
use counted::Read;

/// Everything that is the same for each artifact of a run.
#[derive(Debug)]
pub struct Engine {
    rubric: Rubric,
    lexicon: Lexicon,
    weights: Weights,
    topic: Topic,
    own_texts: OwnTexts,
    kind_cues: kind::Cues,
    plans: judge::Plans,
}

/// The facts of one artifact.
#[derive(Debug, Clone, PartialEq)]
pub struct FactList {
    /// Id of the kind it was read as.
    pub kind: String,
    /// In source order.
    pub facts: Vec<Fact>,
    /// Options with their scores, in source order.
    pub scores: Vec<ScoreList>,
}

impl Engine {
    /// The engine with the built-in rubric.
    ///
    /// # Panics
    /// Never in a released program: a test compiles the same files.
    pub fn embedded() -> Self {
        match Self::new(Rubric::embedded()) {
            Ok(engine) => engine,
            Err(errors) => panic!("the built-in word lists cannot be read: {errors:?}"),
        }
    }

    /// The engine with a rubric of its own.
    ///
    /// # Errors
    /// Mistakes in the rubric's word lists or weights.
    pub fn new(rubric: Rubric) -> Result<Self, Vec<RubricError>> {
        let own_words = rubric.files.iter().any(|file| file.path.starts_with("words/") && file.own.is_some());
        let lexicon = if own_words {
            Lexicon::compile(rubric.texts("words/")).map_err(|errors| {
                errors.into_iter().map(|e| rubric.locate(&e.path, e.span, e.message)).collect::<Vec<_>>()
            })?
        } else {
            Lexicon::embedded()
        };
        let mut weights = Weights::default();
        for file in rubric.files.iter().filter(|file| file.path == "weights.toml") {
            let added = match file.built_in_json() {
                Some(json) => weights.add_json(json),
                None => file.layers().try_for_each(|(_, text)| weights.add(text)),
            };
            added.map_err(|message| vec![rubric.locate(&file.path, None, message)])?;
        }
        let kind_cues = kind::Cues::of(&rubric);
        let plans = judge::Plans::of(&rubric);
        let (topic, own_texts) = (Topic::new(&rubric.topic), counted::own_texts(&rubric));
        Ok(Self { rubric, lexicon, weights, topic, own_texts, kind_cues, plans })
    }

    /// The rubric in force.
    pub fn rubric(&self) -> &Rubric {
        &self.rubric
    }

    /// Reviews an artifact, as a kind if one is given.
    pub fn review(&self, source: &Source, kind: Option<&str>) -> Review {
        self.review_in_case(source, kind).0
    }

    /// The same, with what the artifact says about the case that it belongs to, if it names one.
    pub fn review_in_case(&self, source: &Source, kind: Option<&str>) -> (Review, Option<Part>) {
        self.with_reading(source, |all, counted| self.review_of(source, all, counted, kind))
    }

    fn review_of(
        &self,
        source: &Source,
        all: &Read<'_>,
        counted: &Read<'_>,
        kind: Option<&str>,
    ) -> (Review, Option<Part>) {
        let doc = all.doc;
        let (kind, kind_from, known) = self.kind_of(counted.doc, counted.facts, kind);
        let case = self.case(counted, kind);
        let verdict = judge::judge(&self.rubric, &self.plans, &self.weights, kind, &case);
        let mut findings = self.findings(&self.case(all, kind));
        if !known {
            findings.extend(
                self.finding("unknown-kind", check::Hit { words: kind.title.clone(), ..check::Hit::default() }),
            );
        }
        findings.extend(self.misnamed_kind(doc, kind));
        let unused = suppress::apply(doc, &self.rubric, &mut findings);
        findings.extend(unused.into_iter().filter_map(|hit| self.finding(suppress::UNUSED, hit)));
        findings.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
        let review = Review {
            kind: kind.id.clone(),
            kind_from,
            title: doc.title().map(ToOwned::to_owned),
            words: doc.words(),
            score: verdict.score,
            level: verdict.level,
            level_name: self.rubric.levels[usize::from(verdict.level)].name.clone(),
            criteria: verdict.criteria,
            findings,
            next_steps: verdict.next_steps,
        };
        // What artifacts of a case say differently is a finding, so it is looked for in all of the text.
        (review, Part::of(&self.case(all, kind), source))
    }

    /// For each criterion of the rubric, which of its needs an artifact meets as a kind that the rubric has.
    pub fn needs_met(&self, source: &Source, kind: &str) -> Vec<Vec<bool>> {
        self.with_reading(source, |_, counted| {
            let (kind, _, _) = self.kind_of(counted.doc, counted.facts, Some(kind));
            judge::needs_met(&self.rubric, &self.plans, kind, &self.case(counted, kind))
        })
    }

    fn case<'a>(&'a self, read: &Read<'a>, kind: &'a Kind) -> Case<'a> {
        let clarity = &self.rubric.clarity;
        Case { doc: read.doc, reading: read.reading, facts: read.facts, kind: &kind.id, clarity }
    }

    /// What was read out of an artifact, as a kind if one is given.
    pub fn facts(&self, source: &Source, kind: Option<&str>) -> FactList {
        self.fact_list(source, kind, false)
    }

    /// The same, with what becomes of the first place of each set of scores when one number at a time is changed.
    pub fn facts_with_sensitivity(&self, source: &Source, kind: Option<&str>) -> FactList {
        self.fact_list(source, kind, true)
    }

    fn fact_list(&self, source: &Source, kind: Option<&str>, sensitive: bool) -> FactList {
        self.with_reading(source, |Read { doc, facts, .. }, _| {
            let (kind, _, _) = self.kind_of(doc, facts, kind);
            FactList { kind: kind.id.clone(), facts: facts.list(doc), scores: facts.score_lists(doc, sensitive) }
        })
    }

    /// The facts of a reading; none where the words stand in no order.
    fn facts_of(&self, reading: &Reading<'_>) -> Facts {
        if reading.scrambled() { Facts::default() } else { Facts::read(reading, &self.weights) }
    }

    /// The kind given, else that of the front matter, else the one that it is most like; and whether it is like one at all.
    fn kind_of(&self, doc: &Document<'_>, facts: &Facts, given: Option<&str>) -> (&Kind, KindFrom, bool) {
        if let Some(kind) = given.and_then(|id| self.rubric.kind(id)) {
            return (kind, KindFrom::Option, true);
        }
        let written = doc.front_matter.as_ref().and_then(|matter| matter.get("kind"));
        if let Some(kind) = written.and_then(|id| self.rubric.kind(id)) {
            return (kind, KindFrom::FrontMatter, true);
        }
        let (at, known) = kind::detect(&self.rubric, &self.kind_cues, doc, facts);
        (&self.rubric.kinds[at], KindFrom::Content, known)
    }

    /// A kind in the front matter that is none: the nearest one that is, or the one it was read as.
    fn misnamed_kind(&self, doc: &Document<'_>, read_as: &Kind) -> Option<Finding> {
        let entry = doc.front_matter.as_ref()?.entries.iter().find(|entry| entry.key == "kind")?;
        if self.rubric.kind(&entry.value).is_some() {
            return None;
        }
        let known = self.rubric.kinds.iter().map(|kind| kind.id.as_str());
        let near = rubric::nearest(&entry.value, known).unwrap_or(&read_as.id);
        let hit = check::Hit { span: Some(entry.span), words: entry.value.clone(), ..check::Hit::default() };
        self.finding("misnamed-kind", hit.with("near", near).with("kind", &read_as.id))
    }

    fn findings(&self, case: &Case<'_>) -> Vec<Finding> {
        CHECKS
            .iter()
            .flat_map(|check| (check.run)(case).into_iter().filter_map(|hit| self.finding(check.id, hit)))
            .collect()
    }

    /// A hit of a check with the rubric's words; nothing when the rubric has turned the check off.
    fn finding(&self, rule: &str, hit: check::Hit) -> Option<Finding> {
        let text = self.rubric.findings.get(rule).filter(|text| text.enabled)?;
        let fill = |text: &str| {
            let filled = text.replace("{words}", &hit.words);
            hit.values.iter().fold(filled, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
        };
        let related = hit.related.iter().map(|(name, span)| Related {
            message: text.related.get(name).map_or_else(|| name.clone(), |text| fill(text)),
            span: *span,
        });
        Some(Finding {
            rule: rule.to_owned(),
            severity: text.severity,
            criterion: text.criterion.clone(),
            message: fill(&text.message),
            help: text.help.clone(),
            span: hit.span,
            related: related.collect(),
        })
    }
}
