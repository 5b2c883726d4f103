//! Values that go from one to another: `reduce churn from 7% to 5%`, and rows with a baseline, a target and a change.

use super::stated::stated;
use super::{Figure, Move, Way, sole, within};
use crate::document::{SentenceId, Table};
use crate::facts::{Facts, Words};
use crate::lexicon::{Concept, lists};
use crate::mention::quantity::{Quantity, QuantityKind, changes};
use crate::mention::{ConceptSet, Reading};
use crate::span::TextRange;

/// How many tokens may stand between the word that tells the way and the values.
const REACH: usize = 9;

pub(super) fn read(reading: &Reading<'_>, facts: &Facts) -> Vec<Move> {
    let mut moves = Vec::new();
    for sentence in reading.numbered().filter(|&s| within(reading, s).len() >= 2) {
        in_sentence(reading, sentence, &mut moves);
    }
    for table in reading.doc.tables.iter().filter(|t| t.header) {
        in_table(reading, table, &mut moves);
    }
    for metric in &facts.metrics {
        let (Some(baseline), Some(target)) = (metric.baseline, metric.target) else { continue };
        let Some((from, to)) = figure(reading, baseline).zip(figure(reading, target)) else { continue };
        let known = moves.iter().any(|m| m.from.words == from.words && m.to.words == to.words);
        if !known && from.kind == to.kind && !to.signed && !one_change(reading, baseline, target) {
            moves.push(Move {
                from,
                to,
                way: opening(reading, metric.name, from.kind == QuantityKind::Duration),
                stated: None,
            });
        }
    }
    moves.sort_by_key(|m| m.from.words.text);
    moves
}

/// True when both are the ends of a change that its sentence tells, which has been read already.
fn one_change(reading: &Reading<'_>, baseline: Words, target: Words) -> bool {
    let quantities = within(reading, baseline.sentence);
    baseline.sentence == target.sentence
        && changes(reading.doc, quantities)
            .iter()
            .any(|c| quantities[c.from].text.overlaps(baseline.text) && quantities[c.to].text.overlaps(target.text))
}

/// The one figure in words.
fn figure(reading: &Reading<'_>, words: Words) -> Option<Figure> {
    let mut inside = within(reading, words.sentence).iter().filter(|q| words.text.contains(q.text));
    let quantity = inside.next()?;
    // "59% (May, 1,870 firms)" is one value, with where it comes from.
    let aside =
        |other: &Quantity| reading.doc.lower_between(quantity.text.end, other.text.start).trim().starts_with('(');
    inside.next().is_none_or(aside).then(|| Figure::of(reading, quantity)).flatten()
}

fn in_sentence(reading: &Reading<'_>, sentence: SentenceId, moves: &mut Vec<Move>) {
    let quantities = within(reading, sentence);
    let found = changes(reading.doc, quantities);
    let lone = found.len() == 1;
    for change in found {
        let (before, after) = (&quantities[change.from], &quantities[change.to]);
        let Some((from, to)) = Figure::of(reading, before).zip(Figure::of(reading, after)) else { continue };
        if from.signed || to.signed || is_place(reading, sentence, &from) {
            continue;
        }
        let way = way(reading, sentence, change.text, from.kind == QuantityKind::Duration);
        let stated = stated(reading, sentence, change.text, way, lone);
        moves.push(Move { from, to, way, stated });
    }
}

/// A plain number after `day`, `week` or `step` is a place, not an amount.
fn is_place(reading: &Reading<'_>, sentence: SentenceId, figure: &Figure) -> bool {
    let tokens = tokens_before(reading, sentence, figure.words.text.start);
    let last = tokens.last().map_or("", |t| reading.doc.lower_str(t.text));
    figure.kind == QuantityKind::Number && lists::NUMBERED_PLACES.contains(&last)
}

pub(super) fn tokens_before<'r>(
    reading: &'r Reading<'_>,
    sentence: SentenceId,
    place: u32,
) -> &'r [crate::document::Token] {
    let range = &reading.doc.sentences[sentence as usize].tokens;
    let tokens = &reading.doc.tokens[range.start as usize..range.end as usize];
    &tokens[..tokens.partition_point(|t| t.text.start < place)]
}

