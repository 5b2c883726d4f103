//! Success measured by what was shipped.

use super::vanity_metric::of_metrics;
use super::{Case, Hit};

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    of_metrics(case, |metric| metric.output)
}
