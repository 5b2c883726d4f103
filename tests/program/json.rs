//! JSON and its schema.

use jsonschema::Validator;
use serde_json::{Value, json};
use strongcase::output::json::Json;
use strongcase::output::ndjson::Ndjson;
use strongcase::output::{Artifact, Failure, Format, Stamp, Tally};
use strongcase::review::Review;

use crate::handmade;
use crate::strongcase::{Desk, GOOD, THIN};

fn schema(definition: &str) -> Validator {
    let mut schema: Value = serde_json::from_str(include_str!("../../schema/review.schema.json")).unwrap();
    schema["$ref"] = json!(format!("#/$defs/{definition}"));
    jsonschema::validator_for(&schema).unwrap()
}

pub(crate) fn hold(definition: &str, text: &str) -> Value {
    let value: Value = serde_json::from_str(text).unwrap();
    let errors: Vec<_> =
        schema(definition).iter_errors(&value).map(|error| format!("{error} at {}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    value
}

fn by_hand() -> String {
    let source = handmade::source();
    let review = handmade::review(&source);
    let format: &dyn Format<Review> = &Json { stamp: Stamp { rubric: "default".to_owned(), hash: "0a1b".to_owned() } };
    let artifact = Artifact { path: handmade::PATH, source: &source, content: &review };
    let failure = Failure { path: "x.bin".to_owned(), message: "is a binary file".to_owned() };
    let mut tally = Tally::of(&review);
    tally.add(Tally::of(&review));
    tally.add(Tally::failed());
    let mut out = Vec::new();
    format.begin(&mut out).unwrap();
    format.artifact(&artifact, &mut out).unwrap();
    out.extend(format.separator().bytes());
    format.artifact(&artifact, &mut out).unwrap();
    format.failure(&failure, &mut out).unwrap();
    format.end(&tally, &[failure], &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_review_made_by_hand_holds_to_the_schema() {
    let value = hold("report", &by_hand());
    assert_eq!(value["summary"], json!({"artifacts": 2, "failed": 1, "mean_score": 57.3}));
    assert_eq!(value["errors"], json!([{"path": "x.bin", "message": "is a binary file"}]));
}

#[test]
fn the_keys_stand_in_the_order_of_the_contract() {
    insta::assert_snapshot!(by_hand().replace(env!("CARGO_PKG_VERSION"), "[version]"));
}

#[test]
fn a_quote_is_exactly_the_source_between_its_offsets() {
    let source = handmade::source();
    let value = hold("report", &by_hand());
    for criterion in value["artifacts"][0]["criteria"].as_array().unwrap() {
        for evidence in criterion["evidence"].as_array().unwrap() {
            let bytes = |key: &str| usize::try_from(evidence[key].as_u64().unwrap()).unwrap();
            assert_eq!(evidence["quote"], source.text()[bytes("start")..bytes("end")]);
        }
    }
}

#[test]
fn a_finding_about_the_whole_document_has_null_places() {
    let value = hold("report", &by_hand());
    let finding = &value["artifacts"][0]["findings"][4];
    assert_eq!(finding["rule"], "no-scope");
    assert_eq!(finding["start"], Value::Null);
    assert_eq!(finding["end_column"], Value::Null);
}

#[test]
fn a_line_is_one_element_of_the_report() {
    let source = handmade::source();
    let review = handmade::review(&source);
    let mut out = Vec::new();
    Ndjson.artifact(&Artifact { path: handmade::PATH, source: &source, content: &review }, &mut out).unwrap();
    let line = String::from_utf8(out).unwrap();
    assert_eq!(line.matches('\n').count(), 1);
    assert_eq!(hold("artifact", &line), hold("report", &by_hand())["artifacts"][0]);
}

#[test]
fn what_the_program_writes_holds_to_the_schema() {
    let desk = Desk::new().with("a.md", GOOD).with("b.md", THIN).with("empty.md", "").with("x.md", b"\0");
    let run = desk.run(&["review", ".", "--format", "json"]);
    assert_eq!(run.status, 2);
    let report = hold("report", &run.out);
    assert_eq!(report["summary"]["artifacts"], 3);
    assert_eq!(report["errors"][0]["path"], "x.md");
    let run = desk.run(&["review", ".", "--format", "ndjson"]);
    let lines: Vec<_> = run.out.lines().collect();
    assert_eq!(lines.len(), 4);
    for (line, element) in lines.iter().zip(report["artifacts"].as_array().unwrap()) {
        assert_eq!(&hold("artifact", line), element);
    }
    assert_eq!(hold("failed", lines[3])["path"], "x.md");
}

#[test]
fn facts_hold_to_the_schema() {
    let desk = Desk::new().with("a.md", GOOD).with("x.md", b"\0");
    let run = desk.run(&["facts", "a.md", "x.md", "--format", "ndjson"]);
    assert_eq!(run.status, 2);
    let lines: Vec<_> = run.out.lines().collect();
    let line = hold("facts_line", lines[0]);
    hold("failed", lines[1]);
    for fact in line["facts"].as_array().unwrap() {
        let bytes = |key: &str| usize::try_from(fact[key].as_u64().unwrap()).unwrap();
        assert_eq!(fact["quote"], GOOD[bytes("start")..bytes("end")]);
    }
    let report = hold("facts_report", &desk.run(&["facts", "a.md", "x.md", "--format", "json"]).out);
    assert_eq!(report["artifacts"][0]["facts"], line["facts"]);
    assert_eq!(report["errors"][0]["message"], "is a binary file: there is a NUL at byte 0");
}

#[test]
fn no_artifacts_at_all_still_hold_to_the_schema() {
    let desk = Desk::new().with("x.md", b"\0");
    let report = hold("report", &desk.run(&["review", "x.md", "--format", "json"]).out);
    assert_eq!(report["summary"]["mean_score"], Value::Null);
    assert_eq!(report["artifacts"], json!([]));
}
