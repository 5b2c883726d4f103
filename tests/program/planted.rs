//! A check finds what was planted for it, and leaves the clean twins alone. `planted/` holds a file for each check.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use strongcase::engine::Engine;

use crate::checks::messages;
use crate::forms;

/// The texts of one check.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Planted {
    /// Texts in which it finds something.
    #[serde(default)]
    found: Vec<String>,
    /// Texts in which it finds nothing.
    #[serde(default)]
    clean: Vec<String>,
    #[serde(default)]
    twin: Vec<Twin>,
}

/// A text in which a check finds something, and what to write in place of what to leave no contradiction of any kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Twin {
    mend: Vec<(String, String)>,
    text: String,
}

/// What was planted for each check, by its id.
fn planted() -> BTreeMap<String, Planted> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program/planted");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let rule = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        let planted: Planted = toml::from_str(&text).unwrap_or_else(|error| panic!("{rule}: {error}"));
        (rule, planted)
    };
    files.map(read).collect()
}

/// A text in which some words are replaced by others.
pub(crate) fn mended(text: &str, mend: &[(String, String)]) -> String {
    mend.iter().fold(text.to_owned(), |text, (wrong, right)| {
        assert!(text.contains(wrong.as_str()), "{wrong:?} does not stand in:\n{text}");
        text.replacen(wrong, right, 1)
    })
}

#[test]
fn every_planted_fault_is_found_and_every_clean_twin_is_left_alone() {
    let engine = Engine::embedded();
    let mut faults = Vec::new();
    for (rule, planted) in planted() {
        let said = |text: &str| messages(&engine, &rule, text);
        let twins = planted.twin.iter().map(|twin| &twin.text);
        let missed = planted.found.iter().chain(twins).filter(|text| said(text).is_empty());
        faults.extend(missed.map(|text| format!("{rule} is missed in:\n{text}\n")));
        for text in planted.clean.iter().filter(|text| !said(text).is_empty()) {
            faults.push(format!("{rule}: {:?} in:\n{text}\n", said(text)));
        }
        for text in planted.twin.iter().map(|twin| mended(&twin.text, &twin.mend)) {
            let mut told = said(&text);
            told.extend(forms::found(&engine, &text));
            if !told.is_empty() {
                faults.push(format!("{rule}: {told:?} in the mended:\n{text}\n"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
