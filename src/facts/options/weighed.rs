//! Sentences that introduce options: `we considered …`, `instead of …`, `the designs included …`.

use super::listed::name_end;
use super::names::{Gathering, Group, telling, tokens_in};
use super::settled::{keep, kept};
use crate::document::{BlockKind, SentenceId, TokenKind};
use crate::lexicon::few::Few;
use crate::lexicon::{Concept, lists};
use crate::mention::{Hit, Reading};
use crate::span::TextRange;

static DOINGS: Few = Few::new(&lists::OPTION_DOINGS);

/// An option that a sentence itself introduces.
pub(super) fn weighed(gathering: &mut Gathering<'_, '_>, sentence: SentenceId) -> Option<u32> {
    let reading = gathering.reading;
    let introduces = [
        Concept::Considering,
        Concept::AlternativeTo,
        Concept::DecliningOne,
        Concept::StatusQuoProse,
        Concept::Enumerating,
        Concept::StatusQuo,
        Concept::OthersWish,
        Concept::NamingOne,
    ];
    if !reading.says_any(sentence, &introduces) {
        return None;
    }
    let whole = reading.doc.sentences[sentence as usize].text;
    let mut found = None;
    if let Some(hit) = reading.hit(sentence, Concept::Enumerating)
        && enumerate(gathering, sentence, TextRange::new(hit.text.end, whole.end))
    {
        return None;
    }
    for hit in reading.hits(sentence) {
        let object = match hit.concept {
            Concept::Considering => considered(reading, *hit, whole),
            Concept::NamingOne if under_options(reading, sentence) => considered(reading, *hit, whole),
            Concept::AlternativeTo if puts_aside(reading, sentence, *hit, whole) => {
                let end = object_end(reading, whole, hit.text.end);
                Some(TextRange::new(hit.text.end, end))
            }
            Concept::DecliningOne if reading.says(sentence, Concept::We) && argued(reading, sentence) => {
                Some(TextRange::new(hit.text.end, object_end(reading, whole, hit.text.end)))
            }
            Concept::OthersWish if is_colleagues(reading, sentence, *hit) => object_after(reading, whole, hit.text.end),
            Concept::StatusQuoProse => Some(hit.text),
            Concept::Choosing if !reading.says(sentence, Concept::PlanTo) => {
                if let Some(kept) = kept(reading, sentence, *hit, whole) {
                    return Some(keep(gathering, sentence, kept));
                }
                None
            }
            _ => None,
        };
        let Some(object) = object else { continue };
        if hit.concept == Concept::StatusQuoProse {
            if let Some(known) = gathering.doing_nothing() {
                found = found.or(Some(known));
                continue;
            }
        } else if !is_named(reading, object) {
            continue;
        }
        let name = reading.words_in(sentence, object);
        if found.is_some_and(|at| gathering.choice(at).name.text.overlaps(name.text)) {
            continue;
        }
        let choice = gathering.meet(name, None, Group::Prose);
        if hit.concept == Concept::AlternativeTo
            || hit.concept == Concept::OthersWish
            || hit.concept == Concept::Considering && reading.says(sentence, Concept::PassingBy)
        {
            gathering.pass_over(choice);
        }
        if hit.concept == Concept::StatusQuoProse {
            gathering.does_nothing(choice);
        }
        found = found.or(Some(choice));
    }
    found
}

/// `The designs included A, B and C`, `we can either A or B`: each is an option. False where nothing is parted.
fn enumerate(gathering: &mut Gathering<'_, '_>, sentence: SentenceId, list: TextRange) -> bool {
    let reading = gathering.reading;
    let doc = reading.doc;
    let between = tokens_in(doc, list).iter().filter(|t| matches!(doc.lower_str(t.text), "," | "or"));
    let mut start = list.start;
    let mut parts: Vec<TextRange> = Vec::new();
    for between in between {
        parts.push(TextRange::new(start, between.text.start));
        start = between.text.end;
    }
    if parts.is_empty() {
        return false;
    }
    parts.push(TextRange::new(start, list.end));
    for part in parts {
        let opening = tokens_in(doc, part).iter().find(|t| !matches!(doc.lower_str(t.text), "and" | "or" | ":"));
        let Some(part) = opening.map(|t| TextRange::new(t.text.start, part.end)) else { continue };
        if is_named(reading, part) {
            gathering.meet(reading.words_in(sentence, part), None, Group::Prose);
        }
    }
    true
}

