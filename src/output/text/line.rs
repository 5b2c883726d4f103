//! A review → one line: path, score, level, and where it is weakest.

use std::io::{self, Write};

use super::verdict::first_weakness;
use super::wrap::clean;
use super::{Look, Tone, mark};
use crate::output::{Artifact, Format};
use crate::review::Review;

/// One line an artifact.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// How text is set.
    pub look: Look,
}

impl Format<Review> for Line {
    fn artifact(&self, artifact: &Artifact<'_, Review>, out: &mut dyn Write) -> io::Result<()> {
        let review = artifact.content;
        let weakest = first_weakness(review).map_or_else(String::new, |it| format!("  weakest: {}", it.id));
        writeln!(
            out,
            "{}  {}  {}{weakest}",
            clean(artifact.path),
            mark::points(review.score),
            self.look.paint(Tone::of_level(review.level), &review.level_name),
        )
    }
}
