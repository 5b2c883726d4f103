//! What was read out of an artifact: typed, with places, independent of wording and of form.
//!
//! One file a family of facts. Each reads from a [`crate::mention::Reading`] and, where it must, from the families
//! before it; [`Facts::read`] is the order.

mod announced;
pub mod cues;
mod evidence;
mod experiment;
pub mod listing;
mod metrics;
pub mod numbers;
mod once;
mod options;
pub mod plan;
mod scope;
pub mod scores;
mod together;
mod unknowns;
pub mod weighed;

use crate::document::{BlockId, SentenceId};
use crate::mention::Reading;
use crate::span::TextRange;

/// The words that carry a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words {
    /// Where they stand in the reading text.
    pub text: TextRange,
    /// The sentence they stand in (the first, when they span several).
    pub sentence: SentenceId,
    /// The block they stand in.
    pub block: BlockId,
}

/// Adds words whose sentence is not among those known, which are in order, and keeps them in order.
fn add_new(known: &mut Vec<Words>, words: impl IntoIterator<Item = Words>) {
    let count = known.len();
    for words in words {
        if known[..count].binary_search_by_key(&words.sentence, |known| known.sentence).is_err() {
            known.push(words);
        }
    }
    known.sort_by_key(|words| words.text);
}

/// All that was read out of one artifact.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Whose problem it is, and why it matters.
    pub problem: Problem,
    /// What is known from users and data.
    pub evidence: Evidence,
    /// What was weighed.
    pub options: Vec<Choice>,
    /// Benefits of the proposal itself, read where no option was named.
    pub loose_gains: Vec<Words>,
    /// Costs of the proposal itself, read where no option was named.
    pub loose_costs: Vec<Words>,
    /// Tables that score or compare options.
    pub score_tables: Vec<ScoreTable>,
    /// The numbers of those tables.
    pub scored: Vec<scores::Scored>,
    /// Numbered lists, said to be in order, with a score in each item.
    pub scored_lists: Vec<Vec<scores::Row>>,
    /// Options scored by a formula that is known: those of tables, then those of lines.
    pub contests: Vec<scores::Contest>,
    /// Weights that are shares of one whole.
    pub weights: Vec<scores::Weights>,
    /// What the choice gives up, or the price accepted for it.
    pub given_up: Vec<Words>,
    /// What was decided, and why.
    pub decision: Decision,
    /// How it will be known that it worked.
    pub metrics: Vec<Metric>,
    /// When, by whom or by what rule the result is looked at.
    pub reviews: Vec<Words>,
    /// Why it matters to the organisation.
    pub business: Business,
    /// What is in and out, under which constraints, in what order.
    pub scope: Scope,
    /// Requirements, stories, acceptance criteria.
    pub requirements: Vec<Words>,
    /// Hypotheses.
    pub hypotheses: Vec<Words>,
    /// How an experiment is run.
    pub experiment: Experiment,
    /// Steps of a funnel.
    pub funnel: Vec<FunnelStep>,
    /// Open questions.
    pub questions: Vec<Words>,
    /// Assumptions.
    pub assumptions: Vec<Words>,
    /// Numbers that have to agree with each other.
    pub numbers: numbers::Numbers,
    /// Steps and what they wait for, efforts, registers and rules for ending work.
    pub plan: plan::Plan,
}

impl Facts {
    /// Reads every family of facts; a family may look at those before it.
    pub fn read(reading: &Reading<'_>, weights: &weighed::Weights) -> Self {
        let mut facts = Self::default();
        options::read(reading, &mut facts);
        metrics::read(reading, &mut facts);
        experiment::read(reading, &mut facts);
        weights.read(reading, &mut facts);
        scope::read(reading, &mut facts);
        evidence::read(reading, &mut facts);
        announced::read(reading, &mut facts);
        together::read(reading, &mut facts);
        unknowns::read(reading, &mut facts);
        once::read(reading.doc.sentences.len(), &mut facts);
        scores::read(reading, &mut facts);
        facts.numbers = numbers::Numbers::read(reading, &facts);
        facts.plan = plan::Plan::read(reading);
        facts
    }
}

/// Whose problem it is, what it is, and why it matters.
#[derive(Debug, Clone, Default)]
pub struct Problem {
    /// What is wrong, for someone.
    pub statements: Vec<Words>,
    /// Who has it, named specifically.
    pub segments: Vec<Words>,
    /// How often, how bad, what it costs.
    pub consequences: Vec<Words>,
    /// Why now, or what happens if nothing is done.
    pub why_now: Vec<Words>,
    /// Root causes told apart from symptoms.
    pub causes: Vec<Words>,
    /// Who or what it is not about.
    pub limits: Vec<Words>,
}

/// What is known from users and data.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// Concrete pieces.
    pub items: Vec<EvidenceItem>,
    /// n, who, when, method, data source.
    pub sources: Vec<Words>,
    /// Sample, bias, what is assumed, how sure.
    pub limits: Vec<Words>,
    /// Appeals without substance ("users want").
    pub vague: Vec<Words>,
}

/// One concrete piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EvidenceItem {
    /// The words.
    pub words: Words,
    /// What it is.
    pub form: EvidenceForm,
    /// Names or stands beside a source that a reader could ask for.
    pub sourced: bool,
}

