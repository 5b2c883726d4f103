//! An assumption with no test, where the others have one.

use super::unanswered::unanswered;
use super::{Case, Hit};
use crate::facts::plan::Subject;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    unanswered(case, Subject::Assumption)
}
