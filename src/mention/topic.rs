//! What each section is about → a run of sections that is about something else than the rest.
//!
//! What a part is about is told by its topic words: those that not every artifact uses. Where two parts of one document have
//! hardly any of them in common, one of them belongs to another document.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::Reading;
use crate::document::{SectionId, TokenKind};
use crate::lexicon::tables::key;
use crate::lexicon::{Concept, lists};
use crate::span::Span;

/// Fewest letters of a topic word.
const SHORTEST: usize = 4;
/// Most runs that are looked at from their start on; more starts than that are no fault of a run.
const MOST_STARTS: usize = 12;

/// Most sections of a document that is looked at: in one of more, looking would take longer than reading.
const MOST_SECTIONS: usize = 256;

/// How far a share may be off for rounding.
const ROUNDING: f64 = 1e-9;

/// Headings that a document has once: where a run repeats one of the rest, it has the sections of a document of its own.
const ROLES: [Concept; 17] = [
    Concept::TitleProblem,
    Concept::TitleWhyNow,
    Concept::TitleSegment,
    Concept::TitleEvidence,
    Concept::TitleMethod,
    Concept::TitleOptions,
    Concept::TitleTradeoff,
    Concept::TitleDecision,
    Concept::TitleMetrics,
    Concept::TitleGuardrail,
    Concept::TitleReview,
    Concept::TitleBusiness,
    Concept::TitleRisks,
    Concept::TitleRequirements,
    Concept::TitleHypothesis,
    Concept::TitleMilestones,
    Concept::TitleQuestions,
];

/// What a rubric says about topics.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TopicText {
    /// Words that any artifact may use, parted by white space.
    pub common: String,
    /// When a run of sections is about something else.
    pub foreign: ForeignLimits,
}

/// When a run of sections is about something else than the rest.
#[derive(Debug, Clone, Copy, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ForeignLimits {
    /// Topic words that each part has at least.
    pub least_words: u32,
    /// Different topic words that each part has twice or more, at least.
    pub least_repeated: u32,
    /// The most that the two parts share of what they are about, from 0 to 1: where nothing else speaks for two documents,
    /// where the run has a section that the rest has too, and where it has a title of its own.
    pub shared: [f64; 3],
    /// The share of the first words of a run that may have stood before it.
    pub known_at_first: f64,
}

/// The words that tell no topic, ready to be looked up, and the limits.
#[derive(Debug, Default)]
pub struct Topic {
    common: FxHashSet<u64>,
    foreign: ForeignLimits,
}

impl Topic {
    /// Of what the rubric says.
    pub fn new(text: &TopicText) -> Self {
        let common = text.common.split_whitespace().map(|word| stem(word.as_bytes(), 0, word.len()));
        Self { common: common.collect(), foreign: text.foreign }
    }
}

/// The key of a lower-case word without its ending.
fn stem(text: &[u8], start: usize, end: usize) -> u64 {
    let word = &text[start..end];
    let ending = lists::TOPIC_ENDINGS.iter().find(|e| word.len() >= e.len() + 3 && word.ends_with(e.as_bytes()));
    let mut end = end - ending.map_or(0, |e| e.len());
    if end - start > 3 && matches!(text[end - 1], b'e' | b'y') {
        end -= 1;
    }
    key(text, start, end)
}

/// The topic words of a document, section by section.
struct Tally {
    /// Each place of a topic word, by the word's number.
    places: Vec<u32>,
    /// Where the places of each section begin, and where the last end.
    from: Vec<u32>,
    /// How often each word stands in the whole.
    total: Vec<u32>,
    /// The section in which each word stands first.
    first: Vec<SectionId>,
}

/// The headings of a document, such that what those of any run have in common with the others is told at once.
struct Clues {
    /// For each section, the [`ROLES`] of its heading, as bits.
    roles: Vec<u32>,
    /// The roles of all headings before a section, and of all from it on.
    before: Vec<u32>,
    from: Vec<u32>,
    /// How many titles there are before a section.
    titles: Vec<u32>,
}

/// Two parts of a document: a run of sections, and the rest.
struct Parts<'t> {
    total: &'t [u32],
    /// How often each word stands in the run.
    inside: Vec<u32>,
    words: u32,
    /// Of the run and of the rest: the sum of squares, the part of it whose words both have, and how many stand twice.
    sums: [[u64; 3]; 2],
    /// How often each word stands before the run, and the sum of squares of those that the run has too.
    before: &'t [u32],
    kept: u64,
}

