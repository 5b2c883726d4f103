//! Shares with the counts they are made of, and the steps of a funnel with the number that reach each.

use super::{Figure, is_short, sole, within};
use crate::document::{BlockKind, SentenceId, Table, Token, TokenKind};
use crate::facts::Words;
use crate::lexicon::{Concept, lists};
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind};
use crate::span::TextRange;

/// A share that stands beside its counts: `7 of 11 (64%)`.
#[derive(Debug, Clone, Copy)]
pub struct Ratio {
    /// Its counts.
    pub counts: Words,
    /// How many.
    pub some: f64,
    /// Out of how many.
    pub of: f64,
    /// The share, in percent.
    pub rate: Figure,
}

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

pub(super) fn ratios(reading: &Reading<'_>) -> Vec<Ratio> {
    let mut ratios = Vec::new();
    for sentence in reading.sentences().filter(|&s| within(reading, s).len() >= 2) {
        let quantities = within(reading, sentence);
        for pair in quantities.windows(2) {
            ratios.extend(ratio(reading, &pair[0], &pair[1]).or_else(|| ratio(reading, &pair[1], &pair[0])));
        }
        for three in quantities.windows(3) {
            let [first, second, third] = three else { continue };
            ratios
                .extend([of_whole, of_all, of_rest, of_two].iter().filter_map(|of| of(reading, first, second, third)));
        }
        ratios.extend((1..quantities.len()).filter_map(|at| of_them(reading, sentence, at)));
    }
    ratios
}

fn ratio(reading: &Reading<'_>, counts: &Quantity, rate: &Quantity) -> Option<Ratio> {
    let QuantityKind::OfTotal { of } = counts.kind else { return None };
    let doc = reading.doc;
    if rate.kind != QuantityKind::Percent
        || counts.ambiguous
        || counts.high.is_some()
        || counts.approximate
        || of <= 0.0
    {
        return None;
    }
    // "1 in 10", "a third of" are no counts.
    let digits = doc.str(counts.text).chars().filter(char::is_ascii_digit).count();
    if digits < 2 || counts.bound.is_some() || doc.lower_str(counts.text).contains(" in ") {
        return None;
    }
    let (first, second) = if counts.text.start < rate.text.start { (counts, rate) } else { (rate, counts) };
    let between = doc.lower_between(first.text.end, second.text.start);
    let tail = doc.lower_between(second.text.end, doc.sentences[second.sentence as usize].text.end);
    // "90 of 200 riders finished it, or 45%."
    let summed = first.text == counts.text
        && [", or", ", i.e.", ", that is", ", which is", " ="].iter().any(|words| between.trim_end().ends_with(words))
        && between.matches([',', ';', '(', ')']).count() <= 1;
    if summed && (tail.trim_end().is_empty() || tail.starts_with(['.', ',', ';', ')'])) {
        let rate = Figure::of(reading, rate).filter(|rate| !rate.loose && !rate.signed)?;
        return Some(Ratio { counts: reading.words_in(counts.sentence, counts.text), some: counts.value, of, rate });
    }
    let open = between.trim_start().strip_suffix('(')?;
    let named = open.split_whitespace().count() <= 2 && !open.contains([',', ';', ')', '(']);
    let closed = tail.trim_start().starts_with([')', ',', ';']);
    let rate = Figure::of(reading, rate).filter(|rate| !rate.loose && !rate.signed)?;
    let counts_words = reading.words_in(counts.sentence, counts.text);
    (named && closed).then_some(Ratio { counts: counts_words, some: counts.value, of, rate })
}

/// `Of 200 riders, 90 (45%) finished it`.
fn of_whole(reading: &Reading<'_>, whole: &Quantity, some: &Quantity, rate: &Quantity) -> Option<Ratio> {
    let doc = reading.doc;
    let text = doc.sentences[whole.sentence as usize].text;
    let kinds = (whole.kind, some.kind, rate.kind);
    if kinds != (QuantityKind::Number, QuantityKind::Number, QuantityKind::Percent) {
        return None;
    }
    let lead = doc.lower_between(text.start, whole.text.start.max(text.start));
    let mut words =
        lead.split_whitespace().rev().skip_while(|word| matches!(*word, "the" | "our" | "these" | "those" | "all"));
    let name = doc.lower_between(whole.text.end, some.text.start).trim();
    let named = name.ends_with(',') && name.matches([',', ';', '.', '(', ':']).count() == 1;
    let close = doc.lower_between(rate.text.end, text.end.max(rate.text.end));
    let told = words.next().is_some_and(|word| word.trim_start_matches('(') == "of")
        && named
        && name.split_whitespace().count() <= 4
        && doc.lower_between(some.text.end, rate.text.start).trim() == "("
        && close.strip_prefix(')').is_some_and(goes_on);
    told.then(|| of_counts(reading, whole, some, rate)).flatten()
}

/// A figure that stands for no more and no less than it says.
fn plain(reading: &Reading<'_>, quantity: &Quantity) -> Option<Figure> {
    Figure::of(reading, quantity).filter(|figure| !figure.loose && !figure.signed && figure.value > 0.0)
}

