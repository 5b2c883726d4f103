//! Headings, labels and list items that name options.

use super::names::{Gathering, Group, begins_with, hash, mark_of, tokens_in, words_at};
use crate::document::{BlockId, BlockKind, SectionId, TokenKind};
use crate::facts::{Fate, Words};
use crate::lexicon::Concept;
use crate::mention::{ConceptSet, Reading};
use crate::span::TextRange;

/// Longest name, in words.
const LONGEST_NAME: usize = 30;
/// Longest heading that names an option, in words.
const LONGEST_HEADING: usize = 16;

/// Titles that stand over what is said of options, not over options.
pub(super) const ABOUT_OPTIONS: [Concept; 15] = [
    Concept::UpsidesTitle,
    Concept::DownsidesTitle,
    Concept::TitleCost,
    Concept::GivenUpTitle,
    Concept::CompareTitle,
    Concept::TitleDecision,
    Concept::TitleCriteria,
    Concept::TitleReason,
    Concept::TitleQuestions,
    Concept::TitleMetrics,
    Concept::TitleRisks,
    Concept::TitleBackground,
    Concept::TitleMilestones,
    Concept::TitleEvidence,
    Concept::TitleReversal,
];

pub(super) fn read(gathering: &mut Gathering<'_, '_>) {
    let reading = gathering.reading;
    for section in 1..reading.doc.sections.len() as SectionId {
        read_heading(gathering, section);
    }
    for list in 0..reading.doc.lists.len() as u32 {
        read_list(gathering, list);
    }
    read_labels(gathering);
    spread(gathering);
}

/// `### Option 2: …`, or any heading right under one that introduces options.
fn read_heading(gathering: &mut Gathering<'_, '_>, section: SectionId) {
    let reading = gathering.reading;
    let doc = reading.doc;
    let this = &doc.sections[section as usize];
    let Some(heading) = this.heading else { return };
    let own = reading.heading(section);
    let block = &doc.blocks[heading as usize];
    let title = doc.title_of(section);
    if this.blocks.is_empty() || title.is_empty() {
        return;
    }
    let marked = own.has(Concept::OptionMark);
    let parent = this.parent.map(|parent| reading.heading(parent));
    let under_options = parent.is_some_and(|parent| parent.has(Concept::OptionsTitle))
        && !own.has(Concept::OptionsTitle)
        && !own.has_any(&ABOUT_OPTIONS);
    let tokens = tokens_in(doc, title);
    let length = tokens.iter().filter(|t| t.kind == TokenKind::Word || t.kind == TokenKind::Number).count();
    if !(marked || under_options) || length > LONGEST_HEADING || doc.str(title).ends_with('?') {
        return;
    }
    let sentence = block.sentences.start;
    let (mark, skipped) = mark_of(doc, tokens);
    let bare_mark = tokens[skipped..].iter().all(|t| t.kind == TokenKind::Mark);
    let known = mark.filter(|_| bare_mark).and_then(|mark| gathering.marked(mark));
    let choice = if let Some(known) = known {
        known
    } else if bare_mark && mark.is_some() {
        let Some(name) = first_sentence(reading, section) else { return };
        gathering.meet(name, mark, Group::Section(this.parent.unwrap_or(0)))
    } else {
        let placeholder = block.sentences.clone().any(|s| doc.sentences[s as usize].placeholder);
        if placeholder {
            return;
        }
        gathering.meet(reading.words_in(sentence, title), mark, Group::Section(this.parent.unwrap_or(0)))
    };
    settle(gathering, choice, own);
    if parent.is_some_and(|parent| parent.has(Concept::LeftOutTitle)) || under_alternatives(reading, section) {
        gathering.pass_over(choice);
    }
    for inner in this.blocks.clone() {
        gathering.set_region(inner, choice, TextRange::default());
    }
    if let Some(said) = first_sentence(reading, section) {
        let name = gathering.choice(choice).name;
        if said.text != name.text && gathering.choice(choice).description.is_empty() {
            gathering.choice(choice).description.push(said);
        }
    }
}

