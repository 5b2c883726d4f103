//! What the size of an experiment is worked out from: baseline, effect, significance, power, and how many are in an arm.

use super::{Figure, within};
use crate::document::{BlockKind, SentenceId};
use crate::facts::{Facts, Words};
use crate::lexicon::{Concept, lists};
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind};

/// How an experiment is sized. A part that the text gives twice, in two values, is left out with all others.
#[derive(Debug, Clone, Default)]
pub struct Sizing {
    /// The share before, in percent.
    pub baseline: Option<Figure>,
    /// The effect to be seen, in percent or percentage points.
    pub effect: Option<Figure>,
    /// True when the text says that the effect is relative to the baseline.
    pub relative: bool,
    /// True when the text says that the effect is in points.
    pub absolute: bool,
    /// The level of significance, in percent.
    pub significance: Option<f64>,
    /// The power, in percent.
    pub power: Option<f64>,
    /// How many there are in one arm.
    pub arm: Option<Figure>,
}

/// Places where a test ends as soon as its result is significant.
pub(super) fn peeks(reading: &Reading<'_>) -> Vec<Words> {
    let labelled = (0..reading.doc.blocks.len() as u32).any(|b| reading.label(b).has(Concept::SeveralLooks));
    let planned = labelled || reading.sentences().any(|s| reading.says(s, Concept::SeveralLooks));
    if planned {
        return Vec::new();
    }
    let peeking = |s: SentenceId| {
        let asserted =
            !reading.doc.sentences[s as usize].question && !reading.doc.blocks[reading.block_of(s) as usize].quoted;
        let ended = reading.hit(s, Concept::Peeking);
        let ended = ended.filter(|_| !reading.says_any(s, &[Concept::PeekingAllowed, Concept::Negation]));
        ended.or_else(|| reading.hit(s, Concept::PeekingOn)).filter(|_| asserted)
    };
    reading.sentences().filter_map(|s| peeking(s).map(|hit| reading.words_in(s, hit.text))).collect()
}

/// The parts found so far; a second value of one makes all open.
#[derive(Default)]
struct Found {
    sizing: Sizing,
    twice: bool,
    /// The value that the effect ends at: `detect a rise to 8.8%`.
    reached: Option<Figure>,
    /// A baseline and an effect in plainer words, each with whether it is told in two values. They stand for one that
    /// is called by its name nowhere.
    plain: [(Option<Figure>, bool); 2],
}

/// Places in [`Found::plain`].
const BASELINE: usize = 0;
const EFFECT: usize = 1;

impl Found {
    fn set(&mut self, part: fn(&mut Sizing) -> &mut Option<Figure>, figure: Figure) {
        let held = part(&mut self.sizing);
        match held {
            Some(other) => self.twice |= (other.value - figure.value).abs() > 1e-9 || other.kind != figure.kind,
            None => *held = Some(figure),
        }
    }

    fn set_plain(&mut self, at: usize, figure: Figure) {
        let (held, twice) = &mut self.plain[at];
        match held {
            Some(other) => *twice |= (other.value - figure.value).abs() > 1e-9 || other.kind != figure.kind,
            None => *held = Some(figure),
        }
    }

    /// What is sized, unless a part of it is told in two values.
    fn sizing(mut self) -> Option<Sizing> {
        let plain = [BASELINE, EFFECT].map(|at| self.plain[at].0.filter(|_| !self.plain[at].1));
        self.sizing.baseline = self.sizing.baseline.or(plain[BASELINE]);
        self.sizing.effect = self.sizing.effect.or_else(|| self.effect_reached()).or(plain[EFFECT]);
        (!self.twice).then_some(self.sizing)
    }

    /// How far it is from the baseline to the value that is to be told from it, in points.
    fn effect_reached(&self) -> Option<Figure> {
        let (from, to) = self.sizing.baseline.zip(self.reached)?;
        let points = (to.value - from.value).abs();
        (points > 0.0).then_some(Figure { kind: QuantityKind::PercentagePoints, value: points, ..to })
    }

    fn set_share(&mut self, part: fn(&mut Sizing) -> &mut Option<f64>, value: f64) {
        let held = part(&mut self.sizing);
        match held {
            Some(other) => self.twice |= (*other - value).abs() > 1e-9,
            None => *held = Some(value),
        }
    }
}

