//! Paths as a person gives them → sources, one by one. The only place that reads files.

mod folder;
mod read;

use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::source::{MAX_BYTES, SourceError};

/// Extensions of the files that are reviewed when a folder is given.
pub const EXTENSIONS: [&str; 3] = ["md", "markdown", "mdx"];

/// Name of the file that leaves files out as `.gitignore` does.
pub const IGNORE_FILE: &str = ".strongcaseignore";

/// One artifact to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Standard,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// The path as it is shown: as it was given, with forward slashes; `-` for standard input.
    pub fn shown(&self) -> String {
        match self {
            Self::Standard => "-".to_owned(),
            Self::File(path) => shown(path),
        }
    }
}

/// A path with forward slashes on every system.
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

/// Why an artifact could not be read. Each message reads on from the path.
#[derive(Debug, Error)]
pub enum InputError {
    /// There is no such file or folder.
    #[error("does not exist")]
    Missing,
    /// The system does not let us read it.
    #[error("is not readable: permission denied")]
    Forbidden,
    /// A folder, and no file in it is Markdown.
    #[error("holds no Markdown file")]
    NoMarkdown,
    /// Standard input was named more than once.
    #[error("was given more than once, and can be read only once")]
    StandardTwice,
    /// More than is read of one artifact.
    #[error("is larger than {} MiB, the most that is read", MAX_BYTES / (1024 * 1024))]
    TooLong,
    /// Read, and no text.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// A folder that could not be listed.
    #[error("could not be listed: {source}")]
    Folder {
        /// What went wrong.
        #[source]
        source: ignore::Error,
    },
    /// Any other failure of the system.
    #[error("could not be read: {source}")]
    Io {
        /// What went wrong.
        #[source]
        source: std::io::Error,
    },
}

impl InputError {
    /// What to do about it, as a sentence without its full stop.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Missing => "check the spelling, or give the folder that it is in",
            Self::Forbidden => "give yourself the right to read it (chmod u+r on Linux and macOS)",
            Self::NoMarkdown => {
                "files that end in .md, .markdown or .mdx are reviewed, except hidden ones and those that \
                 .gitignore, .ignore or .strongcaseignore leave out; a file named by its own path is always reviewed"
            }
            Self::StandardTwice => "name - once",
            Self::TooLong | Self::Source(SourceError::TooLarge { .. }) => "split it into one file an artifact",
            Self::Source(SourceError::Binary { .. }) => "export the artifact as Markdown text and review that",
            Self::Source(_) => "save it as UTF-8 and try again",
            Self::Folder { .. } | Self::Io { .. } => "check that it can be opened in an editor",
        }
    }
}

/// An artifact that could not be read, and why.
#[derive(Debug, Error)]
#[error("{path} {error}")]
pub struct Unreadable {
    /// The path as it is shown.
    pub path: String,
    /// Why.
    #[source]
    pub error: InputError,
}

/// The artifacts that `paths` stand for, in the order of the paths; the files of a folder are sorted by path.
///
/// A path that is mentioned twice is given twice. Nothing is read and no folder listed before it is asked for.
pub fn expand(paths: &[PathBuf]) -> impl Iterator<Item = Result<Input, Unreadable>> {
    let mut standard = false;
    paths.iter().flat_map(move |path| -> Box<dyn Iterator<Item = Result<Input, Unreadable>>> {
        if path.as_os_str() == "-" {
            let again = std::mem::replace(&mut standard, true);
            let input = if again { Err(unreadable(path, InputError::StandardTwice)) } else { Ok(Input::Standard) };
            return Box::new(std::iter::once(input));
        }
        if path.is_dir() {
            return Box::new(folder::walk(path));
        }
        Box::new(std::iter::once(Ok(Input::File(path.clone()))))
    })
}

pub use read::{read, read_text};

fn unreadable(path: &Path, error: InputError) -> Unreadable {
    Unreadable { path: shown(path), error }
}
