//! A placeholder that nobody filled in.

use super::{Case, Hit};
use crate::document::AsideKind;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let asides = case.doc.asides.iter().filter(|aside| aside.kind == AsideKind::Placeholder);
    // "Not applicable" is an answer.
    let filled = |words: &str| words.trim_end_matches('.').eq_ignore_ascii_case("n/a");
    asides.map(|aside| case.hit_at(aside.span)).filter(|hit| !filled(&hit.words)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;

    #[test]
    fn blanks_are_found() {
        let text = "## Metrics\n\nRefund time falls from 6 days to TBD by [date].\n";
        assert_eq!(found("unfilled-placeholder", text), ["TBD", "[date]"]);
    }

    #[test]
    fn an_answer_is_no_blank() {
        let text =
            "## Metrics\n\nRefund time falls from 6 days to 2 days. See [the log](log.md).\n\nDependencies: N/A\n";
        assert_eq!(found("unfilled-placeholder", text), [""; 0]);
    }
}
