//! Tables, lists and sentences → the efforts of one plan and how much work there is room for, in one unit.

use std::collections::BTreeMap;

use super::needs::offers;
use crate::document::{BlockId, BlockKind, SectionId, SentenceId, Table, TokenKind};
use crate::facts::Words;
use crate::facts::numbers::Figure;
use crate::facts::scores::amount_in;
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::mention::quantity::{Quantity, QuantityKind};

/// The efforts of one plan, and how much there is room for.
#[derive(Debug, Clone)]
pub struct Load {
    /// How much there is room for, in `unit`.
    pub capacity: Effort,
    /// What each piece takes, in `unit`.
    pub efforts: Vec<Effort>,
}

/// An amount of work.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effort {
    /// Its words.
    pub words: Words,
    /// The number, in the unit that it is told in.
    pub value: f64,
    /// Said to be approximate, or a bound.
    pub loose: bool,
    unit: Unit,
}

/// What work is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Unit {
    /// Of one person.
    person: bool,
    base: Base,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Base {
    Hour,
    Day,
    Week,
    Month,
    Sprint,
    Point,
}

/// The one capacity that a section tells, and what else it says of it.
struct Room {
    capacity: Effort,
    /// The efforts there may not be of one plan, or are told to be too many.
    open: bool,
    /// Several people work there at a time.
    hands: bool,
    /// It is told to be room for work, in so many words or by the title that it stands under.
    plainly: bool,
}

/// Reads every set of efforts for which the text says, near by, how much there is room for.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Load> {
    let doc = reading.doc;
    let rooms = rooms(reading);
    if rooms.is_empty() {
        return Vec::new();
    }
    let mut loads = Vec::new();
    for table in doc.tables.iter().filter(|table| table.header && table.rows > 2) {
        let Some(room) = rooms.get(&table.section).filter(|room| room.plainly) else { continue };
        loads.extend(of_table(reading, table).and_then(|efforts| room.load(efforts)));
    }
    for list in doc.lists.iter().filter(|list| list.items.len() > 1) {
        let Some(room) = rooms.get(&list.section).filter(|room| room.plainly) else { continue };
        let efforts: Option<Vec<Effort>> = list.items.iter().map(|&item| of_item(reading, item)).collect();
        loads.extend(efforts.and_then(|efforts| room.load(efforts)));
    }
    for sentence in reading.sentences().filter(|&s| reading.quantities(s).len() > 1) {
        let block = &doc.blocks[reading.block_of(sentence) as usize];
        let Some(room) = rooms.get(&block.section).filter(|_| block.kind == BlockKind::Paragraph) else { continue };
        loads.extend(room.load(of_sentence(reading, sentence)));
    }
    loads.sort_by_key(|load| load.capacity.words.text);
    loads
}

/// The capacity of each section that tells one and only one.
fn rooms(reading: &Reading<'_>) -> BTreeMap<SectionId, Room> {
    let doc = reading.doc;
    let mut said: BTreeMap<SectionId, Option<Effort>> = BTreeMap::new();
    for (section, effort) in reading.sentences().filter_map(|s| capacity(reading, s)) {
        said.entry(section).and_modify(|known| *known = None).or_insert(Some(effort));
    }
    let one = said.into_iter().filter_map(|(section, effort)| effort.map(|effort| (section, effort)));
    let room = |(at, capacity): (SectionId, Effort)| {
        let mut words = *reading.heading(at);
        let Words { sentence, block, .. } = capacity.words;
        let said = reading.says(sentence, Concept::CapacitySaid) || reading.label(block).has(Concept::CapacitySaid);
        let plainly = said || capacity.unit.person || words.has_any(&[Concept::TitleMilestones, Concept::OrderTitle]);
        let mut fits = false;
        let title = doc.sections[at as usize].heading;
        for (id, _) in doc.blocks_in(at).filter(|(_, block)| block.section == at) {
            let own = reading.whole(id);
            // A title may well ask what fits.
            fits |= Some(id) != title && own.has(Concept::CapacityFits);
            words = words.union(&own);
        }
        let or = doc.blocks_in(at).any(|(_, block)| block.section == at && offers(reading, block.text));
        let (open, hands) = (or || fits || words.has(Concept::CapacityOpen), words.has(Concept::ParallelHands));
        (at, Room { capacity, open, hands, plainly })
    };
    one.map(room).collect()
}

impl Room {
    /// The efforts with the room, when nothing leaves open how the two belong together.
    fn load(&self, efforts: Vec<Effort>) -> Option<Load> {
        let unit = self.capacity.unit;
        let same = efforts.len() > 1 && efforts.iter().all(|effort| effort.unit == unit);
        let itself = efforts.iter().any(|effort| effort.words.text == self.capacity.words.text);
        // Spans of time add up for one pair of hands only.
        let hands = self.hands && !unit.person && unit.base != Base::Point;
        (same && !itself && !hands && !self.open).then_some(Load { capacity: self.capacity, efforts })
    }
}