/// A share of two counts, where one can be part of the other.
fn of_counts(reading: &Reading<'_>, whole: &Quantity, some: &Quantity, rate: &Quantity) -> Option<Ratio> {
    let (of, part, rate) = (plain(reading, whole)?, plain(reading, some)?, plain(reading, rate)?);
    let cover = if whole.sentence == some.sentence { whole.text.cover(some.text) } else { some.text };
    let counts = reading.words_in(some.sentence, cover);
    (part.value <= of.value).then_some(Ratio { counts, some: part.value, of: of.value, rate })
}

/// After a count and its share, what those who are counted did follows, or nothing: in "10 (30%) sales fell" the share may
/// be of something else.
fn goes_on(rest: &str) -> bool {
    let next = rest.trim_start().split(|c: char| !c.is_alphanumeric() && c != '\'').next().unwrap_or_default();
    next.is_empty() || next.ends_with("ed") || lists::DID_SO.contains(&next)
}

/// `90 (45%) of the 200 riders finished it`.
fn of_all(reading: &Reading<'_>, some: &Quantity, rate: &Quantity, whole: &Quantity) -> Option<Ratio> {
    let kinds = (some.kind, rate.kind, whole.kind);
    let doc = reading.doc;
    let told = kinds == (QuantityKind::Number, QuantityKind::Percent, QuantityKind::Number)
        && doc.lower_between(some.text.end, rate.text.start).trim() == "("
        && matches!(
            doc.lower_between(rate.text.end, whole.text.start).trim(),
            ") of" | ") of the" | ") of all" | ") of our"
        );
    told.then(|| of_counts(reading, whole, some, rate)).flatten()
}

/// `2 lakh of 5 lakh cards (40%)`: two counts that are too large to be read as one of the other.
fn of_two(reading: &Reading<'_>, some: &Quantity, whole: &Quantity, rate: &Quantity) -> Option<Ratio> {
    let doc = reading.doc;
    let kinds = (some.kind, whole.kind, rate.kind);
    let open = doc.lower_between(whole.text.end, rate.text.start).trim().strip_suffix('(')?;
    let text = doc.sentences[rate.sentence as usize].text;
    let told = kinds == (QuantityKind::Number, QuantityKind::Number, QuantityKind::Percent)
        && matches!(doc.lower_between(some.text.end, whole.text.start).trim(), "of" | "of the" | "out of")
        && open.split_whitespace().count() <= 2
        && !open.contains([',', ';', ')', '('])
        && doc.lower_between(rate.text.end, text.end.max(rate.text.end)).starts_with(')');
    told.then(|| of_counts(reading, whole, some, rate)).flatten()
}

/// `90 riders finished it, or 45% of the 200 who began`.
fn of_rest(reading: &Reading<'_>, some: &Quantity, rate: &Quantity, whole: &Quantity) -> Option<Ratio> {
    let doc = reading.doc;
    let kinds = (some.kind, rate.kind, whole.kind);
    let between = doc.lower_between(some.text.end, rate.text.start).trim();
    let summed = ["or", "that is", "i.e.", "which is"].iter().find_map(|words| between.strip_suffix(words));
    let told = kinds == (QuantityKind::Number, QuantityKind::Percent, QuantityKind::Number)
        && summed.is_some_and(|name| name.trim_end().ends_with(',') && name.matches([',', ';', '(', ':']).count() == 1)
        && matches!(doc.lower_between(rate.text.end, whole.text.start).trim(), "of the" | "of all" | "of our");
    told.then(|| of_counts(reading, whole, some, rate)).flatten()
}

/// `We wrote to 200 riders. 90 of them (45%) answered`: the whole is the one count before, in this sentence or the last.
fn of_them(reading: &Reading<'_>, sentence: SentenceId, at: usize) -> Option<Ratio> {
    let doc = reading.doc;
    let quantities = within(reading, sentence);
    let (some, rate) = (&quantities[at - 1], &quantities[at]);
    let text = doc.sentences[sentence as usize].text;
    let told = (some.kind, rate.kind) == (QuantityKind::Number, QuantityKind::Percent)
        && matches!(
            doc.lower_between(some.text.end, rate.text.start).trim(),
            "of them (" | "of these (" | "of those ("
        )
        && doc.lower_between(rate.text.end, text.end.max(rate.text.end)).strip_prefix(')').is_some_and(goes_on);
    if !told || !is_short(reading, sentence) {
        return None;
    }
    let count = |q: &&Quantity| q.kind == QuantityKind::Number;
    let block = &doc.blocks[reading.block_of(sentence) as usize];
    let earlier: Vec<&Quantity> = quantities[..at - 1].iter().filter(count).collect();
    let counts = if earlier.is_empty() {
        let before = sentence.checked_sub(1).filter(|&before| block.sentences.contains(&before))?;
        within(reading, before).iter().filter(count).collect()
    } else {
        earlier
    };
    let [whole] = counts[..] else { return None };
    of_counts(reading, whole, some, rate)
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
    for sentence in reading.sentences().filter(|&s| within(reading, s).len() >= 3) {
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
