//! Words near a choice that say why it goes against the scores.

use super::Case;
use crate::document::SectionId;
use crate::lexicon::lists;

/// True for words that set a choice against the scores.
fn sets_against(text: &str) -> bool {
    lists::SET_AGAINST.iter().any(|word| text.contains(word))
}

/// True for words that give a reason of any kind.
pub(super) fn gives_reason(text: &str) -> bool {
    sets_against(text) || lists::REASONS.iter().any(|word| text.contains(word))
}

/// True when a section says why its order is not that of the scores.
pub(super) fn explains_order(case: &Case<'_>, section: SectionId) -> bool {
    let doc = case.doc;
    doc.blocks_in(section).flat_map(|(_, block)| block.sentences.clone()).any(|sentence| {
        let text = doc.lower_str(doc.sentences[sentence as usize].text);
        let reasoned = || {
            lists::REASONS.iter().any(|word| text.contains(word))
                && lists::PLACES_IN_ORDER.iter().any(|word| text.contains(word))
        };
        sets_against(text) || text.len() > 30 && reasoned()
    })
}
