//! A requirement for what was left out on purpose.

use super::{Case, Hit};

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let hit = |left_out, asked| {
        let name = super::one_line(case.doc.str(left_out));
        case.hit(asked).with("left_out", name).beside("left_out", case.doc.span_of(left_out))
    };
    case.facts.plan.returns.iter().map(|both| hit(both.left_out.text, both.asked.text)).collect()
}
