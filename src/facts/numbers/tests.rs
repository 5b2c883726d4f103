use proptest::prelude::*;

use crate::document::Document;
use crate::facts::Facts;
use crate::lexicon::Lexicon;
use crate::mention::Reading;
use crate::source::Source;

/// Pieces of artifacts that are numbers or stand around them.
const PIECES: [&str; 57] = [
    "## Funnel\n\n",
    "## Experiment\n\n",
    "## Success metrics\n\n",
    "\n- ",
    "\n\n",
    "**Baseline 5%:** ",
    "Target 7% by June: ",
    "| Step | Users | Rate |\n|---|---|---|\n",
    "| Total | ",
    " | ",
    " |\n",
    "| Visit | 1,200 | 40% |\n",
    "1,200",
    "7 of 11",
    "40%",
    "3 pp",
    "€4.2k",
    "₹ 1,20,000",
    "2 lakh",
    "1.200,50",
    " → ",
    " × ",
    " ÷ ",
    " = ",
    " (",
    ")",
    " from ",
    " to ",
    "reduce ",
    "increase ",
    "+12%",
    "n = 6",
    "most users ",
    "interviewed six bakers ",
    " per arm",
    "MDE ",
    "power ",
    "50/50 split of visitors",
    "Control: 5,200 users",
    "| Control | Treatment |",
    " visitors a day",
    "pays back in 6 months",
    " costs once, saves ",
    "**Date:** 2026-03-02\n\n",
    "**Primary metric:** ",
    "**Guardrail:** ",
    "share of users ",
    "120%",
    "Duration: 14 days",
    "## Goals\n\n",
    "by 30 June 2025",
    "We review the metrics quarterly. ",
    "4\u{2009}000",
    "1 200,50 €",
    " a month, or ",
    " a year",
    ". ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_every_figure_stands_in_it(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)
    ) {
        let text = pieces.concat();
        let source = Source::from_text(&text);
        let doc = Document::read(&source);
        let reading = Reading::of(&doc, &Lexicon::embedded());
        let facts = Facts::read(&reading, &crate::facts::weighed::Weights::embedded());
        for m in &facts.numbers.moves {
            prop_assert!(!doc.str(m.from.words.text).is_empty() && !doc.str(m.to.words.text).is_empty());
        }
    }
}
