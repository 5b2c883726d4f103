//! A decision for an option that did not score highest, with no word on why.

use super::amount::number;
use super::explained::gives_reason;
use super::{Case, Hit};
use crate::document::{BlockKind, SentenceId};
use crate::facts::scores::{Contender, Contest, Scored};
use crate::lexicon::{Concept, lists};
use crate::span::TextRange;

/// Most sentences that are looked at for what they take up.
const MOST_TAKEN: usize = 40;
/// How much higher the first must score than the chosen one, as a share, before the two count as different.
const CLEAR: f64 = 0.02;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let mut chosen = choosing(case);
    let told = !chosen.is_empty();
    chosen.extend(case.reading.sentences().filter(|&sentence| !told && takes_up(case, sentence)).take(MOST_TAKEN));
    let tables = case.facts.scored.iter().filter_map(|table| of_table(case, table, &chosen));
    let lines = case.facts.contests.iter().filter(|contest| contest.table.is_none());
    let mut hits: Vec<Hit> = tables.chain(lines.filter_map(|contest| of_lines(case, contest, &chosen))).collect();
    hits.sort_by_key(|hit| hit.span);
    hits
}

/// Sentences outside of tables that say which option is taken.
pub(super) fn choosing(case: &Case<'_>) -> Vec<SentenceId> {
    let doc = case.doc;
    let mut sentences: Vec<SentenceId> = case.facts.decision.statements.iter().map(|words| words.sentence).collect();
    sentences.sort_unstable();
    sentences.dedup();
    sentences.retain(|&sentence| {
        let block = &doc.blocks[doc.sentences[sentence as usize].block as usize];
        let said = [Concept::Choosing, Concept::Declining, Concept::FateDeferred, Concept::FateRejected];
        let [chooses, others @ ..] = said;
        let labelled = block.label.is_some_and(|label| {
            let label = doc.lower_str(label);
            ["decision", "chosen", "recommendation", "choice"].iter().any(|word| label.contains(word))
        });
        !matches!(block.kind, BlockKind::Cell { .. } | BlockKind::Heading(_))
            && (case.reading.says(sentence, chooses) || labelled)
            && !case.reading.says_any(sentence, &others)
            && !doc.sentences[sentence as usize].question
    });
    sentences
}

/// A sentence outside of tables that takes up one thing to be built: `We will build gift cards in spring.`
fn takes_up(case: &Case<'_>, sentence: SentenceId) -> bool {
    let doc = case.doc;
    let s = &doc.sentences[sentence as usize];
    let block = &doc.blocks[s.block as usize];
    let open =
        [Concept::Declining, Concept::FateDeferred, Concept::FateRejected, Concept::Condition, Concept::Negation];
    let several = || {
        let mut words = doc.lower_str(s.text).split(|c: char| !c.is_alphanumeric());
        words.any(|word| lists::TAKING_SEVERAL.contains(&word))
    };
    case.reading.says(sentence, Concept::TakingUp)
        && !matches!(block.kind, BlockKind::Cell { .. } | BlockKind::Heading(_))
        && !case.reading.says_any(sentence, &open)
        && !block.quoted
        && !s.question
        && !several()
}

/// An option with its score.
#[derive(Clone, Copy)]
struct Entry {
    name: TextRange,
    score: f64,
    place: TextRange,
}

fn of_table(case: &Case<'_>, scored: &Scored, choosing: &[SentenceId]) -> Option<Hit> {
    let doc = case.doc;
    let text = |block: u32| doc.blocks[block as usize].text;
    let entries: Vec<Entry> = scored
        .rows
        .iter()
        .map(|row| row.score.map(|s| Entry { name: text(row.name), score: s.value, place: text(s.block) }))
        .collect::<Option<_>>()?;
    let table = &doc.tables[scored.table as usize];
    let less = (0..table.columns).filter_map(|column| table.cell(0, column)).any(|title| {
        let title = doc.lower_str(doc.blocks[title as usize].text);
        title.contains("score") && lists::LESS_IS_BETTER.iter().any(|word| title.contains(word))
    });
    let ranked = scored.rows.iter().find(|row| row.rank.is_some_and(|rank| (rank.value - 1.0).abs() < 1e-9));
    let first = ranked.map(|row| text(row.name));
    (!less).then(|| below_top(case, &entries, first, choosing)).flatten()
}

