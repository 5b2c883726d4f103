//! Texts of rubric files → a rubric that is whole and consistent, or every mistake in it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Table;

use super::{
    Asks, Criterion, FindingText, Gate, Kind, LEVELS, Level, Need, Others, Phrasing, Quotes, Rubric, RubricError,
    RubricFile, Section, SignalText, Tell, Topic, nearest,
};
use crate::mention::ClaimLimits;
use crate::mention::topic::TopicText;
use crate::signal::{self, ClarityLimits};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRubric {
    name: String,
    bands: [f64; 4],
    gate: Gate,
    clarity: ClarityLimits,
    claims: ClaimLimits,
    levels: Vec<Level>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCriterion {
    id: String,
    title: String,
    question: String,
    means: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPoints {
    from: [f64; 4],
    #[serde(default)]
    others: Option<Others>,
    needs: Vec<RawNeed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNeed {
    signal: String,
    count: usize,
    points: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawKind {
    id: String,
    title: String,
    #[serde(rename = "use")]
    when: String,
    craft: Vec<String>,
    cues: Vec<String>,
    #[serde(default)]
    called: Vec<String>,
    #[serde(default)]
    tells: Vec<RawTell>,
    #[serde(default)]
    topics: Vec<Topic>,
    #[serde(default)]
    lean: f64,
    weights: BTreeMap<String, u32>,
    sections: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTell {
    fact: String,
    from: usize,
    points: f64,
}

pub(super) fn load(files: Vec<RubricFile>) -> Result<Rubric, Vec<RubricError>> {
    let mut loader = Loader { files: &files, errors: Vec::new() };
    let base: Option<RawRubric> = loader.one("rubric.toml");
    loader.clarity(base.as_ref());
    let phrasing: Option<Phrasing> = loader.one("why.toml");
    let topic: Option<TopicText> = loader.one("topic.toml");
    let mut criteria = loader.criteria();
    let kinds = loader.kinds(&criteria);
    let signals = loader.signals(&criteria);
    for criterion in &mut criteria {
        for need in &mut criterion.needs {
            let text = need.asks.signal().map(|signal| signals.get(signal.id));
            need.own = text.is_none_or(|text| text.is_some_and(|text| text.criterion == criterion.id));
        }
    }
    let findings = loader.findings(&criteria);
    loader.phrases(phrasing.as_ref(), &signals);
    let quotes = loader.quotes(&criteria);
    loader.strays();
    let mut errors = loader.errors;
    errors.sort_by(|a, b| (&a.path, a.line, &a.message).cmp(&(&b.path, b.line, &b.message)));
    let (Some(base), Some(phrasing), Some(topic), true) = (base, phrasing, topic, errors.is_empty()) else {
        return Err(errors);
    };
    Ok(Rubric {
        name: base.name,
        levels: base.levels,
        bands: base.bands,
        gate: base.gate,
        clarity: base.clarity,
        claims: base.claims,
        criteria,
        kinds,
        signals,
        findings,
        phrasing,
        quotes,
        topic,
        files,
    })
}

struct Loader<'f> {
    files: &'f [RubricFile],
    errors: Vec<RubricError>,
}

impl<'f> Loader<'f> {
    fn fail(&mut self, file: &RubricFile, key: &str, message: String) {
        let text = file.own.as_ref().map_or(file.built_in.unwrap_or_default(), |(text, _)| text.as_str());
        let line = text.lines().position(|line| !key.is_empty() && line.contains(key)).map_or(1, |at| at + 1);
        self.errors.push(RubricError { path: file.shown().into_owned(), line, message });
    }

    /// The file's layers, merged key by key; arrays are replaced as a whole.
    fn merged(&mut self, file: &RubricFile) -> Option<Table> {
        let mut merged = Table::new();
        for (_, text) in file.layers() {
            match text.parse::<Table>() {
                Ok(table) => merge(&mut merged, table),
                Err(error) => {
                    let line = error.span().map_or(1, |s| text[..s.start].matches('\n').count() + 1);
                    let path = file.shown().into_owned();
                    self.errors.push(RubricError { path, line, message: error.message().to_owned() });
                    return None;
                }
            }
        }
        Some(merged)
    }

    fn read<T: DeserializeOwned>(&mut self, file: &RubricFile) -> Option<T> {
        if let Some(value) = file.built_in_json().and_then(|json| serde_json::from_str(json).ok()) {
            return Some(value);
        }
        let table = self.merged(file)?;
        match table.try_into() {
            Ok(value) => Some(value),
            Err(error) => {
                let message = error.to_string().trim().to_owned();
                let key = message.split('`').nth(1).unwrap_or_default().to_owned();
                self.fail(file, &key, message);
                None
            }
        }
    }

    fn one<T: DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        let file = self.files.iter().find(|file| file.path == path)?;
        self.read(file)
    }

    fn under(&self, folder: &str) -> impl Iterator<Item = &'f RubricFile> + use<'f> {
        let prefix = format!("{folder}/");
        self.files.iter().filter(move |file| file.path.starts_with(&prefix))
    }

    fn criteria(&mut self) -> Vec<Criterion> {
        let mut points: BTreeMap<String, RawPoints> = self.one("points.toml").unwrap_or_default();
        let points_file = self.files.iter().find(|file| file.path == "points.toml");
        let mut criteria = Vec::new();
        for file in self.under("criteria") {
            let Some(raw) = self.read::<RawCriterion>(file) else { continue };
            if raw.means.len() != LEVELS || raw.means.iter().any(|m| m.trim().is_empty()) {
                self.fail(
                    file,
                    "means",
                    format!("`means` of {} must say what each of the {LEVELS} levels means", raw.id),
                );
            }
            let (Some(worth), Some(points_file)) = (points.remove(&raw.id), points_file) else {
                self.fail(file, "id", format!("points.toml has no table [{}]", raw.id));
                continue;
            };
            if worth.from.windows(2).any(|pair| pair[0] >= pair[1]) {
                self.fail(
                    points_file,
                    &format!("[{}]", raw.id),
                    format!("`from` of {} must rise from level to level", raw.id),
                );
            }
            if worth.others.is_some_and(|others| !(others.free >= 0.0 && others.of_own >= 0.0)) {
                self.fail(points_file, "others", format!("`others` of {} must hold no less than nothing", raw.id));
            }
            let mut needs = Vec::new();
            for need in worth.needs {
                let asks = Asks::named(&need.signal);
                if asks.is_none() {
                    let message = unknown("signal", &need.signal, signal::all().map(|s| s.id));
                    self.fail(points_file, &need.signal, message);
                }
                if need.points < 0.0 || need.count == 0 {
                    self.fail(
                        points_file,
                        &need.signal,
                        format!("`{}` must take at least one and add no less than nothing", need.signal),
                    );
                }
                needs.extend(asks.map(|asks| Need { asks, count: need.count, points: need.points, own: true }));
            }
            let RawCriterion { id, title, question, means } = raw;
            criteria.push(Criterion { id, title, question, means, from: worth.from, needs, others: worth.others });
        }
        for id in points.into_keys() {
            if let Some(file) = points_file {
                let message = unknown("criterion", &id, criteria.iter().map(|c| c.id.as_str()));
                self.fail(file, &id, message);
            }
        }
        criteria
    }

    fn kinds(&mut self, criteria: &[Criterion]) -> Vec<Kind> {
        let mut kinds = Vec::new();
        for file in self.under("kinds") {
            let Some(raw) = self.read::<RawKind>(file) else { continue };
            for id in raw.weights.keys().filter(|id| !criteria.iter().any(|c| c.id == **id)) {
                let message = unknown("criterion", id, criteria.iter().map(|c| c.id.as_str()));
                self.fail(file, id, message);
            }
            let total: u32 = raw.weights.values().sum();
            if total != 100 {
                self.fail(file, "[weights]", format!("`weights` of {} sum to {total}; they must sum to 100", raw.id));
            }
            for id in raw.craft.iter().filter(|id| signal::find(id).is_none()) {
                let message = unknown("signal", id, signal::all().map(|s| s.id));
                self.fail(file, id, message);
            }
            let weights = criteria.iter().map(|c| raw.weights.get(&c.id).copied().unwrap_or(0)).collect();
            let tells = self.tells(file, &raw);
            if raw.topics.iter().any(|topic| !topic.is_sound()) {
                let message =
                    format!("`topics` of {}: `from` must be at least 1, `share` 0 to 1, `points` a number", raw.id);
                self.fail(file, "topics", message);
            }
            let RawKind { id, title, when, craft, cues, called, topics, lean, sections, .. } = raw;
            kinds.push(Kind { id, title, when, weights, craft, cues, called, tells, topics, lean, sections });
        }
        kinds
    }

    /// The facts that tell a kind.
    fn tells(&mut self, file: &RubricFile, raw: &RawKind) -> Vec<Tell> {
        if !raw.lean.is_finite() {
            self.fail(file, "lean", format!("`lean` of {} must be a number", raw.id));
        }
        let mut tells = Vec::new();
        for RawTell { fact, from, points } in &raw.tells {
            let place = format!("fact = \"{fact}\"");
            match Tell::new(fact, *from, *points) {
                Some(_) if *from == 0 || !points.is_finite() => {
                    let message = format!("`tells` of {}: {fact} must be at least 1 and add a number", raw.id);
                    self.fail(file, &place, message);
                }
                Some(tell) => tells.push(tell),
                None => self.fail(file, &place, unknown("fact to tell a kind by", fact, Tell::names())),
            }
        }
        tells
    }

    /// Numbers of clarity that cannot be meant.
    fn clarity(&mut self, base: Option<&RawRubric>) {
        let mistakes = base.map(|base| base.clarity.mistakes()).unwrap_or_default();
        if let Some(file) = self.files.iter().find(|file| file.path == "rubric.toml") {
            for (key, message) in mistakes {
                self.fail(file, key, message);
            }
        }
    }

    fn signals(&mut self, criteria: &[Criterion]) -> BTreeMap<String, SignalText> {
        let mut texts = BTreeMap::new();
        for file in self.under("signals") {
            for (id, text) in self.read::<BTreeMap<String, SignalText>>(file).unwrap_or_default() {
                if signal::find(&id).is_none() {
                    let message = unknown("signal", &id, signal::all().map(|s| s.id));
                    self.fail(file, &id, message);
                }
                if !criteria.iter().any(|c| c.id == text.criterion) {
                    let message = unknown("criterion", &text.criterion, criteria.iter().map(|c| c.id.as_str()));
                    self.fail(file, &text.criterion, message);
                }
                texts.insert(id, text);
            }
        }
        texts
    }

    fn findings(&mut self, criteria: &[Criterion]) -> BTreeMap<String, FindingText> {
        let mut texts = BTreeMap::new();
        for file in self.under("findings") {
            let Some(text) = self.read::<FindingText>(file) else { continue };
            if !criteria.iter().any(|c| c.id == text.criterion) {
                let message = unknown("criterion", &text.criterion, criteria.iter().map(|c| c.id.as_str()));
                self.fail(file, &text.criterion, message);
            }
            texts.insert(text.id.clone(), text);
        }
        texts
    }

    /// What may be quoted.
    fn quotes(&mut self, criteria: &[Criterion]) -> Quotes {
        let criteria: Vec<&str> = criteria.iter().map(|c| c.id.as_str()).collect();
        let (quotes, mistakes) = Quotes::read(self.one("quotes.toml").unwrap_or_default(), &criteria);
        if let Some(file) = self.files.iter().find(|file| file.path == "quotes.toml") {
            for (key, message) in mistakes {
                self.fail(file, &key, message);
            }
        }
        quotes
    }

    /// Clauses with a name in braces that stands for nothing, and signals that cover none that there is.
    fn phrases(&mut self, phrasing: Option<&Phrasing>, signals: &BTreeMap<String, SignalText>) {
        let mistakes = phrasing.map(Phrasing::mistakes).unwrap_or_default();
        if let Some(file) = self.files.iter().find(|file| file.path == "why.toml") {
            for (key, message) in mistakes {
                self.fail(file, key, message);
            }
        }
        for file in self.under("signals") {
            // What is built in was checked when the program was tested.
            let Some((own, _)) = &file.own else { continue };
            let named = own.parse::<Table>().unwrap_or_default();
            for (id, text) in signals.iter().filter(|(id, _)| named.contains_key(*id)) {
                for (phrase, message) in text.mistakes(id) {
                    self.fail(file, phrase, message);
                }
            }
        }
    }

    /// A file that no part of the rubric would read is a mistake: its author thinks that it counts.
    fn strays(&mut self) {
        const FOLDERS: [&str; 5] = ["criteria/", "kinds/", "signals/", "findings/", "words/"];
        const FILES: [&str; 6] =
            ["rubric.toml", "points.toml", "topic.toml", "weights.toml", "quotes.toml", "why.toml"];
        for file in self.files {
            if file.path.starts_with("lists/") {
                let message =
                    "the lists are built into the program, and a folder of your own changes none: take lists/ out";
                self.fail(file, "", message.to_owned());
            } else if !FILES.contains(&file.path.as_str()) && !FOLDERS.iter().any(|f| file.path.starts_with(f)) {
                self.fail(file, "", format!("no part of a rubric is called {}", file.path));
            }
        }
    }
}

/// Lays `over` onto `base`: tables key by key, anything else as a whole.
fn merge(base: &mut Table, over: Table) {
    for (key, value) in over {
        match (base.get_mut(&key), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(above)) => merge(below, above),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

/// `there is no signal "x"; did you mean "y"?`
pub(super) fn unknown<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a str>) -> String {
    match nearest(id, known) {
        Some(near) => format!("there is no {what} \"{id}\"; did you mean \"{near}\"?"),
        None => format!("there is no {what} \"{id}\""),
    }
}
