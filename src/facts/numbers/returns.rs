//! What something costs, what it brings in a month or a year, and how soon it is said to pay back; sums a month beside the
//! same a year.

use super::{Figure, Yearly, is_short, sole, within};
use crate::document::{BlockId, BlockKind, SentenceId, Table};
use crate::lexicon::Concept;
use crate::lexicon::stem::singular;
use crate::mention::quantity::{Quantity, QuantityKind};
use crate::mention::{ConceptSet, Reading};
use crate::span::TextRange;

/// A cost, what it brings in, and the time in which that is said to make up for it.
#[derive(Debug, Clone, Copy)]
pub struct Payback {
    /// What it costs once.
    pub cost: Figure,
    /// What it brings in or saves in a time.
    pub gain: Figure,
    /// That time, in days.
    pub period: f64,
    /// How soon it is said to pay back, in days.
    pub stated: Figure,
    /// The time is said to be no longer than that.
    pub at_most: bool,
}

/// Days in a month and in a year.
const MONTH: f64 = 365.25 / 12.0;
const YEAR: f64 = 365.25;

/// A quantity with all that is said of it.
struct Told {
    figure: Figure,
    set: ConceptSet,
    at_most: bool,
}

pub(super) fn paybacks(reading: &Reading<'_>) -> Vec<Payback> {
    let doc = reading.doc;
    let mut found = Vec::new();
    for block in 0..doc.blocks.len() as BlockId {
        let b = &doc.blocks[block as usize];
        let told = reading.block_says(block, Concept::PaysBack)
            || reading.label(block).has(Concept::PaysBack)
            || reading.row_name(block).is_some_and(|name| reading.whole(name).has(Concept::PaysBack));
        if !told || b.quoted || b.struck {
            continue;
        }
        let own: Vec<Told> = of_block(reading, block);
        let Some(stated) =
            one(&own, |told| told.figure.kind == QuantityKind::Duration && told.set.has(Concept::PaysBack))
        else {
            continue;
        };
        found.extend(close(&own, stated).or_else(|| close(&around(reading, block), stated)));
    }
    found
}

