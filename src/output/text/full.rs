//! One review, whole: what it comes to, what to fix first, what to write next, the criteria with their evidence, what else is
//! wrong where.

use std::io::{self, Write};

use super::wrap::{clean, cut, pad, width, wrap};
use super::{Look, Tone, across, criteria, findings, mark, steps, table, verdict};
use crate::output::{Artifact, Failure, Format, Reviewed, Tally};
use crate::review::{KindFrom, Review};

/// Every review whole, one below the other.
#[derive(Debug, Clone, Copy)]
pub struct Full {
    /// How text is set.
    pub look: Look,
}

impl Format<Review> for Full {
    fn artifact(&self, artifact: &Artifact<'_, Review>, out: &mut dyn Write) -> io::Result<()> {
        head(artifact, self.look, out)?;
        findings::errors(artifact, self.look, out)?;
        steps::write(artifact.content, self.look, out)?;
        criteria::write(artifact, self.look, out)?;
        findings::others(artifact, self.look, out)
    }

    fn separator(&self) -> &'static str {
        "\n\n"
    }

    fn end(&self, tally: &Tally, _failures: &[Failure], out: &mut dyn Write) -> io::Result<()> {
        if tally.artifacts >= 2 {
            table::summary(tally, self.look, out)?;
        }
        across::write(&tally.cases, self.look, out)
    }
}

fn head(artifact: &Reviewed<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let review = artifact.content;
    let title = review.title.as_deref().map(clean).filter(|title| !title.is_empty());
    for line in wrap(title.as_deref().unwrap_or("Untitled"), look.width) {
        writeln!(out, "{}", look.paint(Tone::Strong, &line))?;
    }
    let path = if artifact.path == "-" { "standard input".to_owned() } else { clean(artifact.path) };
    let kind = match review.kind_from {
        KindFrom::Option => format!("read as {}, as --kind says", review.kind),
        KindFrom::FrontMatter => format!("read as {}, as its front matter says", review.kind),
        KindFrom::Content => format!("read as {}, told by its content", review.kind),
    };
    let about = format!("{path}, {} {}, {kind}", review.words, if review.words == 1 { "word" } else { "words" });
    for line in wrap(&about, look.width) {
        writeln!(out, "{}", look.paint(Tone::Quiet, &line))?;
    }
    writeln!(
        out,
        "\n{}  {}/100  {}\n",
        mark::score(review.score, review.level, look),
        look.paint(Tone::Strong, &mark::points(review.score)),
        look.paint(Tone::of_level(review.level), &review.level_name),
    )?;
    for line in wrap(&verdict::of(review), look.width) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// A heading, with an optional remark at the right edge.
pub(super) fn heading(text: &str, remark: &str, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let left = look.paint(Tone::Strong, text);
    let room = look.width.saturating_sub(width(text) + 2);
    let remark = cut(remark, room);
    if remark.is_empty() {
        return writeln!(out, "\n{left}\n");
    }
    let gap = look.width - width(text) - width(&remark);
    writeln!(out, "\n{left}{}{}\n", pad("", gap), look.paint(Tone::Quiet, &remark))
}
