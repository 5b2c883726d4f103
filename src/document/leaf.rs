//! The text of one leaf → headings, labelled lines and paragraphs.

use crate::document::build::{Builder, New};
use crate::document::{AsideKind, BlockId, BlockKind, HeadingForm, guidance, label};
use crate::span::{Span, TextRange};

/// What the open leaf is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaf {
    Paragraph,
    Heading { form: HeadingForm, level: Option<u32> },
    Cell { table: u32, row: u32, column: u32 },
}

/// One line of a leaf.
#[derive(Debug, Clone, Copy)]
struct Line {
    text: TextRange,
    source: Span,
    /// Whether the line before ends in a drawn break.
    after_hard: bool,
    shape: Shape,
}

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Plain,
    /// Signs in a row: `=====`.
    Rule,
    /// All bold.
    Bold,
    Capitals,
    Labelled(label::Label),
}

const HEADING_WORDS: usize = 12;
const HEADING_BYTES: usize = 100;

impl Builder<'_, '_> {
    /// Ends the leaf whose text was put last. Gives the block of a cell.
    pub(super) fn finish_leaf(&mut self, leaf: Leaf) -> Option<BlockId> {
        let end = self.inline.at();
        for runs in [
            &mut self.inline.bold,
            &mut self.inline.italic,
            &mut self.inline.struck,
            &mut self.inline.code,
            &mut self.inline.links,
        ] {
            runs.finish(end);
        }
        let whole = self.trimmed(TextRange::new(self.inline.start, end));
        let source = self.inline.source?;
        if whole.is_empty() {
            self.inline.discard(self.inline.start);
            return None;
        }
        let cell = match leaf {
            Leaf::Cell { table, row, column } => {
                if guidance::is_empty_cell(self.str(whole)) {
                    self.inline.discard(self.inline.start);
                    return None;
                }
                if self.drop_guidance(whole, source, leaf) {
                    return None;
                }
                let kind = BlockKind::Cell { table, row, column };
                Some(self.emit(New { kind, text: whole, label: None, span: source, image: false }))
            }
            Leaf::Heading { form, level } => {
                self.finish_heading(whole, source, form, level);
                None
            }
            Leaf::Paragraph => {
                if !self.drop_guidance(whole, source, leaf) {
                    self.finish_paragraph(whole, source);
                }
                None
            }
        };
        self.inline.text.push('\n');
        cell
    }

    /// Ends an image whose alternative text was put last.
    pub(super) fn finish_image(&mut self, span: Span) {
        let text = self.trimmed(TextRange::new(self.inline.start, self.inline.at()));
        if !text.is_empty() {
            self.emit(New { kind: BlockKind::Paragraph, text, label: None, span, image: true });
        }
        self.inline.text.push('\n');
    }

    fn finish_heading(&mut self, whole: TextRange, span: Span, form: HeadingForm, level: Option<u32>) {
        let lines = self.lines(whole, span);
        let kept = lines.iter().filter(|line| line.shape != Shape::Rule);
        let Some(text) = kept.map(|line| line.text).reduce(TextRange::cover) else { return };
        let new = New { kind: BlockKind::Heading(form), text, label: None, span, image: false };
        if self.containers.top().quoted {
            self.emit(New { kind: BlockKind::Paragraph, ..new });
        } else {
            self.emit_heading(new, form, level);
        }
    }

    /// Takes the leaf out again where it only tells the author what to write.
    fn drop_guidance(&mut self, whole: TextRange, source: Span, leaf: Leaf) -> bool {
        let words = self.str(whole);
        let own_item = self.containers.item().is_some_and(|item| item.block.is_none());
        let asks = if own_item {
            false
        } else if guidance::is_bracketed(words) || guidance::is_filler(words) {
            true
        } else {
            leaf == Leaf::Paragraph
                && self.under_heading()
                && self.inline.italic.ranges.iter().any(|run| run.start <= whole.start && whole.end <= run.end)
                && guidance::is_prompt(words)
        };
        if asks {
            self.inline.discard(self.inline.start);
            self.inline.aside(AsideKind::Guidance, source);
        }
        asks
    }

    /// True when nothing but guidance came after the last heading.
    fn under_heading(&self) -> bool {
        self.blocks.last().is_some_and(|block| matches!(block.kind, BlockKind::Heading(_)))
    }

    fn finish_paragraph(&mut self, whole: TextRange, source: Span) {
        let lines = self.lines(whole, source);
        self.emit_lines(&lines);
    }

