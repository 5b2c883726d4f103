//! Words that stand in no order.

use super::{Case, Hit};

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let first = case.reading.written().find(|&s| case.reading.length(s) > 3).filter(|_| case.reading.scrambled());
    first.map(|s| case.hit(case.doc.sentences[s as usize].text)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;

    #[test]
    fn words_in_no_order_are_found() {
        let text = "The of riders the miss bus. Is the a last week the and forty. To the we stop the in moved. The of by depot the.\n";
        assert_eq!(found("scrambled-words", text).len(), 1);
    }

    #[test]
    fn sentences_with_many_articles_are_not() {
        let text = "The riders miss the last bus. The depot moved the stop to the hill, and the driver waits at the gate for the \
                    people on the to-do list of the in-house team.\n";
        assert_eq!(found("scrambled-words", text), [""; 0]);
    }
}
