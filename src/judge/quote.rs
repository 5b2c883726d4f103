//! A weighed criterion → the words that are shown as the ground of its level: those that can be signed, or none.
//!
//! What counts towards a level may be uncertain, as many small errors even out. A quote stands alone, so each has to meet the
//! rule of its signal in `rubric/quotes.toml`.

#[cfg(test)]
mod tests;

use super::Weighing;
use super::plan::Asked;
use crate::document::{BlockId, BlockKind, Document};
use crate::facts::Words;
use crate::facts::cues::{self, CueSet};
use crate::facts::weighed::Weights;
use crate::review::Evidence;
use crate::rubric::{QuoteRule, Quotes};
use crate::signal::Case;
use crate::span::{Span, TextRange};

/// Most quotes that a criterion shows.
const MOST_EVIDENCE: usize = 5;
/// Most words of a sentence that is quoted whole for the sake of a part of it.
const MOST_WORDS: usize = 40;
/// Most bytes of a row that is quoted for the sake of one of its cells.
const MOST_BYTES: u32 = 400;

/// What ends a clause, so that the words after it can stand alone.
const CLAUSE_ENDS: [char; 8] = ['.', ',', ';', ':', '(', '\u{2013}', '\u{2014}', '\n'];

/// What is known about the quotes of one case.
#[derive(Debug)]
pub(super) struct Quoting<'a> {
    quotes: &'a Quotes,
    weights: &'a Weights,
    case: &'a Case<'a>,
    /// Sentence by sentence, the cues of those that were asked about.
    cues: Vec<Option<CueSet>>,
    /// By their place in the plan, the sure words of signals that were asked about.
    sure: Vec<Option<Vec<TextRange>>>,
}

impl<'a> Quoting<'a> {
    pub(super) fn of(quotes: &'a Quotes, weights: &'a Weights, case: &'a Case<'a>) -> Self {
        Self { quotes, weights, case, cues: vec![None; case.doc.sentences.len()], sure: Vec::new() }
    }

    /// What is quoted from.
    pub(super) fn doc(&self) -> &'a Document<'a> {
        self.case.doc
    }

    /// The words of a signal that can be quoted by a rule, the surest first; no more of them than a criterion shows.
    fn sure(&mut self, asked: Asked, rule: usize, words: &[Words]) -> &[TextRange] {
        if self.sure.len() <= asked.at {
            self.sure.resize(asked.at + 1, None);
        }
        if self.sure[asked.at].is_none() {
            self.sure[asked.at] = Some(self.choose(self.quotes.rule(rule), words));
        }
        self.sure[asked.at].as_deref().unwrap_or_default()
    }

    fn choose(&mut self, rule: &QuoteRule, words: &[Words]) -> Vec<TextRange> {
        let mut sure: Vec<(f32, TextRange)> = Vec::new();
        for words in words {
            let Some(points) = self.points(rule, words) else { continue };
            if let Some(text) = if rule.whole { self.whole(words) } else { Some(words.text) } {
                sure.push((points, text));
                // Where no points tell which are surer, the first ones are shown.
                if rule.weighed.is_none() && sure.len() == MOST_EVIDENCE {
                    break;
                }
            }
        }
        sure.sort_by(|a, b| b.0.total_cmp(&a.0));
        sure.into_iter().map(|(_, text)| text).collect()
    }

    /// How many points words have above those that are enough for a fact; nothing where they are not sure.
    fn points(&mut self, rule: &QuoteRule, words: &Words) -> Option<f32> {
        let case = self.case;
        let block = &case.doc.blocks[words.block as usize];
        let gap = case.doc.sentences[words.sentence as usize].placeholder;
        // A heading of one word names a topic, whatever it is the title of.
        let title = matches!(block.kind, BlockKind::Heading(_));
        let bare = title && (!rule.heading || case.reading.length(words.sentence) < 2);
        let leads_in = || case.doc.str(words.text).trim_end().ends_with(':');
        if gap || bare || case.reading.unmarked(&case.reading.tokens_of(words)) < rule.words || leads_in() {
            return None;
        }
        let held = self.cues[words.sentence as usize].get_or_insert_with(|| cues::set_of(case.reading, words.sentence));
        if rule.never.meets(held) {
            return None;
        }
        let points = rule.weighed.map_or(0.0, |role| self.weights.above(role, held));
        let sure = rule.sure.iter().any(|ground| {
            ground.points.is_none_or(|least| points >= least) && ground.has.iter().all(|set| set.meets(held))
        });
        // Of a row that is shown, no cell may be left to fill in.
        (sure && !(rule.whole && self.row_has_gap(words.block))).then_some(points)
    }

