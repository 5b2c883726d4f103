//! Reading → whose problem it is, and why it matters.

use super::Facts;
use crate::mention::Reading;

pub(super) fn read(_reading: &Reading<'_>, _facts: &mut Facts) {}
