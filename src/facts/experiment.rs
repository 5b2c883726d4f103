//! Reading → hypotheses, samples, decision rules and funnels.

use super::Facts;
use crate::mention::Reading;

pub(super) fn read(_reading: &Reading<'_>, _facts: &mut Facts) {}
