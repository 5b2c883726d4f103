//! Word lists → tables. The build script uses this file too, so it stands on nothing but its neighbours and `toml`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use super::pattern::{Element, Pattern};
use super::tables::{
    A_QUANTITY, ALONE, ARGUMENT_SHIFT, AT_END, COUNT_SHIFT, Entry, GAP, ONE_OF, OPENING, OPTIONAL, PAIRED, QUANTITY,
    SURE_SHIFT, Tables, WORDS, WordBits, WordId, key, pair_bit, word_bit, word_hash,
};

/// One heading of a word list, as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Heading {
    #[expect(dead_code, reason = "read by the build script, which makes it the concept's doc comment")]
    says: String,
    phrases: toml::Spanned<Vec<toml::Spanned<String>>>,
}

/// A mistake in a word list.
#[derive(Debug)]
pub(crate) struct Mistake {
    /// The file, as it is called in the rubric.
    pub(crate) path: String,
    /// Where in the file, if known.
    pub(crate) span: Option<Range<usize>>,
    /// What is wrong.
    pub(crate) message: String,
}

/// Compiles word lists, given as path and text; `concept` gives the number of a heading. A later file adds its phrases to
/// those of an earlier one.
///
/// # Errors
/// Every mistake in them: bad TOML, a heading that `concept` does not know, a phrase that cannot be read.
pub(crate) fn compile<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
    concept: impl Fn(&str) -> Option<u16>,
) -> Result<Tables, Vec<Mistake>> {
    let mut builder = Builder { words: vec![String::new()], ..Builder::default() };
    let mut mistakes = Vec::new();
    for (path, text) in files {
        let mut fail = |span: Option<Range<usize>>, message: String| {
            mistakes.push(Mistake { path: path.to_owned(), span, message });
        };
        let headings: BTreeMap<toml::Spanned<String>, Heading> = match toml::from_str(text) {
            Ok(headings) => headings,
            Err(error) => {
                fail(error.span(), error.message().to_owned());
                continue;
            }
        };
        for (id, heading) in headings {
            let Some(concept) = concept(id.as_ref()) else {
                fail(Some(id.span()), format!("there is no concept `{}`", id.as_ref()));
                continue;
            };
            for phrase in heading.phrases.into_inner() {
                if let Err(message) = builder.add(concept, phrase.as_ref()) {
                    fail(Some(phrase.span()), format!("`{}`: {message}", phrase.as_ref()));
                }
            }
        }
    }
    if mistakes.is_empty() { Ok(builder.finish()) } else { Err(mistakes) }
}

/// Tables in the making.
#[derive(Default)]
struct Builder {
    /// By id.
    words: Vec<String>,
    ids: BTreeMap<String, WordId>,
    open: BTreeMap<WordId, Vec<Entry>>,
    followed: BTreeMap<(WordId, WordId), Vec<Entry>>,
    by_quantity: Vec<Entry>,
    code: Vec<u32>,
    /// Sets of words of which one is needed, each with its place in `code`.
    needed: BTreeMap<WordBits, u32>,
}

impl Builder {
    fn add(&mut self, concept: u16, phrase: &str) -> Result<(), String> {
        Pattern::variants(phrase).iter().try_for_each(|phrase| self.add_variant(concept, phrase))
    }

    fn add_variant(&mut self, concept: u16, phrase: &str) -> Result<(), String> {
        let pattern = Pattern::parse(phrase, &mut |word| self.intern(word))?;
        if matches!(pattern.elements.first(), Some(Element::Gap { .. })) {
            return Err("a phrase cannot begin with a gap".to_owned());
        }
        if pattern.elements.iter().all(Element::optional) {
            return Err("a phrase needs at least one element that must be there".to_owned());
        }
        let needed = self.needed(&pattern);
        for (place, element) in pattern.elements.iter().enumerate() {
            let next = pattern.next_words(place + 1);
            let sure = next.is_some() && pattern.elements.get(place + 1).is_some_and(|next| !next.optional());
            match element {
                Element::Words { words, .. } => {
                    let entry = self.entry(concept, &pattern, place, 1 + usize::from(sure), needed);
                    self.put(words, next.as_deref(), entry);
                }
                Element::Quantity { .. } => {
                    let entry = self.entry(concept, &pattern, place, 0, needed);
                    match next {
                        None => put(&mut self.by_quantity, entry),
                        Some(_) => self.put(&[A_QUANTITY], next.as_deref(), entry),
                    }
                }
                Element::Gap { .. } => {}
            }
            if !element.optional() {
                break;
            }
        }
        Ok(())
    }

    /// Notes a pattern that one of these words can begin, and that goes on with one of the next words if there are any.
    fn put(&mut self, words: &[WordId], next: Option<&[WordId]>, entry: Entry) {
        for &word in words {
            match next {
                None => put(self.open.entry(word).or_default(), entry),
                Some(next) => {
                    for &n in next {
                        put(self.followed.entry((word, n)).or_default(), entry);
                    }
                }
            }
        }
    }

