//! Cases → what their artifacts do not say alike, with both places.

use std::io::{self, Write};

use super::findings::{remark, severity};
use super::full::heading;
use super::wrap::{clean, quoted, wrap};
use super::{Look, Tone};
use crate::case::{CaseFinding, CaseReport};

pub(super) fn write(cases: &[CaseReport], look: Look, out: &mut dyn Write) -> io::Result<()> {
    for case in cases {
        heading("Across the case", &remark(case.findings.iter().map(|finding| finding.severity)), look, out)?;
        let documents: Vec<_> = case.documents.iter().map(|path| clean(path)).collect();
        for line in wrap(&format!("{}: {}", clean(&case.case), documents.join(", ")), look.width) {
            writeln!(out, "{}", look.paint(Tone::Quiet, &line))?;
        }
        if case.findings.is_empty() {
            writeln!(out, "\nNothing was read that these documents say differently.")?;
        }
        for finding in &case.findings {
            writeln!(out)?;
            one(finding, look, out)?;
        }
    }
    Ok(())
}

fn one(finding: &CaseFinding, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let (word, tone) = severity(finding.severity);
    let lead = format!("{word}: ");
    for (row, line) in wrap(&format!("{lead}{}", clean(&finding.message)), look.width).iter().enumerate() {
        match line.strip_prefix(&lead).filter(|_| row == 0) {
            Some(rest) => writeln!(out, "{}{}", look.paint(tone, &lead), look.paint(Tone::Strong, rest))?,
            None => writeln!(out, "{}", look.paint(Tone::Strong, line))?,
        }
    }
    for place in &finding.places {
        let at = format!("{}:{}:{}", clean(&place.path), place.from.line, place.from.column);
        writeln!(out, "  {}", look.paint(Tone::Guide, &at))?;
        for line in wrap(&quoted(&clean(&place.quote)), look.width - 4) {
            writeln!(out, "    {line}")?;
        }
    }
    let help = clean(&finding.help);
    let full_stop = if help.ends_with(['.', '?', '!']) || help.is_empty() { "" } else { "." };
    for line in wrap(&format!("{help}{full_stop} ({})", finding.rule), look.width - 2) {
        writeln!(out, "  {line}")?;
    }
    Ok(())
}
