//! Judgements → a block each: level, the words that earned it, and what the next level asks.

use std::io::{self, Write};

use super::full::heading;
use super::wrap::{clean, cut, pad, quoted, width, wrap};
use super::{Look, Tone, mark};
use crate::output::Reviewed;
use crate::review::{Judgement, Missing, Review};

/// Columns that the lines below a title are moved in by: the mark and a space on either side.
const INDENT: usize = 6;

pub(super) fn write(artifact: &Reviewed<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    heading("Criteria", "share of the score", look, out)?;
    let titles = artifact.content.criteria.iter().map(|it| width(&it.title)).max().unwrap_or(0);
    for judgement in &artifact.content.criteria {
        first_line(judgement, titles, look, out)?;
        earned(judgement, artifact, look, out)?;
        asked(judgement, artifact.content, look, out)?;
    }
    Ok(())
}

fn first_line(judgement: &Judgement, titles: usize, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let weight = format!("{}%", judgement.weight);
    let left = INDENT + titles + 2 + width(&judgement.level_name);
    let gap = look.width.saturating_sub(left + weight.len()).max(1);
    writeln!(
        out,
        "{}  {}  {}{}{}",
        mark::level(judgement.level, look),
        look.paint(Tone::Strong, &pad(&judgement.title, titles)),
        look.paint(Tone::of_level(judgement.level), &judgement.level_name),
        pad("", gap),
        look.paint(Tone::Quiet, &weight),
    )
}

/// Why it is this level, and the foremost quote.
fn earned(judgement: &Judgement, artifact: &Reviewed<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let told = if judgement.why.is_empty() { &judgement.means } else { &judgement.why };
    for line in wrap(&clean(told), look.width - INDENT) {
        writeln!(out, "{}{line}", " ".repeat(INDENT))?;
    }
    if look.verbose && !judgement.why.is_empty() {
        for line in wrap(&clean(&judgement.means), look.width - INDENT) {
            writeln!(out, "{}{line}", " ".repeat(INDENT))?;
        }
    }
    let shown = if look.verbose { judgement.evidence.len() } else { 1 };
    for evidence in judgement.evidence.iter().take(shown) {
        let place = format!("  line {}", artifact.source.position(evidence.span.start).line);
        let quote = cut(&clean(&evidence.words), look.width - INDENT - 2 - width(&place));
        writeln!(out, "{}{}{}", " ".repeat(INDENT), quoted(&quote), look.paint(Tone::Quiet, &place))?;
    }
    Ok(())
}

/// What the next level asks: a step that was told above by its number, one that another criterion has told by its title, others
/// by their words.
fn asked(judgement: &Judgement, review: &Review, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let shown = if look.verbose { judgement.missing.len() } else { 1 };
    for missing in judgement.missing.iter().take(shown) {
        let step = review.next_steps.iter().position(|step| step.text == missing.next_step);
        let text = match (step, told_before(judgement, missing, review)) {
            _ if look.verbose => clean(&missing.next_step),
            (Some(at), _) => format!("step {} above", at + 1),
            (None, Some(title)) => format!("as under {}", title.to_lowercase()),
            (None, None) => clean(&missing.next_step),
        };
        let lead = "Next: ";
        for (row, line) in wrap(&text, look.width - INDENT - lead.len()).iter().enumerate() {
            let lead = if row == 0 { look.paint(Tone::Guide, lead) } else { " ".repeat(lead.len()) };
            writeln!(out, "{}{lead}{line}", " ".repeat(INDENT))?;
        }
    }
    Ok(())
}

/// The title of an earlier criterion whose next level asks for the same first of all.
fn told_before<'r>(judgement: &Judgement, missing: &Missing, review: &'r Review) -> Option<&'r str> {
    let before = review.criteria.iter().take_while(|it| it.id != judgement.id);
    let same = |it: &&Judgement| it.missing.first().is_some_and(|first| first.next_step == missing.next_step);
    before.into_iter().find(same).map(|it| it.title.as_str())
}
