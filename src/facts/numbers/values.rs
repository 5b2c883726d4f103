//! Measures → their values in two units, their values of today told twice, and shares of more than a hundred per cent.

use std::collections::{BTreeMap, BTreeSet};

use super::{Figure, is_short, sole, within};
use crate::document::{BlockKind, Document, SentenceId};
use crate::facts::{Facts, Metric, Words};
use crate::lexicon::stem::singular;
use crate::lexicon::{Concept, lists};
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind, changes};
use crate::span::TextRange;

/// Today's value of a measure and the one aimed at, each as a figure.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// The measure's name.
    pub name: Words,
    /// Today.
    pub from: Figure,
    /// Aimed at.
    pub to: Figure,
    /// Both are values for certain: each fills a cell or what follows a label.
    pub labelled: bool,
}

/// One measure's value of today, told in two places.
#[derive(Debug, Clone, Copy)]
pub struct Restated {
    /// The measure's name.
    pub name: Words,
    /// Where it is told first.
    pub first: Figure,
    /// Where it is told again.
    pub second: Figure,
}

/// A share of a whole, with the words that make it one.
#[derive(Debug, Clone, Copy)]
pub struct Portion {
    /// What is a share.
    pub name: Words,
    /// How much, in percent.
    pub value: Figure,
}

/// The words of a measure's name that tell it from others: no articles, no plural, no marks.
pub fn name_words<'d>(doc: &'d Document<'_>, text: TextRange) -> Vec<&'d str> {
    let words = doc.lower_str(text).split(|c: char| !c.is_alphanumeric() && c != '%');
    let told = words.filter(|word| !matches!(*word, "" | "the" | "a" | "an" | "of" | "our" | "rate"));
    told.map(singular).collect()
}

/// The one figure in words, when nothing but marks stands beside it in its sentence or the words around it are a label's.
fn figure(reading: &Reading<'_>, words: Words) -> Option<Figure> {
    if !is_short(reading, words.sentence) {
        return None;
    }
    let mut inside = within(reading, words.sentence).iter().filter(|q| words.text.contains(q.text));
    let quantity = inside.next()?;
    inside.next().is_none().then(|| Figure::of(reading, quantity)).flatten()
}

/// True when words are a cell's or follow the label of their block.
fn is_labelled(reading: &Reading<'_>, words: Words) -> bool {
    let b = &reading.doc.blocks[words.block as usize];
    let cell = matches!(b.kind, BlockKind::Cell { .. });
    let alone = within(reading, words.sentence).len() == 1;
    let titled = reading.label(words.block).has_any(&[Concept::BaselineLabel, Concept::TargetLabel]);
    alone && (cell || titled)
}

pub(super) fn pairs(reading: &Reading<'_>, facts: &Facts) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for sentence in reading.numbered().filter(|&s| within(reading, s).len() >= 2 && is_short(reading, s)) {
        for two in within(reading, sentence).windows(2) {
            pairs.extend(in_sentence(reading, sentence, &two[0], &two[1]));
        }
    }
    let known: BTreeSet<(Words, Words)> = pairs.iter().map(|pair| (pair.from.words, pair.to.words)).collect();
    for metric in &facts.metrics {
        let (Some(from), Some(to)) = (metric.baseline, metric.target) else { continue };
        let labelled = is_labelled(reading, from) && is_labelled(reading, to);
        let moved = labelled && (moves(reading, to) || is_way(reading, metric.name));
        let Some((from, to)) = figure(reading, from).zip(figure(reading, to)).filter(|_| !moved) else { continue };
        if !known.contains(&(from.words, to.words)) {
            pairs.push(Pair { name: metric.name, from, to, labelled });
        }
    }
    pairs.sort_by_key(|pair| pair.from.words.text);
    pairs
}

