//! Folders → templates. The first folder that has one for a kind wins; the built-in ones come last.

use std::path::{Path, PathBuf};

use super::{Origin, Template};
use crate::input::{Unreadable, read_text};

/// Files of this extension are templates; the stem is the kind.
pub const EXTENSION: &str = "hbs";

/// Where a project keeps templates of its own.
pub const FOLDER: &str = ".strongcase/templates";

/// The built-in files, by path below `templates/`.
pub(super) const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// Where templates are looked for, in order.
#[derive(Debug, Clone, Default)]
pub struct Library {
    folders: Vec<PathBuf>,
}

impl Library {
    /// `given` first, then what is found upward from `here`, then the user's own folder, then the built-in templates.
    pub fn new(given: Option<PathBuf>, here: Option<&Path>, user: Option<PathBuf>) -> Self {
        let above =
            here.into_iter().flat_map(Path::ancestors).map(|folder| folder.join(FOLDER)).find(|folder| folder.is_dir());
        Self { folders: given.into_iter().chain(above).chain(user).collect() }
    }

    /// The template in force for a kind.
    ///
    /// # Errors
    /// When the file that comes first cannot be read.
    pub fn find(&self, kind: &str) -> Result<Option<Template>, Unreadable> {
        for folder in &self.folders {
            let path = folder.join(format!("{kind}.{EXTENSION}"));
            if path.is_file() {
                return Self::read(&path).map(Some);
            }
        }
        Ok(Self::built_in(kind))
    }

    /// A template file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(path: &Path) -> Result<Template, Unreadable> {
        let kind = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Template { kind, text: read_text(path)?, from: Origin::File(path.to_owned()) })
    }

    /// The built-in template of a kind.
    pub fn built_in(kind: &str) -> Option<Template> {
        let text = embedded(&format!("{kind}.{EXTENSION}"))?;
        Some(Template { kind: kind.to_owned(), text: text.to_owned(), from: Origin::BuiltIn })
    }
}

/// The text of a built-in file.
pub(super) fn embedded(path: &str) -> Option<&'static str> {
    EMBEDDED.iter().find(|(name, _)| *name == path).map(|(_, text)| *text)
}
