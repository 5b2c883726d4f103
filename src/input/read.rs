//! One file or standard input → a source.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::{Input, InputError, Unreadable};
use crate::source::{MAX_BYTES, Source};

/// Reads one artifact.
///
/// # Errors
/// When it cannot be opened, or is no text of at most [`MAX_BYTES`].
pub fn read(input: &Input) -> Result<Source, Unreadable> {
    let bytes = match input {
        Input::Standard => standard(),
        Input::File(path) => file(path),
    };
    bytes.and_then(|bytes| Ok(Source::decode(bytes)?)).map_err(|error| Unreadable { path: input.shown(), error })
}

/// Reads a text file that is no artifact, such as a rubric file.
///
/// # Errors
/// As [`read`].
pub fn read_text(path: &Path) -> Result<String, Unreadable> {
    let source = read(&Input::File(path.to_owned()))?;
    Ok(source.text().get(source.bom_len()..).unwrap_or_default().to_owned())
}

#[expect(clippy::disallowed_methods, reason = "this is where standard input is read")]
fn standard() -> Result<Vec<u8>, InputError> {
    take(io::stdin().lock(), 0)
}

#[expect(clippy::disallowed_methods, reason = "this is where files are read")]
fn file(path: &Path) -> Result<Vec<u8>, InputError> {
    let file = File::open(path).map_err(from_io)?;
    let size = file.metadata().map_or(0, |known| usize::try_from(known.len()).unwrap_or(usize::MAX));
    if size > MAX_BYTES {
        return Err(InputError::TooLong);
    }
    take(file, size)
}

/// Reads until the end, and no further than it takes to know that there is too much.
fn take(from: impl Read, expected: usize) -> Result<Vec<u8>, InputError> {
    let mut bytes = Vec::with_capacity(expected);
    from.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(from_io)?;
    if bytes.len() > MAX_BYTES { Err(InputError::TooLong) } else { Ok(bytes) }
}

fn from_io(source: io::Error) -> InputError {
    match source.kind() {
        io::ErrorKind::NotFound => InputError::Missing,
        io::ErrorKind::PermissionDenied => InputError::Forbidden,
        _ => InputError::Io { source },
    }
}