fn of_lines(case: &Case<'_>, contest: &Contest, choosing: &[SentenceId]) -> Option<Hit> {
    let entry = |contender: &Contender| {
        contender.score.map(|score| Entry { name: contender.name, score: score.value, place: score.place })
    };
    let entries: Vec<Entry> = contest.contenders.iter().map(entry).collect::<Option<_>>()?;
    below_top(case, &entries, None, choosing)
}

/// The one option that is taken, where another scored higher and nothing says why. `first` is the one with the first rank.
fn below_top(case: &Case<'_>, entries: &[Entry], first: Option<TextRange>, choosing: &[SentenceId]) -> Option<Hit> {
    let doc = case.doc;
    let top = entries.iter().copied().max_by(|one, other| one.score.total_cmp(&other.score))?;
    if top.score <= 0.0 || first.is_some_and(|first| first != top.name) {
        return None;
    }
    let mut taken: Option<(Entry, SentenceId, TextRange)> = None;
    for &sentence in choosing {
        let text = doc.sentences[sentence as usize].text;
        for &entry in entries {
            let Some(place) = named(case, entry.name, text) else { continue };
            // Several are taken, or the first is among them.
            if entry.name == top.name || taken.as_ref().is_some_and(|(other, ..)| other.name != entry.name) {
                return None;
            }
            taken = taken.or(Some((entry, sentence, place)));
        }
    }
    let (chosen, sentence, place) = taken?;
    let block = doc.sentences[sentence as usize].block;
    if chosen.score >= top.score * (1.0 - CLEAR) || explained(case, &top, entries, block) {
        return None;
    }
    let hit = case.hit(place).with("score", number(chosen.score)).with("most", number(top.score));
    let hit = hit.with("top", super::one_line(doc.str(top.name)));
    Some(hit.beside("chosen", doc.span_of(chosen.place)).beside("top", doc.span_of(top.place)))
}

/// Where a sentence names an option in full.
pub(super) fn named(case: &Case<'_>, name: TextRange, sentence: TextRange) -> Option<TextRange> {
    let doc = case.doc;
    let name = doc.lower_str(name);
    let name = name.split(['(', ':', '–', '—']).next().unwrap_or_default().trim();
    let text = doc.lower_str(sentence);
    // A short word such as `buy` stands in many sentences.
    if name.len() < 6 {
        return None;
    }
    let at = text.find(name)?;
    let parted =
        !text[..at].ends_with(char::is_alphanumeric) && !text[at + name.len()..].starts_with(char::is_alphanumeric);
    let start = sentence.start + at as u32;
    parted.then(|| TextRange::new(start, start + name.len() as u32))
}

/// The block of the choice, one of its neighbours, or any sentence about the first says why; what states a score does not.
fn explained(case: &Case<'_>, top: &Entry, entries: &[Entry], block: u32) -> bool {
    let doc = case.doc;
    let near = |at: u32| at.abs_diff(block) <= 2;
    case.reading.sentences().any(|sentence| {
        let at = case.reading.block_of(sentence);
        let b = &doc.blocks[at as usize];
        let states = || entries.iter().any(|entry| b.text.overlaps(entry.place) || b.text.contains(entry.name));
        if matches!(b.kind, BlockKind::Cell { .. }) || states() {
            return false;
        }
        let text = doc.sentences[sentence as usize].text;
        near(at) && gives_reason(doc.lower_str(text)) || named(case, top.name, text).is_some()
    })
}
