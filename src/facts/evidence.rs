//! Reading → what is known from users and data.

use super::Facts;
use crate::mention::Reading;

pub(super) fn read(_reading: &Reading<'_>, _facts: &mut Facts) {}
