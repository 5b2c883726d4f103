//! Tables, lists, headings and sentences → the steps of a plan, when they come and what they wait for.

use std::collections::BTreeMap;

use super::names::{Names, phrase};
use super::needs::{EASED, offers};
use super::place::{self, Place};
use super::{Need, Plan, Step, needs};
use crate::document::{BlockId, BlockKind, List, Section, SectionId, Table};
use crate::facts::Words;
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::span::TextRange;

/// Most places of one step that are kept; a name with more is no one piece of work.
const MOST_PLACES: usize = 8;
/// Longest name of a step, in bytes.
const LONGEST_NAME: u32 = 90;

/// Steps as they are collected.
pub(super) struct Steps<'p, 'r, 'd> {
    pub(super) reading: &'r Reading<'d>,
    pub(super) plan: &'p mut Plan,
    pub(super) names: Names,
    /// The step of an item or of the heading of a section, by its block.
    of_block: BTreeMap<BlockId, u32>,
    /// What cells say that rows wait for, to be looked up when all names are known.
    cells: Vec<Asked>,
}

/// What rows of a table are called in its columns of numbers and of places: none where two rows are called the same.
type Ids = BTreeMap<(u32, String), Option<u32>>;

/// A cell that names what a row waits for, or what waits for it.
struct Asked {
    step: u32,
    block: BlockId,
    table: u32,
    /// The cell names what waits for the row.
    reversed: bool,
}

/// Reads steps and what they wait for.
pub(super) fn read(reading: &Reading<'_>, plan: &mut Plan) {
    let doc = reading.doc;
    let mut steps = Steps { reading, plan, names: Names::default(), of_block: BTreeMap::new(), cells: Vec::new() };
    let mut ids = BTreeMap::new();
    for (at, table) in doc.tables.iter().enumerate().filter(|(_, table)| table.header && table.rows > 2) {
        steps.of_table(at as u32, table, &mut ids);
    }
    let places = section_places(reading);
    steps.of_headings(&places);
    for (at, list) in doc.lists.iter().enumerate() {
        steps.of_list(at as u32, list, &places);
    }
    steps.cells(&ids);
    needs::read(&mut steps);
    let Plan { needs, steps: known, .. } = steps.plan;
    // What a sentence says of things that are no part of a plan is no need of it.
    needs.retain(|need| known[need.step as usize].planned && known[need.on as usize].planned);
    needs.sort_by_key(|need| (need.words.text, need.step, need.on));
    needs.dedup_by_key(|need| (need.step, need.on));
}

/// The place of each section: that with which its heading begins, or one around it. One such heading alone, such as a title
/// with a year, is no order; it takes another one beside it.
fn section_places(reading: &Reading<'_>) -> Vec<Option<Place>> {
    let doc = reading.doc;
    let own = |section: &Section| place::of_title(reading, reading.words_of_block(section.heading?)?);
    let mut places: Vec<Option<Place>> = doc.sections.iter().map(own).collect();
    // The last section with a place under each parent, and whether it has company.
    let mut last: BTreeMap<Option<SectionId>, (usize, bool)> = BTreeMap::new();
    let mut alone = Vec::new();
    for (at, section) in doc.sections.iter().enumerate() {
        let Some(place) = places[at] else { continue };
        let before = last.get(&section.parent).copied();
        let like = before.is_some_and(|(other, _)| places[other].is_some_and(|other| place.is_like(&other)));
        if let Some((other, false)) = before.filter(|_| !like) {
            alone.push(other);
        }
        last.insert(section.parent, (at, like));
    }
    alone.extend(last.values().filter(|(_, company)| !company).map(|(at, _)| *at));
    for at in alone {
        places[at] = None;
    }
    for (at, section) in doc.sections.iter().enumerate() {
        places[at] = places[at].or(section.parent.and_then(|parent| places[parent as usize]));
    }
    places
}

