//! Findings → what is wrong, shown in the source, and what to do about it.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::full::heading;
use super::wrap::{clean, wrap};
use super::{Look, Tone, picture};
use crate::output::Reviewed;
use crate::review::{Finding, Severity};

/// Findings of one rule that are shown in full; the rest are told by their lines.
const SHOWN: usize = 3;

/// What is wrong beyond doubt, which comes before any advice.
pub(super) fn errors(artifact: &Reviewed<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    write("Fix first", artifact, |severity| severity == Severity::Error, look, out)
}

/// What else to look at.
pub(super) fn others(artifact: &Reviewed<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    write("What to fix", artifact, |severity| severity != Severity::Error, look, out)
}

fn write(
    title: &str,
    artifact: &Reviewed<'_>,
    wanted: fn(Severity) -> bool,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut order: Vec<&Finding> = artifact.content.findings.iter().filter(|it| wanted(it.severity)).collect();
    if order.is_empty() {
        return Ok(());
    }
    heading(title, &remark(order.iter().map(|finding| finding.severity)), look, out)?;
    order.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut first = true;
    for finding in &order {
        let seen = seen.entry(&finding.rule).or_insert(0);
        *seen += 1;
        if *seen > SHOWN && !look.verbose {
            continue;
        }
        if !std::mem::take(&mut first) {
            writeln!(out)?;
        }
        one(finding, artifact, look, out)?;
    }
    if !look.verbose {
        for (rule, count) in seen {
            if count > SHOWN {
                rest(rule, &order, artifact, look, out)?;
            }
        }
    }
    Ok(())
}

fn one(finding: &Finding, artifact: &Reviewed<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let (word, tone) = severity(finding.severity);
    let lead = format!("{word}: ");
    let text = clean(&finding.message);
    for (row, line) in wrap(&format!("{lead}{text}"), look.width).iter().enumerate() {
        match line.strip_prefix(&lead).filter(|_| row == 0) {
            Some(rest) => writeln!(out, "{}{}", look.paint(tone, &lead), look.paint(Tone::Strong, rest))?,
            None => writeln!(out, "{}", look.paint(Tone::Strong, line))?,
        }
    }
    picture::write(finding, artifact, look, out)?;
    let help = clean(&finding.help);
    let full_stop = if help.ends_with(['.', '?', '!']) || help.is_empty() { "" } else { "." };
    for line in wrap(&format!("{help}{full_stop} ({})", finding.rule), look.width - 2) {
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

/// `7 more of vague-claim: lines 12, 30, 31…`
fn rest(rule: &str, order: &[&Finding], artifact: &Reviewed<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let more: Vec<_> = order.iter().filter(|finding| finding.rule == rule).skip(SHOWN).collect();
    let lines: Vec<String> = more
        .iter()
        .filter_map(|finding| finding.span)
        .map(|span| artifact.source.position(span.start).line.to_string())
        .collect();
    let mut text = format!("{} more of {rule}", more.len());
    if !lines.is_empty() {
        text.push_str(if lines.len() == 1 { ": line " } else { ": lines " });
        text.push_str(&lines.join(", "));
    }
    writeln!(out)?;
    for line in wrap(&text, look.width) {
        writeln!(out, "{}", look.paint(Tone::Quiet, &line))?;
    }
    Ok(())
}

pub(super) fn severity(severity: Severity) -> (&'static str, Tone) {
    match severity {
        Severity::Error => ("Error", Tone::Bad),
        Severity::Warning => ("Warning", Tone::Middling),
        Severity::Note => ("Note", Tone::Guide),
    }
}

/// `1 error, 2 warnings`
pub(super) fn remark(severities: impl Iterator<Item = Severity> + Clone) -> String {
    let told = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];
    let parts =
        told.iter().filter_map(|(severity, word)| match severities.clone().filter(|it| it == severity).count() {
            0 => None,
            1 => Some(format!("1 {word}")),
            many => Some(format!("{many} {word}s")),
        });
    parts.collect::<Vec<_>>().join(", ")
}