/// `from 40% to 45 pp`, `€40 → $46`: two values with nothing else between them, in units that differ.
fn in_sentence(reading: &Reading<'_>, sentence: SentenceId, before: &Quantity, after: &Quantity) -> Option<Pair> {
    let doc = reading.doc;
    let gap = doc.lower_between(before.text.end, after.text.start).trim();
    let lead = doc.lower_between(doc.sentences[sentence as usize].text.start, before.text.start);
    let arrow = matches!(gap, "→" | "->" | "=>" | "⇒" | "➔");
    let to = gap == "to" && lead.trim_end().ends_with("from");
    let differ = std::mem::discriminant(&before.kind) != std::mem::discriminant(&after.kind)
        || matches!((before.kind, after.kind), (QuantityKind::Money(a), QuantityKind::Money(b)) if a != b);
    let (from, to) = Figure::of(reading, before).zip(Figure::of(reading, after)).filter(|_| differ && (arrow || to))?;
    Some(Pair { name: reading.words_of(sentence), from, to, labelled: true })
}

/// True when a target says how far, not how much.
fn moves(reading: &Reading<'_>, target: Words) -> bool {
    let told = [Concept::MovesUp, Concept::MovesDown, Concept::ByHowMuch, Concept::BySoMuchTitle];
    let around = reading.column(target.block).union(reading.label(target.block));
    let doc = reading.doc;
    let lead = within(reading, target.sentence)
        .first()
        .map_or("", |q| doc.lower_between(doc.sentences[target.sentence as usize].text.start, q.qualified.start));
    let alone = lead.split(|c: char| !c.is_alphabetic()).all(|w| matches!(w, "" | "to" | "target" | "goal" | "about"));
    !alone || reading.says_any(target.sentence, &told) || around.has_any(&told)
}

/// True when a name says which way it is to go, so that the target beside it may be how far.
fn is_way(reading: &Reading<'_>, name: Words) -> bool {
    reading.says_any(name.sentence, &[Concept::MovesUp, Concept::MovesDown])
}

/// Headings under which a value is that of the product as a whole. Under others it may be that of a segment or a region.
const WHOLE: [Concept; 9] = [
    Concept::MeasureTitle,
    Concept::GoalTitle,
    Concept::GuardrailTitle,
    Concept::TitleProblem,
    Concept::ObservedTitle,
    Concept::BaselineLabel,
    Concept::TitleDecision,
    Concept::TitleEvidence,
    Concept::TitleBackground,
];

pub(super) fn restated(reading: &Reading<'_>, facts: &Facts) -> Vec<Restated> {
    let mut found = Vec::new();
    let mut known: BTreeMap<Vec<&str>, (&Metric, Figure)> = BTreeMap::new();
    for metric in &facts.metrics {
        let today = metric.baseline.filter(|b| is_today(reading, *b)).and_then(|b| figure(reading, b));
        if let Some(today) = today {
            known.entry(name_words(reading.doc, metric.name.text)).or_insert((metric, today));
        }
    }
    for (metric, first) in known.values() {
        for &again in &metric.restated {
            let second = figure(reading, again).filter(|_| is_today(reading, again));
            found.extend(second.map(|second| Restated { name: metric.name, first: *first, second }));
        }
    }
    let mut told: BTreeMap<Vec<&str>, Figure> = BTreeMap::new();
    for (words, name, second) in reading.numbered().filter_map(|s| plain(reading, s)).filter(|told| told.0.len() >= 2) {
        let apart = |first: &Figure| first.words.block != second.words.block;
        if let Some((metric, first)) = known.get(&words) {
            found.extend(apart(first).then_some(Restated { name: metric.name, first: *first, second }));
        } else if let Some(first) = told.get(&words) {
            found.extend(apart(first).then_some(Restated { name, first: *first, second }));
        } else {
            told.insert(words, second);
        }
    }
    for pair in &mut found {
        if pair.second.words.text < pair.first.words.text {
            std::mem::swap(&mut pair.first, &mut pair.second);
        }
    }
    let parallel = |pair: &Restated| match (table_of(reading, pair.first), table_of(reading, pair.second)) {
        // Two tables of one form stand for two groups.
        (Some(a), Some(b)) => {
            a == b || reading.doc.tables[a as usize].columns == reading.doc.tables[b as usize].columns
        }
        _ => false,
    };
    found.retain(|pair| !parallel(pair) && pair.first.kind == pair.second.kind);
    found.sort_by_key(|pair| (pair.first.words.text, pair.second.words.text));
    found.dedup_by_key(|pair| (pair.first.words.text, pair.second.words.text));
    found
}

