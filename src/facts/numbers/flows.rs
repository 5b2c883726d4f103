//! The steps of a funnel with the number that reach each.

use super::{Figure, sole, within};
use crate::document::{BlockKind, SentenceId, Table, Token, TokenKind};
use crate::lexicon::{Concept, lists};
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind};
use crate::span::TextRange;

/// Steps that people go through one after the other.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    /// How many reach each step, where every step has a count.
    pub counts: Vec<Figure>,
    /// Columns of rates; each has one place a step.
    pub rates: Vec<Vec<Option<Figure>>>,
    /// The rate of all steps together.
    pub overall: Option<Figure>,
}

pub(super) fn flows(reading: &Reading<'_>) -> Vec<Flow> {
    let mut flows = Vec::new();
    for table in reading.doc.tables.iter().filter(|t| t.header && t.columns > 1 && t.rows > 3) {
        flows.extend(of_table(reading, table));
    }
    for list in reading.doc.lists.iter().filter(|l| l.items.len() > 2) {
        let titled = list
            .items
            .first()
            .is_some_and(|&item| reading.lead(item).union(reading.heading(list.section)).has(Concept::FunnelTitle));
        if titled {
            let steps: Option<Vec<Step>> = list.items.iter().map(|&item| of_item(reading, item)).collect();
            flows.extend(steps.map(of_steps));
        }
    }
    for sentence in reading.numbered().filter(|&s| within(reading, s).len() >= 3) {
        flows.extend(of_chain(reading, sentence));
        flows.extend(of_shares(reading, sentence));
    }
    flows.retain(|flow| flow.counts.len() > 2 || flow.overall.is_some());
    flows
}

/// A step with its count and, where told, its rate.
type Step = (Figure, Option<Figure>);

fn of_steps(steps: Vec<Step>) -> Flow {
    let (counts, rates): (Vec<_>, Vec<_>) = steps.into_iter().unzip();
    Flow { counts, rates: vec![rates], overall: None }
}

fn of_table(reading: &Reading<'_>, table: &Table) -> Option<Flow> {
    let header = |c: u32| table.cell(0, c).map(|h| reading.whole(h)).unwrap_or_default();
    let around = table.cell(1, 0).map(|cell| reading.lead(cell)).unwrap_or_default();
    let titled = reading.heading(table.section).union(&around).has(Concept::FunnelTitle);
    if !titled && !header(0).has(Concept::FunnelTitle) && !header(0).has(Concept::StepTitle) {
        return None;
    }
    let last = table.rows - 1;
    let overall = table.cell(last, 0).is_some_and(|cell| reading.whole(cell).has(Concept::OverallRowName));
    let steps = if overall { last } else { table.rows };
    let mut flow = Flow::default();
    let mut counted = 0;
    let mut people = false;
    for column in 1..table.columns {
        let cells: Vec<Option<Figure>> =
            (1..steps).map(|row| table.cell(row, column).and_then(|cell| sole(reading, cell))).collect();
        let all = |kind: QuantityKind| cells.iter().flatten().all(|f| f.kind == kind && !f.loose && !f.signed);
        let held = cells.iter().flatten().count();
        if held == cells.len() && all(QuantityKind::Number) {
            counted += 1;
            people = header(column).has(Concept::FlowPeople);
            flow.counts = cells.into_iter().flatten().collect();
        } else if held + 1 >= cells.len() && held > 0 && all(QuantityKind::Percent) {
            if overall {
                flow.overall = table.cell(last, column).and_then(|cell| sole(reading, cell)).or(flow.overall);
            }
            flow.rates.push(cells);
        }
    }
    // Two columns of counts are two groups, or those who come and those who stay.
    if counted > 1 {
        flow.counts.clear();
    }
    // Without the word, steps that start with less than they end with are no funnel.
    let told = titled || header(0).has(Concept::FunnelTitle) || !flow.rates.is_empty();
    (told || people && narrows(&flow.counts)).then_some(flow)
}

/// True for counts of which all but one are less than the one before, from the most to the least.
fn narrows(counts: &[Figure]) -> bool {
    let falls = counts.windows(2).filter(|pair| pair[1].value < pair[0].value).count();
    let most = counts.iter().map(|count| count.value).fold(0.0, f64::max);
    let ends = counts.first().zip(counts.last());
    counts.len() >= 4
        && falls + 2 == counts.len()
        && ends.is_some_and(|(first, last)| {
            first.value >= 20.0 && (first.value - most).abs() < 1e-9 && last.value < first.value / 2.0
        })
}

/// The count of an item that names a step: one plain number, and one rate at most.
fn of_item(reading: &Reading<'_>, item: u32) -> Option<Step> {
    let block = &reading.doc.blocks[item as usize];
    let sentence =
        block.sentences.clone().next().filter(|_| block.kind == BlockKind::Item && block.sentences.len() == 1)?;
    of_part(reading, sentence, reading.doc.sentences[sentence as usize].text)
}

