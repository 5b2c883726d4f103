//! Wholes and their parts: `24 interviews (10 buyers, 8 sellers, 6 admins)`, and tables with a row of totals.

use super::{Figure, Sum, is_short, within};
use crate::document::{SentenceId, Table, TokenKind};
use crate::facts::numbers::sole;
use crate::lexicon::{Concept, lists};
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind};
use crate::span::TextRange;

/// Shares that together are told to be all of something.
pub(super) fn splits(reading: &Reading<'_>) -> Vec<Vec<Figure>> {
    let short = |s: &SentenceId| within(reading, *s).len() >= 3 && is_short(reading, *s);
    reading.sentences().filter(short).filter_map(|s| split(reading, s)).collect()
}

/// `City members make up 64%, suburban members 25%, and rural members 11%`: shares with a name each, and nothing else.
fn split(reading: &Reading<'_>, sentence: SentenceId) -> Option<Vec<Figure>> {
    let doc = reading.doc;
    let text = doc.sentences[sentence as usize].text;
    let quantities = within(reading, sentence);
    let first = quantities.first()?;
    let told = reading.hits(sentence).iter().any(|h| h.concept == Concept::SplitUp && h.text.end <= first.text.start);
    let plain = quantities.iter().all(|q| q.kind == QuantityKind::Percent && q.sign.is_none());
    let words = || doc.lower_str(text).split(|c: char| !c.is_alphanumeric());
    let block = &doc.blocks[reading.block_of(sentence) as usize];
    let open = words().any(|word| lists::SPLIT_LOOSELY.contains(&word))
        || doc.sentences[sentence as usize].question
        || reading.says(sentence, Concept::Condition)
        || block.quoted;
    if !told || !plain || open {
        return None;
    }
    let gaps = quantities.windows(2).map(|pair| doc.lower_between(pair[0].text.end, pair[1].text.start));
    let parted = gaps.into_iter().all(|gap| {
        let names = gap.split([',', ';']).next_back().unwrap_or_default().split_whitespace().count();
        names <= 5 && !gap.contains([':', '(', ')', '.', '→']) && (gap.contains([',', ';']) || gap.contains(" and "))
    });
    let parts: Option<Vec<Figure>> = quantities.iter().map(|q| Figure::of(reading, q).filter(|f| !f.loose)).collect();
    parts.filter(|_| parted)
}

pub(super) fn read(reading: &Reading<'_>) -> Vec<Sum> {
    let mut sums = Vec::new();
    for sentence in reading.numbered().filter(|&s| within(reading, s).len() >= 3) {
        in_brackets(reading, sentence, &mut sums);
    }
    for table in reading.doc.tables.iter().filter(|t| t.header && t.rows > 3) {
        in_table(reading, table, &mut sums);
    }
    sums.sort_by_key(|sum| sum.whole.words.text);
    sums
}

fn in_brackets(reading: &Reading<'_>, sentence: SentenceId, sums: &mut Vec<Sum>) {
    let doc = reading.doc;
    let text = doc.sentences[sentence as usize].text;
    let quantities = within(reading, sentence);
    let written = doc.lower_str(text);
    for (open, _) in written.match_indices('(') {
        let Some(close) = written[open..].find(')').map(|at| open + at) else { return };
        let inside = TextRange::new(text.start + open as u32 + 1, text.start + close as u32);
        let Some(whole) = quantities.iter().rev().find(|q| q.text.end < inside.start) else { continue };
        // No more than the name of what is counted may stand between the whole and its parts.
        let name = doc.lower_between(whole.text.end, inside.start - 1);
        if !adds_up(whole.kind)
            || name.split_whitespace().count() > 3
            || name.contains([',', ';', '(', ':', '.'])
            || lists::NOT_ALL_PARTS.iter().any(|word| doc.lower_str(inside).contains(word))
        {
            continue;
        }
        let Some(parts) = parts(reading, sentence, inside, whole.kind) else { continue };
        let Some(whole) = Figure::of(reading, whole).filter(|whole| !whole.loose) else { continue };
        sums.push(Sum { whole, parts });
    }
}