fn table_of(reading: &Reading<'_>, figure: Figure) -> Option<u32> {
    match reading.doc.blocks[figure.words.block as usize].kind {
        BlockKind::Cell { table, .. } => Some(table),
        _ => None,
    }
}

/// True when a value is that of today and of all: nothing around it names another time or a part.
fn is_today(reading: &Reading<'_>, value: Words) -> bool {
    let doc = reading.doc;
    let b = &doc.blocks[value.block as usize];
    // Under any other heading a value may be that of a group, a region or another test.
    let of_all = doc.section_path(b.section).all(|section| {
        let title = section <= 1 && doc.sections.get(2).is_some_and(|next| next.parent == Some(1));
        section == 0 || title || reading.heading(section).has_any(&WHOLE)
    });
    let s = &doc.sentences[value.sentence as usize];
    let earlier = |h: &&crate::mention::Hit| h.concept == Concept::EarlierTime && h.text.start < value.text.end + 24;
    let timed = reading.hits(value.sentence).iter().any(|h| earlier(&h))
        || reading.label(value.block).has(Concept::EarlierTime)
        || dated(reading, value);
    let after = doc.lower_between(value.text.end.min(s.text.end), s.text.end).trim_start();
    let part = ["for ", "among ", "on ", "in ", "of ", "across ", "at ", "with "].iter().any(|w| after.starts_with(w));
    of_all && !timed && !part && !s.question && !b.quoted
}

/// True when a date stands in the header over a value.
fn dated(reading: &Reading<'_>, value: Words) -> bool {
    let Some(header) = reading.header_of(value.block) else { return false };
    reading.doc.blocks[header as usize]
        .sentences
        .clone()
        .any(|s| reading.quantities(s).iter().any(|q| q.kind.is_date()))
}

/// `Trial-to-paid conversion is 4.2% today.`: the words of the name, the name, and the value. What another clause says
/// after a mark is its own.
fn plain<'r>(reading: &'r Reading<'_>, sentence: SentenceId) -> Option<(Vec<&'r str>, Words, Figure)> {
    let doc = reading.doc;
    let s = &doc.sentences[sentence as usize];
    let quantities = within(reading, sentence);
    if quantities.is_empty() || !is_short(reading, sentence) {
        return None;
    }
    let lead = |at: u32| doc.lower_between(s.text.start, at.max(s.text.start));
    let (quantity, at) = quantities.iter().find_map(|quantity| {
        let written = lead(quantity.text.start);
        let at = first_link(written)?;
        let mut between = written[at..].split_whitespace().skip(1);
        let plain = |w: &str| matches!(w, "at" | "now" | "today" | "currently" | "about" | "is" | "are");
        between.all(plain).then_some((quantity, at))
    })?;
    let after = doc.lower_between(quantity.text.end, s.text.end);
    let cut = after.find([',', ';', '.']).unwrap_or(after.len());
    let end = quantity.text.end + cut as u32;
    let open = |h: &crate::mention::Hit| {
        matches!(h.concept, Concept::Condition | Concept::Intention) && h.text.start < end && h.text.end <= end
    };
    let name = TextRange::new(s.text.start, s.text.start + at as u32);
    let clauses = doc.lower_str(name).contains([',', ';', ':', '(']);
    if !lists::TODAY_WORDS.contains(&after[..cut].trim()) || reading.hits(sentence).iter().any(open) || clauses {
        return None;
    }
    let value = reading.words_in(sentence, quantity.text);
    let figure = Figure::of(reading, quantity).filter(|_| is_today(reading, value))?;
    Some((name_words(doc, name), reading.words_in(sentence, name), figure))
}

/// Where the first word that links a name to its value stands, with the space before it.
fn first_link(written: &str) -> Option<usize> {
    let links =
        |rest: &str| lists::VALUE_IS.iter().any(|is| rest.strip_prefix(is).is_some_and(|rest| rest.starts_with(' ')));
    memchr::memchr_iter(b' ', written.as_bytes()).find(|at| links(&written[at + 1..]))
}