    /// Parts a leaf at its breaks.
    fn lines(&self, whole: TextRange, source: Span) -> Vec<Line> {
        let mut lines = Vec::with_capacity(self.inline.breaks.len() + 1);
        let mut start = whole.start;
        let mut from = source.start;
        let mut after_hard = true;
        for line_break in &self.inline.breaks {
            if line_break.at < start || line_break.at >= whole.end {
                continue;
            }
            let text = self.trimmed(TextRange::new(start, line_break.at));
            if !text.is_empty() {
                let source = Span::new(from.min(line_break.source.start), line_break.source.start);
                self.push_line(&mut lines, text, source, after_hard);
            }
            start = line_break.at + 1;
            from = line_break.source.end;
            after_hard = line_break.hard;
        }
        let text = self.trimmed(TextRange::new(start, whole.end));
        if !text.is_empty() {
            let source = Span::new(from.min(source.end), source.end);
            self.push_line(&mut lines, text, source, after_hard);
        }
        lines
    }

    /// Adds a line, or its parts where it holds several labels: `**Status:** Draft | **Owner:** Jane`.
    fn push_line(&self, lines: &mut Vec<Line>, text: TextRange, source: Span, after_hard: bool) {
        let mut line = Line { text, source, after_hard, shape: self.shape(text) };
        if let Shape::Labelled(first) = line.shape {
            let mut from = first.rest;
            for (end, start) in self.part_starts(TextRange::new(first.rest, text.end)) {
                if end < from {
                    continue;
                }
                let rest = TextRange::new(start, text.end);
                let label = label::find(&self.inline.text, rest, self.inline.bold.around(start));
                let Some(label) = label.filter(|label| self.after_colon(*label)) else { continue };
                let cut = self.inline.map.span_of(TextRange::new(end, end + 1)).start;
                let head = self.trimmed(TextRange::new(line.text.start, end));
                lines.push(Line { text: head, source: self.trimmed_source(line.source.start, cut), ..line });
                let source = self.trimmed_source(cut, line.source.end);
                line = Line { text: rest, source, after_hard: true, shape: Shape::Labelled(label) };
                from = label.rest;
            }
        }
        lines.push(line);
    }

    /// A colon parts the label from the rest, and no dash or full stop.
    fn after_colon(&self, label: label::Label) -> bool {
        self.str(TextRange::new(label.words.end, label.rest)).contains(':')
    }

    /// Where a labelled line may go on with another label: the end of one part and the start of the next.
    fn part_starts(&self, range: TextRange) -> Vec<(u32, u32)> {
        let words = self.str(range);
        let bytes = words.as_bytes();
        let at = |offset: usize| range.start + offset as u32;
        let mut starts = Vec::new();
        let mut next = 0;
        while let Some(found) = words[next..].find(['|', '·', '•', ' ']) {
            let sign = next + found;
            let after = words[sign..].trim_start_matches(['|', '·', '•', ' ']);
            next = words.len() - after.len();
            let bold = |run: &TextRange| run.start == at(next);
            let starts_bold = || self.inline.bold.around(at(next)).as_ref().is_some_and(bold);
            if next < words.len() && (next - sign > 1 || bytes[sign] != b' ' || starts_bold()) {
                starts.push((at(sign), at(next)));
            }
        }
        starts
    }

    /// A stretch of source without the white space and separators around it.
    fn trimmed_source(&self, start: usize, end: usize) -> Span {
        let text = &self.text[start..end.max(start)];
        let rest = text.trim_start_matches(|sign: char| sign.is_whitespace() || matches!(sign, '|' | '·' | '•'));
        let start = start + text.len() - rest.len();
        Span::new(start, start + rest.trim_end().len())
    }

    fn shape(&self, text: TextRange) -> Shape {
        let words = self.str(text);
        if is_rule(words) {
            return Shape::Rule;
        }
        let ornament = words.len() - words.trim_start_matches(label::is_ornament).len();
        let start = text.start + ornament as u32;
        let bold = self.inline.bold.around(start);
        let short = text.len() as usize <= HEADING_BYTES && words.split(' ').count() <= HEADING_WORDS;
        if let Some(bold) = bold
            && short
            && self.inline.text[bold.end.min(text.end) as usize..text.end as usize]
                .bytes()
                .all(|byte| byte.is_ascii_whitespace() || byte == b':' || byte == b'*')
            && !words.ends_with(['.', '!', ',', ';'])
            && words.contains(char::is_alphabetic)
        {
            return Shape::Bold;
        }
        let marked = bold
            .or_else(|| self.inline.italic.around(start).filter(|run| self.closes_with_colon(*run)))
            .or_else(|| self.inline.code.around(start))
            .or_else(|| self.inline.links.around(start));
        let inside_link =
            |label: &label::Label| self.inline.links.around(start).is_some_and(|link| label.rest < link.end);
        if let Some(label) = label::find(&self.inline.text, text, marked).filter(|label| !inside_link(label)) {
            return Shape::Labelled(label);
        }
        if short && is_capitals(words) { Shape::Capitals } else { Shape::Plain }
    }

    fn closes_with_colon(&self, run: TextRange) -> bool {
        self.str(run).trim_end().ends_with(':') || self.inline.text[run.end as usize..].starts_with(':')
    }

