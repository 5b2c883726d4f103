//! An open question that nobody has in hand, where the others have someone.

use super::unanswered::unanswered;
use super::{Case, Hit};
use crate::facts::plan::Subject;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    unanswered(case, Subject::Question)
}
