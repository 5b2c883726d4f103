//! Facts as text, on a list made by hand.

use strongcase::engine::FactList;
use strongcase::facts::listing::Fact;
use strongcase::output::text::{FactsText, Look};
use strongcase::output::{Artifact, Format};

use serde_json::Value;

use crate::handmade;
use crate::strongcase::Desk;

#[test]
fn facts_stand_by_family_with_what_was_not_found() {
    let source = handmade::source();
    let fact = |role: &'static str, words: &str, of: Option<&str>| Fact {
        role,
        words: words.to_owned(),
        span: handmade::place(&source, words),
        of: of.map(str::to_owned),
    };
    let mut facts = vec![
        fact("problem.statement", "Dispatchers at mid-size carriers re-key 40 orders a day from e-mails", None),
        fact("problem.consequence", "costs each of them an hour and puts a wrong address on one order in fifty", None),
        fact("option.item", "Parse e-mails into drafts", None),
        fact("option.item", "A portal for shippers", None),
        fact("option.gain", "needs no parsing at all", Some("A portal for shippers")),
        fact(
            "option.cost",
            "shippers have no reason to change: a pilot in 2023 reached 12% of them",
            Some("A portal for shippers"),
        ),
        fact("metric.name", "share of orders that are imported without touch", None),
        fact("metric.baseline", "45%", Some("share of orders that are imported without touch")),
        fact("metric.target", "30%", Some("share of orders that are imported without touch")),
        fact("metric.timeframe", "by the end of September", Some("share of orders that are imported without touch")),
        fact("somewhat.new", "Owner", None),
    ];
    facts.sort_by_key(|fact| fact.span);
    facts.insert(0, Fact { role: "option.status_quo", ..fact("option.item", "A portal for shippers", None) });
    let list = FactList { kind: "prd-lite".to_owned(), facts, scores: Vec::new() };
    let mut out = Vec::new();
    let artifact = Artifact { path: handmade::PATH, source: &source, content: &list };
    FactsText { look: Look::default() }.artifact(&artifact, &mut out).unwrap();
    insta::assert_snapshot!(String::from_utf8(out).unwrap());
}

/// A change, a sum, a share, a funnel, a business case, a payback, and the plan of a test.
const NUMBERS: &str = "\
# Pickup\n\n\
We interviewed 24 cooks (10 buyers, 8 sellers, 6 admins), and 7 of 11 (64%) asked for a list.\n\n\
Bookings go from 20% to 28% (+40%).\n\n\
## Funnel\n\nLast week: 2,000 visits → 400 accounts → 300 bookings.\n\n\
## Business case\n\n4,000 shops × 5% × €30 = €6,000.\n\n\
The build costs €24,000 and saves €2,000 a month, so it pays for itself in twelve months.\n\n\
It saves $2,000 a month, or $24,000 a year.\n\n\
## Experiment\n\nVisitors were split 50/50.\n\n\
- Baseline: 20%\n- MDE: 2 pp\n- Sample: 6,500 visitors per arm, two arms\n- Traffic: 800 visitors a day\n- Duration: 14 days\n\n\
| Arm | Visitors |\n|---|---|\n| Control | 5,030 |\n| Treatment | 4,970 |\n";

#[test]
fn numbers_that_have_to_agree_are_listed_with_the_one_they_are_for() {
    let desk = Desk::new().with("a.md", NUMBERS);
    let line = desk.run(&["facts", "--format", "ndjson", "a.md"]).out;
    let line: Value = serde_json::from_str(line.trim()).unwrap();
    let facts = line["facts"].as_array().unwrap();
    let numbers = facts.iter().filter(|fact| fact["role"].as_str().unwrap().starts_with("number."));
    let told: Vec<String> = numbers
        .map(|fact| {
            let of = fact["of"].as_str().map_or(String::new(), |of| format!(" of {of}"));
            format!("{} {}{of}", fact["role"].as_str().unwrap(), fact["quote"].as_str().unwrap())
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
    let text = desk.run(&["facts", "a.md"]).out;
    let (_, listed) = text.split_once("\nNumbers that have to agree\n").unwrap();
    let listed = listed.split("\n\n").next().unwrap();
    // One number may play two roles, such as a change and the baseline of a test.
    assert_eq!(listed.lines().count(), told.len(), "{listed}");
    assert!(listed.contains("pays back in") && listed.contains("counted in an arm"), "{listed}");
    assert!(!text.contains("Nothing was found on numbers"), "{text}");
}
