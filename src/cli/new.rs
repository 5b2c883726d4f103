//! `strongcase new`: a template and answers → the skeleton of an artifact.

mod case;
mod date;
mod place;
mod sheet;

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
use super::{Status, prompt, tell};

/// Write the skeleton of an artifact: its sections, what each asks, and tables that a review can read.
///
/// At a terminal, what is missing is asked for. A place to fill in stands in square brackets. An existing file is never
/// overwritten; with --force it is kept beside the new one.
///
/// `strongcase new case DIR` writes a whole case: a folder with several artifacts that are linked to each other, and a
/// README.md that says in which order to fill them in.
#[derive(Debug, Clone, Args)]
pub(super) struct Arguments {
    /// The kind of artifact (see `strongcase kinds`), or case for a folder of several.
    #[arg(value_name = "KIND")]
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

    /// How much the skeleton leads you [default: guided].
    #[arg(long, value_enum, value_name = "VARIANT")]
    variant: Option<VariantChoice>,

    /// Fill a place of the template by its key, as in --set metric="Orders held"; may be given again.
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,

    /// Read answers from a TOML file: a line an answer, named as the options and the places of the template are.
    ///
    /// What is given on the command line comes first.
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,

    /// Ask nothing, even at a terminal.
    #[arg(long)]
    no_input: bool,

    /// The date to write into the front matter, as YYYY-MM-DD; by default, that of SOURCE_DATE_EPOCH if it is set.
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
    let mut arguments = arguments.clone();
    let sheet = arguments.answers.as_deref().map(sheet::Sheet::read).transpose()?;
    if let Some(sheet) = &sheet {
        sheet.fill(&mut arguments)?;
    }
    if arguments.kind.as_deref() == Some(case::KIND) {
        return case::run(&arguments, &rubric, &library);
    }
    if !arguments.with.is_empty() {
        return Err(Complaint::new(
            "--with is for a whole case",
            "write it as `strongcase new case DIR --with KIND,...`",
        )
        .into());
    }
    let asks = !arguments.no_input && prompt::can_ask();
    if asks && !fill_kind(&mut arguments, &rubric)? {
        return Ok(Status::Left);
    }
    let Some(kind) = &arguments.kind else {
        return Err(Complaint::new(
            "the kind is missing",
            "name it first, as in `strongcase new prd-lite`, or as kind in the file of --answers; `strongcase kinds` \
             lists what there is",
        )
        .into());
    };
    let template = template(kind, &rubric, &library)?;
    if asks {
        if let Some(path) = arguments.path.as_deref().filter(|path| path.as_os_str() != "-" && !arguments.dry_run) {
            place::check(path, arguments.force)?;
        }
        if !fill_rest(&mut arguments, &rubric)? {
            return Ok(Status::Left);
        }
    }
    let arguments = &arguments;
    let answers = answers(arguments)?;
    let skeleton = render(&template, &rubric, &answers).map_err(|error| {
        if let Some(complaint) = sheet.as_ref().and_then(|sheet| sheet.complaint(&error)) {
            return complaint;
        }
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

/// Asks for the kind where it is missing; false when the question was left.
fn fill_kind(arguments: &mut Arguments, rubric: &Rubric) -> Result<bool> {
    if arguments.kind.is_none() {
        let kinds = rubric.kinds.iter().map(|kind| (kind.id.clone(), kind.when.clone())).collect::<Vec<_>>();
        arguments.kind = prompt::choose("kind", &kinds, 0)?;
    }
    Ok(arguments.kind.is_some())
}

/// Asks for all else that is missing; false when a question was left.
fn fill_rest(arguments: &mut Arguments, rubric: &Rubric) -> Result<bool> {
    let kind = arguments.kind.as_deref().and_then(|id| rubric.kind(id)).map(|kind| kind.title.clone());
    let title = named_by(arguments).or(kind).unwrap_or_default();
    let texts = [
        ("title", &mut arguments.title, title.as_str()),
        ("product", &mut arguments.product, ""),
        ("segment", &mut arguments.segment, ""),
        ("decision", &mut arguments.decision, ""),
    ];
    for (id, place, default) in texts {
        if place.is_none() {
            *place = prompt::text(id, default)?;
        }
        if place.is_none() {
            return Ok(false);
        }
    }
    if arguments.background.is_none() {
        let known = backgrounds().into_iter().map(|background| (background.id, background.says));
        let choices: Vec<_> = std::iter::once(("none".to_owned(), String::new())).chain(known).collect();
        arguments.background = prompt::choose("background", &choices, 0)?;
    }
    Ok(arguments.background.is_some())
}

/// The words of the file that is to be written.
fn named_by(arguments: &Arguments) -> Option<String> {
    let stem = arguments.path.as_deref().filter(|path| path.as_os_str() != "-").and_then(Path::file_stem);
    stem.map(|stem| words_of(&stem.to_string_lossy()))
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
    let title = given(&arguments.title).or_else(|| named_by(arguments));
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
    let date = match &arguments.date {
        Some(date) if !date::is_date(date) => {
            return Err(Complaint::new(format!("the date {date:?} is none"), "write it as 2025-03-31").into());
        }
        Some(date) => Some(date.clone()),
        None => date::of_the_build()?,
    };
    Ok(Answers {
        title,
        product: given(&arguments.product),
        segment: given(&arguments.segment),
        decision: given(&arguments.decision),
        background,
        variant: match arguments.variant.unwrap_or_default() {
            VariantChoice::Guided => Variant::Guided,
            VariantChoice::Bare => Variant::Bare,
        },
        date,
        set,
        case: None,
    })
}
