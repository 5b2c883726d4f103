//! Values that go from one to another: `reduce churn from 7% to 5%`, and rows with a baseline, a target and a change.

use super::{Figure, Move, Way, sole, within};
use crate::document::{SentenceId, Table};
use crate::facts::{Facts, Words};
use crate::lexicon::{Concept, lists};
use crate::mention::quantity::{Quantity, QuantityKind, changes};
use crate::mention::{ConceptSet, Hit, Reading};
use crate::span::TextRange;

/// How many tokens may stand between the word that tells the way and the values.
const REACH: usize = 9;

pub(super) fn read(reading: &Reading<'_>, facts: &Facts) -> Vec<Move> {
    let mut moves = Vec::new();
    for sentence in reading.sentences().filter(|&s| within(reading, s).len() >= 2) {
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
        let stated = stated(reading, sentence, change.text, lone)
            .or_else(|| halved(reading, sentence, way).filter(|_| lone))
            .or_else(|| multiplied(reading, sentence, change.text).filter(|_| lone))
            .or_else(|| summed_up(reading, sentence).filter(|_| lone));
        moves.push(Move { from, to, way, stated });
    }
}

/// A plain number after `day`, `week` or `step` is a place, not an amount.
fn is_place(reading: &Reading<'_>, sentence: SentenceId, figure: &Figure) -> bool {
    let tokens = tokens_before(reading, sentence, figure.words.text.start);
    let last = tokens.last().map_or("", |t| reading.doc.lower_str(t.text));
    figure.kind == QuantityKind::Number && lists::NUMBERED_PLACES.contains(&last)
}

