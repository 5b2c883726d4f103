//! Shares with the counts they are made of: `7 of 11 (64%)`.

use super::{Figure, is_short, within};
use crate::document::SentenceId;
use crate::facts::Words;
use crate::lexicon::lists;
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind};

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

pub(super) fn read(reading: &Reading<'_>) -> Vec<Ratio> {
    let mut ratios = Vec::new();
    for sentence in reading.numbered().filter(|&s| within(reading, s).len() >= 2) {
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