pub(super) fn read(reading: &Reading<'_>, facts: &Facts) -> Option<Sizing> {
    if facts.experiment.sample.is_empty() || reading.sentences().any(|s| reading.says(s, Concept::OneSided)) {
        return None;
    }
    let mut sections: Vec<u32> =
        facts.experiment.sample.iter().map(|w| reading.doc.blocks[w.block as usize].section).collect();
    sections.sort_unstable();
    sections.dedup();
    let mut found = Found::default();
    for sentence in reading.numbered() {
        let section = reading.doc.blocks[reading.block_of(sentence) as usize].section;
        if sections.binary_search(&section).is_ok() {
            for quantity in within(reading, sentence) {
                part(reading, sentence, quantity, &mut found);
            }
        }
    }
    found.sizing()
}

/// Which of power, confidence and significance the words around a share name; nothing where they name none.
fn level_named(before: &str, after: &str, name: &str, share: bool) -> &'static str {
    let named = |words: &[&str]| {
        let near = |text: &str| words.iter().any(|word| text.contains(word));
        near(before) || (before.trim().is_empty() && near(name))
    };
    let follows = |words: &[&str]| words.iter().any(|word| after.trim_start().starts_with(word));
    // What follows a number names it more closely than what stands before.
    let both = name.find("power").zip(["significance", "alpha", "α"].iter().find_map(|word| name.find(word)));
    if let Some((power, other)) = both.filter(|_| share) {
        // "Significance / power": "5% / 80%"
        let second = matches!(before.trim(), "/" | "," | "and" | "·" | "|");
        if before.trim().is_empty() == (power < other) {
            "power"
        } else if before.trim().is_empty() || second {
            "significance"
        } else {
            ""
        }
    } else if follows(&["power", "statistical power"]) {
        "power"
    } else if follows(&["confidence"]) {
        "confidence"
    } else if follows(&["significance", "level"]) {
        "significance"
    } else if named(&["power"]) {
        "power"
    } else if named(&["confidence"]) {
        "confidence"
    } else if named(&["significance", "alpha", "α"]) {
        "significance"
    } else {
        ""
    }
}

