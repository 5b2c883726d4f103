//! A document → what is mentioned where: quantities, and phrases of the lexicon with the frame they stand in.

mod borrowed;
mod claims;
mod concepts;
mod frame;
pub mod quantity;
mod rows;
mod search;
mod sense;
pub(crate) mod tense;
pub mod topic;
mod wording;

use std::ops::Range;

use crate::document::{BlockId, BlockKind, Document, SentenceId};
use crate::facts::Words;
use crate::lexicon::{Concept, Lexicon};
use crate::span::{Span, TextRange};
pub use borrowed::OwnTexts;
pub use claims::ClaimLimits;
pub use concepts::ConceptSet;
pub(crate) use concepts::each_bit;
use frame::Frame;
use quantity::Quantity;
use wording::Wordings;

/// A phrase of the lexicon, found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// What it stands for.
    pub concept: Concept,
    /// Its words.
    pub text: TextRange,
}

/// A document with all that is mentioned in it: what facts are read from.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The document.
    pub doc: &'a Document<'a>,
    /// Every quantity, in order.
    pub quantities: Vec<Quantity>,
    /// Per sentence, its range of `quantities`.
    quantities_of: Vec<Range<u32>>,
    /// Per sentence, where in that range those of the label before it end.
    labelled: Vec<u32>,
    /// Every phrase found, by sentence, then by place.
    hits: Vec<Hit>,
    /// Per sentence, its range of `hits`.
    hits_of: Vec<Range<u32>>,
    /// Per sentence, the concepts found in it.
    sets: Vec<ConceptSet>,
    /// Per block, the concepts of its label.
    labels: Vec<ConceptSet>,
    /// Per section, the concepts of its heading, and of its heading and all above it.
    headings: Vec<(ConceptSet, ConceptSet)>,
    /// Per block, the concepts of what stands around it.
    frames: Vec<Frame>,
    /// Per sentence, what its tokens are.
    made: Vec<Made>,
    /// Hashes of what stands before each token.
    wordings: Wordings,
    /// Sentences of content as they are written.
    written: Vec<SentenceId>,
    /// Those of them that name the rubric's terms one after the other.
    strings: Vec<SentenceId>,
    /// Those that say something.
    said: Vec<SentenceId>,
    /// Those of them that hold a quantity.
    numbered: Vec<SentenceId>,
    /// The words stand in no order.
    scrambled: bool,
    /// What is read but does not count.
    pub uncounted: Uncounted,
}

/// Passages that are read and that earn nothing, each as written.
#[derive(Debug, Default)]
pub struct Uncounted {
    /// Runs of sections about something else.
    pub foreign: Vec<Span>,
    /// Words of the rubric itself: runs of neighbouring sentences.
    pub borrowed: Vec<Vec<Span>>,
    /// Figures that nothing stands behind, in a text that is made of them.
    pub bare: Vec<Span>,
}

impl<'a> Reading<'a> {
    /// Finds everything that the lexicon knows and every quantity.
    pub fn of(doc: &'a Document<'a>, lexicon: &Lexicon) -> Self {
        let quantities = quantity::quantities(doc);
        let mut reading = Self {
            doc,
            quantities_of: Vec::with_capacity(doc.sentences.len()),
            labelled: Vec::with_capacity(doc.sentences.len()),
            quantities,
            hits: Vec::with_capacity(doc.tokens.len()),
            hits_of: Vec::with_capacity(doc.sentences.len()),
            sets: Vec::with_capacity(doc.sentences.len()),
            labels: Vec::with_capacity(doc.blocks.len()),
            headings: Vec::new(),
            frames: Vec::new(),
            made: Vec::with_capacity(doc.sentences.len()),
            wordings: Wordings::with_capacity(doc.tokens.len()),
            written: written(doc),
            strings: Vec::new(),
            said: Vec::new(),
            numbered: Vec::new(),
            scrambled: false,
            uncounted: Uncounted::default(),
        };
        reading.search(lexicon);
        reading.collect_headings();
        reading.collect_frames();
        reading.keep_what_says_something();
        reading
    }

