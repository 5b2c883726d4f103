//! A string of a rubric's words that says nothing.

use super::{Case, Hit};
use crate::lexicon::Concept;

/// Fewest words of a passage.
const FEWEST: usize = 12;

/// Words without which English makes no sentence.
const GLUE: [&str; 40] = [
    "a", "an", "the", "is", "are", "was", "were", "be", "to", "of", "in", "on", "for", "with", "by", "we", "i", "our",
    "they", "it", "this", "that", "which", "who", "from", "as", "at", "not", "will", "has", "have", "if", "because",
    "so", "but", "than", "when", "how", "what", "each",
];

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let doc = case.doc;
    let mut hits = Vec::new();
    for sentence in case.reading.sentences() {
        let words = case.reading.length(sentence);
        if words < FEWEST || !case.reading.says(sentence, Concept::RubricTerm) {
            continue;
        }
        let terms = case.reading.hits(sentence).iter().filter(|hit| hit.concept == Concept::RubricTerm);
        let termed: usize = terms.map(|hit| doc.str(hit.text).split([' ', '-']).count()).sum();
        if termed * 10 < words * 6 {
            continue;
        }
        let s = &doc.sentences[sentence as usize];
        let tokens = &doc.tokens[s.tokens.start as usize..s.tokens.end as usize];
        let glue = tokens.iter().filter(|token| GLUE.contains(&doc.lower_str(token.text))).count();
        if glue * 10 <= words {
            hits.push(case.hit(s.text));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;

    #[test]
    fn a_string_of_terms_is_found() {
        let text = "Options, tradeoffs, baseline, target, guardrail, metrics, decision, rationale, evidence, interviews, \
                    segment, outcome, risks.\n";
        assert_eq!(found("keyword-stuffing", text).len(), 1);
    }

    #[test]
    fn sentences_about_them_are_not() {
        let text = "The baseline is 12 percent, the target is 20 percent, and the guardrail metrics are refunds and churn.\n\n\
                    Bread, butter, jam, honey, cheese, ham, eggs, milk, coffee, tea, sugar, salt, pepper.\n";
        assert_eq!(found("keyword-stuffing", text), [""; 0]);
    }
}
