use super::super::weighed::Weights;
use crate::document::Document;
use crate::facts::{Facts, Words};
use crate::lexicon::Lexicon;
use crate::mention::Reading;
use crate::source::Source;

/// Every fact of the family, one a line, with its field.
fn read(text: &str) -> Vec<String> {
    let source = Source::decode(text.as_bytes().to_vec()).unwrap();
    let doc = Document::read(&source);
    let facts = Facts::read(&Reading::of(&doc, &Lexicon::embedded()), &Weights::default());
    let mut out = Vec::new();
    let mut add = |field: &str, words: &[Words]| {
        out.extend(words.iter().map(|w| format!("{field}: {}", doc.str(w.text).replace('\n', " | "))));
    };
    add("hypothesis", &facts.hypotheses);
    add("sample", &facts.experiment.sample);
    add("rule", &facts.experiment.rules);
    add("design", &facts.experiment.design);
    for step in &facts.funnel {
        let rate = step.rate.map_or(String::new(), |rate| format!(" [{rate}%]"));
        let count = step.count.map_or(String::new(), |count| format!(" [{count}]"));
        out.push(format!("step: {}{rate}{count}", doc.str(step.words.text).replace('\n', " | ")));
    }
    out
}

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    assert_eq!(read(text), expected, "{text}");
}

#[test]
fn hypotheses_under_a_heading_and_in_prose() {
    reads(
        "## Hypotheses\n\n- Clerks skip the scan because the gate is slow\n- A second scanner at the gate would be used every shift\n",
        &[
            "hypothesis: Clerks skip the scan because the gate is slow",
            "hypothesis: A second scanner at the gate would be used every shift",
        ],
    );
    reads(
        "# Note\n\nWe believe that a shorter form will bring more tenants to the last page.\n",
        &["hypothesis: We believe that a shorter form will bring more tenants to the last page."],
    );
    reads("# Note\n\nThe form is long, and tenants say that they don't like it.\n", &[]);
}

#[test]
fn a_table_of_the_design_of_a_test() {
    reads(
        "# A/B test: shorter form\n\n## Setup\n\n| Element | Value |\n|---|---|\n| Control | nine fields |\n| Sample size | 8,400 per variant |\n| Duration | 3 weeks |\n",
        &["sample: 8,400 per variant", "sample: 3 weeks", "design: nine fields"],
    );
}

#[test]
fn samples_in_sentences() {
    reads(
        "# Note\n\nTo see a lift of 2 points with 80% power we need 8,400 visitors per arm.\n",
        &["sample: To see a lift of 2 points with 80% power we need 8,400 visitors per arm."],
    );
    reads("# Note\n\nWe tested the sketch with 5 nurses, and they liked it.\n", &[]);
}

#[test]
fn rules_have_a_condition_a_threshold_and_a_verdict() {
    reads(
        "# Note\n\nIf fewer than 20% of members use the locker after six weeks, we will remove it.\n",
        &["rule: If fewer than 20% of members use the locker after six weeks, we will remove it."],
    );
    reads(
        "## Decision rules\n\n| Result | Then |\n|---|---|\n| Lift above 2 points | Ship to everyone |\n| No lift | Take it out |\n",
        &["rule: Lift above 2 points | Ship to everyone", "rule: No lift | Take it out"],
    );
    reads(
        "# Note\n\n- Any limit broken two weeks running: the change is undone.\n",
        &["rule: Any limit broken two weeks running: the change is undone."],
    );
    reads("# Note\n\nA limit was broken two weeks ago, and the change was undone.\n", &[]);
    reads("# Service\n\n## Implementation\n\nIf the request fails more than 3 times, stop the worker.\n", &[]);
    reads("# Note\n\nIf a member likes the locker, she comes back.\n", &[]);
}

#[test]
fn funnels_in_tables_lists_and_sentences() {
    reads(
        "## Funnel\n\n| Step | Users | Conversion |\n|---|---|---|\n| Open the page | 1,000 | |\n| Start the form | 420 | 42% |\n",
        &["step: Open the page | 1,000 [1000]", "step: Start the form | 420 | 42% [42%] [420]"],
    );
    reads(
        "## Where people drop off\n\n- 1,000 visitors open the page\n- 420 of them start the form (42%)\n",
        &["step: 1,000 visitors open the page [1000]", "step: 420 of them start the form (42%) [42%] [420]"],
    );
    reads(
        "# Note\n\nOf the visitors 12% begin checkout, and 40% of these pay.\n",
        &["step: Of the visitors 12% begin checkout [12%]", "step: and 40% of these pay [40%]"],
    );
    reads("# Plan\n\n| Step | Effort |\n|---|---|\n| Build the form | 5 days |\n| Test the form | 2 days |\n", &[]);
}