    /// The concepts of a sentence.
    #[inline]
    pub fn concepts(&self, sentence: SentenceId) -> &ConceptSet {
        &self.sets[sentence as usize]
    }

    /// True when a sentence says a concept.
    #[inline]
    pub fn says(&self, sentence: SentenceId, concept: Concept) -> bool {
        self.sets[sentence as usize].has(concept)
    }

    /// True when a sentence says one of these concepts.
    #[inline]
    pub fn says_any(&self, sentence: SentenceId, concepts: &[Concept]) -> bool {
        concepts.iter().any(|&c| self.says(sentence, c))
    }

    /// The phrases found in a sentence, by place.
    #[inline]
    pub fn hits(&self, sentence: SentenceId) -> &[Hit] {
        let range = &self.hits_of[sentence as usize];
        &self.hits[range.start as usize..range.end as usize]
    }

    /// The first phrase of a sentence that says a concept.
    #[inline]
    pub fn hit(&self, sentence: SentenceId, concept: Concept) -> Option<Hit> {
        if !self.says(sentence, concept) {
            return None;
        }
        self.hits(sentence).iter().copied().find(|hit| hit.concept == concept)
    }

    /// The quantities of a sentence, by place.
    #[inline]
    pub fn quantities(&self, sentence: SentenceId) -> &[Quantity] {
        let range = &self.quantities_of[sentence as usize];
        &self.quantities[range.start as usize..range.end as usize]
    }

    /// The same without those of the label before it.
    #[inline]
    pub(crate) fn quantities_within(&self, sentence: SentenceId) -> &[Quantity] {
        let at = sentence as usize;
        &self.quantities[self.labelled[at] as usize..self.quantities_of[at].end as usize]
    }

    /// The concepts of a block's own label.
    #[inline]
    pub fn label(&self, block: BlockId) -> &ConceptSet {
        &self.labels[block as usize]
    }

    /// True when any sentence of a block says a concept.
    pub fn block_says(&self, block: BlockId, concept: Concept) -> bool {
        self.doc.blocks[block as usize].sentences.clone().any(|s| self.says(s, concept))
    }