/// What a piece of evidence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceForm {
    /// A number observed.
    Number,
    /// Words of a user.
    Quote,
    /// A named study, a competitor, a market source.
    Study,
    /// What someone was seen or heard to do, without a number.
    Observation,
}

/// Something the author weighed. Read from a table row or column, a list item, a heading or a sentence alike.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its name, or the words that introduce it.
    pub name: Words,
    /// Words that tell what it is, beyond its name.
    pub description: Vec<Words>,
    /// Whom it helps.
    pub segments: Vec<Words>,
    /// Benefits.
    pub gains: Vec<Words>,
    /// Costs, risks, downsides.
    pub costs: Vec<Words>,
    /// Doing nothing, less, or later.
    pub status_quo: bool,
    /// What became of it.
    pub fate: Fate,
    /// Why it lost.
    pub rejected: Vec<Words>,
}

/// What became of an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fate {
    /// The text does not say.
    #[default]
    Open,
    /// Chosen.
    Chosen,
    /// Rejected.
    Rejected,
    /// Put off.
    Deferred,
}

/// A table that scores or compares options.
#[derive(Debug, Clone)]
pub struct ScoreTable {
    /// Index in [`crate::document::Document::tables`].
    pub table: u32,
    /// What the scores are made by.
    pub method: Method,
    /// The options, in row (or column) order: the cell that names each.
    pub options: Vec<BlockId>,
    /// The criteria: the cell that names each.
    pub criteria: Vec<BlockId>,
    /// True when options run along the top and criteria down the side.
    pub transposed: bool,
    /// Index in `criteria` of the computed score, if there is one.
    pub score: Option<u32>,
    /// Index in `criteria` of a rank or priority column.
    pub rank: Option<u32>,
}

/// How scores are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reach × impact × confidence ÷ effort.
    Rice,
    /// Impact, confidence, ease.
    Ice,
    /// Cost of delay ÷ job size.
    Wsjf,
    /// Value against effort.
    ValueEffort,
    /// Weighted criteria.
    Weighted,
    /// Marks, words or numbers side by side without a formula.
    Comparison,
}

/// What was decided, by what logic, and what was not.
#[derive(Debug, Clone, Default)]
pub struct Decision {
    /// What is decided, recommended, chosen.
    pub statements: Vec<Words>,
    /// Why.
    pub reasons: Vec<Words>,
    /// Criteria, scores or rules of ranking.
    pub criteria: Vec<Words>,
    /// What is not now or not done.
    pub deferred: Vec<Words>,
    /// What would change it; how sure it is.
    pub reversals: Vec<Words>,
}

/// A measure of success.
#[derive(Debug, Clone)]
pub struct Metric {
    /// Its name.
    pub name: Words,
    /// Its value today.
    pub baseline: Option<Words>,
    /// Its value today, where it is told again elsewhere.
    pub restated: Vec<Words>,
    /// The value aimed at.
    pub target: Option<Words>,
    /// By when.
    pub timeframe: Option<Words>,
    /// Where its numbers come from, or who owns it.
    pub source: Option<Words>,
    /// Who owns it, where that is told apart from its source.
    pub owner: Option<Words>,
    /// How it is computed.
    pub formula: Option<Words>,
    /// What it is for.
    pub role: MetricRole,
    /// Counts attention or activity and no value (page views, downloads, sign-ups).
    pub vanity: bool,
    /// Counts what was done or shipped, not what came of it.
    pub output: bool,
}

/// What a metric is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MetricRole {
    /// Named as a measure, its role not told.
    #[default]
    Plain,
    /// The one that decides.
    Primary,
    /// Drives the primary one.
    Input,
    /// Must not get worse.
    Guardrail,
}

/// Why it matters to the business or the organisation's mission.
#[derive(Debug, Clone, Default)]
pub struct Business {
    /// Named outcomes.
    pub outcomes: Vec<Words>,
    /// How the user's change leads to the outcome.
    pub mechanisms: Vec<Words>,
    /// Figures for it.
    pub sizes: Vec<Words>,
    /// Market, competition, strategy.
    pub market: Vec<Words>,
}

/// What is in and out, under which constraints, in what order.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// In.
    pub included: Vec<Words>,
    /// Out.
    pub excluded: Vec<Words>,
    /// Time, people, dependency, technology, law.
    pub constraints: Vec<Words>,
    /// Steps in order, phases, dates.
    pub milestones: Vec<Words>,
    /// Risks.
    pub risks: Vec<Risk>,
    /// What is done about a risk that was not itself read.
    pub mitigations: Vec<Words>,
}

/// A risk and what is done about it.
#[derive(Debug, Clone)]
pub struct Risk {
    /// What could go wrong.
    pub words: Words,
    /// What is done about it.
    pub mitigations: Vec<Words>,
}

/// How an experiment is run.
#[derive(Debug, Clone, Default)]
pub struct Experiment {
    /// Sample size, effect size, duration, significance, power.
    pub sample: Vec<Words>,
    /// Decision rules set beforehand.
    pub rules: Vec<Words>,
    /// Arms, groups, unit of randomisation.
    pub design: Vec<Words>,
}

/// A step of a funnel with its conversion or count.
#[derive(Debug, Clone)]
pub struct FunnelStep {
    /// The step and its figure.
    pub words: Words,
    /// The rate from the step before or from the top, in percent, if given.
    pub rate: Option<f64>,
    /// How many reached it, if given.
    pub count: Option<f64>,
}
