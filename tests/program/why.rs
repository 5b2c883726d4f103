//! The sentence on why a level was given.

use serde_json::Value;

use crate::strongcase::{Desk, GOOD, THIN};

fn criteria(desk: &Desk, name: &str) -> Vec<Value> {
    let run = desk.run(&["review", "--format", "json", name]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    report["artifacts"][0]["criteria"].as_array().unwrap().clone()
}

#[test]
fn every_level_has_one_short_sentence() {
    let desk = Desk::new().with("good.md", GOOD).with("thin.md", THIN).with("empty.md", "");
    for name in ["good.md", "thin.md", "empty.md"] {
        for criterion in criteria(&desk, name) {
            let whole = criterion["why"].as_str().unwrap();
            // The lines to look at are no part of what is read.
            let why =
                &whole.split(" (").map(|part| part.split_once(')').map_or(part, |(_, rest)| rest)).collect::<String>();
            assert!(why.ends_with('.') && why.matches('.').count() == 1, "{name}: {why}");
            assert!(why.split_whitespace().count() <= 27, "{name}: {why}");
            assert!(why.starts_with(char::is_uppercase) && !why.contains(['{', '}']), "{name}: {why}");
            assert_eq!(why.contains(" but ") || criterion["level"] == 0, criterion["level"] != 4, "{name}: {why}");
        }
    }
}

#[test]
fn what_is_told_to_be_there_can_be_looked_up() {
    let desk = Desk::new().with("good.md", GOOD);
    let run = desk.run(&["review", "--format", "json", "good.md"]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let problem = report["artifacts"][0]["criteria"][0]["why"].as_str().unwrap().to_owned();
    let line: usize = problem.split("(line ").nth(1).unwrap().split(')').next().unwrap().parse().unwrap();
    assert!(GOOD.lines().nth(line - 1).is_some_and(|line| !line.trim().is_empty()), "{problem}");
}

#[test]
fn what_is_told_to_be_missing_is_what_was_taken_out() {
    let with = "# Reminders\n\n## Options\n\n- Text message: reaches all, costs 4 cents each.\n- Phone call: warmer, but takes an hour a day.\n";
    let desk = Desk::new().with("with.md", with).with("without.md", "# Reminders\n\nWe send reminders.\n");
    let why = |name| criteria(&desk, name)[2]["why"].as_str().unwrap().to_owned();
    assert!(why("with.md").starts_with("Two options are"), "{}", why("with.md"));
    assert!(why("without.md").starts_with("No option was found"), "{}", why("without.md"));
}

#[test]
fn a_phrase_with_a_name_that_stands_for_nothing_is_a_mistake() {
    let own = "[\"option.named\"]\nlacking = \"no {thing} is named\"\nheld = { many = \"{counts} options\" }\n";
    let desk =
        Desk::new().with("ours/signals/option.toml", own).with("ours/why.toml", "short = \"{held}, yet {want}.\"\n");
    let run = desk.run(&["rubric", "check", "ours"]);
    assert_eq!(run.status, 1, "{}{}", run.out, run.err);
    for told in [
        "option.toml:2: `lacking` of option.named has {thing}, which stands for nothing",
        "option.toml:3: `held.many` of option.named has {counts}, which stands for nothing",
        "why.toml:1: `short` has {want}, which stands for nothing",
    ] {
        assert!(run.out.contains(told), "{told}\n{}", run.out);
    }
}

#[test]
fn the_keys_that_a_folder_changes_are_shown() {
    let own = "[\"option.named\"]\nlacking = \"no way is named\"\nheld = { one = \"one way is named\" }\n";
    let desk = Desk::new().with("ours/signals/option.toml", own).with("ours/rubric.toml", "[gate]\nweight = 9\n");
    let shown = desk.run(&["rubric", "show", "--rubric", "ours"]).out;
    assert!(shown.contains("\n    \"option.named\".held.one, \"option.named\".lacking\n"), "{shown}");
    assert!(shown.contains("\n    gate.weight\n"), "{shown}");
}
