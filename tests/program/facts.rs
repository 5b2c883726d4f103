//! Facts as text, on a list made by hand.

use strongcase::engine::FactList;
use strongcase::facts::listing::Fact;
use strongcase::output::text::{FactsText, Look};
use strongcase::output::{Artifact, Format};

use crate::handmade;

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
