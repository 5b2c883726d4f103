//! Business cases that are worked out in words or in the items of a list: `20,000 users. If 3% of them pay €60 a year, that is
//! €36,000 a year.`

use super::{Figure, Product, is_short, sole, within};
use crate::document::{List, SentenceId};
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind};

/// Most items of a list that is one case.
const MOST: usize = 6;
/// Fewest people or cases before a number counts them.
const FEWEST: f64 = 10.0;

pub(super) fn products(reading: &Reading<'_>) -> Vec<Product> {
    let sentences = reading.numbered().filter(|&s| within(reading, s).len() >= 3 && is_short(reading, s));
    let mut found: Vec<Product> = sentences.filter_map(|s| of_sentence(reading, s)).collect();
    let lists = reading.doc.lists.iter().filter(|list| (3..=MOST).contains(&list.items.len()));
    found.extend(lists.filter_map(|list| of_list(reading, list)));
    found
}

/// How many, which share of them, and what each pays: each of them once, the share or none.
struct Terms<'q> {
    count: &'q Quantity,
    share: Option<&'q Quantity>,
    price: &'q Quantity,
}

impl<'q> Terms<'q> {
    fn of(quantities: &[&'q Quantity]) -> Option<Self> {
        let of = |is: fn(&QuantityKind) -> bool| {
            let mut all = quantities.iter().filter(|q| is(&q.kind));
            let first = all.next();
            (first.copied(), all.next().is_some())
        };
        let (count, counts) = of(|kind| *kind == QuantityKind::Number);
        let (share, shares) = of(|kind| *kind == QuantityKind::Percent);
        let (price, prices) = of(|kind| matches!(kind, QuantityKind::Money(_)));
        let held = 2 + usize::from(share.is_some());
        (!counts && !shares && !prices && quantities.len() == held)
            .then(|| Some(Self { count: count?, share, price: price? }))
            .flatten()
    }

    fn product(&self, reading: &Reading<'_>, total: &Quantity) -> Option<Product> {
        let plain = |q: &Quantity| Figure::of(reading, q).filter(|f| !f.loose && !f.signed && f.value > 0.0);
        let count = plain(self.count).filter(|count| count.value >= FEWEST)?;
        let mut terms = vec![count];
        if let Some(share) = self.share {
            terms.push(plain(share)?);
        }
        terms.push(plain(self.price)?);
        let same = self.price.kind == total.kind;
        let total = Figure::of(reading, total).filter(|total| same && !total.signed)?;
        // Whether a month or a year is meant is seldom said of all of them.
        Some(Product { terms, divided_from: usize::MAX, total, monthly: true, yearly: true })
    }
}

/// A share, a price and, after words that say so, what they come to; how many there are may stand in the sentence before.
fn of_sentence(reading: &Reading<'_>, sentence: SentenceId) -> Option<Product> {
    let doc = reading.doc;
    let quantities = within(reading, sentence);
    let (total, own) = quantities.split_last()?;
    let last = own.last()?;
    let s = &doc.sentences[sentence as usize];
    let block = &doc.blocks[reading.block_of(sentence) as usize];
    let said = |concept: Concept, from: u32, to: u32| {
        reading.hits(sentence).iter().any(|h| h.concept == concept && from <= h.text.start && h.text.end <= to)
    };
    let comes = said(Concept::ComesTo, last.text.end, total.text.start);
    let price = own.iter().find(|q| matches!(q.kind, QuantityKind::Money(_)))?;
    let priced = reading.hits(sentence).iter().any(|h| h.concept == Concept::UnitPrice && h.text.overlaps(price.text));
    if !comes || !priced || s.question || block.quoted || reading.says(sentence, Concept::Negation) {
        return None;
    }
    let mut held: Vec<&Quantity> = own.iter().collect();
    if !held.iter().any(|q| q.kind == QuantityKind::Number) {
        // "3% of them": them are those that the sentence before counts.
        let share = held.first().filter(|q| q.kind == QuantityKind::Percent)?;
        let of = doc.lower_between(share.text.end, s.text.end.max(share.text.end)).trim_start();
        let before = sentence.checked_sub(1).filter(|before| block.sentences.contains(before))?;
        let [count] = within(reading, before) else { return None };
        let them = ["of them", "of these", "of those"].iter().any(|words| of.starts_with(words));
        held.insert(0, Some(count).filter(|_| them)?);
    }
    Terms::of(&held)?.product(reading, total)
}

/// `Calls: 8,000 · Share: 60% · Cost per call: $5 · Saving: $24,000`.
fn of_list(reading: &Reading<'_>, list: &List) -> Option<Product> {
    let doc = reading.doc;
    let mut quantities = Vec::new();
    for &item in &list.items {
        let block = &doc.blocks[item as usize];
        sole(reading, item).filter(|_| !block.quoted && !block.struck)?;
        let quantity = within(reading, block.sentences.start).first()?;
        // A long label is the beginning of its sentence.
        let start = doc.sentences[block.sentences.start as usize].text.start;
        let before = doc.lower_between(start, quantity.text.start.max(start));
        (block.label.is_some() || before.trim_end().ends_with(':')).then_some(())?;
        quantities.push(quantity);
    }
    let (total, own) = quantities.split_last()?;
    let label = |q: &Quantity| reading.label(reading.block_of(q.sentence)).union(reading.concepts(q.sentence));
    let price = own.iter().find(|q| matches!(q.kind, QuantityKind::Money(_)))?;
    let unit = label(price).has(Concept::UnitPrice);
    let sum = label(total).has_any(&[Concept::Gain, Concept::TotalRowName, Concept::ComesTo]);
    Terms::of(own).filter(|_| unit && sum)?.product(reading, total)
}
