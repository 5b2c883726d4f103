//! Sentences → options weighed in prose, and what is said for and against each option.

use rustc_hash::FxHashMap;

use super::listed::name_end;
use super::names::{Gathering, Group, hash, telling, tokens_in};
use super::sides::{Side, sides};
use crate::document::{BlockId, BlockKind, SentenceId, TokenKind};
use crate::facts::Fate;
use crate::lexicon::Concept;
use crate::mention::{Hit, Reading};
use crate::span::TextRange;

/// Words of an option's name as they turn up in sentences.
struct Mentions {
    /// The option that a telling word belongs to; none when several options share it.
    words: FxHashMap<u64, Option<u32>>,
    /// Options by number or letter.
    marks: FxHashMap<u64, u32>,
    /// Where the first of them is named; before that nothing speaks of them.
    start: u32,
}

impl Mentions {
    fn of(gathering: &Gathering<'_, '_>) -> Self {
        let doc = gathering.reading.doc;
        let mut mentions = Self { words: FxHashMap::default(), marks: FxHashMap::default(), start: u32::MAX };
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
        let title = doc.sections.iter().find_map(|section| section.heading).map(|heading| doc.blocks[heading as usize].text);
        for token in title.map_or(&[][..], |title| tokens_in(doc, title)) {
            if let Some(owner) = telling(doc, token).and_then(|word| mentions.words.get_mut(&word)) {
                *owner = None;
            }
        }
        mentions
    }

    /// The option that a stretch of a sentence speaks of: by `option 2`, by its subject, or by half of the name's words.
    fn find(&self, gathering: &Gathering<'_, '_>, range: TextRange) -> Option<u32> {
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
            let single = lower.len() == 1 && (words == 1 || words == 2) && doc.str(token.text) != "I" && doc.str(token.text) != lower;
            let after_marker = at > 0 && matches!(doc.lower_str(tokens[at - 1].text), "option" | "alternative" | "variant" | "approach" | "idea");
            if after_marker || single && tokens.get(at + 1).is_some_and(|t| is_verb(doc.lower_str(t.text))) {
                if let Some(&choice) = self.marks.get(&hash(lower)) {
                    return Some(choice);
                }
            }
            let Some(Some(choice)) = telling(doc, token).and_then(|word| self.words.get(&word)).copied() else { continue };
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
        "is" | "would" | "was" | "has" | "does" | "could" | "might" | "will" | "needs" | "takes" | "gives" | "costs" | "first" | "helps"
            | "solves" | "we" | "looks" | "seems" | "can" | "may" | "wins" | "lost" | "loses" | "requires" | "means" | "with"
    )
}

/// Sections in which an option's name is met without being weighed.
const ELSEWHERE: [Concept; 11] = [
    Concept::TitleRequirements, Concept::TitleImplementation, Concept::TitleMetrics, Concept::TitleMilestones, Concept::TitleExperiment,
    Concept::TitleFunnel, Concept::TitleScopeIn, Concept::TitleQuestions, Concept::TitleProblem, Concept::TitleHypothesis,
    Concept::TitleBusiness,
];

pub(super) fn read(gathering: &mut Gathering<'_, '_>) {
    let reading = gathering.reading;
    let mentions = Mentions::of(gathering);
    let known = gathering.len() > 1;
    if known {
        for sentence in reading.sentences() {
            if reading.says(sentence, Concept::Choosing) && !reading.doc.sentences[sentence as usize].question {
                take_up(gathering, &mentions, sentence);
            }
        }
    }
    let mut block = BlockId::MAX;
    let mut topic = None;
    for sentence in reading.sentences() {
        let this = reading.block_of(sentence);
        let kind = reading.doc.blocks[this as usize].kind;
        if matches!(kind, BlockKind::Cell { .. }) {
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
            block = this;
        }
        read_sentence(gathering, &mentions, sentence, &mut topic, known);
    }
}