/// True when a heading above says that what stands under it was not taken.
fn under_alternatives(reading: &Reading<'_>, section: SectionId) -> bool {
    reading
        .doc
        .section_path(section)
        .any(|s| reading.heading(s).has(Concept::OptionsTitle) && says(reading, reading.doc.title_of(s), "alternative"))
}

fn says(reading: &Reading<'_>, range: TextRange, word: &str) -> bool {
    reading.doc.lower_str(range).contains(word)
}

/// The first sentence of a section's own first paragraph.
fn first_sentence(reading: &Reading<'_>, section: SectionId) -> Option<Words> {
    let doc = reading.doc;
    let this = &doc.sections[section as usize];
    let block = this.blocks.clone().find(|&b| doc.blocks[b as usize].section == section)?;
    let b = &doc.blocks[block as usize];
    if b.kind != BlockKind::Paragraph || b.label.is_some() || b.image || b.sentences.is_empty() {
        return None;
    }
    let sentence = b.sentences.start;
    (!doc.sentences[sentence as usize].placeholder && reading.length(sentence) >= 4).then(|| reading.words_of(sentence))
}

/// The items of a list that a line or a heading introduces as options.
fn read_list(gathering: &mut Gathering<'_, '_>, list: u32) {
    let reading = gathering.reading;
    let doc = reading.doc;
    let this = &doc.lists[list as usize];
    let Some(&first) = this.items.first() else { return };
    if gathering.region(first).is_some() {
        return;
    }
    let before = this.lead.or_else(|| line_before(reading, first));
    let lead = before.map(|lead| reading.whole(lead));
    let heading = reading.heading(this.section);
    let about = [Concept::UpsidesTitle, Concept::DownsidesTitle, Concept::TitleCriteria, Concept::TitleRequirements];
    // What users can choose from on a screen is no option of the author's.
    let introduces = |set: &ConceptSet| {
        set.has_any(&[Concept::OptionsTitle, Concept::LeftOutTitle])
            && (set.has(Concept::We) || !set.has(Concept::People) || set.has(Concept::Considering))
    };
    let stands = match &lead {
        // `We decided against it for the following reasons:` leads to reasons.
        Some(_) if before.is_some_and(|lead| says(reading, reading.doc.blocks[lead as usize].text, "reasons")) => false,
        Some(lead) => introduces(lead) || introduces(heading) && !lead.has_any(&about) && this.depth == 0,
        None => introduces(heading) && this.depth == 0,
    };
    let stands = stands || this.depth == 0 && !of_other_things(heading) && has_idle_item(reading, &this.items);
    let frame = lead.as_ref().filter(|lead| introduces(lead)).unwrap_or(heading);
    let left_out = frame.has(Concept::LeftOutTitle);
    let weighed = frame.has_any(&[Concept::OptionsTitle, Concept::Considering, Concept::DecliningOne]);
    let passed_over = left_out || lead_says(reading, before, this.section, "alternative");
    for (at, &item) in this.items.iter().enumerate() {
        let set = reading.whole(item);
        let mark = mark_of_label(reading, item);
        let marked = set.has(Concept::OptionMark)
            || mark.is_some()
            || reading.label(item).has_any(&[Concept::OptionLabel, Concept::OptionMark]);
        if !(stands || marked) || doc.blocks[item as usize].struck && !left_out {
            continue;
        }
        let Some(named) = name_of_item(reading, item) else { continue };
        // A list of what waits is a list of options only where it argues.
        if left_out && !weighed && !marked && named.rest.is_none() {
            continue;
        }
        let number = mark.or_else(|| this.ordered.then(|| hash(&(at + 1).to_string())));
        let choice = gathering.meet(named.name, number, Group::List(list));
        settle(gathering, choice, &set);
        if passed_over {
            gathering.pass_over(choice);
        }
        if left_out && gathering.choice(choice).fate == Fate::Open {
            gathering.choice(choice).fate = Fate::Rejected;
        }
        gathering.set_region(item, choice, named.name.text);
    }
}

