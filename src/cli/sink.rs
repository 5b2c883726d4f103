//! Where results go: standard output, or a file that is replaced in one step.

use std::fs;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::NamedTempFile;

/// A place for results.
pub(super) enum Sink {
    Standard(BufWriter<StdoutLock<'static>>),
    /// Not a regular file, such as a pipe or /dev/null: there is nothing to replace.
    Device(BufWriter<fs::File>),
    File {
        writer: BufWriter<NamedTempFile>,
        target: PathBuf,
    },
}

impl Sink {
    /// Opens the place. A file keeps what it holds until [`Sink::finish`].
    pub(super) fn open(output: Option<&Path>) -> Result<Self> {
        match output {
            None => Ok(Self::Standard(BufWriter::new(io::stdout().lock()))),
            Some(path) if path.as_os_str() == "-" => Self::open(None),
            Some(path) => Self::file(path).with_context(|| format!("{} could not be written", path.display())),
        }
    }

    fn file(path: &Path) -> io::Result<Self> {
        let known = fs::metadata(path).ok();
        if let Some(known) = &known {
            if known.is_dir() {
                return Err(io::ErrorKind::IsADirectory.into());
            }
            if !known.is_file() {
                #[expect(clippy::disallowed_methods, reason = "this is where files are written")]
                let device = fs::OpenOptions::new().write(true).open(path)?;
                return Ok(Self::Device(BufWriter::new(device)));
            }
        }
        // A link stays one: what it points to is replaced.
        let target = if known.is_some() { fs::canonicalize(path)? } else { path.to_owned() };
        let folder = target.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".strongcase-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(folder)?;
        if let Some(known) = known {
            file.as_file().set_permissions(known.permissions())?;
        }
        Ok(Self::File { writer: BufWriter::new(file), target })
    }

    /// Puts a file in its place.
    pub(super) fn finish(mut self) -> Result<()> {
        self.flush()?;
        if let Self::File { writer, target } = self {
            let file = writer.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.persist(&target)
                .map_err(|error| error.error)
                .with_context(|| format!("{} could not be written", target.display()))?;
        }
        Ok(())
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(writer) => writer.write(bytes),
            Self::Device(writer) => writer.write(bytes),
            Self::File { writer, .. } => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(writer) => writer.flush(),
            Self::Device(writer) => writer.flush(),
            Self::File { writer, .. } => writer.flush(),
        }
    }
}
