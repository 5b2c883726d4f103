//! A risk with nothing said about what is done, where the others have that.

use super::unanswered::unanswered;
use super::{Case, Hit};
use crate::facts::plan::Subject;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    unanswered(case, Subject::Risk)
}
