//! `strongcase review`: artifacts → scores with the words that earned them.

mod across;
mod bar;

use anyhow::Result;
use clap::{Args, ValueEnum};
use strongcase::engine::Engine;
use strongcase::output::json::Json;
use strongcase::output::ndjson::Ndjson;
use strongcase::output::text::{Columns, Full, Line, Look, Table};
use strongcase::output::{Format, Tally};
use strongcase::review::Review;
use strongcase::rubric::Rubric;

use across::{Across, InCase};

use super::batch::{self, Job};
use super::complaint::Complaint;
use super::shared::{Global, Selection, stamp};
use super::{Status, tell, terminal};

/// Score artifacts, and show the words that earned each level and what would raise it.
///
/// One artifact is shown in full: what it comes to, what to write next, each criterion with its strongest words, and
/// what is wrong where. Of several, each is a line of a table that ends in what they come to together; --verbose shows
/// each in full.
///
/// Artifacts of one folder that share a `case:` in their front matter are compared: does the problem of the brief come
/// back in the PRD, is the chosen option the one that is built, do metrics have the same values and a definition? What
/// they do not say alike stands at the end of text, and under `cases` in JSON.
///
/// Exit status: 0 done; 1 done, and something fell below --min-score, --min-level or --fail-on; 2 something could not
/// be read or done.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    selection: Selection,

    /// How the reviews are written.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: ReviewFormat,

    /// One line an artifact: path, score, level, weakest criterion.
    #[arg(long, short, conflicts_with = "verbose")]
    quiet: bool,

    /// All quotes and all that is missing, not only the foremost; of several artifacts, each in full.
    #[arg(long, short)]
    verbose: bool,

    #[command(flatten)]
    bar: bar::Bar,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum ReviewFormat {
    /// For a person.
    #[default]
    Text,
    /// One object with all artifacts.
    Json,
    /// One object a line, one line an artifact.
    Ndjson,
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    if arguments.format != ReviewFormat::Text && (arguments.quiet || arguments.verbose) {
        return Err(Complaint::new(
            "--quiet and --verbose shape text, and another format was asked for",
            "leave out one of the two; JSON always holds everything",
        )
        .into());
    }
    let engine = global.engine()?;
    let selection = &arguments.selection;
    let kind = selection.kind(engine.rubric())?;
    let asked = arguments.bar.resolve(engine.rubric())?;
    let look = terminal::look(global.color, selection.output.as_deref(), arguments.verbose);
    let job = Job {
        work: &|source| engine.review_in_case(source, kind),
        note: &|(review, _): &InCase| (Tally::of(review), asked.missed_by(review)),
    };
    let outcome = batch::run(selection, &job, |several| {
        Box::new(Across::new(format(arguments, &engine, look, several), engine.rubric()))
    })?;
    if !outcome.below.is_empty() {
        tell(&bar::told(&outcome.below));
    }
    Ok(match (outcome.tally.failed, outcome.below.as_slice()) {
        (0, []) => Status::Done,
        (0, _) => Status::Below,
        _ => Status::Failed,
    })
}

fn format(arguments: &Arguments, engine: &Engine, look: Look, several: bool) -> Box<dyn Format<Review>> {
    match arguments.format {
        ReviewFormat::Json => Box::new(Json { stamp: stamp(engine.rubric()) }),
        ReviewFormat::Ndjson => Box::new(Ndjson),
        ReviewFormat::Text if arguments.quiet => Box::new(Line { look }),
        ReviewFormat::Text if several && !arguments.verbose => Box::new(Table::new(look, columns(engine.rubric()))),
        ReviewFormat::Text => Box::new(Full { look }),
    }
}

/// Room for the longest names that the rubric has.
fn columns(rubric: &Rubric) -> Columns {
    fn longest<'a>(names: impl Iterator<Item = &'a String>) -> usize {
        names.map(|name| name.chars().count()).max().unwrap_or(0)
    }
    Columns {
        level: longest(rubric.levels.iter().map(|level| &level.name)),
        kind: longest(rubric.kinds.iter().map(|kind| &kind.id)),
        weakest: longest(rubric.criteria.iter().map(|criterion| &criterion.title)),
    }
}
