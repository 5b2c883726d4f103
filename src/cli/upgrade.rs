//! `strongcase upgrade`: a skeleton that has been written in, and the template now in force.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use strongcase::input::{self, Input};
use strongcase::template::{provenance, upgrade};

use super::Status;
use super::complaint::Complaint;
use super::new::{library_in, template};
use super::shared::Global;
use super::sink::Sink;

/// Compare an artifact with the template it was made from, as that is now.
///
/// Prints which sections are new, renamed or gone, and after that a patch that adds the new ones and renames the others.
/// The file itself is left as it is, and the patch touches no sentence of yours; `patch -p1` or `git apply` applies it.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// An artifact that `strongcase new` wrote.
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// A folder with templates of your own, each named after its kind, as in prd-lite.hbs.
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let rubric = global.rubric()?;
    let source = input::read(&Input::File(arguments.file.clone()))
        .map_err(|error| Complaint::new(error.to_string(), error.error.help()))?;
    let path = input::shown(&arguments.file);
    let made = provenance(source.text());
    let Some((made, name)) = made.and_then(|made| made.template.clone().map(|name| (made, name))) else {
        let message = format!("{path} does not say from which template it was made");
        return Err(Complaint::new(message, "only a file that `strongcase new` wrote can be compared").into());
    };
    let library = library_in(arguments.templates.as_deref())?;
    let template = template(&name, &rubric, &library)?;
    let found = upgrade(&source, &made, &template, &rubric).map_err(|error| {
        Complaint::new(error.to_string(), "`strongcase templates check FOLDER` tells all that is wrong with a template")
    })?;
    let mut sink = Sink::open(None)?;
    writeln!(sink, "{path} was made from {name}; in force is {}", template.shown())?;
    for title in &found.new {
        writeln!(sink, "new: {title}")?;
    }
    for (was, is) in &found.renamed {
        writeln!(sink, "renamed: {was} is now {is}")?;
    }
    for title in &found.gone {
        writeln!(sink, "not in the template: {title}; keep it if it is yours")?;
    }
    let patch = found.patch(path.trim_start_matches("./").trim_start_matches('/'), &source);
    if patch.is_empty() {
        writeln!(sink, "nothing is to be changed")?;
    } else {
        write!(sink, "\n{patch}")?;
    }
    sink.finish()?;
    Ok(Status::Done)
}
