//! Title, headings, labels, columns, text and facts → the kind of an artifact.

mod phrases;
#[cfg(test)]
mod tests;

use crate::document::{Block, BlockKind, Document};
use crate::facts::Facts;
use crate::rubric::{Kind, Rubric, Topic};
use crate::span::TextRange;
use phrases::Phrases;

/// The words that tell each kind, ready to be looked for all at once.
#[derive(Debug)]
pub(crate) struct Cues {
    /// What tells a kind in titles and names, and what its authors call it.
    phrases: Phrases,
    /// The cue of each of those phrases, by its number.
    told_by: Vec<Cue>,
    /// What a text of a kind keeps speaking of.
    topics: Phrases,
    /// What each of those phrases is of, by its number.
    topic_of: Vec<Half>,
}

/// The words of a topic of a kind, or those that must stand with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Half {
    kind: usize,
    topic: usize,
    /// 0 for its words, 1 for those that must stand with them.
    side: usize,
}

/// A phrase that tells a kind.
#[derive(Debug)]
struct Cue {
    /// The kind's number.
    kind: usize,
    /// It is a name of its kind.
    name: bool,
    /// It is nothing but a name, and tells a kind only where an author says what the text is.
    only_name: bool,
    /// The numbers of the same kind's cues that are part of this one.
    parts: Vec<usize>,
}

impl Cues {
    /// The cues of a rubric's kinds.
    pub(crate) fn of(rubric: &Rubric) -> Self {
        let mut all =
            Self { phrases: Phrases::new(), told_by: Vec::new(), topics: Phrases::new(), topic_of: Vec::new() };
        for (at, kind) in rubric.kinds.iter().enumerate() {
            all.add_cues(at, kind);
            all.add_topics(at, kind);
        }
        all
    }

    fn add_cues(&mut self, at: usize, kind: &Kind) {
        let first = self.told_by.len();
        let mut own = Phrases::new();
        kind.cues.iter().for_each(|cue| own.add(cue));
        let cues = kind.cues.iter().map(|cue| (cue, false));
        let only_names = kind.called.iter().filter(|name| !kind.cues.contains(name)).map(|name| (name, true));
        for (phrase, only_name) in cues.chain(only_names) {
            let name = *phrase == kind.id || *phrase == kind.id.replace('-', " ") || kind.called.contains(phrase);
            let mut parts = Vec::new();
            own.each(phrase, |number| {
                if kind.cues[number].len() < phrase.len() {
                    parts.push(first + number);
                }
            });
            self.told_by.push(Cue { kind: at, name, only_name, parts });
            self.phrases.add(phrase);
        }
    }

    fn add_topics(&mut self, kind: usize, of: &Kind) {
        for (topic, Topic { words, with, .. }) in of.topics.iter().enumerate() {
            let sides = words.iter().map(|word| (word, 0)).chain(with.iter().map(|word| (word, 1)));
            for (phrase, side) in sides {
                self.topics.add(phrase);
                self.topic_of.push(Half { kind, topic, side });
            }
        }
    }

