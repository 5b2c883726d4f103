//! What standard output and standard error can show.

use std::env;
use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::Path;

use clap::ValueEnum;
use console::{Color, Style, Term};
use strongcase::output::text::Look;

/// When text is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum ColorChoice {
    /// On a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How text is set for where it goes.
pub(super) fn look(choice: ColorChoice, output: Option<&Path>, verbose: bool) -> Look {
    let terminal = output.is_none() && io::stdout().is_terminal();
    Look {
        width: Look::fit(columns().filter(|_| terminal)),
        color: match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => wants_color(terminal),
        },
        unicode: !terminal || shows_unicode(),
        verbose,
    }
}

/// True when a progress bar would be seen and would not stand among results.
pub(super) fn shows_progress(output: Option<&Path>) -> bool {
    io::stderr().is_terminal() && (output.is_some() || !io::stdout().is_terminal())
}

/// A word on standard error, coloured where it is a terminal.
pub(super) fn on_stderr(word: &str, color: Color) -> String {
    let style = Style::new().force_styling(wants_color(io::stderr().is_terminal())).fg(color).bold();
    style.apply_to(word).to_string()
}

/// `NO_COLOR` (any value but an empty one) comes before `CLICOLOR_FORCE`.
fn wants_color(terminal: bool) -> bool {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    if set("NO_COLOR").is_some() {
        return false;
    }
    if set("CLICOLOR_FORCE").is_some_and(|value| value != OsStr::new("0")) {
        return true;
    }
    terminal && set("TERM").is_none_or(|term| term != OsStr::new("dumb"))
}

/// Columns of the terminal that standard error is, if it is one.
pub(super) fn stderr_columns() -> Option<usize> {
    let term = Term::stderr();
    term.size_checked().filter(|_| term.is_term()).map(|(_, columns)| Look::fit(Some(usize::from(columns))))
}

fn columns() -> Option<usize> {
    Term::stdout().size_checked().map(|(_, columns)| usize::from(columns))
}

/// What the locale says; without one, modern terminals are taken to show Unicode.
fn shows_unicode() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| env::var(name).ok().filter(|it| !it.is_empty()));
    locale.is_none_or(|locale| {
        let locale = locale.to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}
