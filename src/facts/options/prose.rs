//! Sentences → what is said for and against each option, and which one is taken.

use super::argued::argue;
use super::mentions::Mentions;
use super::names::{Gathering, tokens_in};
use super::settled::settles;
use super::sides::{Side, side_of, sides};
use super::weighed::{object_end, weighed};
use crate::document::{BlockId, BlockKind, SectionId, SentenceId};
use crate::facts::Fate;
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::span::TextRange;

/// What holds for all sentences of a block.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// Its titles put it on a side.
    side: Option<Side>,
    /// It stands where options are named without being weighed.
    elsewhere: bool,
}

/// A sentence that says one of these may speak of an option.
const SPEAKING: [Concept; 5] =
    [Concept::GainSaid, Concept::CostSaid, Concept::Declining, Concept::Choosing, Concept::GivingUp];

/// Sections in which an option's name is met without being weighed.
const ELSEWHERE: [Concept; 12] = [
    Concept::TitleRequirements,
    Concept::TitleImplementation,
    Concept::TitleMetrics,
    Concept::TitleMilestones,
    Concept::TitleExperiment,
    Concept::TitleFunnel,
    Concept::TitleScopeIn,
    Concept::TitleQuestions,
    Concept::TitleProblem,
    Concept::TitleHypothesis,
    Concept::TitleBusiness,
    Concept::TitleReversal,
];

pub(super) fn read(gathering: &mut Gathering<'_, '_>) {
    let reading = gathering.reading;
    let mentions = Mentions::of(gathering);
    let known = gathering.len() > 1;
    if known {
        take_up_all(gathering, &mentions);
        gathering.note_decided();
    }
    let before = gathering.len();
    let rivals = of_rivals(reading);
    let mut block = BlockId::MAX;
    let mut place = Place::default();
    let mut topic = None;
    for sentence in reading.sentences() {
        let this = reading.block_of(sentence);
        let own = &reading.doc.blocks[this as usize];
        if matches!(own.kind, BlockKind::Cell { .. }) || own.quoted || rivals[own.section as usize] {
            continue;
        }
        if this != block {
            let next = this == block.wrapping_add(1);
            let carried = topic.filter(|_| next && reading.says(sentence, Concept::AboutIt));
            let led = topic.filter(|_| takes_after(reading, this, block));
            if let Some(choice) = led {
                gathering.set_region(this, choice, TextRange::default());
            }
            topic = topic_of(gathering, &mentions, this, known).or(carried);
            let section = reading.doc.blocks[this as usize].section;
            place = Place { side: titled_side(reading, this), elsewhere: reading.heading(section).has_any(&ELSEWHERE) };
            block = this;
        }
        read_sentence(gathering, &mentions, sentence, place, &mut topic);
    }
    if gathering.len() > before {
        let mentions = Mentions::of(gathering);
        take_up_all(gathering, &mentions);
    }
}

/// For each section, whether it is about what other makers offer.
fn of_rivals(reading: &Reading<'_>) -> Vec<bool> {
    let doc = reading.doc;
    let mut rivals = vec![false; doc.sections.len()];
    // A section comes after the one around it.
    for at in 0..doc.sections.len() {
        let around = doc.sections[at].parent.is_some_and(|parent| rivals[parent as usize]);
        rivals[at] = around || reading.heading(at as SectionId).has(Concept::RivalsTitle);
    }
    rivals
}

fn take_up_all(gathering: &mut Gathering<'_, '_>, mentions: &Mentions) {
    let reading = gathering.reading;
    for sentence in reading.sentences() {
        if reading.says(sentence, Concept::Choosing) && !reading.doc.sentences[sentence as usize].question {
            take_up(gathering, mentions, sentence);
        }
    }
}

