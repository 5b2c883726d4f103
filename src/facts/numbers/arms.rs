//! How many are in each arm of a test, where the text tells how they were to be split.

use super::{Figure, is_short, within};
use crate::document::{BlockId, BlockKind, SentenceId, Table};
use crate::facts::Words;
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind};
use crate::span::TextRange;

/// People in the arms of one test, and how they were to be split.
#[derive(Debug, Clone)]
pub struct Arms {
    /// How many were counted in each arm.
    pub counts: Vec<Figure>,
    /// The planned share of each, in the order of `counts`; the shares sum to one.
    pub planned: Vec<f64>,
    /// What tells the plan.
    pub plan: Words,
}

pub(super) fn read(reading: &Reading<'_>) -> Option<Arms> {
    let (plan, shares) = plan(reading)?;
    let mut found: Vec<Vec<Figure>> = Vec::new();
    for table in reading.doc.tables.iter().filter(|t| t.header && t.rows > 1 && t.columns > 1) {
        found.extend(down(reading, table).or_else(|| across(reading, table)));
    }
    for list in &reading.doc.lists {
        let mut items: Vec<BlockId> = list.items.iter().copied().filter(|&item| is_arm(reading, item)).collect();
        if items.len() == 1 && reading.label(items[0]).has(Concept::ControlArm) {
            items = beside_control(reading, &list.items);
        }
        let counts: Option<Vec<Figure>> = items.iter().map(|&item| of_item(reading, item)).collect();
        found.extend(counts.filter(|counts| counts.len() >= 2));
    }
    for sentence in reading.numbered().filter(|&s| (2..=4).contains(&within(reading, s).len())) {
        found.extend(of_sentence(reading, sentence));
    }
    // A second set of counts may be of another test, or of another time.
    let [counts] = &found[..] else { return None };
    let planned = match &shares {
        Shares::Even => vec![1.0 / counts.len() as f64; counts.len()],
        Shares::Told(shares) if shares.len() == counts.len() => in_order_of(counts, shares),
        Shares::Told(_) => return None,
    };
    Some(Arms { counts: counts.clone(), planned, plan })
}

enum Shares {
    Even,
    Told(Vec<f64>),
}

/// The one plan of how people are split.
fn plan(reading: &Reading<'_>) -> Option<(Words, Shares)> {
    let mut found: Option<(Words, Shares)> = None;
    for sentence in reading.sentences() {
        let told = uneven(reading, sentence).or_else(|| {
            let hit = reading.hit(sentence, Concept::EvenSplit)?;
            let set = [Concept::ExperimentWord, Concept::DesignCue, Concept::SampleCue];
            let block = reading.block_of(sentence);
            // A control beside what is tried makes a test of the paragraph, whatever it is called.
            let beside = || {
                let mut around = reading.doc.blocks[block as usize].sentences.clone();
                around.any(|s| reading.says(s, Concept::ControlArm) && reading.says(s, Concept::TreatedArm))
            };
            let tested =
                reading.says_any(sentence, &set) || reading.path(block).has(Concept::ExperimentTitle) || beside();
            tested.then(|| (reading.words_in(sentence, hit.text), Shares::Even))
        });
        match (told, &found) {
            (Some((_, Shares::Even)), Some((_, Shares::Even))) | (None, _) => {}
            (Some(told), None) => found = Some(told),
            (Some(_), Some(_)) => return None,
        }
    }
    found
}

/// The most tokens of a split that is written in numbers.
const SPLIT: usize = 12;

/// `90/10`, `80 / 20`, `34/33/33`: whole shares that sum to a hundred.
fn uneven(reading: &Reading<'_>, sentence: SentenceId) -> Option<(Words, Shares)> {
    let doc = reading.doc;
    let s = &doc.sentences[sentence as usize];
    let tokens = &doc.tokens[s.tokens.start as usize..s.tokens.end as usize];
    if !reading.says_any(sentence, &[Concept::ExperimentWord, Concept::DesignCue, Concept::SampleCue]) {
        return None;
    }
    if !doc.sentence_str(sentence).bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    for (at, token) in tokens.iter().enumerate() {
        // No share begins with a letter; `nan` and `inf` are numbers to the parser, but to no sum of a hundred.
        if doc.text.as_bytes()[token.text.start as usize].is_ascii_alphabetic() {
            continue;
        }
        let mut shares: Vec<f64> = Vec::new();
        let mut end = token.text;
        // A token may hold the whole split, or each share and each slash be one.
        for next in tokens[at..].iter().take(SPLIT) {
            let word = doc.lower_str(next.text);
            let parts: Option<Vec<f64>> =
                word.split(['/', ':', '%']).filter(|p| !p.is_empty()).map(|p| p.parse().ok()).collect();
            let Some(parts) = parts.filter(|_| next.text.start <= end.end + 1) else { break };
            shares.extend(parts);
            end = next.text;
        }
        if shares.len() >= 2 && (shares.iter().sum::<f64>() - 100.0).abs() < 1.01 && shares.iter().all(|s| *s >= 1.0) {
            let total: f64 = shares.iter().sum();
            let even = shares.iter().all(|share| (share - shares[0]).abs() < 1.01);
            let words = reading.words_in(sentence, token.text.cover(end));
            let shares = shares.iter().map(|share| share / total).collect();
            return Some((words, if even { Shares::Even } else { Shares::Told(shares) }));
        }
    }
    None
}