/// True for an item of a list that the block before, or the item before, leads to.
fn takes_after(reading: &Reading<'_>, item: BlockId, before: BlockId) -> bool {
    let doc = reading.doc;
    let Some(list) = doc.blocks[item as usize].list.map(|list| &doc.lists[list as usize]) else { return false };
    list.lead.is_some_and(|lead| lead == before || before != BlockId::MAX && doc.blocks[before as usize].list == doc.blocks[item as usize].list)
        && list.lead.is_some_and(|lead| reading.whole(lead).has(Concept::WouldTake))
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

fn read_sentence(gathering: &mut Gathering<'_, '_>, mentions: &Mentions, sentence: SentenceId, topic: &mut Option<u32>, known: bool) {
    let reading = gathering.reading;
    let block = reading.block_of(sentence);
    let b = &reading.doc.blocks[block as usize];
    let whole = reading.doc.sentences[sentence as usize].text;
    let name = gathering.name_in(block);
    let rest = if name.overlaps(whole) { TextRange::new(name.end.min(whole.end), whole.end) } else { whole };
    if rest.is_empty() {
        return;
    }
    if let Some(side) = titled_side(reading, sentence) {
        give_titled(gathering, sentence, *topic, side);
        return;
    }
    let fixed = gathering.region(block).is_some() || b.label.is_some() && topic.is_some();
    let elsewhere = reading.heading(b.section).has_any(&ELSEWHERE);
    let speaks = reading.says_any(sentence, &[Concept::GainSaid, Concept::CostSaid, Concept::Declining, Concept::Choosing, Concept::GivingUp]);
    if known && !fixed && speaks && !elsewhere && whole.start > mentions.start {
        if let Some(found) = mentions.find(gathering, whole) {
            *topic = Some(found);
        }
    }
    if name.is_empty() && !elsewhere {
        if let Some(found) = weighed(gathering, sentence) {
            if !fixed {
                *topic = Some(found);
            }
            if gathering.reading.length(sentence) < 4 {
                return;
            }
        }
    }
    if reading.doc.sentences[sentence as usize].question {
        return;
    }
    let Some(choice) = *topic else { return };
    if elsewhere && !fixed {
        return;
    }
    argue(gathering, choice, sentence, rest);
}

/// The side that an item's own words, its label, its list or its heading put it on.
fn titled_side(reading: &Reading<'_>, sentence: SentenceId) -> Option<Side> {
    if reading.says(sentence, Concept::GoodBecause) {
        return Some(Side::Gain);
    }
    if reading.says(sentence, Concept::BadBecause) {
        return Some(Side::Cost);
    }
    let block = reading.block_of(sentence);
    let title = reading.name_of(block);
    if reading.doc.blocks[block as usize].kind == BlockKind::Item && reading.lead(block).has(Concept::WouldTake) {
        return Some(Side::Cost);
    }
    let gain = title.has_any(&[Concept::UpsidesTitle, Concept::GainColumn]);
    let cost = title.has_any(&[Concept::DownsidesTitle, Concept::CostColumn]);
    match (gain, cost) {
        (true, false) if title.has_any(&[Concept::UpsidesTitle, Concept::TitleGain]) => Some(Side::Gain),
        (false, true) if title.has_any(&[Concept::DownsidesTitle, Concept::TitleCost]) => Some(Side::Cost),
        _ => None,
    }
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
            if gathering.lost(choice) {
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

/// Reads which way the clauses of a sentence about an option speak, and whether they say why it lost.
fn argue(gathering: &mut Gathering<'_, '_>, choice: u32, sentence: SentenceId, rest: TextRange) {
    let reading = gathering.reading;
    let declines = reading.says(sentence, Concept::Declining);
    if declines {
        let entry = gathering.choice(choice);
        if entry.fate == Fate::Open {
            entry.fate = Fate::Rejected;
        }
        entry.rejected.push(reading.words_in(sentence, rest));
    }
    let lost = !declines && (gathering.lost(choice) || gathering.beaten(choice));
    sides(reading, sentence, rest, |side, range| {
        let words = reading.words_in(sentence, range);
        if tokens_in(reading.doc, words.text).len() < 2 {
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
}

/// `We chose the second option`: marks the option that is named after the verb.
fn take_up(gathering: &mut Gathering<'_, '_>, mentions: &Mentions, sentence: SentenceId) {
    let reading = gathering.reading;
    if reading.says(sentence, Concept::Declining) {
        return;
    }
    let Some(hit) = reading.hit(sentence, Concept::Choosing) else { return };
    let whole = reading.doc.sentences[sentence as usize].text;
    let after = TextRange::new(hit.text.end, object_end(reading, whole, hit.text.end));
    if let Some(choice) = mentions.find(gathering, after) {
        if gathering.choice(choice).fate == Fate::Open {
            gathering.choice(choice).fate = Fate::Chosen;
        }
    }
}

/// An option that a sentence itself introduces.
fn weighed(gathering: &mut Gathering<'_, '_>, sentence: SentenceId) -> Option<u32> {
    let reading = gathering.reading;
    let whole = reading.doc.sentences[sentence as usize].text;
    let mut found = None;
    for hit in reading.hits(sentence) {
        let object = match hit.concept {
            Concept::Considering => considered(reading, *hit, whole),
            Concept::AlternativeTo if puts_aside(reading, sentence, *hit, whole) => {
                let end = object_end(reading, whole, hit.text.end);
                Some(TextRange::new(hit.text.end, end))
            }
            Concept::StatusQuoProse => Some(hit.text),
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
        if hit.concept == Concept::AlternativeTo {
            gathering.pass_over(choice);
        }
        if hit.concept == Concept::StatusQuoProse {
            gathering.choice(choice).status_quo = true;
        }
        found = found.or(Some(choice));
    }
    found
}

/// True for `instead of X, we …` and for `we chose … instead of X`.
fn puts_aside(reading: &Reading<'_>, sentence: SentenceId, hit: Hit, whole: TextRange) -> bool {
    let opens = hit.text.start == whole.start && reading.says(sentence, Concept::We);
    opens || reading.hits(sentence).iter().any(|h| h.concept == Concept::Choosing && h.text.end <= hit.text.start)
}

/// True when words can be the name of an option: two telling words or a proper name, and no circumstance.
fn is_named(reading: &Reading<'_>, object: TextRange) -> bool {
    let doc = reading.doc;
    let tokens = tokens_in(doc, object);
    let Some(first) = tokens.first() else { return false };
    let circumstance = matches!(
        doc.lower_str(first.text),
        "with" | "in" | "on" | "at" | "for" | "how" | "whether" | "why" | "what" | "if" | "through" | "and" | "from" | "when" | "where"
            | "that" | "which" | "these" | "this" | "those" | "it" | "them" | "as" | "until" | "during" | "about" | "too"
    );
    let telling = tokens.iter().filter(|t| telling(doc, t).is_some()).count();
    let proper = doc.str(first.text).starts_with(|c: char| c.is_uppercase());
    !circumstance && (telling > 1 || proper && telling > 0)
}

/// The object of `we considered …`, or the whole sentence of `an alternative would be …`.
fn considered(reading: &Reading<'_>, hit: Hit, whole: TextRange) -> Option<TextRange> {
    let end = object_end(reading, whole, hit.text.end);
    let object = TextRange::new(hit.text.end, end);
    (!object.is_empty()).then_some(object)
}

/// Where the object that begins at `from` ends: at a comma, a contrast, a reason or the end of the sentence.
fn object_end(reading: &Reading<'_>, whole: TextRange, from: u32) -> u32 {
    let doc = reading.doc;
    let rest = TextRange::new(from, whole.end);
    let limit = name_end(reading, rest);
    let stop = tokens_in(doc, rest).iter().skip(1).find(|token| match token.kind {
        TokenKind::Mark => matches!(doc.str(token.text), "," | ";" | "." | "("),
        TokenKind::Word => matches!(doc.lower_str(token.text), "because" | "but" | "since" | "however" | "while" | "although" | "so"),
        _ => false,
    });
    stop.map_or(limit, |token| token.text.start.min(limit))
}