/// True for an item of a list that the block before, or the item before, leads to.
fn takes_after(reading: &Reading<'_>, item: BlockId, before: BlockId) -> bool {
    let doc = reading.doc;
    let Some(list) = doc.blocks[item as usize].list.map(|list| &doc.lists[list as usize]) else { return false };
    list.lead.is_some_and(|lead| {
        lead == before || before != BlockId::MAX && doc.blocks[before as usize].list == doc.blocks[item as usize].list
    }) && list.lead.is_some_and(|lead| reading.whole(lead).has(Concept::WouldTake))
}

/// What a block speaks of before its first sentence is read: by where it stands, or by its label.
fn topic_of(gathering: &Gathering<'_, '_>, mentions: &Mentions, block: BlockId, known: bool) -> Option<u32> {
    let b = &gathering.reading.doc.blocks[block as usize];
    gathering
        .region(block)
        .or_else(|| b.label.filter(|_| known).and_then(|label| mentions.find(gathering, label)))
        .or_else(|| {
            let lead = b.list.and_then(|list| gathering.reading.doc.lists[list as usize].lead)?;
            gathering.region(lead)
        })
}

fn read_sentence(
    gathering: &mut Gathering<'_, '_>,
    mentions: &Mentions,
    sentence: SentenceId,
    place: Place,
    topic: &mut Option<u32>,
) {
    let known = mentions.several;
    let reading = gathering.reading;
    let block = reading.block_of(sentence);
    let b = &reading.doc.blocks[block as usize];
    let whole = reading.doc.sentences[sentence as usize].text;
    let name = gathering.name_in(block);
    let mut rest = if name.overlaps(whole) { TextRange::new(name.end.min(whole.end), whole.end) } else { whole };
    if rest.is_empty() {
        return;
    }
    if let Some(side) = said_side(reading, sentence).or(place.side) {
        give_titled(gathering, sentence, *topic, side);
        return;
    }
    let fixed = gathering.region(block).is_some() || b.label.is_some() && topic.is_some();
    let elsewhere = place.elsewhere && !settles(reading, sentence);
    if known
        && !fixed
        && !elsewhere
        && whole.start > mentions.start
        && reading.says_any(sentence, &SPEAKING)
        && let Some(found) = mentions.find(gathering, whole)
    {
        *topic = Some(found);
    }
    if name.is_empty()
        && !elsewhere
        && let Some(found) = weighed(gathering, sentence)
    {
        if !fixed {
            *topic = Some(found);
        }
        let named = gathering.name(found).text;
        if rest.contains(named) {
            rest.start = named.end;
        }
    }
    if reading.doc.sentences[sentence as usize].question {
        return;
    }
    if known
        && reading.heading(b.section).has(Concept::WhyNotTitle)
        && let Some(lost) = mentions.find(gathering, reading.doc.title_of(b.section))
    {
        *topic = Some(lost);
        if reading.length(sentence) > 3 {
            gathering.choice(lost).rejected.push(reading.words_of(sentence));
        }
    }
    if topic.is_none() && !elsewhere {
        speak_of_proposal(gathering, sentence, rest);
    }
    let Some(choice) = *topic else { return };
    let first = reading.doc.tokens.get(reading.doc.sentences[sentence as usize].tokens.start as usize);
    let aside = first.is_some_and(|t| matches!(reading.doc.lower_str(t.text), "\"" | "if" | "unless" | "when"));
    if !fixed && (elsewhere || aside) {
        return;
    }
    argue(gathering, choice, sentence, rest);
}

/// `This option would …` and `this allows …` where no option is spoken of: the proposal itself is meant.
fn speak_of_proposal(gathering: &mut Gathering<'_, '_>, sentence: SentenceId, rest: TextRange) {
    let reading = gathering.reading;
    if reading.says(sentence, Concept::ThisOption) {
        sides(reading, sentence, rest, |side, range| {
            let words = reading.words_in(sentence, range);
            match side {
                Side::Gain => gathering.loose_gains.push(words),
                Side::Cost => gathering.loose_costs.push(words),
            }
        });
        return;
    }
    let section = reading.doc.blocks[reading.block_of(sentence) as usize].section;
    let tells_of_others = reading.heading(section).has_any(&[Concept::TitleEvidence, Concept::TitleBackground]);
    if reading.says(sentence, Concept::Brings)
        && !tells_of_others
        && side_of(reading, sentence, rest) != Some(Side::Cost)
    {
        gathering.loose_gains.push(reading.words_of(sentence));
    }
}