/// Shares in the order of counts: the largest share is that of the largest count.
fn in_order_of(counts: &[Figure], shares: &[f64]) -> Vec<f64> {
    let mut sorted = shares.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by(|&a, &b| counts[a].value.total_cmp(&counts[b].value));
    let mut planned = vec![0.0; counts.len()];
    for (share, at) in sorted.into_iter().zip(order) {
        planned[at] = share;
    }
    planned
}

/// A count that is one: whole, plain, and of more than a handful.
fn count(reading: &Reading<'_>, quantity: &Quantity) -> Option<Figure> {
    let figure = Figure::of(reading, quantity)?;
    let whole = figure.kind == QuantityKind::Number && figure.value.fract() == 0.0 && figure.value >= 30.0;
    (whole && !figure.loose && !figure.signed && figure.step <= 1.0).then_some(figure)
}

fn is_arm(reading: &Reading<'_>, block: BlockId) -> bool {
    let b = &reading.doc.blocks[block as usize];
    match (b.kind, b.label) {
        (BlockKind::Cell { .. }, None) => reading.whole(block).has(Concept::ArmName),
        (_, Some(_)) => reading.label(block).has(Concept::ArmName),
        _ => false,
    }
}

/// The control and the one other item that counts people, whatever it is called.
fn beside_control(reading: &Reading<'_>, items: &[BlockId]) -> Vec<BlockId> {
    let counts =
        |&item: &BlockId| reading.doc.blocks[item as usize].label.is_some() && of_item(reading, item).is_some();
    let counted: Vec<BlockId> = items.iter().copied().filter(counts).collect();
    if counted.len() == 2 { counted } else { Vec::new() }
}

fn counted(reading: &Reading<'_>, block: BlockId) -> bool {
    let set = reading.whole(block);
    set.has(Concept::AssignedPeople) && !set.has(Concept::PlannedSize)
}

/// True when the words around a table say that its numbers are a plan.
fn is_plan(reading: &Reading<'_>, table: &Table) -> bool {
    let around = table.cell(0, 0).map(|cell| reading.lead(cell)).unwrap_or_default();
    around.union(reading.heading(table.section)).has_any(&[Concept::PlannedSize, Concept::SampleTitle])
}

fn cell_count(reading: &Reading<'_>, block: BlockId) -> Option<Figure> {
    let sentence = reading.doc.blocks[block as usize].sentences.clone().next()?;
    match within(reading, sentence) {
        [quantity] => count(reading, quantity),
        _ => None,
    }
}

/// Arms down the side, and one column of people.
fn down(reading: &Reading<'_>, table: &Table) -> Option<Vec<Figure>> {
    let arms: Vec<u32> = (1..table.rows).filter(|&r| table.cell(r, 0).is_some_and(|c| is_arm(reading, c))).collect();
    let mut people = (1..table.columns).filter(|&c| table.cell(0, c).is_some_and(|h| counted(reading, h)));
    let column = people.next().filter(|_| people.next().is_none() && arms.len() >= 2 && !is_plan(reading, table))?;
    arms.iter().map(|&row| table.cell(row, column).and_then(|cell| cell_count(reading, cell))).collect()
}

/// Arms along the top, and one row of people.
fn across(reading: &Reading<'_>, table: &Table) -> Option<Vec<Figure>> {
    let arms: Vec<u32> = (1..table.columns).filter(|&c| table.cell(0, c).is_some_and(|h| is_arm(reading, h))).collect();
    let mut people = (1..table.rows).filter(|&r| table.cell(r, 0).is_some_and(|name| counted(reading, name)));
    let row = people.next().filter(|_| people.next().is_none() && arms.len() >= 2 && !is_plan(reading, table))?;
    arms.iter().map(|&column| table.cell(row, column).and_then(|cell| cell_count(reading, cell))).collect()
}

/// `Control: 5,200 users, 312 orders`.
fn of_item(reading: &Reading<'_>, item: BlockId) -> Option<Figure> {
    let sentence = reading.doc.blocks[item as usize].sentences.clone().next()?;
    (is_short(reading, sentence) && !reading.says(sentence, Concept::PlannedSize))
        .then(|| people(reading, sentence).next())
        .flatten()
}

/// Counts that people directly follow.
fn people<'r>(reading: &'r Reading<'_>, sentence: SentenceId) -> impl Iterator<Item = Figure> + 'r {
    let follows = move |q: &Quantity| {
        let near = TextRange::new(q.text.end, q.text.end + 2);
        reading
            .hits(sentence)
            .iter()
            .any(|h| h.concept == Concept::AssignedPeople && near.contains(TextRange::new(h.text.start, h.text.start)))
    };
    within(reading, sentence).iter().filter(move |q| follows(q)).filter_map(move |q| count(reading, q))
}

/// `5,200 users were in control and 4,800 in treatment`: two counts, each with its arm.
fn of_sentence(reading: &Reading<'_>, sentence: SentenceId) -> Option<Vec<Figure>> {
    let counts: Vec<&Quantity> = within(reading, sentence).iter().filter(|q| !q.kind.is_time()).collect();
    let [first, second] = counts[..] else { return None };
    if !is_short(reading, sentence) {
        return None;
    }
    let said = |concept: Concept| reading.hits(sentence).iter().filter(|h| h.concept == concept).count() == 1;
    if !said(Concept::ControlArm)
        || !said(Concept::TreatedArm)
        || reading.says(sentence, Concept::PlannedSize)
        || people(reading, sentence).next().is_none()
    {
        return None;
    }
    Some(vec![count(reading, first)?, count(reading, second)?])
}
