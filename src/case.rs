//! Artifacts of one case → what they do not say alike. One comparison a file.
//!
//! Two artifacts belong to one case when they stand in the same folder and their front matter has the same `case:`. A
//! comparison is silent where one of the two sides was not read, or can be read in two ways.

mod choice;
mod metric_values;
mod problem;
#[cfg(test)]
mod testing;
mod undefined_metric;
mod words;

use std::collections::BTreeMap;

use crate::check::one_line;
use crate::document::BlockKind;
use crate::facts::{Fate, Metric, Words};
use crate::lexicon::stem::singular;
use crate::mention::quantity::{Quantity, QuantityKind};
use crate::review::Severity;
use crate::rubric::Rubric;
use crate::signal;
use crate::source::{Position, Source};
use crate::span::Span;
use words::WordSet;

/// What one artifact says that others of its case say too.
#[derive(Debug, Clone)]
pub struct Part {
    case: String,
    kind: String,
    /// What is wrong, for whom and with what consequence.
    problem: Vec<Said>,
    /// Options that were weighed.
    options: Vec<Choice>,
    /// What is decided.
    decisions: Vec<Said>,
    /// Words of its scope and title, which say what is built too.
    builds: WordSet,
    metrics: Vec<Measure>,
    /// Words of the whole text.
    all: WordSet,
}

/// Words of an artifact, and what they are about.
#[derive(Debug, Clone)]
struct Said {
    text: String,
    span: Span,
    from: Position,
    to: Position,
    words: WordSet,
}

#[derive(Debug, Clone)]
struct Choice {
    name: Said,
    chosen: bool,
    status_quo: bool,
}

#[derive(Debug, Clone)]
struct Measure {
    name: Said,
    key: Option<Vec<String>>,
    baseline: Option<Value>,
    target: Option<Value>,
    timeframe: Option<String>,
}

/// A value of a metric that can be compared with another.
#[derive(Debug, Clone)]
struct Value {
    said: Said,
    kind: QuantityKind,
    low: f64,
    high: Option<f64>,
}

/// What the artifacts of one case come to together.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseReport {
    /// What the case is called.
    pub case: String,
    /// Paths of its artifacts, in order.
    pub documents: Vec<String>,
    /// What they do not say alike.
    pub findings: Vec<CaseFinding>,
}

/// Something that two artifacts do not say alike.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFinding {
    /// Id of the comparison that found it.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// Id of the criterion that it weakens.
    pub criterion: String,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Both places.
    pub places: [CasePlace; 2],
}

/// A place in one of the artifacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasePlace {
    /// Path of the artifact as it is shown.
    pub path: String,
    /// The words that stand there.
    pub quote: String,
    /// Where.
    pub span: Span,
    /// Line and column of its start.
    pub from: Position,
    /// Line and column of its end.
    pub to: Position,
}

/// Two places that do not agree. What is said about it comes from the rubric.
struct Mismatch<'a> {
    rule: &'static str,
    /// What both are about.
    about: &'a str,
    places: [(&'a Member, &'a Said); 2],
}

/// A part with its path.
#[derive(Debug, Clone)]
struct Member {
    path: String,
    part: Part,
}

type Comparison = for<'a> fn(&Members<'a>) -> Vec<Mismatch<'a>>;

/// All comparisons.
const COMPARISONS: [Comparison; 4] = [problem::run, choice::run, metric_values::run, undefined_metric::run];

/// The artifacts of one case that can be told apart by their kinds.
struct Members<'a>(Vec<&'a Member>);

impl<'a> Members<'a> {
    fn of_kind(&self, kind: &str) -> Option<&'a Member> {
        self.0.iter().copied().find(|member| member.part.kind == kind)
    }
}

impl Part {
    /// What an artifact says about its case; nothing where its front matter names none.
    pub fn of(read: &signal::Case<'_>, source: &Source) -> Option<Self> {
        let case = read.doc.front_matter.as_ref()?.get("case")?.trim().to_owned();
        if case.is_empty() {
            return None;
        }
        let facts = read.facts;
        let say = |words: &Words| said(read, source, *words);
        let problem = &facts.problem;
        let mut builds = WordSet::of(read.doc.title().filter(|title| *title != case).unwrap_or_default());
        facts.scope.included.iter().for_each(|words| builds.extend(&say(words).words));
        Some(Self {
            case,
            kind: read.kind.to_owned(),
            problem: [&problem.statements, &problem.segments, &problem.consequences, &problem.causes]
                .into_iter()
                .flatten()
                .map(say)
                .collect(),
            options: facts
                .options
                .iter()
                .map(|option| Choice {
                    name: say(&option.name),
                    chosen: option.fate == Fate::Chosen,
                    status_quo: option.status_quo,
                })
                .collect(),
            decisions: facts.decision.statements.iter().map(say).collect(),
            builds,
            metrics: facts.metrics.iter().map(|metric| measure(read, source, metric)).collect(),
            all: WordSet::of(&read.doc.text),
        })
    }
}

fn said(read: &signal::Case<'_>, source: &Source, words: Words) -> Said {
    let span = read.doc.span_of(words.text);
    let text = read.doc.str(words.text);
    Said {
        text: one_line(text),
        span,
        from: source.position(span.start),
        to: source.position(span.end),
        words: WordSet::of(text),
    }
}

