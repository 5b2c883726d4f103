//! How far the text says that a value goes, beside the values themselves.

use super::moves::{tokens_before, way_of};
use super::{Figure, Way, within};
use crate::document::SentenceId;
use crate::facts::Words;
use crate::lexicon::{Concept, lists};
use crate::mention::quantity::QuantityKind;
use crate::mention::{Hit, Reading};
use crate::span::TextRange;

/// How far the text says that a change goes, in figures or in words; `lone` where its sentence tells no other change.
pub(super) fn stated(
    reading: &Reading<'_>,
    sentence: SentenceId,
    change: TextRange,
    way: Option<(Way, Words)>,
    lone: bool,
) -> Option<Figure> {
    if !lone {
        return None;
    }
    in_figures(reading, sentence, change)
        .or_else(|| halved(reading, sentence, way))
        .or_else(|| multiplied(reading, sentence, change))
        .or_else(|| summed_up(reading, sentence))
}

/// `from 20% to 28% (+40%)`, `a 40% lift, from 20% to 28%`.
fn in_figures(reading: &Reading<'_>, sentence: SentenceId, change: TextRange) -> Option<Figure> {
    let doc = reading.doc;
    let mut told = within(reading, sentence).iter().filter(|q| {
        matches!(q.kind, QuantityKind::Percent | QuantityKind::PercentagePoints) && !q.text.overlaps(change)
    });
    let (one, two) = (told.next()?, told.next());
    if two.is_some() {
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
