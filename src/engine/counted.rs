//! An artifact → its reading, and the reading of what counts of it.
//!
//! What does not count is blanked out of the text, which is then read again, so that every part of the reading, and every
//! place in it, is what it would be had the passage never been written.

use super::Engine;
use crate::document::Document;
use crate::facts::Facts;
use crate::mention::{OwnTexts, Reading, Uncounted};
use crate::rubric::Rubric;
use crate::source::Source;
use crate::span::Span;

/// Most times that passages about something else are looked for, each time in what is left.
const ROUNDS: usize = 3;

/// A document with what was read out of it.
pub(super) struct Read<'a> {
    pub(super) doc: &'a Document<'a>,
    pub(super) reading: &'a Reading<'a>,
    pub(super) facts: &'a Facts,
}

impl Engine {
    /// Reads an artifact and hands on all of it, and what counts of it.
    pub(super) fn with_reading<T>(&self, source: &Source, then: impl FnOnce(&Read<'_>, &Read<'_>) -> T) -> T {
        let doc = Document::read(source);
        let mut reading = Reading::of(&doc, &self.lexicon);
        let rest = self.what_counts(&mut reading);
        let facts = self.facts_of(&reading);
        let all = Read { doc: &doc, reading: &reading, facts: &facts };
        let Some(rest) = rest else { return then(&all, &all) };
        let doc = Document::read(&rest);
        let reading = Reading::of(&doc, &self.lexicon);
        let facts = self.facts_of(&reading);
        then(&all, &Read { doc: &doc, reading: &reading, facts: &facts })
    }

    /// Notes what does not count, and returns the text without it; none where all of it counts.
    fn what_counts(&self, reading: &mut Reading<'_>) -> Option<Source> {
        let source = reading.doc.source;
        let borrowed = reading.borrowed(&self.own_texts);
        let foreign = reading.foreign_passage(&self.topic);
        let bare = reading.bare_claims(&self.rubric.claims).into_iter();
        let bare: Vec<Span> = bare.map(|s| reading.doc.span_of(reading.doc.sentences[s as usize].text)).collect();
        if borrowed.is_empty() && bare.is_empty() && foreign.is_none() {
            return None;
        }
        let mut text = source.text().to_owned().into_bytes();
        borrowed.iter().flatten().chain(&bare).for_each(|&span| blank(&mut text, span, true));
        let mut found = foreign;
        let mut passages = Vec::new();
        while let Some(span) = found.take() {
            blank(&mut text, span, false);
            passages.push(span);
            if passages.len() < ROUNDS {
                let left = Source::from_text(String::from_utf8_lossy(&text));
                let doc = Document::read(&left);
                found = Reading::of(&doc, &self.lexicon).foreign_passage(&self.topic);
            }
        }
        let rest = Source::from_text(String::from_utf8_lossy(&text));
        passages.sort_unstable();
        reading.uncounted = Uncounted { foreign: passages, borrowed, bare };
        Some(rest)
    }
}

/// Puts white space in the place of a stretch, byte for byte, and leaves its line ends. Inside a line the white space is no
/// indentation: a paragraph that begins with it is none of code.
fn blank(text: &mut [u8], span: Span, in_line: bool) {
    let mut at = span.start;
    while at < span.end {
        if matches!(text[at], b'\n' | b'\r') {
            at += 1;
        } else if in_line && at + 1 < span.end && !matches!(text[at + 1], b'\n' | b'\r') {
            text[at..at + 2].copy_from_slice("\u{a0}".as_bytes());
            at += 2;
        } else {
            text[at] = b' ';
            at += 1;
        }
    }
}

/// Every text of a rubric that says what to write, or shows it. Those of the built-in one are known beforehand.
pub(super) fn own_texts(rubric: &Rubric) -> OwnTexts {
    if rubric.files.iter().all(|file| file.own.is_none()) {
        OwnTexts::embedded()
    } else {
        OwnTexts::of(texts_of(rubric))
    }
}

/// The texts themselves. The build script names the same ones by their keys.
fn texts_of(rubric: &Rubric) -> Vec<&str> {
    let mut texts: Vec<&str> = Vec::new();
    for criterion in &rubric.criteria {
        texts.push(&criterion.question);
        texts.extend(criterion.means.iter().map(String::as_str));
    }
    for kind in &rubric.kinds {
        texts.push(&kind.when);
        texts.extend(kind.sections.iter().map(|section| section.asks.as_str()));
    }
    for text in rubric.signals.values() {
        texts.extend([&text.next_step, &text.because, &text.weak, &text.strong].map(String::as_str));
    }
    // The texts about copied texts are their own example of what is no copy.
    for text in rubric.findings.values().filter(|text| text.id != "borrowed-text") {
        texts.extend([&text.looks_for, &text.help, &text.because, &text.weak, &text.strong].map(String::as_str));
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_build_script_has_read_every_text_of_the_built_in_rubric() {
        let rubric = Rubric::embedded();
        assert_eq!(OwnTexts::embedded().rows(), OwnTexts::of(texts_of(&rubric)).rows());
    }

    #[test]
    fn a_blanked_stretch_keeps_its_length_and_its_lines() {
        let text = "Say “five”\r\nor six.";
        for in_line in [true, false] {
            let mut bytes = text.as_bytes().to_vec();
            blank(&mut bytes, Span::new(4, text.len()), in_line);
            let blanked = String::from_utf8(bytes).expect("it is text");
            assert_eq!(blanked.len(), text.len());
            assert!(blanked.starts_with("Say ") && blanked[4..].trim().is_empty());
            assert_eq!(blanked.find("\r\n"), text.find("\r\n"));
        }
    }
}