fn tokens_before<'r>(reading: &'r Reading<'_>, sentence: SentenceId, place: u32) -> &'r [crate::document::Token] {
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

fn way_of(concept: Concept) -> Option<Way> {
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

/// How far the text says that a value goes: `from 20% to 28% (+40%)`, `a 40% lift, from 20% to 28%`.
fn stated(reading: &Reading<'_>, sentence: SentenceId, change: TextRange, lone: bool) -> Option<Figure> {
    let doc = reading.doc;
    let mut told = within(reading, sentence).iter().filter(|q| {
        matches!(q.kind, QuantityKind::Percent | QuantityKind::PercentagePoints) && !q.text.overlaps(change)
    });
    let (one, two) = (told.next()?, told.next());
    if two.is_some() || !lone {
        return None;
    }
    let figure = Figure::of(reading, one)?;
    let gap = |from: u32, to: u32| doc.lower_between(from, to).trim();
    let tail = doc.lower_between(one.text.end, doc.sentences[sentence as usize].text.end).trim_start();
    let noun = is_change(tail);
    if one.text.start >= change.end {
        let between = gap(change.end, one.qualified.start.max(change.end));
        let closed = tail.starts_with(')') || noun || tail.starts_with("relative");
        let signed = one.sign.is_some() || noun;
        return (is_bracket(between) && closed && signed || is_summary(between) && noun || is_summed_of(between))
            .then_some(figure);
    }
    let between = gap(one.text.end, change.start);
    let lead = tokens_before(reading, sentence, one.qualified.start).last().map_or("", |t| doc.lower_str(t.text));
    let verb = reading.hits(sentence).iter().any(|h| {
        way_of(h.concept).is_some()
            && gap(h.text.end.min(one.qualified.start), one.qualified.start).is_empty()
            && h.text.end < one.qualified.start
    });
    let by = (lead == "by" || verb) && matches!(between, ", from" | "from" | "(from" | "(" | ":");
    let noun = noun && (between.ends_with("from") || between.ends_with('(')) && between.split_whitespace().count() <= 6;
    (by || noun).then_some(figure)
}

/// How far "halve" says that a value goes: half, or as near to it as people call half.
fn half(words: Words) -> Figure {
    Figure { words, kind: QuantityKind::Percent, value: 50.0, step: 12.0, loose: false, signed: false }
}

/// The word that tells the way says that it is half of it.
fn halved(reading: &Reading<'_>, sentence: SentenceId, way: Option<(Way, Words)>) -> Option<Figure> {
    let (_, words) = way.filter(|(way, _)| *way == Way::Down)?;
    let said = |h: &&Hit| h.concept == Concept::Halves && h.text.start == words.text.start;
    let hit = reading.hits(sentence).iter().filter(said).max_by_key(|h| h.text.end)?;
    Some(half(reading.words_in(sentence, hit.text)))
}

/// The word right before a change says that it doubles or triples, and not about or at least so.
fn multiplied(reading: &Reading<'_>, sentence: SentenceId, change: TextRange) -> Option<Figure> {
    let doc = reading.doc;
    let hit = reading.hits(sentence).iter().find(|h| {
        matches!(h.concept, Concept::Doubles | Concept::Triples)
            && h.text.end <= change.start
            && matches!(doc.lower_between(h.text.end, change.start).trim(), "" | "from")
    })?;
    let before = tokens_before(reading, sentence, hit.text.start).last().map_or("", |t| doc.lower_str(t.text));
    // What people call twice as many is seldom exactly that.
    let (value, step) = if hit.concept == Concept::Doubles { (100.0, 60.0) } else { (200.0, 100.0) };
    let words = reading.words_in(sentence, hit.text);
    (!lists::NOT_QUITE.contains(&before)).then_some(Figure {
        words,
        kind: QuantityKind::Percent,
        value,
        step,
        loose: false,
        signed: false,
    })
}

/// The next sentence sums the change up: `In other words, it is cut in half.`
fn summed_up(reading: &Reading<'_>, sentence: SentenceId) -> Option<Figure> {
    let doc = reading.doc;
    let block = &doc.blocks[reading.block_of(sentence) as usize];
    let next = Some(sentence + 1).filter(|next| block.sentences.contains(next))?;
    let opens = lists::SUMS_UP.iter().any(|words| doc.sentence_str(next).to_ascii_lowercase().starts_with(words));
    let hit = reading.hit(next, Concept::Halves).filter(|_| opens && within(reading, next).is_empty())?;
    Some(half(reading.words_in(next, hit.text)))
}

/// What follows a percentage makes a change of it, and of nothing that stands elsewhere: `reduction`, `more`.
fn is_change(tail: &str) -> bool {
    let tail = tail.trim_start_matches("relative ");
    let rest = lists::CHANGE_NOUNS.iter().find_map(|noun| tail.strip_prefix(noun));
    let Some(rest) =
        rest.or_else(|| lists::COMPARED.iter().find_map(|word| tail.strip_prefix(word)).filter(|r| ends(r)))
    else {
        return false;
    };
    let next = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !lists::COMPARED_WITH.contains(&next)
}

/// True when a phrase is over.
fn ends(rest: &str) -> bool {
    rest.trim_start().is_empty() || rest.trim_start().starts_with(['.', ',', ';', ')', '!'])
}

/// A bracket is opened, after no more than what is counted: `from 400 to 500 orders a week (`.
fn is_bracket(between: &str) -> bool {
    let Some((unit, open)) = between.split_once('(') else { return false };
    let words = unit.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'));
    matches!(open.trim(), "" | "a" | "an") && words && unit.split_whitespace().count() <= MOST_UNIT
}

/// Most words that name what is counted.
const MOST_UNIT: usize = 3;

/// What ends in the name of a change sums up: `from 8 hours to 6, a drop of`.
fn is_summed_of(between: &str) -> bool {
    let lead = between.strip_suffix(" of").and_then(|rest| {
        lists::CHANGE_NOUNS.iter().find_map(|noun| rest.strip_suffix(noun)).filter(|lead| lead.ends_with(' '))
    });
    lead.is_some_and(|lead| is_summary(lead.trim_end()))
}

/// Only marks and words that sum up stand between a change and how far it goes: `, a`, `— that is`, `, i.e. a`.
fn is_summary(between: &str) -> bool {
    // "from 24% to 30% of customers, a 25% increase"
    let whose = between.strip_prefix("of ").and_then(|rest| rest.split_once(','));
    let whose = whose.filter(|(whose, _)| {
        whose.split_whitespace().count() <= 3 && whose.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'))
    });
    let between = whose.map_or(between, |(whose, _)| &between[3 + whose.len()..]);
    let marked = between.starts_with([',', '-', '–', '—', ';', ':', '(', '=', '.']) || between.starts_with("or ");
    let mut words = between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    marked && words.clone().count() <= MOST_SUMMARY && words.all(|word| lists::SUMMARY.contains(&word))
}

/// Most words that sum up.
const MOST_SUMMARY: usize = 5;

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
