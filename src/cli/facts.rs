//! `strongcase facts`: what was read out of an artifact.

use anyhow::Result;
use clap::{Args, ValueEnum};
use strongcase::output::json::Json;
use strongcase::output::ndjson::Ndjson;
use strongcase::output::text::{FactsText, SensitivityText};
use strongcase::output::{Format, Tally};
use strongcase::source::Source;

use super::batch::{self, Job};
use super::shared::{Global, Selection, stamp};
use super::{Status, terminal};

/// Show what was read out of an artifact: options, metrics, decision, evidence.
///
/// A review judges what was read. Where a level surprises you, this shows how the text was understood, and what was
/// not found in it.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    selection: Selection,

    /// Change each number that a score is made of, one at a time, and tell which change would put another option first.
    ///
    /// A mark on a scale, such as 1 to 5, goes one step down and up; any other number goes 25% down and up, and so does
    /// each weight. As text, only this is told; as JSON, it stands in `scores` beside the facts.
    #[arg(long)]
    sensitivity: bool,

    /// How the facts are written.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: FactsFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum FactsFormat {
    /// For a person, by family.
    #[default]
    Text,
    /// One object with all artifacts.
    Json,
    /// One object a line, one line an artifact.
    Ndjson,
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let engine = global.engine()?;
    let selection = &arguments.selection;
    let kind = selection.kind(engine.rubric())?;
    let look = terminal::look(global.color, selection.output.as_deref(), false);
    let sensitive = arguments.sensitivity;
    let read = |source: &Source| {
        if sensitive { engine.facts_with_sensitivity(source, kind) } else { engine.facts(source, kind) }
    };
    let job = Job { work: &read, note: &|_| (Tally::one(), None) };
    let outcome = batch::run(selection, &job, |_| match arguments.format {
        FactsFormat::Text if sensitive => Box::new(SensitivityText { look }) as Box<dyn Format<_>>,
        FactsFormat::Text => Box::new(FactsText { look }) as Box<dyn Format<_>>,
        FactsFormat::Json => Box::new(Json { stamp: stamp(engine.rubric()) }),
        FactsFormat::Ndjson => Box::new(Ndjson),
    })?;
    Ok(if outcome.tally.failed > 0 { Status::Failed } else { Status::Done })
}