pub(super) fn portions(reading: &Reading<'_>) -> Vec<Portion> {
    let mut found = Vec::new();
    for sentence in reading.numbered().filter(|&s| is_short(reading, s)) {
        let quantities = within(reading, sentence);
        for quantity in quantities.iter().filter(|q| q.kind == QuantityKind::Percent && q.value > 100.0) {
            found.extend(portion(reading, sentence, quantity));
        }
    }
    found
}

fn portion(reading: &Reading<'_>, sentence: SentenceId, quantity: &Quantity) -> Option<Portion> {
    let doc = reading.doc;
    let block = reading.block_of(sentence);
    let b = &doc.blocks[block as usize];
    let value = Figure::of(reading, quantity).filter(|figure| !figure.signed)?;
    let around = reading.column(block).union(reading.label(block)).union(reading.heading(b.section));
    let row = reading.row_name(block);
    let open = |set: &crate::mention::ConceptSet| set.has(Concept::BeyondWhole);
    let rows = row.map(|name| reading.whole(name));
    if reading.says_any(sentence, &[Concept::BeyondWhole, Concept::Negation])
        || open(&around)
        || rows.as_ref().is_some_and(open)
        || b.quoted
    {
        // A value that another one turns into is that of the share itself, whatever verb says so.
        let ends = changes(doc, within(reading, sentence));
        let turned = ends.iter().any(|c| within(reading, sentence)[c.to].text == quantity.text);
        let raised = reading.says(sentence, Concept::MovesUp) && !open(&around);
        if !(turned && raised && !over_whole(reading, sentence)) {
            return None;
        }
    }
    if let (Some(name), Some(_)) = (row, rows.filter(|set| set.has(Concept::ShareName))) {
        return sole(reading, block).and_then(|_| Some(Portion { name: reading.words_of_block(name)?, value }));
    }
    let s = &doc.sentences[sentence as usize];
    let tail = doc.lower_between(quantity.text.end, s.text.end).trim_start();
    let more = ["more", "higher", "of what", "of its", "of their", "increase", "above", "over"]
        .iter()
        .any(|w| tail.starts_with(w));
    if more {
        return None;
    }
    // "120% of users finish"
    let whose = reading.hits(sentence).iter().find(|h| {
        h.concept == Concept::WhoseShare && h.text.start >= quantity.text.end && h.text.start <= quantity.text.end + 16
    });
    if let Some(whose) = whose.filter(|_| tail.starts_with("of ")) {
        let between = doc.lower_between(quantity.text.end, whose.text.start);
        let next = doc.lower_between(whose.text.end, s.text.end).trim_start();
        let plain = between.split_whitespace().all(|w| matches!(w, "of" | "all" | "the" | "our" | "new" | "active"));
        let other = next.starts_with('\'') || next.starts_with("we ") || next.starts_with("than ");
        return (plain && !other).then_some(Portion { name: reading.words_in(sentence, whose.text), value });
    }
    let label = b.label.filter(|_| b.sentences.start == sentence && reading.label(block).has(Concept::ShareName));
    let hit =
        reading.hits(sentence).iter().rev().find(|h| {
            h.concept == Concept::ShareName && h.text.end <= quantity.text.start && h.text.start >= s.text.start
        });
    let lead = doc.lower_between(s.text.start, quantity.qualified.start.max(s.text.start));
    let linked =
        lead.split_whitespace().next_back().is_some_and(|w| lists::SHARE_LINKS.contains(&w) || w.ends_with([':', '(']));
    if let Some(label) = label.filter(|_| lead.trim().is_empty() || linked) {
        return Some(Portion { name: Words { text: label, sentence, block }, value });
    }
    let hit = hit.filter(|_| linked)?;
    let clause = doc.lower_between(hit.text.end, quantity.text.start);
    (!clause.contains([';', '.']) && !clause.contains(", "))
        .then(|| Portion { name: reading.words_in(sentence, hit.text), value })
}

/// True when other words than the verb say that more than a hundred per cent may be meant.
fn over_whole(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let hits = reading.hits(sentence);
    let verb = |text: TextRange| hits.iter().any(|h| h.concept == Concept::MovesUp && h.text.overlaps(text));
    hits.iter().any(|h| h.concept == Concept::BeyondWhole && !verb(h.text))
}