    /// Sentences of content: no headings, no placeholders, no captions of images.
    pub fn written(&self) -> impl Iterator<Item = SentenceId> + '_ {
        self.written.iter().copied()
    }

    /// Where the last sentence that says something ends: what stands early or late is measured by it, so that nothing put
    /// behind it counts.
    pub fn said_end(&self) -> u32 {
        self.said.last().map_or(0, |&s| self.doc.sentences[s as usize].text.end)
    }

    /// True when the words stand in no order, so that nothing is said.
    pub fn scrambled(&self) -> bool {
        self.scrambled
    }

    /// Sentences of content that say something: none that only names terms, was said before or speaks to a grader.
    pub fn sentences(&self) -> impl Iterator<Item = SentenceId> + '_ {
        self.said.iter().copied()
    }

    /// Those of them that hold a quantity beside what their label holds.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = SentenceId> + '_ {
        self.numbered.iter().copied()
    }

    /// True for one of [`Reading::sentences`].
    pub fn says_something(&self, sentence: SentenceId) -> bool {
        self.said.binary_search(&sentence).is_ok()
    }

    /// True for a sentence that tells something by itself: no question, and nothing that only leads in to what follows.
    pub fn tells(&self, sentence: SentenceId) -> bool {
        let s = &self.doc.sentences[sentence as usize];
        !s.question && !self.doc.str(s.text).ends_with(':')
    }

    /// The block of a sentence.
    #[inline]
    pub fn block_of(&self, sentence: SentenceId) -> BlockId {
        self.doc.sentences[sentence as usize].block
    }

    /// A whole sentence as the words of a fact.
    pub fn words_of(&self, sentence: SentenceId) -> Words {
        let s = &self.doc.sentences[sentence as usize];
        Words { text: s.text, sentence, block: s.block }
    }

    /// A whole block, label excluded, as the words of a fact; none when it is empty.
    pub fn words_of_block(&self, block: BlockId) -> Option<Words> {
        let b = &self.doc.blocks[block as usize];
        (!b.sentences.is_empty() && !b.text.is_empty()).then_some(Words {
            text: b.text,
            sentence: b.sentences.start,
            block,
        })
    }

    /// Part of a sentence as the words of a fact, trimmed of white space and of marks at either end.
    pub fn words_in(&self, sentence: SentenceId, part: TextRange) -> Words {
        let s = &self.doc.sentences[sentence as usize];
        let text = &self.doc.text[part.start as usize..part.end as usize];
        let trim = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '.');
        let start = part.start + (text.len() - text.trim_start_matches(trim).len()) as u32;
        let end = part.end - (text.len() - text.trim_end_matches(trim).len()) as u32;
        let text = if start < end { TextRange::new(start, end) } else { part };
        Words { text, sentence, block: s.block }
    }

    /// A hash of the words and numbers of a stretch: the same for the same words, however they are marked and cased.
    pub fn wording(&self, text: TextRange) -> u64 {
        let tokens = self.doc.tokens_within(text);
        self.wordings.between(tokens.start, tokens.end)
    }

    /// The same for the words of a fact.
    pub(crate) fn wording_in(&self, words: &Words) -> u64 {
        self.wording_of(&self.tokens_of(words))
    }

    /// The tokens of the words of a fact, which mostly are a whole sentence or a part of one.
    pub(crate) fn tokens_of(&self, words: &Words) -> Range<u32> {
        let text = words.text;
        match self.doc.sentences.get(words.sentence as usize) {
            Some(sentence) if sentence.text == text => sentence.tokens.clone(),
            Some(sentence) if sentence.text.contains(text) => {
                let tokens = &self.doc.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
                let before = tokens.iter().take_while(|token| token.text.start < text.start).count() as u32;
                let inside = tokens[before as usize..].iter().take_while(|token| token.text.end <= text.end).count();
                let start = sentence.tokens.start + before;
                start..start + inside as u32
            }
            _ => {
                let tokens = self.doc.tokens_within(text);
                tokens.start as u32..tokens.end as u32
            }
        }
    }

    /// The same for the tokens of a stretch.
    pub(crate) fn wording_of(&self, tokens: &Range<u32>) -> u64 {
        self.wordings.between(tokens.start as usize, tokens.end as usize)
    }

    /// How many of these tokens are no marks.
    pub(crate) fn unmarked(&self, tokens: &Range<u32>) -> usize {
        self.wordings.count(tokens.start as usize, tokens.end as usize)
    }

    /// Number of words and numbers in a sentence.
    #[inline]
    pub fn length(&self, sentence: SentenceId) -> usize {
        self.made[sentence as usize].words as usize
    }

    /// True when an address, an e-mail or a path stands in a sentence.
    #[inline]
    pub(crate) fn has_address(&self, sentence: SentenceId) -> bool {
        self.made[sentence as usize].address
    }

    /// True when code stands in a sentence.
    #[inline]
    pub(crate) fn has_code(&self, sentence: SentenceId) -> bool {
        self.made[sentence as usize].code
    }

    /// True when a verb in the past tense stands in a sentence.
    #[inline]
    pub(crate) fn has_past(&self, sentence: SentenceId) -> bool {
        self.made[sentence as usize].past
    }

    /// True when "is", "are", "has" or "have" stands in a sentence.
    #[inline]
    pub(crate) fn has_present(&self, sentence: SentenceId) -> bool {
        self.made[sentence as usize].present
    }
}

/// What the tokens of a sentence are.
#[derive(Debug, Clone, Copy, Default)]
struct Made {
    /// How many words and numbers.
    words: u32,
    address: bool,
    code: bool,
    past: bool,
    present: bool,
}

fn written(doc: &Document<'_>) -> Vec<SentenceId> {
    let content = |s: &SentenceId| {
        let sentence = &doc.sentences[*s as usize];
        let block = &doc.blocks[sentence.block as usize];
        !sentence.placeholder && !matches!(block.kind, BlockKind::Heading(_)) && !block.image && !block.struck
    };
    (0..doc.sentences.len() as SentenceId).filter(content).collect()
}
