//! A finding → its lines of source, with the places underlined.

mod excerpt;

use std::io::{self, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::Look;
use super::wrap::{clean, pad, width, wrap};
use crate::output::Reviewed;
use crate::review::{Finding, Severity};
use excerpt::{Excerpt, Mark};

/// Columns for a mark's label beside its line; longer labels are told below the picture.
const LABEL: usize = 36;

/// Draws the places of a finding. One about the whole document has no picture.
pub(super) fn write(finding: &Finding, artifact: &Reviewed<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let Some(span) = finding.span else { return Ok(()) };
    let mut below = Vec::new();
    let mut marks = vec![Mark { span, label: String::new(), primary: true }];
    for related in &finding.related {
        let label = label(&related.message, &mut below);
        if related.span == span {
            marks[0].label = label;
        } else {
            marks.push(Mark { span: related.span, label, primary: false });
        }
    }
    draw(&marks, finding.severity, artifact, look, out)?;
    for (number, text) in below.iter().enumerate() {
        let lead = format!("[{}] ", number + 1);
        for (row, line) in wrap(text, look.width - 2 - lead.len()).iter().enumerate() {
            let lead = if row == 0 { lead.clone() } else { pad("", lead.len()) };
            writeln!(out, "  {lead}{line}")?;
        }
    }
    Ok(())
}

/// A label as it stands in the picture: itself, or the number under which it is told below.
fn label(message: &str, below: &mut Vec<String>) -> String {
    let message = clean(message);
    if width(&message) <= LABEL {
        return message;
    }
    below.push(message);
    format!("[{}]", below.len())
}

fn draw(
    marks: &[Mark],
    severity: Severity,
    artifact: &Reviewed<'_>,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let last = marks.iter().map(|mark| artifact.source.position(mark.span.end).line).max().unwrap_or(1);
    let gutter = last.to_string().len() + 3;
    let excerpt = Excerpt::of(artifact.source, marks, look.width.saturating_sub(gutter));
    let annotations = excerpt.marks.iter().map(|mark| {
        let kind = if mark.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let annotation = kind.span(mark.span.start..mark.span.end);
        if mark.label.is_empty() { annotation } else { annotation.label(mark.label.as_str()) }
    });
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let snippet = Snippet::source(excerpt.text.as_str()).line_start(excerpt.first_line).annotations(annotations);
    let renderer = if look.color { Renderer::styled() } else { Renderer::plain() };
    let decor = if look.unicode { DecorStyle::Unicode } else { DecorStyle::Ascii };
    // The excerpt fits already; the renderer must not cut it a second time.
    let drawn =
        renderer.decor_style(decor).term_width(look.width * 2).render(&[Group::with_level(level).element(snippet)]);
    // The renderer would count columns in the excerpt, so the place is told by us.
    let place = marks.first().map(|mark| artifact.source.position(mark.span.start));
    for (row, line) in drawn.lines().map(str::trim_end).enumerate() {
        match place.filter(|_| row == 0) {
            Some(place) => {
                let arrow = line.replace("▸ ", "▸").replace("--> ", "-->");
                writeln!(out, "{arrow} {}:{}:{}", clean(artifact.path), place.line, place.column)?;
            }
            None => writeln!(out, "{line}")?,
        }
    }
    Ok(())
}
