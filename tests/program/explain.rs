//! What ids mean, and the rubric they stand in.

use serde_json::Value;
use strongcase::explain::{Asked, Explanation, LevelMeaning, Part, Weight};
use strongcase::output::text::Look;
use strongcase::output::text::explain::explanation;
use strongcase::review::Severity;
use strongcase::rubric::Held;

use crate::strongcase::{Desk, GOOD};

fn drawn(it: &Explanation) -> String {
    let mut out = Vec::new();
    explanation(it, Look::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_signal_is_explained_with_a_weak_and_a_strong_example() {
    let text = drawn(&Explanation::Signal {
        id: "option.do_nothing".to_owned(),
        criterion: "options".to_owned(),
        asks: "doing nothing, less or later, weighed as an option".to_owned(),
        held: Held { one: "one option is to do nothing".to_owned(), many: None },
        lacking: "none is to do nothing".to_owned(),
        next_step: "Add doing nothing as an option, with what it costs to stay as you are.".to_owned(),
        because:
            "Every change competes with leaving things be; a case that never says what that costs has not been made."
                .to_owned(),
        weak: "We could parse e-mails or build a portal.".to_owned(),
        strong: "Doing nothing costs us two carriers in June, 180k a year.".to_owned(),
    });
    insta::assert_snapshot!(text);
}

#[test]
fn a_finding_is_explained_with_what_it_weakens() {
    let text = drawn(&Explanation::Finding {
        id: "score-arithmetic".to_owned(),
        criterion: "craft".to_owned(),
        severity: Severity::Error,
        enabled: false,
        looks_for: "a score that does not follow from its own row".to_owned(),
        help: "Correct the score, or the figure that it is made of.".to_owned(),
        because: "Readers recompute one row; when it fails they trust none.".to_owned(),
        weak: "| Option | Reach | Effort | Score |\n| Portal | 100 | 2 | 80 |".to_owned(),
        strong: "| Option | Reach | Effort | Score |\n| Portal | 100 | 2 | 50 |".to_owned(),
    });
    insta::assert_snapshot!(text);
}

#[test]
fn a_kind_is_explained_by_its_sections_and_weights() {
    let weight = |criterion: &str, title: &str, weight| Weight {
        criterion: criterion.to_owned(),
        title: title.to_owned(),
        weight,
    };
    let part = |title: &str, asks: &str| Part { title: title.to_owned(), asks: asks.to_owned() };
    let text = drawn(&Explanation::Kind {
        id: "prd-lite".to_owned(),
        title: "PRD-lite".to_owned(),
        when: "When a decision is made and a team has to build it: one or two pages.".to_owned(),
        weights: vec![weight("problem", "Problem", 16), weight("options", "Options", 10)],
        sections: vec![
            part(
                "Problem",
                "Whose problem is it, how often does it happen, what does it cost them, and why now rather than later?",
            ),
            part("Non-goals", "What was left out, and why?"),
        ],
        craft: vec![Asked {
            id: "craft.requirements".to_owned(),
            asks: "requirements that can be accepted or rejected".to_owned(),
        }],
    });
    insta::assert_snapshot!(text);
}

#[test]
fn a_level_is_explained_with_what_the_next_one_asks() {
    let text = drawn(&Explanation::Level {
        id: "options.3".to_owned(),
        title: "Options".to_owned(),
        question: "Were real alternatives considered?".to_owned(),
        level: 3,
        name: "solid".to_owned(),
        means: "Three or more real options, each described.".to_owned(),
        next: Some(LevelMeaning { level: 4, name: "strong".to_owned(), means: "They differ in kind.".to_owned() }),
    });
    insta::assert_snapshot!(text, @r"
    Options, level 3: solid
    level options.3

    Were real alternatives considered?

    What it means
      Three or more real options, each described.

    What strong asks on top
      They differ in kind.
    ");
}

#[test]
fn every_id_that_is_listed_is_explained() {
    let desk = Desk::new();
    let list: Value = serde_json::from_str(&desk.run(&["explain", "--format", "json"]).out).unwrap();
    let entries = list["entries"].as_array().unwrap();
    assert!(entries.len() > 10);
    for entry in entries {
        let id = entry["id"].as_str().unwrap();
        let run = desk.run(&["explain", id, "--format", "json"]);
        let found: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(found["version"], 1);
        assert_eq!((&found["explanation"]["id"], &found["explanation"]["is"]), (&entry["id"], &entry["is"]));
    }
    let level = desk.run(&["explain", "options.4"]);
    assert!(level.out.starts_with("Options, level 4: strong\n"), "{}", level.out);
    assert_eq!(desk.run(&["explain", "options.5"]).status, 2);
}

#[test]
fn an_id_that_does_not_exist_is_refused_with_the_nearest() {
    let run = Desk::new().run(&["explain", "optoins"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("help: did you mean \"options\"? `strongcase explain` lists them all"), "{}", run.err);
}

#[test]
fn every_kind_is_a_line_that_tells_when_to_use_it() {
    let desk = Desk::new();
    let run = desk.run(&["kinds", "--format", "json"]);
    let list: Value = serde_json::from_str(&run.out).unwrap();
    let ids: Vec<&str> = list["kinds"].as_array().unwrap().iter().map(|kind| kind["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 8);
    let text = desk.run(&["kinds"]).out;
    for id in ids {
        assert!(text.lines().any(|line| line.starts_with(&format!("{id} "))), "{id}");
    }
}

#[test]
fn the_rubric_in_force_shows_its_weights_and_its_files() {
    let desk = Desk::new();
    let sheet: Value = serde_json::from_str(&desk.run(&["rubric", "show", "--format", "json"]).out).unwrap();
    let sheet = &sheet["rubric"];
    let review: Value = serde_json::from_str(&desk.pipe(&["review", "--format", "json"], GOOD).out).unwrap();
    assert_eq!(sheet["hash"], review["rubric"]["hash"]);
    assert_eq!(sheet["name"], "default");
    let criteria = sheet["criteria"].as_array().unwrap();
    for (at, kind) in sheet["kinds"].as_array().unwrap().iter().enumerate() {
        let sum: u64 = criteria.iter().map(|row| row["weights"][at].as_u64().unwrap()).sum();
        assert_eq!(sum, 100, "{kind}");
    }
    let text = desk.run(&["rubric", "show"]).out;
    assert!(text.contains("\nWhere each part came from\n"), "{text}");
}

#[test]
fn a_mistake_in_a_rubric_is_told_with_its_file_line_and_key() {
    let desk = Desk::new().with("mine/kinds/prd-lite.toml", "title = \"PRD\"\nbogus = 3\n").with("a.md", GOOD);
    let run = desk.run(&["rubric", "check", "mine"]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("prd-lite.toml:2"), "{}", run.out);
    assert!(run.out.contains("bogus"), "{}", run.out);
    let run = desk.run(&["review", "a.md", "--rubric", "mine"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("prd-lite.toml:2"), "{}", run.err);
    let mut command = desk.command(&["review", "a.md"]);
    assert_eq!(command.env("STRONGCASE_RUBRIC", "mine").output().unwrap().status.code(), Some(2));
}

#[test]
fn mistakes_in_what_tells_a_kind_and_in_the_numbers_of_clarity_are_told() {
    let kind = "tells = [\n  { fact = \"metrik\", from = 2, points = 1.0 },\n  { fact = \"option\", from = 0, points = 1.0 },\n]\n";
    let clarity = "[clarity]\nconcise_words = 0\nearly_share = 1.5\n";
    let desk = Desk::new().with("mine/kinds/teardown.toml", kind).with("mine/rubric.toml", clarity);
    let run = desk.run(&["rubric", "check", "mine"]);
    assert_eq!(run.status, 1);
    for says in [
        "teardown.toml:2: there is no fact to tell a kind by \"metrik\"; did you mean \"metric\"?\n",
        "teardown.toml:3: `tells` of teardown: option must be at least 1",
        "rubric.toml:2: `clarity.concise_words` must be at least 1\n",
        "rubric.toml:3: `clarity.early_share` must lie above 0",
    ] {
        assert!(run.out.contains(says), "{says}\n{}", run.out);
    }
}

#[test]
fn points_of_other_criteria_can_be_held_back_and_not_below_nothing() {
    let table = |of_own: &str| {
        format!(
            "[options]\nfrom = [0.5, 1.5, 2.5, 3.5]\nothers = {{ free = 0.0, of_own = {of_own} }}\nneeds = [\n  {{ signal = \"tradeoff.cost\", count = 1, points = 4.0 }},\n]\n"
        )
    };
    let draft = "# Ferry\n\n## Options\n\n| Option | Gain | Cost |\n|---|---|---|\n| Bigger boat | no queue | 40,000 a year |\n| \
                 Leave it | nothing to learn | an hour of waiting |\n";
    let desk =
        Desk::new().with("held/points.toml", table("0.5")).with("bad/points.toml", table("-1.0")).with("a.md", draft);
    let desk = desk.with("free/points.toml", table("0.5").replace("others", "# others"));
    let level = |rubric: &str| {
        let run = desk.run(&["review", "a.md", "--kind", "prd-lite", "--rubric", rubric, "--format", "json"]);
        let review: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let criteria = review["artifacts"][0]["criteria"].as_array().unwrap().clone();
        criteria.iter().find(|c| c["id"] == "options").unwrap()["level"].as_u64().unwrap()
    };
    assert_eq!((level("free"), level("held")), (4, 0));
    let run = desk.run(&["rubric", "check", "bad"]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("`others` of options must hold no less than nothing"), "{}", run.out);
}

#[test]
fn what_tells_a_kind_and_the_numbers_of_clarity_can_be_changed() {
    let text = "# Notes\n\nTenants pay for heat that they never had, and the landlord hears of it in spring at the earliest.\n";
    let lean = "lean = 9.0\n";
    let desk = Desk::new().with("a.md", text).with("mine/kinds/teardown.toml", lean);
    let desk = desk.with("mine/rubric.toml", "[clarity]\nplain_sentences = 1\n");
    assert_eq!(desk.run(&["rubric", "check", "mine"]).status, 0);
    let review = |arguments: &[&str]| -> Value {
        serde_json::from_str(&desk.run(&[&["review", "a.md", "--format", "json"], arguments].concat()).out).unwrap()
    };
    let level = |review: &Value, id: &str| {
        let criteria = review["artifacts"][0]["criteria"].as_array().unwrap();
        criteria.iter().find(|criterion| criterion["id"] == id).unwrap()["level"].as_u64()
    };
    let (ours, own) = (review(&[]), review(&["--rubric", "mine"]));
    assert_eq!((&ours["artifacts"][0]["kind"], &own["artifacts"][0]["kind"]), (&"prd-lite".into(), &"teardown".into()));
    assert_eq!((level(&ours, "clarity"), level(&own, "clarity")), (Some(0), Some(1)));
}

#[test]
fn a_rubric_that_is_laid_over_is_named_and_has_another_hash() {
    let desk = Desk::new().with("mine/kinds/prd-lite.toml", "title = \"Our PRD\"\n");
    let run = desk.run(&["rubric", "check", "mine"]);
    assert_eq!((run.status, run.out.as_str()), (0, "nothing is wrong in mine\n"));
    let run = desk.run(&["rubric", "show", "--rubric", "mine"]);
    assert!(run.out.contains("kinds/prd-lite.toml"), "{}", run.out);
    assert_ne!(run.out.lines().next(), desk.run(&["rubric", "show"]).out.lines().next());
    assert!(desk.run(&["explain", "prd-lite", "--rubric", "mine"]).out.starts_with("Our PRD\n"));
}

#[test]
fn lists_that_are_built_in_are_told_to_be_out_of_place_in_a_folder() {
    let desk = Desk::new().with("mine/lists/times.toml", "byline-labels = [\"penned by\"]\n");
    let run = desk.run(&["rubric", "check", "mine"]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("mine/lists/times.toml:1: the lists are built into the program"), "{}", run.out);
}

#[test]
fn a_rubric_folder_that_is_not_there_cannot_be_checked() {
    let desk = Desk::new().with("file.toml", "");
    for arguments in [&["rubric", "check"][..], &["rubric", "check", "gone"], &["rubric", "check", "file.toml"]] {
        let run = desk.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(run.err.contains("\nhelp: "), "{}", run.err);
    }
}
