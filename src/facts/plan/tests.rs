use proptest::prelude::*;

use crate::document::Document;
use crate::facts::Facts;
use crate::lexicon::Lexicon;
use crate::mention::Reading;
use crate::source::Source;

/// Steps with their places, and what waits for what, in words.
fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let source = Source::from_text(text);
    let doc = Document::read(&source);
    let facts = Facts::read(&Reading::of(&doc, &Lexicon::embedded()), &crate::facts::weighed::Weights::embedded());
    let plan = &facts.plan;
    let name = |step: u32| doc.str(plan.steps[step as usize].name.text);
    let placed = plan.steps.iter().filter(|step| step.placed);
    let steps = placed.map(|step| {
        let places: Vec<&str> = step.places.iter().map(|place| doc.str(place.words.text)).collect();
        format!("{}: {}", doc.str(step.name.text), places.join(" and "))
    });
    (steps.collect(), plan.needs.iter().map(|need| format!("{} < {}", name(need.on), name(need.step))).collect())
}

#[test]
fn the_same_plan_is_read_from_a_table_a_list_and_sentences() {
    let table = "| Work | Phase | Needs |\n|---|---|---|\n| Tide tables | Phase 1 | |\n| Berth calendar | Phase 2 | Tide tables |\n";
    let list = "- **Phase 1:** tide tables\n- **Phase 2:** berth calendar (needs the tide tables)\n";
    let prose = "The tide tables are built in phase 1. The berth calendar is built in phase 2. The berth calendar depends on the tide tables.\n";
    for text in [table, list, prose] {
        let (steps, needs) = read(text);
        let lower = |all: Vec<String>| -> Vec<String> {
            let mut all: Vec<String> = all.iter().map(|one| one.to_lowercase().replace("the ", "")).collect();
            all.sort();
            all
        };
        assert_eq!(lower(steps), ["berth calendar: phase 2", "tide tables: phase 1"], "{text}");
        assert_eq!(lower(needs), ["tide tables < berth calendar"], "{text}");
    }
}

#[test]
fn a_name_is_no_other_thing_that_begins_with_it() {
    let (_, needs) = read("- Waiting list (needs seat swaps data)\n- Seat swaps\n- Gift cards (needs seat swaps)\n");
    assert_eq!(needs, ["Seat swaps < Gift cards"]);
}

#[test]
fn a_year_in_a_title_is_no_phase() {
    assert_eq!(read("# Harbour 2026\n\n- Tide tables\n- Berth calendar\n").0, [""; 0]);
}

#[test]
fn several_things_that_are_waited_for_are_told_apart() {
    let (_, needs) = read(
        "| ID | Task | Depends on |\n|---|---|---|\n| K1 | Photo upload | |\n| K2 | Price guide | |\n| K3 | Shop page | K1, price guide |\n",
    );
    assert_eq!(needs, ["Photo upload < Shop page", "Price guide < Shop page"]);
}

/// Pieces of plans, and what stands around them.
const PIECES: [&str; 36] = [
    "## Now\n\n",
    "## Next\n\n",
    "## Phase 2: é labels\n\n",
    "## Risks\n\n",
    "## Kill criteria\n\n",
    "## Non-goals\n\n",
    "## Requirements\n\n",
    "## Order of work\n\n",
    "\n- ",
    "\n1. ",
    "\n  - ",
    "\n\n",
    "| # | Item | Phase | Depends on |\n|---|---|---|---|\n",
    "| Risk | Mitigation |\n|---|---|\n",
    "| Work | Effort (weeks) |\n|---|---|\n",
    "| 1 | ",
    " | ",
    " |\n",
    "Phase 1",
    "Q3 2026",
    "March–May",
    "**Q1:** ",
    "**Depends on:** ",
    "depends on ",
    "is blocked by ",
    "(needs ",
    ")",
    "the café import",
    "address check",
    "ships in May 2026",
    ", ",
    ". ",
    "capacity is 6 weeks",
    "3 weeks",
    "n/a",
    "We will stop the test if it's low",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_mixture_of_pieces_is_read(at in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = at.into_iter().map(|at| PIECES[at]).collect();
        let source = Source::from_text(&text);
        let doc = Document::read(&source);
        let facts = Facts::read(&Reading::of(&doc, &Lexicon::embedded()), &crate::facts::weighed::Weights::embedded());
        for need in &facts.plan.needs {
            prop_assert!((need.step as usize) < facts.plan.steps.len() && (need.on as usize) < facts.plan.steps.len());
            prop_assert!(!doc.str(need.words.text).is_empty());
        }
        for fact in facts.list(&doc) {
            prop_assert!(fact.span.end <= text.len());
        }
    }
}
