//! Title, headings, labels, columns and facts → the kind of an artifact.

use rustc_hash::FxHashMap;

use crate::document::{BlockKind, Document};
use crate::facts::Facts;
use crate::rubric::{Kind, Rubric};

/// The words that tell each kind, ready to be looked for all at once.
#[derive(Debug, Default)]
pub(crate) struct Cues {
    /// By the first word of a cue, the cues that begin with it, each with its kind's number.
    by_first: FxHashMap<String, Vec<(usize, String)>>,
    /// By the first byte of those words, their lengths as bits.
    lengths: Vec<u32>,
    /// The kind of each cue, by its number.
    kinds: Vec<usize>,
    /// The cues that are a name of their kind.
    names: Vec<bool>,
    /// The cues that are nothing but a name, and tell a kind only where an author says what the text is.
    only_names: Vec<bool>,
}

impl Cues {
    /// The cues of a rubric's kinds.
    pub(crate) fn of(rubric: &Rubric) -> Self {
        let mut cues = Self { lengths: vec![0; 256], ..Self::default() };
        let of_kind = |(at, kind): (usize, &'_ Kind)| {
            let called = kind.called.iter().filter(|name| !kind.cues.contains(name)).map(|name| (name, true));
            let all: Vec<_> =
                kind.cues.iter().map(|cue| (cue, false)).chain(called).map(|(c, only)| (at, c.clone(), only)).collect();
            all
        };
        for (kind, cue, only_name) in rubric.kinds.iter().enumerate().flat_map(of_kind) {
            let first = cue.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            if let Some(&byte) = first.as_bytes().first() {
                cues.lengths[usize::from(byte)] |= length_bit(first);
            }
            cues.by_first.entry(first.to_owned()).or_default().push((cues.kinds.len(), cue.clone()));
            cues.kinds.push(kind);
            let Kind { id, called, .. } = &rubric.kinds[kind];
            cues.names.push(cue == *id || cue == id.replace('-', " ") || called.contains(&cue));
            cues.only_names.push(only_name);
        }
        cues
    }

    /// Notes the cues that stand in a text as whole words.
    fn find(&self, text: &str, found: &mut [bool]) {
        let mut rest = text;
        while let Some(start) = rest.find(char::is_alphanumeric) {
            rest = &rest[start..];
            let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            let first = &rest[..end];
            let known = self.lengths.get(usize::from(first.as_bytes()[0])).is_some_and(|l| l & length_bit(first) != 0);
            let begun = if known { self.by_first.get(first) } else { None };
            for (number, cue) in begun.into_iter().flatten() {
                let after = rest.strip_prefix(cue.as_str()).map(|after| after.chars().next());
                found[*number] |= after.is_some_and(|next| !next.is_some_and(char::is_alphanumeric));
            }
            rest = &rest[end..];
        }
    }

    /// For each of so many kinds, whether its name was found.
    fn named(&self, kinds: usize, found: &[bool]) -> Vec<bool> {
        let mut named = vec![false; kinds];
        let names = self.kinds.iter().zip(&self.names).zip(found);
        names.for_each(|((of, name), found)| named[*of] |= *name && *found);
        named
    }

    /// For each of so many kinds, how many of its cues were found.
    fn by_kind(&self, kinds: usize, found: &[bool]) -> Vec<usize> {
        let mut counts = vec![0; kinds];
        let cues = self.kinds.iter().zip(&self.only_names).zip(found);
        cues.filter(|((_, only_name), found)| **found && !**only_name).for_each(|((of, _), _)| counts[*of] += 1);
        counts
    }
}

/// The length of a word as a bit; all long ones share the last.
fn length_bit(word: &str) -> u32 {
    1 << word.len().min(31)
}

/// How much it counts that the opening names a kind.
const SAYS_SO: f64 = 4.0;
/// Blocks of the opening, and the longest of them in bytes.
const OPENING_BLOCKS: usize = 6;
const OPENING_BYTES: u32 = 200;

/// The kind that an artifact is most like, and whether it is like it at all.
pub(crate) fn detect(rubric: &Rubric, cues: &Cues, doc: &Document<'_>, facts: &Facts) -> (usize, bool) {
    let (mut in_title, mut in_names) = (vec![false; cues.kinds.len()], vec![false; cues.kinds.len()]);
    cues.find(&doc.title().unwrap_or_default().to_lowercase(), &mut in_title);
    for name in names(doc) {
        cues.find(name, &mut in_names);
    }
    let mut in_opening = vec![false; cues.kinds.len()];
    for line in opening(doc) {
        cues.find(line, &mut in_opening);
    }
    let (in_title, in_names) =
        (cues.by_kind(rubric.kinds.len(), &in_title), cues.by_kind(rubric.kinds.len(), &in_names));
    let says_so = cues.named(rubric.kinds.len(), &in_opening);
    let mut best = (0, f64::MIN);
    for (at, kind) in rubric.kinds.iter().enumerate() {
        let in_title = in_title[at].min(2) as f64;
        let in_names = in_names[at].min(6) as f64;
        let says_so = if says_so[at] { SAYS_SO } else { 0.0 };
        let score = in_title * 3.0 + in_names + says_so + by_facts(kind, facts);
        if score > best.1 {
            best = (at, score);
        }
    }
    (best.0, best.1 >= 1.5)
}

/// The short lines at the start, where an author says what the artifact is: `*Roadmap memo, June*`.
fn opening<'a>(doc: &'a Document<'_>) -> impl Iterator<Item = &'a str> {
    doc.blocks
        .iter()
        .take(OPENING_BLOCKS)
        .filter(|block| !matches!(block.kind, BlockKind::Heading(_)) && block.text.len() <= OPENING_BYTES)
        .map(|block| &doc.lower[block.text.start as usize..block.text.end as usize])
}

/// What the facts say for a kind.
fn by_facts(kind: &Kind, facts: &Facts) -> f64 {
    kind.tells.iter().map(|tell| tell.points(facts)).sum::<f64>() + kind.lean
}

/// Headings, labels and column headers, in lower case.
fn names<'a>(doc: &'a Document<'_>) -> impl Iterator<Item = &'a str> {
    doc.blocks
        .iter()
        .filter_map(|block| match block.kind {
            BlockKind::Heading(_) => Some(block.text),
            BlockKind::Cell { table, row: 0, .. } if doc.tables[table as usize].header => Some(block.text),
            _ => block.label,
        })
        .map(|range| &doc.lower[range.start as usize..range.end as usize])
}
