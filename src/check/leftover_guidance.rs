//! Text of a template that still tells the author what to write.

use super::{Case, Hit};
use crate::document::AsideKind;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let asides = case.doc.asides.iter().filter(|aside| aside.kind == AsideKind::Guidance);
    asides.map(|aside| case.hit_at(aside.span)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;

    #[test]
    fn a_prompt_is_found() {
        let text = "## Problem\n\n*Describe who has the problem and how you know.*\n\n## Scope\n\nOnly web orders.\n";
        assert_eq!(found("leftover-guidance", text).len(), 1);
    }

    #[test]
    fn an_answer_in_italics_is_content() {
        let text = "## Problem\n\n*Cooks lose forty minutes a night to handwritten tickets.*\n";
        assert_eq!(found("leftover-guidance", text), [""; 0]);
    }
}
