//! Words → when a piece of work comes: a phase, a sprint, a quarter, a date, or now, next and later.

use crate::document::{BlockId, SentenceId, TokenKind};
use crate::facts::Words;
use crate::lexicon::lists;
use crate::mention::Reading;
use crate::mention::quantity::{Bound, Date, Quantity, QuantityKind};
use crate::span::TextRange;

/// When a piece of work comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The words that say so.
    pub words: Words,
    scale: Scale,
    start: i32,
    end: i32,
}

/// What places are told by; only those on one scale can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    /// Now, next, later.
    Horizon,
    /// Numbers of a word: phases, sprints. The index in [`lists::NUMBERED`].
    Numbered(usize),
    /// Bare numbers of one column, by its table.
    Column(u32),
    /// The order of one numbered list.
    List(u32),
    /// Days with a year.
    Days { fiscal: bool },
    /// Days without a year.
    Yearless { fiscal: bool },
}

/// Horizons of a roadmap, with their order.
const HORIZONS: [(&str, i32); 3] = [("now", 0), ("next", 1), ("later", 2)];

/// Numbers that are written as words.
const SPELLED: [(&str, i32); 5] = [("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5)];

impl Place {
    /// The place of an item in a numbered list.
    pub(super) fn in_list(words: Words, list: u32, index: usize) -> Self {
        let index = i32::try_from(index).unwrap_or(i32::MAX);
        Self { words, scale: Scale::List(list), start: index, end: index }
    }

    /// True for now, next and later.
    pub(super) fn is_horizon(&self) -> bool {
        self.scale == Scale::Horizon
    }

    /// True when the two can be compared.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.scale == other.scale
    }

    /// True when this one is over before the other begins.
    pub fn is_before(&self, other: &Self) -> bool {
        // Where no year is told, the first month of the next year may come after the last of this: then only the order
        // in which the two are told can say which comes first.
        let told = !matches!(self.scale, Scale::Yearless { .. }) || self.words.text < other.words.text;
        self.scale == other.scale && self.end < other.start && told
    }
}

/// The place that a cell of a column of places holds.
pub(super) fn of_cell(reading: &Reading<'_>, block: BlockId, table: u32) -> Option<Place> {
    let words = reading.words_of_block(block)?;
    let doc = reading.doc;
    if let Some(place) = of_words(reading, words) {
        return Some(place);
    }
    let number = doc.lower_str(words.text).trim().trim_end_matches('.').parse::<u8>().ok()?;
    Some(Place { words, scale: Scale::Column(table), start: number.into(), end: number.into() })
}

/// The place with which a title or label begins: `Phase 2: depots`, `Q3 2026`, `Now`.
pub(super) fn of_title(reading: &Reading<'_>, words: Words) -> Option<Place> {
    let doc = reading.doc;
    let bare = doc.bare(words.text);
    let place = of_words(reading, Words { text: bare, ..words })?;
    let before = doc.lower_between(bare.start, place.words.text.start);
    before.chars().all(|letter| !letter.is_alphanumeric()).then_some(place)
}

/// The one place that a sentence names, whatever else it says.
pub(super) fn in_sentence(reading: &Reading<'_>, sentence: SentenceId) -> Option<Place> {
    let words = reading.words_of(sentence);
    of_dates(reading, words).or_else(|| numbered(reading, words))
}

/// The one place that words name.
fn of_words(reading: &Reading<'_>, words: Words) -> Option<Place> {
    horizon(reading, words).or_else(|| numbered(reading, words)).or_else(|| of_dates(reading, words))
}

fn horizon(reading: &Reading<'_>, words: Words) -> Option<Place> {
    let text = reading.doc.lower_str(words.text);
    let (name, at) = *HORIZONS.iter().find(|(name, _)| text.strip_prefix(name).is_some_and(ends_word))?;
    let end = words.text.start + name.len() as u32;
    let words = Words { text: TextRange::new(words.text.start, end), ..words };
    Some(Place { words, scale: Scale::Horizon, start: at, end: at })
}

/// What follows a horizon is no other word of a phrase such as `next steps`.
fn ends_word(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with([':', '(', '–', '—', '-', '|', '.', ','])
}

/// `Phase 2`, `Sprints 3–4`.
fn numbered(reading: &Reading<'_>, words: Words) -> Option<Place> {
    let doc = reading.doc;
    let tokens = &doc.tokens[doc.tokens_within(words.text)];
    let tokens = &tokens[..tokens.len().min(60)];
    let mut found = None;
    for (at, pair) in tokens.windows(2).enumerate() {
        let [word, number] = pair else { continue };
        if word.kind != TokenKind::Word || !matches!(number.kind, TokenKind::Number | TokenKind::Word) {
            continue;
        }
        let Some(start) = small(doc.lower_str(number.text), number.kind) else { continue };
        let name = doc.lower_str(word.text);
        let name = name.strip_suffix('s').unwrap_or(name);
        let Some(scale) = lists::NUMBERED.iter().position(|known| *known == name) else { continue };
        // Two of them leave open which one is meant.
        if found.is_some() {
            return None;
        }
        let text = |end: TextRange| Words { text: word.text.cover(end), ..words };
        let dash = tokens.get(at + 2).is_some_and(|t| matches!(doc.lower_str(t.text), "-" | "–" | "—" | "to" | "and"));
        let high = tokens.get(at + 3).filter(|_| dash);
        let high = high.and_then(|t| small(doc.lower_str(t.text), t.kind).map(|end| (end, t.text)));
        let (end, range) = high.filter(|(end, _)| *end >= start).unwrap_or((start, number.text));
        found = Some(Place { words: text(range), scale: Scale::Numbered(scale), start, end });
    }
    found
}

fn small(text: &str, kind: TokenKind) -> Option<i32> {
    if kind == TokenKind::Word {
        return SPELLED.iter().find(|(name, _)| *name == text).map(|(_, number)| *number);
    }
    text.parse::<u8>().ok().map(i32::from)
}

fn of_dates(reading: &Reading<'_>, words: Words) -> Option<Place> {
    let within = |q: &&Quantity| q.text.start >= words.text.start && q.text.end <= words.text.end;
    let dated = |q: &&Quantity| q.kind.is_date();
    let mut dates = reading.quantities(words.sentence).iter().filter(within).filter(dated);
    let (date, None) = (dates.next()?, dates.next()) else { return None };
    if date.ambiguous {
        return None;
    }
    let (from, to) = match date.kind {
        QuantityKind::Date(day) => (day, day),
        QuantityKind::DateRange(from, to) => (from, to),
        _ => return None,
    };
    let (scale, mut start, mut end) = days(from, to)?;
    match date.bound {
        Some(Bound::AtMost | Bound::Under) => start = i32::MIN,
        Some(Bound::AtLeast | Bound::Over) => end = i32::MAX,
        None => {}
    }
    Some(Place { words: reading.words_in(words.sentence, date.text), scale, start, end })
}

fn days(from: Date, to: Date) -> Option<(Scale, i32, i32)> {
    let fiscal = from.fiscal;
    if let (Some(_), Some(_)) = (from.year, to.year) {
        return Some((Scale::Days { fiscal }, from.first_day()?, to.last_day()?));
    }
    if from.year.is_some() {
        return None;
    }
    // Any year will do, as long as it is the same; a range over the turn of a year is left open.
    let year = to.year.or(Some(2001));
    let (from, to) = (Date { year, ..from }, Date { year, ..to });
    let named = |date: &Date| date.month.is_some() || date.quarter.is_some() || date.half.is_some();
    let (start, end) = (from.first_day()?, to.last_day()?);
    let scale = Scale::Yearless { fiscal };
    (named(&from) && named(&to) && start <= end && year == Some(2001)).then_some((scale, start, end))
}
