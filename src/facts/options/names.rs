//! Names of options, met in several places → one choice each.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use crate::document::{BlockId, Document, SentenceId, Token, TokenKind};
use crate::facts::{Choice, Fate, Words};
use crate::lexicon::few::Few;
use crate::lexicon::stem::singular;
use crate::lexicon::{Concept, lists};
use crate::mention::Reading;
use crate::span::TextRange;

/// Beyond this many options a name is only matched as a whole.
const FEW: usize = 48;

/// How far into a name, in bytes, it may say that it is doing nothing: `Option 1: leave it as it is`.
const LEAD_IN: u32 = 24;

/// How far into a block, in bytes, it may begin with doing nothing, after a letter that counts it.
const AFTER_LETTER: u32 = 4;

/// Words that do not tell one option from another.
static PLAIN: Few = Few::new(&lists::OPTION_PLAIN);
/// Most tokens that name an option rather than tell it.
const LONGEST_NAME: usize = 8;

/// What a name comes down to: its telling words, and its number or letter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Key {
    /// Hashes of its telling words, sorted.
    pub(super) words: Vec<u64>,
    /// The `2` of `Option 2`, the `b` of `B. Email course`.
    pub(super) mark: Option<u64>,
}

/// Where a group of options that are told apart stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    List(u32),
    Table(u32),
    Section(u32),
    Prose,
}

/// An option and what is known about it while the document is read.
#[derive(Debug)]
struct Entry {
    choice: Choice,
    key: Key,
    group: Group,
    /// It stands among alternatives that were not taken, so what speaks against it is why it lost.
    passed_over: bool,
}

/// The options found so far, and which blocks speak of which.
pub(super) struct Gathering<'a, 'd> {
    pub(super) reading: &'a Reading<'d>,
    entries: Vec<Entry>,
    by_words: FxHashMap<Vec<u64>, u32>,
    by_mark: FxHashMap<u64, u32>,
    doing_nothing: Option<u32>,
    /// Some option is known to be taken.
    decided: bool,
    /// Per block, the option that it speaks of and the words of it that are that option's name.
    regions: Vec<Option<(u32, TextRange)>>,
    /// Benefits and costs of the proposal itself.
    pub(super) loose_gains: Vec<Words>,
    pub(super) loose_costs: Vec<Words>,
}

impl<'a, 'd> Gathering<'a, 'd> {
    pub(super) fn new(reading: &'a Reading<'d>) -> Self {
        Self {
            reading,
            entries: Vec::new(),
            by_words: FxHashMap::default(),
            by_mark: FxHashMap::default(),
            doing_nothing: None,
            decided: false,
            regions: vec![None; reading.doc.blocks.len()],
            loose_gains: Vec::new(),
            loose_costs: Vec::new(),
        }
    }

