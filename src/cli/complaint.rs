//! Errors that say what to do about them.

use std::error::Error;
use std::fmt;

use console::Color;
use strongcase::output::text::wrap::wrap;

use strongcase::rubric::nearest;

use super::{tell, terminal};

/// What went wrong, and a line of help.
#[derive(Debug)]
pub(super) struct Complaint {
    message: String,
    help: String,
}

impl Complaint {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    /// The same, at a line of a file.
    pub(super) fn at(self, path: &str, line: usize) -> Self {
        Self { message: format!("{path}:{line}: {}", self.message), ..self }
    }

    /// The same with another way to tell what there is.
    pub(super) fn with_list(mut self, list: &str) -> Self {
        let near = self.help.split_once('?').map(|(near, _)| format!("{near}? "));
        self.help = near.unwrap_or_default() + list;
        self
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.message)
    }
}

impl Error for Complaint {}

/// Shows why the program could not do what was asked.
pub(super) fn show(error: &anyhow::Error) {
    let message: Vec<String> = error.chain().map(ToString::to_string).collect();
    let help = error.chain().find_map(|cause| cause.downcast_ref::<Complaint>()).map(|it| it.help.as_str());
    line(&message.join(": "), help.unwrap_or_default());
}

/// `error: …` and, where there is one, `help: …`.
pub(super) fn line(message: &str, help: &str) {
    let mut text = laid_out("error:", Color::Red, message);
    if !help.is_empty() {
        text.push_str(&laid_out("help:", Color::Cyan, help));
    }
    tell(&text);
}

/// A text after its word: wrapped beside it on a terminal, as it is elsewhere.
fn laid_out(word: &str, color: Color, text: &str) -> String {
    let lines: Vec<String> = match terminal::stderr_columns() {
        Some(columns) => text.lines().flat_map(|line| wrap(line, columns.saturating_sub(word.len() + 1))).collect(),
        None => vec![text.to_owned()],
    };
    let indent = format!("\n{}", " ".repeat(word.len() + 1));
    format!("{} {}\n", terminal::on_stderr(word, color), lines.join(&indent))
}

/// A name that is not among those known, with the nearest that is.
pub(super) fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Complaint {
    let all = known.clone().collect::<Vec<_>>().join(", ");
    let help = match nearest(name, known) {
        Some(near) => format!("did you mean {near:?}? There are: {all}"),
        None => format!("there are: {all}"),
    };
    Complaint::new(format!("there is no {what} {name:?}"), help)
}
