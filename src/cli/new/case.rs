//! `strongcase new case`: several skeletons that belong together, and the page that says how.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use strongcase::input;
use strongcase::rubric::Rubric;
use strongcase::template::{Answers, Case, CasePlan, Library, Template, TemplateError, render, unused_keys};

use super::{Arguments, Complaint, Sink, Status, place, tell, template};

/// What stands in the place of a kind.
pub(super) const KIND: &str = "case";

/// The page of a case.
const PAGE: &str = "README.md";

pub(super) fn run(arguments: &Arguments, rubric: &Rubric, library: &Library) -> Result<Status> {
    let Some(folder) = arguments.path.as_deref().filter(|path| path.as_os_str() != "-") else {
        return Err(Complaint::new("a case needs a folder", "name it, as in `strongcase new case late-orders`").into());
    };
    if folder.exists() && !folder.is_dir() {
        let message = format!("{} is a file, and a case is a folder", folder.display());
        return Err(Complaint::new(message, "choose another name").into());
    }
    let plan = CasePlan::built_in();
    let kinds = plan.in_order(if arguments.with.is_empty() { &plan.default } else { &arguments.with });
    if let Some((_, kind)) = kinds.iter().enumerate().find(|(at, kind)| kinds[..*at].contains(kind)) {
        return Err(Complaint::new(format!("--with names {kind} twice"), "name each kind once").into());
    }
    let templates = kinds.iter().map(|kind| template(kind, rubric, library)).collect::<Result<Vec<_>>>()?;
    let answers = super::answers(arguments)?;
    let files = files(folder, &templates, &plan, &answers, rubric)?;
    show(arguments, &files)
}

/// Every file of a case, with its text.
fn files(
    folder: &Path,
    templates: &[Template],
    plan: &CasePlan,
    answers: &Answers,
    rubric: &Rubric,
) -> Result<Vec<(PathBuf, String)>> {
    let documents: Vec<(String, String)> =
        templates.iter().map(|template| (template.kind.clone(), format!("{}.md", template.kind))).collect();
    let page = plan.page(answers, &documents, rubric).map_err(broken)?;
    let mut files = vec![(folder.join(PAGE), page)];
    let ignored = folder.join(input::IGNORE_FILE);
    if !ignored.exists() {
        // The page is no artifact, so a review of the folder leaves it out.
        files.push((ignored, format!("/{PAGE}\n")));
    }
    let mut never_used: Option<Vec<String>> = None;
    for template in templates {
        let title = |kind: &str| rubric.kind(kind).map_or_else(|| kind.to_owned(), |kind| kind.title.clone());
        let others = documents.iter().filter(|(kind, _)| *kind != template.kind);
        let mut own = answers.clone();
        own.case = Some(Case {
            title: answers.title.clone(),
            others: others.map(|(kind, file)| (title(kind), file.clone())).collect(),
        });
        let unused = unused_keys(template, rubric, &own).map_err(broken)?;
        own.set.retain(|key, _| !unused.contains(key));
        never_used = Some(match never_used {
            Some(keys) => keys.into_iter().filter(|key| unused.contains(key)).collect(),
            None => unused,
        });
        let text = render(template, rubric, &own).map_err(broken)?.text;
        files.push((folder.join(format!("{}.md", template.kind)), text));
    }
    if let Some(key) = never_used.unwrap_or_default().first() {
        let message = format!("no document of the case has a place that is called {key:?}");
        return Err(Complaint::new(message, "`strongcase new --show KIND` prints the keys of a template").into());
    }
    Ok(files)
}

fn broken(error: TemplateError) -> Complaint {
    Complaint::new(error.to_string(), "`strongcase new --show KIND` prints a template that works")
}

fn show(arguments: &Arguments, files: &[(PathBuf, String)]) -> Result<Status> {
    if arguments.dry_run {
        let mut sink = Sink::open(None)?;
        for (at, (path, text)) in files.iter().enumerate() {
            tell(&format!("would write {}\n", input::shown(path)));
            let gap = if at == 0 { "" } else { "\n" };
            write!(sink, "{gap}{text}")?;
        }
        sink.finish()?;
        return Ok(Status::Done);
    }
    let bytes: Vec<(PathBuf, &[u8])> = files.iter().map(|(path, text)| (path.clone(), text.as_bytes())).collect();
    for backup in place::put_all(&bytes, arguments.force)? {
        tell(&format!("kept what was there as {}\n", input::shown(&backup)));
    }
    let mut sink = Sink::open(None)?;
    for (path, _) in files {
        writeln!(sink, "{}", input::shown(path))?;
    }
    sink.finish()?;
    Ok(Status::Done)
}
