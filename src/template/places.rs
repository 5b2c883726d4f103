//! Where the built-in templates leave an author room for each signal, and sample answers to fill templates with.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::library::embedded;

/// The standard places of a template.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Places {
    pub(super) sample: Sample,
    /// By the id of a signal, the keys of which any one is a place for it.
    pub(super) places: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sample {
    pub(super) title: String,
    pub(super) product: String,
    pub(super) segment: String,
    pub(super) decision: String,
}

impl Places {
    /// The built-in list.
    ///
    /// # Panics
    /// Never in a released program: a test loads the same file.
    pub(super) fn built_in() -> Self {
        match toml::from_str(embedded("places.toml").unwrap_or_default()) {
            Ok(places) => places,
            Err(error) => panic!("the built-in list of places cannot be read: {error}"),
        }
    }

    /// The key of every place, some more than once.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.places.values().flatten().map(String::as_str)
    }
}
