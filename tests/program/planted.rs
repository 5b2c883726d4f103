//! Every check finds what was planted for it, in several forms, and leaves the clean twins alone.
//!
//! `planted/` holds a file for each check. `cargo test --test program -- --nocapture inventory` prints how many texts there
//! are, and in which forms what was planted stands.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Deserialize;
use strongcase::check::CHECKS;
use strongcase::engine::Engine;
use strongcase::review::Finding;

use crate::checks::{findings, messages};
use crate::forms;

/// Fewest texts that a check finds something in, and fewest that it leaves alone.
const FEWEST: usize = 4;
/// Fewest forms in which what was planted stands: a table, a list, a heading, running text.
const FEWEST_FORMS: usize = 2;

const ACROSS: &str = "it is about facts of several documents, whatever form each has";

/// Checks whose fault has one form only, and why.
const ONE_FORM: [(&str, &str); 9] = [
    ("case-baseline", ACROSS),
    ("case-choice", ACROSS),
    ("case-problem", ACROSS),
    ("case-target", ACROSS),
    ("case-undefined-metric", ACROSS),
    ("empty-section", "it is about headings"),
    ("foreign-passage", "it is about sections, which begin with their headings"),
    ("hidden-text", "it is about characters and tags"),
    ("unused-suppression", "it is about comments"),
];

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

#[test]
#[expect(clippy::print_stdout, reason = "shown with --nocapture: the inventory is what one looks for")]
fn the_inventory_holds_enough_texts_in_enough_forms_for_each_check() {
    let engine = Engine::embedded();
    let planted = planted();
    let natural = forms::forms();
    let mut faults = Vec::new();
    let mut rules: BTreeSet<&str> = CHECKS.iter().map(|check| check.id).collect();
    rules.extend(planted.keys().map(String::as_str));
    for rule in rules {
        let own = planted.get(rule);
        let mut texts: Vec<&str> = natural.iter().filter(|f| f.finds == rule && !f.missed).map(|f| &*f.text).collect();
        let mut clean = texts.len();
        if let Some(own) = own {
            texts.extend(own.found.iter().chain(own.twin.iter().map(|twin| &twin.text)).map(String::as_str));
            clean += own.clean.len() + own.twin.len();
        }
        let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
        for text in &texts {
            let all = findings(&engine, rule, text);
            for form in all.iter().flat_map(|finding| forms_of(text, finding)).collect::<BTreeSet<_>>() {
                *forms.entry(form).or_default() += 1;
            }
        }
        println!("{rule}: {} planted, {clean} clean, {forms:?}", texts.len());
        let one_form = ONE_FORM.iter().any(|(id, _)| *id == rule);
        if texts.len() < FEWEST || clean < FEWEST || !one_form && forms.len() < FEWEST_FORMS {
            faults.push(format!("{rule} has {} planted and {clean} clean texts, in {forms:?}", texts.len()));
        }
        if !engine.rubric().findings.contains_key(rule) {
            faults.push(format!("planted/{rule}.toml is about no check"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The forms in which the places of a finding stand.
fn forms_of(text: &str, finding: &Finding) -> Vec<&'static str> {
    let related = finding.related.iter().map(|related| related.span);
    finding.span.into_iter().chain(related).map(|span| form_at(text, span.start)).collect()
}

/// The form of the block around a place.
fn form_at(text: &str, at: usize) -> &'static str {
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    for line in text[..end].lines().rev().map(str::trim_start) {
        if line.starts_with('|') || line.starts_with("<t") {
            return "table";
        } else if line.starts_with('#') {
            return "heading";
        } else if is_item(line) {
            return "list";
        } else if line.is_empty() {
            break;
        }
    }
    "prose"
}

fn is_item(line: &str) -> bool {
    let after = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = after.len() < line.len() && after.starts_with(['.', ')']);
    (numbered || line.starts_with(['-', '*', '+'])) && after[1..].starts_with(' ')
}
