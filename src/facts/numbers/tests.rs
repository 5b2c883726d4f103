use proptest::prelude::*;

use crate::document::Document;
use crate::facts::Facts;
use crate::lexicon::Lexicon;
use crate::mention::Reading;
use crate::source::Source;

/// Pieces of artifacts that are numbers or stand around them.
const PIECES: [&str; 40] = [
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