/// How much there is room for, when a sentence says that and no other amount of work.
fn capacity(reading: &Reading<'_>, sentence: SentenceId) -> Option<(SectionId, Effort)> {
    let doc = reading.doc;
    let block = reading.block_of(sentence);
    let cues = [Concept::CapacitySaid, Concept::TimeHad];
    let named = reading.says_any(sentence, &cues) || reading.label(block).has(Concept::CapacitySaid);
    if !named || doc.sentences[sentence as usize].question {
        return None;
    }
    let in_cell = matches!(doc.blocks[block as usize].kind, BlockKind::Cell { .. });
    let mut amounts = amounts(reading, sentence);
    let amount = amounts.next()?;
    // Further amounts after the first, such as `10 weeks: 4 for labels and 3 for import`, are what it is spent on.
    let only = amounts.next().is_none() || doc.lower_str(doc.sentences[sentence as usize].text).contains(':');
    // Ten weeks of logs are no room for work.
    let after = doc.lower_between(amount.words.text.end, doc.sentences[sentence as usize].text.end);
    let thing = after.trim_start().strip_prefix("of ").map(|rest| rest.split([' ', ',', '.', ':']).next());
    let work = thing.is_none_or(|word| {
        matches!(word, Some("work" | "capacity" | "engineering" | "development" | "effort" | "time"))
    });
    (only && work && !in_cell).then_some((doc.blocks[block as usize].section, amount))
}

/// The amounts of work that a sentence tells.
fn amounts<'r>(reading: &'r Reading<'_>, sentence: SentenceId) -> impl Iterator<Item = Effort> + 'r {
    let start = reading.doc.sentences[sentence as usize].text.start;
    let own = move |q: &&Quantity| q.text.start >= start;
    reading.quantities(sentence).iter().filter(own).filter_map(|quantity| amount(reading, quantity))
}

fn amount(reading: &Reading<'_>, quantity: &Quantity) -> Option<Effort> {
    let figure = Figure::of(reading, quantity)?;
    let doc = reading.doc;
    let mut text = quantity.text;
    let last = doc.tokens.get(quantity.tokens.end.checked_sub(1)? as usize)?;
    let unit = match quantity.kind {
        QuantityKind::Effort => Unit { person: true, base: base(doc.lower_str(last.text))? },
        QuantityKind::Duration => Unit { person: false, base: base(doc.lower_str(last.text))? },
        QuantityKind::Number => {
            let mut next = doc.tokens[quantity.tokens.end as usize..].iter();
            let mut word = next.next()?;
            if doc.lower_str(word.text) == "story" {
                word = next.next()?;
            }
            let base = base(doc.lower_str(word.text)).filter(|base| matches!(base, Base::Point | Base::Sprint))?;
            text = text.cover(word.text);
            Unit { person: false, base }
        }
        _ => return None,
    };
    let value = match (quantity.kind, unit.base) {
        (QuantityKind::Number, _) => figure.value,
        (_, base) => figure.value / base.days()?,
    };
    Some(Effort { words: Words { text, ..figure.words }, value, loose: figure.loose, unit })
}

impl Base {
    /// Days in one, as quantities count them.
    fn days(self) -> Option<f64> {
        match self {
            Self::Hour => Some(1.0 / 24.0),
            Self::Day => Some(1.0),
            Self::Week => Some(7.0),
            Self::Month => Some(365.25 / 12.0),
            Self::Sprint | Self::Point => None,
        }
    }
}

fn base(word: &str) -> Option<Base> {
    Some(match word {
        "h" | "hr" | "hrs" | "hour" | "hours" => Base::Hour,
        "d" | "day" | "days" | "pd" => Base::Day,
        "w" | "wk" | "wks" | "week" | "weeks" | "pw" => Base::Week,
        "mo" | "mos" | "month" | "months" | "pm" => Base::Month,
        "sprint" | "sprints" => Base::Sprint,
        "point" | "points" | "pts" | "sp" => Base::Point,
        _ => return None,
    })
}

/// The unit that a title names: `Effort (person-weeks)`, `Weeks`.
fn unit_of_title(reading: &Reading<'_>, title: BlockId) -> Option<Unit> {
    let doc = reading.doc;
    let words = doc.lower_str(doc.blocks[title as usize].text);
    let mut units = words.split(|c: char| !c.is_alphabetic()).filter_map(base);
    let (Some(base), None) = (units.next(), units.next()) else { return None };
    let of_one = ["person", "people", "engineer", "dev", "staff", "man-", "fte", "eng-", "eng "];
    Some(Unit { person: of_one.iter().any(|word| words.contains(word)), base })
}

