//! Two options that are the same one in other words.

use std::sync::LazyLock;

use super::{Case, Hit};
use crate::document::{BlockId, BlockKind, Document};
use crate::facts::Choice;
use crate::lexicon::lists;
use crate::lexicon::stem::stem;
use crate::span::TextRange;

/// Most options that are compared with each other.
const MOST: usize = 40;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let doc = case.doc;
    let places: Vec<Place> = case.facts.options.iter().take(MOST).filter_map(|option| Place::of(doc, option)).collect();
    let mut hits = Vec::new();
    for (at, place) in places.iter().enumerate() {
        // Where one option stands alone, what is beside it may be something else.
        let first = places[..at].iter().all(|other| other != place);
        if first && places[at + 1..].contains(place) {
            hits.extend(within(case, place));
        }
    }
    hits.sort_by_key(|hit: &Hit| hit.span);
    hits
}

/// The names in one place that say what one before them says.
fn within(case: &Case<'_>, place: &Place) -> Vec<Hit> {
    let doc = case.doc;
    let named: Vec<(TextRange, Name)> = place
        .names(doc)
        .into_iter()
        .take(MOST)
        .filter_map(|text| Some((text, Name::of(doc.lower_str(text))?)))
        .collect();
    let mut hits = Vec::new();
    for (at, (text, name)) in named.iter().enumerate() {
        let differs = |other: TextRange| doc.lower_str(other) != doc.lower_str(*text);
        if let Some((twin, _)) = named[..at].iter().find(|(other, twin)| twin.is_same(name) && differs(*other)) {
            let hit = case.hit(*text).with("other", super::one_line(doc.str(*twin)));
            hits.push(hit.beside("other", doc.span_of(*twin)));
        }
    }
    hits
}

/// Where options stand side by side.
#[derive(Debug, PartialEq)]
enum Place {
    /// The column of a table.
    Column(u32, u32),
    /// The head of a table.
    Head(u32),
    /// A list.
    List(u32),
    /// Headings under one heading.
    Headings(Option<u32>, u32),
}

impl Place {
    fn of(doc: &Document<'_>, option: &Choice) -> Option<Self> {
        let block = &doc.blocks[option.name.block as usize];
        let whole = block.label.unwrap_or(block.text);
        // Words in the midst of a text are no name that stands beside others.
        if !whole.contains(option.name.text) && !block.text.contains(option.name.text) {
            return None;
        }
        match block.kind {
            BlockKind::Cell { table, row: 0, .. } => Some(Self::Head(table)),
            BlockKind::Cell { table, column, .. } => Some(Self::Column(table, column)),
            BlockKind::Item => block.list.map(Self::List),
            BlockKind::Heading(_) => {
                let section = &doc.sections[block.section as usize];
                Some(Self::Headings(section.parent, section.depth))
            }
            _ => None,
        }
    }
}

impl Place {
    /// The names of all that stands there.
    fn names(&self, doc: &Document<'_>) -> Vec<TextRange> {
        let whole = |block: BlockId| doc.blocks[block as usize].text;
        // What an item says after its first sentence is about the option that this names.
        let first = |item: BlockId| {
            let sentence = doc.blocks[item as usize].sentences.clone().next();
            sentence.map_or_else(|| whole(item), |sentence| doc.sentences[sentence as usize].text)
        };
        match *self {
            Self::Column(table, column) => {
                let table = &doc.tables[table as usize];
                (1..table.rows).filter_map(|row| table.cell(row, column)).map(whole).collect()
            }
            Self::Head(table) => {
                let table = &doc.tables[table as usize];
                (0..table.columns).filter_map(|column| table.cell(0, column)).map(whole).collect()
            }
            Self::List(list) => {
                let items = doc.lists.get(list as usize).map_or(&[][..], |list| &list.items);
                items.iter().map(|&item| doc.blocks[item as usize].label.unwrap_or_else(|| first(item))).collect()
            }
            Self::Headings(parent, depth) => {
                let beside = doc.sections.iter().filter(|section| section.parent == parent && section.depth == depth);
                beside.filter_map(|section| section.heading).map(whole).collect()
            }
        }
    }
}

/// What a name says.
#[derive(Debug)]
enum Name {
    /// Doing nothing.
    Nothing(String),
    /// The words that tell it from others, in order.
    Words { words: Vec<String>, sorted: Vec<String>, directed: bool },
}

impl Name {
    fn of(text: &str) -> Option<Self> {
        let text = without_mark(text).trim_end_matches(['.', '!']);
        if lists::DOING_NOTHING.contains(&text) {
            return Some(Self::Nothing(text.to_owned()));
        }
        // What more a name says is read from its first words only where it says no more.
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let directed =
            words.iter().any(|word| lists::OPTION_DIRECTED.contains(word)) || text.contains(['→', '/', '+', '&']);
        let words: Vec<String> = words
            .into_iter()
            .filter(|word| !lists::OPTION_JOINTS.contains(word))
            .map(|word| told(word).to_owned())
            .collect();
        let mut sorted = words.clone();
        sorted.sort_unstable();
        (words.len() > 1 && words.len() < 12).then_some(Self::Words { words, sorted, directed })
    }

    /// The same in other words, not in the same ones.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nothing(one), Self::Nothing(two)) => one != two,
            (Self::Words { words, sorted, directed }, Self::Words { words: twin, sorted: alike, directed: also }) => {
                sorted == alike && (!*directed && !*also || words == twin)
            }
            _ => false,
        }
    }
}

/// A name without the letter or number that it is called by: `option b: `, `2. `.
fn without_mark(text: &str) -> &str {
    let text = text.trim();
    let rest =
        ["option ", "alternative ", "approach "].iter().find_map(|called| text.strip_prefix(called)).unwrap_or(text);
    let mark = rest.find([':', '.', ')', '–', '—', '-']).filter(|&at| at <= 2);
    mark.map_or(text, |at| rest[at..].trim_start_matches([':', '.', ')', '–', '—', '-', ' ']))
}

/// A word without its endings, or the first of those that say the same.
fn told(word: &str) -> &str {
    let bare = stem(word);
    SAME_DOINGS.iter().find(|(doing, _)| *doing == bare).map_or(bare, |(_, first)| first)
}

/// The stem of each word that says the same as others, and that of the first of them.
static SAME_DOINGS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let first = |words: &'static str| stem(words.split(' ').next().unwrap_or_default());
    lists::SAME_DOINGS
        .iter()
        .flat_map(|&words| words.split(' ').map(move |doing| (stem(doing), first(words))))
        .collect()
});