    pub(super) fn into_choices(self) -> Vec<Choice> {
        let mut choices: Vec<Choice> = self.entries.into_iter().map(|entry| entry.choice).collect();
        // What speaks against an option that was taken all the same is a cost and no reason why it lost.
        for choice in choices.iter_mut().filter(|choice| choice.fate == Fate::Chosen) {
            choice.rejected.clear();
        }
        choices
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn choice(&mut self, at: u32) -> &mut Choice {
        &mut self.entries[at as usize].choice
    }

    pub(super) fn name(&self, at: u32) -> Words {
        self.entries[at as usize].choice.name
    }

    /// The option of doing nothing, if one is known.
    pub(super) fn doing_nothing(&self) -> Option<u32> {
        self.doing_nothing
    }

    /// Marks an option as doing nothing, less, or later.
    pub(super) fn does_nothing(&mut self, at: u32) {
        self.entries[at as usize].choice.status_quo = true;
        self.doing_nothing = self.doing_nothing.or(Some(at));
    }

    /// True when some option is known to be taken, and it is not this one.
    pub(super) fn beaten(&self, at: u32) -> bool {
        self.decided && self.entries[at as usize].choice.fate != Fate::Chosen
    }

    /// Notes once that all who take an option have been read.
    pub(super) fn note_decided(&mut self) {
        self.decided = self.entries.iter().any(|entry| entry.choice.fate == Fate::Chosen);
    }

    pub(super) fn key(&self, at: u32) -> &Key {
        &self.entries[at as usize].key
    }

    /// True when an option stands among alternatives that were not taken.
    pub(super) fn passed_over(&self, at: u32) -> bool {
        let entry = &self.entries[at as usize];
        entry.passed_over && entry.choice.fate != Fate::Chosen
    }

    pub(super) fn lost(&self, at: u32) -> bool {
        let entry = &self.entries[at as usize];
        entry.choice.fate != Fate::Chosen
            && (entry.passed_over || matches!(entry.choice.fate, Fate::Rejected | Fate::Deferred))
    }

    pub(super) fn pass_over(&mut self, at: u32) {
        self.entries[at as usize].passed_over = true;
    }

    /// The option that a block speaks of.
    pub(super) fn region(&self, block: BlockId) -> Option<u32> {
        self.regions[block as usize].map(|(choice, _)| choice)
    }

    /// The words of a block that are the name of the option it speaks of.
    pub(super) fn name_in(&self, block: BlockId) -> TextRange {
        self.regions[block as usize].map_or(TextRange::default(), |(_, name)| name)
    }

    pub(super) fn set_region(&mut self, block: BlockId, choice: u32, name: TextRange) {
        self.regions[block as usize] = Some((choice, name));
    }

    /// The option of a name: one met before, or a new one.
    pub(super) fn meet(&mut self, name: Words, mark: Option<u64>, group: Group) -> u32 {
        let mut key = key_of(self.reading.doc, name.text);
        key.mark = key.mark.or(mark);
        if let Some(at) = self.known(&key, name.text, group) {
            let entry = &mut self.entries[at as usize];
            if let (None, Some(mark)) = (entry.key.mark, key.mark) {
                entry.key.mark = Some(mark);
                self.by_mark.entry(mark).or_insert(at);
            }
            // The first place where an option is named introduces it; one that tells it in a sentence describes it.
            let earlier = name.text.start < entry.choice.name.text.start;
            if group == Group::Prose || name == entry.choice.name {
                return at;
            }
            let (told, named) = if name.text.len() > entry.choice.name.text.len() {
                (name, entry.choice.name)
            } else {
                (entry.choice.name, name)
            };
            if tokens_in(self.reading.doc, told.text).len() > LONGEST_NAME && told.text.len() > 2 * named.text.len() {
                entry.choice.name = named;
                entry.choice.description.push(told);
            } else if earlier {
                entry.choice.name = name;
            }
            return at;
        }
        let at = self.entries.len() as u32;
        let status_quo = self.says_status_quo(name);
        if !key.words.is_empty() {
            self.by_words.entry(key.words.clone()).or_insert(at);
        }
        if let Some(mark) = key.mark {
            self.by_mark.entry(mark).or_insert(at);
        }
        if status_quo {
            self.doing_nothing = self.doing_nothing.or(Some(at));
        }
        let choice = Choice {
            name,
            description: Vec::new(),
            segments: Vec::new(),
            gains: Vec::new(),
            costs: Vec::new(),
            status_quo,
            fate: Fate::Open,
            rejected: Vec::new(),
        };
        self.entries.push(Entry { choice, key, group, passed_over: false });
        at
    }

    /// The option with a number or letter.
    pub(super) fn marked(&self, mark: u64) -> Option<u32> {
        self.by_mark.get(&mark).copied()
    }

    fn known(&self, key: &Key, name: TextRange, group: Group) -> Option<u32> {
        if key.words.is_empty() {
            return key.mark.and_then(|mark| self.marked(mark));
        }
        if let Some(&at) = self.by_words.get(&key.words) {
            return Some(at);
        }
        if self.entries.len() > FEW || group == Group::Prose {
            return None;
        }
        let lettered = self.reading.doc.lower_str(name).bytes().any(|b| b.is_ascii_alphabetic());
        let mut found = self.entries.iter().enumerate().filter(|(_, entry)| {
            let lettered =
                lettered && self.reading.doc.lower_str(entry.choice.name.text).bytes().any(|b| b.is_ascii_alphabetic());
            lettered && entry.group != group && entry.group != Group::Prose && is_part(&entry.key.words, &key.words)
                || entry.key.words.is_empty() && entry.key.mark.is_some() && entry.key.mark == key.mark
        });
        let (at, _) = found.next()?;
        found.next().is_none().then_some(at as u32)
    }

    fn says_status_quo(&self, name: Words) -> bool {
        if self.reading.doc.blocks[name.block as usize].label.is_some_and(|label| label.contains(name.text)) {
            return self.reading.label(name.block).has(Concept::StatusQuo);
        }
        self.reading.hits(name.sentence).iter().any(|hit| {
            hit.concept == Concept::StatusQuo
                && name.text.contains(hit.text)
                && hit.text.start < name.text.start + LEAD_IN
        })
    }
}

/// True when all words of the shorter name stand in the longer one.
fn is_part(a: &[u64], b: &[u64]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    !short.is_empty() && 3 * short.len() >= long.len() && short.iter().all(|w| long.binary_search(w).is_ok())
}

/// The telling words and the mark of a name.
pub(super) fn key_of(doc: &Document<'_>, name: TextRange) -> Key {
    let tokens = tokens_in(doc, name);
    let (mark, skip) = mark_of(doc, tokens);
    let mut words: Vec<u64> = tokens[skip..].iter().filter_map(|token| telling(doc, token)).collect();
    words.sort_unstable();
    words.dedup();
    Key { words, mark }
}

/// The number or letter at the start of a name, and how many tokens it takes.
pub(super) fn mark_of(doc: &Document<'_>, tokens: &[Token]) -> (Option<u64>, usize) {
    let lower = |at: usize| tokens.get(at).map_or("", |t| doc.lower_str(t.text));
    let is_mark = |word: &str| {
        word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphanumeric())
            || word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit())
    };
    let closes = |at: usize| tokens.get(at).is_none_or(|t| t.kind == TokenKind::Mark);
    let opening = usize::from(matches!(lower(0), "[" | "(" | "\""));
    let first = lower(opening);
    if lists::OPTION_MARKERS.contains(&first) && is_mark(lower(opening + 1)) {
        return (Some(hash(lower(opening + 1))), opening + 2);
    }
    if is_mark(first) && closes(opening + 1) && matches!(lower(opening + 1), "." | ":" | ")" | "-" | "–" | "—") {
        return (Some(hash(first)), opening + 2);
    }
    (None, 0)
}

