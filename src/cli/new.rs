//! `strongcase new`: a template and answers → the skeleton of an artifact.

mod case;
mod place;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Args, ValueEnum};
use strongcase::input;
use strongcase::rubric::Rubric;
use strongcase::template::{Answers, Library, Template, Variant, backgrounds, file_name, one_line, render, words_of};

use super::complaint::{Complaint, unknown};
use super::shared::Global;
use super::sink::Sink;
use super::{Status, tell};

/// Write the skeleton of an artifact: its sections, what each asks, and tables that a review can read.
///
/// A place to fill in stands in square brackets. An existing file is never overwritten; with --force it is kept beside
/// the new one.
///
/// `strongcase new case DIR` writes a whole case: a folder with several artifacts that are linked to each other, and a
/// README.md that says in which order to fill them in.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The kind of artifact (see `strongcase kinds`), or case for a folder of several.
    #[arg(value_name = "KIND", required_unless_present_any = ["list", "show"])]
    kind: Option<String>,

    /// Where it is written, or - for standard output; by default, a file named after the title.
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,

    /// The artifacts of a case; by default, discovery-brief, prioritization, prd-lite and metrics-framework.
    #[arg(long, value_name = "KIND,...", value_delimiter = ',')]
    with: Vec<String>,

    /// Title of the artifact; by default, the words of PATH.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// The product that it is about.
    #[arg(long, value_name = "TEXT")]
    product: Option<String>,

    /// The users it is about. Kept in the front matter; the text is still to be written by you.
    #[arg(long, value_name = "TEXT")]
    segment: Option<String>,

    /// The decision to be made. Kept in the front matter; the text is still to be written by you.
    #[arg(long, value_name = "TEXT")]
    decision: Option<String>,

    /// Your engineering background; the guidance tells what it usually leaves out.
    ///
    /// One of backend, frontend, full-stack, platform, customer-facing, deeply-technical, none.
    #[arg(long, value_name = "NAME")]
    background: Option<String>,

    /// How much the skeleton leads you.
    #[arg(long, value_enum, value_name = "VARIANT", default_value_t)]
    variant: VariantChoice,

    /// Fill a place of the template by its key, as in --set metric="Orders held"; may be given again.
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,

    /// The date to write into the front matter, as YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    date: Option<String>,

    /// A folder with templates of your own, each named after its kind, as in prd-lite.hbs.
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,

    /// Print what would be written, and where, and write nothing.
    #[arg(long)]
    dry_run: bool,

    /// Replace an existing file, and keep what it held in a file beside it.
    #[arg(long)]
    force: bool,

    /// List the templates in force, and where each came from.
    #[arg(long, conflicts_with_all = ["kind", "show"])]
    list: bool,

    /// Print the template of a kind as it is written.
    #[arg(long, value_name = "KIND", conflicts_with = "kind")]
    show: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum VariantChoice {
    /// Each section opens with what to answer, and a weak and a strong sentence.
    #[default]
    Guided,
    /// Headings and tables alone.
    Bare,
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let rubric = global.rubric()?;
    let library = library_in(arguments.templates.as_deref())?;
    if arguments.list {
        return list(&rubric, &library);
    }
    if let Some(kind) = &arguments.show {
        let template = template(kind, &rubric, &library)?;
        tell(&format!("from {}\n", template.shown()));
        let mut sink = Sink::open(None)?;
        sink.write_all(template.text.as_bytes())?;
        sink.finish()?;
        return Ok(Status::Done);
    }
    if arguments.kind.as_deref() == Some(case::KIND) {
        return case::run(arguments, &rubric, &library);
    }
    if !arguments.with.is_empty() {
        return Err(Complaint::new(
            "--with is for a whole case",
            "write it as `strongcase new case DIR --with KIND,...`",
        )
        .into());
    }
    let template = template(arguments.kind.as_deref().unwrap_or_default(), &rubric, &library)?;
    let answers = answers(arguments)?;
    let skeleton = render(&template, &rubric, &answers).map_err(|error| {
        Complaint::new(error.to_string(), "`strongcase new --show KIND` prints a template that works")
    })?;
    let path = match &arguments.path {
        Some(path) => path.clone(),
        None => PathBuf::from(file_name(&answers.title, &template.kind)),
    };
    if path.as_os_str() == "-" || arguments.dry_run {
        if arguments.dry_run && path.as_os_str() != "-" {
            tell(&format!("would write {}\n", input::shown(&path)));
        }
        let mut sink = Sink::open(None)?;
        sink.write_all(skeleton.text.as_bytes())?;
        sink.finish()?;
        return Ok(Status::Done);
    }
    if let Some(backup) = place::put(&path, skeleton.text.as_bytes(), arguments.force)? {
        tell(&format!("kept what was there as {}\n", input::shown(&backup)));
    }
    let mut sink = Sink::open(None)?;
    writeln!(sink, "{}", input::shown(&path))?;
    sink.finish()?;
    Ok(Status::Done)
}

