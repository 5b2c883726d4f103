//! What a team settled in a sentence: what it decided to keep as it is, and what it turned down and why.

use super::names::{Gathering, Group, tokens_in};
use super::weighed::{is_named, object_after};
use crate::document::SentenceId;
use crate::facts::Fate;
use crate::lexicon::Concept;
use crate::mention::{Hit, Reading};
use crate::span::TextRange;

/// True for `we decided not to …, because …` and `we decided to keep the existing …`, which weigh something wherever they stand.
pub(super) fn settles(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let turns_down = || reading.says(sentence, Concept::DecliningOne) && reading.says(sentence, Concept::Because);
    let keeps = || reading.says(sentence, Concept::Choosing) && reading.says(sentence, Concept::StatusQuo);
    reading.says(sentence, Concept::We) && (turns_down() || keeps())
}

/// What a team decides to keep as it is: the object of `decided to retain the existing form`.
pub(super) fn kept(reading: &Reading<'_>, sentence: SentenceId, hit: Hit, whole: TextRange) -> Option<TextRange> {
    let object = object_after(reading, whole, hit.text.end)?;
    let stays = |h: &Hit| h.concept == Concept::StatusQuo && h.text.start == object.start;
    (reading.hits(sentence).iter().any(stays) && is_named(reading, object)).then_some(object)
}

/// Takes keeping things as they are for an option, and for the one that is taken.
pub(super) fn keep(gathering: &mut Gathering<'_, '_>, sentence: SentenceId, kept: TextRange) -> u32 {
    let met = gathering.meet(gathering.reading.words_in(sentence, kept), None, Group::Prose);
    let choice = gathering.doing_nothing().unwrap_or(met);
    gathering.does_nothing(choice);
    if gathering.choice(choice).fate == Fate::Open {
        gathering.choice(choice).fate = Fate::Chosen;
    }
    choice
}

/// What follows `because` in a sentence that turns something down: it speaks against it, in whatever words.
pub(super) fn reason_in(reading: &Reading<'_>, sentence: SentenceId, rest: TextRange) -> Option<TextRange> {
    let opens = |hit: &&Hit| {
        let first = tokens_in(reading.doc, hit.text).first();
        hit.concept == Concept::Because
            && first.is_some_and(|t| matches!(reading.doc.lower_str(t.text), "because" | "since" | "due" | "given"))
    };
    let because = reading.hits(sentence).iter().find(opens)?.text;
    let reason = TextRange::new(because.start, rest.end);
    (rest.contains(because) && tokens_in(reading.doc, reason).len() > 4).then_some(reason)
}
