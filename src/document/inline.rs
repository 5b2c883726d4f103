//! Inline events → reading text, its map and its marks.

use std::ops::Range;

use crate::document::{Aside, AsideKind, Piece, TextMap, macros, scan};
use crate::span::{Span, TextRange};

/// A line break inside a leaf.
#[derive(Debug, Clone, Copy)]
pub(super) struct Break {
    /// Where its white space stands in the reading text.
    pub(super) at: u32,
    /// Drawn as a new line (two spaces, a backslash, `<br>`), and not only written as one.
    pub(super) hard: bool,
    /// Where it stands in the source.
    pub(super) source: Span,
}

/// Stretches of one style, the outermost where they nest.
#[derive(Debug, Default)]
pub(super) struct Runs {
    pub(super) ranges: Vec<TextRange>,
    depth: u32,
    start: u32,
}

impl Runs {
    pub(super) fn open(&mut self, at: u32) {
        if self.depth == 0 {
            self.start = at;
        }
        self.depth += 1;
    }

    pub(super) fn close(&mut self, at: u32) {
        if self.depth == 1 && self.start < at {
            match self.ranges.last_mut() {
                Some(last) if last.end == self.start => last.end = at,
                _ => self.ranges.push(TextRange::new(self.start, at)),
            }
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn finish(&mut self, at: u32) {
        self.depth = self.depth.min(1);
        self.close(at);
    }

    fn clear(&mut self) {
        self.ranges.clear();
        self.depth = 0;
    }

    /// Forgets what stands behind `at`.
    fn truncate(&mut self, at: u32) {
        self.ranges.retain_mut(|run| {
            run.end = run.end.min(at);
            run.start < run.end
        });
        self.start = self.start.min(at);
    }

    /// The run in which `at` stands, if any.
    pub(super) fn around(&self, at: u32) -> Option<TextRange> {
        let after = self.ranges.partition_point(|run| run.end <= at);
        self.ranges.get(after).copied().filter(|run| run.start <= at)
    }
}

/// The reading text as it grows, and what is known of the leaf at its end.
#[derive(Debug, Default)]
pub(super) struct Inline {
    pub(super) text: String,
    pub(super) map: TextMap,
    pub(super) asides: Vec<Aside>,
    /// Where the leaf starts in the reading text.
    pub(super) start: u32,
    /// Source taken by the leaf's inline events, once there is one.
    pub(super) source: Option<Span>,
    pub(super) bold: Runs,
    pub(super) italic: Runs,
    pub(super) struck: Runs,
    pub(super) code: Runs,
    pub(super) links: Runs,
    pub(super) breaks: Vec<Break>,
    /// Text is passed over: HTML hides it.
    pub(super) muted: bool,
}

impl Inline {
    pub(super) fn at(&self) -> u32 {
        self.text.len() as u32
    }

    /// Begins a leaf at the end of the text.
    pub(super) fn begin(&mut self) {
        self.start = self.at();
        self.source = None;
        for runs in [&mut self.bold, &mut self.italic, &mut self.struck, &mut self.code, &mut self.links] {
            runs.clear();
        }
        self.breaks.clear();
    }

    /// Notes that `range` belongs to the leaf.
    pub(super) fn touch(&mut self, range: &Range<usize>) {
        let span = Span::new(range.start, range.end);
        self.source = Some(self.source.map_or(span, |source| source.cover(span)));
    }

    /// Forgets the leaf's text from `from` on.
    pub(super) fn discard(&mut self, from: u32) {
        self.text.truncate(from as usize);
        self.map.truncate(from);
        self.truncate_marks(from);
    }

    fn truncate_marks(&mut self, at: u32) {
        for runs in [&mut self.bold, &mut self.italic, &mut self.struck, &mut self.code, &mut self.links] {
            runs.truncate(at);
        }
        self.breaks.retain(|line_break| line_break.at < at);
    }

    /// Ends what is still open at the end of a leaf.
    pub(super) fn finish(&mut self) {
        let at = self.at();
        for runs in [&mut self.bold, &mut self.italic, &mut self.struck, &mut self.code, &mut self.links] {
            runs.finish(at);
        }
    }

    /// Puts a line break: a space, or a line feed where it is hard.
    pub(super) fn line_break(&mut self, hard: bool, source: Span) {
        if self.at() == self.start || self.muted || self.text.ends_with('\n') {
            return;
        }
        self.breaks.push(Break { at: self.at(), hard, source });
        self.unit(if hard { "\n" } else { " " }, source);
    }

    /// Puts a space that stands for `source`, unless there is one already.
    pub(super) fn space(&mut self, source: Span) {
        if self.at() > self.start && !self.muted && !self.text.ends_with([' ', '\n']) {
            self.unit(" ", source);
        }
    }

    /// Puts text that stands for `source` as a whole.
    fn unit(&mut self, text: &str, source: Span) {
        let piece = Piece {
            text: self.at(),
            len: text.len() as u32,
            source: source.start as u32,
            source_len: source.len() as u32,
        };
        self.text.push_str(text);
        self.map.push(piece);
    }

    /// Puts text that the source holds as it is, from `source` on.
    fn verbatim(&mut self, mut text: &str, mut source: usize) {
        // What was left out between two words leaves one space.
        if text.starts_with(' ') && self.text.ends_with([' ', '\n']) {
            text = &text[1..];
            source += 1;
        }
        if text.is_empty() {
            return;
        }
        let len = text.len() as u32;
        self.map.push(Piece { text: self.at(), len, source: source as u32, source_len: len });
        self.text.push_str(text);
    }

    /// Puts what an event reads at `range` of the source; `source` is the whole source.
    pub(super) fn push(&mut self, read: &str, source: &str, range: &Range<usize>) {
        if self.muted {
            return;
        }
        if source.get(range.clone()) == Some(read) {
            self.plain(read, range.start);
        } else {
            let span = Span::new(range.start, range.end);
            for character in read.chars() {
                let mut buffer = [0; 4];
                match reading(character) {
                    Reading::Same => self.unit(character.encode_utf8(&mut buffer), span),
                    Reading::As(other) => self.unit(other, span),
                    Reading::Nothing => {}
                    Reading::Hidden => self.hidden(span),
                    Reading::Gap => self.space(span),
                }
            }
        }
    }

    /// Puts code, which the source holds as it is except for line ends, escaped pipes and the marks around it.
    pub(super) fn aligned(&mut self, read: &str, source: &str, range: &Range<usize>) {
        if self.muted {
            return;
        }
        let raw = source.get(range.clone()).unwrap_or_default();
        let marks = raw.len() - raw.trim_start_matches('`').len();
        if let Some(at) = raw.get(marks..).and_then(|inner| inner.find(read)).filter(|at| *at <= 1) {
            let start = range.start + marks + at;
            self.plain(read, start);
            return;
        }
        let mut ahead = raw.char_indices().skip(marks).peekable();
        for character in read.chars() {
            let fits = |found: char| found == character || (character == ' ' && matches!(found, '\n' | '\r'));
            let Some((at, found)) = ahead.find(|(_, found)| fits(*found)) else { break };
            let start = range.start + at;
            let mut buffer = [0; 4];
            if found == character {
                self.plain(character.encode_utf8(&mut buffer), start);
            } else {
                self.unit(" ", Span::new(start, start + found.len_utf8()));
            }
        }
    }

    /// Takes the text from `from` on out, with its pieces counted from 0.
    pub(super) fn cut(&mut self, from: u32) -> (String, Vec<Piece>) {
        let text = self.text.split_off(from as usize);
        let first = self.map.pieces.partition_point(|piece| piece.text_end() <= from);
        let mut pieces = Vec::new();
        for piece in &self.map.pieces[first..] {
            let before = from.saturating_sub(piece.text);
            pieces.push(Piece {
                text: piece.text + before - from,
                len: piece.len - before,
                source: piece.source + before,
                source_len: piece.source_len - before,
            });
        }
        self.map.truncate(from);
        self.truncate_marks(from);
        (text, pieces)
    }

    /// Puts back what was cut.
    pub(super) fn paste(&mut self, (text, pieces): (String, Vec<Piece>)) {
        let at = self.at();
        for piece in pieces {
            self.map.push(Piece { text: piece.text + at, ..piece });
        }
        self.text.push_str(&text);
    }

    /// Puts a stretch of source, reading typographic characters as their plain forms.
    fn plain(&mut self, text: &str, source: usize) {
        let bytes = text.as_bytes();
        let mut done = 0;
        let mut next = 0;
        while let Some(special) = scan::find(bytes, next, |byte, _| byte.wrapping_sub(0x20) >= 0x5f) {
            next = special;
            let Some(character) = text[next..].chars().next() else { break };
            let end = next + character.len_utf8();
            let read = reading(character);
            if !matches!(read, Reading::Same) {
                self.verbatim(&text[done..next], source + done);
                let span = Span::new(source + next, source + end);
                match read {
                    Reading::As(other) => self.unit(other, span),
                    Reading::Hidden => self.hidden(span),
                    Reading::Gap => self.space(span),
                    Reading::Same | Reading::Nothing => {}
                }
                done = end;
            }
            next = end;
        }
        self.verbatim(&text[done..], source + done);
    }

    fn hidden(&mut self, span: Span) {
        self.aside(AsideKind::Hidden, span);
    }

    /// Notes something that is no content, as one with the last where the two touch.
    pub(super) fn aside(&mut self, kind: AsideKind, span: Span) {
        if let Some(last) = self.asides.last_mut()
            && last.kind == kind
            && last.span.end == span.start
            && kind == AsideKind::Hidden
        {
            last.span.end = span.end;
        } else if !span.is_empty() {
            self.asides.push(Aside { kind, span });
        }
    }
}

/// How a character is read.
enum Reading {
    Same,
    As(&'static str),
    /// Stands where a macro call was taken out.
    Gap,
    /// Has no width and is there for looks: it is left out.
    Nothing,
    /// Has no width and can hide text: it is left out and noted.
    Hidden,
}

fn reading(character: char) -> Reading {
    match character {
        ' '..='~' => Reading::Same,
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => Reading::As(" "),
        macros::BLANK => Reading::Gap,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Reading::As(" ")
        }
        '\u{2010}'..='\u{2012}' | '\u{2212}' => Reading::As("-"),
        '\u{2018}'..='\u{201b}' => Reading::As("'"),
        '\u{201c}'..='\u{201f}' => Reading::As("\""),
        // Control characters mean nothing; soft hyphens, joiners and variation selectors belong to honest text and emoji.
        '\0'..='\u{1f}' | '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' => {
            Reading::Nothing
        }
        '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}' => Reading::Hidden,
        _ => Reading::Same,
    }
}
