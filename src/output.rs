//! A finished review or reading → bytes. One format a file; none decides anything.

pub mod json;
pub mod ndjson;
pub mod page;
pub mod rubric;
pub mod tally;
pub mod text;

use std::io::{self, Write};

use crate::engine::FactList;
use crate::review::Review;
use crate::source::Source;

pub use tally::Tally;

/// One artifact with what was found in it.
#[derive(Debug)]
pub struct Artifact<'a, T> {
    /// The path as it is shown.
    pub path: &'a str,
    /// What was read.
    pub source: &'a Source,
    /// What was found.
    pub content: &'a T,
}

/// An artifact with its review.
pub type Reviewed<'a> = Artifact<'a, Review>;

/// An artifact with what was read out of it.
pub type Understood<'a> = Artifact<'a, FactList>;

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The path as it is shown.
    pub path: String,
    /// Why, reading on from the path.
    pub message: String,
}

/// Name and hash of the rubric in force, for outputs that say what they were made by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The rubric's name.
    pub rubric: String,
    /// A hash of all that the rubric holds.
    pub hash: String,
}

/// A way to write artifacts, one after another.
///
/// The caller writes [`Format::begin`], each artifact or failure in the order of the input with
/// [`Format::separator`] between artifacts, and [`Format::end`]. Nothing is held back until the end, so that a
/// folder of any size can be written in the memory that a few artifacts take.
pub trait Format<T>: Sync {
    /// Writes what stands before the first artifact.
    ///
    /// # Errors
    /// When writing fails.
    fn begin(&self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Writes one artifact. It may be called from several threads at once, each with a place of its own to write to.
    ///
    /// # Errors
    /// When writing fails.
    fn artifact(&self, artifact: &Artifact<'_, T>, out: &mut dyn Write) -> io::Result<()>;

    /// What stands between two artifacts.
    fn separator(&self) -> &'static str {
        ""
    }

    /// Writes a file that could not be read, at its place among the others.
    ///
    /// # Errors
    /// When writing fails.
    fn failure(&self, _failure: &Failure, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Writes what stands after the last artifact.
    ///
    /// # Errors
    /// When writing fails.
    fn end(&self, _tally: &Tally, _failures: &[Failure], _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
