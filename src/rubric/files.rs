//! Where the text of a rubric comes from: the embedded files, and a mentor's folder over them.

use std::borrow::Cow;
use std::path::Path;

use super::RubricError;
use crate::lexicon::{EMBEDDED, EMBEDDED_JSON};

/// One file of a rubric.
#[derive(Debug, Clone)]
pub struct RubricFile {
    /// Its path below the rubric's folder, with `/`.
    pub path: String,
    /// The built-in text, if the program has this file.
    pub built_in: Option<&'static str>,
    /// The mentor's text and the path that it was read from, if there is one.
    pub own: Option<(String, String)>,
}

impl RubricFile {
    /// The texts of the file, the built-in one first, each with the file's path.
    pub fn layers(&self) -> impl Iterator<Item = (&str, &str)> {
        let own = self.own.as_ref().map(|(text, _)| text.as_str());
        self.built_in.into_iter().chain(own).map(|text| (self.path.as_str(), text))
    }

    /// The keys that the mentor's text gives, each with the tables that it stands in, in alphabetical order.
    pub fn own_keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        let table = self.own.as_ref().and_then(|(text, _)| text.parse::<toml::Table>().ok());
        collect_keys("", &table.unwrap_or_default(), &mut keys);
        keys.sort_unstable();
        keys
    }

    /// The built-in text as JSON, where no text is laid over it: what it says is then known to be well formed.
    pub(crate) fn built_in_json(&self) -> Option<&'static str> {
        if self.own.is_some() {
            return None;
        }
        let at = EMBEDDED_JSON.binary_search_by(|(path, _)| (*path).cmp(&self.path)).ok()?;
        Some(EMBEDDED_JSON[at].1)
    }

    /// The path to name in an error about the mentor's text, or else the file's own.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        self.own.as_ref().map_or(Cow::Borrowed(&self.path), |(_, path)| Cow::Borrowed(path))
    }
}

/// The built-in files, sorted by path.
pub(super) fn embedded() -> Vec<RubricFile> {
    let toml = EMBEDDED.iter().filter(|(path, _)| has_extension(path));
    toml.map(|(path, text)| RubricFile { path: (*path).to_owned(), built_in: Some(text), own: None }).collect()
}

/// The built-in files with those of a folder laid over them.
pub(super) fn overlaid(folder: &Path) -> Result<Vec<RubricFile>, Vec<RubricError>> {
    let mut files = embedded();
    let mut errors = Vec::new();
    let fail = |path: &Path, message: String| RubricError { path: path.display().to_string(), line: 1, message };
    if !folder.is_dir() {
        return Err(vec![fail(folder, "there is no such folder; --rubric wants a folder of rubric files".to_owned())]);
    }
    let mut walk: Vec<_> = ignore::WalkBuilder::new(folder).standard_filters(false).build().collect();
    walk.sort_by_key(|entry| entry.as_ref().map(|e| e.path().to_owned()).ok());
    for entry in walk {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                errors.push(fail(folder, error.to_string()));
                continue;
            }
        };
        let path = entry.path();
        if !path.is_file() || !has_extension(&path.to_string_lossy()) {
            continue;
        }
        let below = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
        match crate::input::read_text(path) {
            Ok(text) => {
                let own = Some((text, path.display().to_string()));
                match files.iter_mut().find(|file| file.path == below) {
                    Some(file) => file.own = own,
                    None => files.push(RubricFile { path: below, built_in: None, own }),
                }
            }
            Err(error) => errors.push(fail(path, error.to_string())),
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    if errors.is_empty() { Ok(files) } else { Err(errors) }
}

fn has_extension(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|e| e.eq_ignore_ascii_case("toml"))
}

/// Keys whose values are no tables, as `weights.scope`.
fn collect_keys(above: &str, table: &toml::Table, keys: &mut Vec<String>) {
    for (key, value) in table {
        let key = if key.contains('.') { format!("\"{key}\"") } else { key.clone() };
        let path = if above.is_empty() { key } else { format!("{above}.{key}") };
        match value {
            toml::Value::Table(below) => collect_keys(&path, below, keys),
            _ => keys.push(path),
        }
    }
}