impl Parts<'_> {
    /// Takes one more word from the rest into the run.
    fn take(&mut self, word: u32) {
        let at = word as usize;
        let inside = u64::from(self.inside[at]);
        let outside = u64::from(self.total[at]) - inside;
        self.inside[at] += 1;
        self.words += 1;
        if inside == 0 {
            self.kept += u64::from(self.before[at]) * u64::from(self.before[at]);
        }
        let [run, rest] = &mut self.sums;
        // What a word adds to a part is the square of how often it stands there.
        run[0] += 2 * inside + 1;
        rest[0] -= 2 * outside - 1;
        // The last one outside takes all that the run has of it out of what both have, as the first one inside puts all that
        // the rest has of it in.
        run[1] = if outside > 1 { run[1] + 2 * inside + 1 } else { run[1] - inside * inside };
        rest[1] = rest[1] + (outside - 1) * (outside - 1) - if inside > 0 { outside * outside } else { 0 };
        run[2] += u64::from(inside == 1);
        rest[2] -= u64::from(outside == 2);
    }

    /// The share of what each part is about that the other has too, of the two on average.
    fn shared(&self) -> f64 {
        let of = |[all, both, _]: [u64; 3]| both as f64 / all.max(1) as f64;
        f64::midpoint(of(self.sums[0]), of(self.sums[1]))
    }

    /// The least that [`Parts::shared`] can come to however far the run goes on, given the sum of squares of the whole: what
    /// stands before the run stays outside, and of the rest nothing is added.
    fn least_shared(&self, whole: u64) -> f64 {
        self.kept as f64 / whole.max(1) as f64 / 2.0
    }

    /// How many different words the part that has fewer has twice.
    fn repeated(&self) -> u64 {
        self.sums[0][2].min(self.sums[1][2])
    }
}

impl Reading<'_> {
    /// Where a run of sections stands that is about something else than the rest of the document, if there is one.
    pub fn foreign_passage(&self, topic: &Topic) -> Option<Span> {
        let run = self.foreign_sections(topic)?;
        let start = |section: SectionId| {
            let heading = self.doc.sections.get(section as usize)?.heading?;
            Some(self.doc.blocks[heading as usize].span.start)
        };
        Some(Span::new(start(run.start)?, start(run.end).unwrap_or(self.doc.source.text().len())))
    }

    fn foreign_sections(&self, topic: &Topic) -> Option<Range<SectionId>> {
        let limits = &topic.foreign;
        let sections = self.doc.sections.len();
        if !(3..=MOST_SECTIONS).contains(&sections) || self.doc.tokens.len() < 4 * limits.least_words as usize {
            return None;
        }
        let tally = self.tally(topic);
        let words = tally.places.len() as u32;
        if words < 2 * limits.least_words {
            return None;
        }
        let clues = self.clues();
        // Of the runs that are foreign, one with a title goes first, then the one that has least in common with the rest.
        let mut best: Option<(bool, f64, Range<SectionId>)> = None;
        let whole = tally.total.iter().fold([0; 3], |sums, &count| {
            let square = u64::from(count) * u64::from(count);
            [sums[0] + square, sums[1], sums[2] + u64::from(count > 1)]
        });
        let (mut before, mut counted) = (vec![0; tally.total.len()], 0);
        let starts = (2..sections).filter(|&start| tally.from[start] >= limits.least_words / 2);
        let starts = starts.filter(|&start| tally.begins_anew(start, limits)).take(MOST_STARTS);
        for start in starts {
            let inside = vec![0; tally.total.len()];
            for &word in &tally.places[counted..tally.from[start] as usize] {
                before[word as usize] += 1;
            }
            counted = tally.from[start] as usize;
            let sums = [[0; 3], whole];
            let mut parts = Parts { total: &tally.total, inside, words: 0, sums, before: &before, kept: 0 };
            let titled = usize::from(self.is_title(start as SectionId));
            let most = limits.shared[..2 + titled].iter().copied().fold(0.0, f64::max);
            let mut roles = 0;
            for end in start + 1..=sections {
                roles |= clues.roles[end - 1];
                for &word in tally.of(end - 1) {
                    parts.take(word);
                }
                if words - parts.words < limits.least_words || parts.least_shared(whole[0]) > most + ROUNDING {
                    break;
                }
                if parts.words < limits.least_words || parts.repeated() < u64::from(limits.least_repeated) {
                    continue;
                }
                let shared = parts.shared();
                let run = start as SectionId..end as SectionId;
                if shared > limits.shared[2] {
                    continue;
                }
                let clue = clues.of(&run, roles);
                let of_its_own = clue == 2;
                let better = |(titled, least, _): &(bool, f64, _)| {
                    if of_its_own == *titled { shared <= *least } else { of_its_own }
                };
                if shared <= limits.shared[clue] && best.as_ref().is_none_or(better) {
                    best = Some((of_its_own, shared, run));
                }
            }
        }
        // All that stands under a title belongs to it.
        let next_title = |from: SectionId| (from..sections as SectionId).find(|&s| self.is_title(s));
        best.map(
            |(titled, _, run)| {
                if titled { run.start..next_title(run.start + 1).unwrap_or(sections as SectionId) } else { run }
            },
        )
    }

    fn is_title(&self, section: SectionId) -> bool {
        self.doc.sections[section as usize].level == Some(1)
    }

    fn clues(&self) -> Clues {
        let sections = self.doc.sections.len();
        let roles = |section: usize| {
            let heading = self.heading(section as SectionId);
            let bits = ROLES.iter().enumerate().map(|(at, &role)| u32::from(heading.has(role)) << at);
            bits.fold(0, |any, bit| any | bit)
        };
        let roles: Vec<u32> = (0..sections).map(|section| if section == 0 { 0 } else { roles(section) }).collect();
        let (mut before, mut from, mut titles) = (vec![0; sections + 1], vec![0; sections + 1], vec![0; sections + 1]);
        for at in 0..sections {
            before[at + 1] = before[at] | roles[at];
            titles[at + 1] = titles[at] + u32::from(at > 0 && self.is_title(at as SectionId));
        }
        for at in (0..sections).rev() {
            from[at] = from[at + 1] | roles[at];
        }
        Clues { roles, before, from, titles }
    }

    fn tally(&self, topic: &Topic) -> Tally {
        let doc = self.doc;
        let lower = doc.lower.as_bytes();
        let room = doc.tokens.len() / 8;
        let mut tally = Tally {
            places: Vec::with_capacity(4 * room),
            from: vec![0],
            total: Vec::with_capacity(room),
            first: Vec::with_capacity(room),
        };
        // By its key, what each word counts as: a topic word's number, or none.
        let mut known: FxHashMap<u64, Option<u32>> = FxHashMap::default();
        let mut numbers: FxHashMap<u64, u32> = FxHashMap::default();
        known.reserve(2 * room);
        numbers.reserve(room);
        for sentence in &doc.sentences {
            let section = doc.blocks[sentence.block as usize].section;
            while (tally.from.len() as SectionId) <= section {
                tally.from.push(tally.places.len() as u32);
            }
            for token in &doc.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize] {
                let (start, end) = (token.text.start as usize, token.text.end as usize);
                if token.kind != TokenKind::Word || end - start < SHORTEST {
                    continue;
                }
                let number = *known.entry(key(lower, start, end)).or_insert_with(|| {
                    let stem = stem(lower, start, end);
                    if topic.common.contains(&stem) {
                        return None;
                    }
                    Some(*numbers.entry(stem).or_insert_with(|| {
                        tally.total.push(0);
                        tally.first.push(section);
                        tally.total.len() as u32 - 1
                    }))
                });
                if let Some(number) = number {
                    tally.total[number as usize] += 1;
                    tally.places.push(number);
                }
            }
        }
        tally.from.resize(doc.sections.len() + 1, tally.places.len() as u32);
        tally
    }
}

