//! A winner that is called clear, where a small change of one number would put another first.

use super::amount::number;
use super::choice_not_top_score::named;
use super::{Case, Hit};
use crate::document::{BlockKind, SectionId, SentenceId};
use crate::facts::scores::sensitivity::{self, Flip, Reach, Sensitivity};
use crate::facts::scores::{Contender, Contest};
use crate::lexicon::{Concept, lists};
use crate::mention;
use crate::span::TextRange;

/// The change, as a share of a number, that a clear winner stands.
const CHANGE: f64 = 0.1;
/// How far before a claim a word denies it, in bytes.
const NEAR: u32 = 24;
/// Most claims that are looked at; a document makes one, or a few.
const MOST: usize = 16;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    if case.facts.contests.is_empty() {
        return Vec::new();
    }
    let claims: Vec<(SentenceId, mention::Hit)> =
        case.reading.sentences().filter_map(|s| claim(case, s)).take(MOST).collect();
    if claims.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<Hit> =
        case.facts.contests.iter().filter_map(|contest| of_contest(case, contest, &claims)).collect();
    hits.sort_by_key(|hit| hit.span);
    hits
}

/// The words with which a sentence calls an option a clear winner.
fn claim(case: &Case<'_>, sentence: SentenceId) -> Option<(SentenceId, mention::Hit)> {
    let hit = case.reading.hit(sentence, Concept::ClearWinner)?;
    let doc = case.doc;
    let s = &doc.sentences[sentence as usize];
    let block = &doc.blocks[s.block as usize];
    let before = |concept: Concept, within: u32| {
        let hits = case.reading.hits(sentence).iter();
        hits.into_iter()
            .any(|h| h.concept == concept && h.text.start <= hit.text.start && h.text.end + within >= hit.text.start)
    };
    let text = doc.lower_str(s.text);
    let open = s.question
        || block.quoted
        || before(Concept::Negation, NEAR)
        || before(Concept::Condition, u32::MAX / 2)
        || before(Concept::Possibility, NEAR)
        || text.contains(" if ")
        || lists::LEAD_LIMITED.iter().any(|word| doc.lower_str(block.text).contains(word));
    (!open).then_some((sentence, hit))
}

fn of_contest(case: &Case<'_>, contest: &Contest, claims: &[(SentenceId, mention::Hit)]) -> Option<Hit> {
    let found = sensitivity::of(contest, Reach::Share(CHANGE))?;
    let flip = *found.flips.iter().filter(|flip| flip.option.is_some()).min_by_key(|flip| flip.level)?;
    if !shown_order_holds(contest, &found) {
        return None;
    }
    let (_, claim) = claims.iter().find(|(sentence, _)| is_about(case, contest, &found, *sentence))?;
    hit(case, contest, &found, &flip, claim.text)
}

/// The scores shown have the same first as those that the inputs make.
fn shown_order_holds(contest: &Contest, found: &Sensitivity) -> bool {
    let shown = |contender: &Contender| contender.score.map(|score| score.value);
    let Some(most) = contest.contenders.get(found.first).and_then(shown) else { return false };
    contest.contenders.iter().filter_map(shown).all(|score| score <= most * (1.0 + 1e-9))
}

/// The sentence speaks of the first of these scores.
fn is_about(case: &Case<'_>, contest: &Contest, found: &Sensitivity, sentence: SentenceId) -> bool {
    let doc = case.doc;
    let s = &doc.sentences[sentence as usize];
    let block = &doc.blocks[s.block as usize];
    let name = |at: usize| contest.contenders.get(at).map(|contender| contender.name);
    let says = |at: usize| {
        name(at).is_some_and(|name| named(case, name, s.text).is_some() || as_written(doc.str(name), doc.str(s.text)))
    };
    if let BlockKind::Cell { table, row, column } = block.kind {
        let own = |at: usize| {
            let name = name(at)?;
            let named = doc.blocks.get(doc.blocks.partition_point(|block| block.text.end < name.end))?;
            Some(matches!(named.kind, BlockKind::Cell { row: r, column: c, .. } if r == row || c == column))
        };
        return contest.table == Some(table) && own(found.first) == Some(true);
    }
    if says(found.first) || found.level && says(found.second) {
        return true;
    }
    let others = (0..contest.contenders.len()).filter(|&at| at != found.first);
    case.facts.contests.len() == 1
        && section_of(case, contest) == Some(block.section)
        && !others.into_iter().any(says)
        && speaks_of_scores(doc.lower_str(s.text))
}

/// A short name, such as `Buy`, stands in a text as a word of its own with its capital.
fn as_written(name: &str, text: &str) -> bool {
    let parted = |at: usize| {
        !text[..at].ends_with(char::is_alphanumeric) && !text[at + name.len()..].starts_with(char::is_alphanumeric)
    };
    name.len() > 1 && name.starts_with(char::is_uppercase) && text.match_indices(name).any(|(at, _)| parted(at))
}

/// A sentence that names no option is about the scores where it says so.
fn speaks_of_scores(text: &str) -> bool {
    let words = || text.split(|c: char| !c.is_alphanumeric());
    words().any(|word| {
        [
            "score", "scores", "scored", "winner", "rice", "ice", "wsjf", "rank", "ranks", "ranking", "total", "first",
            "top",
        ]
        .contains(&word)
    })
}

fn section_of(case: &Case<'_>, contest: &Contest) -> Option<SectionId> {
    if let Some(table) = contest.table {
        return Some(case.doc.tables.get(table as usize)?.section);
    }
    let first = contest.contenders.first()?.name;
    let at = case.doc.blocks.partition_point(|block| block.text.end < first.end);
    case.doc.blocks.get(at).map(|block| block.section)
}

fn hit(case: &Case<'_>, contest: &Contest, found: &Sensitivity, flip: &Flip, claim: TextRange) -> Option<Hit> {
    let doc = case.doc;
    let contender = |at: usize| contest.contenders.get(at);
    let say = |at: usize| contender(at).map_or_else(String::new, |c| super::one_line(doc.str(c.name)));
    let option = flip.option?;
    let given = contender(option)?.given.get(flip.input)?.written;
    let sign = if given.percent { "%" } else { "" };
    let written = |value: f64| format!("{}{sign}", number(value));
    let mut hit = case.hit(claim).with("first", say(found.first)).with("option", say(option));
    hit = hit.with("input", contest.input_name(doc, flip.input));
    hit = hit.with("from", written(flip.from)).with("to", written(flip.to));
    hit = hit.with("most", number(found.scores.0)).with("next", number(found.scores.1));
    hit = hit.with("second", say(found.second)).with("then", say(flip.then));
    hit = hit.beside("input", doc.span_of(given.place));
    for (name, at) in [("first", found.first), ("second", found.second)] {
        if let Some(score) = contender(at).and_then(|contender| contender.score) {
            hit = hit.beside(name, doc.span_of(score.place));
        }
    }
    Some(hit)
}