impl Steps<'_, '_, '_> {
    /// The step of a name, which is made when no step goes by it yet.
    pub(super) fn step(&mut self, name: Words, planned: bool) -> Option<u32> {
        let words = phrase(self.reading, name.text);
        if words.is_empty() || name.text.len() > LONGEST_NAME {
            return None;
        }
        let known = self.names.exact(&words);
        let step = known.unwrap_or(self.plan.steps.len() as u32);
        if known.is_none() {
            self.plan.steps.push(Step { name, places: Vec::new(), planned, placed: false });
            self.names.add(&words, step);
        }
        self.plan.steps[step as usize].planned |= planned;
        Some(step)
    }

    /// Adds a place to a step; `own` when it is its own, and not that of what it stands under.
    pub(super) fn put(&mut self, step: u32, place: Option<Place>, own: bool) {
        let own = place.is_some_and(|place| own || place.is_horizon());
        self.plan.steps[step as usize].placed |= own;
        let places = &mut self.plan.steps[step as usize].places;
        if let Some(place) = place
            && places.len() < MOST_PLACES
            && !places.contains(&place)
        {
            places.push(place);
        }
    }

    pub(super) fn need(&mut self, step: u32, on: u32, words: Words) {
        if step != on {
            self.plan.needs.push(Need { step, on, words });
        }
    }

    /// The step that a block belongs to: its own item, one around it, or the heading over it.
    pub(super) fn over(&self, block: BlockId) -> Option<u32> {
        let doc = self.reading.doc;
        let mut at = Some(block);
        for _ in 0..4 {
            let Some(item) = at else { break };
            if let Some(&step) = self.of_block.get(&item) {
                return Some(step);
            }
            at = doc.blocks[item as usize].inside_item;
        }
        let block = &doc.blocks[block as usize];
        let heading = doc.sections[block.section as usize].heading?;
        self.of_block.get(&heading).copied()
    }

    /// Takes a block as one that tells of a step.
    pub(super) fn hold(&mut self, block: BlockId, step: u32) {
        self.of_block.insert(block, step);
    }

    /// True for the cell that names the step of its row.
    pub(super) fn is_row(&self, block: BlockId) -> bool {
        matches!(self.reading.doc.blocks[block as usize].kind, BlockKind::Cell { .. })
            && self.of_block.contains_key(&block)
    }

    fn of_table(&mut self, at: u32, table: &Table, ids: &mut Ids) {
        let reading = self.reading;
        let doc = reading.doc;
        let title = |column: u32| table.cell(0, column);
        let named = |concept: Concept| {
            (0..table.columns).find(|&c| title(c).is_some_and(|cell| reading.whole(cell).has(concept)))
        };
        let (needs, blocks) = (named(Concept::NeedsColumn), named(Concept::BlocksColumn));
        let order = named(Concept::OrderColumn);
        if needs.is_none() && blocks.is_none() && order.is_none() {
            return;
        }
        let is_id = |column: u32| {
            title(column).is_some_and(|cell| {
                matches!(
                    doc.lower_str(doc.blocks[cell as usize].text).trim(),
                    "#" | "id" | "no" | "no." | "nr" | "key" | "ref"
                )
            })
        };
        let taken = [needs, blocks, order];
        let Some(name) = (0..table.columns).find(|&c| !taken.contains(&Some(c)) && !is_id(c)) else { return };
        // Parts of a machine may well need each other.
        if title(name).is_some_and(|cell| reading.whole(cell).has(Concept::PartColumn)) {
            return;
        }
        // Without a column of needs, a table is a plan only where all its rows have places; one by date may be a log.
        let mut rows = Vec::new();
        for row in 1..table.rows {
            let Some(words) = table.cell(row, name).and_then(|cell| reading.words_of_block(cell)) else { continue };
            let place =
                order.and_then(|column| table.cell(row, column)).and_then(|cell| place::of_cell(reading, cell, at));
            rows.push((row, words, place));
        }
        let dated =
            order.and_then(title).is_some_and(|cell| doc.lower_str(doc.blocks[cell as usize].text).trim() == "date");
        if needs.is_none() && blocks.is_none() && (dated || rows.iter().any(|(.., place)| place.is_none())) {
            return;
        }
        for (row, words, place) in rows {
            let Some(step) = self.row(words) else { continue };
            self.hold(words.block, step);
            self.put(step, place, true);
            for column in (0..table.columns).filter(|&c| is_id(c) || Some(c) == order) {
                let Some(cell) = table.cell(row, column) else { continue };
                let id = doc.lower_str(doc.blocks[cell as usize].text).trim().to_owned();
                ids.entry((at, id)).and_modify(|known| *known = None).or_insert(Some(step));
            }
            for (column, reversed) in [(needs, false), (blocks, true)] {
                let cell = column.and_then(|column| table.cell(row, column));
                self.cells.extend(cell.map(|block| Asked { step, block, table: at, reversed }));
            }
        }
    }

    /// The step of a row or an item, known by its whole name and by what comes before a colon, a dash or a bracket.
    fn row(&mut self, words: Words) -> Option<u32> {
        let text = self.reading.doc.str(words.text);
        let end = [" (", ": ", " – ", " — ", " - ", "; "].iter().filter_map(|mark| text.find(mark)).min();
        let head = end.map_or(words.text, |end| TextRange::new(words.text.start, words.text.start + end as u32));
        let step = self.step(Words { text: head, ..words }, true)?;
        let whole = phrase(self.reading, words.text);
        self.names.add(&whole, step);
        Some(step)
    }

    /// Headings under a place, and headings that are one: `### Bulk import` under `## Now`, `## Phase 2: depots`.
    fn of_headings(&mut self, places: &[Option<Place>]) {
        let reading = self.reading;
        let doc = reading.doc;
        for section in &doc.sections {
            let Some(heading) = section.heading else { continue };
            let Some(words) = reading.words_of_block(heading) else { continue };
            let id = doc.blocks[heading as usize].section;
            let Some(place) = places[id as usize] else { continue };
            let own = place.words.block == heading;
            let step = if own {
                let label = Words { text: place.words.text, ..words };
                let step = self.step(label, true);
                let rest = TextRange::new(place.words.text.end, doc.bare(words.text).end.max(place.words.text.end));
                if let (Some(step), false) = (step, rest.is_empty()) {
                    let name = phrase(reading, rest);
                    self.names.add(&name, step);
                }
                step
            } else {
                self.step(Words { text: doc.bare(words.text), ..words }, true)
            };
            if let Some(step) = step {
                self.put(step, Some(place), own);
                self.of_block.insert(heading, step);
            }
        }
    }

    fn of_list(&mut self, at: u32, list: &List, places: &[Option<Place>]) {
        let reading = self.reading;
        let doc = reading.doc;
        let heading = |section: SectionId| *reading.heading(section);
        let lead = list.lead.and_then(|lead| reading.words_of_block(lead));
        let bucket = lead.and_then(|words| place::of_title(reading, words)).or(places[list.section as usize]);
        let title =
            list.lead.map_or_else(|| heading(list.section), |lead| heading(list.section).union(&reading.whole(lead)));
        let ordered = list.ordered && list.items.len() > 1 && title.has(Concept::OrderTitle);
        let told = |item: &BlockId| {
            let sentences = doc.blocks[*item as usize].sentences.clone();
            sentences.into_iter().any(|s| reading.says(s, Concept::NeedsCue)) || label_place(reading, *item).is_some()
        };
        if bucket.is_none() && !ordered && !list.items.iter().any(told) {
            return;
        }
        for (index, &item) in list.items.iter().enumerate() {
            let block = &doc.blocks[item as usize];
            if block.struck || block.quoted || block.inside_item.is_some() && bucket.is_none() {
                continue;
            }
            let own = label_place(reading, item);
            let Some(name) = item_name(reading, item, own.is_some()) else { continue };
            let Some(step) = self.step(name, true) else { continue };
            let listed = ordered.then(|| Place::in_list(name, at, index));
            self.put(step, own.or(bucket).or(listed), own.is_some() || bucket.is_none());
            self.of_block.insert(item, step);
        }
    }

    /// Looks up what the cells of needs name.
    fn cells(&mut self, ids: &Ids) {
        let reading = self.reading;
        let doc = reading.doc;
        for Asked { step, block, table, reversed } in std::mem::take(&mut self.cells) {
            let Some(words) = reading.words_of_block(block) else { continue };
            let sentences = doc.blocks[block as usize].sentences.clone();
            let eased = |s| reading.says_any(s, &EASED) || reading.says(s, Concept::NeedsMet);
            if sentences.into_iter().any(eased) || offers(reading, words.text) {
                continue;
            }
            for piece in pieces(reading, words.text) {
                let name = phrase(reading, piece);
                let id = doc.lower_str(piece).trim().trim_start_matches('#').to_owned();
                let other = ids.get(&(table, id)).copied().flatten().or_else(|| self.names.whole(&name));
                let Some(other) = other else { continue };
                let (from, on) = if reversed { (other, step) } else { (step, other) };
                self.need(from, on, Words { text: piece, ..words });
            }
        }
    }
}