/// The parts between commas, when each is a number and a name of one to three words.
fn parts(reading: &Reading<'_>, sentence: SentenceId, inside: TextRange, kind: QuantityKind) -> Option<Vec<Figure>> {
    let doc = reading.doc;
    let mut parts = Vec::new();
    let mut start = inside.start;
    let written = doc.lower_str(inside);
    // The comma of "350,50" parts nothing.
    let digit = |at: usize| written.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let parted = |at: usize, mark: &str| mark != "," || !(at > 0 && digit(at - 1) && digit(at + 1));
    let marks = written.match_indices([',', ';', '+']).filter(|&(at, mark)| parted(at, mark)).map(|(at, _)| at);
    let mut from = 0;
    let pieces = marks.chain([written.len()]).map(|at| {
        let piece = &written[from..at];
        from = at + 1;
        piece
    });
    for piece in pieces {
        let piece_range = TextRange::new(start, start + piece.len() as u32);
        start = piece_range.end + 1;
        for half in halves(doc.lower_str(piece_range), piece_range.start) {
            let own: Vec<&Quantity> = within(reading, sentence).iter().filter(|q| half.contains(q.text)).collect();
            let [quantity] = own[..] else { return None };
            let before = doc.lower_between(half.start, quantity.text.start).trim();
            let after = doc.lower_between(quantity.text.end, half.end);
            let is_name = |name: &str| {
                (1..=3).contains(&name.split_whitespace().count())
                    && name.trim().chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'))
            };
            // "10 buyers", and for money and time "design 2 weeks" too; a plain number after a name may be a place.
            let ahead = before.strip_prefix("and ").unwrap_or(before);
            let first = quantity.kind != QuantityKind::Number && after.trim().is_empty() && is_name(ahead);
            let named = first || is_name(after) && matches!(before, "" | "and" | "&");
            if quantity.kind != kind || !named {
                return None;
            }
            parts.push(Figure::of(reading, quantity).filter(|part| !part.loose)?);
        }
    }
    (parts.len() >= 2).then_some(parts)
}

/// Amounts of which a whole is the sum of its parts. Spans of time may run side by side, work does not.
fn adds_up(kind: QuantityKind) -> bool {
    matches!(kind, QuantityKind::Number | QuantityKind::Money(_) | QuantityKind::Effort)
}

/// A piece, cut at an `and` that is followed by a number.
fn halves(piece: &str, start: u32) -> Vec<TextRange> {
    let whole = TextRange::new(start, start + piece.len() as u32);
    match piece.match_indices(" and ").find(|(at, _)| piece[at + 5..].starts_with(|c: char| c.is_ascii_digit())) {
        Some((at, word)) if !piece[..at].trim().is_empty() => {
            vec![TextRange::new(start, start + at as u32), TextRange::new(start + (at + word.len()) as u32, whole.end)]
        }
        _ => vec![whole],
    }
}

/// The columns of a table whose last row holds totals.
fn in_table(reading: &Reading<'_>, table: &Table, sums: &mut Vec<Sum>) {
    let doc = reading.doc;
    let last = table.rows - 1;
    let named = table.cell(last, 0).is_some_and(|cell| reading.whole(cell).has(Concept::TotalRowName));
    let only = (1..last).all(|row| table.cell(row, 0).is_some_and(|c| !reading.whole(c).has(Concept::TotalRowName)));
    if !named || !only {
        return;
    }
    for column in 1..table.columns {
        let cell = |row: u32| {
            let block = table.cell(row, column)?;
            let sentences = &doc.blocks[block as usize].sentences;
            let words = sentences.clone().map(|s| words_in(reading, s)).sum::<usize>();
            (words <= 1).then(|| sole(reading, block)).flatten().filter(|f| !f.loose)
        };
        let Some(whole) = cell(last) else { continue };
        let Some(parts) = (1..last).map(cell).collect::<Option<Vec<_>>>() else { continue };
        let summed = matches!(
            whole.kind,
            QuantityKind::Number | QuantityKind::Money(_) | QuantityKind::Duration | QuantityKind::Effort
        ) || (whole.kind == QuantityKind::Percent && (whole.value - 100.0).abs() < 0.01);
        if summed && parts.iter().all(|part| part.kind == whole.kind && !part.signed) {
            sums.push(Sum { whole, parts });
        }
    }
}

fn words_in(reading: &Reading<'_>, sentence: SentenceId) -> usize {
    let range = &reading.doc.sentences[sentence as usize].tokens;
    let tokens = &reading.doc.tokens[range.start as usize..range.end as usize];
    tokens.iter().filter(|t| t.kind == TokenKind::Word).count()
}