/// True for a list of several items of which one is to do nothing, so that the others are what could be done instead.
fn has_idle_item(reading: &Reading<'_>, items: &[BlockId]) -> bool {
    let idle = |item: BlockId| begins_with(reading, item, Concept::IdleOption);
    items.len() > 2 && items.iter().any(|&item| idle(item))
}

/// Titles over lists that name doing nothing and are no options.
fn of_other_things(heading: &ConceptSet) -> bool {
    heading.has_any(&[Concept::TitleRequirements, Concept::TitleScopeOut, Concept::TitleRule, Concept::TitleReversal])
}

/// The paragraph right before a list, when it ends in no colon and yet says that options follow.
fn line_before(reading: &Reading<'_>, first: BlockId) -> Option<BlockId> {
    let doc = reading.doc;
    let before = first.checked_sub(1)?;
    let (this, that) = (&doc.blocks[first as usize], &doc.blocks[before as usize]);
    let introduces = that.kind == BlockKind::Paragraph
        && that.section == this.section
        && reading.whole(before).has_any(&[Concept::OptionsTitle, Concept::LeftOutTitle]);
    introduces.then_some(before)
}

fn lead_says(reading: &Reading<'_>, lead: Option<BlockId>, section: SectionId, word: &str) -> bool {
    let own = lead.is_some_and(|lead| says(reading, reading.doc.blocks[lead as usize].text, word));
    own || says(reading, reading.doc.title_of(section), word)
}

/// The number or letter of a label that is nothing else: `Option 2:`, `Alternative B:`.
fn mark_of_label(reading: &Reading<'_>, block: BlockId) -> Option<u64> {
    let doc = reading.doc;
    let tokens = tokens_in(doc, doc.blocks[block as usize].label?);
    let counts_options =
        tokens.first().is_some_and(|t| matches!(doc.lower_str(t.text), "option" | "alternative" | "variant"));
    let (mark, skipped) = mark_of(doc, tokens);
    mark.filter(|_| counts_options && tokens[skipped..].iter().all(|t| t.kind == TokenKind::Mark))
}

/// An item's name, and what it says after it.
struct Named {
    name: Words,
    rest: Option<TextRange>,
}

fn name_of_item(reading: &Reading<'_>, item: BlockId) -> Option<Named> {
    let doc = reading.doc;
    let block = &doc.blocks[item as usize];
    let sentence = block.sentences.start;
    let placeholder = block.sentences.clone().all(|s| doc.sentences[s as usize].placeholder);
    let is_marker = reading.label(item).has(Concept::OptionLabel) || mark_of_label(reading, item).is_some();
    if let Some(label) = block.label.filter(|_| !is_marker) {
        return (!placeholder || block.sentences.is_empty()).then(|| Named {
            name: words_at(reading, item, label),
            rest: (!block.text.is_empty()).then_some(block.text),
        });
    }
    if block.sentences.is_empty() || placeholder || doc.sentences[sentence as usize].question {
        return None;
    }
    if let Some(lead) = block.bold_lead.filter(|lead| !is_marker && lead.end < block.text.end) {
        let rest = TextRange::new(lead.end, block.text.end);
        return Some(Named { name: reading.words_in(sentence, lead), rest: Some(rest) });
    }
    let first = doc.sentences[sentence as usize].text;
    let end = name_end(reading, first);
    let name = reading.words_in(sentence, TextRange::new(first.start, end));
    let rest = (end + 3 < block.text.end).then(|| TextRange::new(end, block.text.end));
    let length = tokens_in(doc, name.text).iter().filter(|t| t.kind != TokenKind::Mark).count();
    (1..=LONGEST_NAME).contains(&length).then_some(Named { name, rest })
}

