//! An aim whose day had passed when the artifact was written.

use super::{Case, Hit};

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let times = &case.facts.numbers.times;
    let Some((place, day)) = times.written else { return Vec::new() };
    let passed = times.deadlines.iter().filter(|(_, last)| *last < day);
    let written = super::one_line(case.doc.quote(place));
    passed.map(|(words, _)| case.hit(words.text).with("written", &written).beside("written", place)).collect()
}
