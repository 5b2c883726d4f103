//! Names of options → the options that sentences speak of.

use rustc_hash::FxHashMap;

use super::names::{Gathering, hash, telling, tokens_in};
use crate::document::TokenKind;
use crate::span::TextRange;

/// Words of an option's name as they turn up in sentences.
pub(super) struct Mentions {
    /// The option that a telling word belongs to; none when several options share it.
    words: FxHashMap<u64, Option<u32>>,
    /// Options by number or letter.
    marks: FxHashMap<u64, u32>,
    /// Where the first of them is named; before that nothing speaks of them.
    pub(super) start: u32,
    /// There are several to tell apart.
    pub(super) several: bool,
}

impl Mentions {
    pub(super) fn of(gathering: &Gathering<'_, '_>) -> Self {
        let doc = gathering.reading.doc;
        let mut mentions = Self {
            words: FxHashMap::default(),
            marks: FxHashMap::default(),
            start: u32::MAX,
            several: gathering.len() > 1,
        };
        for at in 0..gathering.len() as u32 {
            let key = gathering.key(at);
            mentions.start = mentions.start.min(gathering.name(at).text.start);
            if let Some(mark) = key.mark {
                mentions.marks.entry(mark).or_insert(at);
            }
            for &word in &key.words {
                mentions.words.entry(word).and_modify(|owner| *owner = owner.filter(|&o| o == at)).or_insert(Some(at));
            }
        }
        // What the document is about is said everywhere.
        let title =
            doc.sections.iter().find_map(|section| section.heading).map(|heading| doc.blocks[heading as usize].text);
        for token in title.map_or(&[][..], |title| tokens_in(doc, title)) {
            if let Some(owner) = telling(doc, token).and_then(|word| mentions.words.get_mut(&word)) {
                *owner = None;
            }
        }
        mentions
    }

    /// The option that a stretch of a sentence speaks of: by `option 2`, by its subject, or by half of the name's words.
    pub(super) fn find(&self, gathering: &Gathering<'_, '_>, range: TextRange) -> Option<u32> {
        let doc = gathering.reading.doc;
        let tokens = tokens_in(doc, range);
        let mut seen: Option<(u32, usize)> = None;
        let mut words = 0;
        for (at, token) in tokens.iter().enumerate() {
            if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                continue;
            }
            words += 1;
            let lower = doc.lower_str(token.text);
            let single = lower.len() == 1
                && (words == 1 || words == 2)
                && doc.str(token.text) != "I"
                && doc.str(token.text) != lower;
            let after_marker = at > 0
                && matches!(
                    doc.lower_str(tokens[at - 1].text),
                    "option" | "alternative" | "variant" | "approach" | "idea"
                );
            let marked = after_marker || single && tokens.get(at + 1).is_some_and(|t| is_verb(doc.lower_str(t.text)));
            if let (true, Some(&choice)) = (marked, self.marks.get(&hash(lower))) {
                return Some(choice);
            }
            let Some(Some(choice)) = telling(doc, token).and_then(|word| self.words.get(&word)).copied() else {
                continue;
            };
            let subject = words <= 4 && lower.len() > 3 && token.kind == TokenKind::Word;
            let count = match seen {
                Some((before, count)) if before == choice => count + 1,
                Some(_) => continue,
                None => 1,
            };
            seen = Some((choice, count));
            let enough = gathering.key(choice).words.len().div_ceil(2);
            if subject || count >= enough && (count > 1 || lower.len() > 4) {
                return Some(choice);
            }
        }
        None
    }
}

fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "is" | "would"
            | "was"
            | "has"
            | "does"
            | "could"
            | "might"
            | "will"
            | "needs"
            | "takes"
            | "gives"
            | "costs"
            | "first"
            | "helps"
            | "solves"
            | "we"
            | "looks"
            | "seems"
            | "can"
            | "may"
            | "wins"
            | "lost"
            | "loses"
            | "requires"
            | "means"
            | "with"
    )
}
