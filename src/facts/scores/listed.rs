//! Numbered lists whose items each state a score: `1. Shift swap (RICE 80)`.

use super::{Number, ROUNDING, Row, cell};
use crate::document::{BlockId, Document, List};
use crate::lexicon::lists;
use crate::mention::Reading;

/// Every numbered list that is said to be in order, with a score in each item.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Vec<Row>> {
    let doc = reading.doc;
    doc.lists.iter().filter(|list| list.ordered && list.items.len() > 1).filter_map(|list| of_list(doc, list)).collect()
}

/// True for a title that says that what follows stands in the order of its worth.
pub fn says_order(doc: &Document<'_>, title: BlockId) -> bool {
    let title = doc.lower_str(doc.blocks[title as usize].text);
    lists::RANKED.iter().any(|word| title.contains(word))
}

fn of_list(doc: &Document<'_>, list: &List) -> Option<Vec<Row>> {
    let rows: Vec<Row> = list.items.iter().map(|&item| of_item(doc, item)).collect::<Option<_>>()?;
    let titles = [list.lead, doc.sections[list.section as usize].heading];
    let ordered = |title: BlockId| {
        let words = doc.lower_str(doc.blocks[title as usize].text);
        says_order(doc, title) || lists::PRIORITIES.iter().any(|word| words.contains(word))
    };
    titles.into_iter().flatten().any(ordered).then_some(rows)
}

fn of_item(doc: &Document<'_>, item: BlockId) -> Option<Row> {
    let block = &doc.blocks[item as usize];
    let text = doc.lower_str(block.text);
    let mut scores = lists::SCORE_NAMES.iter().filter_map(|name| after_word(text, name));
    let shown = scores.next().map(str::trim).and_then(cell::read)?;
    let number = Number { block: item, value: shown.value, step: shown.step, percent: shown.percent };
    Some(Row { name: item, score: Some(number), rank: None, right: None, slack: ROUNDING })
}

/// The numeral that follows the last time a whole word stands in a text.
fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let at = text.rfind(word)?;
    let parted = !text[..at].ends_with(char::is_alphanumeric);
    let rest = text[at + word.len()..].trim_start_matches([' ', ':', '=', '(', '–', '—', '-']);
    let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | 'k')).unwrap_or(rest.len());
    let numeral = rest[..end].trim_end_matches(['.', ',']);
    (parted && numeral.starts_with(|c: char| c.is_ascii_digit())).then_some(numeral)
}
