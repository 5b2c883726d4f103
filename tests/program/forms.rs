//! Contradictions in texts that were written as a person would write them, before the rules that are to read them: how
//! many are found, and that what mends one leaves nothing to find.
//!
//! `cargo test --test program -- --nocapture forms` prints the rates.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use strongcase::engine::Engine;
use strongcase::source::Source;

use crate::planted::mended;

/// The checks that tell a contradiction, and so may say nothing about a text that holds none.
const CONTRADICTIONS: [&str; 36] = [
    "case-arithmetic",
    "choice-not-an-option",
    "choice-not-top-score",
    "deadline-passed",
    "dependency-cycle",
    "dependency-order",
    "evidence-count",
    "false-precision",
    "funnel-shape",
    "goal-not-measured",
    "guardrail-is-primary",
    "metric-two-values",
    "most-of-few",
    "non-goal-required",
    "off-scale",
    "over-capacity",
    "parts-and-whole",
    "payback",
    "rate-arithmetic",
    "review-after-horizon",
    "same-confidence",
    "same-option",
    "sample-ratio",
    "sample-size",
    "score-arithmetic",
    "score-order",
    "several-primaries",
    "share-over-whole",
    "stated-change",
    "stop-rule-no-date",
    "stop-rule-no-number",
    "stops-when-significant",
    "target-direction",
    "test-too-short",
    "thin-lead",
    "weights-sum",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Forms {
    form: Vec<Form>,
}

/// A text with one contradiction, and what to write in place of what to mend it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Form {
    name: String,
    pub(crate) finds: String,
    half: Half,
    #[serde(default)]
    pub(crate) missed: bool,
    clean: Vec<(String, String)>,
    pub(crate) text: String,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
enum Half {
    Tuned,
    Unseen,
}

/// All texts, in the order of their files.
pub(crate) fn forms() -> Vec<Form> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program/forms");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &std::path::PathBuf| -> Forms { toml::from_str(&fs::read_to_string(path).unwrap()).unwrap() };
    files.iter().flat_map(|path| read(path).form).collect()
}

/// The contradictions that are found in a text.
pub(crate) fn found(engine: &Engine, text: &str) -> Vec<String> {
    let review = engine.review(&Source::from_text(text), None);
    let told = review.findings.into_iter().filter(|finding| CONTRADICTIONS.contains(&finding.rule.as_str()));
    told.map(|finding| format!("{}: {}", finding.rule, finding.message)).collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "shown with --nocapture: the rates are what this test is for")]
fn contradictions_in_natural_texts_are_found_and_their_mended_twins_are_left_alone() {
    let engine = Engine::embedded();
    let mut rates: BTreeMap<Half, (usize, usize)> = BTreeMap::new();
    let mut faults = Vec::new();
    for form in forms() {
        let told = found(&engine, &form.text);
        let own = told.iter().any(|told| told.split(':').next() == Some(&form.finds));
        let rate = rates.entry(form.half).or_default();
        *rate = (rate.0 + usize::from(own), rate.1 + 1);
        if own == form.missed {
            let what = if own { "is found, but listed as missed" } else { "is missed" };
            faults.push(format!("{:?} {} ({}) {what}", form.half, form.name, form.finds));
        }
        for other in told.iter().filter(|told| told.split(':').next() != Some(&form.finds)) {
            println!("also, in {:?} {} ({}): {other}", form.half, form.name, form.finds);
        }
        let mended = mended(&form.text, &form.clean);
        faults.extend(
            found(&engine, &mended).iter().map(|told| format!("{:?} mended {} has {told}", form.half, form.name)),
        );
    }
    for (half, (found, all)) in rates {
        println!("{half:?}: {found} of {all} found");
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