/// The hash of a token's word, if the word can tell one option from another.
pub(super) fn telling(doc: &Document<'_>, token: &Token) -> Option<u64> {
    let word = doc.lower_str(token.text);
    match token.kind {
        TokenKind::Word if word != "'s" && !PLAIN.has(singular(word)) => Some(hash(singular(word))),
        TokenKind::Number => Some(hash(word)),
        _ => None,
    }
}

/// The hash of a lower-case word.
pub(super) fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// True when a block begins with what a concept says, after a letter that counts it.
pub(super) fn begins_with(reading: &Reading<'_>, block: BlockId, concept: Concept) -> bool {
    let block = &reading.doc.blocks[block as usize];
    let near = block.text.start + AFTER_LETTER;
    let mut first = block.sentences.clone().take(1);
    first.any(|s| reading.hits(s).iter().any(|hit| hit.concept == concept && hit.text.start <= near))
}

/// The tokens that lie within a stretch of the text.
pub(super) fn tokens_in<'t>(doc: &'t Document<'_>, range: TextRange) -> &'t [Token] {
    let start = doc.tokens.partition_point(|t| t.text.start < range.start);
    let end = doc.tokens.partition_point(|t| t.text.start < range.end);
    &doc.tokens[start..end.max(start)]
}

/// Words of a range that may stand outside of any sentence, such as a label.
pub(super) fn words_at(reading: &Reading<'_>, block: BlockId, text: TextRange) -> Words {
    let last = reading.doc.sentences.len().saturating_sub(1) as SentenceId;
    Words { text, sentence: reading.doc.blocks[block as usize].sentences.start.min(last), block }
}