/// True in a section under a title of options.
fn under_options(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let section = reading.doc.blocks[reading.block_of(sentence) as usize].section;
    reading.heading(section).has(Concept::OptionsTitle)
}

/// True for a wish of someone on the team, or over it, that the text goes on to weigh; what users wish is evidence.
fn is_colleagues(reading: &Reading<'_>, sentence: SentenceId, hit: Hit) -> bool {
    let doc = reading.doc;
    let block = &doc.blocks[reading.block_of(sentence) as usize];
    let whole = doc.sentences[sentence as usize].text;
    let before = tokens_in(doc, TextRange::new(whole.start, hit.text.start));
    let short = (1..=4).contains(&before.len());
    let others = [Concept::People, Concept::EvidencePeople, Concept::We];
    let users = reading.hits(sentence).iter().any(|h| others.contains(&h.concept) && h.text.end <= hit.text.end);
    let weighed = sentence + 1 < block.sentences.end || reading.says(sentence, Concept::Contrast);
    block.kind == BlockKind::Paragraph && short && !users && weighed
}

/// True when a sentence gives a reason, or another one follows that can.
fn argued(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let block = &reading.doc.blocks[reading.block_of(sentence) as usize];
    reading.says(sentence, Concept::Because) || sentence + 1 < block.sentences.end
}

/// True for `instead of X, we …` and for `we chose … instead of X`.
fn puts_aside(reading: &Reading<'_>, sentence: SentenceId, hit: Hit, whole: TextRange) -> bool {
    let opens = hit.text.start == whole.start && reading.says(sentence, Concept::We);
    opens || reading.hits(sentence).iter().any(|h| h.concept == Concept::Choosing && h.text.end <= hit.text.start)
}

/// True when words can be the name of an option: two telling words or a proper name, and no circumstance.
pub(super) fn is_named(reading: &Reading<'_>, object: TextRange) -> bool {
    let doc = reading.doc;
    let tokens = tokens_in(doc, object);
    let Some(first) = tokens.first() else { return false };
    let circumstance = matches!(
        doc.lower_str(first.text),
        "with"
            | "in"
            | "on"
            | "at"
            | "for"
            | "how"
            | "whether"
            | "why"
            | "what"
            | "if"
            | "through"
            | "and"
            | "from"
            | "when"
            | "where"
            | "that"
            | "which"
            | "these"
            | "this"
            | "those"
            | "it"
            | "them"
            | "as"
            | "until"
            | "during"
            | "about"
            | "too"
    );
    let telling = tokens.iter().filter(|t| telling(doc, t).is_some()).count();
    let proper = doc.str(first.text).starts_with(|c: char| c.is_uppercase());
    !circumstance && (telling > 1 || proper && telling > 0)
}

/// The object of `we considered …`, or the whole sentence of `an alternative would be …`.
fn considered(reading: &Reading<'_>, hit: Hit, whole: TextRange) -> Option<TextRange> {
    let end = object_end(reading, whole, hit.text.end);
    // "You could hire two porters": what the words of weighing end in can be what would be done.
    let last = tokens_in(reading.doc, hit.text).last().filter(|token| DOINGS.has(reading.doc.lower_str(token.text)));
    let object = TextRange::new(last.map_or(hit.text.end, |token| token.text.start), end);
    (!object.is_empty()).then_some(object)
}

/// The object of a verb that ends at `from`, without the `to` of an infinitive.
pub(super) fn object_after(reading: &Reading<'_>, whole: TextRange, from: u32) -> Option<TextRange> {
    let doc = reading.doc;
    let after = TextRange::new(from, whole.end);
    let start = tokens_in(doc, after).iter().find(|token| doc.lower_str(token.text) != "to")?.text.start;
    Some(TextRange::new(start, object_end(reading, whole, start)))
}

/// Where the object that begins at `from` ends: at a comma, a contrast, a reason or the end of the sentence.
pub(super) fn object_end(reading: &Reading<'_>, whole: TextRange, from: u32) -> u32 {
    let doc = reading.doc;
    let rest = TextRange::new(from, whole.end);
    let limit = name_end(reading, rest);
    let stop = tokens_in(doc, rest).iter().skip(1).find(|token| match token.kind {
        TokenKind::Mark => matches!(doc.str(token.text), "," | ";" | "." | "("),
        TokenKind::Word => {
            matches!(doc.lower_str(token.text), "because" | "but" | "since" | "however" | "while" | "although" | "so")
        }
        _ => false,
    });
    stop.map_or(limit, |token| token.text.start.min(limit))
}
