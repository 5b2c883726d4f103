//! `strongcase kinds`: the kinds of artifact.

use anyhow::Result;
use clap::Args;
use strongcase::explain;
use strongcase::output::text::explain as text;

use super::shared::{Global, PlainFormat, answer};
use super::{Status, terminal};

/// List the kinds of artifact, one line each.
///
/// `strongcase explain KIND` tells more: its sections, what it has to get right, and what each criterion counts.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// How they are written.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: PlainFormat,
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let kinds = explain::kinds(&global.rubric()?);
    let look = terminal::look(global.color, None, false);
    answer(arguments.format, "kinds", &kinds, |out| text::lines(&kinds, look, out))
}
