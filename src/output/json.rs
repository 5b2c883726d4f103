//! Artifacts → one JSON object, written as they come.

pub mod v1;

use std::io::{self, Write};

use serde::Serialize;

use super::{Artifact, Failure, Format, Stamp, Tally};
use crate::case::CaseReport;
use crate::engine::FactList;
use crate::review::Review;

/// One object with all artifacts in it.
#[derive(Debug, Clone)]
pub struct Json {
    /// What the reviews were made by.
    pub stamp: Stamp,
}

impl Json {
    fn head(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{{")?;
        writeln!(out, "  \"version\": {},", v1::VERSION)?;
        member("tool", &v1::Tool::this(), out)?;
        member("rubric", &v1::Rubric::new(&self.stamp), out)?;
        write!(out, "  \"artifacts\": [")
    }
}

impl Format<Review> for Json {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        self.head(out)
    }

    fn artifact(&self, artifact: &Artifact<'_, Review>, out: &mut dyn Write) -> io::Result<()> {
        element(&v1::Artifact::new(artifact), out)
    }

    fn separator(&self) -> &'static str {
        ","
    }

    fn end(&self, tally: &Tally, failures: &[Failure], out: &mut dyn Write) -> io::Result<()> {
        tail(&v1::Summary::new(tally), failures, &tally.cases, tally.artifacts > 0, out)
    }
}

impl Format<FactList> for Json {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        self.head(out)
    }

    fn artifact(&self, artifact: &Artifact<'_, FactList>, out: &mut dyn Write) -> io::Result<()> {
        element(&v1::FactsElement::new(artifact), out)
    }

    fn separator(&self) -> &'static str {
        ","
    }

    fn end(&self, tally: &Tally, failures: &[Failure], out: &mut dyn Write) -> io::Result<()> {
        tail(&v1::Count::new(tally), failures, &[], tally.artifacts > 0, out)
    }
}

/// Writes one value under a key beside the version, for answers that are no reviews.
///
/// # Errors
/// When writing fails.
pub fn answer(key: &str, value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\n  \"version\": {},\n  \"{key}\": ", v1::VERSION)?;
    indented(value, "  ", out)?;
    writeln!(out, "\n}}")
}

/// Writes `  "name": value,` on lines of its own.
fn member(name: &str, value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "  \"{name}\": ")?;
    indented(value, "  ", out)?;
    writeln!(out, ",")
}

fn element(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "\n    ")?;
    indented(value, "    ", out)
}

fn tail(
    summary: &impl Serialize,
    failures: &[Failure],
    cases: &[CaseReport],
    some: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}],", if some { "\n  " } else { "" })?;
    if !cases.is_empty() {
        member("cases", &cases.iter().map(v1::Case::new).collect::<Vec<_>>(), out)?;
    }
    member("errors", &failures.iter().map(v1::Unread::new).collect::<Vec<_>>(), out)?;
    write!(out, "  \"summary\": ")?;
    indented(summary, "  ", out)?;
    writeln!(out, "\n}}")
}

/// A value over several lines, each but the first after `indent`. A line feed inside a string is written `\n`, so a
/// real one only ever stands between tokens.
fn indented(value: &impl Serialize, indent: &str, out: &mut dyn Write) -> io::Result<()> {
    let text = serde_json::to_string_pretty(value)?;
    out.write_all(text.replace('\n', &format!("\n{indent}")).as_bytes())
}
