//! A folder → its Markdown files, sorted by path.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::{EXTENSIONS, IGNORE_FILE, Input, InputError, Unreadable, unreadable};

/// The Markdown files below `folder` that no ignore file leaves out. The list ends in an error when there is none.
///
/// What a person ignores on their own machine (git's global excludes) does not count, so that a folder gives the
/// same review everywhere; `.gitignore` counts whether or not the folder is in a repository.
pub(super) fn walk(folder: &Path) -> impl Iterator<Item = Result<Input, Unreadable>> + use<> {
    let folder = folder.to_owned();
    let mut found = false;
    let mut walk = WalkBuilder::new(&folder)
        .require_git(false)
        .git_global(false)
        .add_custom_ignore_filename(IGNORE_FILE)
        .sort_by_file_name(OsStr::cmp)
        .build();
    let mut ended = false;
    std::iter::from_fn(move || {
        for entry in walk.by_ref() {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) && is_markdown(entry.path()) => {
                    found = true;
                    return Some(Ok(Input::File(tidy(entry.into_path(), &folder))));
                }
                Ok(_) => {}
                Err(source) => {
                    found = true;
                    return Some(Err(refused(&folder, source)));
                }
            }
        }
        if found || std::mem::replace(&mut ended, true) {
            return None;
        }
        Some(Err(unreadable(&folder, InputError::NoMarkdown)))
    })
}

fn is_markdown(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// What `.` gives is shown without it: `a.md`, not `./a.md`.
fn tidy(path: PathBuf, folder: &Path) -> PathBuf {
    if folder != Path::new(".") {
        return path;
    }
    path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
}

fn refused(folder: &Path, error: ignore::Error) -> Unreadable {
    let path = path_of(&error).unwrap_or(folder).to_owned();
    let error = match error.io_error().map(std::io::Error::kind) {
        Some(std::io::ErrorKind::PermissionDenied) => InputError::Forbidden,
        _ => InputError::Folder { source: error },
    };
    unreadable(&path, error)
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_tells_markdown_whatever_its_case() {
        for path in ["a.md", "b.MD", "c.Markdown", "d/e.mdx"] {
            assert!(is_markdown(Path::new(path)), "{path}");
        }
        for path in ["md", "a.txt", "a.md.bak", ".md"] {
            assert!(!is_markdown(Path::new(path)), "{path}");
        }
    }
}
