//! Scores and levels → small bars.

use super::{Look, Tone};

const SCORE_CELLS: usize = 20;
const LEVELS: usize = 4;

/// A score from 0 to 100 as a bar of twenty cells.
pub(super) fn score(score: f64, level: u8, look: Look) -> String {
    let cells = (1..=SCORE_CELLS).filter(|cell| (*cell as f64 - 0.5) / SCORE_CELLS as f64 * 100.0 <= score);
    bar(cells.count(), SCORE_CELLS, level, look)
}

/// A level from 0 to 4 as a bar of four cells.
pub(super) fn level(level: u8, look: Look) -> String {
    bar(usize::from(level).min(LEVELS), LEVELS, level, look)
}

/// A score as it is told: whole points.
pub(super) fn points(score: f64) -> String {
    format!("{score:.0}")
}

fn bar(filled: usize, cells: usize, level: u8, look: Look) -> String {
    let full = look.pick("█", "#").repeat(filled);
    let empty = look.pick("░", "-").repeat(cells - filled);
    look.paint(Tone::of_level(level), &full) + &look.paint(Tone::Quiet, &empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_full_as_the_score() {
        let look = Look::default();
        assert_eq!(score(0.0, 0, look), "░░░░░░░░░░░░░░░░░░░░");
        assert_eq!(score(61.3, 2, look), "████████████░░░░░░░░");
        assert_eq!(score(100.0, 4, look), "████████████████████");
        assert_eq!(level(3, Look { unicode: false, ..look }), "###-");
    }
}
