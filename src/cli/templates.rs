//! `strongcase templates`: what is wrong with templates of one's own.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use strongcase::input;
use strongcase::rubric::Rubric;
use strongcase::template::{EXTENSION, Library, WithoutPlace, check};

use super::Status;
use super::complaint::Complaint;
use super::shared::{Global, must_be_folder, report};

/// Check templates of your own.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Check a folder of templates: fill each with sample answers, and tell what it leaves no place for.
    ///
    /// A mistake is told with its file, its line and what was expected. A signal that a strong artifact of the kind has,
    /// and that the template has no place for, is told with the key of a place that would do.
    ///
    /// Exit status: 0 nothing is wrong; 1 something is; 2 it could not be read.
    Check {
        /// The folder, with files such as prd-lite.hbs.
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
    },
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let Action::Check { folder } = &arguments.action;
    let rubric = global.rubric()?;
    let files = files(folder)?;
    let mut lines = Vec::new();
    let (mut mistakes, mut missing) = (0_usize, 0_usize);
    for path in &files {
        let template = Library::read(path).map_err(|error| Complaint::new(error.to_string(), error.error.help()))?;
        match check(&template, &rubric) {
            Err(error) => {
                mistakes += 1;
                lines.push(error.to_string());
            }
            Ok(checked) => {
                missing += checked.without_place.len();
                let told = checked.without_place.iter().map(|signal| told(signal, &rubric));
                lines.extend(told.map(|told| format!("{}: {told}", template.shown())));
            }
        }
    }
    let count = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    let templates = count(files.len(), "template", "templates");
    let (mistakes, missing) =
        (count(mistakes, "mistake", "mistakes"), count(missing, "signal without a place", "signals without a place"));
    report(folder, &lines, Some(&format!("\n{templates} checked: {mistakes}, {missing}")))
}

fn told(missing: &WithoutPlace, rubric: &Rubric) -> String {
    let keys = missing.keys.iter().map(|key| format!("{key:?}")).collect::<Vec<_>>().join(" or ");
    let first = missing.keys.first().map_or("", String::as_str);
    let asks = rubric.signals.get(&missing.signal).map_or("", |text| text.asks.trim_end_matches('.'));
    format!(
        "leaves no place for {} ({asks}); a place with the key {keys}, or for={first:?}, would be one",
        missing.signal
    )
}

/// The templates of a folder, by name.
#[expect(clippy::disallowed_methods, reason = "a walk of `input` finds Markdown, and these are templates")]
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    must_be_folder(folder, "name a folder of files such as prd-lite.hbs")?;
    let unreadable = || format!("{} could not be listed", input::shown(folder));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == EXTENSION) && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        let message = format!("{} holds no template", input::shown(folder));
        return Err(Complaint::new(message, "a template is a file named after its kind, as in prd-lite.hbs").into());
    }
    Ok(files)
}