    /// The numbers of the cues that stand in one of the texts as whole words, each once, in rising order.
    fn found<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Vec<usize> {
        let mut found = Vec::new();
        texts.for_each(|text| self.phrases.each(text, |number| found.push(number)));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The cues of these numbers.
    fn of_numbers<'f>(&'f self, found: &'f [usize]) -> impl Iterator<Item = &'f Cue> {
        found.iter().map(|&number| &self.told_by[number])
    }

    /// True where a name of a kind was found.
    fn named(&self, kind: usize, found: &[usize]) -> bool {
        self.of_numbers(found).any(|cue| cue.name && cue.kind == kind)
    }

    /// How many cues of a kind were found.
    fn count(&self, kind: usize, found: &[usize]) -> usize {
        self.of_numbers(found).filter(|cue| !cue.only_name && cue.kind == kind).count()
    }

    /// Takes away the cues that are part of a longer one: `A/B` in `A/B test` says nothing more.
    fn keep_whole(&self, found: &mut Vec<usize>) {
        let longer = self.of_numbers(found).filter(|cue| !cue.only_name);
        let parts: Vec<usize> = longer.flat_map(|cue| cue.parts.iter().copied()).collect();
        found.retain(|number| !parts.contains(number));
    }

    /// For each kind and each of its topics, how many sentences speak of it.
    fn spoken_of(&self, rubric: &Rubric, doc: &Document<'_>) -> Vec<Vec<usize>> {
        let mut counts: Vec<_> = rubric.kinds.iter().map(|kind| vec![0; kind.topics.len()]).collect();
        let mut seen = Vec::new();
        for sentence in &doc.sentences {
            let text = lower(doc, sentence.text);
            seen.clear();
            self.topics.each(text, |number| {
                if !seen.contains(&self.topic_of[number]) {
                    seen.push(self.topic_of[number]);
                }
            });
            for Half { kind, topic, .. } in seen.iter().filter(|half| half.side == 0) {
                let with = Half { kind: *kind, topic: *topic, side: 1 };
                if rubric.kinds[*kind].topics[*topic].with.is_empty() || seen.contains(&with) {
                    counts[*kind][*topic] += 1;
                }
            }
        }
        counts
    }
}

/// How much a cue counts in the title, which is a name too.
const IN_TITLE: f64 = 3.0;
/// The cues of a kind that are counted in titles and in names.
const TITLE_CUES: usize = 2;
const NAME_CUES: usize = 6;
/// How many further cues of a kind the columns of tables can bring: one table of scores has them all at once.
const COLUMN_CUES: usize = 2;
/// How deep a section can lie whose heading and labels speak for the whole.
const DEEPEST: u32 = 3;
/// How much it counts that the opening names a kind.
const SAYS_SO: f64 = 4.0;
/// Blocks of the opening, and the longest of them in bytes.
const OPENING_BLOCKS: usize = 6;
const OPENING_BYTES: u32 = 200;
/// The longest line in bytes that can head a text as its title.
const TITLE_BYTES: u32 = 80;
/// The points with which an artifact is of a kind at all.
const ENOUGH: f64 = 1.5;

/// The kind that an artifact is most like, and whether it is like it at all.
pub(crate) fn detect(rubric: &Rubric, cues: &Cues, doc: &Document<'_>, facts: &Facts) -> (usize, bool) {
    let found = Found::of(cues, doc);
    let spoken_of = cues.spoken_of(rubric, doc);
    let mut best = (0, f64::MIN);
    for (at, kind) in rubric.kinds.iter().enumerate() {
        let topics = kind.topics.iter().zip(&spoken_of[at]);
        let topics: f64 = topics.map(|(topic, count)| topic.points(*count, doc.sentences.len())).sum();
        let score = found.points(cues, at) + topics + by_facts(kind, facts);
        if score > best.1 {
            best = (at, score);
        }
    }
    (best.0, best.1 >= ENOUGH)
}

/// The numbers of the cues that stand in each place of a document, in rising order.
struct Found {
    title: Vec<usize>,
    names: Vec<usize>,
    columns: Vec<usize>,
    opening: Vec<usize>,
}

impl Found {
    fn of(cues: &Cues, doc: &Document<'_>) -> Self {
        let titles: Vec<_> = titles(doc).map(str::to_lowercase).collect();
        let titles = || titles.iter().map(String::as_str);
        let mut title = cues.found(titles());
        let names = cues.found(titles().chain(names(doc)));
        let mut columns = cues.found(columns(doc));
        cues.keep_whole(&mut title);
        columns.retain(|number| names.binary_search(number).is_err());
        Self { title, names, columns, opening: cues.found(opening(doc)) }
    }

    /// What the words say for a kind.
    fn points(&self, cues: &Cues, kind: usize) -> f64 {
        let title = cues.count(kind, &self.title).min(TITLE_CUES);
        let columns = cues.count(kind, &self.columns).min(COLUMN_CUES);
        let names = (cues.count(kind, &self.names) + columns).min(NAME_CUES);
        let says_so = cues.named(kind, &self.opening) || self.title_names(cues, kind);
        title as f64 * IN_TITLE + names as f64 + if says_so { SAYS_SO } else { 0.0 }
    }

    /// True where the title is the name of the kind and speaks of no other: not `Ranking what is on the roadmap`.
    fn title_names(&self, cues: &Cues, kind: usize) -> bool {
        cues.named(kind, &self.title) && cues.of_numbers(&self.title).all(|cue| cue.kind == kind)
    }
}

/// What heads the text: its title, and a short line before anything else that is no sentence.
fn titles<'a>(doc: &'a Document<'_>) -> impl Iterator<Item = &'a str> {
    let first = doc.blocks.first().filter(|block| {
        matches!(block.kind, BlockKind::Paragraph) && block.label.is_none() && block.text.len() <= TITLE_BYTES
    });
    let line = first.map(|block| doc.str(block.text)).filter(|line| !line.ends_with(['.', ',', '!', '?', ':', ';']));
    doc.title().into_iter().chain(line)
}

/// The short lines at the start, where an author says what the artifact is: `*Roadmap memo, June*`.
fn opening<'a>(doc: &'a Document<'_>) -> impl Iterator<Item = &'a str> {
    doc.blocks
        .iter()
        .take(OPENING_BLOCKS)
        .filter(|block| !matches!(block.kind, BlockKind::Heading(_)) && block.text.len() <= OPENING_BYTES)
        .map(|block| lower(doc, block.text))
}

/// What the facts say for a kind.
fn by_facts(kind: &Kind, facts: &Facts) -> f64 {
    kind.tells.iter().map(|tell| tell.points(facts)).sum::<f64>() + kind.lean
}

/// Headings and labels, in lower case.
fn names<'a>(doc: &'a Document<'_>) -> impl Iterator<Item = &'a str> {
    doc.blocks
        .iter()
        .filter(|block| doc.sections[block.section as usize].depth <= DEEPEST)
        .filter_map(|block| if matches!(block.kind, BlockKind::Heading(_)) { Some(block.text) } else { block.label })
        .map(|range| lower(doc, range))
}

/// Column headers, in lower case.
fn columns<'a>(doc: &'a Document<'_>) -> impl Iterator<Item = &'a str> {
    let header = |block: &&Block| matches!(block.kind, BlockKind::Cell { table, row: 0, .. } if doc.tables[table as usize].header);
    doc.blocks.iter().filter(header).map(|block| lower(doc, block.text))
}

fn lower<'a>(doc: &'a Document<'_>, range: TextRange) -> &'a str {
    &doc.lower[range.start as usize..range.end as usize]
}
