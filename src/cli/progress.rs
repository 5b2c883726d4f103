//! A line on the terminal that counts files while a long run goes on.

use std::path::Path;
use std::sync::Once;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::terminal;

/// Shorter runs show nothing.
const PATIENCE: Duration = Duration::from_millis(500);

/// Counts files; seen only by a person who would otherwise see nothing.
pub(super) struct Progress {
    bar: ProgressBar,
    started: Instant,
    seen: Option<Once>,
}

impl Progress {
    pub(super) fn new(output: Option<&Path>) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos} files read, {elapsed}") {
            bar.set_style(style);
        }
        let seen = terminal::shows_progress(output).then(Once::new);
        Self { bar, started: Instant::now(), seen }
    }

    /// One more file is done.
    pub(super) fn step(&self) {
        if let Some(seen) = &self.seen {
            if self.started.elapsed() > PATIENCE {
                seen.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
            }
            self.bar.inc(1);
        }
    }

    /// Does something on standard error that the line must not run into.
    pub(super) fn aside(&self, act: impl FnOnce()) {
        self.bar.suspend(act);
    }

    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