/// The place in the label of a list item or paragraph: `**Q3 2026:** the bulk import`.
pub(super) fn label_place(reading: &Reading<'_>, block: BlockId) -> Option<Place> {
    let b = &reading.doc.blocks[block as usize];
    let label = b.label?;
    place::of_title(reading, Words { text: label, sentence: b.sentences.start, block })
}

/// What an item is called: its label or bold beginning, else what comes before the first mark or word of waiting.
pub(super) fn item_name(reading: &Reading<'_>, item: BlockId, placed: bool) -> Option<Words> {
    let doc = reading.doc;
    let block = &doc.blocks[item as usize];
    let sentence = block.sentences.clone().next()?;
    let trimmed = |text: TextRange| Words { text: doc.bare(text), sentence, block: item };
    if let Some(label) = block.label.filter(|_| !placed) {
        return Some(trimmed(label));
    }
    let text = doc.sentences[sentence as usize].text;
    if let Some(lead) = block.bold_lead.filter(|lead| lead.start >= text.start) {
        return Some(trimmed(lead));
    }
    let cue = reading.hit(sentence, Concept::NeedsCue).map(|hit| hit.text.start);
    let marks = [',', ':', ';', '(', '–', '—', '.'];
    let written = doc.str(text);
    let mark = written.find(marks).or_else(|| written.find(" - ")).map(|at| text.start + at as u32);
    let end = cue.into_iter().chain(mark).min().unwrap_or(text.end);
    (end > text.start).then(|| reading.words_in(sentence, TextRange::new(text.start, end)))
}

/// The parts of a cell between commas, semicolons, slashes, plus signs, line breaks and `and`.
pub(super) fn pieces(reading: &Reading<'_>, text: TextRange) -> Vec<TextRange> {
    let written = reading.doc.lower_str(text);
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at <= written.len() {
        let rest = written.get(at..).unwrap_or_default();
        let skip = [" and ", " & ", " + ", ", ", ",", ";", "\n"].iter().find(|mark| rest.starts_with(**mark));
        if let Some(mark) = skip.map(|mark| mark.len()).or((at == written.len()).then_some(1)) {
            if start < at {
                pieces.push(TextRange::new(text.start + start as u32, text.start + at as u32));
            }
            at += mark;
            start = at;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    pieces
}

/// True for a block whose sentences can tell of steps: no cell, no heading, nobody's quoted words.
pub(super) fn tells(reading: &Reading<'_>, block: BlockId) -> bool {
    let b = &reading.doc.blocks[block as usize];
    matches!(b.kind, BlockKind::Paragraph | BlockKind::Item) && !b.quoted && !b.struck
}
