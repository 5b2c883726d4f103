//! Explanations, lists of ids and the rubric → text.

use std::io::{self, Write};

use super::wrap::{clean, pad, width, wrap};
use super::{Look, Tone};
use crate::explain::{Asked, Entry, Explanation, LevelMeaning};
use crate::review::Severity;

/// Writes what an id means.
///
/// # Errors
/// When writing fails.
pub fn explanation(explanation: &Explanation, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { look, out };
    match explanation {
        Explanation::Criterion { id, title, question, levels, weights, signals } => {
            page.head(title, &format!("criterion {id}"))?;
            page.text(question)?;
            page.levels(levels)?;
            page.asked("What is looked for", signals)?;
            page.title("What it counts, of 100")?;
            let weights: Vec<_> = weights.iter().map(|(kind, weight)| (kind.as_str(), weight.to_string())).collect();
            page.rows(&weights)
        }
        Explanation::Level { id, title, question, level, name, means, next } => {
            page.head(&format!("{title}, level {level}: {name}"), &format!("level {id}"))?;
            page.text(question)?;
            page.section("What it means", means)?;
            match next {
                Some(next) => page.section(&format!("What {} asks on top", next.name), &next.means),
                None => Ok(()),
            }
        }
        Explanation::Signal { id, criterion, asks, held, lacking, next_step, because, weak, strong } => {
            page.head(&capitalized(asks), &format!("signal {id}, part of {criterion}"))?;
            page.section("Why readers care", because)?;
            page.section("What to write", next_step)?;
            let held = held.many.as_ref().unwrap_or(&held.one).replace("{count}", "…");
            page.section("How a review tells it", &format!("Held: {held}\nNot held: {lacking}"))?;
            page.examples(weak, strong)
        }
        Explanation::Finding { id, criterion, severity, enabled, looks_for, help, because, weak, strong } => {
            let severity = match severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            let state = if *enabled { "" } else { ", turned off by the rubric in force" };
            page.head(&capitalized(looks_for), &format!("finding {id}: {severity}, weakens {criterion}{state}"))?;
            page.section("Why readers care", because)?;
            page.section("What to do", help)?;
            page.examples(weak, strong)
        }
        Explanation::Kind { id, title, when, weights, sections, craft } => {
            page.head(title, &format!("kind {id}"))?;
            page.text(when)?;
            page.title("Sections")?;
            let sections: Vec<_> = sections.iter().map(|part| (part.title.as_str(), part.asks.clone())).collect();
            page.rows(&sections)?;
            page.asked("What it has to get right", craft)?;
            page.title("What each criterion counts, of 100")?;
            let weights: Vec<_> = weights.iter().map(|it| (it.title.as_str(), it.weight.to_string())).collect();
            page.rows(&weights)
        }
    }
}

/// Writes ids with a line about each, under a heading for each sort.
///
/// # Errors
/// When writing fails.
pub fn list(entries: &[Entry], look: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { look, out };
    for (at, group) in entries.chunk_by(|one, other| one.is == other.is).enumerate() {
        let Some(first) = group.first() else { continue };
        if at > 0 {
            writeln!(page.out)?;
        }
        let title = match first.is {
            "criterion" => "Criteria (and their levels, as in options.3)",
            "signal" => "Signals",
            "finding" => "Findings",
            _ => "Kinds",
        };
        writeln!(page.out, "{}", look.paint(Tone::Strong, title))?;
        let rows: Vec<_> = group.iter().map(|entry| (entry.id.as_str(), entry.says.clone())).collect();
        page.rows(&rows)?;
    }
    Ok(())
}

/// Writes ids with a line about each and no heading.
///
/// # Errors
/// When writing fails.
pub fn lines(entries: &[Entry], look: Look, out: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<_> = entries.iter().map(|entry| (entry.id.as_str(), entry.says.clone())).collect();
    Page { look, out }.columns(&rows, 0)
}

struct Page<'a> {
    look: Look,
    out: &'a mut dyn Write,
}

impl Page<'_> {
    fn head(&mut self, title: &str, about: &str) -> io::Result<()> {
        for line in wrap(&clean(title), self.look.width) {
            writeln!(self.out, "{}", self.look.paint(Tone::Strong, &line))?;
        }
        for line in wrap(about, self.look.width) {
            writeln!(self.out, "{}", self.look.paint(Tone::Quiet, &line))?;
        }
        Ok(())
    }

    fn title(&mut self, title: &str) -> io::Result<()> {
        writeln!(self.out, "\n{}", self.look.paint(Tone::Strong, title))
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out)?;
        for line in wrap(&clean(text), self.look.width) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    fn section(&mut self, title: &str, text: &str) -> io::Result<()> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.title(title)?;
        self.indented(text)
    }

    /// Paragraphs and lines of the text are kept: an example may be a table.
    fn indented(&mut self, text: &str) -> io::Result<()> {
        for paragraph in text.trim().lines() {
            let lines = wrap(&clean(paragraph), self.look.width - 2);
            if lines.is_empty() {
                writeln!(self.out)?;
            }
            for line in lines {
                writeln!(self.out, "  {line}")?;
            }
        }
        Ok(())
    }

    fn examples(&mut self, weak: &str, strong: &str) -> io::Result<()> {
        for (title, tone, text) in [("Weak", Tone::Bad, weak), ("Strong", Tone::Good, strong)] {
            if !text.trim().is_empty() {
                writeln!(self.out, "\n{}", self.look.paint(tone, title))?;
                self.indented(text)?;
            }
        }
        Ok(())
    }

    fn levels(&mut self, levels: &[LevelMeaning]) -> io::Result<()> {
        self.title("Levels")?;
        let names: Vec<String> = levels.iter().map(|it| format!("{} {}", it.level, it.name)).collect();
        let rows: Vec<_> = names.iter().map(String::as_str).zip(levels.iter().map(|it| it.means.clone())).collect();
        self.rows(&rows)
    }

    fn asked(&mut self, title: &str, asked: &[Asked]) -> io::Result<()> {
        if asked.is_empty() {
            return Ok(());
        }
        self.title(title)?;
        let rows: Vec<_> = asked.iter().map(|it| (it.id.as_str(), it.asks.clone())).collect();
        self.rows(&rows)
    }

    fn rows(&mut self, rows: &[(&str, String)]) -> io::Result<()> {
        self.columns(rows, 2)
    }

    /// Two columns, the second wrapped beside the first.
    fn columns(&mut self, rows: &[(&str, String)], indent: usize) -> io::Result<()> {
        let first = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
        let room = self.look.width.saturating_sub(indent + first + 2).max(20);
        for (name, text) in rows {
            let lines = wrap(&clean(text), room);
            let name = self.look.paint(Tone::Guide, &pad(name, first));
            writeln!(self.out, "{}{name}  {}", pad("", indent), lines.first().map_or("", String::as_str))?;
            for line in lines.iter().skip(1) {
                writeln!(self.out, "{}{line}", pad("", indent + first + 2))?;
            }
        }
        Ok(())
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