/// The side that a sentence puts itself on: `Good, because …`.
fn said_side(reading: &Reading<'_>, sentence: SentenceId) -> Option<Side> {
    if reading.says(sentence, Concept::GoodBecause) {
        Some(Side::Gain)
    } else if reading.says(sentence, Concept::BadBecause) {
        Some(Side::Cost)
    } else {
        None
    }
}

/// The side that a block's label, its list or its heading put it on.
fn titled_side(reading: &Reading<'_>, block: BlockId) -> Option<Side> {
    if takes_work(reading, block) {
        return Some(Side::Cost);
    }
    let title = reading.name_of(block);
    match (title.has(Concept::UpsidesTitle), title.has(Concept::DownsidesTitle)) {
        (true, false) => Some(Side::Gain),
        (false, true) => Some(Side::Cost),
        (false, false) if title.has(Concept::TitleGain) && title.has(Concept::GainColumn) => Some(Side::Gain),
        (false, false) if title.has(Concept::TitleCost) && title.has(Concept::CostColumn) => Some(Side::Cost),
        _ => None,
    }
}

/// True for an item under `That would mean:`.
fn takes_work(reading: &Reading<'_>, block: BlockId) -> bool {
    reading.doc.blocks[block as usize].kind == BlockKind::Item && reading.lead(block).has(Concept::WouldTake)
}

fn give_titled(gathering: &mut Gathering<'_, '_>, sentence: SentenceId, topic: Option<u32>, side: Side) {
    let reading = gathering.reading;
    let block = reading.block_of(sentence);
    let b = &reading.doc.blocks[block as usize];
    let said_so = reading.says_any(sentence, &[Concept::GoodBecause, Concept::BadBecause]);
    // The first sentence of an item carries it; the rest explains.
    if reading.length(sentence) < 2 || sentence != b.sentences.start && !said_so {
        return;
    }
    let words = reading.words_of(sentence);
    match (topic, side) {
        (Some(choice), Side::Gain) => gathering.choice(choice).gains.push(words),
        (Some(choice), Side::Cost) => {
            gathering.choice(choice).costs.push(words);
            if gathering.passed_over(choice) && !takes_work(reading, block) {
                gathering.choice(choice).rejected.push(words);
            }
        }
        (None, side) => {
            let title = reading.name_of(block);
            let own = title.has_any(&[Concept::UpsidesTitle, Concept::DownsidesTitle]);
            if !own || reading.length(sentence) < 4 {
                return;
            }
            match side {
                Side::Gain => gathering.loose_gains.push(words),
                Side::Cost => gathering.loose_costs.push(words),
            }
        }
    }
}

/// `We chose the second option`: marks the option that is named after the verb.
fn take_up(gathering: &mut Gathering<'_, '_>, mentions: &Mentions, sentence: SentenceId) {
    let reading = gathering.reading;
    if reading.says(sentence, Concept::Declining) {
        return;
    }
    let Some(hit) = reading.hit(sentence, Concept::Choosing) else { return };
    let doc = reading.doc;
    let whole = doc.sentences[sentence as usize].text;
    let next = tokens_in(doc, TextRange::new(hit.text.end, whole.end)).iter().find(|t| doc.lower_str(t.text) != "to");
    if next.is_some_and(|t| {
        matches!(doc.lower_str(t.text), "stop" | "drop" | "avoid" | "leave" | "not" | "remove" | "retire" | "defer")
    }) {
        return;
    }
    let after = TextRange::new(hit.text.end, object_end(reading, whole, hit.text.end));
    if let Some(choice) = mentions.find(gathering, after)
        && gathering.choice(choice).fate == Fate::Open
    {
        gathering.choice(choice).fate = Fate::Chosen;
    }
}
