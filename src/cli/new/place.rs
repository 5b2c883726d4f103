//! Bytes → a new file, whole or not at all; what stood there is kept.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;
use tempfile::NamedTempFile;

use crate::cli::complaint::Complaint;

/// Tells why a file cannot be written to where it is to go, as far as that is known beforehand.
pub(super) fn check(path: &Path, force: bool) -> Result<()> {
    let known = fs::symlink_metadata(path).is_ok();
    if path.is_dir() {
        let help = format!("name the file in it, as in {}", path.join("artifact.md").display());
        return Err(Complaint::new(format!("{} is a folder", path.display()), help).into());
    }
    if known && !force {
        return Err(Complaint::new(
            format!("{} exists already, and is left as it is", path.display()),
            "choose another name, or give --force to replace it and keep a copy beside it",
        )
        .into());
    }
    Ok(())
}

/// Writes a file that is not there yet, or with `force` one that is; then the path of what was kept is given.
pub(super) fn put(path: &Path, bytes: &[u8], force: bool) -> Result<Option<PathBuf>> {
    Ok(put_all(&[(path.to_owned(), bytes)], force)?.pop())
}

/// Writes all of several files or none of them; the paths of what was kept are given.
pub(super) fn put_all(files: &[(PathBuf, &[u8])], force: bool) -> Result<Vec<PathBuf>> {
    let mut targets = Vec::new();
    for (path, bytes) in files {
        check(path, force)?;
        let known = fs::symlink_metadata(path);
        let link = known.as_ref().is_ok_and(fs::Metadata::is_symlink);
        let known = known.is_ok();
        // A link stays one: what it points to is replaced.
        let place = if link { fs::canonicalize(path).unwrap_or_else(|_| path.clone()) } else { path.clone() };
        let folder = place.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned();
        targets.push(Target { path, place, folder, bytes, known });
    }
    let mut undo = Undo::default();
    let written = write(&targets, &mut undo);
    if written.is_err() {
        undo.run();
    }
    written.map_err(|(path, error)| {
        let help = "check that the folder can be written to and that there is room left; nothing was changed";
        Complaint::new(format!("{} could not be written: {error}", path.display()), help).into()
    })
}

/// A file to be written.
struct Target<'a> {
    /// As it was given.
    path: &'a Path,
    /// Where its bytes go.
    place: PathBuf,
    folder: PathBuf,
    bytes: &'a [u8],
    /// There is one already.
    known: bool,
}

/// What has been done so far, and goes again when something fails.
#[derive(Default)]
struct Undo {
    /// Folders that were made, the outermost first.
    folders: Vec<PathBuf>,
    /// Files that were put in their places, each with the copy of what stood there.
    files: Vec<(PathBuf, Option<PathBuf>)>,
}

impl Undo {
    fn run(self) {
        for (place, backup) in self.files.into_iter().rev() {
            // What cannot be put back stays under the name of its copy.
            let _ = match backup {
                Some(backup) => fs::rename(backup, place),
                None => fs::remove_file(place),
            };
        }
        // The innermost first; one that holds something stays.
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Writes every file beside its place first, and moves them only when all are written.
fn write<'a>(targets: &[Target<'a>], undo: &mut Undo) -> Result<Vec<PathBuf>, (&'a Path, io::Error)> {
    let mut staged = Vec::new();
    for target in targets {
        undo.folders.extend(missing(&target.folder));
        let file = fs::create_dir_all(&target.folder).and_then(|()| stage(&target.folder, target.bytes));
        staged.push((target, file.map_err(|error| (target.path, error))?));
    }
    let mut kept = Vec::new();
    for (target, file) in staged {
        let backup = place(target, file).map_err(|error| (target.path, error))?;
        undo.files.push((target.place.clone(), backup.clone()));
        kept.extend(backup);
    }
    Ok(kept)
}

/// Folders that are not there yet, the outermost first.
fn missing(folder: &Path) -> Vec<PathBuf> {
    let mut missing: Vec<_> = folder
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .map(Path::to_owned)
        .collect();
    missing.reverse();
    missing
}

/// A file beside its place, written to the last byte.
fn stage(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".strongcase-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Moves a file to its place; the copy of what stood there is given.
fn place(target: &Target<'_>, file: NamedTempFile) -> io::Result<Option<PathBuf>> {
    if !target.known {
        file.persist_noclobber(&target.place).map_err(|error| error.error)?;
        return Ok(None);
    }
    let backup = keep(&target.place, &target.folder)?;
    if let Err(error) = file.persist(&target.place) {
        // The old file still stands at its place, so the copy is not needed.
        let _ = fs::remove_file(&backup);
        return Err(error.error);
    }
    Ok(Some(backup))
}

/// Copies a file beside itself, under a name that is free.
fn keep(target: &Path, folder: &Path) -> io::Result<PathBuf> {
    let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let copy = tempfile::Builder::new().prefix(".strongcase-").tempfile_in(folder)?.into_temp_path();
    fs::copy(target, &copy)?;
    let mut copy = copy;
    for count in 1_u32.. {
        let backup = folder.join(format!("{name}.backup-{count}"));
        match copy.persist_noclobber(&backup) {
            Ok(()) => return Ok(backup),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => copy = error.path,
            Err(error) => return Err(error.error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests lay out their own files")]
mod tests {
    use super::*;

    /// Paths below a folder, sorted, each file with its text.
    fn listed(folder: &Path) -> Vec<(PathBuf, String)> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(listed(&path));
                found.push((path, String::new()));
            } else {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
        found.sort();
        found
    }

    /// Four files, of which the last needs a folder where the third is to go: all are written, and then the third fails.
    fn third_fails(case: &Path, force: bool) -> String {
        let files =
            ["brief.md", "sub/ranking.md", "prd", "prd/metrics.md"].map(|name| (case.join(name), &b"new\n"[..]));
        put_all(&files, force).unwrap_err().to_string()
    }

    #[test]
    fn files_that_were_moved_into_place_are_taken_back_with_their_folders() {
        let desk = tempfile::tempdir().unwrap();
        let told = third_fails(&desk.path().join("a/case"), false);
        assert!(told.contains("prd could not be written: "), "{told}");
        assert_eq!(listed(desk.path()), []);
    }

    #[test]
    fn what_stood_there_comes_back_when_a_later_file_fails() {
        let desk = tempfile::tempdir().unwrap();
        fs::create_dir(desk.path().join("sub")).unwrap();
        fs::write(desk.path().join("brief.md"), "mine\n").unwrap();
        fs::write(desk.path().join("sub/ranking.md"), "mine too\n").unwrap();
        let before = listed(desk.path());
        third_fails(desk.path(), true);
        assert_eq!(listed(desk.path()), before);
    }

    #[test]
    fn a_file_that_cannot_be_staged_leaves_nothing() {
        let desk = tempfile::tempdir().unwrap();
        fs::write(desk.path().join("taken"), "mine\n").unwrap();
        let files = ["a/brief.md", "a/ranking.md", "taken/prd.md"].map(|name| (desk.path().join(name), &b"new\n"[..]));
        let told = put_all(&files, false).unwrap_err().to_string();
        assert!(told.contains("prd.md could not be written: "), "{told}");
        assert_eq!(listed(desk.path()), [(desk.path().join("taken"), "mine\n".to_owned())]);
    }
}
