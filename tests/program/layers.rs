//! Imports point one way.

use std::fs;
use std::path::{Path, PathBuf};

/// The library's modules, lowest first; each may use those of the rows above its own, and of its own row.
const LAYERS: &[&[&str]] = &[
    &["span"],
    &["source"],
    &["input", "review"],
    &["document", "lexicon"],
    &["mention", "facts"],
    &["signal", "check"],
    &["rubric"],
    &["judge", "suppress", "case"],
    &["engine", "explain"],
    &["calibrate"],
    &["output", "template"],
];

fn layer(module: &str) -> usize {
    LAYERS.iter().position(|row| row.contains(&module)).unwrap_or_else(|| panic!("{module} stands in no layer"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn no_module_uses_one_that_is_built_on_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&src, &mut found);
    let mut upward = Vec::new();
    for path in found {
        let below = path.strip_prefix(&src).unwrap();
        let module = below.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        if ["main", "lib", "cli"].contains(&module) || below.ends_with("tests.rs") {
            continue;
        }
        for line in fs::read_to_string(&path).unwrap().lines() {
            // Imports of tests are indented, or stand in files of their own.
            let Some(used) = line.strip_prefix("use crate::").and_then(|rest| rest.split(['{', ':', ';']).next())
            else {
                continue;
            };
            if layer(used) > layer(module) {
                upward.push(format!("{}: {line}", below.display()));
            }
        }
    }
    assert!(upward.is_empty(), "{upward:#?}");
}
