//! Artifacts → one JSON object a line, failures among them in the order of the input.

use std::io::{self, Write};

use serde::Serialize;

use super::json::v1;
use super::{Artifact, Failure, Format};
use crate::engine::FactList;
use crate::review::Review;

/// One object a line.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ndjson;

impl Format<Review> for Ndjson {
    fn artifact(&self, artifact: &Artifact<'_, Review>, out: &mut dyn Write) -> io::Result<()> {
        line(&v1::Artifact::new(artifact), out)
    }

    fn failure(&self, failure: &Failure, out: &mut dyn Write) -> io::Result<()> {
        line(&v1::Failed::new(failure), out)
    }
}

impl Format<FactList> for Ndjson {
    fn artifact(&self, artifact: &Artifact<'_, FactList>, out: &mut dyn Write) -> io::Result<()> {
        line(&v1::Facts::new(artifact), out)
    }

    fn failure(&self, failure: &Failure, out: &mut dyn Write) -> io::Result<()> {
        line(&v1::Failed::new(failure), out)
    }
}

fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}
