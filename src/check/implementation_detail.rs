//! A document that is mostly about how the thing is made.

use super::{Case, Hit};
use crate::document::BlockKind;
use crate::lexicon::Concept;

/// Fewest sentences about engineering, and fewest in a hundred of all: where it dominates, it is the greater part.
const FEWEST: usize = 8;
const SHARE: usize = 50;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let reading = case.reading;
    let tells = |&s: &u32| {
        let kind = case.doc.blocks[reading.block_of(s) as usize].kind;
        reading.length(s) >= 5 && !matches!(kind, BlockKind::Cell { .. })
    };
    let all: Vec<u32> = reading.written().filter(tells).collect();
    let made: Vec<u32> = all.iter().copied().filter(|&s| reading.says(s, Concept::EngineeringTerm)).collect();
    if made.len() < FEWEST || made.len() * 100 < all.len() * SHARE {
        return Vec::new();
    }
    let place = |&s: &u32| ("made".to_owned(), case.doc.span_of(case.doc.sentences[s as usize].text));
    let words = format!("{} of {} sentences", made.len(), all.len());
    vec![Hit { words, related: made.iter().take(3).map(place).collect(), ..Hit::default() }]
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;

    #[test]
    fn a_technical_design_is_found() {
        let text = "The endpoint returns a JSON payload to the caller. ".repeat(8) + "Cashiers close the till at ten.";
        assert_eq!(found("implementation-detail", &text), ["8 of 9 sentences"]);
    }

    #[test]
    fn a_constraint_or_two_is_no_design() {
        let text =
            "Cashiers close the till by hand at ten. ".repeat(20) + &"The API of the bank is slow at night. ".repeat(8);
        assert_eq!(found("implementation-detail", &text), [""; 0]);
        assert_eq!(found("implementation-detail", "The API of the bank is slow at night."), [""; 0]);
    }
}