/// Where the name at the start of a sentence ends: at a dash or colon between spaces, else at a contrast or a reason.
pub(super) fn name_end(reading: &Reading<'_>, sentence: TextRange) -> u32 {
    let doc = reading.doc;
    let tokens = tokens_in(doc, sentence);
    let spaced = |at: u32| doc.text.as_bytes().get(at as usize - 1).is_none_or(u8::is_ascii_whitespace);
    let skip = mark_of(doc, tokens).1;
    for token in tokens.iter().skip(skip.max(1)) {
        let ends = match token.kind {
            TokenKind::Mark => match doc.str(token.text) {
                "—" | "–" | "-" | "=" | "→" => spaced(token.text.start),
                // The colon of `17:00` is no end.
                ":" => doc.text.as_bytes().get(token.text.end as usize).is_none_or(u8::is_ascii_whitespace),
                ";" => true,
                _ => false,
            },
            TokenKind::Word => matches!(doc.lower_str(token.text), "because" | "but" | "however" | "although"),
            _ => false,
        };
        if ends {
            return token.text.start;
        }
    }
    sentence.end
}

/// Paragraphs that begin with `Option A:` or the like, and what follows them in their section.
fn read_labels(gathering: &mut Gathering<'_, '_>) {
    let reading = gathering.reading;
    let doc = reading.doc;
    let mut open: Option<(u32, SectionId)> = None;
    for block in 0..doc.blocks.len() as BlockId {
        let b = &doc.blocks[block as usize];
        if open.is_some_and(|(_, section)| section != b.section) {
            open = None;
        }
        if b.kind != BlockKind::Paragraph {
            if let (Some((choice, _)), BlockKind::Item, None) = (open, b.kind, gathering.region(block)) {
                gathering.set_region(block, choice, TextRange::default());
            }
            continue;
        }
        let label = reading.label(block);
        let mark = mark_of_label(reading, block);
        let marked = mark.is_some() || label.has_any(&[Concept::OptionMark, Concept::OptionLabel]);
        if marked
            && gathering.region(block).is_none()
            && let Some(named) = name_of_item(reading, block)
        {
            let choice = gathering.meet(named.name, mark, Group::Section(b.section));
            settle(gathering, choice, &reading.whole(block));
            gathering.set_region(block, choice, named.name.text);
            open = Some((choice, b.section));
            continue;
        }
        match open {
            Some(_) if b.label.is_some() && !label.has_any(&SIDES) => open = None,
            Some((choice, _)) if gathering.region(block).is_none() => {
                gathering.set_region(block, choice, TextRange::default());
            }
            _ => {}
        }
    }
}

const SIDES: [Concept; 4] = [Concept::TitleGain, Concept::TitleCost, Concept::UpsidesTitle, Concept::DownsidesTitle];

/// What stands inside an item speaks of the item's option.
fn spread(gathering: &mut Gathering<'_, '_>) {
    let doc = gathering.reading.doc;
    for block in 0..doc.blocks.len() as BlockId {
        let b = &doc.blocks[block as usize];
        let outer = b.inside_item.and_then(|item| gathering.region(item));
        if let (None, Some(choice)) = (gathering.region(block), outer) {
            gathering.set_region(block, choice, TextRange::default());
        }
    }
}

/// Reads an option's fate out of the words at its name: `NOT chosen`, `(recommended)`.
pub(super) fn settle(gathering: &mut Gathering<'_, '_>, choice: u32, said: &ConceptSet) {
    let fate = if said.has(Concept::FateRejected) {
        Fate::Rejected
    } else if said.has(Concept::FateDeferred) {
        Fate::Deferred
    } else if said.has(Concept::FateChosen) {
        Fate::Chosen
    } else {
        return;
    };
    let choice = gathering.choice(choice);
    if choice.fate == Fate::Open {
        choice.fate = fate;
    }
}
