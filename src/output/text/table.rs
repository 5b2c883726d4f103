//! Several reviews → a line each under one heading, and what they come to together.

use std::io::{self, Write};

use super::verdict::first_weakness;
use super::wrap::{clean, pad, width, wrap};
use super::{Look, Tone, across, mark};
use crate::output::{Artifact, Failure, Format, Tally};
use crate::review::Review;

/// A line an artifact; the path stands last, so that it may be as long as it is.
#[derive(Debug, Clone)]
pub struct Table {
    look: Look,
    level: usize,
    kind: usize,
    weakest: usize,
}

/// The widest words of each column, known before the first line is written.
#[derive(Debug, Clone, Copy, Default)]
pub struct Columns {
    /// Of the level names.
    pub level: usize,
    /// Of the ids of kinds.
    pub kind: usize,
    /// Of the titles of criteria.
    pub weakest: usize,
}

impl Table {
    /// A table whose columns have room for the rubric's own names.
    pub fn new(look: Look, columns: Columns) -> Self {
        Self {
            look,
            level: columns.level.max(width("level")),
            kind: columns.kind.max(width("kind")),
            weakest: columns.weakest.max(width("weakest")),
        }
    }

    fn row(&self, cells: [&str; 5], tone: Option<Tone>, out: &mut dyn Write) -> io::Result<()> {
        let [score, level, kind, weakest, path] = cells;
        let level = pad(level, self.level);
        let level = tone.map_or_else(|| level.clone(), |tone| self.look.paint(tone, &level));
        let line = format!("{score:>5}  {level}  {}  {}  {path}", pad(kind, self.kind), pad(weakest, self.weakest));
        writeln!(out, "{}", line.trim_end())
    }
}

impl Format<Review> for Table {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        self.row(["score", "level", "kind", "weakest", "file"], None, out)
    }

    fn artifact(&self, artifact: &Artifact<'_, Review>, out: &mut dyn Write) -> io::Result<()> {
        let review = artifact.content;
        let weakest = first_weakness(review).map_or_else(|| "-".to_owned(), |it| it.title.to_lowercase());
        self.row(
            [&mark::points(review.score), &review.level_name, &review.kind, &weakest, &clean(artifact.path)],
            Some(Tone::of_level(review.level)),
            out,
        )
    }

    fn failure(&self, failure: &Failure, out: &mut dyn Write) -> io::Result<()> {
        self.row(["-", "not read", "-", "-", &clean(&failure.path)], Some(Tone::Bad), out)
    }

    fn end(&self, tally: &Tally, _failures: &[Failure], out: &mut dyn Write) -> io::Result<()> {
        summary(tally, self.look, out)?;
        across::write(&tally.cases, self.look, out)
    }
}

/// How many, their mean and spread, and what is weakest across them.
pub(super) fn summary(tally: &Tally, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let (Some(mean), Some((low, high))) = (tally.mean_score(), tally.range) else { return Ok(()) };
    let mut text = format!(
        "{} reviewed{}: mean {mean:.1}, from {} to {}; ",
        tally.artifacts,
        if tally.failed > 0 { format!(", {} not read", tally.failed) } else { String::new() },
        mark::points(low),
        mark::points(high),
    );
    let levels: Vec<_> = tally.levels.values().rev().map(|(name, count)| format!("{count} {name}")).collect();
    text.push_str(&levels.join(", "));
    text.push('.');
    let weakest: Vec<_> = tally
        .weakest()
        .into_iter()
        .take(3)
        .map(|open| format!("{} (mean level {:.1} of 4)", open.title.to_lowercase(), open.mean_level()))
        .collect();
    if !weakest.is_empty() {
        text.push_str(" Most is still to be had in ");
        text.push_str(&weakest.join(", "));
        text.push('.');
    }
    writeln!(out)?;
    for line in wrap(&text, look.width) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