/// Takes a quantity as the part of the sizing that the words around it name.
fn part(reading: &Reading<'_>, sentence: SentenceId, quantity: &Quantity, found: &mut Found) {
    let doc = reading.doc;
    let text = doc.sentences[sentence as usize].text;
    let others = || within(reading, sentence).iter().filter(|q| q.text != quantity.text);
    let start = others().map(|q| q.text.end).filter(|&end| end <= quantity.text.start).max().unwrap_or(text.start);
    let end = others().map(|q| q.text.start).filter(|&at| at >= quantity.text.end).min().unwrap_or(text.end);
    let before = doc.lower_between(start, quantity.text.start);
    let before = before.rsplit([';', '.', '(']).next().unwrap_or_default();
    let after = doc.lower_between(quantity.text.end, end.max(quantity.text.end));
    let after = after.split([',', ';', '.', '(', ')']).next().unwrap_or_default();
    // In a table the row is named by its first cell, in a labelled line by its label.
    let block = reading.block_of(sentence);
    let b = &doc.blocks[block as usize];
    let name = match b.kind {
        BlockKind::Cell { .. } => {
            reading.row_name(block).map_or("", |name| doc.lower_str(doc.blocks[name as usize].text))
        }
        _ => b.label.filter(|_| b.sentences.start == sentence).map_or("", |label| doc.lower_str(label)),
    };
    let named = |words: &[&str]| {
        let near = |text: &str| words.iter().any(|word| text.contains(word));
        near(before) || (before.trim().is_empty() && near(name))
    };
    let follows = |words: &[&str]| words.iter().any(|word| after.trim_start().starts_with(word));
    let Some(figure) = Figure::of(reading, quantity).filter(|figure| !figure.loose) else { return };
    let share = matches!(quantity.kind, QuantityKind::Percent | QuantityKind::PercentagePoints);
    let each = |text: &str| {
        lists::ARM.iter().any(|one| text.contains(&format!("per {one}")) || text.contains(&format!("each {one}")))
    };
    // "each variant gets 1,500 visitors"
    let given = || {
        let mut words = before.split_whitespace().rev();
        let (verb, arm, each) = (words.next(), words.next(), words.next());
        verb.is_some_and(|verb| lists::ARM_GETS.contains(&verb))
            && arm.is_some_and(|arm| lists::ARM.contains(&arm))
            && each == Some("each")
    };
    // "detect a rise from 8% to 8.8%": the words that name a value end right before it.
    let led = |concept: Concept, at: u32| {
        reading.hits(sentence).iter().any(|h| h.concept == concept && h.text.end < at && h.text.end + 2 > at)
    };
    let before_it = others().filter(|q| q.text.end <= quantity.text.start).max_by_key(|q| q.text.end);
    let ends = led(Concept::DetectedTo, quantity.text.start)
        || before.trim() == "to" && before_it.is_some_and(|from| led(Concept::DetectedFrom, from.text.start));
    let past = || reading.says_any(sentence, &[Concept::PastResult, Concept::PastDoing]);
    let told = level_named(before, after, name, share);
    if share && told == "power" {
        found.set_share(|s| &mut s.power, figure.value);
    } else if share && told == "confidence" {
        found.set_share(|s| &mut s.significance, 100.0 - figure.value);
    // A number of one or more beside the word is of something else: "5% significance, with 1,000 donors".
    } else if told == "significance" && (share || figure.value < 1.0) {
        let value = if share { figure.value } else { figure.value * 100.0 };
        // "at the 95% level" is as sure as "at the 5% level".
        let value = if value > 50.0 { 100.0 - value } else { value };
        found.set_share(|s| &mut s.significance, value);
    } else if quantity.kind == QuantityKind::Percent
        && (named(&["baseline"]) || follows(&["baseline"]))
        && !named(&["over"])
    {
        found.set(|s| &mut s.baseline, figure);
    } else if quantity.kind == QuantityKind::Percent && ends {
        if found.reached.is_some_and(|other| (other.value - figure.value).abs() > 1e-9) {
            found.twice = true;
        }
        found.reached = Some(figure);
    } else if quantity.kind == QuantityKind::Percent && led(Concept::DetectedFrom, quantity.text.start) {
        found.set(|s| &mut s.baseline, figure);
    } else if share && named(&["mde", "detect", "effect size", "minimum effect", "smallest effect"]) {
        found.sizing.absolute |=
            [before, after, name].iter().any(|words| words.contains("absolute") || words.contains("point"));
        found.sizing.relative |= before.contains("relative") || after.contains("relative") || name.contains("relative");
        found.set(|s| &mut s.effect, figure);
    } else if share && is_effect(before, name) && !past() {
        let said = |word: &str| [before, after, name].iter().any(|words| words.contains(word));
        // Which of the two is meant where neither is said is left open, and both are tried.
        if quantity.kind == QuantityKind::Percent && said("relative") {
            found.sizing.relative = true;
        }
        found.set_plain(EFFECT, figure);
    } else if quantity.kind == QuantityKind::Percent
        && (["today", "now", "currently", "at present"].iter().any(|word| after.trim_start().starts_with(word))
            || before.trim().is_empty() && is_today(name))
        && !past()
    {
        found.set_plain(BASELINE, figure);
    } else if quantity.kind == QuantityKind::Number
        && figure.value >= 30.0
        && (each(after)
            || in_each(doc.lower_between(quantity.text.end, text.end))
            || given()
            || (before.trim().is_empty() && each(name)))
    {
        found.set(|s| &mut s.arm, figure);
    }
}

/// "visitors in each of the two arms": what follows a number, up to the first mark.
fn in_each(after: &str) -> bool {
    let clause = after.split([',', ';', '.', '(', ')']).next().unwrap_or_default();
    let Some((whose, arms)) = clause.split_once("each of the ") else { return false };
    whose.split_whitespace().count() <= 3 && arms.split(' ').take(2).any(|word| lists::ARMS.contains(&word))
}

/// The words before a share, or the label beside it, say that it is the effect to be seen: `a lift of`, `Expected lift`.
fn is_effect(before: &str, name: &str) -> bool {
    let mut words = before.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).rev();
    let (of, noun) = (words.next(), words.next());
    if of == Some("of") && noun.is_some_and(|noun| lists::EFFECTS.contains(&noun)) {
        return true;
    }
    let named = name.split(|c: char| !c.is_alphabetic());
    let told = ["observed", "result", "measured", "past", "guardrail", "last"].iter().any(|word| name.contains(word));
    before.trim().is_empty() && !told && named.into_iter().any(|word| lists::EFFECTS.contains(&word))
}

/// A label says that the share beside it is that of today.
fn is_today(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.clone().count() <= 4 && words.any(|word| matches!(word, "current" | "today" | "now"))
}