/// Which way the words before a change say that it goes; nothing when they say both, or when other words come between.
fn way(reading: &Reading<'_>, sentence: SentenceId, change: TextRange, time: bool) -> Option<(Way, Words)> {
    let doc = reading.doc;
    let mut told = None;
    let mut reached = true;
    // A comma between a name and its values parts nothing that a label could not tell.
    let mut apart = false;
    for (back, token) in tokens_before(reading, sentence, change.start).iter().rev().enumerate() {
        let word = doc.lower_str(token.text);
        apart |= back == 0 && word == ",";
        if apart && (back == 0 || back <= REACH && !lists::MOVES_PARTED.contains(&word)) {
            continue;
        }
        reached = back <= REACH && !lists::MOVES_PARTED.contains(&word);
        if !reached {
            break;
        }
        let hit =
            reading.hits(sentence).iter().find(|h| way_of(h.concept).is_some() && h.text.start == token.text.start);
        let Some((hit, way)) = hit.and_then(|h| way_of(h.concept).map(|w| (h, w))) else { continue };
        if told.is_some_and(|(other, _)| other != way) {
            return None;
        }
        told = Some((way, reading.words_in(sentence, hit.text)));
    }
    let other = |(way, words): &(Way, Words)| {
        // A word for the other way before the change, near or far, leaves open which of them is meant.
        reading.hits(sentence).iter().any(|h| {
            h.text.start < change.start && h.text != words.text && way_of(h.concept).is_some_and(|w| w != *way)
        })
    };
    if let Some(told) = told.filter(|told| !other(told)) {
        return Some(told);
    }
    let block = reading.block_of(sentence);
    let b = &doc.blocks[block as usize];
    let opens = reached && told.is_none() && b.sentences.start == sentence;
    let label = b.label.filter(|_| opens)?;
    let set = reading.label(block);
    let own = reading.says_any(sentence, &[Concept::MovesUp, Concept::MovesDown]);
    let words = Words { text: label, sentence, block };
    let asked = asked_for(set, doc.lower_str(label), time);
    match (set.has(Concept::MovesUp), set.has(Concept::MovesDown), own) {
        (true, false, false) => Some((Way::Up, words)),
        (false, true, false) => Some((Way::Down, words)),
        (false, false, false) => asked.map(|way| (way, words)),
        _ => None,
    }
}

/// The way that a title asks for by its first word: `Fewer returns`, `Faster triage` for a span of time.
fn asked_for(set: &ConceptSet, title: &str, time: bool) -> Option<Way> {
    let rest = title.trim_start().split_once(' ').map_or("", |(_, rest)| rest);
    // "More than three visits" and "less-used pages" name what is counted.
    let named = rest.starts_with("than ") || title.split(' ').next().is_some_and(|word| word.contains('-'));
    match (set.has(Concept::MoreOf), set.has(Concept::FewerOf), set.has(Concept::LessTime)) {
        _ if named || rest.is_empty() => None,
        (true, false, false) => Some(Way::Up),
        (false, true, false) => Some(Way::Down),
        (false, false, true) if time => Some(Way::Down),
        _ => None,
    }
}

pub(super) fn way_of(concept: Concept) -> Option<Way> {
    match concept {
        Concept::MovesUp => Some(Way::Up),
        Concept::MovesDown => Some(Way::Down),
        _ => None,
    }
}

/// The way that the first word of a measure's sentence, or of its row, says: `Reduce support calls`.
fn opening(reading: &Reading<'_>, name: Words, time: bool) -> Option<(Way, Words)> {
    let b = &reading.doc.blocks[name.block as usize];
    let sentence = &reading.doc.sentences[name.sentence as usize];
    if b.label.is_some() {
        return None;
    }
    let mut ways = reading.hits(name.sentence).iter().filter_map(|h| way_of(h.concept).map(|w| (w, h.text)));
    let Some((way, text)) = ways.next() else {
        let opened = name.text.start == sentence.text.start;
        let asked = asked_for(reading.concepts(name.sentence), reading.doc.lower_str(name.text), time);
        return asked.filter(|_| opened).map(|way| (way, name));
    };
    // "We want to raise the share of …": the word stands right before the name.
    let article =
        matches!(reading.doc.lower_between(text.end.min(name.text.start), name.text.start).trim(), "" | "the" | "our");
    let leads = text.end <= name.text.start && article && !reading.says(name.sentence, Concept::Negation);
    let opens = (text.start == sentence.text.start || leads) && ways.all(|(other, _)| other == way);
    opens.then(|| (way, reading.words_in(name.sentence, text)))
}

/// Rows with a baseline, a target and how far it is from one to the other.
fn in_table(reading: &Reading<'_>, table: &Table, moves: &mut Vec<Move>) {
    let column = |concept: Concept| {
        let mut found =
            (1..table.columns).filter(|&c| table.cell(0, c).is_some_and(|cell| reading.whole(cell).has(concept)));
        let first = found.next()?;
        found.next().is_none().then_some(first)
    };
    let (Some(from), Some(to)) = (column(Concept::BaselineLabel), column(Concept::TargetLabel)) else { return };
    let change = column(Concept::ChangeColumn);
    if from == to || change == Some(to) || change == Some(from) {
        return;
    }
    for row in 1..table.rows {
        let cell = |column: u32| sole(reading, table.cell(row, column)?);
        let (Some(from), Some(to)) = (cell(from), cell(to)) else { continue };
        let stated = change.and_then(cell);
        let relative = stated.is_some_and(|s| matches!(s.kind, QuantityKind::Percent | QuantityKind::PercentagePoints));
        if from.kind == to.kind && (relative || change.is_none()) && !to.signed {
            let name = table.cell(row, 0).and_then(|b| reading.words_of_block(b));
            moves.push(Move {
                from,
                to,
                way: name.and_then(|n| opening(reading, n, from.kind == QuantityKind::Duration)),
                stated,
            });
        }
    }
}
