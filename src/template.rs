//! Templates and answers → the skeleton of an artifact, which leads its author and which a review can read.
//!
//! A template says in which order a kind's sections come and where an author writes; what a section asks, and how it is
//! said weakly and strongly, comes from the rubric, so that the two cannot drift apart.

mod answers;
mod case;
mod check;
mod escape;
mod file_name;
mod front;
mod helpers;
mod library;
mod places;
mod render;
mod texts;
mod upgrade;

use std::path::PathBuf;

use thiserror::Error;
use xxhash_rust::xxh3::xxh3_64;

pub use answers::{Answers, Case, Variant};
pub use case::CasePlan;
pub use check::{Checked, WithoutPlace, check};
pub use escape::{inline, one_line};
pub use file_name::{file_name, words_of};
pub use front::{Provenance, provenance};
pub use library::{EXTENSION, FOLDER, Library};
pub use render::{Gap, Skeleton, render, unused_keys};
pub use texts::{Background, Question, backgrounds, questions};
pub use upgrade::{Upgrade, upgrade};

/// A template of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Id of the kind that it is for, which is its name too.
    pub kind: String,
    /// Its text.
    pub text: String,
    /// Where it came from.
    pub from: Origin,
}

/// Where a template came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is part of the program.
    BuiltIn,
    /// A file.
    File(PathBuf),
}

/// What is wrong with a template, or with what it was given.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{place}: {message}")]
pub struct TemplateError {
    /// The file, with the line where it is known.
    pub place: String,
    /// What is wrong, and what was expected.
    pub message: String,
    /// The answer that it is about, if the template asks for no such one.
    pub unasked: Option<Unasked>,
}

/// An answer that a template does not ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unasked {
    /// Its key.
    pub key: String,
    /// Keys of the places that there are.
    pub places: Vec<String>,
}

impl Template {
    /// Where it came from, as it is shown.
    pub fn shown(&self) -> String {
        match &self.from {
            Origin::BuiltIn => format!("built-in {}.{}", self.kind, library::EXTENSION),
            Origin::File(path) => crate::input::shown(path),
        }
    }

    /// Its version: what stands in `{{!-- version 3 --}}` at its start, or nothing.
    pub fn version(&self) -> Option<&str> {
        let first = self.text.lines().next()?.trim();
        let inside = first.strip_prefix("{{!--")?.strip_suffix("--}}")?.trim();
        inside.strip_prefix("version").map(str::trim).filter(|version| !version.is_empty())
    }

    /// A hash of its text, the same on every machine.
    pub fn hash(&self) -> String {
        format!("{:016x}", xxh3_64(self.text.replace("\r\n", "\n").as_bytes()))
    }

    /// A mistake at a line of it.
    pub(crate) fn error(&self, line: Option<usize>, message: impl Into<String>) -> TemplateError {
        let place = line.map_or_else(|| self.shown(), |line| format!("{}:{line}", self.shown()));
        TemplateError { place, message: message.into(), unasked: None }
    }
}