    /// The sentence that words stand in, with the label where they are the label; or their row up to them, or all of it
    /// where they name the row. The words alone where that is long, if they can stand alone: else nothing.
    fn whole(&self, words: &Words) -> Option<TextRange> {
        let (doc, reading) = (self.case.doc, self.case.reading);
        let block = &doc.blocks[words.block as usize];
        if matches!(block.kind, BlockKind::Cell { .. }) {
            let named_by = reading.row_name(words.block);
            let last = if named_by.is_some() { words.text.end } else { self.row_end(words.block) };
            let row = TextRange::new(doc.blocks[named_by.unwrap_or(words.block) as usize].text.start, last);
            return Some(if row.len() <= MOST_BYTES { row } else { words.text });
        }
        let holds = |range: TextRange| range.start <= words.text.start && words.text.end <= range.end;
        let sentence = doc.sentences[words.sentence as usize].text;
        let short = reading.length(words.sentence) <= MOST_WORDS;
        if let Some(label) = block.label.filter(|label| holds(*label)) {
            let said = short && block.sentences.contains(&words.sentence);
            return Some(if said { TextRange::new(label.start, sentence.end.max(label.end)) } else { words.text });
        }
        if holds(sentence) && short {
            return Some(sentence);
        }
        let before = doc.text[..words.text.start as usize].trim_end();
        before.ends_with(CLAUSE_ENDS).then_some(words.text)
    }

    /// True when a cell stands in a row that nobody filled in.
    fn row_has_gap(&self, cell: BlockId) -> bool {
        let doc = self.case.doc;
        let mut sentences = self.row(cell).flat_map(|cell| doc.blocks[cell as usize].sentences.clone());
        sentences.any(|sentence| doc.sentences[sentence as usize].placeholder)
    }

    /// Where the row of a cell ends.
    fn row_end(&self, cell: BlockId) -> u32 {
        let doc = self.case.doc;
        self.row(cell).map(|cell| doc.blocks[cell as usize].text.end).max().unwrap_or_default()
    }

    /// The cells of the row that a cell stands in; none of what is no cell.
    fn row(&self, cell: BlockId) -> impl Iterator<Item = BlockId> {
        let doc = self.case.doc;
        let place = match doc.blocks[cell as usize].kind {
            BlockKind::Cell { table, row, .. } => Some((&doc.tables[table as usize], row)),
            _ => None,
        };
        place.into_iter().flat_map(|(table, row)| (0..table.columns).filter_map(move |column| table.cell(row, column)))
    }
}

impl Weighing<'_> {
    /// The words that earned the level: of each signal that is worth something the first that is sure, then the second, until
    /// enough; those of signals that the reason tells of first.
    pub(super) fn evidence(&self, told: &[&str], quoting: &mut Quoting<'_>) -> Vec<Evidence> {
        let doc = quoting.case.doc;
        let held = self.earned.iter().enumerate().filter(|(_, (_, words))| !words.is_empty());
        let quoted = held.filter_map(|(at, (asked, words))| {
            let rule = asked.quote?;
            Some(((!told.contains(&asked.signal.id), !asked.own), self.worth[at], *asked, rule, *words))
        });
        let mut signals: Vec<_> = quoted.collect();
        signals.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        let mut evidence: Vec<Evidence> = Vec::new();
        for round in 0..MOST_EVIDENCE {
            for (_, _, asked, rule, words) in &signals {
                if evidence.len() == MOST_EVIDENCE {
                    return evidence;
                }
                let Some(&text) = quoting.sure(*asked, *rule, words).get(round) else { continue };
                let span = with_its_mark(doc, doc.span_of(text));
                if !evidence.iter().any(|e| e.span.overlaps(span)) {
                    evidence.push(Evidence {
                        signal: asked.signal.id.to_owned(),
                        words: on_one_line(doc.str(text)),
                        span,
                    });
                }
            }
        }
        evidence
    }
}

/// A span with the mark before it that opens the bold run or the link that it begins in.
fn with_its_mark(doc: &Document<'_>, span: Span) -> Span {
    let (before, quote) = (&doc.source.text()[..span.start], doc.source.get(span));
    let bold = || quote.matches("**").count() % 2 == 1;
    let link = || quote.find("](").is_some_and(|end| !quote[..end].contains('['));
    let mark = match before.as_bytes() {
        [.., b'*', b'*'] if bold() => 2,
        [.., b'['] if link() => 1,
        _ => 0,
    };
    Span::new(span.start - mark, span.end)
}

/// Words with every run of white space as one space, and with a bar between the cells of a row.
fn on_one_line(words: &str) -> String {
    // Mostly there is nothing to do, which is told for many bytes at once.
    let odd = |pair: &[u8]| u8::from(pair[0] < b' ') | (u8::from(pair[0] == b' ') & u8::from(pair[1] == b' '));
    let even = || words.is_ascii() || !words.chars().any(|c| !c.is_ascii() && c.is_whitespace());
    if words.as_bytes().windows(2).fold(0, |any, pair| any | odd(pair)) == 0 && even() {
        return words.trim().to_owned();
    }
    let cells = words.split('\n').map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
    cells.collect::<Vec<_>>().join(" | ")
}