impl Clues {
    /// How much beside its words speaks for a document of its own: nothing, a section that the rest has too, or a title.
    /// `roles` are those of the headings of the run.
    fn of(&self, run: &Range<SectionId>, roles: u32) -> usize {
        let (start, end) = (run.start as usize, run.end as usize);
        let titles = |from: usize, to: usize| self.titles[to] - self.titles[from];
        let inside = titles(start, end);
        if titles(start, start + 1) == 1 && inside == 1 && titles(0, self.roles.len()) - inside <= 1 {
            return 2;
        }
        usize::from(roles & (self.before[start] | self.from[end]) != 0)
    }
}

impl Tally {
    /// The words of a section.
    fn of(&self, section: usize) -> &[u32] {
        &self.places[self.from[section] as usize..self.from[section + 1] as usize]
    }

    /// True when hardly any of the words from a section on have stood before it.
    fn begins_anew(&self, section: usize, limits: &ForeignLimits) -> bool {
        let start = self.from[section] as usize;
        let end = self.places.len().min(start + limits.least_words as usize);
        let known = self.places[start..end].iter().filter(|&&word| (self.first[word as usize] as usize) < section);
        end > start && known.count() as f64 <= limits.known_at_first * (end - start) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_word_are_one() {
        let of = |word: &str| stem(word.as_bytes(), 0, word.len());
        assert_eq!(of("volunteers"), of("volunteer"));
        assert_eq!(of("invoices"), of("invoice"));
        assert_eq!(of("deliveries"), of("delivery"));
        assert_eq!(of("parked"), of("parking"));
        assert_ne!(of("bus"), of("bush"));
    }

    #[test]
    fn a_word_counts_by_how_often_it_stands_in_a_part() {
        let total = [4, 2, 3];
        let mut parts = Parts {
            total: &total,
            inside: vec![0; 3],
            words: 0,
            sums: [[0; 3], [29, 0, 3]],
            before: &[0, 1, 2],
            kept: 0,
        };
        for word in [0, 0, 0, 0, 1] {
            parts.take(word);
        }
        // The run has four of the first and one of the second word, the rest one of the second and three of the third.
        assert_eq!(parts.sums, [[17, 1, 1], [10, 1, 1]]);
        assert_eq!((parts.repeated(), parts.kept), (1, 1));
        assert!((parts.shared() - f64::midpoint(1.0 / 17.0, 0.1)).abs() < 1e-12);
    }
}
