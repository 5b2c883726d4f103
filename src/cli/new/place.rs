//! Bytes → a new file, whole or not at all; what stood there is kept.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

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
    check(path, force)?;
    let known = fs::symlink_metadata(path).is_ok();
    // A link stays one: what it points to is replaced.
    let target = if known { fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()) } else { path.to_owned() };
    let folder = target.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned();
    let made = missing(&folder);
    let written = fs::create_dir_all(&folder).and_then(|()| write(&target, &folder, bytes, known));
    if written.is_err() {
        // Folders that were made for nothing go again, the innermost first; one that holds something stays.
        for folder in &made {
            let _ = fs::remove_dir(folder);
        }
    }
    written.with_context(|| format!("{} could not be written", path.display())).map_err(|error| {
        let help = "check that the folder can be written to and that there is room left; nothing was changed";
        Complaint::new(error.chain().map(ToString::to_string).collect::<Vec<_>>().join(": "), help).into()
    })
}

/// Folders that are not there yet, the innermost first.
fn missing(folder: &Path) -> Vec<PathBuf> {
    folder
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .map(Path::to_owned)
        .collect()
}

fn write(target: &Path, folder: &Path, bytes: &[u8], known: bool) -> io::Result<Option<PathBuf>> {
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
    if !known {
        file.persist_noclobber(target).map_err(|error| error.error)?;
        return Ok(None);
    }
    let backup = keep(target, folder)?;
    if let Err(error) = file.persist(target) {
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
