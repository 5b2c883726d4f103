//! A sentence about an option → what speaks for it, what against it, and why it lost.

use super::names::{Gathering, tokens_in};
use super::settled::reason_in;
use super::sides::{Side, sides};
use crate::document::SentenceId;
use crate::facts::Fate;
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::span::TextRange;

/// Reads which way the clauses of a sentence about an option speak, and whether they say why it lost.
pub(super) fn argue(gathering: &mut Gathering<'_, '_>, choice: u32, sentence: SentenceId, rest: TextRange) {
    let reading = gathering.reading;
    let block = reading.block_of(sentence);
    // A labelled line inside an option's part tells of one property, not of its fate.
    let aside = reading.doc.blocks[block as usize].label.is_some() && gathering.name_in(block).is_empty();
    let accepts = reading.says(sentence, Concept::GivingUp);
    let declines = reading.says(sentence, Concept::Declining) && !accepts;
    if declines {
        let entry = gathering.choice(choice);
        if entry.fate == Fate::Open {
            entry.fate = Fate::Rejected;
        }
        entry.rejected.push(reading.words_in(sentence, rest));
        if let Some(reason) = reason_in(reading, sentence, rest) {
            gathering.choice(choice).costs.push(reading.words_in(sentence, reason));
            return;
        }
    }
    let lost = !declines && !aside && !accepts && (gathering.lost(choice) || gathering.beaten(choice));
    let shortest = match (aside, gathering.name_in(block).is_empty()) {
        (true, _) => 3,
        (false, true) => 2,
        (false, false) => 1,
    };
    let mut sided = false;
    sides(reading, sentence, rest, |side, range| {
        let words = reading.words_in(sentence, range);
        sided = true;
        if tokens_in(reading.doc, words.text).len() < shortest {
            return;
        }
        match side {
            Side::Gain => gathering.choice(choice).gains.push(words),
            Side::Cost => {
                gathering.choice(choice).costs.push(words);
                if lost {
                    gathering.choice(choice).rejected.push(words);
                }
            }
        }
    });
    if let Some(against) = against(reading, rest).filter(|_| !sided && !declines && lost) {
        let words = reading.words_in(sentence, against);
        gathering.choice(choice).costs.push(words);
        gathering.choice(choice).rejected.push(words);
    }
}

/// What follows `but` or the like in words about an option that lost: it speaks against it, in whatever words.
fn against(reading: &Reading<'_>, rest: TextRange) -> Option<TextRange> {
    let doc = reading.doc;
    let contrast = |word: &str| matches!(word, "but" | "though" | "however" | "although");
    let at = tokens_in(doc, rest).iter().find(|t| contrast(doc.lower_str(t.text)))?;
    let words = TextRange::new(at.text.start, rest.end);
    (tokens_in(doc, words).len() > 4).then_some(words)
}