    /// Groups lines to blocks and adds them.
    fn emit_lines(&mut self, lines: &[Line]) {
        let headings =
            self.containers.item().is_none() && !self.containers.top().quoted && !self.containers.top().footnote;
        let first_is = |wanted: fn(Shape) -> bool| lines.first().is_some_and(|line| wanted(line.shape));
        let bold_first = first_is(|shape| shape == Shape::Bold);
        let label_first = first_is(|shape| matches!(shape, Shape::Labelled(_)));
        let mut open: Option<Line> = None;
        let mut after_rule = false;
        for (index, line) in lines.iter().enumerate() {
            let between_rules = after_rule && lines.get(index + 1).is_some_and(|next| next.shape == Shape::Rule);
            after_rule = line.shape == Shape::Rule;
            let starts = match line.shape {
                Shape::Rule => {
                    self.emit_group(open.take());
                    continue;
                }
                Shape::Bold
                    if headings && (index == 0 || bold_first || line.after_hard) && !self.is_metadata(*line) =>
                {
                    self.emit_group(open.take());
                    self.emit_line_heading(*line, HeadingForm::Bold);
                    continue;
                }
                Shape::Capitals if headings && (between_rules || lines.len() == 1) => {
                    self.emit_group(open.take());
                    self.emit_line_heading(*line, HeadingForm::Capitals);
                    continue;
                }
                Shape::Plain if headings && between_rules && (line.text.len() as usize) < HEADING_BYTES => {
                    self.emit_group(open.take());
                    self.emit_line_heading(*line, HeadingForm::Capitals);
                    continue;
                }
                Shape::Labelled(_) => index == 0 || line.after_hard || label_first || self.is_bold(line.text.start),
                Shape::Bold => self.metadata_label(*line).is_some(),
                Shape::Plain | Shape::Capitals => false,
            };
            open = match open.take() {
                Some(group) if !starts => {
                    Some(Line { text: group.text.cover(line.text), source: group.source.cover(line.source), ..group })
                }
                previous => {
                    self.emit_group(previous);
                    Some(*line)
                }
            };
        }
        self.emit_group(open);
    }

    fn is_bold(&self, at: u32) -> bool {
        self.inline.bold.around(at).is_some()
    }

    /// The label of an all-bold line such as `**Author: Jane**`, which is no heading.
    fn metadata_label(&self, line: Line) -> Option<label::Label> {
        let label = label::find(&self.inline.text, line.text, None)?;
        guidance::is_metadata(self.str(label.words)).then_some(label)
    }

    fn is_metadata(&self, line: Line) -> bool {
        self.metadata_label(line).is_some()
    }

    fn emit_line_heading(&mut self, line: Line, form: HeadingForm) {
        let new = New { kind: BlockKind::Heading(form), text: line.text, label: None, span: line.source, image: false };
        self.emit_heading(new, form, None);
    }

    fn emit_group(&mut self, group: Option<Line>) {
        let Some(group) = group else { return };
        let label = match group.shape {
            Shape::Labelled(label) => Some(label),
            Shape::Bold => self.metadata_label(group),
            _ => None,
        };
        let text = label.map_or(group.text, |label| TextRange::new(label.rest.min(group.text.end), group.text.end));
        let alone = label.is_none() && label::stands_alone(&self.inline.text, group.text);
        let id = self.emit(New {
            kind: BlockKind::Paragraph,
            text,
            label: label.map(|label| label.words),
            span: group.source,
            image: false,
        });
        if alone && self.blocks[id as usize].kind == BlockKind::Paragraph && !self.containers.top().quoted {
            self.pending_label = Some(id);
        }
    }

    pub(super) fn str(&self, range: TextRange) -> &str {
        &self.inline.text[range.start as usize..range.end as usize]
    }

    pub(super) fn trimmed(&self, range: TextRange) -> TextRange {
        let words = self.str(range);
        let start = range.start + (words.len() - words.trim_start().len()) as u32;
        TextRange::new(start, start + words.trim().len() as u32)
    }
}

fn is_rule_sign(sign: char) -> bool {
    matches!(sign, '=' | '-' | '_' | '*' | '~' | '─' | '━' | '═' | '▬' | '—' | '–' | '┄' | '┈')
}

/// A line of at least three signs that draw a rule.
fn is_rule(words: &str) -> bool {
    let mut signs = 0;
    words.chars().all(|sign| {
        signs += usize::from(sign != ' ');
        sign == ' ' || is_rule_sign(sign)
    }) && signs >= 3
}

/// All letters are capitals, and there are enough of them to be no mere abbreviation.
fn is_capitals(words: &str) -> bool {
    let mut letters = 0;
    let capitals = words.chars().all(|letter| {
        letters += usize::from(letter.is_alphabetic());
        !letter.is_lowercase()
    });
    capitals && (letters >= 8 || letters >= 5 && !words.contains(' ')) && !words.ends_with(['.', '!', ','])
}
