//! Reviews of the examples: each strong one is solid or strong, each weak one absent or weak, and what is said of it is kept.

use std::fs;

use crate::strongcase::Desk;

const KINDS: [&str; 8] = [
    "activation-case",
    "discovery-brief",
    "experiment-design",
    "metrics-framework",
    "prd-lite",
    "prioritization",
    "roadmap-memo",
    "teardown",
];

fn desk() -> Desk {
    let mut desk = Desk::new();
    for kind in KINDS {
        for side in ["strong", "weak"] {
            let name = format!("{kind}-{side}.md");
            let path = format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"));
            desk = desk.with(&name, fs::read(path).unwrap());
        }
    }
    desk
}

fn level(desk: &Desk, name: &str, kind: &str) -> u64 {
    let run = desk.run(&["review", "--format", "json", "--kind", kind, name]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    report["artifacts"][0]["level"].as_u64().unwrap()
}

#[test]
fn strong_examples_are_solid_and_weak_ones_are_weak() {
    let desk = desk();
    for kind in KINDS {
        let strong = level(&desk, &format!("{kind}-strong.md"), kind);
        let weak = level(&desk, &format!("{kind}-weak.md"), kind);
        assert!(strong >= 3, "{kind}-strong is at level {strong}");
        assert!(weak <= 1, "{kind}-weak is at level {weak}");
    }
}

#[test]
fn reviews_of_the_examples_are_as_they_were() {
    let desk = desk();
    for kind in KINDS {
        for side in ["strong", "weak"] {
            let run = desk.run(&["review", "--kind", kind, &format!("{kind}-{side}.md")]);
            insta::assert_snapshot!(format!("review_of_{kind}_{side}"), run.out);
        }
    }
}

#[test]
fn hostile_input_is_reviewed_and_not_fallen_over() {
    let cases = [
        ("quotes.md", "> ".repeat(10_000) + "deep"),
        ("lists.md", "- ".repeat(10_000) + "deep"),
        ("brackets.md", "[".repeat(10_000)),
        ("line.md", "we decided to wait because it costs 12% ".repeat(131_000)),
        ("table.md", format!("| a | b |\n|---|---|\n{}", "| wait | 3% |\n".repeat(100_000))),
    ];
    let mut desk = Desk::new();
    for (name, text) in &cases {
        desk = desk.with(name, text);
    }
    for (name, _) in &cases {
        let run = desk.run(&["review", "-q", name]);
        assert_eq!(run.status, 0, "{name}: {}", run.err);
    }
}
