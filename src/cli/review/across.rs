//! Reviews, and what the artifacts of one case do not say alike, written at their end.

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use strongcase::case::{Part, compare};
use strongcase::output::{Artifact, Failure, Format, Tally};
use strongcase::review::Review;
use strongcase::rubric::Rubric;

/// A review, and what the artifact says about its case.
pub(super) type InCase = (Review, Option<Part>);

/// A format for reviews that keeps what artifacts say about their cases until all have been written.
pub(super) struct Across<'a> {
    inner: Box<dyn Format<Review>>,
    rubric: &'a Rubric,
    parts: Mutex<Vec<(String, Part)>>,
}

impl<'a> Across<'a> {
    pub(super) fn new(inner: Box<dyn Format<Review>>, rubric: &'a Rubric) -> Self {
        Self { inner, rubric, parts: Mutex::default() }
    }
}

impl Format<InCase> for Across<'_> {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        self.inner.begin(out)
    }

    fn artifact(&self, artifact: &Artifact<'_, InCase>, out: &mut dyn Write) -> io::Result<()> {
        let (review, part) = artifact.content;
        if let Some(part) = part {
            let mut parts = self.parts.lock().unwrap_or_else(PoisonError::into_inner);
            parts.push((artifact.path.to_owned(), part.clone()));
        }
        self.inner.artifact(&Artifact { path: artifact.path, source: artifact.source, content: review }, out)
    }

    fn separator(&self) -> &'static str {
        self.inner.separator()
    }

    fn failure(&self, failure: &Failure, out: &mut dyn Write) -> io::Result<()> {
        self.inner.failure(failure, out)
    }

    fn end(&self, tally: &Tally, failures: &[Failure], out: &mut dyn Write) -> io::Result<()> {
        let parts = std::mem::take(&mut *self.parts.lock().unwrap_or_else(PoisonError::into_inner));
        let mut tally = tally.clone();
        tally.cases = compare(parts, self.rubric);
        self.inner.end(&tally, failures, out)
    }
}