/// One plain number, and one rate at most, in part of a sentence.
fn of_part(reading: &Reading<'_>, sentence: SentenceId, part: TextRange) -> Option<Step> {
    let inside: Vec<&Quantity> = within(reading, sentence).iter().filter(|q| part.overlaps(q.text)).collect();
    let count = |q: &&&Quantity| q.kind == QuantityKind::Number;
    let rate = |q: &&&Quantity| q.kind == QuantityKind::Percent;
    let (counts, rates) = (inside.iter().filter(count).count(), inside.iter().filter(rate).count());
    if counts != 1 || rates > 1 || counts + rates != inside.len() {
        return None;
    }
    let plain = |q: &Quantity| {
        Figure::of(reading, q)
            .filter(|f| !f.loose && !f.signed && f.value.fract() == 0.0 || f.kind == QuantityKind::Percent)
    };
    let figure = plain(inside.iter().find(count)?)?;
    let rate = inside.iter().find(rate).and_then(|q| plain(q));
    Some((figure, rate))
}

/// `50% open the mail, 40% of these make an account: overall 20%`.
fn of_shares(reading: &Reading<'_>, sentence: SentenceId) -> Option<Flow> {
    let doc = reading.doc;
    let s = &doc.sentences[sentence as usize];
    let quantities = within(reading, sentence);
    let (overall, steps) = quantities.split_last()?;
    let told = doc.lower_between(steps.last()?.text.end, overall.text.start);
    let summed = lists::OVERALL.iter().any(|word| told.trim_end().ends_with(word));
    let of = |q: &Quantity| {
        let rest = doc.lower_between(q.text.end, s.text.end.max(q.text.end)).trim_start();
        ["of these", "of those", "of them", "of whom"].iter().any(|words| rest.starts_with(words))
    };
    let chained = steps.len() > 1 && steps.iter().skip(1).all(of);
    let plain = quantities.iter().all(|q| q.kind == QuantityKind::Percent && q.sign.is_none());
    if !summed || !chained || !plain || s.question {
        return None;
    }
    let rates =
        steps.iter().map(|q| Figure::of(reading, q).filter(|f| !f.loose)).map(Some).collect::<Option<Vec<_>>>()?;
    let overall = Figure::of(reading, overall).filter(|_| rates.iter().all(Option::is_some));
    Some(Flow { counts: Vec::new(), rates: vec![rates], overall })
}

/// `1,000 visits → 400 sign-ups (40%) → 120 orders (30%)`.
fn of_chain(reading: &Reading<'_>, sentence: SentenceId) -> Option<Flow> {
    let doc = reading.doc;
    let s = &doc.sentences[sentence as usize];
    let tokens = &doc.tokens[s.tokens.start as usize..s.tokens.end as usize];
    let arrows: Vec<TextRange> = tokens
        .iter()
        .filter(|t| t.kind == TokenKind::Mark && matches!(doc.str(t.text), "→" | "->" | "=>" | "⇒" | "➔"))
        .map(|t| t.text)
        .collect();
    if arrows.len() < 2 {
        return None;
    }
    let starts = std::iter::once(s.text.start).chain(arrows.iter().map(|a| a.end));
    let ends = arrows.iter().map(|a| a.start).chain([s.text.end]);
    let mut steps = Vec::new();
    for (start, end) in starts.zip(ends) {
        // "Funnel of the last 30 days: visits 2,100" has its title before the first step.
        let title = doc.lower_between(start, end).rfind(": ").filter(|_| start == s.text.start).map_or(0, |at| at + 2);
        let part = TextRange::new(start + title as u32, end);
        let named = tokens.iter().any(|t| t.kind == TokenKind::Word && part.contains(t.text));
        steps.push(of_part(reading, sentence, part).filter(|_| named)?);
    }
    // "30 fields → 12 fields → 20 fields" is one number that changes.
    let names: Vec<&str> = tokens.iter().filter(|t| t.kind == TokenKind::Word).map(|t| doc.lower_str(t.text)).collect();
    let again = |(count, _): &Step| {
        let at = count.words.text;
        let end = arrows.iter().map(|arrow| arrow.start).find(|&arrow| arrow >= at.end).unwrap_or(s.text.end);
        let word = |t: &&Token| t.kind == TokenKind::Word;
        let after = tokens.iter().filter(word).find(|t| t.text.start >= at.end && t.text.end <= end);
        let next = after.or_else(|| tokens.iter().filter(word).rfind(|t| t.text.end <= at.start));
        next.is_none_or(|next| names.iter().filter(|name| **name == doc.lower_str(next.text)).count() > 1)
    };
    if steps.iter().any(again) {
        return None;
    }
    (steps.iter().map(|(count, _)| count.value).fold(0.0, f64::max) >= 20.0).then(|| of_steps(steps))
}
