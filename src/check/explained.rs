//! Words near a choice that say why it goes against the scores.

use super::Case;
use crate::document::SectionId;

/// Words that set a choice against something.
const AGAINST: [&str; 16] = [
    "although",
    "despite",
    "even though",
    "in spite of",
    "overrid",
    "override",
    "overrul",
    "regardless",
    "moved up",
    "moved down",
    "out of order",
    "judgment",
    "judgement",
    "notwithstanding",
    "tie-break",
    "tiebreak",
];
/// Words that give a reason.
const REASON: [&str; 11] =
    ["because", "since", "but ", "however", "though", "while", "depends on", "needs", "so that", "due to", "given"];
/// Words that speak of places in an order.
const PLACES: [&str; 9] = ["above", "ahead", "before", "first", "rank", "order", "score", "second", "top"];

/// True for words that set a choice against the scores.
fn sets_against(text: &str) -> bool {
    AGAINST.iter().any(|word| text.contains(word))
}

/// True for words that give a reason of any kind.
pub(super) fn gives_reason(text: &str) -> bool {
    sets_against(text) || REASON.iter().any(|word| text.contains(word))
}

/// True when a section says why its order is not that of the scores.
pub(super) fn explains_order(case: &Case<'_>, section: SectionId) -> bool {
    let doc = case.doc;
    doc.blocks_in(section).flat_map(|(_, block)| block.sentences.clone()).any(|sentence| {
        let text = doc.lower_str(doc.sentences[sentence as usize].text);
        let reasoned =
            || REASON.iter().any(|word| text.contains(word)) && PLACES.iter().any(|word| text.contains(word));
        sets_against(text) || text.len() > 30 && reasoned()
    })
}