fn measure(read: &signal::Case<'_>, source: &Source, metric: &Metric) -> Measure {
    let value = |words: Option<Words>| words.and_then(|words| value(read, source, words));
    let name = whole_name(read, metric);
    Measure {
        key: key(read, metric, name),
        name: said(read, source, name),
        baseline: value(metric.baseline),
        target: value(metric.target),
        timeframe: metric.timeframe.map(|words| day(read.doc.lower_str(words.text)).to_owned()),
    }
}

/// When something is to be reached: "by June 2026" in a sentence is "June 2026" in a column.
fn day(timeframe: &str) -> &str {
    let day = timeframe.trim();
    let day = day.strip_prefix("by ").unwrap_or(day);
    day.strip_prefix("the end of ").or_else(|| day.strip_prefix("end of ")).unwrap_or(day)
}

/// All that a cell says is the name: "handed over in 5 minutes" is another measure than "handed over in 9 minutes".
fn whole_name(read: &signal::Case<'_>, metric: &Metric) -> Words {
    let block = metric.name.block;
    let apart = |words: &Option<Words>| words.is_none_or(|words| words.block != block);
    let cell = matches!(read.doc.blocks[block as usize].kind, BlockKind::Cell { .. });
    let whole = read.reading.words_of_block(block).filter(|_| cell && apart(&metric.baseline) && apart(&metric.target));
    whole.unwrap_or(metric.name)
}

/// The words of a name by which it is known again; nothing where a number between name and value may belong to it.
fn key(read: &signal::Case<'_>, metric: &Metric, name: Words) -> Option<Vec<String>> {
    let values = [metric.baseline, metric.target].into_iter().flatten();
    let value = values.filter(|words| words.sentence == name.sentence).map(|words| words.text.start).min();
    let gap = value.and_then(|start| read.doc.lower.get(name.text.end as usize..start as usize)).unwrap_or_default();
    if gap.contains(|letter: char| letter.is_numeric()) {
        return None;
    }
    let words = read.doc.lower_str(name.text).split(|letter: char| !letter.is_alphanumeric());
    let words = words.map(|word| singular(word).to_owned());
    let words: Vec<_> = words.filter(|word| !matches!(word.as_str(), "" | "the" | "a" | "an" | "of" | "our")).collect();
    (!words.is_empty()).then_some(words)
}

/// The value that words tell, where they tell one and tell it plainly.
fn value(read: &signal::Case<'_>, source: &Source, words: Words) -> Option<Value> {
    let inside = |quantity: &&Quantity| words.text.contains(quantity.text);
    let mut quantities = read.reading.quantities(words.sentence).iter().filter(inside);
    let (quantity, None) = (quantities.next()?, quantities.next()) else { return None };
    if quantity.ambiguous || quantity.approximate || quantity.sign.is_some() {
        return None;
    }
    Some(Value { said: said(read, source, words), kind: quantity.kind, low: quantity.value, high: quantity.high })
}

/// Compares the artifacts of each case among `parts`, each with its path.
pub fn compare(parts: Vec<(String, Part)>, rubric: &Rubric) -> Vec<CaseReport> {
    let mut cases: BTreeMap<(String, String), Vec<Member>> = BTreeMap::new();
    for (path, part) in parts {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        cases.entry((folder, part.case.clone())).or_default().push(Member { path, part });
    }
    let mut reports = Vec::new();
    for ((_, case), mut members) in cases {
        members.sort_by(|one, other| one.path.cmp(&other.path));
        members.dedup_by(|one, other| one.path == other.path);
        if members.len() > 1 {
            let documents = members.iter().map(|member| member.path.clone()).collect();
            reports.push(CaseReport { case, documents, findings: findings(&members, rubric) });
        }
    }
    reports
}

fn findings(members: &[Member], rubric: &Rubric) -> Vec<CaseFinding> {
    // Of two artifacts of one kind, nobody can tell which one the others go by.
    let single = |one: &&Member| members.iter().filter(|other| other.part.kind == one.part.kind).count() == 1;
    let members = Members(members.iter().filter(single).collect());
    COMPARISONS
        .iter()
        .flat_map(|comparison| comparison(&members))
        .filter_map(|mismatch| worded(&mismatch, rubric))
        .collect()
}

/// A mismatch with the rubric's words; nothing when the rubric has turned the comparison off.
fn worded(mismatch: &Mismatch<'_>, rubric: &Rubric) -> Option<CaseFinding> {
    let text = rubric.findings.get(mismatch.rule).filter(|text| text.enabled)?;
    let place = |(member, said): (&Member, &Said)| CasePlace {
        path: member.path.clone(),
        quote: said.text.clone(),
        span: said.span,
        from: said.from,
        to: said.to,
    };
    let [first, second] = mismatch.places;
    Some(CaseFinding {
        rule: mismatch.rule.to_owned(),
        severity: text.severity,
        criterion: text.criterion.clone(),
        message: filled(
            &text.message,
            &[("words", mismatch.about), ("first", &first.1.text), ("second", &second.1.text)],
        ),
        help: text.help.clone(),
        places: [place(first), place(second)],
    })
}

/// A message with `{words}`, `{first}` and `{second}` replaced, once each from left to right.
fn filled(message: &str, names: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(message.len());
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let found = names.iter().find_map(|(name, value)| Some((value, after.strip_prefix(name)?.strip_prefix('}')?)));
        match found {
            Some((value, after)) => {
                text.push_str(value);
                rest = after;
            }
            None => {
                text.push('{');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}