/// The one of them that is so.
fn one(told: &[Told], is: impl Fn(&Told) -> bool) -> Option<&Told> {
    let mut all = told.iter().filter(|told| is(told));
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// The cost and the gain among what is told, where each is there once and nothing else is money or a share of it.
fn close(told: &[Told], stated: &Told) -> Option<Payback> {
    let input = |t: &Told| !t.set.has(Concept::WorkedOutReturn);
    let money = |t: &Told| matches!(t.figure.kind, QuantityKind::Money(_)) && input(t);
    let timed = |t: &Told| t.set.has(Concept::AMonth) || t.set.has(Concept::AYear);
    let gain = one(told, |t| money(t) && timed(t) && t.set.has(Concept::Gain))?;
    let cost = one(told, |t| money(t) && !timed(t) && t.set.has(Concept::OneOffCost))?;
    let others = told.iter().any(|t| {
        (money(t) || (t.figure.kind == QuantityKind::Percent && input(t)))
            && t.figure.words != gain.figure.words
            && t.figure.words != cost.figure.words
    });
    let period = match (gain.set.has(Concept::AMonth), gain.set.has(Concept::AYear)) {
        (true, false) => MONTH,
        (false, true) => YEAR,
        _ => return None,
    };
    let plain = |f: &Figure| !f.signed && f.value > 0.0;
    let fits = !others && cost.figure.kind == gain.figure.kind && plain(&cost.figure) && plain(&gain.figure);
    fits.then_some(Payback {
        cost: cost.figure,
        gain: gain.figure,
        period,
        stated: stated.figure,
        at_most: stated.at_most,
    })
}

/// How many items, cells or paragraphs may tell one case: beyond, a list holds many.
const ONE_CASE: usize = 40;

/// Every figure of the list, table or section that a block stands in.
fn around(reading: &Reading<'_>, block: BlockId) -> Vec<Told> {
    let doc = reading.doc;
    let b = &doc.blocks[block as usize];
    match (b.kind, b.list) {
        (BlockKind::Cell { table, .. }, _) => {
            let table = &doc.tables[table as usize];
            // In a table of options each row has a cost of its own.
            let one = table.columns == 2 && table.cells.len() <= ONE_CASE;
            let cells = table.cells.iter().flatten().filter(|_| one);
            cells.flat_map(|&cell| of_block(reading, cell)).collect()
        }
        (_, Some(list)) => {
            let items = &doc.lists[list as usize].items;
            items.iter().filter(|_| items.len() <= ONE_CASE).flat_map(|&item| of_block(reading, item)).collect()
        }
        _ => {
            let section = &doc.sections[b.section as usize];
            let paragraphs = section.blocks.clone().filter(|_| section.blocks.len() <= ONE_CASE).filter(|&at| {
                let other = &doc.blocks[at as usize];
                other.section == b.section && matches!(other.kind, BlockKind::Paragraph)
            });
            paragraphs.flat_map(|at| of_block(reading, at)).collect()
        }
    }
}

fn of_block(reading: &Reading<'_>, block: BlockId) -> Vec<Told> {
    let sentences = reading.doc.blocks[block as usize].sentences.clone();
    sentences.flat_map(|sentence| of_sentence(reading, sentence)).collect()
}

fn of_sentence(reading: &Reading<'_>, sentence: SentenceId) -> Vec<Told> {
    let doc = reading.doc;
    let block = reading.block_of(sentence);
    let quantities = within(reading, sentence);
    if quantities.is_empty() || !is_short(reading, sentence) || doc.sentences[sentence as usize].question {
        return Vec::new();
    }
    let named = match reading.row_name(block) {
        Some(name) => reading.whole(name),
        None if doc.blocks[block as usize].sentences.start == sentence => *reading.label(block),
        None => ConceptSet::default(),
    };
    let told = quantities.iter().enumerate().filter_map(|(at, quantity)| {
        let figure = Figure::of(reading, quantity)?;
        let mut set = said_of(reading, sentence, quantities, at);
        if quantities.len() == 1 {
            set = set.union(&named);
        }
        let at_most = quantity.bound.is_some();
        Some(Told { figure: Figure { loose: quantity.approximate, ..figure }, set, at_most })
    });
    told.collect()
}

/// What is said between the quantity before and this one, and between this one and the next as far as it names a time.
fn said_of(reading: &Reading<'_>, sentence: SentenceId, quantities: &[Quantity], at: usize) -> ConceptSet {
    let text = reading.doc.sentences[sentence as usize].text;
    let start = at.checked_sub(1).map_or(text.start, |before| quantities[before].text.end);
    let end = quantities.get(at + 1).map_or(text.end, |next| next.text.start);
    let own = quantities[at].text;
    let mut set = ConceptSet::default();
    for hit in reading.hits(sentence) {
        let after = hit.text.start >= own.end;
        let near = hit.text.start <= own.end + 2;
        let time = matches!(hit.concept, Concept::AMonth | Concept::AYear);
        let noun = matches!(hit.concept, Concept::Gain | Concept::OneOffCost | Concept::WorkedOutReturn);
        // A time before a figure belongs to the one before it; a noun after it names it when it follows at once.
        let before =
            hit.text.start >= start && hit.text.end <= own.start && (!time || before_is_adjective(reading, hit.text));
        let inside = hit.text.overlaps(own);
        let behind = after && hit.text.end <= end && (near || (noun && hit.text.start <= own.end + 24));
        if before || inside || behind {
            set.add(hit.concept);
        }
    }
    set
}

/// `a monthly saving of €2,000`: the time stands before what it is said of.
fn before_is_adjective(reading: &Reading<'_>, text: TextRange) -> bool {
    matches!(reading.doc.lower_str(text), "monthly" | "annual" | "yearly")
}

/// Sums a month and a year that stand under labels or in columns of the same name.
pub(super) fn yearly(reading: &Reading<'_>) -> Vec<Yearly> {
    let doc = reading.doc;
    let mut found = Vec::new();
    for list in doc.lists.iter().filter(|list| list.items.len() <= ONE_CASE) {
        let items = list.items.iter().filter_map(|&item| {
            let label = doc.blocks[item as usize].label?;
            Some((doc.lower_str(label), *reading.label(item), sole(reading, item)?))
        });
        pairs(&items.collect::<Vec<_>>(), &mut found);
    }
    for table in &doc.tables {
        if table.columns == 2 && table.rows as usize <= ONE_CASE {
            let rows = (0..table.rows).filter_map(|row| {
                let (name, cell) = (table.cell(row, 0)?, table.cell(row, 1)?);
                Some((doc.lower_str(doc.blocks[name as usize].text), reading.whole(name), sole(reading, cell)?))
            });
            pairs(&rows.collect::<Vec<_>>(), &mut found);
        } else if table.header && table.rows > 2 {
            columns(reading, table, &mut found);
        }
    }
    found
}

/// What is left of a name without its time.
fn kernel(name: &str) -> Vec<&str> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|w| {
        !matches!(
            *w,
            "" | "monthly"
                | "month"
                | "annual"
                | "annually"
                | "yearly"
                | "year"
                | "a"
                | "per"
                | "each"
                | "every"
                | "mo"
                | "yr"
                | "the"
                | "total"
        )
    });
    words.map(singular).collect()
}

