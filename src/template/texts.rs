//! What templates say about the backgrounds of their authors.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::library::embedded;

/// An engineering background: what it brings, and what it usually leaves out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Background {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it brings, and what it usually leaves out.
    pub says: String,
    /// What to look out for, by the id of the criterion that it concerns.
    #[serde(default)]
    pub notes: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    background: Vec<Background>,
}

/// Every background, in order.
///
/// # Panics
/// Never in a released program: a test loads the same file.
pub fn backgrounds() -> Vec<Background> {
    let text = embedded("backgrounds.toml").unwrap_or_default();
    match toml::from_str::<File>(text) {
        Ok(file) => file.background,
        Err(error) => panic!("the built-in backgrounds cannot be read: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::Rubric;

    #[test]
    fn every_note_is_about_a_criterion() {
        let rubric = Rubric::embedded();
        assert_eq!(backgrounds().len(), 6);
        for background in backgrounds() {
            assert!(!background.notes.is_empty(), "{}", background.id);
            for id in background.notes.keys() {
                assert!(rubric.criterion(id).is_some(), "{}: {id}", background.id);
            }
        }
    }
}