    /// What must come behind the first words of a pattern for it to match, as an entry tells it.
    fn needed(&mut self, pattern: &Pattern) -> u32 {
        match pattern.needed() {
            None => 0,
            Some([word]) => *word,
            Some(words) => {
                let mut bits = WordBits::default();
                for &word in words {
                    let (place, bit) = word_bit(word);
                    bits[place] |= bit;
                }
                let place = self.needed.entry(bits).or_insert_with(|| {
                    self.code.extend(bits);
                    (self.code.len() - bits.len()) as u32
                });
                *place | ONE_OF
            }
        }
    }

    /// The entry of a pattern that begins with its element at `place`, `sure` of whose elements have been found when the
    /// entry has.
    fn entry(&mut self, concept: u16, pattern: &Pattern, place: usize, sure: usize, needed: u32) -> Entry {
        let at = self.code.len() as u32;
        let rest = &pattern.elements[place + sure..];
        self.encode(concept, pattern, rest, sure as u32);
        if rest.is_empty() && !pattern.at_start && !pattern.at_end {
            return [at, ALONE | (sure as u32) << COUNT_SHIFT | u32::from(concept)];
        }
        let found = pattern.needed_place().is_none_or(|needed| needed < place + sure);
        let needs_quantity = rest.iter().any(|element| matches!(element, Element::Quantity { optional: false, .. }));
        let need = match found {
            false => needed,
            true if needs_quantity => A_QUANTITY,
            true => 0,
        };
        [at, need | if pattern.at_start { OPENING } else { 0 }]
    }

    fn encode(&mut self, concept: u16, pattern: &Pattern, rest: &[Element], sure: u32) {
        let mut head = u32::from(concept) | (rest.len() as u32) << COUNT_SHIFT | sure << SURE_SHIFT;
        head |= if pattern.at_end { AT_END } else { 0 };
        self.code.push(head);
        for element in rest {
            let (tag, argument) = match element {
                Element::Words { words, .. } => (WORDS, words.len() as u32),
                Element::Quantity { class, .. } => (QUANTITY, *class as u32),
                Element::Gap { least, most } => (GAP, least | most << 8),
            };
            self.code.push(tag | if element.optional() { OPTIONAL } else { 0 } | argument << ARGUMENT_SHIFT);
            if let Element::Words { words, .. } = element {
                self.code.extend_from_slice(words);
            }
        }
    }

    fn intern(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = self.words.len() as WordId;
        self.words.push(word.to_owned());
        self.ids.insert(word.to_owned(), id);
        id
    }

    fn finish(self) -> Tables {
        let mut ends = Vec::with_capacity(self.words.len());
        let mut keys = Vec::with_capacity(self.words.len());
        let mut slots = vec![0; (self.words.len() * 2).next_power_of_two()];
        let (mut text, mut open, mut open_from) = (String::new(), Vec::new(), vec![0]);
        for (id, word) in self.words.iter().enumerate() {
            text.push_str(word);
            ends.push(text.len() as u32);
            open.extend(self.open.get(&(id as WordId)).into_iter().flatten());
            open_from.push(open.len() as u32);
            let key = key(word.as_bytes(), 0, word.len());
            keys.push(key);
            if id > 0 {
                let (hash, tag) = word_hash(key);
                let free = free_slot(&slots, hash, |slot| *slot == 0);
                slots[free] = tag | id as u32;
            }
        }
        let mut paired = vec![0; PAIRED];
        let (mut seconds_from, mut seconds) = (Vec::with_capacity(self.words.len() + 2), Vec::new());
        let (mut followed_from, mut followed) = (vec![0], Vec::new());
        for ((word, next), entries) in &self.followed {
            seconds_from.resize(self.words.len().min(*word as usize) + 1, seconds.len() as u32);
            seconds.push(*next as u16);
            followed.extend(entries);
            followed_from.push(followed.len() as u32);
            let (place, bit) = pair_bit(word << 16 | next);
            paired[place] |= bit;
        }
        seconds_from.resize(self.words.len() + 2, seconds.len() as u32);
        Tables {
            text: Cow::Owned(text),
            ends: Cow::Owned(ends),
            keys: Cow::Owned(keys),
            slots: Cow::Owned(slots),
            open_from: Cow::Owned(open_from),
            open: Cow::Owned(open),
            paired: Cow::Owned(paired),
            seconds_from: Cow::Owned(seconds_from),
            seconds: Cow::Owned(seconds),
            followed_from: Cow::Owned(followed_from),
            followed: Cow::Owned(followed),
            by_quantity: Cow::Owned(self.by_quantity),
            code: Cow::Owned(self.code),
        }
    }
}

/// The first free slot from a hash on; there is one, for a table has twice the slots that it needs.
fn free_slot<T>(slots: &[T], hash: usize, free: impl Fn(&T) -> bool) -> usize {
    let mask = slots.len() - 1;
    let mut at = hash & mask;
    while !free(&slots[at]) {
        at = (at + 1) & mask;
    }
    at
}

fn put(list: &mut Vec<Entry>, entry: Entry) {
    if list.last() != Some(&entry) {
        list.push(entry);
    }
}
