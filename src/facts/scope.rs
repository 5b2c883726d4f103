//! Reading → what is in and out, constraints, order, risks, requirements, open questions.

use super::Facts;
use crate::mention::Reading;

pub(super) fn read(_reading: &Reading<'_>, _facts: &mut Facts) {}