/// What each row of a table takes, where every row has one amount.
fn of_table(reading: &Reading<'_>, table: &Table) -> Option<Vec<Effort>> {
    let doc = reading.doc;
    let titles = |concept: Concept| {
        (1..table.columns).filter(move |&c| table.cell(0, c).is_some_and(|cell| reading.whole(cell).has(concept)))
    };
    let mut columns = titles(Concept::EffortTitle);
    let (Some(column), None) = (columns.next(), columns.next()) else { return None };
    // Scores and fates make it a table of candidates.
    let rates = [Concept::ScoreColumn, Concept::RankColumn, Concept::ScoreInput, Concept::OptionColumn];
    if rates.into_iter().any(|concept| titles(concept).any(|c| c != column)) {
        return None;
    }
    if titles(Concept::OrderColumn).any(|c| several(reading, table, c)) {
        return None;
    }
    let unit = table.cell(0, column).and_then(|title| unit_of_title(reading, title));
    let mut efforts = Vec::new();
    for row in 1..table.rows {
        let name = table.cell(row, 0)?;
        if reading.whole(name).has_any(&[Concept::TotalRowName, Concept::CapacitySaid]) {
            continue;
        }
        let cell = table.cell(row, column)?;
        let sentence = doc.blocks[cell as usize].sentences.clone().next()?;
        let quantities = reading.quantities(sentence);
        if quantities.is_empty() {
            efforts.push(person_months(reading, cell)?);
            continue;
        }
        let [quantity] = quantities else { return None };
        let effort = match amount(reading, quantity) {
            Some(effort) => effort,
            None if quantity.kind == QuantityKind::Number && is_bare(reading, cell) => {
                let figure = Figure::of(reading, quantity)?;
                Effort { words: figure.words, value: figure.value, loose: figure.loose, unit: unit? }
            }
            None => return None,
        };
        efforts.push(effort);
    }
    Some(efforts)
}

/// `2 pm` under a title of efforts is no time of day.
fn person_months(reading: &Reading<'_>, cell: BlockId) -> Option<Effort> {
    let (value, unit) = amount_in(reading.doc, reading.doc.blocks[cell as usize].text)?;
    let words = reading.words_of_block(cell)?;
    let unit = Unit { person: true, base: base(unit).filter(|_| unit == "pm")? };
    Some(Effort { words, value, loose: false, unit })
}

/// A cell that holds nothing but a number.
fn is_bare(reading: &Reading<'_>, cell: BlockId) -> bool {
    let doc = reading.doc;
    let sentences = doc.blocks[cell as usize].sentences.clone();
    sentences.into_iter().all(|sentence| {
        let range = &doc.sentences[sentence as usize].tokens;
        doc.tokens[range.start as usize..range.end as usize].iter().all(|token| token.kind != TokenKind::Word)
    })
}

/// A column does not say the same in every row.
fn several(reading: &Reading<'_>, table: &Table, column: u32) -> bool {
    let doc = reading.doc;
    let word = |row: u32| table.cell(row, column).map_or("", |cell| doc.lower_str(doc.blocks[cell as usize].text));
    (2..table.rows).any(|row| word(row) != word(1))
}

/// What an item takes, when it says so once: `Address check: 3 weeks`.
fn of_item(reading: &Reading<'_>, item: BlockId) -> Option<Effort> {
    let block = &reading.doc.blocks[item as usize];
    let mut sentences = block.sentences.clone();
    let (Some(sentence), None) = (sentences.next(), sentences.next()) else { return None };
    let [quantity] = reading.quantities(sentence) else { return None };
    let effort = amount(reading, quantity)?;
    let text = reading.doc.sentences[sentence as usize].text;
    // What comes after the amount or before it is a name, not a story about time.
    let rest = reading.doc.lower_between(effort.words.text.end, text.end);
    let last = rest.chars().all(|c| !c.is_alphanumeric()) || rest.trim_start().starts_with([')', '–', '—', ':']);
    (last && !block.struck && reading.length(sentence) <= 14).then_some(effort)
}

/// What a sentence says that each of several pieces takes: `the import takes 3 weeks and the labels take 2 weeks`.
fn of_sentence(reading: &Reading<'_>, sentence: SentenceId) -> Vec<Effort> {
    let doc = reading.doc;
    let text = doc.sentences[sentence as usize].text;
    let mut efforts = Vec::new();
    for quantity in reading.quantities(sentence).iter().filter(|q| q.text.start >= text.start) {
        let Some(effort) = amount(reading, quantity) else { return Vec::new() };
        let before = doc.lower_between(text.start, quantity.text.start);
        let after = doc.lower_between(effort.words.text.end, text.end);
        let taken = before.trim_end().rsplit(' ').next().unwrap_or_default();
        let takes = matches!(taken, "takes" | "take" | "needs" | "need" | "costs" | "cost" | "is" | "are");
        let spent = after.trim_start().starts_with("for ") || after.trim_start().starts_with("on ");
        // The room itself may be told in front of what it is spent on.
        if efforts.is_empty()
            && after.trim_start().starts_with(':')
            && reading.says_any(sentence, &[Concept::CapacitySaid, Concept::TimeHad])
        {
            continue;
        }
        if !takes && !spent {
            return Vec::new();
        }
        efforts.push(effort);
    }
    efforts
}

impl Load {
    /// What all pieces take together.
    pub fn total(&self) -> f64 {
        self.efforts.iter().map(|effort| effort.value).sum()
    }
}
