//! `strongcase calibrate`: a mentor's grades against the program's.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use serde::Serialize;
use strongcase::calibrate::grades::{self, Grade, OVERALL};
use strongcase::calibrate::{self, Calibration, Document, Fit, fit::FEWEST};
use strongcase::engine::Engine;
use strongcase::input::{self, Input};
use strongcase::output::text::calibration as text;

use super::complaint::Complaint;
use super::shared::{Global, PlainFormat, answer};
use super::sink::Sink;
use super::{Status, tell, terminal};

/// Compare your own grades with the program's, and fit a rubric to them.
///
/// GRADES.csv has the columns file, criterion and level, and grader where there are several; a file is looked for beside
/// the table. A criterion is one of the rubric's, or overall. Shown are Cohen's kappa with quadratic weights (QWK) with
/// its interval over documents, how often levels are the same or at most one apart, the standardised difference of the
/// means (above 0 where the program is milder), how well graders agree with each other, and the largest differences.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The table of grades, separated by commas, semicolons or tabs.
    #[arg(value_name = "GRADES.csv")]
    grades: PathBuf,

    /// Write points and limits fitted to the grades, as points.toml of a rubric folder; needs 20 documents.
    ///
    /// Only criteria that gain on documents that they were not fitted to are written. A file that exists is not
    /// overwritten.
    #[arg(long, value_name = "FILE")]
    fit: Option<PathBuf>,

    /// How many of the largest differences are shown.
    #[arg(long, value_name = "N", default_value_t = 5)]
    worst: usize,

    /// Take every artifact to be of this kind, whatever it says.
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,

    /// How it is written.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: PlainFormat,
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    calibration: Calibration,
    fit: Option<Fit>,
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let engine = global.engine()?;
    let rubric = engine.rubric();
    let kind = super::shared::known_kind(rubric, arguments.kind.as_deref())?;
    if let Some(path) = arguments.fit.as_ref().filter(|path| path.exists()) {
        let told = format!("{} exists and is not overwritten", path.display());
        return Err(Complaint::new(told, "name another file, or move that one away").into());
    }
    let grades = read(&arguments.grades, &engine)?;
    let documents = documents(&engine, arguments, &grades, kind)?;
    let calibration = calibrate::compare(rubric, &documents, &grades, arguments.worst);
    let fit =
        arguments.fit.as_ref().map(|_| calibrate::fit(rubric, &documents, &grades).ok_or_else(too_few)).transpose()?;
    if let (Some(path), Some(points)) = (&arguments.fit, fit.as_ref().and_then(|fit| fit.points.as_ref())) {
        let mut sink = Sink::open(Some(path))?;
        sink.write_all(points.as_bytes())?;
        sink.finish()?;
        tell(&format!("fitted points are in {}\n", path.display()));
    } else if fit.is_some() {
        tell("no criterion gains, so nothing was written\n");
    }
    let look = terminal::look(global.color, None, false);
    let all = Answer { calibration, fit };
    answer(arguments.format, "calibration", &all, |out| {
        text::calibration(&all.calibration, look, out)?;
        all.fit.as_ref().map_or(Ok(()), |fit| text::fit(fit, look, out))
    })
}

fn too_few() -> Complaint {
    Complaint::new(
        format!("no criterion has grades of {FEWEST} documents or more, and fewer would fit chance"),
        "grade more documents, or leave --fit out to compare only",
    )
}

fn read(path: &Path, engine: &Engine) -> Result<Vec<Grade>> {
    let known: Vec<&str> = engine.rubric().criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    let text = input::read_text(path)
        .map_err(|error| Complaint::new(format!("{} {}", error.path, error.error), error.error.help()))?;
    Ok(grades::read(&text, &known).map_err(|errors| {
        let lines: Vec<String> =
            errors.iter().map(|e| format!("{}:{}: {}", path.display(), e.line, e.message)).collect();
        let help = format!("mend these lines; criteria are {} and {OVERALL}", known.join(", "));
        Complaint::new(format!("the grades cannot be used\n{}", lines.join("\n")), help)
    })?)
}

/// Every graded artifact, sorted by name.
fn documents(engine: &Engine, arguments: &Arguments, grades: &[Grade], kind: Option<&str>) -> Result<Vec<Document>> {
    let table = &arguments.grades;
    let beside = table.parent().unwrap_or(Path::new(""));
    let mut files: Vec<&str> = grades.iter().map(|grade| grade.file.as_str()).collect();
    files.sort_unstable();
    files.dedup();
    let one = |file: &str| -> Result<Document> {
        let source = input::read(&Input::File(beside.join(file))).map_err(|error| {
            Complaint::new(
                format!("{} {}, and {} has grades of it", error.path, error.error, table.display()),
                "files are looked for beside the table of grades",
            )
        })?;
        let review = engine.review(&source, kind);
        // Each document is read once more for its needs, which only a fit asks for.
        let met = if arguments.fit.is_some() { engine.needs_met(&source, &review.kind) } else { Vec::new() };
        let line = |e: &strongcase::review::Evidence| source.position(e.span.start).line;
        let lines = review.criteria.iter().map(|c| c.evidence.first().map(line)).collect();
        Ok(Document { file: file.to_owned(), review, met, lines })
    };
    files.into_iter().map(one).collect()
}
