//! Next steps → a numbered list, with what each would add at the right edge.

use std::io::{self, Write};

use super::full::heading;
use super::wrap::{clean, pad, width, wrap};
use super::{Look, Tone};
use crate::review::{NextStep, Review};

/// Columns kept free for the number before a step.
const INDENT: usize = 4;
/// Columns kept free for the gain after it.
const GAIN: usize = 8;

/// That the program may not have understood what is there, which a reader of advice needs to know.
const UNFOUND: &str = "What was not found may be there in words that this program does not know. A busy reader may miss it \
                       there too: say it more plainly, or under a heading that names it.";

pub(super) fn write(review: &Review, look: Look, out: &mut dyn Write) -> io::Result<()> {
    if review.next_steps.is_empty() {
        return Ok(());
    }
    heading("What to write next", "points it would add", look, out)?;
    for (index, step) in review.next_steps.iter().enumerate() {
        let lines = wrap(&told(review, step), look.width - INDENT - GAIN);
        for (row, line) in lines.iter().enumerate() {
            if row > 0 {
                writeln!(out, "{}{line}", " ".repeat(INDENT))?;
                continue;
            }
            let gain = format!("{:+.1}", step.gain);
            let gap = (look.width - INDENT).saturating_sub(width(line) + gain.len());
            writeln!(out, "{:>2}. {line}{}{}", index + 1, pad("", gap), look.paint(Tone::Good, &gain))?;
        }
    }
    writeln!(out)?;
    for line in wrap(UNFOUND, look.width) {
        writeln!(out, "{}", look.paint(Tone::Quiet, &line))?;
    }
    Ok(())
}

/// `Options: add doing nothing…`; the number of a step stands for it elsewhere.
fn told(review: &Review, step: &NextStep) -> String {
    let title = review.criteria.iter().find(|it| it.id == step.criterion).map_or(&step.criterion, |it| &it.title);
    format!("{title}: {}", clean(&step.text))
}
