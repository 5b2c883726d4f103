//! The examples of the rubric → whether each signal is held where it should be.

use super::{Case, find};
use crate::document::Document;
use crate::facts::Facts;
use crate::facts::weighed::Weights;
use crate::lexicon::Lexicon;
use crate::mention::Reading;
use crate::rubric::Rubric;
use crate::source::Source;

#[test]
fn each_strong_example_holds_its_signal_and_each_weak_one_does_not() {
    let (rubric, lexicon, weights) = (Rubric::embedded(), Lexicon::embedded(), Weights::embedded());
    let mut faults = Vec::new();
    for (id, text) in &rubric.signals {
        for (example, expected) in [(&text.strong, true), (&text.weak, false)] {
            let source = Source::from_text(text.example(example));
            let doc = Document::read(&source);
            let reading = Reading::of(&doc, &lexicon);
            let facts = if reading.scrambled() { Facts::default() } else { Facts::read(&reading, &weights) };
            let case = Case { doc: &doc, reading: &reading, facts: &facts, kind: "prd-lite", clarity: &rubric.clarity };
            let earned = find(id).unwrap().earned(&case);
            if earned.is_empty() == expected {
                let words: Vec<_> = earned.iter().map(|words| doc.str(words.text)).collect();
                faults.push(format!("{id} is {}held in: {example}\n  {words:?}", if expected { "not " } else { "" }));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}
