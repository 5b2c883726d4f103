//! Reading → why it matters to the organisation.

use super::Facts;
use crate::mention::Reading;

pub(super) fn read(_reading: &Reading<'_>, _facts: &mut Facts) {}