/// Where templates are looked for, `given` first.
pub(super) fn library_in(given: Option<&Path>) -> Result<Library> {
    if let Some(folder) = given.filter(|folder| !folder.is_dir()) {
        return Err(Complaint::new(
            format!("{} is no folder", folder.display()),
            "--templates wants a folder of files such as prd-lite.hbs",
        )
        .into());
    }
    Ok(Library::new(given.map(Path::to_owned), std::env::current_dir().ok().as_deref(), user_folder()))
}

/// Where a user's own templates are kept.
fn user_folder() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let config = if cfg!(windows) {
        set("APPDATA")
    } else {
        set("XDG_CONFIG_HOME").or_else(|| set("HOME").map(|home| home.join(".config")))
    };
    config.map(|config| config.join("strongcase").join("templates"))
}

/// The template in force for a kind.
pub(super) fn template(kind: &str, rubric: &Rubric, library: &Library) -> Result<Template> {
    let known = rubric.kinds.iter().map(|kind| kind.id.as_str());
    if rubric.kind(kind).is_none() {
        return Err(unknown("kind", kind, known).into());
    }
    let found = library.find(kind).map_err(|error| Complaint::new(error.to_string(), error.error.help()))?;
    found.ok_or_else(|| {
        Complaint::new(
            format!("there is no template for the kind {kind:?}"),
            format!("write one as {}/{kind}.hbs", strongcase::template::FOLDER),
        )
        .into()
    })
}

fn list(rubric: &Rubric, library: &Library) -> Result<Status> {
    let mut sink = Sink::open(None)?;
    let room = rubric.kinds.iter().map(|kind| kind.id.chars().count()).max().unwrap_or(0);
    for kind in &rubric.kinds {
        let found = library.find(&kind.id).map_err(|error| Complaint::new(error.to_string(), error.error.help()))?;
        let from = found.map_or_else(|| "-".to_owned(), |template| template.shown());
        writeln!(sink, "{:room$}  {from}", kind.id)?;
    }
    sink.finish()?;
    Ok(Status::Done)
}

fn answers(arguments: &Arguments) -> Result<Answers> {
    let given = |text: &Option<String>| text.as_deref().map(one_line).filter(|text| !text.is_empty());
    let stem = arguments.path.as_deref().filter(|path| path.as_os_str() != "-").and_then(Path::file_stem);
    let title = given(&arguments.title).or_else(|| stem.map(|stem| words_of(&stem.to_string_lossy())));
    let Some(title) = title.filter(|title| !title.is_empty()) else {
        return Err(Complaint::new("the title is missing", "give it with --title, or name a file to write to").into());
    };
    let known = backgrounds();
    let background = given(&arguments.background).filter(|id| id != "none");
    if let Some(id) = background.as_deref().filter(|id| !known.iter().any(|it| it.id == *id)) {
        let ids = known.iter().map(|it| it.id.as_str()).chain(["none"]);
        return Err(unknown("background", id, ids).into());
    }
    let mut set = BTreeMap::new();
    for pair in &arguments.set {
        let Some((key, value)) = pair.split_once('=').filter(|(key, _)| !key.trim().is_empty()) else {
            return Err(Complaint::new(
                format!("--set {pair:?} has no key and value"),
                "write it as --set KEY=VALUE, with a key of the template",
            )
            .into());
        };
        set.insert(key.trim().to_owned(), one_line(value));
    }
    if let Some(date) = arguments.date.as_deref().filter(|date| !is_date(date)) {
        return Err(Complaint::new(format!("--date {date:?} is no date"), "write it as 2025-03-31").into());
    }
    Ok(Answers {
        title,
        product: given(&arguments.product),
        segment: given(&arguments.segment),
        decision: given(&arguments.decision),
        background,
        variant: match arguments.variant {
            VariantChoice::Guided => Variant::Guided,
            VariantChoice::Bare => Variant::Bare,
        },
        date: arguments.date.clone(),
        set,
        case: None,
    })
}

/// `YYYY-MM-DD`, with a month and a day that there are.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(year, 4)
        && digits(month, 2)
        && digits(day, 2)
        && month.parse().is_ok_and(|month: u8| (1..=12).contains(&month))
        && day.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}
