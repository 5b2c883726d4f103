//! A guardrail that is the primary measure under its own name.

use std::collections::{BTreeMap, BTreeSet};

use super::{Case, Hit};
use crate::facts::numbers::{name_words, named_primary};
use crate::facts::{Metric, MetricRole};
use crate::lexicon::lists;
use crate::span::TextRange;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let of_role = |role: MetricRole| case.facts.metrics.iter().filter(move |metric| metric.role == role);
    let named = of_role(MetricRole::Primary).filter(|metric| named_primary(case.reading, metric.name));
    let primaries: BTreeMap<Vec<&str>, &Metric> =
        named.map(|metric| (name_words(case.doc, ended(case, metric.name.text)), metric)).collect();
    if primaries.is_empty() {
        return Vec::new();
    }
    let section = |metric: &Metric| case.doc.blocks[metric.name.block as usize].section;
    // Where several sections have a primary measure there are several tests, and one may guard what another aims at.
    let sections: BTreeSet<u32> = primaries.values().map(|metric| section(metric)).collect();
    let mut hits = Vec::new();
    for guardrail in of_role(MetricRole::Guardrail) {
        for part in parts(case, guardrail.name.text) {
            let own = name_words(case.doc, part);
            let same = primaries.get(&own).filter(|primary| {
                let one = sections.len() == 1 || section(primary) == section(guardrail);
                one && !own.is_empty() && !primary.name.text.overlaps(part)
            });
            if let Some(primary) = same {
                hits.push(case.hit(part).beside("primary", case.doc.span_of(primary.name.text)));
            }
        }
    }
    hits
}

/// The names in a list of what is guarded.
fn parts(case: &Case<'_>, text: TextRange) -> Vec<TextRange> {
    let written = case.doc.lower_str(text);
    let mut parts = Vec::new();
    let mut start = 0;
    let marks = written.match_indices([',', ';']).map(|(at, mark)| (at, mark.len()));
    let ands = written.match_indices(" and ").map(|(at, word)| (at, word.len()));
    let mut cuts: Vec<(usize, usize)> = marks.chain(ands).chain([(written.len(), 0)]).collect();
    cuts.sort_unstable();
    for (at, length) in cuts {
        if at >= start {
            let part = TextRange::new(text.start + start as u32, text.start + at as u32);
            parts.push(ended(case, part));
            start = at + length;
        }
    }
    parts
}

/// A name up to the words that say what must not come of it, without blanks around it.
fn ended(case: &Case<'_>, text: TextRange) -> TextRange {
    let written = case.doc.lower_str(text);
    let end = lists::GUARDED_ENDS.iter().filter_map(|word| written.find(word)).min().unwrap_or(written.len());
    let kept = written.get(..end).unwrap_or_default();
    let lead = kept.len() - kept.trim_start().len();
    let name = kept.trim_matches([' ', ':', '.', '(', ')']);
    TextRange::new(text.start + lead as u32, text.start + (lead + name.len()) as u32)
}
