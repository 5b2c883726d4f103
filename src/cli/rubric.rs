//! `strongcase rubric`: the rubric in force, and what is wrong with one.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};
use strongcase::engine::Engine;
use strongcase::output::rubric::Sheet;
use strongcase::output::text::rubric as text;
use strongcase::rubric::Rubric;

use super::complaint::Complaint;
use super::shared::{Global, PlainFormat, answer, must_be_folder, report};
use super::{Status, terminal};

/// Check a rubric folder, or show the rubric in force.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Check a rubric folder; every mistake is told with its file, line and key.
    ///
    /// Exit status: 0 nothing is wrong; 1 there are mistakes; 2 it could not be read.
    Check {
        /// The folder; by default, that of --rubric or STRONGCASE_RUBRIC.
        #[arg(value_name = "PATH")]
        path: Option<PathBuf>,
    },
    /// Show the rubric in force, and where each part came from.
    Show {
        /// How it is written.
        #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
        format: PlainFormat,
    },
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    match &arguments.action {
        Action::Check { path } => check(path.as_ref().or(global.rubric.as_ref())),
        Action::Show { format } => {
            let rubric = global.rubric()?;
            let sheet = Sheet::of(&rubric);
            let look = terminal::look(global.color, None, false);
            answer(*format, "rubric", &sheet, |out| text::sheet(&sheet, look, out))
        }
    }
}

fn check(folder: Option<&PathBuf>) -> Result<Status> {
    let Some(folder) = folder else {
        return Err(Complaint::new(
            "there is no rubric folder to check",
            "name one, as in `strongcase rubric check my-rubric`",
        )
        .into());
    };
    must_be_folder(folder, "a rubric is a folder with files such as rubric.toml and kinds/prd-lite.toml")?;
    let mistakes = match Rubric::with_folder(folder) {
        Ok(rubric) => Engine::new(rubric).err().unwrap_or_default(),
        Err(mistakes) => mistakes,
    };
    let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    report(folder, &lines, None)
}
