//! Titles, labels and sentences → when work is ended, and whether that says how much and when.

use crate::document::{BlockId, BlockKind, SectionId, SentenceId, TokenKind};
use crate::facts::Words;
use crate::lexicon::{Concept, lists};
use crate::mention::Reading;
use crate::mention::quantity::QuantityKind;
use crate::span::TextRange;

/// When work is ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StopRule {
    /// The rule.
    pub words: Words,
    /// It is called a kill criterion, or ends what has not reached a number yet, which needs a day to be looked at; others may
    /// be watched all the time.
    pub kill: bool,
    /// It speaks of what there can be more or less of.
    pub graded: bool,
    /// It says how much or how many.
    pub measured: bool,
    /// It, or what stands beside it under the same title, says when.
    pub dated: bool,
}

/// What there can be more or less of.
const GRADED: [Concept; 5] =
    [Concept::StopGraded, Concept::Many, Concept::EffectNoun, Concept::MovesUp, Concept::MovesDown];

/// A sentence with more phrases or numbers than this is a list of them, and is not looked at closely.
const MANY: usize = 160;

/// Fewest words of a rule.
const FEWEST: usize = 3;

pub(super) fn read(reading: &Reading<'_>) -> Vec<StopRule> {
    let doc = reading.doc;
    let mut stops = Vec::new();
    // Whether a section says when, by the last section that was asked about.
    let mut known: Option<(SectionId, bool)> = None;
    for sentence in reading.sentences().filter(|&s| reading.length(s) >= FEWEST) {
        let block = reading.block_of(sentence);
        let b = &doc.blocks[block as usize];
        if b.quoted || b.struck || doc.sentences[sentence as usize].question {
            continue;
        }
        let begins = b.sentences.start == sentence;
        let kill = begins && is_named(reading, block, Concept::KillTitle);
        let named = kill || begins && is_named(reading, block, Concept::StopTitle);
        let said = reading.says(sentence, Concept::StopSaid) && !matches!(b.kind, BlockKind::Cell { .. });
        if !named && !said {
            continue;
        }
        let kill = kill || said && reading.says(sentence, Concept::KillFloor);
        let whole = if named { reading.words_of_block(block) } else { Some(reading.words_of(sentence)) };
        let Some(words) = whole else { continue };
        let own = says_when(reading, block);
        let dated = own || {
            let around = known.filter(|(section, _)| *section == b.section);
            let (_, dated) = around.unwrap_or_else(|| (b.section, section_dated(reading, b.section)));
            known = Some((b.section, dated));
            dated
        };
        // What is said in the middle of a paragraph may be made plainer by the next sentence, and no further on.
        let next = Some(sentence + 1).filter(|next| {
            // "Otherwise it goes to all nine schools" is about what happens then.
            let begins = |words: &str| doc.sentence_str(*next).to_ascii_lowercase().starts_with(words);
            b.sentences.contains(next) && !lists::RULE_IS_OVER.iter().any(|words| begins(words))
        });
        let own = if named { b.sentences.clone() } else { sentence..next.unwrap_or(sentence) + 1 };
        let graded = own.clone().take(if named { own.len() } else { 1 }).any(|s| reading.says_any(s, &GRADED));
        let measured = own.into_iter().any(|s| is_measured(reading, s));
        stops.push(StopRule { words, kill, graded, measured, dated });
    }
    stops
}

/// A title, a label or the line before the list says that rules for ending work follow.
fn is_named(reading: &Reading<'_>, block: BlockId, concept: Concept) -> bool {
    let b = &reading.doc.blocks[block as usize];
    if matches!(b.kind, BlockKind::Heading(_)) || b.image {
        return false;
    }
    if b.label.is_some() && reading.label(block).has(concept) {
        return true;
    }
    if matches!(b.kind, BlockKind::Cell { .. }) {
        return reading.column(block).has(concept);
    }
    let own = b.label.is_none() || b.list.is_some();
    let titled = reading.lead(block).has(concept) || reading.heading(b.section).has(concept);
    own && b.kind == BlockKind::Item && titled
}

/// A digit, a quantity or a word for how much stands in a sentence.
fn is_measured(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let doc = reading.doc;
    let range = &doc.sentences[sentence as usize].tokens;
    let dates = || reading.quantities(sentence).iter().filter(|q| q.kind.is_date());
    let mut digits =
        doc.tokens[range.start as usize..range.end as usize].iter().filter(|t| t.kind == TokenKind::Number);
    // A day says when, not how much.
    let digit = reading.quantities(sentence).len() > MANY
        || digits.any(|token| !dates().any(|date| date.text.contains(token.text)));
    let told = reading.quantities(sentence).iter().any(|q| !q.kind.is_time());
    digit || told || reading.says(sentence, Concept::StopMeasured)
}

/// A date, a span of time or a word for when stands in a block or its label.
fn says_when(reading: &Reading<'_>, block: BlockId) -> bool {
    let b = &reading.doc.blocks[block as usize];
    reading.label(block).has(Concept::StopDated)
        || b.sentences.clone().any(|sentence| {
            reading
                .hits(sentence)
                .iter()
                .any(|h| h.concept == Concept::StopDated && !is_rate(reading, sentence, h.text))
                || reading.quantities(sentence).iter().any(|q| q.kind.is_time())
        })
}

/// The month of "€2,000 a month" tells no time.
fn is_rate(reading: &Reading<'_>, sentence: SentenceId, text: TextRange) -> bool {
    let mut hits = reading.hits(sentence).iter().filter(|h| matches!(h.concept, Concept::AMonth | Concept::AYear));
    let money = |at: u32| {
        let quantities = reading.quantities(sentence);
        quantities.iter().any(|q| matches!(q.kind, QuantityKind::Money(_)) && q.text.end <= at && at <= q.text.end + 1)
    };
    reading.hits(sentence).len() <= MANY && hits.any(|h| h.text.contains(text) && money(h.text.start))
}

/// Any block of a section, its heading included, says when.
fn section_dated(reading: &Reading<'_>, section: SectionId) -> bool {
    let doc = reading.doc;
    let heading = doc.sections[section as usize].heading;
    heading.is_some_and(|heading| says_when(reading, heading))
        || doc.blocks_in(section).any(|(block, b)| b.section == section && says_when(reading, block))
}