fn pairs(named: &[(&str, ConceptSet, Figure)], found: &mut Vec<Yearly>) {
    let money = |f: &Figure| matches!(f.kind, QuantityKind::Money(_)) && !f.loose && f.value > 0.0;
    let of = |month: bool, set: &ConceptSet| {
        set.has(Concept::AMonth) == month && set.has(Concept::AYear) != month && !set.has(Concept::Priced)
    };
    for (name, _, month) in named.iter().filter(|(_, set, figure)| of(true, set) && money(figure)) {
        let kernel_of_month = kernel(name);
        let mut same = named.iter().filter(|(other, set, figure)| {
            of(false, set) && money(figure) && figure.kind == month.kind && kernel(other) == kernel_of_month
        });
        if let (Some((_, _, year)), None) = (same.next(), same.next())
            && !kernel_of_month.is_empty()
        {
            found.push(Yearly { month: *month, year: *year });
        }
    }
}

/// A column for a month and one for a year: rows that twelve parts, where other rows show that twelve is meant.
fn columns(reading: &Reading<'_>, table: &Table, found: &mut Vec<Yearly>) {
    let header = |c: u32| table.cell(0, c).map(|h| reading.whole(h)).unwrap_or_default();
    let only = |is: Concept, not: Concept| {
        let mut all = (1..table.columns).filter(|&c| header(c).has(is) && !header(c).has(not));
        let first = all.next()?;
        all.next().is_none().then_some(first)
    };
    let (Some(month), Some(year)) = (only(Concept::AMonth, Concept::AYear), only(Concept::AYear, Concept::AMonth))
    else {
        return;
    };
    let rows: Vec<Yearly> = (1..table.rows)
        .filter_map(|row| {
            let cell = |column: u32| table.cell(row, column).and_then(|cell| sole(reading, cell));
            let (month, year) = (cell(month)?, cell(year)?);
            let money = matches!(month.kind, QuantityKind::Money(_)) && month.kind == year.kind;
            (money && !month.loose && !year.loose).then_some(Yearly { month, year })
        })
        .collect();
    let twelve = |pair: &&Yearly| {
        (pair.year.value - pair.month.value * 12.0).abs() <= pair.year.step / 2.0 + pair.month.step * 6.0
    };
    if rows.iter().filter(twelve).count() * 2 >= rows.len() && rows.len() > 1 {
        found.extend(rows);
    }
}
