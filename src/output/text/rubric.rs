//! A rubric's sheet → text.

use std::io::{self, Write};

use super::wrap::{clean, pad, width, wrap};
use super::{Look, Tone};
use crate::output::rubric::Sheet;

/// Writes the rubric in force.
///
/// # Errors
/// When writing fails.
pub fn sheet(sheet: &Sheet, look: Look, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} {}", look.paint(Tone::Strong, &sheet.name), look.paint(Tone::Quiet, &sheet.hash))?;
    title("Overall level, from which score on", look, out)?;
    for band in &sheet.levels {
        writeln!(out, "  {:>5}  {}", band.from, band.name)?;
    }
    let gate = format!(
        "The highest needs at least level 2 in {}, in kinds that have them count {} or more.",
        sheet.gate.criteria.join(", "),
        sheet.gate.weight
    );
    for line in wrap(&gate, look.width - 2) {
        writeln!(out, "  {line}")?;
    }
    weights(sheet, look, out)?;
    files(sheet, look, out)
}

fn title(text: &str, look: Look, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{}", look.paint(Tone::Strong, text))
}

/// Criteria down the side, kinds along the top by a letter that is told above.
fn weights(sheet: &Sheet, look: Look, out: &mut dyn Write) -> io::Result<()> {
    title("What each criterion counts, of 100", look, out)?;
    let letters: Vec<String> = ('A'..='Z').take(sheet.kinds.len()).map(String::from).collect();
    let legend: Vec<String> =
        letters.iter().zip(&sheet.kinds).map(|(letter, kind)| format!("{letter}={kind}")).collect();
    for line in wrap(&legend.join(", "), look.width - 2) {
        writeln!(out, "  {}", look.paint(Tone::Quiet, &line))?;
    }
    let names = sheet.criteria.iter().map(|row| width(&row.id)).max().unwrap_or(0);
    write!(out, "  {}", pad("", names))?;
    for letter in &letters {
        write!(out, "{letter:>5}")?;
    }
    writeln!(out)?;
    for row in &sheet.criteria {
        write!(out, "  {}", pad(&row.id, names))?;
        for weight in &row.weights {
            write!(out, "{weight:>5}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn files(sheet: &Sheet, look: Look, out: &mut dyn Write) -> io::Result<()> {
    title("Where each part came from", look, out)?;
    let built_in = sheet.files.iter().filter(|file| file.own.is_none()).count();
    for file in sheet.files.iter().filter_map(|file| file.own.as_ref().map(|own| (file, own))) {
        let (file, own) = file;
        let how = if file.built_in { "laid over the built-in one" } else { "added" };
        writeln!(out, "  {}  {how}: {}", clean(&file.path), clean(own))?;
        // Of a file that was added, every key is its own.
        if file.built_in {
            for line in wrap(&clean(&file.keys.join(", ")), look.width - 4) {
                writeln!(out, "    {line}")?;
            }
        }
    }
    for line in wrap(&format!("{built_in} files as built in: {}", parts(sheet)), look.width - 2) {
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

/// The folders that the built-in files stand in, each once.
fn parts(sheet: &Sheet) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for file in sheet.files.iter().filter(|file| file.own.is_none()) {
        let part = file.path.split_once('/').map_or(file.path.as_str(), |(folder, _)| folder);
        if parts.last() != Some(&part) {
            parts.push(part);
        }
    }
    parts.join(", ")
}
