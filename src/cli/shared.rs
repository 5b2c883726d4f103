//! Arguments that several subcommands take, and what they stand for.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Args, ValueEnum};
use serde::Serialize;
use strongcase::engine::Engine;
use strongcase::input;
use strongcase::output::{Stamp, json};
use strongcase::rubric::{Rubric, RubricError};

use super::Status;
use super::complaint::{Complaint, unknown};
use super::sink::Sink;
use super::terminal::ColorChoice;

/// Options of every subcommand.
#[derive(Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    /// When text is coloured.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t)]
    pub(super) color: ColorChoice,

    /// A folder whose files extend the built-in rubric or replace parts of it.
    #[arg(long, global = true, value_name = "FOLDER", env = "STRONGCASE_RUBRIC", hide_env_values = true)]
    pub(super) rubric: Option<PathBuf>,
}

impl Global {
    /// The engine with the rubric that was asked for.
    pub(super) fn engine(&self) -> Result<Engine> {
        Engine::new(self.rubric()?).map_err(|errors| mistakes(&errors).into())
    }

    /// The rubric that was asked for.
    pub(super) fn rubric(&self) -> Result<Rubric> {
        match &self.rubric {
            Some(folder) => Rubric::with_folder(folder).map_err(|errors| mistakes(&errors).into()),
            None => Ok(Rubric::embedded()),
        }
    }
}

/// Which artifacts, and where the results go.
#[derive(Debug, Args)]
pub(super) struct Selection {
    /// Files, folders, or - for standard input.
    ///
    /// Of a folder, every .md, .markdown and .mdx file in it and below is taken, sorted by path, except hidden ones
    /// and those that .gitignore, .ignore or .strongcaseignore leave out. A file that is named itself is always taken.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Take every artifact to be of this kind, whatever it says (see `strongcase kinds`).
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,

    /// Write to a file instead of standard output; it is replaced only once all is done.
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,

    /// How many files to work on at once; by default, as many as there are processors.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(super) threads: Option<u16>,
}

impl Selection {
    /// The paths that were given, or standard input where something is piped in.
    pub(super) fn paths(&self) -> Result<Vec<PathBuf>> {
        if !self.paths.is_empty() {
            return Ok(self.paths.clone());
        }
        #[expect(clippy::disallowed_methods, reason = "it is asked what it is, not read")]
        let stdin = io::stdin();
        if stdin.is_terminal() {
            return Err(Complaint::new(
                "there is nothing to read",
                "name a file or a folder, as in `strongcase review prd.md`, or pipe an artifact in",
            )
            .into());
        }
        Ok(vec![PathBuf::from("-")])
    }

    /// The kind that was asked for, once it is known to exist.
    pub(super) fn kind(&self, rubric: &Rubric) -> Result<Option<&str>> {
        known_kind(rubric, self.kind.as_deref())
    }
}

/// A kind that was asked for, once it is known to exist.
pub(super) fn known_kind<'k>(rubric: &Rubric, kind: Option<&'k str>) -> Result<Option<&'k str>> {
    let Some(kind) = kind else { return Ok(None) };
    let known: Vec<&str> = rubric.kinds.iter().map(|kind| kind.id.as_str()).collect();
    if known.contains(&kind) { Ok(Some(kind)) } else { Err(unknown("kind", kind, known.into_iter()).into()) }
}

/// Mistakes in a rubric as one complaint, a line each.
pub(super) fn mistakes(errors: &[RubricError]) -> Complaint {
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    Complaint::new(
        format!("the rubric cannot be used\n{}", lines.join("\n")),
        "mend these lines, or leave --rubric out to use the built-in rubric",
    )
}

/// Complains where a folder to be checked is none.
pub(super) fn must_be_folder(folder: &Path, help: &str) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    Err(Complaint::new(format!("{} is no folder", input::shown(folder)), help).into())
}

/// Writes what the check of a folder found, a line each, and what it comes to; or that nothing is wrong.
pub(super) fn report(folder: &Path, found: &[String], total: Option<&str>) -> Result<Status> {
    let mut sink = Sink::open(None)?;
    for line in found.iter().map(String::as_str).chain(total.filter(|_| !found.is_empty())) {
        writeln!(sink, "{line}")?;
    }
    if found.is_empty() {
        writeln!(sink, "nothing is wrong in {}", input::shown(folder))?;
    }
    sink.finish()?;
    Ok(if found.is_empty() { Status::Done } else { Status::Below })
}

/// What an output says that it was made by.
pub(super) fn stamp(rubric: &Rubric) -> Stamp {
    Stamp { rubric: rubric.name.clone(), hash: rubric.hash() }
}

/// How an answer that is no review is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum PlainFormat {
    /// For a person.
    #[default]
    Text,
    /// One object.
    Json,
}

/// Writes one answer to standard output: as text, or as JSON under `key` beside the version.
pub(super) fn answer(
    format: PlainFormat,
    key: &str,
    value: &impl Serialize,
    text: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<Status> {
    let mut sink = Sink::open(None)?;
    match format {
        PlainFormat::Text => text(&mut sink)?,
        PlainFormat::Json => json::answer(key, value, &mut sink)?,
    }
    sink.finish()?;
    Ok(Status::Done)
}
