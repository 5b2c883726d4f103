//! A string of a rubric's words that says nothing.

use super::{Case, Hit};

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let strings = case.reading.strings_of_terms().iter();
    strings.map(|&s| case.hit(case.doc.sentences[s as usize].text)).collect()
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
